"""Where words stand: character ranges of a source text."""

from dataclasses import dataclass

__all__ = ["Segment", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters, counted from 0."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the range covers in `text`."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of `length` characters that stand equally in a derived text (at `at`) and in the source (at `source`).

    A derived text is a list of segments in order; characters between two of them (a joining space) have no source of
    their own.
    """

    at: int
    source: int
    length: int
