"""Tables of a Word document or a web page: rows of cells, or mere layout for running text."""

import re
from collections.abc import Sequence

from operative.domain.texts import MarkKind, Role
from operative.text.galleys import Paragraph, joined

__all__ = ["Cell", "set_table"]

Cell = Sequence[Paragraph]
"""The paragraphs of a cell that print something."""

MASTHEAD_ROWS = 12

# A number or letter in a column of its own: "1."  "(a)"  "iv)"  "•"
LABEL = re.compile(r"\s*(?:\(?(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxlcIVXLC]{1,6})(?:[.)]|\.\))|[•–—-])\s*$")


def set_table(rows: Sequence[Sequence[Cell]], *, first: bool) -> list[Paragraph]:
    """The lines of a table: one for each row, or the paragraphs of its cells in order where it is mere layout.

    Layout is: one cell in each row; numbers beside paragraphs; columns of paragraphs in one row; and the masthead, a
    small table with nothing printed before it (`first`).
    """
    filled = [[cell for cell in row if cell] for row in rows]
    widest = max(map(len, filled), default=0)
    masthead = first and len(rows) <= MASTHEAD_ROWS
    columns = len(filled) == 1 and any(len(cell) > 1 for cell in filled[0])
    if widest <= 2 and any(_is_numbered(row) for row in filled):
        return [paragraph for row in filled for paragraph in _numbered(row)]
    if widest <= 1 or masthead or columns:
        return [paragraph for row in filled for cell in row for paragraph in cell]
    return [_set_row(row) for row in rows if any(row)]


def _is_numbered(row: Sequence[Cell]) -> bool:
    return len(row) == 2 and len(row[0]) == 1 and LABEL.match(row[0][0].words) is not None


def _numbered(row: Sequence[Cell]) -> list[Paragraph]:
    """A number and the paragraph beside it are one paragraph."""
    if not _is_numbered(row):
        return [_set_row(row)] if len(row) > 1 else [paragraph for cell in row for paragraph in cell]
    label, (head, *rest) = row[0][0], row[1]
    number = tuple((characters.strip(), (*marks, (MarkKind.NUMBER, ""))) for characters, marks in label.pieces)
    pieces = (*(piece for piece in number if piece[0]), ("\t", ()), *head.pieces)
    return [Paragraph(pieces, head.role, True, head.goes_on, head.depth, label.page), *rest]


def _set_row(row: Sequence[Cell]) -> Paragraph:
    page = next(cell[0].page for cell in row if cell)
    return Paragraph(joined(row), Role.TABLE, page=page)
