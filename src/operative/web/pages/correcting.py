"""Corrections of a text in place: a value corrected, rejected or added, and the text read again."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from operative.bootstrap.corrections import Change, correct
from operative.domain.claims import Claim, Stand
from operative.errors import NotEntitled, WrongCall
from operative.web.cases import dossiers_of, person_of
from operative.web.histories import Opened, open_act
from operative.web.pages.reader import show_place
from operative.web.places import Place

__all__ = ["change", "read_again"]


@require_POST
def change(request: HttpRequest, place: Place) -> HttpResponse:
    """A person's word on a value; the page again where it cannot be taken, with what was typed."""
    if not place.may_correct:
        raise NotEntitled(_("Only contributors of this dossier correct its texts."))
    reading = place.reading(request)
    if reading is None:
        raise Http404
    typed = {name: request.POST.get(name, "").strip() for name in ("act", "field", "added", "kind", "value")}
    rejected = request.POST.get("rejected", "") if request.POST.get("do") != "add" else ""
    if request.POST.get("do") == "reject":
        typed["added"] = ""
    opened = open_act(request, place, reading, typed["act"])
    wanted = Change(typed["act"], typed["field"], rejected, typed["added"], typed["kind"], typed["value"])
    seen = request.POST.get("seen", "")
    if opened is not None and seen.isdecimal() and int(seen) != len(opened.claims):
        if not _is_said(opened.claims, wanted, person_of(request)):
            return _again(request, place, opened, typed, _stale(opened.claims[-1]), 409)
        return _back(place, typed["act"])
    if rejected and rejected == typed["added"] and not (typed["kind"] or typed["value"]):
        messages.info(request, _("Nothing was changed: the words are those that stood there."))
        return _back(place, typed["act"])
    try:
        dossiers = dossiers_of(request)
        correct(dossiers.ledgers, reading, place.scope, wanted, by=person_of(request), at=dossiers.now())
    except WrongCall as exc:
        if opened is None:
            raise
        return _again(request, place, opened, typed, str(exc), 400)
    messages.success(request, _("Corrected. What the rules read stays in the history."))
    return _back(place, typed["act"])


def _again(
    request: HttpRequest, place: Place, opened: Opened, typed: dict[str, str], problem: str, status: int
) -> HttpResponse:
    return show_place(request, place, replace(opened, typed=typed, problem=problem), status)


def _stale(last: Claim) -> str:
    return _("%(name)s corrected this act meanwhile; what is said now stands below. Look, then say it again.") % {
        "name": last.made_by
    }


def _is_said(claims: tuple[Claim, ...], wanted: Change, by: str) -> bool:
    """Whether this very thing was just said by the same person: a form that was sent twice."""
    if not claims:
        return False
    last = claims[-1]
    words = wanted.added if last.stand is Stand.ADDED else wanted.rejected
    return last.made_by == by and last.field == wanted.field and last.value.casefold() == words.casefold()


def _back(place: Place, act: str) -> HttpResponse:
    return redirect(f"{place.base}?act={act}#{act}")


@require_POST
def read_again(request: HttpRequest, place: Place) -> HttpResponse:
    """The text read once more by the rules of today; corrections stay."""
    if not place.may_correct:
        raise NotEntitled(_("Only contributors of this dossier have its texts read again."))
    dossiers_of(request).readings.read_again(place.sha256, place.name)
    messages.success(request, _("Read again. Corrections stand as they were."))
    return redirect(place.base)
