"""What waits for a person in a dossier, and what they can do about it."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

__all__ = ["Need", "Urgency"]


class Urgency(IntEnum):
    """How soon a person should look, the soonest first."""

    LATE = 0
    """The last day has passed."""
    DUE = 1
    """A day is near."""
    OPEN_LONG = 2
    """No day is set, and it has been open for years: to be answered or closed."""
    WAITING = 3
    """Nobody else can do it, and no day is set."""
    NEWS = 4
    """Something happened."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that waits: in words, with its day where it has one, the page of the dossier, and the verb.

    `subject` names the mandate, draft or session on that page, `entries` are the entries that it follows from, `since`
    is the day from which it has been open, where nothing says by when.
    """

    urgency: Urgency
    words: str
    page: str
    verb: str
    day: date | None = None
    subject: str = ""
    entries: tuple[int, ...] = ()
    since: date | None = None
