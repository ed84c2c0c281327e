"""Mechanisms, standings and goals on any day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from operative.dossiers.goals import find_goals
from operative.dossiers.mechanisms import find_mechanisms
from operative.dossiers.memberships import find_all_standings
from operative.web.cases import case_of

__all__ = ["show"]


def show(request: HttpRequest, key: str) -> HttpResponse:
    """The hierarchy as it stands on the day, what each participant is in it, and how far the goals have come."""
    case = case_of(request, key)
    context = {
        "case": case,
        "section": "mechanisms",
        "mechanisms": find_mechanisms(case.history),
        "standings": find_all_standings(case.history),
        "goals": find_goals(case.history),
    }
    return render(request, "operative/mechanisms.html", context)
