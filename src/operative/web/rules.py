"""Time as a rule from left to right: what happened above, what is due below, the day as a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from operative.domain.statuses import StatusRow

__all__ = ["Tick", "TimeRule", "draw_rule"]

WIDTH = 1000
MARGIN = 10
MOST = 240
"""More marks than this cannot be told apart; the newest are drawn."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark at a place of the rule, in user units from the left."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class TimeRule:
    """The marks of a rule: years, what happened, what is due, and the day that is looked at."""

    years: tuple[Tick, ...]
    past: tuple[Tick, ...]
    due: tuple[Tick, ...]
    on: int


def draw_rule(events: Sequence[tuple[date, str]], rows: Iterable[StatusRow], on: date) -> TimeRule | None:
    """The rule from the first event of the last twelve years to the last thing due; None where nothing happened."""
    earliest = on - timedelta(days=12 * 365)
    recent = [(day, title) for day, title in events if earliest <= day <= on][-MOST:]
    due = [(row.next_date, row.next_words) for row in rows if row.next_date and row.next_date > on]
    if not recent:
        return None
    first = min(day for day, _ in recent)
    last = max([on, *(day for day, _ in due)])
    span = max((last - first).days, 1)

    def place(day: date) -> int:
        return MARGIN + round((WIDTH - 2 * MARGIN) * (day - first).days / span)

    step = max(1, (last.year - first.year) // 8)
    years = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1, step)]
    return TimeRule(
        tuple(Tick(place(day), str(day.year)) for day in years if day >= first),
        tuple(Tick(place(day), f"{day.isoformat()}: {title}") for day, title in recent),
        tuple(Tick(place(day), f"{day.isoformat()}: {words}") for day, words in due),
        place(on),
    )
