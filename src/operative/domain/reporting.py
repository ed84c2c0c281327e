"""What a dossier knows of reporting: when reports were due, what came, and what it left unanswered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from operative.domain.days import PartialDate
from operative.domain.evidence import Evidence
from operative.domain.facts.reports import Answer
from operative.domain.windows import Window

__all__ = ["Coverage", "DutyView", "Occasion", "OccasionState", "ReportView", "Unanswered"]


class OccasionState(StrEnum):
    """What became of an occasion to report."""

    CAME = "came"
    CAME_LATE = "came late"
    LATE = "late"
    """The last day has passed, and nothing came."""
    OPEN = "open"
    AHEAD = "ahead"
    PASSED = "passed"
    """A session went by without a report on a continuous duty, which is never late."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion to report: its window, the session where it is one, and the report that came first.

    `days_late` counts from the last day to the report, or to the day of the view where none came; 0 where in time.
    """

    window: Window
    state: OccasionState
    session: str = ""
    report: str = ""
    came: PartialDate | None = None
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Something that a mandate asks a report to cover, and that none has answered `since` so many `days`."""

    mandate: str
    scope: str
    since: date
    days: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far one report answers one mandate: the answers with their places, and what it leaves unanswered.

    `unanswered` has what is asked and not answered in this report, whether it says so or not a word.
    """

    mandate: str
    label: str
    answered: tuple[Answer, ...]
    unanswered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report that came: when, to whom, and what it leaves unanswered, mandate by mandate."""

    id: str
    document: str
    day: PartialDate
    to: str
    through: str
    session: str
    coverage: tuple[Coverage, ...]
    summary: str
    entry: int
    evidence: tuple[Evidence, ...] = ()
    background: bool = False


@dataclass(frozen=True, slots=True)
class DutyView:
    """The calendar of one reporting duty: its occasions in order, the next one, what is late, what stays unanswered.

    `words` are those of the text that say when; `unanswered_since` and `unanswered_days` are of a duty without a last
    day, and count from the last report, or from the day on which it was asked. `next` is None where the duty is over.
    """

    mandate: str
    label: str
    words: str
    continuous: bool
    over: bool
    occasions: tuple[Occasion, ...]
    next: Window | None
    late: bool
    unanswered: tuple[Unanswered, ...]
    reports: tuple[str, ...]
    unanswered_since: date | None
    unanswered_days: int | None
    summary: str
