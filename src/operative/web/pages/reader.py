"""The reader: a text as the body wrote it, beside what it does."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from operative.bootstrap.corrections import lost_claims
from operative.domain.acts import Force, TimingKind
from operative.domain.claims import LISTS
from operative.domain.readings import Reading
from operative.domain.spans import Span
from operative.exchange.dress import direction_of
from operative.web.deeds import name_of
from operative.web.histories import Opened, open_act
from operative.web.hits import pictured
from operative.web.pages.offers import offers
from operative.web.pages.sheets import show_sheets
from operative.web.pairs import render_beside, render_pairs
from operative.web.places import Place, Version, place_in_dossier, place_of_upload, versions_of, visible_in

__all__ = ["show_document", "show_place", "show_text"]

PDF = "application/pdf"


@login_required
def show_text(request: HttpRequest, sha256: str) -> HttpResponse:
    """A text that the reader brought; or, where it belongs to a dossier that they may see, the page there."""
    try:
        place = place_of_upload(request, sha256)
    except Http404:
        elsewhere = visible_in(request, sha256)
        if not elsewhere:
            raise
        return redirect(elsewhere)
    return show_place(request, place)


def show_place(request: HttpRequest, place: Place, opened: Opened | None = None, status: int = 200) -> HttpResponse:
    """The text with what it does; a table as it is."""
    if place.is_table:
        return show_sheets(request, place)
    reading = place.reading(request)
    context: dict[str, Any] = {"place": place, "case": place.case, "section": "texts" if place.case is None else ""}
    if reading is None:
        return _unread(request, place, context)
    chosen = _chosen(request, reading)
    if opened is None and (wanted := request.GET.get("act", "")):
        opened = open_act(request, place, reading, wanted)
    claims = place.claims(request)
    context |= {
        "reading": reading,
        "head": reading.document,
        "language": reading.source.language,
        "direction": direction_of(reading.source.language),
        "opened": opened,
        "words": chosen,
        "findings": reading.findings,
        "claims": claims,
        "lost": lost_claims(reading, claims),
        "forces": list(Force),
        "kinds": list(TimingKind),
        "fields": [(name, name_of(name)) for name in LISTS],
        "pages": range(1, reading.source.pages + 1) if reading.source.media_type == PDF else (),
        **_versions(request, place, reading),
        **(offers(request, reading) if place.upload else {}),
    }
    if (page := request.GET.get("page", "")) and context["pages"]:
        context |= pictured(request, place, reading, chosen, page)
    elif context["beside"] is not None:
        context["shown"] = render_beside(reading, context["beside"])
    else:
        context["shown"] = render_pairs(request, reading, chosen, opened, context)
    return render(request, "operative/reader.html", context, status=status)


def show_document(request: HttpRequest, key: str, document: str) -> HttpResponse:
    """A document of a dossier."""
    return show_place(request, place_in_dossier(request, key, document))


def _unread(request: HttpRequest, place: Place, context: dict[str, Any]) -> HttpResponse:
    """The page of a text that cannot be read, or is not at hand: what, and what to do."""
    status = 422 if place.sha256 else 200
    return render(request, "operative/unread.html", context, status=status)


def _chosen(request: HttpRequest, reading: Reading) -> Span | None:
    """The words that the address asks for; None where it asks for none that are there."""
    first, _sep, last = request.GET.get("words", "").partition("-")
    if not (first.isdecimal() and last.isdecimal() and len(first + last) < 20):
        return None
    span = Span(int(first), min(int(last), len(reading.text.content)))
    return span if span.start < span.end else None


def _versions(request: HttpRequest, place: Place, reading: Reading) -> dict[str, Any]:
    """The texts that can stand beside this one, those with its symbol first; and the one that was asked for."""
    asked = request.GET.get("beside", "")
    if not asked and "versions" not in request.GET:
        return {"offered": False, "beside": None}
    symbol = reading.document.symbol.casefold()
    others = [one for one in versions_of(request) if one.sha256 != place.sha256]
    same = [one for one in others if symbol and one.symbol.casefold() == symbol]
    chosen = next((one for one in others if one.key == asked), None)
    beside = _read(request, chosen) if chosen else None
    return {
        "offered": True,
        "same": same,
        "others": [one for one in others if one not in same],
        "chosen": chosen,
        "beside": beside,
        "beside_direction": direction_of(beside.source.language) if beside else "",
    }


def _read(request: HttpRequest, version: Version) -> Reading | None:
    parts = version.key.split("/")
    place = place_of_upload(request, parts[1]) if parts[0] == "texts" else place_in_dossier(request, parts[1], parts[3])
    return place.reading(request)
