"""Proposals: gates first, then criteria; options side by side with goals and costs, and no winner named."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from operative.domain.entries import Statement
from operative.domain.estimates import Total
from operative.domain.facts.conditions import ConditionStated, ElementStated
from operative.domain.facts.decisions import (
    Criterion,
    DecisionRecorded,
    Gate,
    Option,
    OptionAssessed,
    ProposalTabled,
    SessionAnnounced,
)
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.mechanisms import GoalStated
from operative.domain.proposals import Assessment, GateState, GateView, OptionView, ProposalView, ScoreView
from operative.dossiers.admission import Check, need
from operative.dossiers.figures import say_amount, say_list
from operative.dossiers.history import History, once
from operative.dossiers.totals import find_totals
from operative.dossiers.weighing import find_order, find_reasons, find_sensitivity, rounded, shares, weigh
from operative.errors import Refused, UnknownSubject

__all__ = ["CHECKS", "find_proposals"]

Held = Mapping[tuple[str, str], Sequence[Assessment]]


@once
def find_proposals(history: History) -> tuple[ProposalView, ...]:
    """The proposals that stand on the day, in the order in which they were tabled.

    An option is ranked only if every gate is met and every criterion scored; what persons disagree on is not met and
    not scored, and shows both. Costs are those of estimates under the option's key.
    """
    totals = find_totals(history)
    goals = tuple(fact.id for fact in history.facts(GoalStated))
    return tuple(_proposal(history, tabled, goals, totals) for tabled in history.facts(ProposalTabled))


def _proposal(
    history: History, tabled: ProposalTabled, goals: tuple[str, ...], totals: tuple[Total, ...]
) -> ProposalView:
    held, criteria = _held(history, tabled.id), tabled.criteria
    gates = {
        one.key: tuple(_gate(gate, held.get((one.key, gate.key), ())) for gate in tabled.gates)
        for one in tabled.options
    }
    scores = {one.key: _scores(criteria, one.key, held) for one in tabled.options}
    scored = {
        key: {score.key: score.score for score in found if score.score is not None}
        for key, found in scores.items()
        if criteria and all(gate.state is GateState.MET for gate in gates[key])
    }
    whole = {key: found for key, found in scored.items() if len(found) == len(criteria)}
    order = find_order(criteria, whole)
    ranks: dict[str, int] = {}
    for group in order:
        ranks |= dict.fromkeys(group, len(ranks) + 1)
    options = []
    for one in tabled.options:
        view = _option(one, criteria, gates[one.key], scores[one.key], ranks.get(one.key))
        left = tuple(goal for goal in goals if goal not in one.goals)
        costs = tuple(total for total in totals if total.option == one.key)
        options.append(replace(view, goals_left=left, totals=costs))
    return _view(history, tabled, tuple(options), whole, order)


def _held(history: History, proposal: str) -> dict[tuple[str, str], list[Assessment]]:
    """Each person's last assessment, by option and gate or criterion, in the order of the ledger."""
    last: dict[tuple[str, str, str], Assessment] = {}
    for entry, fact in history.of(OptionAssessed):
        if fact.proposal == proposal:
            said = entry.statement
            documents = tuple(dict.fromkeys(one.document for one in said.evidence))
            key = (fact.option, fact.under, said.by)
            last.pop(key, None)
            last[key] = Assessment(said.by, fact.reason, entry.number, fact.met, fact.score, documents)
    held: dict[tuple[str, str], list[Assessment]] = {}
    for (option, under, _), one in last.items():
        held.setdefault((option, under), []).append(one)
    return held


def _gate(gate: Gate, held: Sequence[Assessment]) -> GateView:
    met, unmet = ([one for one in held if one.met is met] for met in (True, False))
    if met and unmet:
        state = GateState.OPEN
        words = (
            f"open: held met by {say_list([one.by for one in met])}, not met by {say_list([one.by for one in unmet])}"
        )
    elif not held:
        state, words = GateState.OPEN, "open: nobody has said whether it is met"
    else:
        state = GateState.MET if met else GateState.NOT_MET
        words = f"{state.value}: {'; '.join(f'{one.reason} ({one.by})' for one in held)}"
    return GateView(gate.key, gate.label, state, words, gate.elements, tuple(held))


def _scores(criteria: Sequence[Criterion], option: str, held: Held) -> tuple[ScoreView, ...]:
    parts = shares(criteria) if criteria else {}
    found = []
    for one in criteria:
        said = held.get((option, one.key), ())
        values = list(dict.fromkeys(each.score for each in said if each.score is not None))
        score = values[0] if len(values) == 1 else None
        if score is not None:
            words = say_amount(score, "")
        else:
            shown = [f"{each.by} {say_amount(each.score, '')}" for each in said if each.score is not None]
            words = f"disputed: {', '.join(shown)}" if shown else "not scored"
        weight = rounded(parts[one.key])
        found.append(ScoreView(one.key, one.label, weight, one.source, score, words, tuple(said)))
    return tuple(found)


def _option(
    option: Option,
    criteria: Sequence[Criterion],
    gates: tuple[GateView, ...],
    scores: tuple[ScoreView, ...],
    rank: int | None,
) -> OptionView:
    known = {one.key: one.score for one in scores if one.score is not None}
    missing = tuple(one.label for one in scores if one.score is None)
    blocked = [f"{one.label} is {one.state.value}" for one in gates if one.state is not GateState.MET]
    total = rounded(weigh(criteria, known)) if known and not blocked else None
    weighted, partial = (None, total) if missing else (total, None)
    if blocked:
        words = f"not weighed: {'; '.join(blocked)}"
    elif missing:
        so_far = "" if partial is None else f"{say_amount(partial, '')} so far; "
        words = f"not ranked: {so_far}missing {say_list(list(missing))}"
    elif weighted is None:
        words = "not ranked: no criteria"
    else:
        words = f"{say_amount(weighted, '')} of 10"
    return OptionView(
        option.key, option.title, option.summary, words, gates, scores, weighted, partial, missing, rank, option.goals
    )


def _view(
    history: History, tabled: ProposalTabled, options: tuple[OptionView, ...],
    scored: Mapping[str, Mapping[str, Decimal]], order: tuple[tuple[str, ...], ...],
) -> ProposalView:  # fmt: skip
    reasons = find_reasons(tabled.criteria, scored, order)
    moves = find_sensitivity(tabled.criteria, scored, order)
    apart = [f"{one.key} {one.words}" for one in options if one.rank is None]
    ranked = ", then ".join(" and ".join(group) for group in order)
    said = [f"by the weights: {ranked}"] if len(scored) > 1 else []
    if moves:
        changed = [one.words for one in moves if one.changed]
        said.append("; ".join(changed) if changed else "the order holds if any one weight moves by 10 %")
    decisions = tuple(fact.id for fact in history.facts(DecisionRecorded) if fact.proposal == tabled.id)
    return ProposalView(
        tabled.id,
        tabled.title,
        tabled.body,
        options,
        "; ".join([*said, *apart]),
        tabled.document,
        tabled.session,
        tabled.matter,
        tabled.answers,
        order,
        reasons,
        moves,
        decisions,
    )


def _check_proposal(history: History, statement: Statement) -> None:
    tabled = statement.fact
    assert isinstance(tabled, ProposalTabled)
    if not tabled.id.strip() or not tabled.body.strip():
        raise Refused("a proposal needs an id and a body")
    for entry, other in history.of(ProposalTabled):
        if other.id == tabled.id and entry.number != statement.corrects:
            raise Refused(f"there is a proposal {tabled.id!r} already (entry {entry.number})")
    if not tabled.options:
        raise Refused(f"proposal {tabled.id} has no options")
    _check_keys(tabled, [one.key for one in tabled.options], "options")
    _check_keys(tabled, _unders(tabled), "gates and criteria")
    for criterion in tabled.criteria:
        if not criterion.weight.is_finite() or not 0 < criterion.weight <= 10**6:
            raise Refused(f"criterion {criterion.key}: a weight is above 0, and at most a million")
        if not (criterion.source.strip() or statement.evidence):
            raise Refused(f"criterion {criterion.key}: say where its weight comes from (source)")
    _check_subjects(history, tabled)


def _unders(tabled: ProposalTabled) -> list[str]:
    return [*(gate.key for gate in tabled.gates), *(criterion.key for criterion in tabled.criteria)]


def _check_keys(tabled: ProposalTabled, keys: Sequence[str], what: str) -> None:
    if len(set(keys)) != len(keys) or not all(key.strip() for key in keys):
        raise Refused(f"proposal {tabled.id}: {what} need keys, each its own")


def _check_subjects(history: History, tabled: ProposalTabled) -> None:
    if tabled.document:
        need(history, DocumentNamed, "key", tabled.document, "document")
    if tabled.session:
        need(history, SessionAnnounced, "key", tabled.session, "session")
    for mandate in tabled.answers:
        need(history, MandateStated, "id", mandate, "mandate")
    for goal in (goal for option in tabled.options for goal in option.goals):
        need(history, GoalStated, "id", goal, "goal")
    known = {fact.id for fact in history.facts(ElementStated)} | {fact.id for fact in history.facts(ConditionStated)}
    for element in (element for gate in tabled.gates for element in gate.elements):
        if element not in known:
            raise UnknownSubject(f"there is no condition or element {element!r} in this dossier")


def _check_assessment(history: History, statement: Statement) -> None:
    said = statement.fact
    assert isinstance(said, OptionAssessed)
    need(history, ProposalTabled, "id", said.proposal, "proposal")
    tabled = next(fact for fact in history.facts(ProposalTabled) if fact.id == said.proposal)
    if said.option not in {one.key for one in tabled.options}:
        there = ", ".join(one.key for one in tabled.options)
        raise UnknownSubject(f"proposal {tabled.id} has no option {said.option!r}; there are: {there}")
    gates, criteria = {one.key for one in tabled.gates}, {one.key for one in tabled.criteria}
    if said.under not in gates | criteria:
        there = ", ".join(_unders(tabled)) or "none"
        raise UnknownSubject(f"proposal {tabled.id} has no gate or criterion {said.under!r}; there are: {there}")
    if not said.reason.strip():
        raise Refused(f"{said.option} under {said.under}: an assessment has a reason")
    if said.under in gates and (said.met is None or said.score is not None):
        raise Refused(f"{said.under} is a gate: it is met or not, and has no score")
    if said.under in criteria and (said.score is None or said.met is not None):
        raise Refused(f"{said.under} is a criterion: it has a score from 0 to 10, and is not met or unmet")
    if said.score is not None and not (said.score.is_finite() and 0 <= said.score <= 10):
        raise Refused(f"{said.option} under {said.under}: a score is from 0 to 10, and not {said.score}")


CHECKS: Mapping[type[Any], Sequence[Check]] = {
    ProposalTabled: (_check_proposal,),
    OptionAssessed: (_check_assessment,),
}
"""What a proposal and an assessment of an option must be to be entered."""
