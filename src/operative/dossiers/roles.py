"""Who may enter what in a dossier: one rule, whether by command, by the API, on a page or from Python."""

from datetime import date

from operative.domain.entries import Entry, Statement
from operative.domain.facts.conditions import VerdictSigned
from operative.domain.facts.dossiers import DossierOpened, EntryWithdrawn, RoleGranted
from operative.domain.people import RANKS, Role, includes
from operative.dossiers.history import History, once
from operative.errors import NotEntitled

__all__ = ["check_entitled", "role_of", "role_then"]

TAKES = {
    VerdictSigned: Role.LEGAL_ADVISER,
    RoleGranted: Role.ADMINISTRATOR,
    DossierOpened: Role.ADMINISTRATOR,
}
"""The role that a kind of fact takes; any other takes that of a contributor."""
Given = list[tuple[int, date, str, Role | None]]
"""Who was given which role: the number of the entry, the day from which it holds, the person, the role."""


def check_entitled(history: History, statement: Statement, day: date, guest: Role | None) -> None:
    """Raise `NotEntitled` unless the person who speaks may enter the statement on this day.

    Whoever has a role in the dossier, or had one, is held to it. Anybody else has the role of a `guest`; but a verdict
    is signed, and a signature taken back, only by whom the dossier itself gives the role.
    """
    kinds = {type(statement.fact)}
    corrected = None if statement.corrects is None else history.standing(statement.corrects)
    if corrected is not None:
        kinds.add(type(corrected.fact))
    least = max((TAKES.get(kind, Role.CONTRIBUTOR) for kind in kinds), key=RANKS.__getitem__)
    roles = [role for _, since, person, role in _given(history) if person == statement.by and since <= day]
    role = roles[-1] if roles else None if VerdictSigned in kinds else guest
    if not includes(role, least):
        what = "take back" if isinstance(statement.fact, EntryWithdrawn) else "enter"
        known = f"is {role}" if roles and role else "has no role"
        said = f"{statement.by} {known} in this dossier, and may not {what} {(corrected or statement).fact.kind}"
        raise NotEntitled(f"{said}: it takes the role {least}")


def role_of(history: History, person: str, day: date) -> Role | None:
    """The role that a person has on a day; None where none was granted. Who opened the dossier administers it."""
    roles = [role for _, since, whom, role in _given(history) if whom == person and since <= day]
    return roles[-1] if roles else None


def role_then(history: History, entry: Entry) -> Role | None:
    """The role that the speaker of an entry had when it was recorded, whatever day the entry is about."""
    by, day = entry.statement.by, entry.recorded.date()
    given = _given(history)
    roles = [role for number, since, person, role in given if person == by and number < entry.number and since <= day]
    return roles[-1] if roles else None


@once
def _given(history: History) -> Given:
    """In the order of days; a correction stands in the place of what it corrects."""
    opened: Given = [
        (_place(history, entry), date.min, entry.statement.by, Role.ADMINISTRATOR)
        for entry, _ in history.ever(DossierOpened)
    ]
    granted = [
        (_place(history, entry), entry.effective.last, fact.person, fact.role)
        for entry, fact in history.ever(RoleGranted)
    ]
    return opened + granted


def _place(history: History, entry: Entry) -> int:
    return entry.number if entry.statement.corrects is None else history.origin(entry.number)
