"""The ledger: every entry, whether it is whole, and its downloads."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from operative.bootstrap.casebooks import export_casebook, export_ledger
from operative.bootstrap.proofs import check_proofs
from operative.web.cases import Case, case_of

__all__ = ["casebook", "lines", "show", "verify"]

PAGE = 100


def show(request: HttpRequest, key: str) -> HttpResponse:
    """The entries, the newest first, a hundred a page."""
    return _page(request, case_of(request, key))


@require_POST
def verify(request: HttpRequest, key: str) -> HttpResponse:
    """The entries, with what a check of the chain, the checkpoints and the documents found."""
    case = case_of(request, key)
    found = {"findings": case.dossier.verify(), "evidence": check_proofs(case.dossier)}
    return _page(request, case, {"verified": True, **found})


def casebook(request: HttpRequest, key: str) -> HttpResponse:
    """The dossier as a casebook."""
    case = case_of(request, key)
    return _download(export_casebook(case.dossier), f"{case.key}.yaml", "application/yaml")


def lines(request: HttpRequest, key: str) -> HttpResponse:
    """The ledger as JSON lines with digests."""
    case = case_of(request, key)
    return _download(export_ledger(case.dossier), f"{case.key}.jsonl", "application/jsonl")


def _page(request: HttpRequest, case: Case, more: dict[str, object] | None = None) -> HttpResponse:
    entries = list(reversed(list(case.numbered.values())))
    wanted = request.GET.get("page", "1")
    if (named := request.GET.get("entry", "")).isdecimal() and len(named) < 12:
        place = next((i for i, one in enumerate(entries) if one.number == int(named)), 0)
        wanted = str(place // PAGE + 1)
    gone = {one.statement.corrects for one in entries if one.statement.corrects is not None}
    context = {
        "case": case,
        "section": "ledger",
        "page": Paginator(entries, PAGE).get_page(wanted),
        "gone": gone,
        **(more or {}),
    }
    return render(request, "operative/ledger.html", context)


def _download(text: str, name: str, media_type: str) -> HttpResponse:
    response = HttpResponse(text, content_type=f"{media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
