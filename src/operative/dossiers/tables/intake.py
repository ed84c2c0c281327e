"""A table against a dossier: what each row would enter, and why a row enters nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts import Fact
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.tables import TableField, TableKind, TableRead
from operative.domain.intakes import Intake, RowFate, RowIntake
from operative.domain.sheets import Sheet, SheetRow
from operative.dossiers.history import History
from operative.dossiers.labels import slug
from operative.dossiers.tables.actions import read_action
from operative.dossiers.tables.cells import Cells
from operative.dossiers.tables.citing import read_citation
from operative.dossiers.tables.costs import read_cost
from operative.dossiers.tables.facts import Reader, Said, plain_place
from operative.dossiers.tables.standing import EntryOf, Standing, find_standing
from operative.errors import Refused

__all__ = ["derive_intake", "refuse_rows"]

READERS: Mapping[TableKind, Callable[[Cells, Reader], Said]] = {
    TableKind.ACTIONS: read_action,
    TableKind.COSTS: read_cost,
    TableKind.CITATIONS: read_citation,
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
    reader = Reader(read, on, by, standing, *_named(history), _documents(history))
    place = {name: n for n, name in enumerate(read.headings)}
    columns = {use.field: place[use.heading] for use in read.columns}
    carried = [place[name] for name in read.carried]
    cells = list(_cells(read.document, sheet, last, columns, carried))
    rows, head = _documents_first(_told_apart([_row(one, reader) for one in cells]))
    taken = {use.heading for use in read.columns}
    left = tuple(name for name in read.headings if name and name not in taken)
    return Intake(read, rows, head, left=left, gone=_gone(standing, rows))


def refuse_rows(intake: Intake, reasons: Mapping[int, str]) -> Intake:
    """The intake without what the ledger would not take: the reasons by the numbers of rows."""
    return replace(
        intake, rows=tuple(_refused(row, reasons[row.number]) if row.number in reasons else row for row in intake.rows)
    )


def _cells(
    document: str, sheet: Sheet, last: int, columns: dict[TableField, int], carried: Sequence[int]
) -> Iterator[Cells]:
    """The rows below the headings; each knows where what is carried down to it stands."""
    above: dict[int, SheetRow] = {}
    for row in sheet.rows:
        if row.number > last:
            above = above | {column: row for column in carried if row.cell(column)}
            yield Cells(document, sheet.name, row, columns, above)


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
    """The rows: one that says what an earlier one says is the same; where they differ, all that have one id are
    refused, as none is the right one.
    """
    alike: dict[str, list[RowIntake]] = {}
    for row in rows:
        if row.key:
            alike.setdefault(row.key, []).append(row)
    for row in rows:
        same = alike.get(row.key, [row])
        if any(_facts(one) != _facts(row) for one in same):
            others = ", ".join(str(one.number) for one in same if one is not row)
            reason = f"row {others} has the same id {row.key!r}: take a column that tells them apart as id or part"
            yield _refused(row, reason)
        elif row is not same[0]:
            remark = f"says what row {same[0].number} says"
            yield replace(row, fate=RowFate.SAME, changes=(), remarks=(remark,), statements=())
        else:
            yield row


def _facts(row: RowIntake) -> tuple[Fact, ...]:
    return tuple(one.fact for one in row.statements)


def _documents_first(rows: Iterable[RowIntake]) -> tuple[tuple[RowIntake, ...], tuple[Statement, ...]]:
    """The rows without the documents that they name, and these, each once: several rows may cite one."""
    named: dict[str, Statement] = {}
    kept = []
    for row in rows:
        for one in row.statements:
            if isinstance(one.fact, DocumentNamed):
                named.setdefault(one.fact.key, one)
        kept.append(replace(row, statements=tuple(s for s in row.statements if not isinstance(s.fact, DocumentNamed))))
    return tuple(kept), tuple(named.values())


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


def _documents(history: History) -> dict[str, str]:
    """The documents of a dossier by key and symbol; the one that was named first has the symbol."""
    found: dict[str, str] = {}
    for fact in history.facts(DocumentNamed):
        found[slug(fact.key)] = fact.key
        if fact.symbol:
            found.setdefault(slug(fact.symbol), fact.key)
    return found
