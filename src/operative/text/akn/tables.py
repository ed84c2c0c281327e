"""Tables: each row is a line."""

from lxml import etree

from operative.domain.texts import Role
from operative.text.akn.inline import printed, write_inline
from operative.text.akn.parsing import local
from operative.text.akn.sheet import Owner, Sheet

__all__ = ["write_table"]


def write_table(table: etree._Element, owner: Owner, sheet: Sheet) -> None:
    """Write the rows of a table, their cells apart by tabs; they continue what `owner` has opened."""
    for row in table.iter():
        if local(row) not in ("tr", "caption") or not printed(row):
            continue
        sheet.begin(owner, role=Role.TABLE)
        cells = [cell for cell in row if local(cell) in ("td", "th")]
        if not cells:
            write_inline(row, sheet, lambda _: None)
        for place, cell in enumerate(cells):
            if place:
                sheet.tab()
            for block in cell:
                if local(block):
                    write_inline(block, sheet, lambda _: None)
                    sheet.write(" ")
        sheet.end()
