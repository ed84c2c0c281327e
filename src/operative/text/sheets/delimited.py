"""Comma-separated values, and what people call so: semicolons, tabs and bars, in any encoding."""

import csv
import io
from collections.abc import Iterator
from contextlib import suppress

from operative.domain.findings import Finding
from operative.domain.sheets import Sheet, SheetRow
from operative.errors import DamagedSource
from operative.text.encodings import read_characters

__all__ = ["read_delimited"]

DELIMITERS = ",;\t|"
SAMPLE = 65_536
"""Characters in which the separator is looked for."""
LONGEST = 50_000_000
"""Characters of a cell."""
DECLARED = "sep="
"""A first line by which a program for tables says the separator."""


def read_delimited(data: bytes) -> tuple[list[Sheet], list[Finding]]:
    """The one sheet of a file of separated values; a row that fills several lines counts once.

    Raises `DamagedSource` where quotation marks do not fit: behind one that is never closed, rows would be lost.
    """
    read = read_characters(data)
    content, before = read.content, 0
    if content[: len(DECLARED)].lower() == DECLARED:
        # It counts as a row: programs for tables that show the line number it so.
        first, _, content = content.partition("\n")
        delimiter, before = first[len(DECLARED) :].strip("\r") or ",", 1
    else:
        delimiter = _delimiter(content[:SAMPLE])
    csv.field_size_limit(LONGEST)
    rows = [SheetRow(n, cells) for n, cells in enumerate(_cells(content, delimiter[0]), before + 1) if any(cells)]
    return [Sheet("rows", tuple(rows))], list(read.findings)


def _cells(content: str, delimiter: str) -> Iterator[tuple[str, ...]]:
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            yield tuple(cell.strip() for cell in row)
    except csv.Error as exc:
        raise DamagedSource(f"line {reader.line_num}: {exc}") from exc


def _delimiter(sample: str) -> str:
    """The separator that parts the rows most evenly, and into most cells."""
    return max(DELIMITERS, key=lambda one: _evenness(sample, one))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    widths: list[int] = []
    # A sample may end within quotation marks: what stands before counts.
    with suppress(DamagedSource):
        widths += (len(row) for row in _cells(sample, delimiter) if any(row))
    if not widths or max(widths) == 1:
        return 0.0, 0
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    return (widths.count(usual) / len(widths) if usual > 1 else 0.0), usual
