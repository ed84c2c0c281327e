"""What may be entered: each kind of fact has its checks, and a statement that fails one is refused with the reason."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from operative.domain.entries import Statement
from operative.domain.facts.dossiers import DocumentNamed, DossierOpened, EntryWithdrawn
from operative.domain.people import Role
from operative.dossiers.history import History
from operative.dossiers.roles import check_entitled
from operative.dossiers.since import check_days, check_left
from operative.dossiers.values import check_given, check_values
from operative.errors import NotEntitled, Refused, UnknownSubject

__all__ = ["Check", "admit", "need"]

Check = Callable[[History, Statement], None]
"""Raises `Refused`, or one of its kinds, where the statement may not be entered after this history."""


def need(history: History, wanted: type[Any], name: str, key: str, what: str) -> None:
    """Raise `UnknownSubject` unless a fact of this kind has `key` in its field `name`."""
    if not history.about(wanted, name, key):
        there = ", ".join(sorted({getattr(fact, name) for fact in history.facts(wanted)})) or "none"
        raise UnknownSubject(f"there is no {what} {key!r} in this dossier; there are: {there}")


def admit(
    history: History,
    statement: Statement,
    checks: Mapping[type[Any], Sequence[Check]],
    *,
    day: date,
    guest: Role | None = Role.CONTRIBUTOR,
) -> None:
    """Raise `Refused`, or one of its kinds, unless the statement may be entered after this history, on this day.

    `history` is all that is known, on the last day there is; every statement names a person, who may say so, and
    evidence names documents of the dossier. `guest` is the role of a person whom the dossier does not know.
    """
    fact = statement.fact
    if not statement.by.strip():
        raise NotEntitled("an entry needs a name: who says so?")
    check_values(statement)
    opened = any(True for _ in history.of(DossierOpened))
    if isinstance(fact, DossierOpened) and statement.corrects is None:
        if opened:
            raise Refused("this dossier is open already")
    elif not opened:
        raise Refused("the first entry of a dossier is dossier.opened")
    _check_correction(history, statement)
    if opened:
        check_entitled(history, statement, day, guest)
    for evidence in statement.evidence:
        need(history, DocumentNamed, "key", evidence.document, "document")
    for check in checks.get(type(fact), ()):
        check(history, statement)
    check_given(statement)
    check_days(history, statement)
    check_left(history, statement)


def _check_correction(history: History, statement: Statement) -> None:
    corrected = statement.corrects
    if corrected is None:
        if isinstance(statement.fact, EntryWithdrawn):
            raise Refused("a withdrawal says which entry it takes back: corrects")
        return
    found = history.standing(corrected)
    if found is None:
        raise UnknownSubject(f"there is no standing entry {corrected} to correct")
    if isinstance(found.fact, DossierOpened):
        _check_opening(statement, found.statement.by)
    if not isinstance(statement.fact, EntryWithdrawn) and type(found.fact) is not type(statement.fact):
        raise Refused(f"entry {corrected} states {found.fact.kind}; a correction states the same, or entry.withdrawn")


def _check_opening(statement: Statement, opener: str) -> None:
    """Without its first entry a dossier is none; and whoever rewrites it would administer the dossier."""
    if isinstance(statement.fact, EntryWithdrawn):
        raise Refused("the entry that opens a dossier is never taken back; correct it, or close the dossier")
    if statement.by != opener:
        raise NotEntitled(f"{opener} opened the dossier, and nobody else corrects that entry")
