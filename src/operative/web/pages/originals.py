"""The source itself: its pages as pictures, and its bytes."""

from django.http import Http404, HttpRequest, HttpResponse

from operative.web.cases import dossiers_of
from operative.web.places import Place

__all__ = ["picture", "source"]


def picture(request: HttpRequest, place: Place, number: int) -> HttpResponse:
    """One page of the original as a picture."""
    reading = place.reading(request)
    if reading is None or reading.source.media_type != "application/pdf" or not 0 < number <= reading.source.pages:
        raise Http404
    etag = f'"{place.sha256[:32]}-{number}"'
    if request.headers.get("If-None-Match") == etag:
        return HttpResponse(status=304, headers={"ETag": etag})
    drawn = dossiers_of(request).pictures.page(place.sha256, number)
    if drawn is None:
        raise Http404
    headers = {"ETag": etag, "Cache-Control": "private, max-age=86400"}
    return HttpResponse(drawn.png, content_type="image/png", headers=headers)


def source(request: HttpRequest, place: Place) -> HttpResponse:
    """The bytes as they came, to be kept and not to be opened here."""
    data = dossiers_of(request).ledgers.source(place.sha256) if place.sha256 else None
    if data is None:
        raise Http404
    response = HttpResponse(data, content_type="application/octet-stream")
    name = "".join(char if char.isascii() and (char.isalnum() or char in "._-") else "_" for char in place.name)
    response.headers["Content-Disposition"] = f'attachment; filename="{name[-120:] or "source"}"'
    return response
