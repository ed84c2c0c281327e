"""What it costs: estimates with their formulas, inputs, and what is unknown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from operative.dossiers.estimates import find_estimates
from operative.dossiers.totals import find_totals
from operative.web.cases import case_of

__all__ = ["show"]


def show(request: HttpRequest, key: str) -> HttpResponse:
    """Every estimate with its range, inputs and change since the last, and the totals."""
    case = case_of(request, key)
    context = {
        "case": case,
        "section": "costs",
        "estimates": find_estimates(case.history),
        "totals": find_totals(case.history),
    }
    return render(request, "operative/costs.html", context)
