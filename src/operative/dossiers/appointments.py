"""The calendar of a dossier: what is due, sessions with their deadlines, planned steps, and duties without a day.

An appointment says nothing that the mere passing of days changes ("overdue"): its words follow from entries alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from operative.domain.appointments import Appointment, AppointmentKind, AppointmentState
from operative.domain.days import PartialDate
from operative.domain.entries import Entry
from operative.domain.facts.decisions import RuleStated, SessionAnnounced
from operative.domain.facts.dossiers import DocumentNamed, DossierOpened
from operative.domain.facts.mandates import MandateMoved, MandateStated, NextActionSet
from operative.domain.facts.reports import ReportFiled
from operative.domain.mandates import Modality
from operative.domain.progress import ENDED, MandateState
from operative.domain.reporting import Occasion
from operative.domain.sessions import SessionView
from operative.domain.windows import Precision, Window
from operative.dossiers.courses import Course, find_courses
from operative.dossiers.due import find_announced, find_windows
from operative.dossiers.history import History
from operative.dossiers.occasions import match_occasions
from operative.dossiers.phrasing import listed
from operative.dossiers.saying import say_day
from operative.dossiers.sessions import find_sessions
from operative.dossiers.wordings import say_state

__all__ = ["find_appointments", "find_revision"]

DATED_BY = (
    DossierOpened, DocumentNamed, MandateStated, MandateMoved, NextActionSet, ReportFiled, SessionAnnounced, RuleStated,
)  # fmt: skip
"""The kinds of facts that an appointment is made from."""


def find_appointments(history: History) -> tuple[Appointment, ...]:
    """Every appointment as it stands on the day, dated ones first, in the order of their days."""
    found = [*_of_mandates(history), *_of_sessions(history)]
    return tuple(sorted(found, key=lambda one: (one.last or date.max, one.first or date.max, one.id)))


def find_revision(history: History) -> int:
    """The number of the last entry by which an appointment may have changed; it only grows with the ledger."""
    numbers = [entry.number for kind in DATED_BY for entry, _ in history.of(kind)]
    return max((*numbers, history.last_correction), default=0)


def _of_mandates(history: History) -> Iterator[Appointment]:
    courses = find_courses(history)
    for id_, course in courses.items():
        yield from _of_course(history, id_, course)
    planned: dict[str, tuple[Entry, NextActionSet]] = {}
    for entry, action in history.of(NextActionSet):
        planned[action.mandate] = (entry, action)
    for id_, (entry, action) in planned.items():
        if action.by is not None and id_ in courses and courses[id_].state not in ENDED:
            owner = f", {action.owner}" if action.owner else ""
            title = f"{action.action}{owner} ({courses[id_].stated.label})"
            notes = () if action.by.precision is Precision.DAY else (_imprecise(action.by),)
            yield Appointment(
                f"step/{id_}", AppointmentKind.STEP, title, *_filled(action.by), notes=notes, entries=(entry.number,)
            )


def _of_course(history: History, id_: str, course: Course) -> Iterator[Appointment]:
    """The windows of one mandate; of a duty without a day, one appointment that has none."""
    stated, over = course.stated, course.state in ENDED
    announced = find_announced(history)
    windows = find_windows(stated, course.asked, announced, history.on)
    came = _reports(course, match_occasions(course, announced, history.on))
    kind = AppointmentKind.REPORT if stated.reporting_duty else AppointmentKind.REQUEST
    for number, window in enumerate(windows, 1):
        occasion = came.get(window)
        # A series that is over leaves no days behind but those on which something came.
        if over and occasion is None and len(windows) > 1:
            continue
        if window.latest is None and stated.modality is Modality.PERMISSION:
            continue
        yield Appointment(
            f"{kind}/{id_}/{number}",
            kind,
            _title(stated, window, occasion),
            *_days(window),
            state=_state(course, occasion),
            notes=tuple(_notes(course, window, occasion)),
            entries=(course.entry.number, *dict.fromkeys(move.number for move in course.moves)),
        )


def _reports(course: Course, occasions: tuple[Occasion, ...]) -> Mapping[Window, Occasion]:
    """The occasions on which a report came; the sessions of a continuous duty are told with the sessions."""
    continuous = course.stated.due is not None and course.stated.due.continuous
    return {} if continuous else {one.window: one for one in occasions if one.report}


def _state(course: Course, occasion: Occasion | None) -> AppointmentState:
    if occasion is not None or course.state is MandateState.FULFILLED:
        return AppointmentState.DONE
    return AppointmentState.DROPPED if course.state in ENDED else AppointmentState.OPEN


def _title(stated: MandateStated, window: Window, occasion: Occasion | None) -> str:
    what = "Report" if stated.reporting_duty else "Due"
    if window.latest is None:
        return f"{what}, no day known: {stated.label}"
    if occasion is not None:
        return f"Reported: {stated.label}"
    # A session is not a day by which: something is due at it.
    by = f" by {say_day(_named(window))}" if window.precision in (Precision.MONTH, Precision.YEAR) else ""
    return f"{what}{' due' * (what == 'Report')}{by}: {stated.label}"


def _notes(course: Course, window: Window, occasion: Occasion | None) -> Iterator[str]:
    stated = course.stated
    yield f"Asked of {stated.addressee or 'the body'} in {stated.document} {stated.provision}".rstrip()
    if stated.due is not None and stated.due.words:
        yield f"The text says: {stated.due.words}"
    if window.latest is None:
        yield "No day is known, so none stands here"
        if window.earliest is not None and window.rule.startswith("from"):
            yield f"From {say_day(PartialDate.of(window.earliest))} on"
    elif window.precision in (Precision.MONTH, Precision.YEAR):
        yield _imprecise(_named(window))
    elif window.precision is Precision.SESSION:
        yield "The days are those of the session"
    if occasion is not None and occasion.came is not None:
        late = f", {occasion.days_late} days late" if occasion.days_late else ""
        yield f"The report came {say_day(occasion.came)}{late}"
    yield f"State: {say_state(course)}"


def _imprecise(day: PartialDate) -> str:
    return f"Known is {say_day(day)}, and no day in it"


def _named(window: Window) -> PartialDate:
    """The month or the year that the text names: the one in which the last day lies."""
    assert window.latest is not None
    return PartialDate(window.latest.isoformat()[: {Precision.MONTH: 7, Precision.YEAR: 4}.get(window.precision, 10)])


def _days(window: Window) -> tuple[date | None, date | None]:
    """The days that a window fills in a calendar: the last day, or all of those of which nobody knows which."""
    if window.latest is None:
        return None, None
    if window.precision in (Precision.MONTH, Precision.YEAR):
        return _filled(_named(window))
    at_session = window.precision is Precision.SESSION and window.earliest not in (None, window.since)
    return (window.earliest if at_session else window.latest), window.latest


def _filled(day: PartialDate) -> tuple[date, date]:
    return day.first, day.last


def _of_sessions(history: History) -> Iterator[Appointment]:
    asked = _asked_at_sessions(history)
    for view in find_sessions(history):
        yield _session(view, asked[view.key])
        seen: defaultdict[str, int] = defaultdict(int)
        for deadline in view.deadlines:
            seen[deadline.topic] += 1
            again = f"/{seen[deadline.topic]}" if seen[deadline.topic] > 1 else ""
            yield Appointment(
                f"deadline/{view.key}/{deadline.topic}{again}",
                AppointmentKind.DEADLINE,
                deadline.words[:1].upper() + deadline.words[1:],
                deadline.on,
                deadline.on,
                notes=(f"By {deadline.rule}",),
                entries=(view.entry, deadline.rule.entry),
            )


def _session(view: SessionView, asked: list[str]) -> Appointment:
    known = [day for day in (view.opens, view.closes) if day is not None and day.precision is not Precision.DAY]
    notes = [_imprecise(day) for day in dict.fromkeys(known)]
    if asked:
        notes.append(f"An occasion to report on {listed(asked)}")
    return Appointment(
        f"session/{view.key}",
        AppointmentKind.SESSION,
        f"{view.body}: {view.label or view.key}",
        view.opens.first,
        (view.closes or view.opens).last,
        notes=(*notes, *view.notes),
        entries=(view.entry,),
    )


def _asked_at_sessions(history: History) -> Mapping[str, list[str]]:
    """What is to be reported on at each session, without a day of its own."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for course in find_courses(history).values():
        due = course.stated.due
        if due is not None and due.continuous and course.state not in ENDED:
            for one in match_occasions(course, find_announced(history), history.on):
                found[one.session].append(course.stated.label)
    return found
