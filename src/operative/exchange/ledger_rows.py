"""A ledger as rows that people sort and filter (CSV, RFC 4180), and back again without loss."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from operative.domain.entries import Entry
from operative.dossiers.ledger import entry_as_plain, entry_from_plain
from operative.dossiers.titles import Names, title_of
from operative.errors import MalformedRecord
from operative.exchange.papers.sheets import harmless

__all__ = ["COLUMNS", "read_rows", "render_rows"]

COLUMNS = ("number", "holds from", "kind", "words", "by", "basis", "evidence", "note", "corrects", "recorded", "record")
LARGEST = 50_000_000
"""Characters of a cell: a record is one, and it may hold the words of a whole document."""


def render_rows(entries: Iterable[Entry], names: Names) -> bytes:
    """A row for each entry, in the order of the ledger; the last column is the entry as the ledger has it, in JSON.

    No cell is taken for a formula; a mark in front says that it is UTF-8.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in entries:
        record = json.dumps(entry_as_plain(one), ensure_ascii=True, separators=(",", ":"))
        writer.writerow([*map(harmless, _told(one, names)), record])
    return out.getvalue().encode("utf-8-sig", "replace")


def _told(entry: Entry, names: Names) -> Iterator[str]:
    said = entry.statement
    yield str(entry.number)
    yield entry.effective.iso
    yield entry.fact.kind
    yield title_of(entry.fact, names)
    yield said.by
    yield str(said.basis)
    yield "; ".join(f"{one.document} {one.provision}".strip() for one in said.evidence)
    yield said.note
    yield "" if said.corrects is None else str(said.corrects)
    yield entry.recorded.isoformat()


def read_rows(data: bytes) -> tuple[Entry, ...]:
    """The entries that the column `record` holds, in order, whatever was done to the other columns and to the order of
    rows; raises `MalformedRecord`.
    """
    before = csv.field_size_limit(LARGEST)
    try:
        rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        plain = [json.loads(row["record"]) for row in rows]
    except (UnicodeDecodeError, csv.Error, KeyError, TypeError, ValueError) as exc:
        raise MalformedRecord(f"this is no ledger as rows: {exc}") from exc
    finally:
        csv.field_size_limit(before)
    if not all(isinstance(one, dict) for one in plain):
        raise MalformedRecord("this is no ledger as rows: a record is no object")
    return tuple(sorted(map(entry_from_plain, plain), key=lambda one: one.number))
