"""What a participant is in each mechanism on a day, and what may be entered about mechanisms, goals and standings."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from operative.domain.entries import Basis, Statement
from operative.domain.facts.dossiers import DocumentNamed, DossierOpened
from operative.domain.facts.mechanisms import (
    GoalStated,
    MechanismChange,
    MechanismChanged,
    MechanismDescribed,
    Standing,
    StandingReported,
)
from operative.domain.goals import GoalVerb
from operative.domain.memberships import MechanismView, MembershipView, SuggestedStanding, Tenure
from operative.dossiers.admission import Check, need
from operative.dossiers.circles import check_circle
from operative.dossiers.goals import find_goals
from operative.dossiers.history import History
from operative.dossiers.mechanisms import ENDS, Lineage, find_lineage, find_mechanisms, say_fate
from operative.dossiers.phrasing import joined, say
from operative.dossiers.tenures import NEEDED, RANK, Report, find_reports, find_tenures, rival_standings, say_tenure
from operative.errors import MissingEvidence, Refused

__all__ = ["CHECKS", "find_all_standings", "find_goals", "find_mechanisms", "find_standings"]


def find_all_standings(history: History) -> tuple[MembershipView, ...]:
    """What each participant of whom a standing is reported is in every mechanism, participant by participant."""
    participants = dict.fromkeys(fact.participant for fact in history.facts(StandingReported))
    return tuple(view for one in participants for view in find_standings(history, one))


def find_standings(history: History, participant: str) -> tuple[MembershipView, ...]:
    """What a participant is in every mechanism that is described on the day, in the order of `find_mechanisms`."""
    mechanisms = {view.key: view for view in find_mechanisms(history)}
    lineage, reports = find_lineage(history), find_reports(history, participant)
    tenures = {key: find_tenures(key, reports.get(key, ()), history) for key in mechanisms}
    names = {key: view.short for key, view in mechanisms.items()}
    return tuple(
        _view(participant, view, reports.get(key, ()), tenures, lineage, names, history.on)
        for key, view in mechanisms.items()
    )


def _view(
    participant: str,
    mechanism: MechanismView,
    reports: Sequence[Report],
    tenures: Mapping[str, Sequence[Tenure]],
    lineage: Lineage,
    names: Mapping[str, str],
    on: date,
) -> MembershipView:
    held = tuple(tenures[mechanism.key])
    standing = held[-1].standing if held else None
    words = say_tenure(held[-1], names) if held else say("no source says")
    if held and mechanism.gone:
        fate = say_fate(lineage.ends[mechanism.key][-1], names)
        words = joined([words, say("{mechanism} {fate}", mechanism=names[mechanism.key], fate=fate)], "; ")
        standing = Standing.ENDED if RANK[held[-1].standing] else standing
    suggested = None if held or mechanism.gone else _suggest(mechanism, tenures, lineage, names)
    if suggested is not None:
        likely = say("likely {standing}: {why}", standing=suggested.standing, why=suggested.why)
        words = joined([words, likely], "; ")
    return MembershipView(
        participant,
        mechanism.key,
        mechanism.name,
        standing,
        words,
        held,
        tuple(rival_standings(reports, on)),
        suggested,
    )


def _suggest(
    mechanism: MechanismView,
    tenures: Mapping[str, Sequence[Tenure]],
    lineage: Lineage,
    names: Mapping[str, str],
) -> SuggestedStanding | None:
    """The standing in the mechanism whose members are members here too, or else in the one whose place this took."""
    before = [key for key in tenures if mechanism.key in lineage.into.get(key, ())]
    followed = lineage.chain(mechanism.follows) if mechanism.follows in tenures else ()
    for key in (*reversed(followed), *before):
        held = tenures.get(key, ())
        if held and RANK[held[-1].standing] > RANK[Standing.SOUGHT]:
            short = names.get(key, key)
            why = (
                say("it took the place of {mechanism}", mechanism=short)
                if key in before
                else say("by its rule the members of {mechanism} are", mechanism=short)
            )
            return SuggestedStanding(held[-1].standing, why, held[-1].entries)
    return None


def _check_described(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, MechanismDescribed)
    if not fact.key.strip() or not fact.name.strip():
        raise Refused("a mechanism needs a key and a name")
    for name in ("parent", "follows"):
        if getattr(fact, name):
            need(history, MechanismDescribed, "key", getattr(fact, name), "mechanism")
    _check_parent(history, fact.key, fact.parent)
    before = {one.key: (one.follows,) for one in history.facts(MechanismDescribed)}
    check_circle(fact.key, {**before, fact.key: (fact.follows,)}, "the mechanisms that follow each other")


def _check_changed(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, MechanismChanged)
    for key in (fact.mechanism, *fact.into, *([fact.parent] if fact.parent else [])):
        need(history, MechanismDescribed, "key", key, "mechanism")
    takes_over = fact.change in (MechanismChange.MERGED, MechanismChange.SUCCEEDED)
    if takes_over != bool(fact.into):
        wanted = "says into which: into" if takes_over else f"has no into; one of {', '.join(sorted(TAKEN_OVER))} has"
        raise Refused(f"a mechanism that was {fact.change.value} {wanted}")
    if (fact.change is MechanismChange.RENAMED) != bool(fact.name.strip()):
        raise Refused("a mechanism that was renamed, and only that, has a new name")
    if fact.change is MechanismChange.MOVED:
        _check_parent(history, fact.mechanism, fact.parent)
    lineage = find_lineage(history)
    for heir in fact.into:
        if fact.mechanism in lineage.chain(heir):
            raise Refused(f"{fact.mechanism!r} cannot go into {heir!r}, which came out of it")


TAKEN_OVER = frozenset({MechanismChange.MERGED.value, MechanismChange.SUCCEEDED.value})
assert {MechanismChange(one) for one in TAKEN_OVER} <= ENDS


def _check_parent(history: History, key: str, parent: str) -> None:
    above = {view.key: (view.parent,) for view in find_mechanisms(history)}
    check_circle(key, {**above, key: (parent,)}, "the hierarchy")


def _check_goal(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, GoalStated)
    need(history, DocumentNamed, "key", fact.document, "document")
    need(history, MechanismDescribed, "key", fact.mechanism, "mechanism")
    if statement.corrects is None and history.has(GoalStated, lambda one: one.id == fact.id):
        raise Refused(f"there is a goal {fact.id!r} already; correct its entry, or give this one another id")


HELD = frozenset({Standing.INVITEE, Standing.OBSERVER, Standing.PARTICIPANT, Standing.MEMBER})
"""Standings that somebody has; a goal can count as reached by them."""


def _check_standing(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, StandingReported)
    need(history, MechanismDescribed, "key", fact.mechanism, "mechanism")
    if not fact.participant.strip():
        raise Refused("a standing is somebody's: participant")
    for goal in fact.fulfils:
        need(history, GoalStated, "id", goal, "goal")
    if fact.standing in HELD and not statement.evidence and statement.basis is not Basis.BACKGROUND:
        raise MissingEvidence(f"that {fact.participant} is {fact.standing} needs evidence: where is it written?")
    if not fact.fulfils:
        return
    if not statement.evidence:
        raise MissingEvidence(f"that {', '.join(fact.fulfils)} is fulfilled needs evidence: where is it written?")
    for opened in history.facts(DossierOpened):
        if opened.participant and opened.participant.casefold() != fact.participant.casefold():
            raise Refused(f"the goals are those of {opened.participant}; a standing of {fact.participant} meets none")
    goals = {goal.id: goal for goal in history.facts(GoalStated)}
    for one in fact.fulfils:
        if not _meets(goals[one], fact.standing):
            asked = f"{goals[one].verb.value} {goals[one].relation.value}"
            raise Refused(f"{one} asks to {asked}; the standing {fact.standing.value!r} is not that")


def _meets(goal: GoalStated, standing: Standing) -> bool:
    if goal.verb is GoalVerb.END:
        return RANK[standing] == 0
    # What is to be kept may be less than the words of the goal say: that is for the views to tell.
    wanted = RANK[Standing.INVITEE] if goal.verb is GoalVerb.CONTINUE else NEEDED[goal.relation]
    return RANK[standing] >= wanted


CHECKS: Mapping[type[Any], Sequence[Check]] = {
    MechanismDescribed: (_check_described,),
    MechanismChanged: (_check_changed,),
    GoalStated: (_check_goal,),
    StandingReported: (_check_standing,),
}
"""What is checked before each of these facts is entered."""
