"""The next decision of a dossier: what is tabled, what is planned, or what would be possible; not what was decided."""

from collections.abc import Iterable
from datetime import date

from operative.domain.decisions import DecisionView
from operative.domain.facts.decisions import Outcome, ProposalTabled
from operative.domain.facts.dossiers import DossierOpened
from operative.domain.proposals import ProposalView
from operative.domain.sessions import SessionView
from operative.domain.statuses import Aspect, Meaning, StatusRow
from operative.dossiers.decisions import find_decisions
from operative.dossiers.history import History
from operative.dossiers.phrasing import dated, joined, say, say_count
from operative.dossiers.proposals import find_proposals
from operative.dossiers.sessions import find_decision_days, find_sessions

__all__ = ["decision_row"]

DECIDED = frozenset({Outcome.ADOPTED, Outcome.REJECTED})


def decision_row(history: History) -> StatusRow:
    """The proposal that waits, else the next session of the body, else the first day that its rules would allow."""
    decisions = find_decisions(history)
    waiting = [one for one in find_proposals(history) if not _is_decided(one, decisions)]
    if waiting:
        return _tabled(history, waiting[0], len(waiting) - 1)
    said: list[str] = [say("no proposal is tabled")]
    if decisions:
        said.append(_last(decisions[-1]))
    proofs = tuple(one.entry for one in decisions[-1:])
    body = next((one.body for one in history.facts(DossierOpened)), "")
    if not body:
        words = joined([*said, say("no session is known")], "; ")
        return StatusRow(Aspect.DECISION, "none planned", Meaning.UNKNOWN, words, entries=proofs)
    session = next((one for one in find_sessions(history, body) if one.opens.first > history.on), None)
    if session is not None:
        return _planned(body, session, joined(said, "; "), proofs)
    return _possible(history, body, said, proofs)


def _tabled(history: History, proposal: ProposalView, more: int) -> StatusRow:
    words = say("{body}: {title}", body=proposal.body, title=proposal.title)
    if more:
        words = joined([words, say_count("{number} more", "{number} more", more)], "; ")
    day, when = _day_of(history, proposal)
    state = "tabled" if day else "no day known"
    entries = tuple(entry.number for entry, _ in history.about(ProposalTabled, "id", proposal.id))
    return StatusRow(Aspect.DECISION, state, Meaning.LOOK, words, day, when, entries)


def _planned(body: str, session: SessionView, words: str, proofs: tuple[int, ...]) -> StatusRow:
    when = say("{body} meets: {session}", body=body, session=session.label)
    entries = (*proofs, session.entry)
    return StatusRow(Aspect.DECISION, "none planned", Meaning.LOOK, words, session.opens.first, when, entries)


def _possible(history: History, body: str, said: list[str], proofs: tuple[int, ...]) -> StatusRow:
    """The first day on which the body could decide by its rules, where they say so."""
    first = next((one for one in find_decision_days(history, body, history.on) if one.possible), None)
    if first is None:
        words = joined([*said, say("no session is known")], "; ")
        return StatusRow(Aspect.DECISION, "none planned", Meaning.UNKNOWN, words, entries=proofs)
    session = next((one.label for one in find_sessions(history, body) if one.key == first.session), "")
    when = (
        say("would be possible: {session}", session=session)
        if session
        else say("would be possible: a special session asked for now")
    )
    entries = (*proofs, *(rule.entry for rule in first.rules))
    return StatusRow(Aspect.DECISION, "none planned", Meaning.LOOK, joined(said, "; "), first.earliest, when, entries)


def _last(last: DecisionView) -> str:
    return say(
        "last decided: {title}, {body}, {outcome} {when}",
        title=last.decision.title,
        body=last.decision.body,
        outcome=last.decision.outcome,
        when=dated(last.on),
    )


def _day_of(history: History, proposal: ProposalView) -> tuple[date | None, str]:
    """When a proposal can be decided: at the session for which it was tabled, else on the next possible day."""
    for session in find_sessions(history, proposal.body):
        if session.key == proposal.session and (session.closes or session.opens).last >= history.on:
            return max(history.on, session.opens.first), say("at {session}", session=session.label)
    days = find_decision_days(history, proposal.body, history.on, proposal.matter)
    return next(((day.earliest, day.words) for day in days if day.possible), (None, ""))


def _is_decided(proposal: ProposalView, decisions: Iterable[DecisionView]) -> bool:
    return any(one.decision.proposal == proposal.id and one.decision.outcome in DECIDED for one in decisions)
