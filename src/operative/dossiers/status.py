"""A dossier on one screen: what was asked, and how requests, conditions, mechanisms, costs and decisions stand."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from operative.domain.decisions import DecisionView
from operative.domain.evidence import Evidence
from operative.domain.facts.decisions import Outcome
from operative.domain.facts.dossiers import DocumentNamed, DossierClosed, DossierOpened
from operative.domain.facts.mandates import MandateStated
from operative.domain.mandates import Modality
from operative.domain.memberships import GoalState, GoalView
from operative.domain.progress import ENDED, MandateState, MandateView
from operative.domain.proposals import ProposalView
from operative.domain.signatures import ConditionView, Keeping
from operative.domain.statuses import Aspect, Meaning, Status, StatusRow
from operative.domain.verdicts import Suggestion
from operative.dossiers.conditions import find_conditions
from operative.dossiers.decisions import find_decisions
from operative.dossiers.goals import find_goals
from operative.dossiers.history import History
from operative.dossiers.mandates import find_mandates
from operative.dossiers.proposals import find_proposals
from operative.dossiers.saying import say_on
from operative.dossiers.sessions import find_decision_days, find_sessions
from operative.dossiers.totals import find_totals
from operative.dossiers.wordings import all_of, count

__all__ = ["find_status"]

NAMED = 3
"""How many requests the sentence names."""
ASKED = frozenset({Modality.DIRECTIVE, Modality.EXHORTATION})
DONE = frozenset({GoalState.REACHED, GoalState.KEPT})
DECIDED = frozenset({Outcome.ADOPTED, Outcome.REJECTED})


def find_status(history: History, suggestions: Mapping[str, Sequence[Suggestion]] | None = None) -> Status:
    """The first screen of a dossier as of the day of the history.

    `suggestions` are those of each draft, by its label; they count for nothing, and are only passed through.
    """
    mandates = find_mandates(history)
    asked, evidence = _asked(history)
    return Status(
        next((one.title for one in history.facts(DossierOpened)), ""),
        asked,
        evidence,
        (
            _requests(mandates, history.on),
            _conditions(find_conditions(history, suggestions)),
            _mechanisms(find_goals(history)),
            _costs(history),
            _decision(history),
        ),
        any(True for _ in history.of(DossierClosed)),
        tuple(finding for one in mandates for finding in one.findings),
    )


def _asked(history: History) -> tuple[str, tuple[Evidence, ...]]:
    """One sentence of what was asked, with the evidence of what it names."""
    stated = [(entry, one) for entry, one in history.of(MandateStated) if one.modality in ASKED]
    if not stated:
        return "Nothing is asked yet.", ()
    first = stated[0][1].document
    here = [(entry, one) for entry, one in stated if one.document == first]
    addressee = Counter(one.addressee for _, one in here).most_common(1)[0][0]
    named = [(entry, one) for entry, one in here if one.addressee == addressee][:NAMED]
    parts = [f"to {one.label}" for _, one in named]
    rest = len(stated) - len(named)
    if rest:
        parts.append(f"and {count(rest, 'more request')}")
    document = next((one for one in history.facts(DocumentNamed) if one.key == first), None)
    who = _printed(document) if document else first
    sentence = f"{who} asks {addressee or 'the body'}, {say_on(named[0][0].effective)}, {'; '.join(parts)}."
    return sentence, tuple(one for entry, _ in named for one in entry.statement.evidence)


def _printed(document: DocumentNamed) -> str:
    symbol = document.symbol or document.title or document.key
    role = str(document.role).capitalize()
    return f"{role} {symbol}" if document.symbol else symbol


def _requests(mandates: Sequence[MandateView], on: date) -> StatusRow:
    if not mandates:
        return StatusRow(Aspect.REQUESTS, "none", Meaning.UNKNOWN, "nothing is asked yet")
    waiting = [one for one in mandates if one.state not in ENDED and one.modality is not Modality.PERMISSION]
    overdue = [one for one in waiting if one.overdue]
    gaps = [one for one in waiting if one.state is MandateState.REPORTED and one.unanswered]
    counts = Counter(one.state for one in mandates)
    said = [f"{count(len(mandates), 'request')}"]
    said += [f"{len(overdue)} overdue"] if overdue else []
    said += [f"{counts[state]} {state}" for state in MandateState if counts[state]]
    said += [f"{all_of(list(dict.fromkeys(s for one in gaps for s in one.unanswered)))} unanswered"] if gaps else []
    state, meaning = _request_state(waiting, overdue, gaps)
    due = sorted(
        ((one.due.latest, one.label) for one in waiting if one.due and one.due.latest and one.due.latest >= on),
        key=lambda one: one[0],
    )
    next_date, next_words = due[0] if due else (None, "")
    return StatusRow(Aspect.REQUESTS, state, meaning, ", ".join(said), next_date, next_words)


def _request_state(
    waiting: Sequence[MandateView], overdue: Sequence[MandateView], gaps: Sequence[MandateView]
) -> tuple[str, Meaning]:
    if overdue:
        return f"{len(overdue)} overdue", Meaning.GAP
    if gaps:
        return f"{count(len(gaps), 'report')} with gaps", Meaning.LOOK
    if waiting:
        return f"{len(waiting)} open", Meaning.LOOK
    return "all ended", Meaning.FINE


def _conditions(conditions: Sequence[ConditionView]) -> StatusRow:
    if not conditions:
        return StatusRow(Aspect.CONDITIONS, "none", Meaning.FINE, "no condition was set")
    states = {one.keeping for one in conditions}
    worst = next(one for one in (Keeping.NOT_KEPT, Keeping.OPEN, Keeping.KEPT) if one in states)
    meaning = {Keeping.NOT_KEPT: Meaning.GAP, Keeping.OPEN: Meaning.LOOK, Keeping.KEPT: Meaning.FINE}[worst]
    draft = conditions[0].draft
    signed, total = sum(one.signed for one in conditions), sum(one.total for one in conditions)
    where = f"under {draft}, " if draft else "no draft yet, "
    words = f"{count(len(conditions), 'condition')}, {where}{signed} of {count(total, 'element')} signed"
    return StatusRow(Aspect.CONDITIONS, str(worst), meaning, words)


def _mechanisms(goals: Sequence[GoalView]) -> StatusRow:
    if not goals:
        return StatusRow(Aspect.MECHANISMS, "none", Meaning.FINE, "no standing in a mechanism is asked for")
    counts = Counter(one.state for one in goals)
    words = f"{count(len(goals), 'goal')}: " + ", ".join(f"{counts[one]} {one}" for one in GoalState if counts[one])
    if counts[GoalState.LOST]:
        return StatusRow(Aspect.MECHANISMS, f"{counts[GoalState.LOST]} lost", Meaning.GAP, words)
    done = sum(counts[one] for one in DONE)
    # A goal that lost its object was not met: it only has nothing left to be met in.
    if done < len(goals):
        return StatusRow(Aspect.MECHANISMS, f"{done} of {len(goals)} met", Meaning.LOOK, words)
    return StatusRow(Aspect.MECHANISMS, "all met", Meaning.FINE, words)


def _costs(history: History) -> StatusRow:
    totals = find_totals(history)
    if not totals:
        return StatusRow(Aspect.COSTS, "unknown", Meaning.UNKNOWN, "no estimate was made")
    words = "; ".join(f"{one.option}: {one.words}" if one.option else one.words for one in totals[:NAMED])
    words += f"; {len(totals) - NAMED} more" if len(totals) > NAMED else ""
    if any(one.base is None for one in totals):
        known = any(one.base is not None or one.low is not None for one in totals)
        return StatusRow(Aspect.COSTS, "known in part" if known else "unknown", Meaning.UNKNOWN, words)
    if any(one.stale for one in totals):
        return StatusRow(Aspect.COSTS, "out of date", Meaning.LOOK, words)
    return StatusRow(Aspect.COSTS, "estimated", Meaning.FINE, words)


def _decision(history: History) -> StatusRow:
    proposals, decisions = find_proposals(history), find_decisions(history)
    open_ones = [one for one in proposals if not _is_decided(one, decisions)]
    if open_ones:
        first = open_ones[0]
        words = f"{first.body}: {first.title}" + (f"; {len(open_ones) - 1} more" if len(open_ones) > 1 else "")
        day, when = _day_of(history, first)
        return StatusRow(Aspect.DECISION, "tabled" if day else "no day known", Meaning.LOOK, words, day, when)
    if decisions:
        last = decisions[-1]
        words = f"{last.decision.body}: {last.decision.title}, {say_on(last.on)}"
        return StatusRow(Aspect.DECISION, str(last.decision.outcome), Meaning.FINE, words)
    body = next((one.body for one in history.facts(DossierOpened)), "")
    for session in find_sessions(history, body) if body else ():
        if session.opens.first > history.on:
            words = f"no proposal is tabled; {body} meets at {session.label}"
            return StatusRow(Aspect.DECISION, "none tabled", Meaning.LOOK, words, session.opens.first, session.label)
    return StatusRow(Aspect.DECISION, "none tabled", Meaning.UNKNOWN, "no proposal is tabled, and no session is known")


def _day_of(history: History, proposal: ProposalView) -> tuple[date | None, str]:
    """When a proposal can be decided: at the session for which it was tabled, else on the next possible day."""
    for session in find_sessions(history, proposal.body):
        if session.key == proposal.session and (session.closes or session.opens).last >= history.on:
            return max(history.on, session.opens.first), f"at {session.label}"
    days = find_decision_days(history, proposal.body, history.on, proposal.matter)
    return next(((day.earliest, day.words) for day in days if day.possible), (None, ""))


def _is_decided(proposal: ProposalView, decisions: Iterable[DecisionView]) -> bool:
    return any(one.decision.proposal == proposal.id and one.decision.outcome in DECIDED for one in decisions)
