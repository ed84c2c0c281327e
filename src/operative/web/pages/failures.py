"""Pages for addresses that lead nowhere, and for failures of ours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

__all__ = ["failed", "not_found"]


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for an address that leads nowhere."""
    context = {"code": "not-found", "message": _("There is no page at this address."), "status": 404}
    return render(request, "operative/error.html", context, status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """The page for a failure of ours; it needs no database."""
    words = "Something failed on our side. Nothing was entered. Please try again."
    return HttpResponse(f"<!doctype html><title>Operative</title><h1>{words}</h1>", status=500)
