"""A session: documents and deadlines, proposals side by side, the vote, and the decision."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.decisions import (
    Ballot,
    DecisionRecorded,
    MembersCounted,
    Outcome,
    ProposalTabled,
    VoteCast,
    VoteTaken,
)
from operative.domain.votes import ComputedOutcome
from operative.dossiers.decisions import find_decisions
from operative.dossiers.mandates import find_mandates
from operative.dossiers.proposals import find_proposals
from operative.dossiers.sessions import find_decision_days, find_sessions
from operative.dossiers.votes import find_outcome
from operative.errors import NotEntitled, WrongCall
from operative.web.cases import Case, case_of
from operative.web.forms import expected_of
from operative.web.templatetags.pages import case_url

__all__ = ["decide", "show", "vote"]


@dataclass(frozen=True, slots=True)
class Voted:
    """A vote as it was taken, with what follows from it."""

    vote: VoteTaken
    entry: int
    outcome: ComputedOutcome


def show(request: HttpRequest, key: str) -> HttpResponse:
    """Sessions with their deadlines, proposals, votes and decisions."""
    case = case_of(request, key)
    bodies = dict.fromkeys(one.body for one in case.history.facts(ProposalTabled))
    context = {
        "case": case,
        "section": "session",
        "sessions": find_sessions(case.history),
        "proposals": find_proposals(case.history),
        "votes": _votes(case),
        "decisions": find_decisions(case.history),
        "days": [(body, find_decision_days(case.history, body, case.on)) for body in bodies],
        "members": _members(case),
        "casts": [one for one in VoteCast if one is not VoteCast.NO_RIGHT],
        "mandates": find_mandates(case.history),
        "outcomes": list(Outcome),
    }
    return render(request, "operative/session.html", context)


def vote(request: HttpRequest, key: str) -> HttpResponse:
    """Record a vote, member by member, by count, or by consensus; the outcome is computed, not typed."""
    case = _writable(request, key)
    proposal, _bar, option = request.POST.get("question", "").partition("|")
    ballots = tuple(
        Ballot(name, VoteCast(cast))
        for number, name in enumerate(_names(case))
        if (cast := request.POST.get(f"member-{number}", "")) in set(VoteCast)
    )
    counts = {name: _count(request, name) for name in ("yes", "no", "abstain", "absent")}
    consensus = request.POST.get("consensus") == "yes"
    if ballots:
        counts = dict.fromkeys(counts, 0)
    session = request.POST.get("session", "")
    number = case.dossier.version + 1
    fact = VoteTaken(f"vote-{number}", proposal, option, session, ballots, consensus=consensus, **counts)
    case.dossier.enter([_stated(case, request, fact)], expected=expected_of(request))
    messages.success(request, _("The vote is recorded."))
    return redirect(case_url(case, "session"))


def decide(request: HttpRequest, key: str) -> HttpResponse:
    """Record what the body decided on a vote, and what that does to mandates."""
    case = _writable(request, key)
    found = next((one for one in _votes(case) if one.vote.id == request.POST.get("vote")), None)
    if found is None or found.outcome.outcome is None:
        raise WrongCall(_("Choose a vote whose outcome can be told."))
    tabled = next(one for one in case.history.facts(ProposalTabled) if one.id == found.vote.proposal)
    rule = found.outcome.rule.rule.id if found.outcome.rule else ""
    fact = DecisionRecorded(
        f"decision-{case.dossier.version + 1}",
        tabled.body,
        request.POST.get("title", "").strip() or tabled.title,
        found.outcome.outcome,
        found.vote.session,
        tabled.id,
        found.vote.option,
        found.vote.id,
        rule,
        request.POST.get("document", ""),
        closes=tuple(request.POST.getlist("closes")),
    )
    case.dossier.enter([_stated(case, request, fact)], expected=expected_of(request))
    messages.success(request, _("The decision is recorded."))
    return redirect(case_url(case, "session"))


def _writable(request: HttpRequest, key: str) -> Case:
    case = case_of(request, key)
    if request.method != "POST":
        raise WrongCall(_("This address takes a form; the form is on the page of the session."))
    if not case.may_write:
        raise NotEntitled(_("Only contributors of this dossier record votes and decisions."))
    return case


def _stated(case: Case, request: HttpRequest, fact: VoteTaken | DecisionRecorded) -> Statement:
    said = request.POST.get("on", "").strip()
    return Statement(fact, PartialDate(said) if said else PartialDate.of(case.on), case.person)


def _votes(case: Case) -> list[Voted]:
    return [
        Voted(taken, entry.number, find_outcome(case.history, taken, entry.effective))
        for entry, taken in case.history.of(VoteTaken)
    ]


def _members(case: Case) -> MembersCounted | None:
    """The last count of members, by name where they are named."""
    counted = case.history.facts(MembersCounted)
    return counted[-1] if counted else None


def _names(case: Case) -> tuple[str, ...]:
    counted = _members(case)
    return counted.names if counted else ()


def _count(request: HttpRequest, name: str) -> int:
    said = request.POST.get(name, "").strip()
    if not said:
        return 0
    if not said.isdecimal() or len(said) > 6:
        raise WrongCall(_("%(words)r is no number of votes.") % {"words": said})
    return int(said)
