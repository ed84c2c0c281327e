"""What earlier tables have entered into a dossier, so that the next one enters only what it says otherwise."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeVar

from operative.domain.entries import Entry, Statement
from operative.domain.facts.citations import MandateCited
from operative.domain.facts.dossiers import EventNoted
from operative.domain.facts.estimates import InputStated
from operative.domain.facts.mandates import MandateMoved, MandateStated, NextActionSet, Step
from operative.domain.facts.tables import TableRead
from operative.dossiers.history import History

__all__ = ["EntryOf", "Standing", "citation_key", "find_standing", "in_year"]

DIGITS = 6
"""So many digits tell citations apart that name one document for one entity, each with other words."""

F = TypeVar("F")
EntryOf = Callable[[int], Entry | None]
"""The entry with a number, corrected since or not."""


@dataclass(slots=True)
class Standing:
    """What the tables of one name said last, by mandate or by name and year; and the mandates of the dossier.

    `mandates` are the entries that state them now, `stated` what a table stated of them; these differ where a person
    has corrected it.
    """

    reads: list[tuple[Entry, TableRead]] = field(default_factory=list)
    mandates: dict[str, Entry] = field(default_factory=dict)
    stated: dict[str, Entry] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    following: dict[str, NextActionSet] = field(default_factory=dict)
    events: dict[tuple[str, str], str] = field(default_factory=dict)
    inputs: dict[tuple[str, int | None], InputStated] = field(default_factory=dict)
    cited: set[MandateCited] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    """The ids of all that these tables speak of."""


def find_standing(history: History, table: str, entry_of: EntryOf) -> Standing:
    """What the tables of this name said last; `history` is all that is known."""
    found = Standing([(entry, fact) for entry, fact in history.of(TableRead) if fact.table == table])
    documents = {fact.document for _, fact in found.reads}
    for entry, mandate in history.of(MandateStated):
        found.mandates[mandate.id] = entry
        said = _said_by_table(entry, documents, entry_of)
        if said is not None:
            found.stated[mandate.id] = said
    for _, moved in _from(history.of(MandateMoved), documents):
        if moved.step is Step.ASSIGN:
            found.owners[moved.mandate] = moved.owner
    for _, upcoming in _from(history.of(NextActionSet), documents):
        found.following[upcoming.mandate] = upcoming
    for _, event in _from(history.of(EventNoted), documents):
        heading, _, words = event.title.partition(": ")
        if event.about:
            found.events[event.about[0], heading] = words
    for _, stated in _from(history.of(InputStated), documents):
        found.inputs[stated.name, stated.year] = stated
    found.cited.update(cited for _, cited in _from(history.of(MandateCited), documents))
    found.keys.update(found.stated, found.owners, found.following, (id for id, _ in found.events))
    found.keys.update(in_year(*one) for one in found.inputs)
    found.keys.update(map(citation_key, found.cited))
    return found


def citation_key(fact: MandateCited) -> str:
    """What tells one citation from all others."""
    rest = "\n".join((fact.cited_in, fact.part, fact.label))
    digits = sha256(rest.encode()).hexdigest()[:DIGITS]
    return " / ".join(filter(None, (fact.entity, fact.document, digits)))


def in_year(name: str, year: int | None) -> str:
    """What tells one figure from another: its name, and its year where it has one."""
    return name if year is None else f"{name} ({year})"


def _from(told: Iterable[tuple[Entry, F]], documents: set[str]) -> Iterable[tuple[Entry, F]]:
    return ((entry, fact) for entry, fact in told if _is_from(entry.statement, documents))


def _is_from(statement: Statement, documents: set[str]) -> bool:
    return any(one.document in documents for one in statement.evidence)


def _said_by_table(entry: Entry, documents: set[str], entry_of: EntryOf) -> Entry | None:
    """The entry itself, or the last one in whose place it stands, that a table gave; None where none did."""
    found: Entry | None = entry
    while found is not None and not _is_from(found.statement, documents):
        corrected = found.statement.corrects
        found = None if corrected is None else entry_of(corrected)
    return found
