"""What it costs: estimates with their formulas, inputs, and what is unknown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from operative.domain.facts.decisions import ProposalTabled
from operative.domain.facts.estimates import InputStated
from operative.dossiers.estimates import find_estimates
from operative.dossiers.totals import find_totals
from operative.web.cases import case_of
from operative.web.ranges import draw_ranges
from operative.web.saying import day

__all__ = ["show"]


def show(request: HttpRequest, key: str) -> HttpResponse:
    """Every estimate with its range, inputs and change since the last, and the totals."""
    case = case_of(request, key)
    estimates = find_estimates(case.history)
    titles = {option.key: option.title for one in case.history.facts(ProposalTabled) for option in one.options}
    labels = {one.name: one.label for one in case.history.facts(InputStated) if one.label}
    labels |= {one.service: one.label for one in estimates}
    runs = (dated for one in estimates for dated in (one.latest, *one.earlier))
    labels |= {one.run.id: _("the estimate of %(day)s") % {"day": day(one.on)} for one in runs}
    context = {
        "case": case,
        "section": "costs",
        "estimates": estimates,
        "charts": draw_ranges(find_totals(case.history), titles, _("all options")),
        "titles": titles,
        "labels": labels,
    }
    return render(request, "operative/costs.html", context)
