"""Sessions of a body with their deadlines, and the days on which it can decide."""

from dataclasses import dataclass
from datetime import date

from operative.domain.days import PartialDate
from operative.domain.facts.decisions import SessionSort, Topic
from operative.domain.rules import Assumption, RuleInForce

__all__ = ["Deadline", "DecisionDay", "SessionView"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for something that a rule asks for around a session; None where it cannot be told yet.

    Where the session is not known to the day, `on` is the safe day and `sharp` is false.
    """

    topic: Topic
    on: date | None
    words: str
    rule: RuleInForce
    sharp: bool = True


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session as it was last announced, with the days that count for it; `notes` are what a person should look at."""

    key: str
    body: str
    label: str
    sort: SessionSort
    opens: PartialDate
    closes: PartialDate | None
    entry: int
    requested: PartialDate | None = None
    deadlines: tuple[Deadline, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionDay:
    """A way to a decision: a known session, or a special one that is asked for (`session` "").

    It can come from `earliest` on; `latest` is the session's last day, or the soonest day of a special session whose
    notice goes out as late as the rule allows. Where it is not `possible`, the words say why.
    """

    session: str
    earliest: date
    latest: date | None
    possible: bool
    words: str
    rules: tuple[RuleInForce, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
