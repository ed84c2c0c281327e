"""The pages of the forms by which persons enter facts into a dossier."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from operative.bootstrap.statuses import status_of
from operative.domain.entries import Entry
from operative.errors import DossierError, NotEntitled, OperativeError, StaleVersion
from operative.web.cases import Case, case_of
from operative.web.entries import FORMS, Entering
from operative.web.forms import expected_of
from operative.web.templatetags.pages import case_url

__all__ = ["show"]


def show(request: HttpRequest, key: str, name: str) -> HttpResponse:
    """A form; with POST, what it enters, or the form again with the reason and all that was typed."""
    case = case_of(request, key)
    if name not in FORMS:
        raise Http404
    kind = FORMS[name]
    if not case.may(kind.role):
        raise NotEntitled(_("Your role in this dossier does not allow this."))
    if request.method != "POST":
        given = {key: value for key, value in request.GET.items() if key in kind.base_fields}
        return _page(request, case, name, kind(case, given=given), case.dossier.version)
    form, expected = kind(case, request.POST, request.FILES), expected_of(request)
    expected = case.dossier.version if expected is None else expected
    if not form.is_valid():
        return _page(request, case, name, form, expected, status=400)
    return _entered(request, case, name, form, expected)


def _entered(request: HttpRequest, case: Case, name: str, form: Entering, expected: int) -> HttpResponse:
    try:
        found = form.enter(expected)
    except StaleVersion:
        return _page(request, case, name, form, case.dossier.version, case.since(expected), 409)
    except NotEntitled:
        raise
    except OperativeError as error:
        # What the dossier refuses is said above the form, with all that was typed.
        form.add_error(None, str(error))
        version = expected if isinstance(error, DossierError) else case.dossier.version
        return _page(request, case, name, form, version, status=status_of(error))
    messages.success(request, str(form.said) if found else _("It was entered already."))
    return redirect(case_url(case, form.page))


def _page(
    request: HttpRequest,
    case: Case,
    name: str,
    form: Entering,
    expected: int,
    changes: tuple[Entry, ...] = (),
    status: int = 200,
) -> HttpResponse:
    context = {
        "case": case,
        "section": form.page,
        "form": form,
        "name": name,
        "expected": expected,
        "changes": changes,
        "upload": form.is_multipart(),
    }
    return render(request, "operative/enter.html", context, status=status)
