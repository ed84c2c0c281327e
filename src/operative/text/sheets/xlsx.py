"""Workbooks (XLSX): a zip archive of XML, opened under caps; values are taken as saved, nothing is computed."""

import io
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from operative.domain.findings import Finding, Severity
from operative.domain.sheets import Sheet, SheetRow
from operative.errors import DamagedSource, EncryptedSource, HostileSource, NoReader, SourceTooCostly
from operative.text.docx.package import BROKEN_ARCHIVE, OLE, Package, open_package
from operative.text.sheets.serials import is_day_format, plain_number, say_serial

__all__ = ["read_xlsx"]

MOST_SHEET = 256 * 2**20
"""Bytes of the XML of a sheet, unpacked."""
MOST_CELLS = 6_000_000
"""Cells of all sheets, the empty ones between two that have words included."""
MOST_SHARED = 100 * 2**20
"""Characters that all cells hold: one string may stand in every cell, and a megabyte of it in each."""
PLACE = re.compile(r"(?P<letters>[A-Z]{1,3})(?P<row>[1-9]\d{0,6})\Z")
ESCAPED = re.compile(r"_x(?P<code>[0-9A-Fa-f]{4})_")


@dataclass(slots=True)
class _Book:
    """What cells refer to, and what was met in them."""

    package: Package
    strings: list[str] = field(default_factory=list)
    days: frozenset[int] = frozenset()
    since_1904: bool = False
    met: Counter[str] = field(default_factory=Counter)
    cells: int = 0
    characters: int = 0


def read_xlsx(data: bytes) -> tuple[list[Sheet], list[Finding]]:
    """The sheets of a workbook, in order, the hidden ones too; cells that were merged downwards have their words in
    every row.

    Raises `EncryptedSource`, `HostileSource`, `DamagedSource` or `SourceTooCostly`.
    """
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise EncryptedSource("the workbook is encrypted; save it without a password")
        raise NoReader("no reader for the binary form of workbooks (.xls); save it as .xlsx")
    book = _Book(open_package(data))
    main = next((one.target for one in book.package.relations("").values() if one.kind == "officeDocument"), "")
    root = book.package.xml(main) if main else None
    if root is None or etree.QName(root).localname != "workbook":
        raise NoReader("the archive holds no workbook of XLSX; save the table as XLSX or CSV")
    parts = book.package.relations(main)
    for one in parts.values():
        if one.kind == "sharedStrings":
            book.strings = [_words(item) for item in _stream(book, one.target, "si")]
        elif one.kind == "styles":
            book.days = _day_styles(book, one.target)
    book.since_1904 = any(one.get("date1904") in ("1", "true") for one in root.iterfind("{*}workbookPr"))
    sheets = [_sheet(book, name, parts[id].target) for name, id in _named(root) if id in parts]
    return sheets, list(_findings(book.met))


def _named(root: etree._Element) -> Iterator[tuple[str, str]]:
    for one in root.iterfind("{*}sheets/{*}sheet"):
        id = next((value for name, value in one.attrib.items() if str(name).endswith("}id")), "")
        yield one.get("name", ""), str(id)


def _stream(book: _Book, name: str, tag: str) -> Iterator[etree._Element]:
    """The elements of one name in a part, one after the other; each is forgotten when the next is asked for."""
    entry = book.package.entries.get(name.lower())
    if entry is None:
        return
    if entry.file_size > MOST_SHEET:
        raise SourceTooCostly(f"{name} unpacks to {entry.file_size} bytes; at most {MOST_SHEET} are read")
    try:
        data = book.package.archive.read(entry)
    except BROKEN_ARCHIVE as exc:
        raise DamagedSource(f"{name} does not unpack: {exc}") from exc
    if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data or "<!DOCTYPE".encode("utf-16-be") in data:
        raise HostileSource(f"{name} has a document type declaration; no program for tables writes one")
    try:
        for _, element in etree.iterparse(
            io.BytesIO(data), tag=[f"{{*}}{tag}", "{*}mergeCell"], resolve_entities=False, no_network=True
        ):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as exc:
        raise DamagedSource(f"{name} is not well-formed XML: {exc}") from exc


def _day_styles(book: _Book, name: str) -> frozenset[int]:
    """The numbers of the styles in which a number shows a day."""
    root = book.package.xml(name)
    if root is None:
        return frozenset()
    codes = {one.get("numFmtId"): one.get("formatCode", "") for one in root.iterfind("{*}numFmts/{*}numFmt")}
    formats = [one.get("numFmtId", "0") for one in root.iterfind("{*}cellXfs/{*}xf")]
    return frozenset(
        n for n, one in enumerate(formats) if one.isdecimal() and is_day_format(int(one), codes.get(one, ""))
    )


def _words(item: etree._Element) -> str:
    """The words of a string, without the reading aids that stand above them (phonetic runs)."""
    runs = (one for one in item.iter("{*}t") if not str(getattr(one.getparent(), "tag", "")).endswith("}rPh"))
    words = "".join(one.text or "" for one in runs)
    return ESCAPED.sub(lambda found: chr(int(found["code"], 16)), words).strip() if "_x" in words else words.strip()


def _sheet(book: _Book, name: str, part: str) -> Sheet:
    rows: dict[int, list[str]] = {}
    merged: list[tuple[int, int, int]] = []
    number = 0
    for element in _stream(book, part, "row"):
        if str(element.tag).endswith("}mergeCell"):
            merged += _downwards(element.get("ref", ""))
            continue
        stated = element.get("r", "")
        number = int(stated) if stated.isdecimal() else number + 1
        cells = _cells(book, element)
        if any(cells):
            rows[number] = cells
    numbers = sorted(rows)
    for column, first, last in merged:
        spanned = numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]
        _fill(book, [rows[number] for number in spanned], column, starts=spanned[:1] == [first])
    return Sheet(name, tuple(SheetRow(number, tuple(rows[number])) for number in numbers))


def _cells(book: _Book, row: etree._Element) -> list[str]:
    cells: list[str] = []
    for one in row.iterchildren("{*}c"):
        place = PLACE.match(one.get("r", ""))
        column = _column(place["letters"]) if place else len(cells)
        value = _value(book, one)
        if value and column >= len(cells):
            cells += [""] * (column + 1 - len(cells))
        if value:
            cells[column] = value
            book.characters += len(value)
    book.cells += len(cells)
    if book.cells > MOST_CELLS or book.characters > MOST_SHARED:
        raise SourceTooCostly(f"the workbook has more than {MOST_CELLS} cells, or {MOST_SHARED} characters in them")
    return cells


def _value(book: _Book, cell: etree._Element) -> str:
    """The words of a cell as they were saved."""
    kind, stored = cell.get("t", "n"), cell.find("{*}v")
    words = (stored.text or "") if stored is not None else ""
    if cell.find("{*}f") is not None:
        book.met["computed" if words else "uncomputed"] += 1
    if kind == "inlineStr":
        inline = cell.find("{*}is")
        return _words(inline) if inline is not None else ""
    if kind == "s":
        return book.strings[int(words)] if words.isdecimal() and int(words) < len(book.strings) else ""
    if kind == "b":
        return {"1": "true", "0": "false"}.get(words, words)
    if kind == "e":
        book.met["failed"] += 1
    if kind != "n" or not words:
        return words.strip()
    style = cell.get("s", "0")
    if style.isdecimal() and int(style) in book.days:
        return say_serial(words, book.since_1904)
    return plain_number(words)


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _downwards(ref: str) -> list[tuple[int, int, int]]:
    """The column, first and last row of merged cells; nothing where they are of one row."""
    first, _, last = ref.partition(":")
    one, other = PLACE.match(first), PLACE.match(last)
    if one is None or other is None or one["row"] == other["row"]:
        return []
    return [(_column(one["letters"]), int(one["row"]), int(other["row"]))]


def _fill(book: _Book, spanned: list[list[str]], column: int, *, starts: bool) -> None:
    """The words of merged cells in every row that they span and that has words of its own."""
    words = spanned[0][column] if starts and column < len(spanned[0]) else ""
    book.cells += len(spanned)
    if book.cells > MOST_CELLS:
        raise SourceTooCostly(f"with merged ones the workbook has more than {MOST_CELLS} cells")
    if not words:
        return
    book.met["merged"] += 1
    for cells in spanned[1:]:
        cells += [""] * (column + 1 - len(cells))
        cells[column] = cells[column] or words


def _findings(met: Counter[str]) -> Iterator[Finding]:
    if count := met["computed"]:
        yield Finding("cells-computed", Severity.INFO, f"cells with formulas, taken as they were last saved: {count}")
    if count := met["uncomputed"]:
        message = f"cells with formulas whose results were never saved, taken as empty: {count}"
        yield Finding("cells-uncomputed", Severity.WARNING, message)
    if count := met["failed"]:
        yield Finding("cells-failed", Severity.WARNING, f"cells that hold an error of a formula: {count}")
    if count := met["merged"]:
        message = f"cells merged over several rows, taken for each of these rows: {count}"
        yield Finding("cells-merged", Severity.INFO, message)
