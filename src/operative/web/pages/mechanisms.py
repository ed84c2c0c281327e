"""Mechanisms, standings and goals on any day."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from operative.dossiers.goals import find_goals
from operative.dossiers.mechanisms import find_mechanisms
from operative.dossiers.memberships import find_all_standings
from operative.web.cases import case_of
from operative.web.lanes import draw_lanes

__all__ = ["show"]


def show(request: HttpRequest, key: str) -> HttpResponse:
    """The hierarchy as it stands on the day, what each participant is in it, and how far the goals have come."""
    case = case_of(request, key)
    mechanisms, standings = find_mechanisms(case.history), find_all_standings(case.history)
    context = {
        "case": case,
        "section": "mechanisms",
        "mechanisms": mechanisms,
        "standings": standings,
        "charts": draw_lanes(mechanisms, standings, case.on),
        "goals": find_goals(case.history),
    }
    return render(request, "operative/mechanisms.html", context)
