"""The standing of mandates and duties in plain English words."""

from collections.abc import Sequence
from datetime import timedelta

from operative.domain.days import PartialDate
from operative.domain.progress import ENDED
from operative.domain.progress import MandateState as State
from operative.domain.windows import Precision, Window
from operative.dossiers.courses import Course
from operative.dossiers.saying import say_day

__all__ = ["all_of", "count", "say_due", "say_progress", "say_state", "say_unanswered"]

WIDTH = {Precision.MONTH: 7, Precision.YEAR: 4}
LONGEST = 2
"""How many things are named before the rest is counted."""


def say_progress(
    course: Course, due: Window | None, unanswered: Sequence[str], waiting: int | None, *, overdue: bool
) -> str:
    """The state with its day, then what a reader asks next: "reported 12 May 2016, cost implications unanswered".

    `waiting` are the days that a duty without a last day has been unanswered.
    """
    said = say_state(course)
    if course.state in ENDED:
        return said
    if course.state is State.REPORTED:
        if unanswered:
            said = f"{said}, {say_unanswered(unanswered)}"
        return f"{said}, {say_due(course, due, waiting, overdue=True)}" if overdue else said
    tail = say_due(course, due, waiting, overdue=overdue)
    return f"{said}, {tail}" if tail else said


def say_state(course: Course) -> str:
    """The state of a mandate with its day: "assigned to External Relations 1 April 2030"."""
    day = say_day(course.since)
    into = f" by {all_of(course.into)}" if course.into else ""
    match course.state:
        case State.PROPOSED:
            return f"asked {day}, not accepted yet"
        case State.ASSIGNED:
            return f"assigned to {course.owner} {day}" if course.owner else f"assigned {day}"
        case State.IN_PROGRESS:
            return f"in progress since {day}"
        case State.MERGED:
            return f"merged {day}" + (f" into {all_of(course.into)}" if course.into else "")
        case State.SUPERSEDED | State.REPLACED:
            return f"{course.state} {day}{into}"
        case _:
            return f"{course.state} {day}"


def say_due(course: Course, due: Window | None, waiting: int | None, *, overdue: bool) -> str:
    """When it is due: "due by 31 January 2025", "overdue since 1 February 2025", "unanswered for 170 days"."""
    if due is None:
        return ""
    if due.latest is not None:
        if overdue:
            return f"overdue since {say_day(PartialDate.of(due.latest + timedelta(days=1)))}"
        iso = due.latest.isoformat()[: WIDTH.get(due.precision, 10)]
        return f"due by {say_day(PartialDate(iso))}"
    asked = course.stated.due
    if asked is not None and asked.session:
        return f"due {asked.words}, no day known" if asked.words else f"due at session {asked.session}, no day known"
    if due.precision is not Precision.UNDATED and due.earliest is not None:
        return f"from {say_day(PartialDate.of(due.earliest))} on"
    return "" if waiting is None else f"unanswered for {count(waiting, 'day')}"


def say_unanswered(scopes: Sequence[str]) -> str:
    """What is left open: "cost implications unanswered"."""
    return f"{all_of(scopes)} unanswered"


def all_of(names: Sequence[str]) -> str:
    """Names in a row: "a", "a and b", "a, b and 2 more"."""
    if len(names) > LONGEST + 1:
        names = [*names[:LONGEST], f"{len(names) - LONGEST} more"]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 day", "2 days"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
