"""What a search asks, and what it finds."""

from dataclasses import dataclass

from operative.domain.overlaps import Place
from operative.domain.spans import Span

__all__ = ["FacetCount", "Hit", "HitPage", "SearchQuery", "SearchTerm"]


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """One word or phrase to look for: in the text where `field` is "", else in that field.

    `prefix` means any word that begins so; `first` and `last` bound a field of numbers; `exact` means the whole
    value of the field as it is counted, not a word of it.
    """

    words: str
    field: str = ""
    excluded: bool = False
    prefix: bool = False
    first: int = 0
    last: int = 0
    exact: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What a person typed: every group must be met, and of a group one term is enough."""

    groups: tuple[tuple[SearchTerm, ...], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One provision that was found: where it stands, what its document is called, and the words with the places of what
    was looked for in them.
    """

    place: Place
    called: str
    year: int
    kind: str
    score: float
    text: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of the hits have a value in a field."""

    field: str
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class HitPage:
    """Some of the hits in the order of their rank, `offset` of all `total` being before them.

    `state` names the index: pages with the same state never overlap, and leave nothing out.
    """

    total: int
    offset: int
    hits: tuple[Hit, ...]
    facets: tuple[FacetCount, ...] = ()
    state: str = ""
