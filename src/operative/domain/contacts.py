"""Contacts with the other side, and what they raised."""

from dataclasses import dataclass
from datetime import date

from operative.domain.days import PartialDate
from operative.domain.evidence import Evidence
from operative.domain.facts.engagements import Form

__all__ = ["EngagementView", "Raised", "RaisingView"]


@dataclass(frozen=True, slots=True)
class Raised:
    """Something that was raised, by its id: a mandate, an element or a goal, with its label."""

    id: str
    label: str
    sort: str


@dataclass(frozen=True, slots=True)
class EngagementView:
    """A letter, a meeting, a round: when, with whom, what was raised, and what came of it."""

    id: str
    form: Form
    title: str
    counterpart: str
    participants: tuple[str, ...]
    day: PartialDate
    raised: tuple[Raised, ...]
    outcome: str
    entry: int
    evidence: tuple[Evidence, ...] = ()
    background: bool = False


@dataclass(frozen=True, slots=True)
class RaisingView:
    """What the engagements of a dossier come to: the last of each counterpart, and what was never raised.

    `last` is the day of the last contact with anybody, `days` how many days ago; None where there was none.
    """

    engagements: tuple[EngagementView, ...]
    last: date | None
    days: int | None
    by_counterpart: tuple[EngagementView, ...]
    never_raised: tuple[Raised, ...]
    summary: str
