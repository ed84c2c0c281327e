"""Decisions of a body and what they do to mandates; what a vote and a decision must be to be entered."""

from collections.abc import Mapping, Sequence
from typing import Any

from operative.domain.days import PartialDate
from operative.domain.decisions import DecisionView, Effect, EffectKind
from operative.domain.entries import Basis, Statement
from operative.domain.facts.decisions import (
    DecisionRecorded,
    Outcome,
    ProposalTabled,
    SessionAnnounced,
    VoteCast,
    VoteTaken,
)
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.facts.mandates import MandateStated
from operative.domain.rules import Roll
from operative.domain.votes import ComputedOutcome, Tally
from operative.dossiers.admission import Check, need
from operative.dossiers.history import History, once
from operative.dossiers.rules import find_roll, find_rules, same_name
from operative.dossiers.saying import say_on
from operative.dossiers.votes import find_outcome, history_at, tally_of
from operative.errors import MissingEvidence, Refused, UnknownSubject

__all__ = ["CHECKS", "find_decisions", "find_effects"]


@once
def find_decisions(history: History) -> tuple[DecisionView, ...]:
    """The decisions that stand on the day, in their order, each with the outcome that follows from its vote."""
    votes = {fact.id: (entry.effective, fact) for entry, fact in history.of(VoteTaken)}
    labels = {fact.id: fact.label for fact in history.facts(MandateStated)}
    views = []
    for entry, fact in history.of(DecisionRecorded):
        taken = votes.get(fact.vote)
        computed = None if taken is None else find_outcome(history, taken[1], taken[0])
        agrees = None if computed is None or computed.outcome is None else computed.outcome is fact.outcome
        words = f"{fact.outcome.value} {say_on(entry.effective)}"
        if computed is not None and agrees:
            words += computed.words.removeprefix(fact.outcome.value)
        elif computed is not None:
            words = f"{words}; {'from its vote' if agrees is None else 'but from the vote follows'}: {computed.words}"
        elif fact.vote:
            words = f"{words}; vote {fact.vote} no longer stands"
        effects = _effects(fact, entry.effective, entry.number, labels)
        views.append(DecisionView(fact, entry.number, entry.effective, words, computed, agrees, effects))
    return tuple(views)


def find_effects(history: History) -> tuple[Effect, ...]:
    """What the decisions that were adopted by the day do to mandates, in the order of the decisions."""
    return tuple(effect for view in find_decisions(history) for effect in view.effects)


def _effects(fact: DecisionRecorded, on: PartialDate, entry: int, labels: Mapping[str, str]) -> tuple[Effect, ...]:
    if fact.outcome is not Outcome.ADOPTED:
        return ()
    named = ((EffectKind.CLOSES, fact.closes), (EffectKind.CHANGES, fact.changes), (EffectKind.CREATES, fact.creates))
    return tuple(
        Effect(mandate, kind, fact.id, on, entry, fact.document, labels.get(mandate, mandate))
        for kind, mandates in named
        for mandate in mandates
    )


def _check_vote(history: History, statement: Statement) -> None:
    vote = statement.fact
    assert isinstance(vote, VoteTaken)
    _check_id(history, statement, VoteTaken, vote.id, "vote")
    tabled = _tabled(history, vote.proposal, vote.option)
    if vote.session:
        _check_session(history, vote.session, tabled.body, statement.effective)
    tally = tally_of(vote)
    _check_counts(vote, tally)
    roll = find_roll(history_at(history, statement.effective), tabled.body)
    _check_members(vote, tally, roll)


def _check_counts(vote: VoteTaken, tally: Tally) -> None:
    counted = (vote.yes, vote.no, vote.abstain, vote.absent)
    if min(counted) < 0:
        raise Refused(f"vote {vote.id}: a count below 0")
    if vote.ballots and any(counted) and counted != (tally.yes, tally.no, tally.abstain, tally.absent):
        raise Refused(f"vote {vote.id}: the ballots come to {_said(tally)}, and the counts say otherwise")
    if vote.consensus and tally.no:
        raise Refused(f"vote {vote.id}: {tally.no} against is no consensus")
    if not (vote.consensus or vote.ballots or any(counted)):
        raise Refused(f"vote {vote.id}: a vote has ballots, counts, or consensus")
    names = [" ".join(one.member.split()).casefold() for one in vote.ballots]
    twice = sorted({one.member for one, name in zip(vote.ballots, names, strict=True) if names.count(name) > 1})
    if twice:
        raise Refused(f"vote {vote.id}: {', '.join(twice)} is named twice")


def _check_members(vote: VoteTaken, tally: Tally, roll: Roll | None) -> None:
    if roll is None:
        return
    if tally.recorded > roll.members:
        raise Refused(f"vote {vote.id}: {tally.recorded} votes and absences of {roll.members} members")
    entitled, voted = roll.members - len(roll.without_vote), tally.cast + tally.abstain
    if voted > entitled:
        raise Refused(f"vote {vote.id}: {voted} votes, and {entitled} of {roll.members} members have a vote")
    for ballot in vote.ballots:
        if roll.names and not any(same_name(ballot.member, name) for name in roll.names):
            raise UnknownSubject(f"vote {vote.id}: {ballot.member} is no member (entry {roll.entry})")
        lost = any(same_name(ballot.member, name) for name in roll.without_vote)
        if lost and ballot.vote not in (VoteCast.ABSENT, VoteCast.NO_RIGHT):
            raise Refused(f"vote {vote.id}: {ballot.member} has no vote (entry {roll.entry})")
        if not lost and ballot.vote is VoteCast.NO_RIGHT:
            raise Refused(f"vote {vote.id}: {ballot.member} has a vote (entry {roll.entry})")


def _said(tally: Tally) -> str:
    return f"{tally.yes} for, {tally.no} against, {tally.abstain} abstaining, {tally.absent} absent"


def _check_session(history: History, key: str, body: str, on: PartialDate) -> None:
    need(history, SessionAnnounced, "key", key, "session")
    session = [fact for fact in history.facts(SessionAnnounced) if fact.key == key][-1]
    if not same_name(session.body, body):
        raise Refused(f"{session.label} is a session of {session.body}, and not of {body}")
    ends = session.closes or session.opens
    if on.last < session.opens.first or on.first > ends.last:
        raise Refused(f"{on} is not within {session.label}: {session.opens} to {ends}")


def _check_decision(history: History, statement: Statement) -> None:
    decision = statement.fact
    assert isinstance(decision, DecisionRecorded)
    _check_id(history, statement, DecisionRecorded, decision.id, "decision")
    if decision.proposal:
        tabled = _tabled(history, decision.proposal, decision.option)
        if not same_name(tabled.body, decision.body):
            raise Refused(f"proposal {tabled.id} is before {tabled.body}, and not before {decision.body}")
    if decision.session:
        _check_session(history, decision.session, decision.body, statement.effective)
    if decision.document:
        need(history, DocumentNamed, "key", decision.document, "document")
    rules = [one.rule.id for one in find_rules(history_at(history, statement.effective), decision.body)]
    if decision.rule and decision.rule not in rules:
        raise UnknownSubject(f"there is no rule {decision.rule!r} of {decision.body}; there are: {', '.join(rules)}")
    if decision.vote:
        _check_outcome(history, decision)
    _check_effects(history, statement, decision)


def _check_outcome(history: History, decision: DecisionRecorded) -> None:
    """The outcome must be the one that follows from the vote, by the rule that follows too."""
    need(history, VoteTaken, "id", decision.vote, "vote")
    entry, vote = next((entry, fact) for entry, fact in history.of(VoteTaken) if fact.id == decision.vote)
    if (decision.proposal and decision.proposal != vote.proposal) or (
        decision.option and decision.option != vote.option
    ):
        raise Refused(f"vote {vote.id} was on option {vote.option!r} of proposal {vote.proposal!r}")
    computed = find_outcome(history, vote, entry.effective)
    if computed.outcome is not None and computed.outcome is not decision.outcome:
        raise Refused(f"decision {decision.id} is not {decision.outcome.value}: vote {vote.id} is {_why(computed)}")
    applied = computed.rule
    if decision.rule and applied is not None and applied.rule.id != decision.rule:
        raise Refused(f"decision {decision.id}: {applied} applies to vote {vote.id}, and not rule {decision.rule}")


def _why(computed: ComputedOutcome) -> str:
    assumed = "; ".join(f"{one.words} ({one.source})" if one.source else one.words for one in computed.assumptions)
    return f"{computed.words}{'; assumed: ' if assumed else ''}{assumed}"


def _check_effects(history: History, statement: Statement, decision: DecisionRecorded) -> None:
    if not (decision.closes or decision.changes or decision.creates):
        return
    if decision.outcome is not Outcome.ADOPTED:
        raise Refused(f"decision {decision.id}: what is {decision.outcome.value} changes no mandate")
    for mandate in (*decision.closes, *decision.changes):
        need(history, MandateStated, "id", mandate, "mandate")
    if not (decision.document or statement.evidence or statement.basis is Basis.BACKGROUND):
        raise MissingEvidence(f"decision {decision.id} changes mandates: name the resolution, or give evidence")


def _tabled(history: History, proposal: str, option: str) -> ProposalTabled:
    need(history, ProposalTabled, "id", proposal, "proposal")
    tabled = [fact for fact in history.facts(ProposalTabled) if fact.id == proposal][-1]
    if option and option not in {one.key for one in tabled.options}:
        there = ", ".join(one.key for one in tabled.options)
        raise UnknownSubject(f"proposal {proposal} has no option {option!r}; there are: {there}")
    return tabled


def _check_id(history: History, statement: Statement, wanted: type[Any], id: str, what: str) -> None:
    if not id.strip():
        raise Refused(f"a {what} needs an id")
    for entry, _ in history.about(wanted, "id", id):
        if entry.number != statement.corrects:
            raise Refused(f"there is a {what} {id!r} already (entry {entry.number})")


CHECKS: Mapping[type[Any], Sequence[Check]] = {VoteTaken: (_check_vote,), DecisionRecorded: (_check_decision,)}
"""What a vote and a decision must be to be entered."""
