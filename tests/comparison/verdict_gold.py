"""What readers wrote about drafts, and what the program suggests for them, side by side."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import operative
from operative.comparison.verdicts import suggest_verdicts
from operative.domain.readings import Reading
from operative.domain.verdicts import Suggestion, Verdict

GOLD = Path(__file__).parents[1] / "gold" / "verdicts"
TEXTS = Path(__file__).parents[1] / "mandates" / "texts"
SAMPLES = files("operative") / "samples"
KEPT = frozenset({Verdict.EXPLICIT, Verdict.EQUIVALENT})
LOST = frozenset({Verdict.SILENT, Verdict.CONTRADICTED})

RESOLUTION = """RESOLUTION No. 77
(Adopted by the Council at its 5th Session, on 3 May 2030)

TALKS WITH THE ALLIANCE

The Council,
Recalling Resolution No. 12 of 4 May 2021,
1. Requests the Director to open talks with the Alliance of Coasts, on the express condition that
the essential elements in subparagraph (a) are preserved whenever subparagraph (b) is carried out:
(a) {says};
(b) The Institute should seek membership of the Coordination Forum of the Alliance;
2. Requests the Director to report to the Council at its 6th Session.
"""
AGREEMENT = """AGREEMENT BETWEEN THE INSTITUTE OF TIDES AND THE ALLIANCE OF COASTS

The Institute of Tides and the Alliance of Coasts,
{preamble}
Have agreed as follows:

Article 1
Purpose
1. This Agreement sets out the terms of their cooperation.

Article 2
Principles
{body}

Article 3
Entry into force
1. This Agreement enters into force upon signature.
"""


@dataclass(frozen=True)
class Judged:
    """One element under one draft: what the reader wrote, and what is suggested."""

    name: str
    verdict: Verdict
    passage: str
    suggested: Suggestion

    @property
    def right(self) -> bool:
        return self.suggested.verdict is self.verdict

    @property
    def unsafe(self) -> bool:
        """Lost, but suggested as kept: the worst that can happen."""
        return self.verdict in LOST and self.suggested.verdict in KEPT

    def __str__(self) -> str:
        return (
            f"{self.name}: {self.verdict} {self.passage}, suggested {self.suggested.verdict} {self.suggested.passage}"
        )


def whole(text: str | bytes, language: str = "en") -> Reading:
    data = text.encode() if isinstance(text, str) else text
    return operative.read(data, name="text.txt", language=language).whole


@cache
def named(name: str, language: str) -> Reading:
    sample = SAMPLES / name
    return whole(sample.read_bytes() if sample.is_file() else (TEXTS / name).read_bytes(), language)


def pair_of(says: str, *draft: str, preamble: str = "Recalling their long friendship,") -> tuple[Reading, Reading]:
    """A resolution that asks for what a sentence says, and an agreement with these paragraphs in its Article 2."""
    body = "\n".join(f"{number}. {words}" for number, words in enumerate(draft, 1))
    resolution = RESOLUTION.format(says=says.rstrip("."))
    return whole(resolution), whole(AGREEMENT.format(body=body, preamble=preamble))


def suggested_for(label: str, suggestions: tuple[Suggestion, ...]) -> Suggestion:
    """The suggestion for the element with this label, or with one that begins so."""
    found = [one for one in suggestions if one.element and one.label == label]
    found += [one for one in suggestions if one.element and one.label.startswith(label)]
    assert found, f"no element {label!r}; there are {[one.label for one in suggestions if one.element]}"
    return found[0]


def texts_of(table: dict[str, Any]) -> tuple[Reading, Reading]:
    language = table["language"]
    if "resolution_text" in table:
        resolution = whole(table["resolution_text"], language)
    else:
        resolution = named(table["resolution"], language)
    draft = whole(table["draft"], language) if "draft" in table else named(table["draft_file"], language)
    return resolution, draft


def sentences(kind: str) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """The single sentences of a folder of the gold, each with its file's table and a name."""
    tables = [tomllib.loads(path.read_text("utf-8")) for path in sorted((GOLD / kind).glob("pairs-*.toml"))]
    return [(" / ".join(row["draft"]), table, row) for table in tables for row in table["pair"]]


def suggested_sentence(table: dict[str, Any], row: dict[str, Any]) -> Suggestion:
    """The suggestion for the element of a sentence."""
    if "agreement" in table:
        body = "\n".join(f"{number}. {words}" for number, words in enumerate(row["draft"], 1))
        draft = whole(table["agreement"].format(body=body), table["language"])
        suggestions = suggest_verdicts(named(table["resolution"], table["language"]), draft)
    else:
        suggestions = suggest_verdicts(*pair_of(row["says"], *row["draft"]))
    return suggested_for(row["label"], suggestions)


def judged(half: str) -> Iterator[Judged]:
    """All pairs of a half of the gold, dev or held."""
    for path in sorted((GOLD / half).glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        if "element" in table:
            suggestions = suggest_verdicts(*texts_of(table))
            for row in table["element"]:
                found = suggested_for(row["label"], suggestions)
                yield Judged(f"{path.stem}: {row['label']}", Verdict(row["verdict"]), row["passage"], found)
        for row in table.get("pair", ()):
            texts = pair_of(row["says"], *row["draft"], **({"preamble": row["preamble"]} if "preamble" in row else {}))
            found = suggested_for(row["label"], suggest_verdicts(*texts))
            name = f"{path.stem}: {row['label']} | {' / '.join(row['draft'])}"
            yield Judged(name, Verdict(row["verdict"]), row["passage"], found)


def additions(half: str) -> Iterator[tuple[str, str, tuple[Suggestion, ...]]]:
    """The additions that a reader marked: file, provision, and all that is suggested for the draft."""
    for path in sorted((GOLD / half).glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        if table.get("addition"):
            suggestions = suggest_verdicts(*texts_of(table))
            yield from ((path.stem, row["passage"], suggestions) for row in table["addition"])
