"""The desk: what needs me."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

__all__ = ["show"]


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """What needs the reader, dossier by dossier."""
    return render(request, "operative/desk.html", {"section": "desk"})
