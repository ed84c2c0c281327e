"""Tables that people keep: workbooks, their sheets and rows."""

from dataclasses import dataclass

from operative.domain.findings import Finding

__all__ = ["CSV", "JSON", "TABLES", "XLSX", "Sheet", "SheetRow", "Workbook", "cell_name", "column_name"]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"
JSON = "application/json"
TABLES = (XLSX, CSV, JSON)
"""The media types of tables that can be read."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet: its number from 1, as programs for tables print it, and the words of its cells from column A.

    Days are ISO 8601, numbers have no separators; an empty cell is "". Empty cells at the end may be missing.
    """

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The words of a cell, by the place of its column from 0."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet with the rows that have words in them, in order."""

    name: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """What is in a table of XLSX, CSV or JSON, with what was guessed or left out on the way."""

    media_type: str
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...] = ()


def column_name(column: int) -> str:
    """The letters of a column by its place from 0: "A", "Z", "AA"."""
    name = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        name, column = chr(ord("A") + letter) + name, column - 1
    return name


def cell_name(sheet: str, row: int, column: int) -> str:
    """A cell as people cite it: "Actions!C5"."""
    return f"{sheet}!{column_name(column)}{row}"
