"""One dossier on one screen, and everything that happened below it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from operative.bootstrap.drafts import suggestions_at_hand
from operative.domain.statuses import Aspect
from operative.dossiers.agenda import find_links
from operative.dossiers.documents import find_documents
from operative.dossiers.engagements import find_raising
from operative.dossiers.indicators import find_indicators
from operative.dossiers.status import find_status
from operative.dossiers.timeline import find_timeline
from operative.web.cases import case_of
from operative.web.rules import draw_rule
from operative.web.series import draw_series

__all__ = ["show"]

PAGES = {
    Aspect.REQUESTS: "requests",
    Aspect.CONDITIONS: "conditions",
    Aspect.MECHANISMS: "mechanisms",
    Aspect.COSTS: "costs",
    Aspect.DECISION: "session",
}


TOLD = frozenset(
    {
        "decision.recorded",
        "dossier.opened",
        "draft.registered",
        "engagement.held",
        "estimate.run",
        "event.noted",
        "mandate.moved",
        "mechanism.changed",
        "proposal.tabled",
        "report.filed",
        "standing.reported",
        "verdict.signed",
        "vote.taken",
    }
)
"""Kinds of facts that happen; the others describe, and stand in the ledger."""


def show(request: HttpRequest, key: str) -> HttpResponse:
    """The five rows a minister reads, the time line, contacts, indicators, and documents."""
    case = case_of(request, key)
    lines = case.keep("told", lambda: tuple(line for line in find_timeline(case.history) if line.kind in TOLD))
    status = find_status(case.history, suggestions_at_hand(case.history, case.dossier))
    events = [(one.day.last, one.title) for one in lines]
    context = {
        "case": case,
        "section": "dossier",
        "status": status,
        "rows": [(row, PAGES[row.name]) for row in status.rows],
        "lines": list(reversed(lines)),
        "rule": draw_rule(events, status.rows, case.on),
        "contacts": find_raising(case.history),
        "indicators": [(one, draw_series(one)) for one in find_indicators(case.history)],
        "documents": find_documents(case.history),
        "links": find_links(case.history),
    }
    return render(request, "operative/dossier.html", context)
