"""Tables that people keep, brought by form: what their columns say, what would happen, and then their entries."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operative.bootstrap.statuses import status_of
from operative.bootstrap.tables import Choices, enter_table, look_at_table
from operative.domain.days import PartialDate
from operative.domain.entries import Entry
from operative.domain.facts.tables import TableField, TableKind
from operative.domain.intakes import Intake, RowFate
from operative.errors import NotEntitled, OperativeError, StaleVersion, UnreadableSource, WrongCall
from operative.text.sheets.reader import read_workbook
from operative.web.cases import Case, case_of, dossiers_of
from operative.web.columns import FATES, FIELDS, KINDS
from operative.web.forms import expected_of
from operative.web.pages.texts import LARGEST
from operative.web.templatetags.pages import case_url

__all__ = ["bring", "show"]

KEPT = 5
"""So many tables are remembered between their coming and their entering."""
SHOWN = 200
"""Rows on a page."""
COLUMN = "column:"
"""Stands before a heading in the name of a field."""
PAGE_OF = {TableKind.ACTIONS: "requests", TableKind.COSTS: "costs", TableKind.CITATIONS: "ledger"}


def bring(request: HttpRequest, key: str) -> HttpResponse:
    """The form that takes a table; with POST, the way to what is in it."""
    case = _writer(request, key)
    file = request.FILES.get("file") if request.method == "POST" else None
    if file is None:
        wrong = _("Choose a file first.") if request.method == "POST" else ""
        return _brought(request, case, wrong, 400 if wrong else 200)
    if (file.size or 0) > LARGEST:
        wrong = _("The file is larger than %(size)s MB. Split it, or bring it without its pictures.")
        return _brought(request, case, wrong % {"size": LARGEST // 2**20}, 413)
    data, name = file.read(), (file.name or "table")[-200:]
    try:
        workbook = read_workbook(data, name)
    except UnreadableSource as error:
        return _brought(request, case, str(error), status_of(error))
    sha256 = dossiers_of(request).ledgers.keep(data, name, workbook.media_type)
    known = {**request.session.get("tables", {}), sha256: name}
    request.session["tables"] = dict(list(known.items())[-KEPT:])
    return redirect(f"{case_url(case, 'tables')}{sha256}/")


def show(request: HttpRequest, key: str, sha256: str) -> HttpResponse:
    """What a table would enter, with its columns as they are chosen; with POST, it is entered."""
    case = _writer(request, key)
    name = request.session.get("tables", {}).get(sha256)
    data = dossiers_of(request).ledgers.source(sha256) if name else None
    if not name or data is None:
        raise Http404
    given = request.POST if request.method == "POST" else request.GET
    try:
        choices, on = _choices(given), PartialDate(given.get("on") or case.on.isoformat())
        asked: dict[str, Any] = {"by": case.person, "on": on, "choices": choices}
        if request.method == "POST":
            return _entered(request, case, data, name, asked)
        intake = look_at_table(dossiers_of(request), case.dossier, data, name, **asked)
    except NotEntitled:
        raise
    except OperativeError as error:
        return _page(request, case, name, given, wrong=str(error), status=status_of(error))
    return _page(request, case, name, given, intake)


def _entered(request: HttpRequest, case: Case, data: bytes, name: str, asked: Mapping[str, Any]) -> HttpResponse:
    """The table is entered; or the page again, where somebody wrote first."""
    expected = expected_of(request)
    try:
        intake, entries = enter_table(dossiers_of(request), case.dossier, data, name, expected=expected, **asked)
    except StaleVersion:
        intake = look_at_table(dossiers_of(request), case.dossier, data, name, **asked)
        return _page(request, case, name, request.POST, intake, changes=case.since(expected or 0), status=409)
    rows = intake.count(RowFate.NEW) + intake.count(RowFate.CHANGED)
    words = ngettext("%(number)s row is entered.", "%(number)s rows are entered.", rows) % {"number": rows}
    messages.success(request, words if entries else _("It was entered already."))
    return redirect(case_url(case, PAGE_OF[intake.read.holds]))


def _writer(request: HttpRequest, key: str) -> Case:
    """The dossier, for whoever may write to it today."""
    case = case_of(request, key)
    if not case.may_write:
        raise NotEntitled(_("Your role in this dossier does not allow this."))
    return case


def _choices(given: Mapping[str, str]) -> Choices:
    """What a person chose; raises `WrongCall` for what no form offers."""
    holds = given.get("holds", "")
    columns = {name.removeprefix(COLUMN): value for name, value in given.items() if name.startswith(COLUMN)}
    if given.get("before", holds) != holds:
        # What columns were taken for in a table of another kind says nothing of this one.
        columns = {}
    if holds not in ("", *TableKind) or not {*columns.values()} <= {"", *TableField}:
        raise WrongCall(_("the form is damaged; please load the page again"))
    return Choices(
        given.get("table", ""),
        holds=TableKind(holds) if holds else None,
        columns={heading: TableField(field) if field else None for heading, field in columns.items()},
        unit=" ".join(given.get("unit", "").split()),
    )


def _brought(request: HttpRequest, case: Case, wrong: str, status: int) -> HttpResponse:
    context = {"case": case, "section": "", "wrong": wrong, "largest": LARGEST // 2**20}
    return render(request, "operative/tables.html", context, status=status)


def _page(
    request: HttpRequest,
    case: Case,
    name: str,
    given: Mapping[str, str],
    intake: Intake | None = None,
    changes: tuple[Entry, ...] = (),
    wrong: str = "",
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "case": case,
        "section": "",
        "name": name,
        "wrong": wrong,
        "changes": changes,
        "expected": case.dossier.version,
        "on": given.get("on") or case.on.isoformat(),
        "unit": given.get("unit", ""),
        "kinds": [(str(kind), words) for kind, words in KINDS.items()],
        "fields": [(str(field), words) for field, words in FIELDS.items()],
        "holds": given.get("holds", ""),
        "table": given.get("table", ""),
        "columns": [(one, one.removeprefix(COLUMN), given[one]) for one in given if one.startswith(COLUMN)],
    }
    return render(request, "operative/table.html", context | (_told(intake) if intake else {}), status=status)


def _told(intake: Intake) -> dict[str, Any]:
    """A look at a table as the page shows it: what waits for somebody first, what is known already left out."""
    taken = {use.heading: str(use.field) for use in intake.read.columns}
    return {
        "intake": intake,
        "holds": str(intake.read.holds),
        "table": intake.read.table,
        "unit": intake.read.unit,
        "columns": [(COLUMN + one, one, taken.get(one, "")) for one in intake.read.headings if one],
        "rows": [(row, FATES[row.fate]) for row in intake.news[:SHOWN]],
        "more": max(0, len(intake.news) - SHOWN),
        "counts": [(words, intake.count(fate)) for fate, words in FATES.items()],
    }
