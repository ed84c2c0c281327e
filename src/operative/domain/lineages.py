"""A provision through the sessions, and texts that come again."""

from dataclasses import dataclass

from operative.domain.overlaps import Place
from operative.domain.redlines import Change, Piece

__all__ = ["Lineage", "LineageStep", "Series", "SeriesStep"]


@dataclass(frozen=True, slots=True)
class LineageStep:
    """One wording of a provision in one document, against the step before it: `same`, `changed` (with the pieces by
    word) or, of the first, `added`.
    """

    place: Place
    adopted: str
    change: Change
    likeness: float
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """A provision with its earlier and later wordings, one a document, by day of adoption.

    `elsewhere` are other texts that use its words as a formula, by day.
    """

    place: Place
    steps: tuple[LineageStep, ...]
    elsewhere: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesStep:
    """One text of a series: how many provisions and words it has, and how many provisions are the same as in the text
    before it, nearly the same, or new; of the first all are new.
    """

    document: str
    adopted: str
    provisions: int
    words: int
    same: int = 0
    changed: int = 0
    new: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """Texts of one body on one matter, session after session, at least two, by day of adoption.

    `every` is the usual distance in years between two of them; 0 where they come more often or the days are not known.
    """

    title: str
    body: str
    steps: tuple[SeriesStep, ...]
    every: int = 0
