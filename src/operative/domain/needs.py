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
    WAITING = 2
    """Nobody else can do it, and no day is set."""
    NEWS = 3
    """Something happened."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that waits: in words, with its day where it has one, the page of the dossier, and the verb.

    `subject` names the mandate, draft or session on that page, `entries` are the entries that it follows from.
    """

    urgency: Urgency
    words: str
    page: str
    verb: str
    day: date | None = None
    subject: str = ""
    entries: tuple[int, ...] = ()
