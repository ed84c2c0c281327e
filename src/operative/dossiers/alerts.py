"""What there is to tell of the mandates of a dossier: what is due soon, what is late, what was answered."""

from collections.abc import Iterator
from datetime import date, timedelta

from operative.domain.alerts import Alert, AlertKind
from operative.domain.days import PartialDate
from operative.domain.facts.mandates import Step
from operative.domain.mandates import Modality
from operative.domain.phrases import Phrase
from operative.domain.progress import ENDED, MandateState
from operative.domain.reporting import OccasionState
from operative.dossiers.courses import Course, find_courses
from operative.dossiers.due import Announced, find_announced, find_windows
from operative.dossiers.history import History
from operative.dossiers.occasions import match_occasions
from operative.dossiers.phrasing import say

__all__ = ["find_alerts"]

ANSWERS = {Step.REPORT: MandateState.REPORTED, Step.FULFIL: MandateState.FULFILLED}
"""The steps that answer a mandate, each with the state that says so."""
WAITING = frozenset({OccasionState.LATE, OccasionState.OPEN, OccasionState.AHEAD})


def find_alerts(history: History, lead: int) -> tuple[Alert, ...]:
    """What there is to tell on the day of the history, mandate by mandate in the order in which they were stated.

    What has a last day is due soon from `lead` days before it, and late from the day after it, until it is answered or
    ended; a permission is neither, nor what is asked without end. Each answer is told from the day of its recording.
    """
    sessions = find_announced(history)
    found: list[Alert] = []
    for course in find_courses(history).values():
        for last in _last_days(course, sessions, history.on):
            if last < history.on:
                found.append(_late(course, last))
            elif last - history.on <= timedelta(days=lead):
                found.append(_due_soon(course, last, lead))
        found += _answers(course, history)
    return tuple(found)


def _last_days(course: Course, sessions: Announced, on: date) -> Iterator[date]:
    """The last days by which an answer was or is waited for, and did not come; none of what has no last day."""
    stated = course.stated
    continuous = stated.due is not None and stated.due.continuous
    if course.state in ENDED or stated.modality is Modality.PERMISSION or continuous:
        return
    occasions = match_occasions(course, sessions, on)
    if occasions:
        windows = [one.window for one in occasions if one.state in WAITING]
    elif course.state is MandateState.REPORTED:
        return
    else:
        windows = list(find_windows(stated, course.asked, sessions, on))
    yield from (one.latest for one in windows if one.latest is not None)


def _due_soon(course: Course, last: date, lead: int) -> Alert:
    said = say("due by {day}", day=PartialDate.of(last))
    return _alert(course, AlertKind.DUE_SOON, last - timedelta(days=lead), last.isoformat(), said, course.entry.number)


def _late(course: Course, last: date) -> Alert:
    since = last + timedelta(days=1)
    said = say("overdue since {day}", day=since)
    return _alert(course, AlertKind.LATE, since, last.isoformat(), said, course.entry.number)


def _answers(course: Course, history: History) -> Iterator[Alert]:
    for move in course.moves:
        state = ANSWERS.get(move.step)
        if state is None:
            continue
        said = say("{state} {day}", state=state, day=move.entry.effective)
        about = str(history.origin(move.number))
        yield _alert(course, AlertKind.ANSWERED, move.entry.recorded.date(), about, said, move.number)


def _alert(course: Course, kind: AlertKind, since: date, about: str, said: Phrase, entry: int) -> Alert:
    stated = course.stated
    return Alert(kind, stated.id, stated.label, stated.addressee, since, about, said, (entry,))
