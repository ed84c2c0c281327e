"""What a body decided, and what that does to mandates."""

from dataclasses import dataclass
from enum import StrEnum

from operative.domain.days import PartialDate
from operative.domain.facts.decisions import DecisionRecorded
from operative.domain.votes import ComputedOutcome

__all__ = ["DecisionView", "Effect", "EffectKind"]


class EffectKind(StrEnum):
    """What a decision does to a mandate."""

    CLOSES = "closes"
    CHANGES = "changes"
    CREATES = "creates"


@dataclass(frozen=True, slots=True)
class Effect:
    """A mandate that an adopted decision closes, changes or creates, from the day `on`.

    `document` is the key of the resolution that carries the decision, `entry` the number of the decision's entry,
    `label` what the mandate asks, in short.
    """

    mandate: str
    kind: EffectKind
    decision: str
    on: PartialDate
    entry: int
    document: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision with its entry and day, the outcome that follows from its vote, and what it does.

    `agrees` is false where another outcome follows from the vote as it is known now: corrected, or by rules that were
    recorded later; None where nothing can be computed.
    """

    decision: DecisionRecorded
    entry: int
    on: PartialDate
    words: str
    computed: ComputedOutcome | None = None
    agrees: bool | None = None
    effects: tuple[Effect, ...] = ()
