"""The standing of mandates and duties in plain English words."""

from collections.abc import Sequence
from datetime import timedelta

from operative.domain.days import PartialDate
from operative.domain.phrases import Phrase
from operative.domain.progress import ENDED
from operative.domain.progress import MandateState as State
from operative.domain.windows import Precision, Window
from operative.dossiers.courses import Course
from operative.dossiers.phrasing import joined, listed, say, say_while

__all__ = ["count", "say_due", "say_progress", "say_state", "say_unanswered"]

WIDTH = {Precision.MONTH: 7, Precision.YEAR: 4}
"""Signs of a day in ISO 8601, at each precision below the day."""


def say_progress(
    course: Course, due: Window | None, unanswered: Sequence[str], waiting: int | None, *, overdue: bool
) -> Phrase:
    """The state with its day, then what a reader asks next: "reported 12 May 2016, cost implications unanswered".

    `waiting` are the days that a duty without a last day has been unanswered.
    """
    said = say_state(course)
    if course.state in ENDED:
        return said
    if course.state is State.REPORTED:
        parts = [said, say_unanswered(unanswered)] if unanswered else [said]
        return joined([*parts, say_due(course, due, waiting, overdue=True)] if overdue else parts)
    tail = say_due(course, due, waiting, overdue=overdue)
    return joined([said, tail]) if tail else said


def say_state(course: Course) -> Phrase:
    """The state of a mandate with its day: "assigned to External Relations 1 April 2030"."""
    match course.state:
        case State.PROPOSED:
            return say("asked {day}, not accepted yet", day=course.since)
        case State.ASSIGNED if course.owner:
            return say("assigned to {owner} {day}", owner=course.owner, day=course.since)
        case State.IN_PROGRESS:
            return say("in progress since {day}", day=course.since)
        case State.MERGED if course.into:
            return say("merged {day} into {mandates}", day=course.since, mandates=listed(course.into))
        case State.SUPERSEDED | State.REPLACED if course.into:
            return say(
                "{state} {day} by {mandates}", state=course.state, day=course.since, mandates=listed(course.into)
            )
        case _:
            return say("{state} {day}", state=course.state, day=course.since)


def say_due(course: Course, due: Window | None, waiting: int | None, *, overdue: bool) -> str:
    """When it is due: "due by 31 January 2025", "overdue since 1 February 2025", "unanswered for 5 months"."""
    if due is None:
        return ""
    if due.latest is not None:
        if overdue:
            return say("overdue since {day}", day=due.latest + timedelta(days=1))
        return say("due by {day}", day=PartialDate(due.latest.isoformat()[: WIDTH.get(due.precision, 10)]))
    asked = course.stated.due
    if asked is not None and asked.session:
        if asked.words:
            return say("due {words}, no day known", words=asked.words)
        return say("due at session {session}, no day known", session=asked.session)
    if due.precision is not Precision.UNDATED and due.earliest is not None:
        return say("from {day} on", day=due.earliest)
    return "" if waiting is None else say("unanswered for {time}", time=say_while(waiting))


def say_unanswered(scopes: Sequence[str]) -> Phrase:
    """What is left open: "cost implications unanswered"."""
    return say("{things} unanswered", things=listed(scopes))


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 day", "2 days"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
