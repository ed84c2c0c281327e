"""Facts about bodies that decide: rules, sessions, proposals, votes, decisions."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from operative.domain.days import PartialDate

__all__ = [
    "Ballot",
    "Criterion",
    "DecisionRecorded",
    "Gate",
    "Majority",
    "MembersCounted",
    "Option",
    "OptionAssessed",
    "Outcome",
    "ProposalTabled",
    "RuleStated",
    "SessionAnnounced",
    "SessionSort",
    "Topic",
    "VoteBase",
    "VoteCast",
    "VoteTaken",
]


class Topic(StrEnum):
    """What a rule of a body is about."""

    MAJORITY = "majority"
    QUORUM = "quorum"
    NOTICE = "notice"
    DOCUMENTS = "documents"
    REQUEST = "request"
    ARREARS = "arrears"
    LANGUAGES = "languages"
    REPORT = "report"


class Majority(StrEnum):
    """How much of the base a decision needs."""

    SIMPLE = "simple"
    TWO_THIRDS = "two thirds"
    THREE_QUARTERS = "three quarters"
    UNANIMITY = "unanimity"
    CONSENSUS = "consensus"


class VoteBase(StrEnum):
    """Of whom the majority is counted."""

    MEMBERS = "members"
    PRESENT_AND_VOTING = "present and voting"


class SessionSort(StrEnum):
    """Whether a session comes by rule or by request."""

    REGULAR = "regular"
    SPECIAL = "special"


class VoteCast(StrEnum):
    """How one member votes."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"
    NO_RIGHT = "no right to vote"


class Outcome(StrEnum):
    """What a vote comes to."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    NO_QUORUM = "no quorum"
    DEFERRED = "deferred"


@dataclass(frozen=True, slots=True)
class RuleStated:
    """A rule of a body as data; the evidence of the entry says where it is written.

    `applies_to` are matters ("amendment", "admission") or sorts of session; empty is everything else. `days`, or
    `months`, are those of a period; `share` is a part of the members ("1/3"). What belongs to a topic:

    majority   `majority` and `base`; a base that is not stated is that of the rule for everything else
    quorum     `majority` (simple: more than half) or `share` (at least that part) of the members
    notice     how long before a session notice is given, at the latest
    documents  how long before a session its documents are sent, at the latest
    request    the `share` of the members that can ask for a special session, and how long after it notice is given
    arrears    "quorum" or "majority" in `applies_to`: members without a vote are not counted there
    report     how long after a session its report is due
    """

    kind: ClassVar[str] = "rule.stated"
    id: str
    body: str
    topic: Topic
    label: str
    applies_to: tuple[str, ...] = ()
    majority: Majority | None = None
    base: VoteBase | None = None
    days: int | None = None
    share: str = ""
    months: int | None = None


@dataclass(frozen=True, slots=True)
class MembersCounted:
    """How many members a body has from the entry's day on, and which have lost their vote."""

    kind: ClassVar[str] = "members.counted"
    body: str
    members: int
    names: tuple[str, ...] = ()
    without_vote: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionAnnounced:
    """A session of a body: when it opens and closes; for a special one, the day on which it was requested."""

    kind: ClassVar[str] = "session.announced"
    key: str
    body: str
    label: str
    opens: PartialDate
    closes: PartialDate | None = None
    sort: SessionSort = SessionSort.REGULAR
    requested: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One way to decide: what it does, which goals it reaches, which estimates belong to it."""

    key: str
    title: str
    summary: str = ""
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition that an option must meet before it may be weighed: ids of the conditions or elements."""

    key: str
    label: str
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """What options are weighed by; `source` says where the weight comes from."""

    key: str
    label: str
    weight: Decimal
    source: str = ""


@dataclass(frozen=True, slots=True)
class ProposalTabled:
    """A question put before a body, with its options, gates and criteria; `matter` chooses the rule ("amendment")."""

    kind: ClassVar[str] = "proposal.tabled"
    id: str
    title: str
    body: str
    options: tuple[Option, ...]
    document: str = ""
    session: str = ""
    matter: str = ""
    answers: tuple[str, ...] = ()
    gates: tuple[Gate, ...] = ()
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionAssessed:
    """What somebody holds of an option under one gate (`met`) or one criterion (`score`, 0 to 10), and why."""

    kind: ClassVar[str] = "option.assessed"
    proposal: str
    option: str
    under: str
    reason: str
    met: bool | None = None
    score: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """The vote of one member."""

    member: str
    vote: VoteCast


@dataclass(frozen=True, slots=True)
class VoteTaken:
    """A vote on an option: member by member (`ballots`), by count, or by consensus."""

    kind: ClassVar[str] = "vote.taken"
    id: str
    proposal: str
    option: str
    session: str
    ballots: tuple[Ballot, ...] = ()
    yes: int = 0
    no: int = 0
    abstain: int = 0
    absent: int = 0
    consensus: bool = False


@dataclass(frozen=True, slots=True)
class DecisionRecorded:
    """What the body did: the outcome, the rule that makes it so, the new resolution, and what it does to mandates.

    `document` is the key of the resolution that carries it; `closes`, `changes` and `creates` are ids of mandates.
    """

    kind: ClassVar[str] = "decision.recorded"
    id: str
    body: str
    title: str
    outcome: Outcome
    session: str = ""
    proposal: str = ""
    option: str = ""
    vote: str = ""
    rule: str = ""
    document: str = ""
    closes: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    creates: tuple[str, ...] = ()
