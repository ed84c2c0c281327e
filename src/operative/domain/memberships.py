"""What the entries of a dossier come to on a day: mechanisms, standings in them, and the goals that they meet."""

from dataclasses import dataclass
from enum import StrEnum

from operative.domain.days import PartialDate
from operative.domain.facts.mechanisms import MechanismChange, Standing
from operative.domain.goals import GoalVerb, Relation
from operative.domain.mechanisms import Level

__all__ = [
    "Conflict",
    "Fate",
    "GoalState",
    "GoalView",
    "MechanismView",
    "MembershipView",
    "Said",
    "SuggestedStanding",
    "Tenure",
]


class GoalState(StrEnum):
    """How far a goal has come."""

    OPEN = "open"
    SOUGHT = "sought"
    REACHED = "reached"
    KEPT = "kept"
    LOST = "lost"
    WITHOUT_OBJECT = "without object"


@dataclass(frozen=True, slots=True)
class Said:
    """One value of several, and the number of the entry that states it."""

    value: str
    entry: int
    background: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that say different things `about` the same: all of them, in the order of the ledger."""

    about: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    """Something that became of a mechanism. With `by_then`, `on` is a day by which it had happened."""

    change: MechanismChange
    on: PartialDate
    entry: int
    into: tuple[str, ...] = ()
    name: str = ""
    parent: str = ""
    by_then: bool = False
    background: bool = False


@dataclass(frozen=True, slots=True)
class MechanismView:
    """A mechanism as it stands on the day; `depth` is how far below the top of its hierarchy.

    `successors` are those that took its place directly; a mechanism that is `gone` was merged, succeeded or ended.
    `since` has more than one day where sources differ; `entries` are the numbers of the entries that say all this, and
    `unchecked` the names of the fields that rest on background knowledge.
    """

    key: str
    name: str
    words: str
    entries: tuple[int, ...]
    abbreviation: str = ""
    level: Level = Level.UNSTATED
    parent: str = ""
    depth: int = 0
    chair: str = ""
    rule: str = ""
    follows: str = ""
    since: tuple[PartialDate, ...] = ()
    gone: bool = False
    successors: tuple[str, ...] = ()
    fates: tuple[Fate, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    unchecked: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """The abbreviation, or else the name."""
        return self.abbreviation or self.name


@dataclass(frozen=True, slots=True)
class Tenure:
    """One standing without a break. `since` has more than one day where sources differ; where none says when it began,
    `since` is empty and `by` a day on which it was so already.

    `via` is the mechanism through which it holds, "" for the mechanism itself.
    """

    mechanism: str
    standing: Standing
    entries: tuple[int, ...]
    since: tuple[PartialDate, ...] = ()
    by: PartialDate | None = None
    until: tuple[PartialDate, ...] = ()
    via: str = ""
    background: bool = False


@dataclass(frozen=True, slots=True)
class SuggestedStanding:
    """What a rule of membership, or a succession, suggests where no source says it; it fulfils nothing."""

    standing: Standing
    why: str
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MembershipView:
    """What a participant is in a mechanism on the day, and was before; `standing` None says that no source tells."""

    participant: str
    mechanism: str
    name: str
    standing: Standing | None
    words: str
    tenures: tuple[Tenure, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    suggested: SuggestedStanding | None = None


@dataclass(frozen=True, slots=True)
class GoalView:
    """How far a goal has come on the day, in words, with the entries that prove it.

    `tenure` is the standing that meets it, or met it; `now_in` the mechanisms in which it is followed where its own is
    gone.
    """

    id: str
    document: str
    provision: str
    mechanism: str
    name: str
    verb: GoalVerb
    relation: Relation
    state: GoalState
    words: str
    entries: tuple[int, ...]
    tenure: Tenure | None = None
    now_in: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    open_list: bool = False
