"""A session: documents and deadlines, proposals side by side, votes, and decisions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from operative.domain.facts.decisions import ProposalTabled
from operative.dossiers.decisions import find_decisions
from operative.dossiers.proposals import find_proposals
from operative.dossiers.sessions import find_decision_days, find_sessions
from operative.web.cases import case_of
from operative.web.votes import votes_of

__all__ = ["show"]


def show(request: HttpRequest, key: str) -> HttpResponse:
    """Sessions with their deadlines, proposals, votes and decisions."""
    case = case_of(request, key)
    bodies = dict.fromkeys(one.body for one in case.history.facts(ProposalTabled))
    context = {
        "case": case,
        "section": "session",
        "sessions": find_sessions(case.history),
        "proposals": find_proposals(case.history),
        "votes": votes_of(case),
        "decisions": find_decisions(case.history),
        "days": [(body, find_decision_days(case.history, body, case.on)) for body in bodies],
    }
    return render(request, "operative/session.html", context)
