"""The opening verb phrase of a provision: by its italics where the source shows them, else by the words."""

import re
from collections.abc import Sequence

from operative.domain.provisions import Kind
from operative.domain.spans import Segment
from operative.domain.texts import Mark
from operative.structure.mending import place_of
from operative.vocabulary.styles import Style

__all__ = ["find_lead"]

WORD = re.compile(r"\w")
OPENING_MARKS = '“"«‘[ '
CLOSING_MARKS = " ,:;،，：\u00a0"
WITH_LEAD = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH})


def find_lead(text: str, segments: Sequence[Segment], kind: Kind, italics: Sequence[Mark], style: Style) -> str | None:
    """The lead of a provision as printed, or None where it opens with no verb."""
    if kind not in WITH_LEAD or not text:
        return None
    begin = len(text) - len(text.lstrip(OPENING_MARKS))
    set_apart = _italic_lead(text, begin, segments, italics, style.spaced)
    if set_apart:
        return set_apart
    patterns: tuple[re.Pattern[str], ...] = (style.preambular, style.operative)
    if kind is not Kind.PREAMBULAR:
        patterns = (style.operative, style.preambular)
    if kind is Kind.SUBPARAGRAPH:
        patterns = (style.operative,)
        if style.cased and not text[begin : begin + 1].isupper():
            return None
    for pattern in patterns:
        if match := pattern.match(text, begin):
            return match[0].rstrip(CLOSING_MARKS)
    if spoken := style.speaks.match(text):
        verb = style.operative.match(text, spoken.start("verb")) or spoken
        return verb[0].rstrip(CLOSING_MARKS) if verb is not spoken else spoken["verb"]
    if kind is Kind.OPERATIVE and (match := style.plural.match(text, begin)):
        return match[0].rstrip(CLOSING_MARKS)
    return None


def _italic_lead(
    text: str, begin: int, segments: Sequence[Segment], italics: Sequence[Mark], spaced: bool
) -> str | None:
    """The run of italic characters at the beginning, across lines and small gaps; a wholly italic text has no lead."""
    end = begin
    for mark in italics:
        low, high = place_of(segments, mark.span.start), place_of(segments, mark.span.end)
        if low > end + 1 or (low > end and text[end:low].strip()):
            break
        end = max(end, high)
    if end == begin or not WORD.search(text, begin, end) or end >= len(text.rstrip(CLOSING_MARKS + ".")):
        return None
    # An italic run may end inside a word where the printer slipped: the word is taken whole.
    while spaced and end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return text[begin:end].rstrip(CLOSING_MARKS)
