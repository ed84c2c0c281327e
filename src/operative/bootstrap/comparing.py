"""Two texts held against each other: what `operative compare` and other programs call."""

from collections.abc import Sequence
from pathlib import Path

from operative.bootstrap.reading import Reading, read
from operative.comparison.redline import compare_provisions
from operative.comparison.shifts import find_shifts
from operative.domain.readings import Reading as Read
from operative.domain.redlines import RedlineRow
from operative.domain.verdicts import Suggestion
from operative.exchange.lists import render_list
from operative.exchange.redline_page import render_redline_html
from operative.exchange.redlines import Compared, render_redline_json, render_redline_markdown
from operative.exchange.shifts import render_shifts_json
from operative.exchange.verdicts import verdicts_as_dicts

__all__ = [
    "RENDERERS",
    "Comparable",
    "compare",
    "find_shifts",
    "redline",
    "render_shifts_json",
    "render_verdicts_json",
]

Comparable = str | Path | bytes | Reading | Read
"""A file, its bytes, or what was read out of it."""
RENDERERS = {"json": render_redline_json, "md": render_redline_markdown, "html": render_redline_html}
"""The forms of a redline that need no terminal: rows and both readings to text."""


def compare(resolution: Comparable, draft: Comparable, *, language: str | None = None) -> tuple[Suggestion, ...]:
    """How a draft treats each element that a resolution says must be kept, then what it adds that none asks for.

    What is said is a suggestion with its words; only a person can sign it. Without such elements only additions come.
    Raises `UnreadableSource` where no text can be had from one of them.
    """
    # The rules of verdicts load with their vocabulary: a redline starts without them.
    from operative.comparison.verdicts import suggest_verdicts

    return suggest_verdicts(_understood(resolution, language), _understood(draft, language))


def redline(old: Comparable, new: Comparable, *, language: str | None = None) -> tuple[RedlineRow, ...]:
    """What became of each provision from an old text to a new one, word by word.

    Raises `UnreadableSource` where no text can be had from one of them.
    """
    return compare_provisions(_opened(old, language).provisions, _opened(new, language).provisions)


def _opened(text: Comparable, language: str | None) -> Compared:
    return read(text, language=language) if isinstance(text, str | Path | bytes) else text


def _understood(text: Comparable, language: str | None) -> Read:
    """The whole reading as one value."""
    if isinstance(text, Read):
        return text
    return (text if isinstance(text, Reading) else read(text, language=language)).whole


def render_verdicts_json(suggestions: Sequence[Suggestion]) -> str:
    """Suggestions that nobody has signed yet as a JSON list."""
    return render_list(verdicts_as_dicts(suggestions))
