"""When the mandates of a dossier are due: what the text says, resolved with the sessions that are known."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from operative.clauses.windows import derive_series, derive_window
from operative.domain.acts import Timing, TimingKind
from operative.domain.facts.decisions import SessionAnnounced, SessionSort
from operative.domain.facts.dossiers import DocumentNamed, DossierOpened
from operative.domain.facts.mandates import Due, MandateStated
from operative.domain.spans import Span
from operative.domain.windows import Precision, SessionCalendar, Sitting, Window
from operative.dossiers.history import History, once
from operative.vocabulary.bodies import bodies, body_of_name
from operative.vocabulary.sessions import calendar_of

__all__ = ["Announced", "find_announced", "find_windows", "same_body"]

NUMBER = re.compile(r"\d+")
# "LRO Council" and "the Council" are one body: small words tell nothing.
SMALL = frozenset(
    {
        "the",
        "of",
        "on",
        "for",
        "and",
        "in",
        "a",
        "an",
        "le",
        "la",
        "les",
        "l",
        "de",
        "du",
        "des",
        "et",
        "el",
        "los",
        "y",
        "del",
    }
)
AHEAD, LONGEST = 3, 150
"""How many years beyond the day a series is followed, to find the next occasion, and for how many years at most."""


class Held(NamedTuple):
    """A session with the number of the entry that announces it."""

    entry: int
    session: SessionAnnounced


@dataclass(frozen=True, slots=True)
class Announced:
    """The sessions that are announced, and the body whose sessions a text means where it names none.

    `homes` has the body of each document that the dossier names; `home` is that of the dossier.
    """

    announced: tuple[Held, ...]
    homes: tuple[tuple[str, str], ...]
    home: str

    def of(self, mandate: MandateStated) -> tuple[Held, ...]:
        """The sessions of the body that a mandate answers to: its channel, else its recipient, else who asks."""
        for names in (mandate.channels, mandate.recipients, (self.home_of(mandate.document),)):
            found = tuple(held for held in self.announced if any(same_body(held.session.body, one) for one in names))
            if found:
                return found
        return ()

    def home_of(self, document: str) -> str:
        """The body that adopted a document, as far as the dossier says."""
        return dict(self.homes).get(document) or self.home


@once
def find_announced(history: History) -> Announced:
    """The sessions that were announced by the day, in the order in which they open."""
    # A session that was announced again is held when the last announcement says.
    latest = {(fact.body, fact.key): Held(entry.number, fact) for entry, fact in history.of(SessionAnnounced)}
    held = sorted(latest.values(), key=lambda one: (one.session.opens.first, one.entry))
    homes = tuple((named.key, named.body) for named in history.facts(DocumentNamed) if named.body)
    home = next((opened.body for opened in history.facts(DossierOpened)), "")
    return Announced(tuple(held), homes, home)


def same_body(one: str, other: str) -> bool:
    """Whether two names can be those of one body: every word of the shorter stands in the longer."""
    first, second = _words(one), _words(other)
    return bool(first and second) and (first <= second or second <= first)


def find_windows(mandate: MandateStated, stated: date, sessions: Announced, on: date) -> tuple[Window, ...]:
    """The windows of a mandate that was stated on a day, in order, to the next one after `on`; at least one.

    What has no date has one window without a last day, which counts from the day on which it was stated.
    """
    due = mandate.due or Due()
    held = [one.session for one in sessions.of(mandate)]
    if due.continuous or not (due.session or due.every or due.latest or due.earliest):
        return (_undated(stated, "continuous" if due.continuous else "no date"),)
    calendar = _calendar(held, sessions.home_of(mandate.document))
    if due.every:
        until = date(min(on.year, stated.year + LONGEST, date.max.year - LONGEST) + AHEAD, 12, 31)
        found = derive_series([*_cadence(due), *_start(due)], stated, calendar, until)
        return _upto(found, on) or (_undated(stated, "cadence without a date"),)
    if due.session:
        parts = [part.strip() for part in due.session.split(",")]
        return tuple(_of_session(part, due, held, calendar, stated) for part in parts)
    return (_of_days(due, stated),)


def _of_days(due: Due, stated: date) -> Window:
    ends = [one for one in (due.latest, due.earliest) if one is not None]
    earliest = due.earliest.first if due.earliest else stated
    return Window(earliest, due.latest.last if due.latest else None, ends[0].precision, "as stated", stated)


def _of_session(part: str, due: Due, held: list[SessionAnnounced], calendar: SessionCalendar, stated: date) -> Window:
    named = next((one for one in held if part.casefold() in (one.key.casefold(), one.label.casefold())), None)
    if named is not None and not part.isdecimal():
        sitting = _sitting(named, 1)
        calendar, part = SessionCalendar(named.body, (sitting,)), "1"
    timing = Timing(due.words, TimingKind.SESSION, f"session:{part}", Span(0, 0), f"session-{due.bound}")
    return derive_window(timing, stated, calendar)


def _cadence(due: Due) -> Iterable[Timing]:
    yield Timing(due.words, TimingKind.CADENCE, due.every, Span(0, 0), "cadence")


def _start(due: Due) -> Iterable[Timing]:
    if due.session:
        yield Timing(due.words, TimingKind.SESSION, f"session:{due.session}", Span(0, 0), "session-from")
    elif due.earliest:
        yield Timing(due.words, TimingKind.DATE, due.earliest.iso, Span(0, 0), "date-from")


def _upto(windows: tuple[Window, ...], on: date) -> tuple[Window, ...]:
    """Those that have begun, or whose last day has not passed, up to the first that ends after the day."""
    for at, window in enumerate(windows):
        if window.latest is None or window.latest >= on:
            return windows[: at + 1]
    return windows


def _calendar(held: list[SessionAnnounced], home: str) -> SessionCalendar:
    known = {}
    for session in held:
        number = _number(session)
        if session.sort is SessionSort.REGULAR and number:
            known[number] = _sitting(session, number)
    return calendar_of(_organ(home), known.values())


def _organ(home: str) -> str:
    """The code of a body by its key, its code or its name; "" where no vocabulary knows it."""
    if not home:
        return ""
    named = next((body for body in bodies() if home in (body.key, body.organ)), None) or body_of_name(home, "en")
    return named.organ if named else ""


def _number(session: SessionAnnounced) -> int:
    found = NUMBER.findall(session.label) or NUMBER.findall(session.key)
    return int(found[0]) if found else 0


def _sitting(session: SessionAnnounced, number: int) -> Sitting:
    closes = (session.closes or session.opens).last
    return Sitting(number, session.opens.first, closes, session.opens.last)


def _undated(stated: date, why: str) -> Window:
    return Window(stated, None, Precision.UNDATED, why, stated)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", name.casefold())) - SMALL
