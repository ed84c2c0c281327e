"""What was asked, and where it stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from operative.dossiers.mandates import find_mandates
from operative.web.cases import case_of

__all__ = ["show"]


def show(request: HttpRequest, key: str) -> HttpResponse:
    """Every mandate with its state, owner, due window, what is missing, and the evidence."""
    case = case_of(request, key)
    context = {"case": case, "section": "requests", "mandates": find_mandates(case.history)}
    return render(request, "operative/requests.html", context)
