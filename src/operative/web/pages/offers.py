"""What can be done with a text once it is read: open a dossier on it, or let it join one."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from operative.bootstrap.corrections import carry_claims
from operative.bootstrap.dossiers import Dossier, Dossiers
from operative.bootstrap.openings import Naming, attach_document, open_on_resolution, register_draft, slug_of
from operative.bootstrap.scopes import in_dossier
from operative.domain.facts.conditions import DraftRegistered
from operative.domain.facts.dossiers import DocumentAttached, DocumentNamed, DocumentRole
from operative.domain.readings import Reading
from operative.errors import WrongCall
from operative.web.cases import Case, case_of, cases_of, dossiers_of, person_of
from operative.web.forms import DayField
from operative.web.places import Place

__all__ = ["join", "offers", "open_dossier"]

ROLES = {
    DocumentRole.DRAFT: gettext_lazy("a draft, to be held against the conditions"),
    DocumentRole.REPORT: gettext_lazy("a report"),
    DocumentRole.RESOLUTION: gettext_lazy("a resolution"),
    DocumentRole.EVIDENCE: gettext_lazy("evidence"),
    DocumentRole.AGREEMENT: gettext_lazy("an agreement"),
    DocumentRole.DECISION: gettext_lazy("a decision"),
    DocumentRole.RULES: gettext_lazy("rules of procedure"),
}


class Opening(forms.Form):
    """A dossier on the text."""

    title = forms.CharField(label=gettext_lazy("Title of the dossier"), max_length=300)
    adopted = DayField(label=gettext_lazy("Adopted"), help_text=gettext_lazy("2016, 2016-10 or 2016-10-05"))
    participant = forms.CharField(
        label=gettext_lazy("Who carries it out"),
        help_text=gettext_lazy("The organization whose follow-up this is, as its text names it."),
        required=False,
        max_length=120,
    )
    counterpart = forms.CharField(label=gettext_lazy("The other side"), required=False, max_length=120)
    confidential = forms.BooleanField(
        label=gettext_lazy("Confidential: only people with a role see that it exists"), required=False
    )

    def __init__(self, data: Any, reading: Reading) -> None:
        head = reading.document
        title = head.title or head.symbol or head.number
        super().__init__(data, initial={"title": title, "adopted": head.adopted}, prefix="open")


class Joining(forms.Form):
    """A place for the text in a dossier that is open."""

    dossier = forms.ChoiceField(label=gettext_lazy("Dossier"))
    role = forms.ChoiceField(label=gettext_lazy("It is"), choices=[(str(key), words) for key, words in ROLES.items()])
    label = forms.CharField(
        label=gettext_lazy("Short name"),
        help_text=gettext_lazy("As the dossier calls it, such as “draft 3”; a document of this name gets the text."),
        max_length=120,
    )
    on = DayField(label=gettext_lazy("As of"), help_text=gettext_lazy("2016, 2016-10 or 2016-10-05"))

    def __init__(self, data: Any, reading: Reading, cases: list[Case], today: date) -> None:
        head = reading.document
        label = head.symbol or head.title or reading.source.name
        super().__init__(data, initial={"label": label[:120], "on": head.adopted or today.isoformat()}, prefix="join")
        self.fields["dossier"].choices = [(case.key, case.opened.title) for case in cases]  # type: ignore[attr-defined]


def offers(request: HttpRequest, reading: Reading) -> dict[str, Any]:
    """The forms of the page of a text that belongs to no dossier yet."""
    cases = [case for case in cases_of(request) if case.may_write]
    return {
        "opening": Opening(None, reading),
        "joining": Joining(None, reading, cases, dossiers_of(request).now().date()) if cases else None,
    }


@require_POST
def open_dossier(request: HttpRequest, place: Place) -> HttpResponse:
    """A dossier on the text as its reader corrected it."""
    reading = _reading(request, place)
    form = Opening(request.POST, reading)
    if not form.is_valid():
        return _form(request, place, form, _("Open a dossier"))
    said, dossiers = form.cleaned_data, dossiers_of(request)
    found = _opened_on(request, place.sha256, said["title"])
    if found is not None:
        messages.info(request, _("There is a dossier with this title on this text already."))
        return redirect(f"/dossiers/{found.key}/")
    dossier = open_on_resolution(
        dossiers,
        _free_key(dossiers, slug_of(reading.document.symbol or said["title"])),
        _bytes(dossiers, place),
        by=person_of(request),
        today=dossiers.now().date(),
        name=place.name,
        title=said["title"],
        participant=said["participant"],
        counterpart=said["counterpart"],
        adopted=said["adopted"],
        confidential=said["confidential"],
        known=reading,
    )
    carry_claims(dossiers.ledgers, place.sha256, place.scope, in_dossier(dossier.key))
    messages.success(request, _("The dossier is open. What the text asks stands in it as proposed requests."))
    return redirect(f"/dossiers/{dossier.key}/")


@require_POST
def join(request: HttpRequest, place: Place) -> HttpResponse:
    """The text as a document of a dossier."""
    reading = _reading(request, place)
    cases = [case for case in cases_of(request) if case.may_write]
    form = Joining(request.POST, reading, cases, dossiers_of(request).now().date())
    if not form.is_valid():
        return _form(request, place, form, _("Let it join a dossier"))
    case = case_of(request, form.cleaned_data["dossier"])
    document = _attached_as(case.dossier, place.sha256) or _joined(request, place, reading, case, form.cleaned_data)
    carry_claims(dossiers_of(request).ledgers, place.sha256, place.scope, in_dossier(case.key))
    messages.success(request, _("The text belongs to the dossier."))
    return redirect(f"/dossiers/{case.key}/documents/{document}/")


def _joined(request: HttpRequest, place: Place, reading: Reading, case: Case, said: dict[str, Any]) -> str:
    """The key of the document that the text became."""
    data = _bytes(dossiers_of(request), place)
    label, on = said["label"], said["on"]
    written: dict[str, Any] = {"by": case.person, "on": on, "name": place.name, "known": reading}
    named = case.dossier.history(date.max).facts(DocumentNamed)
    known = next((one.key for one in named if label in (one.key, one.symbol, one.title)), "")
    role = DocumentRole(said["role"])
    if role is DocumentRole.DRAFT and not known:
        labels = [one.label for one in case.dossier.history(date.max).facts(DraftRegistered)]
        if label in labels:
            raise WrongCall(_("There is a draft with this name already."))
        register_draft(case.dossier, label, data, follows=labels[-1] if labels else "", **written)
        return slug_of(label)
    document = known or slug_of(label)
    title = reading.document.title or label
    attach_document(case.dossier, document, data, naming=Naming(role, title=title), **written)
    return document


def _form(request: HttpRequest, place: Place, form: forms.Form, heading: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "place": place, "section": "texts"}
    return render(request, "operative/text_form.html", context, status=400)


def _reading(request: HttpRequest, place: Place) -> Reading:
    reading = place.reading(request)
    if reading is None:
        raise Http404
    return reading


def _bytes(dossiers: Dossiers, place: Place) -> bytes:
    data = dossiers.ledgers.source(place.sha256)
    if data is None:
        raise Http404
    return data


def _free_key(dossiers: Dossiers, wanted: str) -> str:
    """A key that nobody has: a number is put behind one that is taken, so that nothing is told of other dossiers."""
    short = "".join(char for char in wanted if char.isascii())[:80].strip("-._") or "dossier"
    keys = set(dossiers.keys())
    return next(key for n in range(1, len(keys) + 2) if (key := short if n == 1 else f"{short}-{n}") not in keys)


def _opened_on(request: HttpRequest, sha256: str, title: str) -> Dossier | None:
    """The dossier with this title on this text: a form that was sent twice opens one."""
    for case in cases_of(request):
        if case.may_write and case.opened.title == title and _attached_as(case.dossier, sha256):
            return case.dossier
    return None


def _attached_as(dossier: Dossier, sha256: str) -> str:
    attached = dossier.history(date.max).facts(DocumentAttached)
    return next((one.document for one in attached if one.sha256 == sha256), "")
