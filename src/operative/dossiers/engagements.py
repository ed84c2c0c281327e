"""Engagements: what was raised with whom, the last contact, and what was never raised."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from operative.domain.contacts import EngagementView, Raised, RaisingView
from operative.domain.entries import Basis, Statement
from operative.domain.facts.conditions import ElementStated
from operative.domain.facts.engagements import EngagementHeld
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.mechanisms import GoalStated, MechanismDescribed
from operative.dossiers.admission import Check
from operative.dossiers.history import History, once
from operative.dossiers.saying import say_day
from operative.dossiers.wordings import count
from operative.errors import Refused, UnknownSubject

__all__ = ["CHECKS", "find_engagements", "find_raising"]


@once
def find_engagements(history: History) -> tuple[EngagementView, ...]:
    """The contacts that were held by the day, in order."""
    subjects = {one.id: one for one in _subjects(history)}
    return tuple(
        EngagementView(
            fact.id,
            fact.form,
            fact.title,
            fact.counterpart,
            fact.participants,
            entry.effective,
            tuple(subjects.get(one, Raised(one, one, "")) for one in fact.raised),
            fact.outcome,
            entry.number,
            entry.statement.evidence,
            entry.statement.basis is Basis.BACKGROUND,
        )
        for entry, fact in history.of(EngagementHeld)
    )


@once
def find_raising(history: History) -> RaisingView:
    """The engagements as a whole: the last of each counterpart, and which mandates, elements and goals none raised."""
    engagements = find_engagements(history)
    latest = {one.counterpart: one for one in engagements}
    raised = {one.id for engagement in engagements for one in engagement.raised}
    never = tuple(one for one in _subjects(history) if one.id not in raised)
    last = engagements[-1].day.last if engagements else None
    return RaisingView(
        engagements,
        last,
        None if last is None else (history.on - last).days,
        tuple(latest.values()),
        never,
        _summary(engagements, never),
    )


def _subjects(history: History) -> Iterator[Raised]:
    """What can be raised, in the order in which it was stated: mandates, then elements, then goals."""
    for mandate in history.facts(MandateStated):
        yield Raised(mandate.id, mandate.label, "mandate")
    for element in history.facts(ElementStated):
        yield Raised(element.id, element.label, "element")
    names = {one.key: one.abbreviation or one.name for one in history.facts(MechanismDescribed)}
    for goal in history.facts(GoalStated):
        yield Raised(goal.id, f"{goal.verb} {goal.relation}: {names.get(goal.mechanism, goal.mechanism)}", "goal")


def _summary(engagements: Sequence[EngagementView], never: Sequence[Raised]) -> str:
    """ "last contact 10 March 2016 with the United Nations, 3 elements never raised"."""
    if not engagements:
        return "no contact yet"
    last = engagements[-1]
    said = [f"last contact {say_day(last.day)} with {last.counterpart}"]
    for sort in ("mandate", "element", "goal"):
        number = sum(one.sort == sort for one in never)
        if number:
            said.append(f"{count(number, sort)} never raised")
    return ", ".join(said)


def _check_held(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, EngagementHeld)
    if not fact.counterpart.strip():
        raise Refused("an engagement has another side: counterpart")
    for entry, _ in history.about(EngagementHeld, "id", fact.id):
        if entry.number != statement.corrects:
            raise Refused(f"there is an engagement {fact.id!r} already, in entry {entry.number}")
    for key in fact.raised:
        if not any(history.about(sort, "id", key) for sort in (MandateStated, ElementStated, GoalStated)):
            raise UnknownSubject(f"there is no mandate, element or goal {key!r} in this dossier")


CHECKS: Mapping[type[Any], Sequence[Check]] = {EngagementHeld: (_check_held,)}
"""What must be so before an engagement is entered."""
