"""A calendar as iCalendar (RFC 5545) for the calendars that people have: the same calendar, the same bytes."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from operative.domain.appointments import Appointment, AppointmentState, Calendar
from operative.exchange.characters import without_controls

__all__ = ["MEDIA_TYPE", "render_ical"]

MEDIA_TYPE = "text/calendar; charset=utf-8"
LONGEST = 75
"""Octets of a line (RFC 5545, 3.1)."""
SPECIAL = re.compile(r"[\\;,\n]")
EVENT = {AppointmentState.DROPPED: "CANCELLED"}
TASK = {
    AppointmentState.OPEN: "NEEDS-ACTION",
    AppointmentState.DONE: "COMPLETED",
    AppointmentState.DROPPED: "CANCELLED",
}


def render_ical(calendar: Calendar, address: str = "") -> bytes:
    """The calendar: an all-day event for what has a day, a task without a date for what has none.

    `address` is where the dossier can be looked at; "" where nobody knows. An event keeps its UID whatever happens to
    it, and its SEQUENCE is the entry by which the calendar was last changed.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Operative//Operative//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(calendar.title)}",
        f"X-WR-CALNAME:{_text(calendar.title)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ]
    for one in calendar.appointments:
        lines += _component(one, calendar, address)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _component(one: Appointment, calendar: Calendar, address: str) -> Iterator[str]:
    dated = one.first is not None and one.last is not None
    name = "VEVENT" if dated else "VTODO"
    moment = _moment(calendar.revised)
    yield f"BEGIN:{name}"
    yield f"UID:{_uid(one.id, calendar)}"
    yield f"SEQUENCE:{calendar.revision}"
    yield f"DTSTAMP:{moment}"
    yield f"LAST-MODIFIED:{moment}"
    if one.first is not None and one.last is not None:
        yield f"DTSTART;VALUE=DATE:{_day(one.first)}"
        # The end of an event is the first day after it (RFC 5545, 3.6.1).
        if one.last < date.max:
            yield f"DTEND;VALUE=DATE:{_day(one.last + timedelta(days=1))}"
        yield "TRANSP:TRANSPARENT"
    yield f"STATUS:{EVENT.get(one.state, 'CONFIRMED') if dated else TASK[one.state]}"
    yield f"SUMMARY:{_text(one.title)}"
    yield f"DESCRIPTION:{_text(_described(one, calendar))}"
    yield f"CATEGORIES:{_text(str(one.kind).upper())}"
    if calendar.confidential:
        yield "CLASS:CONFIDENTIAL"
    if address:
        yield f"URL:{address}"
    yield f"END:{name}"


def _uid(id_: str, calendar: Calendar) -> str:
    return _text(f"{id_}/{calendar.dossier}@{calendar.identity[:16]}.operative")


def _described(one: Appointment, calendar: Calendar) -> str:
    """The notes, a line each, and where it all stands."""
    entries = ", ".join(map(str, one.entries))
    ledger = f"Ledger of {calendar.dossier}, {'entry' if len(one.entries) == 1 else 'entries'} {entries}"
    return "\n".join((*(f"{note}." for note in one.notes), *([f"{ledger}."] if entries else ())))


def _text(words: str) -> str:
    """The words as a TEXT value (RFC 5545, 3.3.11)."""
    plain = without_controls(words.replace("\r\n", "\n").replace("\r", "\n"))
    return SPECIAL.sub(lambda found: "\\n" if found[0] == "\n" else f"\\{found[0]}", plain)


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _moment(moment: datetime) -> str:
    return f"{_day(moment.date())}T{moment:%H%M%S}Z"


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, each after the first with a space before it, no character cut."""
    part, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + char, size + width
    yield part
