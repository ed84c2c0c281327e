"""Pages for addresses that lead nowhere, for forms that nobody vouches for, and for failures of ours."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

__all__ = ["failed", "not_found", "unconfirmed"]

UNTOLD = frozenset({"csrfmiddlewaretoken", "password", "expected", "next", "seen"})
"""Fields that are not shown again: secrets, and what nobody typed."""


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for an address that leads nowhere."""
    context = {"code": "not-found", "message": _("There is no page at this address."), "status": 404}
    return render(request, "operative/error.html", context, status=404)


def unconfirmed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form without the token of this browser: what was typed stands there as text, to be copied.

    It is no form to be sent again: another site may have made it, and one press of a button would do its will.
    """
    typed = [(name, value) for name, values in request.POST.lists() if name not in UNTOLD for value in values if value]
    context = {
        "code": "unconfirmed-form",
        "message": _(
            "This form was open too long, or it does not come from this site. Nothing was entered. Open the page"
            " again, and send the form from there."
        ),
        "status": 403,
        "typed": typed,
    }
    return render(request, "operative/error.html", context, status=403)


def failed(request: HttpRequest) -> HttpResponse:
    """The page for a failure of ours; it needs no database."""
    words = "Something failed on our side. Nothing was entered. Please try again."
    return HttpResponse(f"<!doctype html><title>Operative</title><h1>{words}</h1>", status=500)
