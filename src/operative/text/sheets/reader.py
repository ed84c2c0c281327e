"""Bytes -> sheets: in this process what the child does, and the call that has it done there."""

import codecs
import marshal
import re

from operative.domain.findings import Finding, Severity
from operative.domain.sheets import CSV, JSON, XLSX, Sheet, SheetRow, Workbook
from operative.errors import EmptySource, NoReader
from operative.text.bounded import Limits, ask_bounded
from operative.text.sheets.delimited import read_delimited
from operative.text.sheets.objects import read_objects

__all__ = ["pack_sheets", "read_workbook"]

LIMITS = Limits(seconds=20.0, seconds_per_megabyte=6.0)
"""Fifty thousand rows, of two megabytes, take three seconds."""
ZIPPED = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
HALVES = re.compile("[\ud800-\udfff]")
OTHER = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"{\\rtf", b"<")
"""First bytes of what is no table; programs call pages of HTML so, with the name of a workbook."""


def read_workbook(data: bytes, name: str = "") -> Workbook:
    """The sheets in the bytes of a table, read in a child process with limits of memory and time.

    Raises `UnreadableSource`, or one of its kinds, where no table can be had.
    """
    packed = ask_bounded("sheets", "operative.text.sheets.reader:pack_sheets", data, LIMITS, name=name)
    media_type, sheets, findings = marshal.loads(packed)
    return Workbook(
        media_type,
        tuple(Sheet(title, tuple(SheetRow(number, cells) for number, cells in rows)) for title, rows in sheets),
        tuple(Finding(code, Severity(severity), message) for code, severity, message in findings),
    )


def pack_sheets(data: bytes, name: str = "") -> bytes:
    """What `read_workbook` gives, as bytes: the work of the child process."""
    if not data.strip():
        raise EmptySource(f"{name or 'the table'} has nothing in it")
    media_type = _media_type(data, name)
    findings: list[Finding] = []
    if media_type == XLSX:
        # The XML parser loads in the child, with the first workbook.
        from operative.text.sheets.xlsx import read_xlsx

        sheets, findings = read_xlsx(data)
    elif media_type == JSON:
        sheets = read_objects(data)
    else:
        sheets, findings = read_delimited(data)
    if not any(sheet.rows for sheet in sheets):
        raise EmptySource(f"{name or 'the table'} has no cell with words in it")
    plain = [(one.name, [(row.number, tuple(map(_whole, row.cells))) for row in one.rows]) for one in sheets]
    return marshal.dumps((media_type, plain, [(one.code, str(one.severity), one.message) for one in findings]))


def _whole(words: str) -> str:
    """The words without halves of characters, which no file can hold: escapes in JSON and XLSX can make such."""
    return words if words.isascii() else HALVES.sub("\ufffd", words)


def _media_type(data: bytes, name: str) -> str:
    """By the first bytes; the name counts for nothing but JSON against a line of a CSV that opens with a bracket."""
    if data.startswith(ZIPPED):
        return XLSX
    head = data[:64].removeprefix(codecs.BOM_UTF8).lstrip()
    if head.startswith(OTHER):
        raise NoReader("this is no table; there are readers for: XLSX, CSV, JSON")
    named = name.lower().endswith((".json", ".jsonl", ".ndjson"))
    return JSON if named or re.match(rb'\[\s*\{|\{\s*"', head) else CSV
