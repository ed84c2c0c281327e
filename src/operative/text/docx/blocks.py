"""Paragraphs and tables of one part of a Word document, in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from operative.domain.texts import MarkKind, Role
from operative.errors import SourceTooCostly
from operative.text.docx.numbering import Numbering
from operative.text.docx.runs import MOST_DEPTH, Changes, Runs, alternative_of
from operative.text.docx.wordml import ALTERNATE, W, child, value
from operative.text.galleys import BULLET, Paragraph, Piece
from operative.text.tables import set_table

__all__ = ["Blocks"]

MOST_TABLES = 12
"""Tables within tables."""

PROPERTIES = W + "pPr"
SKIPPED = frozenset(W + name for name in ("sectPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "customXmlPr"))
NOT_READ = frozenset((W + "altChunk", W + "subDoc"))


@dataclass(slots=True)
class Blocks:
    """Reads the blocks of one part. A paragraph whose end is a tracked change waits to be joined with the next."""

    runs: Runs
    numbering: Numbering
    role: Role = Role.BODY
    printed: bool = False
    """Something was printed before."""
    _waiting: list[Piece] = field(default_factory=list)

    def read(self, container: etree._Element) -> Iterator[Paragraph]:
        """The paragraphs of a body, a note, a header, a cell or a text box."""
        for paragraph in self._read(container, 0, 0):
            if not self.printed and not paragraph.words.isspace():
                self.printed = True
            yield paragraph

    def _read(self, container: etree._Element, depth: int, tables: int) -> Iterator[Paragraph]:
        if depth > MOST_DEPTH:
            raise SourceTooCostly(f"containers are nested more than {MOST_DEPTH} deep")
        for element in container:
            tag = element.tag
            if tag == W + "p":
                if len(element) or self._waiting:
                    yield from self._paragraph(element, depth, tables)
            elif tag == W + "tbl":
                yield from self._rest()
                yield from self._table(element, depth, tables)
            elif tag in NOT_READ:
                self.runs.losses.add("part")
            elif tag == ALTERNATE:
                yield from self._read(alternative_of(element), depth + 1, tables)
            elif tag not in SKIPPED and len(element) and self.runs.keeps(element):
                yield from self._read(element, depth + 1, tables)
        if not depth:
            yield from self._rest()

    def _rest(self) -> Iterator[Paragraph]:
        if self._waiting:
            yield Paragraph(tuple(self._waiting), self.role, page=self.runs.page)
            self._waiting = []

    def _paragraph(self, element: etree._Element, depth: int, tables: int) -> Iterator[Paragraph]:
        properties = element.find(PROPERTIES)
        shown = self._shown_properties(properties)
        style = value(shown, "pStyle") or self.runs.styles.default
        pieces = self.runs.pieces_of(element, style)
        page, boxes = self.runs.first_page or self.runs.page, self.runs.boxes
        if self._end_is_gone(properties):
            self._waiting.extend(pieces)
        else:
            if self._waiting:
                pieces, self._waiting = [*self._waiting, *pieces], []
            yield from self._numbered(pieces, shown, style, page)
        if properties is not None and properties.find(W + "sectPr") is not None and self.runs.notes is not None:
            self.runs.notes.section += 1
        for box in boxes:
            yield from self._read(box, depth + 1, tables)

    def _numbered(
        self, pieces: list[Piece], properties: etree._Element | None, style: str, page: int
    ) -> Iterator[Paragraph]:
        place = self.numbering.place_of(properties, style)
        number = self.numbering.next_number(*place) if place is not None else ""
        words = "".join(characters for characters, _ in pieces)
        if not words or words.isspace():
            if number and number != BULLET:
                self.runs.losses.add("number")
            return
        level = place[1] + 1 if place is not None and number else 0
        if number:
            pieces = [(number, ((MarkKind.NUMBER, ""),)), ("\t", ()), *pieces]
        yield Paragraph(tuple(pieces), self.role, depth=level, page=page)

    def _shown_properties(self, properties: etree._Element | None) -> etree._Element | None:
        if self.runs.changes is Changes.ORIGINAL:
            before = child(properties, "pPrChange", "pPr")
            return properties if before is None else before
        return properties

    def _end_is_gone(self, properties: etree._Element | None) -> bool:
        marks = child(properties, "rPr")
        return marks is not None and any(not self.runs.keeps(mark) for mark in marks)

    def _table(self, table: etree._Element, depth: int, tables: int) -> Iterator[Paragraph]:
        if tables == MOST_TABLES:
            raise SourceTooCostly(f"tables are nested more than {MOST_TABLES} deep")
        first = not self.printed and self.role is Role.BODY
        rows = [
            [
                [paragraph for paragraph in self._read(cell, depth + 1, tables + 1) if not paragraph.words.isspace()]
                + list(self._rest())
                for cell in self._parts(row, "tc", "trPr")
            ]
            for row in self._parts(table, "tr", "")
            if self._row_stands(row)
        ]
        for paragraph in set_table(rows, first=first):
            yield paragraph.under(self.role) if self.role is not Role.BODY else paragraph

    def _parts(self, parent: etree._Element, name: str, properties: str) -> Iterator[etree._Element]:
        """Rows of a table, or cells of a row, also where they stand in a control."""
        for element in parent:
            if element.tag == W + name:
                if name == "tr" or self._cell_stands(element):
                    yield element
            elif element.tag in (W + "sdt", W + "sdtContent", W + "customXml") or self._is_change(element):
                yield from self._parts(element, name, properties)

    def _is_change(self, element: etree._Element) -> bool:
        return element.tag in (W + "ins", W + "del", W + "moveTo", W + "moveFrom") and self.runs.keeps(element)

    def _row_stands(self, row: etree._Element) -> bool:
        marks = child(row, "trPr")
        return marks is None or all(self.runs.keeps(mark) for mark in marks)

    def _cell_stands(self, cell: etree._Element) -> bool:
        gone = "cellDel" if self.runs.changes is Changes.ACCEPTED else "cellIns"
        return child(cell, "tcPr", gone) is None
