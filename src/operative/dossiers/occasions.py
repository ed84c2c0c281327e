"""The occasions of a reporting duty, and which report belongs to which."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from operative.domain.mandates import Modality
from operative.domain.progress import MandateState
from operative.domain.reporting import Occasion, OccasionState
from operative.domain.windows import Precision, Window
from operative.dossiers.courses import Course, Filed
from operative.dossiers.due import Announced, Held, find_windows
from operative.dossiers.fulfilment import unanswered_of

__all__ = ["current_window", "match_occasions", "waiting_since"]


ASKED = frozenset({Modality.DIRECTIVE, Modality.EXHORTATION})
"""Only what is asked of somebody waits for an answer."""


class _Slot(NamedTuple):
    """An occasion before a report is found for it."""

    window: Window
    held: Held | None


def match_occasions(course: Course, sessions: Announced, on: date) -> tuple[Occasion, ...]:
    """The occasions of a reporting duty to the next one after the day, each with the first report that belongs to it.

    A report belongs to the session that it names; else to the first occasion whose last day it does not pass; else to
    the last. Each session of its body is an occasion of a continuous duty.
    """
    if not course.stated.reporting_duty:
        return ()
    continuous = course.stated.due is not None and course.stated.due.continuous
    slots = _slots(course, sessions, on, continuous=continuous)
    reports: dict[int, Filed] = {}
    for filed in course.reports:
        place = _place(filed, slots)
        if place is not None:
            reports.setdefault(place, filed)
    return tuple(_occasion(slot, reports.get(at), on, continuous=continuous) for at, slot in enumerate(slots))


def current_window(windows: Sequence[Window], occasions: Iterable[Occasion], on: date) -> Window:
    """The window that is waited for: the first that is late, else the first without a report, else the last."""
    waited = [one.window for one in occasions if one.state not in (OccasionState.CAME, OccasionState.CAME_LATE)]
    dated = [one for one in waited if one in windows]
    if dated:
        return dated[0]
    return next((one for one in windows if one.latest is None or one.latest >= on), windows[-1])


def waiting_since(course: Course, due: Window) -> date | None:
    """Since when what is asked of somebody waits for an answer; None where it has a last day, or has its answer.

    What does not end by itself waits again from its last report on.
    """
    if due.latest is not None or course.stated.modality not in ASKED:
        return None
    asked, reports = course.stated.due, course.reports
    if asked is not None and (asked.continuous or asked.every):
        return reports[-1].entry.effective.last if reports else course.asked
    done = course.state is MandateState.REPORTED and not unanswered_of(course.stated, course.answered)
    return None if done else course.asked


def _slots(course: Course, sessions: Announced, on: date, *, continuous: bool) -> list[_Slot]:
    held = sessions.of(course.stated)
    if not continuous:
        windows = find_windows(course.stated, course.asked, sessions, on)
        return [_Slot(window, _held_in(window, held)) for window in windows]
    slots = []
    for one in held:
        opens, closes = one.session.opens.first, (one.session.closes or one.session.opens).last
        # The session that asked is no occasion to answer.
        if opens > course.asked:
            slots.append(_Slot(Window(opens, closes, Precision.SESSION, "at each session", course.asked), one))
        if opens > on:
            break
    return slots


def _held_in(window: Window, held: Sequence[Held]) -> Held | None:
    if window.precision is not Precision.SESSION:
        return None
    return next((one for one in held if one.session.opens.first == window.earliest), None)


def _place(filed: Filed, slots: Sequence[_Slot]) -> int | None:
    """Where a report belongs; None where there is no occasion yet."""
    named = filed.report.session.casefold()
    for at, slot in enumerate(slots):
        if named and slot.held and named in (slot.held.session.key.casefold(), slot.held.session.label.casefold()):
            return at
    day = filed.entry.effective.last
    for at, slot in enumerate(slots):
        if slot.window.latest is None or day <= slot.window.latest:
            return at
    return len(slots) - 1 if slots else None


def _occasion(slot: _Slot, filed: Filed | None, on: date, *, continuous: bool) -> Occasion:
    window, session = slot.window, slot.held.session.key if slot.held else ""
    last = None if continuous else window.latest
    if filed is not None:
        came = filed.entry.effective
        late = max(0, (came.last - last).days) if last else 0
        state = OccasionState.CAME_LATE if late else OccasionState.CAME
        return Occasion(window, state, session, filed.report.id, came, late)
    if last is not None and on > last:
        return Occasion(window, OccasionState.LATE, session, days_late=(on - last).days)
    if window.earliest is not None and on < window.earliest:
        return Occasion(window, OccasionState.AHEAD, session)
    over = continuous and window.latest is not None and on > window.latest
    return Occasion(window, OccasionState.PASSED if over else OccasionState.OPEN, session)
