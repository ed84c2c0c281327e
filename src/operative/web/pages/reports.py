"""Reporting duties, what each report answered, and the form to record one."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.reports import Answer, ReportFiled
from operative.domain.papers import PaperKind
from operative.dossiers.reports import find_calendar, find_reports
from operative.errors import NotEntitled, WrongCall
from operative.web.cases import Case, case_of
from operative.web.forms import DayField, expected_of
from operative.web.templatetags.pages import case_url

__all__ = ["make", "show"]


PAPER_FORMS = ("docx", "pdf", "html", "md", "csv", "xlsx", "json")


class Filing(forms.Form):
    """A report that came."""

    document = forms.ChoiceField(label=gettext_lazy("Document"))
    on = DayField(label=gettext_lazy("Day"), help_text=gettext_lazy("2016, 2016-10 or 2016-10-05"))
    to = forms.CharField(label=gettext_lazy("To whom"), required=False, max_length=200)
    through = forms.CharField(label=gettext_lazy("Through whom"), required=False, max_length=200)

    def __init__(self, data: object, case: Case) -> None:
        super().__init__(data)  # type: ignore[arg-type]  # what Django gives
        named = {one.key: one for one in case.history.facts(DocumentNamed) if one.role is DocumentRole.REPORT}
        self.fields["document"].choices = [(key, one.title or key) for key, one in named.items()]  # type: ignore[attr-defined]


def show(request: HttpRequest, key: str) -> HttpResponse:
    """The calendar of duties and the reports; with POST, record a report."""
    case = case_of(request, key)
    form = Filing(request.POST or None, case)
    if request.method == "POST":
        if not case.may_write:
            raise NotEntitled(_("Only contributors of this dossier record reports."))
        if form.is_valid():
            _file(request, case, form)
            messages.success(request, _("The report is recorded."))
            return redirect(case_url(case, "reports"))
    asked = [one for one in case.history.facts(MandateStated) if one.reporting_duty]
    context = {
        "case": case,
        "section": "reports",
        "duties": find_calendar(case.history),
        "reports": list(reversed(find_reports(case.history))),
        "form": form,
        "kinds": [str(kind) for kind in PaperKind],
        "forms": PAPER_FORMS,
        "asked": [(one, one.scope or ("",)) for one in asked],
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


def _file(request: HttpRequest, case: Case, form: Filing) -> None:
    """Enter the report; a scope counts as answered only with a place in the report."""
    given = form.cleaned_data
    answers = []
    for mandate in case.history.facts(MandateStated):
        for number, scope in enumerate(mandate.scope or ("",)):
            place = " ".join(request.POST.get(f"place-{mandate.id}-{number}", "").split())
            said = request.POST.get(f"answer-{mandate.id}-{number}", "")
            if place or said == "no":
                answers.append(Answer(mandate.id, scope, bool(place), place))
    fact = ReportFiled(
        f"report-{case.dossier.version + 1}", given["document"], given["to"], given["through"], answers=tuple(answers)
    )
    day: PartialDate = given["on"]
    statement = Statement(fact, day, case.person, (Evidence(given["document"]),))
    case.dossier.enter([statement], expected=expected_of(request))
