"""Facts about coordination bodies, the goals set for them, and the standing of participants."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from operative.domain.days import PartialDate
from operative.domain.goals import GoalVerb, Relation
from operative.domain.mechanisms import Level

__all__ = ["GoalStated", "MechanismChange", "MechanismChanged", "MechanismDescribed", "Standing", "StandingReported"]


class MechanismChange(StrEnum):
    """What can become of a mechanism."""

    RENAMED = "renamed"
    MOVED = "moved"
    MERGED = "merged"
    SUCCEEDED = "succeeded"
    ENDED = "ended"


class Standing(StrEnum):
    """What a participant is in a mechanism."""

    NONE = "none"
    SOUGHT = "sought"
    INVITEE = "invitee"
    OBSERVER = "observer"
    PARTICIPANT = "participant"
    MEMBER = "member"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class GoalStated:
    """A document asks that a standing be reached or kept."""

    kind: ClassVar[str] = "goal.stated"
    id: str
    document: str
    provision: str
    mechanism: str
    verb: GoalVerb
    relation: Relation
    open_list: bool = False


@dataclass(frozen=True, slots=True)
class MechanismDescribed:
    """A coordination body: its place in the hierarchy, who chairs it, and by which rule one becomes a member.

    `follows` is the mechanism whose members are, by rule, members here too.
    """

    kind: ClassVar[str] = "mechanism.described"
    key: str
    name: str
    abbreviation: str = ""
    level: Level = Level.UNSTATED
    parent: str = ""
    chair: str = ""
    rule: str = ""
    since: PartialDate | None = None
    follows: str = ""


@dataclass(frozen=True, slots=True)
class MechanismChanged:
    """A mechanism is renamed, moved under another parent, merged into, or succeeded by, others (`into`), or ends.

    Moved to no parent, it stands on its own. With `by_then` the entry's day is one by which it had happened; on which
    day it did is not known.
    """

    kind: ClassVar[str] = "mechanism.changed"
    mechanism: str
    change: MechanismChange
    into: tuple[str, ...] = ()
    name: str = ""
    parent: str = ""
    by_then: bool = False


@dataclass(frozen=True, slots=True)
class StandingReported:
    """A source says what a participant is in a mechanism from the entry's day on; `fulfils` are the goals it meets.

    Two sources that disagree are both kept, and shown as a conflict. With `by_then` it was so already on the entry's
    day; when it began is not known.
    """

    kind: ClassVar[str] = "standing.reported"
    participant: str
    mechanism: str
    standing: Standing
    fulfils: tuple[str, ...] = ()
    by_then: bool = False
