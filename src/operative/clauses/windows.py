"""Due windows: the days that a timing allows, by the day of adoption and the sessions of the body."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from operative.domain.acts import Timing, TimingKind
from operative.domain.windows import Precision, SessionCalendar, Window

__all__ = ["derive_series", "derive_window"]

LENGTH = re.compile(r"P(?:(?P<number>\d+)(?P<unit>[YMWD])|T(?P<hours>\d+)H|0\.5D)")


def derive_window(timing: Timing, adopted: date, calendar: SessionCalendar) -> Window:
    """The days that the timing allows. What has no date is undated, and only unanswered since the day of adoption."""
    match timing.kind:
        case TimingKind.DATE:
            return _of_date(timing, adopted)
        case TimingKind.SESSION:
            return _of_session(timing, adopted, calendar)
        case TimingKind.WITHIN:
            return _of_length(timing, adopted, calendar)
        case TimingKind.PERIOD:
            return _of_period(timing, adopted)
        case TimingKind.CADENCE:
            return _of_cadence(timing, adopted)
        case _:
            return _undated(timing.kind, adopted)


def derive_series(
    timings: Iterable[Timing], adopted: date, calendar: SessionCalendar, until: date
) -> tuple[Window, ...]:
    """The windows up to `until` of what returns: several sessions or years, or a cadence, counted from where it begins.

    A cadence that begins with a session goes by sessions ("every two years, beginning with its ninety-second session");
    one that begins on a day goes by days; else it is counted from the day of adoption.
    """
    timings = tuple(timings)
    cadence = next((t for t in timings if t.kind is TimingKind.CADENCE and LENGTH.match(t.value)), None)
    start = next((t for t in timings if t.kind in (TimingKind.SESSION, TimingKind.DATE) and _bound(t) == "from"), None)
    if cadence is None:
        single = (part for timing in timings for part in _parts(timing))
        return tuple(window for part in single if _is_by(window := derive_window(part, adopted, calendar), until))
    if start is not None and start.kind is TimingKind.SESSION:
        return tuple(_by_session(cadence, start, adopted, calendar, until))
    first = derive_window(start, adopted, calendar).earliest if start else None
    return tuple(_by_days(cadence, first, adopted, until))


def _is_by(window: Window, until: date) -> bool:
    return window.earliest is not None and window.earliest <= until and window.precision is not Precision.UNDATED


def _parts(timing: Timing) -> Iterator[Timing]:
    """A timing for each of several sessions or days."""
    prefix = "session:" if timing.value.startswith("session:") else ""
    for value in timing.value.removeprefix(prefix).split(","):
        yield replace(timing, value=prefix + value)


def _by_session(
    cadence: Timing, start: Timing, adopted: date, calendar: SessionCalendar, until: date
) -> Iterator[Window]:
    step = _months(cadence.value) // 12
    number = int(start.value.removeprefix("session:").split(",")[0])
    while step and (sitting := calendar.sitting(number)) is not None and sitting.opens <= until:
        yield Window(sitting.opens, sitting.closes, Precision.SESSION, "series by session", adopted)
        number += step


def _by_days(cadence: Timing, first: date | None, adopted: date, until: date) -> Iterator[Window]:
    """Each occurrence is due on its day; what lies between two of them is time to prepare."""
    count, previous = 0, adopted
    day = first or _later(adopted, cadence.value)
    while day <= until and day > previous - timedelta(days=count == 0):
        yield Window(previous, day, Precision.DAY, "series by day", adopted)
        count, previous = count + 1, day
        day = _later(first or adopted, cadence.value, count + (0 if first else 1))


def _of_date(timing: Timing, adopted: date) -> Window:
    values = timing.value.split(",")
    days = [ends for value in values if (ends := _ends(value, adopted))]
    if len(days) < len(values):
        return _undated(timing.kind, adopted)
    first, last = days[0], days[-1]
    precision = _precision(values[-1])
    match _bound(timing):
        case "from":
            return Window(first[0], None, precision, "from a date", adopted)
        case "on":
            return Window(first[0], last[1], precision, "on a date", adopted)
        case "before":
            return Window(adopted, last[0] - timedelta(days=1), precision, "before a date", adopted)
        case _:
            return Window(adopted, last[1], precision, "by a date", adopted)


def _of_session(timing: Timing, adopted: date, calendar: SessionCalendar) -> Window:
    value = timing.value.removeprefix("session:")
    if value == "next":
        sittings = [calendar.following(adopted)]
    elif re.fullmatch(r"(?:19|20)\d\d", value):
        return replace(_of_date(replace(timing, value=value), adopted), rule="in the session of a year")
    else:
        sittings = [calendar.sitting(int(n)) for n in value.split(",")] if re.fullmatch(r"[\d,]+", value) else [None]
    first, last = sittings[0], sittings[-1]
    if first is None or last is None:
        return _undated(timing.kind, adopted)
    match _bound(timing):
        case "before":
            return Window(adopted, first.begun, Precision.SESSION, "before a session", adopted)
        case "until":
            return Window(adopted, last.closes, Precision.SESSION, "by a session", adopted)
        case "from":
            return Window(first.opens, None, Precision.SESSION, "from a session", adopted)
        case _:
            return Window(first.opens, last.closes, Precision.SESSION, "at a session", adopted)


def _of_length(timing: Timing, adopted: date, calendar: SessionCalendar) -> Window:
    """A length counts from adoption where nothing else is said; from an event without a date it is undated."""
    length, _, anchor = timing.value.partition(" ")
    relation, _, event = anchor.partition(":")
    ends = _ends(event, adopted)
    if event.startswith("session:"):
        sitting = calendar.sitting(int(re.sub(r"\D", "", event) or 0))
        ends = (sitting.opens, sitting.closes) if sitting else None
    if not anchor or event == "adoption":
        ends = (adopted, adopted)
    if ends is None or not LENGTH.match(length):
        return _undated(timing.kind, adopted)
    if relation == "before":
        return Window(adopted, _later(ends[0], length, -1), Precision.DAY, "a length before a day", adopted)
    return Window(max(adopted, ends[0]), _later(ends[1], length), Precision.DAY, "a length after a day", adopted)


def _of_period(timing: Timing, adopted: date) -> Window:
    first, _, last = timing.value.partition("/")
    if last:
        begin, end = _ends(first, adopted), _ends(last, adopted)
        if begin and end:
            return Window(begin[0], end[1], _precision(last), "from day to day", adopted)
    elif LENGTH.match(first) and _bound(timing) != "lasts":
        return Window(adopted, _later(adopted, first), Precision.DAY, "a period from adoption", adopted)
    return _undated(timing.kind, adopted)


def _of_cadence(timing: Timing, adopted: date) -> Window:
    """The first occurrence of what returns; "regularly" has none."""
    if not LENGTH.match(timing.value):
        return _undated(timing.kind, adopted)
    return Window(adopted, _later(adopted, timing.value), Precision.DAY, "the first of a series", adopted)


def _undated(kind: TimingKind, adopted: date) -> Window:
    return Window(adopted, None, Precision.UNDATED, f"{kind.value} without a date", adopted)


def _bound(timing: Timing) -> str:
    """What the preposition says, as the rule that took the timing names it: until, before, on, from, lasts, or ""."""
    return timing.rule.partition(":")[0].partition("-")[2]


def _ends(value: str, adopted: date) -> tuple[date, date] | None:
    """The first and last day of a date as precise as it is; one without a year is the next after adoption."""
    yearless = re.fullmatch(r"--(?P<month>\d\d)(?:-(?P<day>\d\d))?", value)
    if yearless:
        found = (_ends(f"{year}{value[1:]}", adopted) for year in (adopted.year, adopted.year + 1))
        return next((ends for ends in found if ends and ends[1] >= adopted), None)
    dated = re.fullmatch(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?", value)
    if dated is None:
        return None
    year, month, day = (int(dated[name] or 0) for name in ("year", "month", "day"))
    first, last = date(year, month or 1, day or 1), date(year, month or 12, 1)
    return first, first if day else last.replace(day=monthrange(last.year, last.month)[1])


def _precision(value: str) -> Precision:
    """Two hyphens stand for a year that is not said: what follows is a month, and perhaps its day."""
    return {0: Precision.YEAR, 1: Precision.MONTH}.get(value.removeprefix("-").count("-"), Precision.DAY)


def _months(length: str) -> int:
    match = LENGTH.match(length)
    if match is None or match["unit"] not in ("Y", "M"):
        return 0
    return int(match["number"]) * (12 if match["unit"] == "Y" else 1)


def _later(day: date, length: str, times: int = 1) -> date:
    """The day that lies a length later (earlier for a negative number of times); a month's end stays in its month."""
    months = _months(length) * times
    if months:
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    match = LENGTH.match(length)
    if match is None or not match["unit"]:
        return day + timedelta(days=times)
    return day + timedelta(days=int(match["number"]) * (7 if match["unit"] == "W" else 1) * times)
