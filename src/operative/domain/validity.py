"""Whether a text is still in force, what says so, and what a person decided about it."""

from dataclasses import dataclass
from enum import StrEnum

from operative.domain.overlaps import Place

__all__ = ["CodifiedText", "Effect", "Judgement", "Validity"]


class Validity(StrEnum):
    """What became of a text, in the words of codified resolutions; `in-force`: nothing was found that ends it."""

    IN_FORCE = "in-force"
    RENEWED = "renewed"
    ADAPTED = "adapted"
    MERGED = "merged"
    REPLACED = "replaced"
    RETIRED = "retired"
    EXPIRED = "expired"

    @property
    def holds(self) -> bool:
        """Whether the text still binds."""
        return self in (Validity.IN_FORCE, Validity.RENEWED, Validity.ADAPTED)


@dataclass(frozen=True, slots=True)
class Effect:
    """What words do to a text: the rule that saw it, the words and where they stand, and from which day it counts.

    `until` is the last day of a renewal or of the text's own term, "" where none is said. `part` names the part of the
    text that is meant; "" is the whole.
    """

    document: str
    state: Validity
    day: str
    rule: str
    place: Place
    words: str
    until: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a named person decided about a text; it counts from its day on, and outranks every rule."""

    document: str
    state: Validity
    by: str
    day: str
    reason: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class CodifiedText:
    """A text as of a day. `suggested` is what the rules say, with its effects; `judgement` is a person's word.

    `until` is the last day of the term, "" where there is none. `review_missing` says that the text sets up something
    that lasts, and says nowhere when it ends or is looked at again.
    """

    document: str
    suggested: Validity
    until: str = ""
    effects: tuple[Effect, ...] = ()
    review_missing: bool = False
    judgement: Judgement | None = None

    @property
    def state(self) -> Validity:
        """What a person decided, else what the rules suggest."""
        return self.judgement.state if self.judgement else self.suggested
