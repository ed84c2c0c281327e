"""Where every mandate stands, and which steps may be entered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from operative.domain.entries import Basis, Statement
from operative.domain.facts.conditions import ConditionStated
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole
from operative.domain.facts.mandates import MandateMoved, MandateStated, NextActionSet, Step
from operative.domain.mandates import Modality
from operative.domain.progress import ENDED, MandateState, MandateView
from operative.domain.reporting import OccasionState
from operative.domain.windows import Window
from operative.dossiers.admission import Check, need
from operative.dossiers.circles import check_circle
from operative.dossiers.courses import Course, course_before, find_courses, find_roles
from operative.dossiers.due import Announced, find_announced, find_windows
from operative.dossiers.fulfilment import find_missing, unanswered_of
from operative.dossiers.history import History, once
from operative.dossiers.occasions import current_window, match_occasions, waiting_since
from operative.dossiers.transitions import TABLE, steps_from
from operative.dossiers.wordings import say_progress
from operative.errors import IllegalTransition, MissingEvidence, Refused

__all__ = ["CHECKS", "find_mandates"]

HANDED_ON = frozenset({Step.MERGE, Step.REPLACE})
"""Steps that need the mandate that takes over."""
REASONED = frozenset({Step.DISCONTINUE, Step.SUPERSEDE, Step.RENEW, Step.ADAPT, Step.RETIRE})
"""Steps that need evidence, or at least a reason."""


@once
def find_mandates(history: History) -> tuple[MandateView, ...]:
    """Where each mandate stands on the day of the history, in the order in which they were stated."""
    sessions = find_announced(history)
    roles = find_roles(history)
    upcoming = history.latest(NextActionSet, "mandate")
    courses = find_courses(history).values()
    return tuple(_view(one, upcoming.get(one.stated.id), sessions, roles, history.on) for one in courses)


def _view(
    course: Course,
    upcoming: NextActionSet | None,
    sessions: Announced,
    roles: Mapping[str, DocumentRole],
    on: date,
) -> MandateView:
    stated, reports = course.stated, [one.report for one in course.reports]
    view = MandateView(
        stated.id,
        stated.label,
        stated.document,
        stated.provision,
        stated.modality,
        stated.addressee,
        course.state,
        course.since,
        say_progress(course, None, (), None, overdue=False),
        course.owner,
        into=course.into,
        reports=tuple(one.id for one in reports),
        entries=(course.entry.number, *(move.number for move in course.moves)),
        evidence=course.evidence,
        reporting_duty=stated.reporting_duty,
        background=course.last.statement.basis is Basis.BACKGROUND,
        findings=course.findings,
    )
    if course.state in ENDED:
        return view
    due, overdue = _due(course, sessions, on)
    since = waiting_since(course, due)
    waiting = None if since is None else max(0, (on - since).days)
    unanswered = unanswered_of(stated, course.answered)
    return replace(
        view,
        summary=say_progress(course, due, unanswered, waiting, overdue=overdue),
        next_action=upcoming.action if upcoming else "",
        next_owner=upcoming.owner if upcoming else "",
        next_by=upcoming.by if upcoming else None,
        due=due,
        overdue=overdue,
        unanswered_since=since,
        unanswered_days=waiting,
        unanswered=unanswered,
        missing=find_missing(stated, [one.document for one in reports], course.answered, roles),
    )


def _due(course: Course, sessions: Announced, on: date) -> tuple[Window, bool]:
    """The window that is waited for, and whether its last day has passed without what was asked."""
    occasions = match_occasions(course, sessions, on)
    due = current_window(find_windows(course.stated, course.asked, sessions, on), occasions, on)
    if course.stated.modality is Modality.PERMISSION:
        return due, False
    if occasions:
        return due, any(one.state is OccasionState.LATE for one in occasions)
    return due, course.state is not MandateState.REPORTED and due.is_overdue(on)


def _check_stated(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, MandateStated)
    need(history, DocumentNamed, "key", fact.document, "document")
    numbers = [entry.number for entry, _ in history.about(MandateStated, "id", fact.id)]
    if any(number != statement.corrects for number in numbers):
        raise Refused(f"there is a mandate {fact.id!r} already, in entry {numbers[0]}")
    for condition in fact.conditions:
        need(history, ConditionStated, "id", condition, "condition")


def _check_moved(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, MandateMoved)
    need(history, MandateStated, "id", fact.mandate, "mandate")
    for mandate in fact.into:
        need(history, MandateStated, "id", mandate, "mandate")
    course = course_before(history, fact.mandate, statement.effective.last, statement.corrects)
    if course is None:
        return
    if fact.step not in TABLE[course.state]:
        where, known = f"{fact.mandate} is {course.state} on {statement.effective}", steps_from(course.state)
        raise IllegalTransition(f"{where}: no way to {fact.step}; steps from here: {known}")
    _check_proof(history, course, fact, statement)


def _check_proof(history: History, course: Course, fact: MandateMoved, statement: Statement) -> None:
    if fact.step in HANDED_ON and not fact.into:
        raise Refused(f"to {fact.step} {fact.mandate}, name the mandate that takes over: into")
    if fact.into:
        check_circle(fact.mandate, _handed_on(history, fact, statement.corrects), "what takes over")
    if fact.step in REASONED and not (statement.evidence or fact.reason):
        raise MissingEvidence(f"to {fact.step} {fact.mandate}, give evidence, or the reason")
    if fact.step is Step.REPORT and not statement.evidence:
        raise MissingEvidence(f"to report {fact.mandate}, give the document that reports as evidence")
    if fact.step is Step.FULFIL:
        roles = find_roles(history)
        documents = [one.document for one in statement.evidence] + [one.report.document for one in course.reports]
        missing = find_missing(course.stated, documents, course.answered, roles)
        if missing:
            raise MissingEvidence(f"{fact.mandate} cannot be called fulfilled; missing: {'; '.join(missing)}")


def _handed_on(history: History, fact: MandateMoved, without: int | None) -> Mapping[str, Sequence[str]]:
    """Which mandates take over from which, with a step that is about to be entered in the place of another."""
    found: dict[str, list[str]] = {fact.mandate: list(fact.into)}
    for entry, moved in history.of(MandateMoved):
        if moved.into and entry.number != without:
            found.setdefault(moved.mandate, []).extend(moved.into)
    return found


def _check_next(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, NextActionSet)
    need(history, MandateStated, "id", fact.mandate, "mandate")


CHECKS: Mapping[type[Any], Sequence[Check]] = {
    MandateStated: (_check_stated,),
    MandateMoved: (_check_moved,),
    NextActionSet: (_check_next,),
}
"""What must be so before a mandate is stated, moved on, or given its next action."""
