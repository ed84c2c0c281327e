"""Nothing is said of a thing as of a day on which it was not there yet, and nothing that is spoken of is taken away."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.agenda import LinkClaimed
from operative.domain.facts.citations import MandateCited
from operative.domain.facts.conditions import ConditionStated, DraftRegistered, ElementStated, VerdictSigned
from operative.domain.facts.decisions import (
    DecisionRecorded,
    OptionAssessed,
    ProposalTabled,
    VoteTaken,
)
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.facts.engagements import EngagementHeld
from operative.domain.facts.estimates import EstimateRun, FormulaStated
from operative.domain.facts.mandates import MandateMoved, MandateStated, NextActionSet
from operative.domain.facts.mechanisms import GoalStated, MechanismChanged, MechanismDescribed, StandingReported
from operative.domain.facts.reports import ReportFiled
from operative.domain.facts.tables import TableRead
from operative.dossiers.figures import say_first
from operative.dossiers.history import History
from operative.errors import Refused, TooEarly

__all__ = ["check_days", "check_left"]

SHOWN = 5
"""So many entries are listed that name a thing."""

Named = Iterable[tuple[str, str]]
"""What a fact names: the sort of thing, and its key; "" names nothing."""


class Thing(NamedTuple):
    """A sort of thing: the fact that makes it known, and the fields of its key and of the day since which it is there.

    Without a field for the day, it is there from the day of its entry on.
    """

    kind: type[Any]
    key: str
    day: str = ""

    def since(self, statement: Statement) -> PartialDate | None:
        """Since when the thing is there that a statement makes known; None where nobody says so."""
        found: PartialDate | None = getattr(statement.fact, self.day) if self.day else statement.effective
        return found


THINGS: Mapping[str, Thing] = {
    "mandate": Thing(MandateStated, "id"),
    "condition": Thing(ConditionStated, "id"),
    "element": Thing(ElementStated, "id"),
    "goal": Thing(GoalStated, "id"),
    "draft": Thing(DraftRegistered, "label"),
    "proposal": Thing(ProposalTabled, "id"),
    "vote": Thing(VoteTaken, "id"),
    "formula": Thing(FormulaStated, "service"),
    # When a document was named, or a mechanism described, says nothing of how old it is.
    "document": Thing(DocumentNamed, "key", "dated"),
    "mechanism": Thing(MechanismDescribed, "key", "since"),
}
ANY = ("mandate", "goal", "condition", "element", "proposal", "document")


def _each(sort: str, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((sort, key) for key in keys)


NAMES: Mapping[type[Any], Callable[[Any], Named]] = {
    MandateStated: lambda one: [("document", one.document), *_each("condition", one.conditions)],
    MandateMoved: lambda one: _each("mandate", (one.mandate, *one.into)),
    NextActionSet: lambda one: [("mandate", one.mandate)],
    ReportFiled: lambda one: [("document", one.document), *_each("mandate", (it.mandate for it in one.answers))],
    EngagementHeld: lambda one: [(sort, key) for key in one.raised for sort in ("mandate", "element", "goal")],
    ConditionStated: lambda one: [("document", one.document)],
    ElementStated: lambda one: [("condition", one.condition)],
    DraftRegistered: lambda one: [("document", one.document), ("draft", one.follows)],
    VerdictSigned: lambda one: [("draft", one.draft), ("element", one.element)],
    GoalStated: lambda one: [("document", one.document)],
    MechanismChanged: lambda one: [("mechanism", one.mechanism)],
    StandingReported: lambda one: [("mechanism", one.mechanism)],
    EstimateRun: lambda one: [("formula", one.service)],
    ProposalTabled: lambda one: [("document", one.document), *_each("mandate", one.answers)],
    OptionAssessed: lambda one: [("proposal", one.proposal)],
    VoteTaken: lambda one: [("proposal", one.proposal)],
    DecisionRecorded: lambda one: [
        ("document", one.document),
        ("proposal", one.proposal),
        ("vote", one.vote),
        *_each("mandate", (*one.closes, *one.changes)),
    ],
    LinkClaimed: lambda one: [(sort, one.subject) for sort in ANY],
    TableRead: lambda one: [("document", one.document)],
    MandateCited: lambda one: [("document", one.document)],
}
"""What each kind of fact names that must be there on its day."""


def check_days(history: History, statement: Statement) -> None:
    """Raise `TooEarly` where the statement counts from a day before something that it names is there.

    Days that are known to the month or the year only are too early where they are so for certain. A correction that
    puts a thing later than what others say of it is refused too.
    """
    last = statement.effective.last
    for sort, key in _named(statement.fact):
        found = [one for one in _since(history, sort, key) if one[0] != statement.corrects]
        if found and last < min(since.first for _, since in found):
            number, since = min(found, key=lambda one: one[1].first)
            said = f"{statement.fact.kind} counts from {statement.effective}, and the {sort} {key!r} is there only from"
            raise TooEarly(f"{said} {since} on (entry {number}): one of the two days is wrong")
    if statement.corrects is not None:
        _check_followers(history, statement, statement.corrects)


def _check_followers(history: History, statement: Statement, corrects: int) -> None:
    """What others say of a thing must not come to stand before it."""
    fact = statement.fact
    sort = _sort_of(fact)
    if not sort:
        return
    thing = THINGS[sort]
    key, since = getattr(fact, thing.key), thing.since(statement)
    if since is None or any(one != corrects for one, _ in _since(history, sort, key)):
        return
    for kind in NAMES:
        for entry, other in history.of(kind):
            if entry.effective.last < since.first and (sort, key) in _named(other):
                raise TooEarly(
                    f"entry {entry.number}, {other.kind}, counts from {entry.effective} and names the {sort} {key!r}, "
                    f"which would be there only from {since} on: correct that entry first"
                )


def check_left(history: History, statement: Statement) -> None:
    """Raise `Refused` where a withdrawal, or a correction of a key, would leave entries that name what is not there."""
    gone = None if statement.corrects is None else history.standing(statement.corrects)
    sort = "" if gone is None else _sort_of(gone.fact)
    if gone is None or not sort:
        return
    thing = THINGS[sort]
    key = getattr(gone.fact, thing.key)
    stays = type(statement.fact) is thing.kind and getattr(statement.fact, thing.key) == key
    if stays or any(entry.number != gone.number for entry, _ in history.about(thing.kind, thing.key, key)):
        return
    naming = {entry.number for kind in NAMES for entry, fact in history.of(kind) if (sort, key) in _named(fact)}
    if sort == "document":
        naming |= {number for number, documents in history.cited() if key in documents}
    naming.discard(gone.number)
    if naming:
        listed = say_first([str(number) for number in sorted(naming)], SHOWN)
        raise Refused(f"the {sort} {key!r} is named by entries that stand: {listed}; correct or withdraw them first")


def _sort_of(fact: Any) -> str:
    return next((name for name, thing in THINGS.items() if thing.kind is type(fact)), "")


def _named(fact: Any) -> list[tuple[str, str]]:
    names = NAMES.get(type(fact))
    return [(sort, key) for sort, key in names(fact) if key] if names else []


def _since(history: History, sort: str, key: str) -> list[tuple[int, PartialDate]]:
    """The entries that make a thing known, with the day from which each says that it is there."""
    thing = THINGS[sort]
    told = ((entry.number, thing.since(entry.statement)) for entry, _ in history.about(thing.kind, thing.key, key))
    return [(number, since) for number, since in told if since is not None]
