"""When something is due: from the earliest to the latest day that a timing allows, and how precisely it says so."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["Precision", "SessionCalendar", "Sitting", "Window"]


class Precision(StrEnum):
    """How precisely a timing says when: "by June 2031" is a month, and stays one."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SESSION = "session"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Sitting:
    """A numbered session of a body: from the earliest day on which it can open to the latest on which it can close.

    `begun` is the latest day on which it can open: equal to `opens` where the day is known.
    """

    number: int
    opens: date
    closes: date
    begun: date


@dataclass(frozen=True, slots=True)
class SessionCalendar:
    """The sessions of one body: those that are known day by day, and a rule for the others where there is one.

    By the rule session N opens in the month `month` (0: there is no rule) of `first_year` + N - `first`, and closes
    when the next one opens.
    """

    body: str
    known: tuple[Sitting, ...] = ()
    month: int = 0
    first: int = 1
    first_year: int = 0

    def sitting(self, number: int) -> Sitting | None:
        """The session with this number; None where nothing tells when it is."""
        for sitting in self.known:
            if sitting.number == number:
                return sitting
        if not self.month or number < self.first:
            return None
        year = self.first_year + number - self.first
        days = monthrange(year, self.month)[1], monthrange(year + 1, self.month)[1]
        begun, closes = date(year, self.month, days[0]), date(year + 1, self.month, days[1])
        return Sitting(number, date(year, self.month, 1), closes, begun)

    def following(self, day: date) -> Sitting | None:
        """The first session that opens after the day; None where nothing tells."""
        later = sorted((s for s in self.known if s.opens > day), key=lambda s: s.opens)
        if later or not self.month:
            return later[0] if later else None
        return next(s for s in self._ruled(day.year - self.first_year + self.first - 1) if s.opens > day)

    def _ruled(self, number: int) -> Iterator[Sitting]:
        while True:
            sitting = self.sitting(max(number, self.first))
            if sitting is not None:
                yield sitting
            number += 1


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which something may be done, both ends included; None where an end is open.

    `rule` says which rule made it. Without a latest day nothing is ever overdue: it is only unanswered since `since`.
    """

    earliest: date | None
    latest: date | None
    precision: Precision
    rule: str
    since: date | None = None

    def is_overdue(self, on: date) -> bool:
        """Whether the last day has passed; a window without one is never overdue."""
        return self.latest is not None and on > self.latest

    def is_open(self, on: date) -> bool:
        """Whether the day lies in the window."""
        return (self.earliest is None or self.earliest <= on) and (self.latest is None or on <= self.latest)

    def days_unanswered(self, on: date) -> int:
        """How many days a request without a last day has been waiting; 0 where it has one."""
        if self.latest is not None or self.since is None:
            return 0
        return max(0, (on - self.since).days)
