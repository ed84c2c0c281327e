"""What people are told of a mandate without asking: that it is due soon, late, or answered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["Alert", "AlertKind"]


class AlertKind(StrEnum):
    """Why somebody is told of a mandate."""

    DUE_SOON = "due soon"
    LATE = "late"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to be told of one mandate, once. `since` is the day from which there is something to tell.

    `about` is what tells it from others of its kind: the last day of the occasion (ISO), or the number of the entry
    that answers, the first where it was corrected. `entries` are those that it rests on.
    """

    kind: AlertKind
    mandate: str
    label: str
    addressee: str
    since: date
    about: str
    summary: str
    entries: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        """The same for the same thing on every day: whoever was told of it is not told again."""
        return f"{self.kind}/{self.mandate}/{self.about}"
