"""What stands in a calendar: days by which something is due, sessions, planned steps, and duties that have no day."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

__all__ = ["Appointment", "AppointmentKind", "AppointmentState", "Calendar"]


class AppointmentKind(StrEnum):
    """What an appointment is."""

    REPORT = "report"
    REQUEST = "request"
    STEP = "step"
    SESSION = "session"
    DEADLINE = "deadline"


class AppointmentState(StrEnum):
    """Whether an appointment is still kept."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    """What was waited for ended before its day came."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A line of a calendar. `id` stays the same when the days move.

    `first` and `last` are the days that it fills, both included: a month where the text names a month. Both are None
    where no day is stated: nothing invents one. `notes` say what a reader should know of the days.
    """

    id: str
    kind: AppointmentKind
    title: str
    first: date | None = None
    last: date | None = None
    state: AppointmentState = AppointmentState.OPEN
    notes: tuple[str, ...] = ()
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """The appointments of a dossier, and the entry up to which they count.

    `identity` is the digest of the first entry, by which the same dossier is known wherever it is kept. `revision` is
    the number of the last entry by which an appointment may have changed, and `revised` when it was recorded (UTC).
    """

    dossier: str
    title: str
    identity: str
    revision: int
    revised: datetime
    appointments: tuple[Appointment, ...]
    confidential: bool = False
