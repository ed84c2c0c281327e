"""Tables that people keep, taken into a dossier: looked at first, then entered."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath

from operative.bootstrap.dossiers import Dossier, Dossiers
from operative.bootstrap.texts import Text
from operative.domain.days import PartialDate
from operative.domain.entries import Entry, Statement
from operative.domain.facts import Fact
from operative.domain.facts.dossiers import DocumentAttached, DocumentNamed, DocumentRole, DossierOpened
from operative.domain.facts.tables import ColumnUse, TableField, TableKind, TableRead
from operative.domain.intakes import Intake
from operative.domain.mandates import Modality
from operative.domain.sheets import Sheet, Workbook
from operative.dossiers.history import History
from operative.dossiers.labels import slug
from operative.dossiers.tables.headings import Headings, find_headings, find_kind, find_unit, suggest_columns
from operative.dossiers.tables.intake import derive_intake, refuse_rows
from operative.errors import WrongCall
from operative.text.sheets.reader import read_workbook

__all__ = ["Choices", "enter_table", "look_at_table"]

UNNAMED = "table"
"""What a table is called whose name has no letters."""
DIGITS = 12
"""So many digits of its SHA-256 name a version of a table among the documents of a dossier."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person says of a table; all else is remembered from the last such table, or guessed from the headings.

    `columns` are fields by heading, None for a column that is not to be taken.
    """

    table: str = ""
    sheet: str = ""
    heading: int | None = None
    holds: TableKind | None = None
    columns: Mapping[str, TableField | None] = field(default_factory=dict)
    modality: Modality | None = None
    unit: str = ""
    carried: tuple[str, ...] = ()


def look_at_table(
    dossiers: Dossiers, dossier: Dossier, data: bytes, name: str, *, by: str, on: PartialDate, choices: Choices
) -> Intake:
    """What taking in a table would enter, row by row; nothing is entered.

    Raises `UnreadableSource` where no table can be had, `WrongCall` where its headings say nothing that is known or a
    choice names what is not there, `Refused` where a later version was taken in.
    """
    workbook = read_workbook(data, name)
    sheet, headings = _sheet(workbook, choices)
    earlier, key = _remembered(dossiers, dossier, headings.names)
    called = choices.table or (earlier.table if earlier and key == dossier.key else PurePath(name).stem)
    document = f"{slug(called) or UNNAMED}-{hashlib.sha256(data).hexdigest()[:DIGITS]}"
    read = _read(sheet, headings, earlier, choices, document)
    history = dossier.history(date.max)
    intake = derive_intake(history, read, sheet, headings.last, on=on, by=by, entry_of=dossier.entry)
    text = Text(data, name, media_type=workbook.media_type)
    head = tuple(Statement(fact, on, by) for fact in _head(history, read, text))
    intake = replace(intake, head=(*head, *intake.head))
    refused = dossier.find_refusals([intake.head, *(row.statements for row in intake.rows)])
    if 0 in refused:
        raise refused[0]
    intake = refuse_rows(intake, {intake.rows[place - 1].number: str(why) for place, why in refused.items()})
    return replace(intake, remembered=key, remarks=tuple(one.message for one in workbook.findings))


def enter_table(
    dossiers: Dossiers,
    dossier: Dossier,
    data: bytes,
    name: str,
    *,
    by: str,
    on: PartialDate,
    choices: Choices,
    expected: int | None = None,
) -> tuple[Intake, tuple[Entry, ...]]:
    """The intake of a table and the entries that it made: all of them or none; a table without news makes none.

    The bytes are kept as a document of the dossier, and each entry points to its cells. `expected` is the version that
    was looked at. Raises as `look_at_table` does, and `StaleVersion` where somebody wrote since.
    """
    version = dossier.version if expected is None else expected
    intake = look_at_table(dossiers, dossier, data, name, by=by, on=on, choices=choices)
    if not intake.statements:
        return intake, ()
    # What the table is was found when it was looked at.
    attached = [one.fact for one in intake.head if isinstance(one.fact, DocumentAttached)]
    texts = [Text(data, name, media_type=one.media_type) for one in attached]
    return intake, dossier.enter(intake.statements, expected=version, texts=texts)


def _sheet(workbook: Workbook, choices: Choices) -> tuple[Sheet, Headings]:
    """The sheet that is named, else the one whose headings say most."""
    sheets = [one for one in workbook.sheets if one.rows and choices.sheet in ("", one.name)]
    if not sheets:
        there = ", ".join(one.name for one in workbook.sheets)
        raise WrongCall(f"there is no sheet {choices.sheet!r} with words in it; there are: {there}")
    found = [(one, find_headings(one, choices.heading)) for one in sheets]
    kinds = (choices.holds,) if choices.holds else tuple(TableKind)
    return max(found, key=lambda one: max(len(suggest_columns(one[1].names, kind)) for kind in kinds))


def _remembered(dossiers: Dossiers, dossier: Dossier, names: Sequence[str]) -> tuple[TableRead | None, str]:
    """How the last table with these headings was read, and in which dossier: this one, else one of the same body."""
    for key in (dossier.key, *_of_same_body(dossiers, dossier)):
        for read in reversed(dossiers.history(key, date.max, None).facts(TableRead)):
            if read.headings == tuple(names):
                return read, key
    return None, ""


def _of_same_body(dossiers: Dossiers, dossier: Dossier) -> Iterator[str]:
    """Other dossiers on what the same body asked; the confidential ones tell nothing."""
    body = _opened(dossier.history(date.max)).body
    for key in dossiers.keys() if body else ():
        opened = _opened(dossiers.history(key, date.max, None))
        if key != dossier.key and opened.body == body and not opened.confidential:
            yield key


def _opened(history: History) -> DossierOpened:
    return next(fact for _, fact in history.of(DossierOpened))


def _read(sheet: Sheet, headings: Headings, earlier: TableRead | None, choices: Choices, document: str) -> TableRead:
    """How the table is to be read: as a person says, else as the last such table was, else by its headings."""
    names = headings.names
    holds = choices.holds or (earlier.holds if earlier else find_kind(names))
    remembered = earlier if earlier and earlier.holds is holds else None
    columns = remembered.columns if remembered else suggest_columns(names, holds)
    taken = _corrected(columns, choices.columns, names)
    return TableRead(
        document,
        document.rpartition("-")[0],
        holds,
        sheet.name,
        headings.last,
        names,
        taken,
        choices.modality or (remembered.modality if remembered else Modality.DIRECTIVE),
        choices.unit or (remembered.unit if remembered else find_unit(taken)),
        _known(choices.carried, names) or (remembered.carried if remembered else ()),
    )


def _corrected(
    columns: Sequence[ColumnUse], said: Mapping[str, TableField | None], names: Sequence[str]
) -> tuple[ColumnUse, ...]:
    """The columns as a person wants them; a field that is given to another column leaves its own."""
    _known(said, names)
    given = [field for field in said.values() if field is not None]
    for one in given:
        if given.count(one) > 1:
            raise WrongCall(f"two columns cannot both be {one}: {', '.join(n for n, f in said.items() if f is one)}")
    kept = {one.heading: one.field for one in columns if one.heading not in said and one.field not in given}
    kept |= {name: field for name, field in said.items() if field is not None}
    return tuple(ColumnUse(name, kept[name]) for name in names if name in kept)


def _known(said: Iterable[str], names: Sequence[str]) -> tuple[str, ...]:
    """The headings that a person names; raises `WrongCall` for one that the table does not have."""
    for name in said:
        if name not in names:
            raise WrongCall(f"the table has no heading {name!r}; there are: {', '.join(filter(None, names))}")
    return tuple(said)


def _head(history: History, read: TableRead, text: Text) -> Iterator[Fact]:
    """The document, where the dossier does not have these bytes yet, and how it was read."""
    if not history.about(DocumentNamed, "key", read.document):
        yield DocumentNamed(read.document, DocumentRole.EVIDENCE, title=text.name)
        yield text.attached(read.document)
    yield read
