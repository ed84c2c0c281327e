"""When the numbered sessions of bodies take place, as far as a rule tells, from `data/sessions.toml`."""

from collections.abc import Iterable

from operative.domain.windows import SessionCalendar, Sitting
from operative.vocabulary.loader import load

__all__ = ["calendar_of"]


def calendar_of(body: str, known: Iterable[Sitting] = ()) -> SessionCalendar:
    """The sessions of the body with this organ code: the known ones, and the rule where the vocabulary has one."""
    for row in load("sessions")["body"]:
        if row["key"] == body:
            return SessionCalendar(body, tuple(known), row["month"], row["first"], row["first_year"])
    return SessionCalendar(body, tuple(known))
