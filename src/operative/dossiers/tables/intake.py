"""A table against a dossier: what each row would enter, and why a row enters nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.tables import TableField, TableKind, TableRead
from operative.domain.intakes import Intake, RowFate, RowIntake
from operative.domain.sheets import Sheet
from operative.dossiers.history import History
from operative.dossiers.tables.actions import read_action
from operative.dossiers.tables.cells import Cells
from operative.dossiers.tables.costs import read_cost
from operative.dossiers.tables.facts import Reader, Said, plain_place
from operative.dossiers.tables.standing import EntryOf, Standing, find_standing
from operative.errors import Refused

__all__ = ["derive_intake", "refuse_rows"]

READERS: Mapping[TableKind, Callable[[Cells, Reader], Said]] = {
    TableKind.ACTIONS: read_action,
    TableKind.COSTS: read_cost,
}


def derive_intake(
    history: History, read: TableRead, sheet: Sheet, last: int, *, on: PartialDate, by: str, entry_of: EntryOf
) -> Intake:
    """What a sheet would enter, as `read` says that its columns are to be taken; rows stand below the row `last`.

    `history` is all that is known. Raises `Refused` where a table of this name holds from a later day already.
    """
    standing = find_standing(history, read.table, entry_of)
    for entry, _ in standing.reads:
        if entry.effective.first > on.last:
            raise Refused(f"{read.table} was taken in as of {entry.effective} (entry {entry.number}), after {on}")
    reader = Reader(read, on, by, standing, *_named(history))
    place = {name: n for n, name in enumerate(read.headings)}
    columns = {use.field: place[use.heading] for use in read.columns}
    cells = [Cells(read.document, sheet.name, row, columns) for row in sheet.rows if row.number > last]
    rows = tuple(_told_apart([_row(one, reader) for one in cells]))
    taken = {use.heading for use in read.columns}
    left = tuple(name for name in read.headings if name and name not in taken)
    return Intake(read, rows, left=left, gone=_gone(standing, rows))


def refuse_rows(intake: Intake, reasons: Mapping[int, str]) -> Intake:
    """The intake without what the ledger would not take: the reasons by the numbers of rows."""
    return replace(
        intake, rows=tuple(_refused(row, reasons[row.number]) if row.number in reasons else row for row in intake.rows)
    )


def _row(cells: Cells, reader: Reader) -> RowIntake:
    number = cells.row.number
    try:
        said = READERS[reader.read.holds](cells, reader)
    except Refused as exc:
        return RowIntake(number, RowFate.REFUSED, label=cells.words(TableField.LABEL), reason=str(exc))
    known = said.key in reader.standing.keys
    fate = RowFate.SAME if not said.statements else RowFate.CHANGED if known else RowFate.NEW
    statements: tuple[Statement, ...] = tuple(said.statements)
    return RowIntake(number, fate, said.key, said.label, tuple(said.changes), "", tuple(said.remarks), statements)


def _told_apart(rows: Sequence[RowIntake]) -> Iterator[RowIntake]:
    """The rows; those that cannot be told from another are refused, all of them: none is the right one."""
    numbers: dict[str, list[int]] = {}
    for row in rows:
        if row.key:
            numbers.setdefault(row.key, []).append(row.number)
    for row in rows:
        same = numbers.get(row.key, ())
        if len(same) > 1:
            others = ", ".join(str(one) for one in same if one != row.number)
            reason = f"row {others} has the same id {row.key!r}: take a column that tells them apart as id or part"
            yield _refused(row, reason)
        else:
            yield row


def _refused(row: RowIntake, reason: str) -> RowIntake:
    return RowIntake(row.number, RowFate.REFUSED, row.key, row.label, reason=reason, remarks=row.remarks)


def _gone(standing: Standing, rows: Sequence[RowIntake]) -> tuple[str, ...]:
    """What an earlier version had and this one has not; a row that is refused is there."""
    return tuple(sorted(standing.keys - {row.key for row in rows}))


def _named(history: History) -> tuple[dict[str, str], frozenset[str]]:
    """The mandates of a dossier by id and by the place in the text, and the places that have several."""
    names: dict[str, str] = {}
    several: set[str] = set()
    for fact in history.facts(MandateStated):
        for word in filter(None, (plain_place(fact.id), plain_place(fact.provision))):
            if names.setdefault(word, fact.id) != fact.id:
                several.add(word)
    return names, frozenset(several)
