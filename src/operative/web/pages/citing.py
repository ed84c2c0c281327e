"""A text, or one provision of it, for a list of references."""

from django.http import Http404, HttpRequest, HttpResponse

from operative.exchange.citing import FORMS
from operative.web.places import Place

__all__ = ["cite"]


def cite(request: HttpRequest, place: Place) -> HttpResponse:
    """The entry as BibTeX, or as CSL-JSON with `to=csl`; of the provision that the address names, if it does."""
    reading, form = place.reading(request), request.GET.get("to", "bibtex")
    provision = request.GET.get("provision", "")
    if reading is None or form not in FORMS:
        raise Http404
    if provision and not any(one.id == provision for one in reading.provisions):
        raise Http404
    render, media_type, ending = FORMS[form]
    address = request.build_absolute_uri(f"{place.base}{f'#{provision}' if provision else ''}")
    response = HttpResponse(render(reading.document, reading.source.language, provision, address), media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="reference{ending}"'
    return response
