"""Who cites whom, where and with which verb."""

from dataclasses import dataclass
from enum import StrEnum

from operative.domain.overlaps import Place

__all__ = ["Citation", "CitationCircle", "CitationState"]


class CitationState(StrEnum):
    """What the corpus knows of the target of a citation: it holds it, it does not, or the words name none."""

    HELD = "held"
    ABSENT = "absent"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation of a document by a provision: its words, the symbol of its target, the place there, and the opening
    verb of the provision, or of the one above it.

    `target` is the key of the cited document where the corpus holds it. `later` says that it was adopted after the text
    that cites it: one of the two days, or the symbol, was misread or misprinted.
    """

    place: Place
    quote: str
    symbol: str
    state: CitationState
    target: str = ""
    pinpoint: str = ""
    verb: str = ""
    later: bool = False


@dataclass(frozen=True, slots=True)
class CitationCircle:
    """Keys of documents that lead to each other by their citations, at least two."""

    documents: tuple[str, ...]
