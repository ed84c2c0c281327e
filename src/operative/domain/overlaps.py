"""What repeats among many texts: the same words again, and nearly the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from operative.domain.redlines import Change, Piece

__all__ = ["DraftOverlap", "Echo", "NearPair", "Overlap", "Place", "Repetition"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a provision stands in a corpus: the key of its document, and its id there."""

    document: str
    provision: str


@dataclass(frozen=True, slots=True)
class Repetition:
    """Numbers of texts that have the same words, in rising order, at least two."""

    texts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NearPair:
    """Numbers of two texts with other words that are nearly the same, and the share of shingles that both have.

    Where a text is repeated, it goes by the number of the first.
    """

    one: int
    other: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """What repeats among `total` texts, of which `distinct` have words of their own."""

    total: int
    distinct: int
    repetitions: tuple[Repetition, ...]
    near: tuple[NearPair, ...]

    def pairs(self) -> Iterator[NearPair]:
        """Every pair of texts that are the same or nearly so, repeated ones too; there may be very many."""
        groups = {repetition.texts[0]: repetition.texts for repetition in self.repetitions}
        for texts in groups.values():
            for one, other in combinations(texts, 2):
                yield NearPair(one, other, 1.0)
        for pair in self.near:
            for one in groups.get(pair.one, (pair.one,)):
                for other in groups.get(pair.other, (pair.other,)):
                    yield NearPair(min(one, other), max(one, other), pair.likeness)


@dataclass(frozen=True, slots=True)
class Echo:
    """One provision of a draft, and where its words stand already.

    `change` is `same`, `changed` (nearly the same) or `added` (new language). `places` are those of the wording that is
    most like it, the first adopted first; `pieces` lead from that wording to the draft's.
    """

    provision: str
    change: Change
    likeness: float = 0.0
    places: tuple[Place, ...] = ()
    pieces: tuple[Piece, ...] = ()
    words: int = 0
    new_words: int = 0


@dataclass(frozen=True, slots=True)
class DraftOverlap:
    """What of a draft exists already, provision by provision."""

    echoes: tuple[Echo, ...]

    @property
    def new_share(self) -> float:
        """The share of words that no like provision has, from 0 to 1."""
        words = sum(echo.words for echo in self.echoes)
        return sum(echo.new_words for echo in self.echoes) / words if words else 0.0
