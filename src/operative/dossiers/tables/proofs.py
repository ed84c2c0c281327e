"""Whether tables that are at hand say, in the cells that entries point to, what entries quote from them."""

from collections.abc import Iterator, Mapping

from operative.domain.evidence import Evidence
from operative.domain.findings import Finding, Severity
from operative.domain.sheets import Workbook, cell_name
from operative.dossiers.history import History

__all__ = ["check_cells"]


def check_cells(history: History, workbooks: Mapping[str, Workbook]) -> tuple[Finding, ...]:
    """A finding for each piece of evidence whose cell is not in its table, or does not have its words."""
    cells = {document: _cells(workbook) for document, workbook in workbooks.items()}
    return tuple(dict.fromkeys(_faults(history, cells)))


def _faults(history: History, cells: Mapping[str, Mapping[str, str]]) -> Iterator[Finding]:
    for entry in history.entries:
        for one in entry.statement.evidence:
            if one.document in cells:
                fault = _fault(one, cells[one.document])
                if fault:
                    code, what = fault
                    where = f"entry {entry.number}, {one.document} {one.provision}"
                    yield Finding(code, Severity.WARNING, f"{where}: {what}")


def _fault(one: Evidence, cells: Mapping[str, str]) -> tuple[str, str] | None:
    if one.provision not in cells:
        return "place-unknown", "the table has no such cell with words in it"
    if one.quote not in cells[one.provision]:
        return "evidence-not-found", "the cell does not say what is quoted"
    return None


def _cells(workbook: Workbook) -> dict[str, str]:
    """The words of each cell in one line, by its name; without a place, evidence is about the whole table."""
    named = {
        cell_name(sheet.name, row.number, column): " ".join(words.split())
        for sheet in workbook.sheets
        for row in sheet.rows
        for column, words in enumerate(row.cells)
        if words
    }
    return {"": "\n".join(named.values()), **named}
