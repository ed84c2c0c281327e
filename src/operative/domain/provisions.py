"""The units of a resolution."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from operative.domain.spans import Segment, Span

__all__ = ["Kind", "Note", "Provision"]

BEGIN = attrgetter("at")


class Kind(StrEnum):
    """What a provision is. Annexed text is never `operative`."""

    TITLE = "title"
    ENACTING = "enacting"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "subparagraph"
    HEADING = "heading"
    ARTICLE = "article"
    BODY = "body"
    ANNEX = "annex"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Provision:
    """One unit of a text: its own words, without number, note markers and nested provisions.

    `text` has white space squeezed and line-end hyphens mended; `segments` map it back to the source. `span` covers the
    provision with its number. `lead` is the opening verb phrase as printed. `notes` are the markers called here, and
    `calls` their places in `text`.
    """

    id: str
    kind: Kind
    text: str
    span: Span
    number: str | None = None
    parent: str | None = None
    lead: str | None = None
    page: int = 1
    notes: tuple[str, ...] = ()
    calls: tuple[int, ...] = ()
    segments: tuple[Segment, ...] = ()

    def source_of(self, start: int, end: int) -> Span:
        """The range of the source that carries the characters from `start` to `end` of `text`."""
        first = last = None
        at = max(bisect_right(self.segments, start, key=BEGIN) - 1, 0)
        for segment in self.segments[at : bisect_left(self.segments, end, key=BEGIN)]:
            low, high = max(start, segment.at), min(end, segment.at + segment.length)
            if low < high:
                shift = segment.source - segment.at
                first = low + shift if first is None else first
                last = high + shift
        if first is None or last is None:
            return Span(self.span.start, self.span.start)
        return Span(first, last)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its marker, its words, and the id of the provision that calls it ("" where none does)."""

    marker: str
    text: str
    provision: str
    span: Span
