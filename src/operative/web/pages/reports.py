"""Reporting duties, what each report answered, and papers out of the dossier."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from operative.domain.papers import PaperKind
from operative.dossiers.reports import find_calendar, find_reports
from operative.errors import WrongCall
from operative.web.cases import case_of

__all__ = ["make", "show"]

PAPER_FORMS = ("docx", "pdf", "html", "md", "csv", "xlsx", "json")


def show(request: HttpRequest, key: str) -> HttpResponse:
    """The calendar of duties and the reports."""
    case = case_of(request, key)
    context = {
        "case": case,
        "section": "reports",
        "duties": find_calendar(case.history),
        "reports": list(reversed(find_reports(case.history))),
        "kinds": [str(kind) for kind in PaperKind],
        "forms": PAPER_FORMS,
    }
    return render(request, "operative/reports.html", context)


def make(request: HttpRequest, key: str) -> HttpResponse:
    """A paper out of the dossier as of the day of the page, to be kept as a file."""
    # The renderers load with the first paper to make.
    from operative.bootstrap.reports import FORMS, make_report

    case = case_of(request, key)
    kind, form = request.GET.get("kind", "working-group"), request.GET.get("to", "docx")
    language = request.GET.get("language", "en")
    if kind not in set(PaperKind) or form not in FORMS:
        raise WrongCall(_("There is no paper of this kind, or not in this form."))
    data = make_report(case.dossier, case.history, PaperKind(kind), form, language=language)
    name = f"{case.dossier.key}-{kind}-{case.on}.{form}"
    return HttpResponse(
        data,
        content_type=FORMS[form][1],
        headers={"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"},
    )
