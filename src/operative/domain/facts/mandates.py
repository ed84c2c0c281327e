"""Facts about requests: what was asked, and each step on the way to its end."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from operative.domain.days import PartialDate
from operative.domain.mandates import Modality

__all__ = ["Bound", "Due", "MandateMoved", "MandateStated", "NextActionSet", "Step"]


class Step(StrEnum):
    """What is done to a mandate; the last five are the lifecycle verbs that Member States asked for in 2026."""

    ACCEPT = "accept"
    ASSIGN = "assign"
    START = "start"
    REPORT = "report"
    FULFIL = "fulfil"
    DISCONTINUE = "discontinue"
    SUPERSEDE = "supersede"
    RENEW = "renew"
    ADAPT = "adapt"
    MERGE = "merge"
    REPLACE = "replace"
    RETIRE = "retire"


class Bound(StrEnum):
    """How a session bounds what is due: at it, by its end, before it opens, or from it on."""

    AT = "at"
    UNTIL = "until"
    BEFORE = "before"
    FROM = "from"


@dataclass(frozen=True, slots=True)
class Due:
    """When a mandate is due, as far as the text says: first and last day, a session, a rhythm, or none of them.

    `words` are those of the text; `session` a number, several behind commas, "next" or a name, and `bound` how it
    bounds; `every` an ISO 8601 duration; `continuous` says that it never ends by itself.
    """

    words: str = ""
    earliest: PartialDate | None = None
    latest: PartialDate | None = None
    session: str = ""
    every: str = ""
    continuous: bool = False
    bound: Bound = Bound.AT


@dataclass(frozen=True, slots=True)
class MandateStated:
    """A document asks for something: one mandate, proposed until it is accepted. `label` is short and ours.

    `scope` is what a report must answer, `conditions` the ids of the conditions that it stands under.
    """

    kind: ClassVar[str] = "mandate.stated"
    id: str
    document: str
    provision: str
    label: str
    modality: Modality
    addressee: str = ""
    action: str = ""
    deliverables: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    due: Due | None = None
    scope: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    reporting_duty: bool = False


@dataclass(frozen=True, slots=True)
class MandateMoved:
    """One step of a mandate. `owner` goes with assign; `into` names the mandates that take over."""

    kind: ClassVar[str] = "mandate.moved"
    mandate: str
    step: Step
    owner: str = ""
    into: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NextActionSet:
    """What is to be done next for a mandate, by whom and by when."""

    kind: ClassVar[str] = "mandate.next"
    mandate: str
    action: str
    owner: str = ""
    by: PartialDate | None = None
