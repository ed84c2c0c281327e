"""The rows of a corpus in files: parts of Parquet tables, each written whole or not at all.

A part is a folder with one table for each kind of row. It is made under another name and gets its own by one step, so
that a reader sees all of it or nothing; the name is the digest of what it holds.
"""

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import fields
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import pyarrow as pa
from pyarrow import parquet

from operative.domain.holdings import HeldAct, HeldProvision, HeldReference, Holding, Intake, IntakeRecord

__all__ = ["TABLES", "part_folders", "read_table", "write_part"]

Row = TypeVar("Row", Intake, Holding, HeldProvision, HeldAct, HeldReference)

TABLES: dict[type[Any], str] = {
    Intake: "sources",
    Holding: "documents",
    HeldProvision: "provisions",
    HeldAct: "acts",
    HeldReference: "references",
}
"""The table that holds the rows of each class, a column for each field."""

COLUMN_TYPES = {str: pa.string(), bool: pa.bool_(), tuple[str, ...]: pa.list_(pa.string())}


def schema_of(kind: type[Any]) -> pa.Schema:
    """The columns of a table."""
    hints = get_type_hints(kind)
    return pa.schema([pa.field(field.name, COLUMN_TYPES[hints[field.name]], nullable=False) for field in fields(kind)])


def part_folders(folder: Path) -> tuple[Path, ...]:
    """The parts of a corpus in order; what was not finished is none."""
    return tuple(sorted(path for path in (folder / "parts").glob("*") if not path.name.startswith(".")))


def write_part(folder: Path, records: Sequence[IntakeRecord]) -> Path:
    """The folder of a new part with these records."""
    digest = hashlib.sha256("".join(f"{record.intake}{len(record.acts)}" for record in records).encode()).hexdigest()
    target = folder / "parts" / digest[:KEY_LENGTH]
    draft = target.with_name(f".{target.name}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    rows: dict[type[Any], Iterable[Any]] = {
        Intake: (record.intake for record in records),
        Holding: chain.from_iterable(record.holdings for record in records),
        HeldProvision: chain.from_iterable(record.provisions for record in records),
        HeldAct: chain.from_iterable(record.acts for record in records),
        HeldReference: chain.from_iterable(record.references for record in records),
    }
    for kind, name in TABLES.items():
        parquet.write_table(as_table(kind, list(rows[kind])), draft / f"{name}.parquet", compression="zstd")
    if target.exists():  # the same sources, read at the same time by another call
        shutil.rmtree(draft)
    else:
        draft.rename(target)
    return target


def as_table(kind: type[Any], rows: Sequence[Any]) -> pa.Table:
    """The rows by column."""
    schema = schema_of(kind)
    columns = [pa.array([getattr(row, field.name) for row in rows], field.type) for field in schema]
    return pa.table(columns, schema=schema)


def read_table(part: Path, kind: type[Row]) -> list[Row]:
    """The rows of one class in a part, in the order in which they were read."""
    # Our own tables have no partitions; without this the name of the folder would be looked at for some.
    table = parquet.read_table(part / f"{TABLES[kind]}.parquet", partitioning=None)
    columns = [column.to_pylist() for column in table.columns]
    lists = [number for number, field in enumerate(fields(kind)) if get_type_hints(kind)[field.name] not in (str, bool)]
    for number in lists:
        columns[number] = [tuple(values) for values in columns[number]]
    return [kind(*values) for values in zip(*columns, strict=True)]


KEY_LENGTH = 16
