"""Reporting: what was due, what came, what is late, and what each report left unanswered."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from operative.domain.entries import Basis, Entry, Statement
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.reports import ReportFiled
from operative.domain.mandates import Modality
from operative.domain.progress import ENDED
from operative.domain.reporting import Coverage, DutyView, Occasion, OccasionState, ReportView, Unanswered
from operative.domain.windows import Window
from operative.dossiers.admission import Check, need
from operative.dossiers.answering import suggest_answers
from operative.dossiers.courses import Course, find_courses, is_placed
from operative.dossiers.due import Announced, find_announced, find_windows
from operative.dossiers.fulfilment import unanswered_of
from operative.dossiers.history import History, once
from operative.dossiers.occasions import current_window, match_occasions, waiting_since
from operative.dossiers.phrasing import joined, listed, say, say_count
from operative.dossiers.wordings import say_due, say_state, say_unanswered
from operative.errors import Refused, UnknownSubject

__all__ = ["CHECKS", "find_calendar", "find_reports", "suggest_answers"]


@once
def find_reports(history: History) -> tuple[ReportView, ...]:
    """The reports that came by the day, in order, each with what it answers and what it leaves unanswered."""
    stated: dict[str, MandateStated] = {}
    for fact in history.facts(MandateStated):
        stated.setdefault(fact.id, fact)
    return tuple(_report(entry, report, stated) for entry, report in history.of(ReportFiled))


@once
def find_calendar(history: History) -> tuple[DutyView, ...]:
    """The calendar of every reporting duty, in the order in which they were stated."""
    announced = find_announced(history)
    courses = find_courses(history).values()
    return tuple(_duty(one, announced, history.on) for one in courses if one.stated.reporting_duty)


def _report(entry: Entry, report: ReportFiled, stated: Mapping[str, MandateStated]) -> ReportView:
    named = dict.fromkeys(answer.mandate for answer in report.answers)
    coverage = tuple(_coverage(report, stated[one]) for one in named if one in stated)
    said: list[str] = [say("reported {day}", day=entry.effective)]
    open_things = list(dict.fromkeys(scope for one in coverage for scope in one.unanswered))
    if not coverage:
        said.append(say("it does not say which request it answers"))
    elif open_things:
        said.append(say_unanswered(open_things))
    return ReportView(
        report.id,
        report.document,
        entry.effective,
        report.to,
        report.through,
        report.session,
        coverage,
        joined(said),
        entry.number,
        entry.statement.evidence,
        entry.statement.basis is Basis.BACKGROUND,
    )


def _coverage(report: ReportFiled, mandate: MandateStated) -> Coverage:
    answered = tuple(one for one in report.answers if one.mandate == mandate.id and is_placed(one))
    scopes = {one.scope for one in answered}
    missing = unanswered_of(mandate, scopes)
    if not mandate.scope and not scopes:
        missing = (mandate.label,)
    return Coverage(mandate.id, mandate.label, answered, missing)


def _duty(course: Course, announced: Announced, on: date) -> DutyView:
    stated, over = course.stated, course.state in ENDED
    occasions = match_occasions(course, announced, on)
    due = None if over else current_window(find_windows(stated, course.asked, announced, on), occasions, on)
    bound = not over and stated.modality is not Modality.PERMISSION
    late = bound and any(one.state is OccasionState.LATE for one in occasions)
    waited = max(0, (on - course.asked).days)
    missing = () if over else unanswered_of(stated, course.answered)
    since = waiting_since(course, due) if due else None
    asked = stated.due
    return DutyView(
        stated.id,
        stated.label,
        asked.words if asked else "",
        asked is not None and asked.continuous,
        over,
        tuple(one for one in occasions if not over or one.report),
        due,
        late,
        tuple(Unanswered(stated.id, scope, course.asked, waited) for scope in missing),
        tuple(one.report.id for one in course.reports),
        since,
        None if since is None else max(0, (on - since).days),
        _summary(course, due, occasions, missing, since, on),
    )


def _summary(
    course: Course,
    due: Window | None,
    occasions: Sequence[Occasion],
    missing: Sequence[str],
    since: date | None,
    on: date,
) -> str:
    """ "last report 12 May 2016, cost implications unanswered, no report for 210 days"."""
    if due is None:
        return say_state(course)
    reports = course.reports
    said: list[str] = [say("last report {day}", day=reports[-1].entry.effective) if reports else say("no report yet")]
    if reports and missing:
        said.append(say_unanswered(missing))
    late = [one for one in occasions if one.state is OccasionState.LATE]
    passed = [one.session for one in occasions if one.state is OccasionState.PASSED]
    if passed:
        said.append(say("nothing at {sessions}", sessions=listed(passed)))
    if late:
        said.append(say_due(course, due, None, overdue=True))
        if len(late) > 1:
            said.append(say_count("{number} report late", "{number} reports late", len(late)))
    elif since is not None or (due.latest is not None and due.latest >= on):
        waiting = None if since is None else max(0, (on - since).days)
        said.append(say_due(course, due, waiting, overdue=False))
    return joined(said)


def _check_filed(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, ReportFiled)
    need(history, DocumentNamed, "key", fact.document, "document")
    for entry, _ in history.about(ReportFiled, "id", fact.id):
        if entry.number != statement.corrects:
            raise Refused(f"there is a report {fact.id!r} already, in entry {entry.number}")
    seen = set()
    for answer in fact.answers:
        need(history, MandateStated, "id", answer.mandate, "mandate")
        scope = history.about(MandateStated, "id", answer.mandate)[0][1].scope
        if answer.scope and answer.scope not in scope:
            there = ", ".join(map(repr, scope)) or "nothing in particular"
            raise UnknownSubject(f"{answer.mandate} does not ask about {answer.scope!r}; it asks about {there}")
        if answer.given and not is_placed(answer):
            raise Refused(f"an answer to {answer.mandate} needs its place in the report, or its words")
        if (answer.mandate, answer.scope) in seen:
            raise Refused(f"{fact.id!r} says twice whether it answers {answer.mandate} on {answer.scope!r}")
        seen.add((answer.mandate, answer.scope))


CHECKS: Mapping[type[Any], Sequence[Check]] = {ReportFiled: (_check_filed,)}
"""What must be so before a report is filed."""
