"""A table of a dossier as it is: each cell has its place, so that evidence leads to it."""

from collections.abc import Iterator
from itertools import islice

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from operative.domain.sheets import Sheet, cell_name, column_name
from operative.text.sheets.reader import read_workbook
from operative.web.cases import dossiers_of
from operative.web.places import Place

__all__ = ["show_sheets"]

SHOWN = 2_000
"""Rows of a sheet on a page: the file has the rest."""
Row = tuple[int, list[tuple[str, str]]]
"""The number of a row, and of each cell its place and its words."""


def show_sheets(request: HttpRequest, place: Place) -> HttpResponse:
    """The sheets of a table that is kept, each with the letters of its columns and the numbers of its rows."""
    data = dossiers_of(request).ledgers.source(place.sha256)
    if data is None:
        raise Http404
    workbook = read_workbook(data, place.name)
    sheets = [
        (one.name, _letters(one), list(islice(_rows(one), SHOWN)), max(0, len(one.rows) - SHOWN))
        for one in workbook.sheets
    ]
    context = {"place": place, "case": place.case, "section": "", "sheets": sheets, "findings": workbook.findings}
    return render(request, "operative/sheets.html", context)


def _letters(sheet: Sheet) -> list[str]:
    width = max((len(row.cells) for row in sheet.rows), default=0)
    return [column_name(column) for column in range(width)]


def _rows(sheet: Sheet) -> Iterator[Row]:
    width = len(_letters(sheet))
    for row in sheet.rows:
        yield row.number, [(cell_name(sheet.name, row.number, n), row.cell(n)) for n in range(width)]
