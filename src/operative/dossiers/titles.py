"""What an entry says, in one line of plain English words."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from operative.domain.facts import Fact
from operative.domain.facts.agenda import LinkClaimed
from operative.domain.facts.citations import MandateCited
from operative.domain.facts.conditions import ConditionStated, DraftRegistered, ElementStated, VerdictSigned
from operative.domain.facts.decisions import (
    DecisionRecorded,
    MembersCounted,
    OptionAssessed,
    ProposalTabled,
    RuleStated,
    SessionAnnounced,
    VoteTaken,
)
from operative.domain.facts.dossiers import (
    DocumentAttached,
    DocumentNamed,
    DossierClosed,
    DossierOpened,
    EntryWithdrawn,
    EventNoted,
    RoleGranted,
)
from operative.domain.facts.engagements import EngagementHeld
from operative.domain.facts.estimates import EstimateRun, FormulaStated, InputStated
from operative.domain.facts.indicators import IndicatorDefined, ObservationMade
from operative.domain.facts.mandates import MandateMoved, MandateStated, NextActionSet, Step
from operative.domain.facts.mechanisms import GoalStated, MechanismChanged, MechanismDescribed, StandingReported
from operative.domain.facts.reports import ReportFiled, WordingClaimed
from operative.domain.facts.tables import TableRead
from operative.dossiers.history import History
from operative.dossiers.phrasing import listed
from operative.dossiers.saying import say_day, say_on

__all__ = ["Names", "names_of", "title_of"]

Names = Mapping[str, str]
"""The labels of what entries cite by id or key."""

DONE = {
    Step.ACCEPT: "accepted",
    Step.ASSIGN: "assigned",
    Step.START: "started",
    Step.REPORT: "reported",
    Step.FULFIL: "fulfilled",
    Step.DISCONTINUE: "discontinued",
    Step.SUPERSEDE: "superseded",
    Step.RENEW: "renewed",
    Step.ADAPT: "adapted",
    Step.MERGE: "merged",
    Step.REPLACE: "replaced",
    Step.RETIRE: "retired",
}
FORMS = {"letter": "letter to", "statement": "statement to"}


def names_of(history: History) -> Names:
    """The labels of mandates, elements, mechanisms, documents and sessions, by the ids that entries cite."""
    named: dict[str, str] = {one.key: one.symbol or one.title or one.key for one in history.facts(DocumentNamed)}
    named |= {one.id: one.label for one in history.facts(MandateStated)}
    named |= {one.id: one.label for one in history.facts(ElementStated)}
    named |= {one.key: one.abbreviation or one.name for one in history.facts(MechanismDescribed)}
    return named | {one.key: one.label for one in history.facts(SessionAnnounced)}


def title_of(fact: Fact, names: Names) -> str:
    """One line that says what a fact states; ids that `names` does not have stand as they are."""
    return " ".join(TITLES[type(fact)](fact, names).split())


def _named(keys: Iterable[str], names: Names) -> str:
    return listed([names.get(key, key) for key in keys])


def _moved(fact: MandateMoved, names: Names) -> str:
    said = f"{DONE[fact.step]}: {names.get(fact.mandate, fact.mandate)}"
    said += f", to {fact.owner}" if fact.owner else ""
    said += f", into {_named(fact.into, names)}" if fact.into else ""
    return said + (f" ({fact.reason})" if fact.reason else "")


def _next(fact: NextActionSet, names: Names) -> str:
    by = f", by {say_day(fact.by)}" if fact.by else ""
    owner = f", {fact.owner}" if fact.owner else ""
    return f"to be done next for {names.get(fact.mandate, fact.mandate)}: {fact.action}{owner}{by}"


def _reworded(fact: WordingClaimed) -> str:
    if fact.was and fact.now:
        return f"“{fact.was}” to “{fact.now}”"
    return f"“{fact.now}” added" if fact.now else f"“{fact.was}” struck"


def _filed(fact: ReportFiled, names: Names) -> str:
    left = [one.scope or names.get(one.mandate, one.mandate) for one in fact.answers if not one.given]
    said = f"report {names.get(fact.document, fact.document)}"
    said += f" to {fact.to}" if fact.to else ""
    said += f" through {fact.through}" if fact.through else ""
    return said + (f"; leaves open {listed(left)}" if left else "")


def _held(fact: EngagementHeld, names: Names) -> str:
    said = f"{FORMS.get(fact.form, f'{fact.form} with')} {fact.counterpart}: {fact.title}"
    said += f"; raised {_named(fact.raised, names)}" if fact.raised else ""
    return said + (f"; {fact.outcome}" if fact.outcome else "")


def _signed(fact: VerdictSigned, names: Names) -> str:
    against = f", against the suggestion {fact.suggested}" if fact.suggested not in (None, fact.verdict) else ""
    return f"signed as {fact.verdict} in {fact.draft}: {names.get(fact.element, fact.element)}{against}"


def _changed(fact: MechanismChanged, names: Names) -> str:
    said = f"{names.get(fact.mechanism, fact.mechanism)} {fact.change}"
    said += f" {fact.name}" if fact.name else ""
    said += f" into {_named(fact.into, names)}" if fact.into else ""
    return said + (f" under {names.get(fact.parent, fact.parent)}" if fact.parent else "")


def _session(fact: SessionAnnounced, names: Names) -> str:
    until = f" to {say_day(fact.closes)}" if fact.closes and fact.closes != fact.opens else ""
    return f"{fact.body}: {fact.label} announced, {say_on(fact.opens)}{until}"


def _vote(fact: VoteTaken, names: Names) -> str:
    if fact.consensus:
        return f"{fact.option} taken by consensus"
    counts = f"{fact.yes} for, {fact.no} against, {fact.abstain} abstaining"
    return f"vote on {fact.option}: {f'{len(fact.ballots)} ballots' if fact.ballots else counts}"


def _decided(fact: DecisionRecorded, names: Names) -> str:
    said = f"{fact.body}: {fact.title}, {fact.outcome}"
    for word, mandates in (("closes", fact.closes), ("changes", fact.changes), ("creates", fact.creates)):
        said += f"; {word} {listed([f'“{names.get(one, one)}”' for one in mandates])}" if mandates else ""
    return said


def _figure(value: Any, unit: str) -> str:
    if value is None:
        return "unknown"
    return f"{format(value, 'f')} {unit}".strip()


def _assessed(fact: OptionAssessed, names: Names) -> str:
    held = {True: "met", False: "not met", None: _figure(fact.score, "of 10")}[fact.met]
    return f"{fact.option} under {fact.under}: {held}, {fact.reason}"


TITLES: Mapping[type[Any], Callable[[Any, Names], str]] = {
    DossierOpened: lambda one, _: f"dossier opened: {one.title}",
    DossierClosed: lambda one, _: f"dossier closed: {one.reason}",
    RoleGranted: lambda one, _: f"{one.person} is {one.role or 'without a role'}",
    DocumentNamed: lambda one, _: f"{one.role} named: {one.symbol} {one.title or ('' if one.symbol else one.key)}",
    DocumentAttached: lambda one, names: f"text of {names.get(one.document, one.document)} attached: {one.name}",
    EventNoted: lambda one, _: one.title,
    EntryWithdrawn: lambda one, _: f"taken back: {one.reason}",
    MandateStated: lambda one, _: f"asked of {one.addressee or 'the body'}: {one.label}",
    MandateMoved: _moved,
    NextActionSet: _next,
    ReportFiled: _filed,
    EngagementHeld: _held,
    ConditionStated: lambda one, _: f"condition: {one.label}",
    ElementStated: lambda one, _: f"to be kept: {one.label}",
    DraftRegistered: lambda one, _: one.label + (f" from {one.brought_by}" if one.brought_by else "") + " registered",
    VerdictSigned: _signed,
    GoalStated: lambda one, names: f"goal: {one.verb} {one.relation} of {names.get(one.mechanism, one.mechanism)}",
    MechanismDescribed: lambda one, _: f"mechanism: {one.name}",
    MechanismChanged: _changed,
    StandingReported: lambda one, names: (
        f"{one.participant}, {names.get(one.mechanism, one.mechanism)}: {one.standing}" + " by then" * one.by_then
    ),
    InputStated: lambda one, _: f"{one.label or one.name}: {_figure(one.value, one.unit)}",
    FormulaStated: lambda one, _: f"cost of {one.label}: {one.expression}",
    EstimateRun: lambda one, names: f"estimate {names.get(one.service, one.service)}: {_figure(one.base, one.unit)}",
    IndicatorDefined: lambda one, _: f"indicator: {one.label}",
    ObservationMade: lambda one, _: f"{one.indicator} in {say_day(one.period)}: {_figure(one.value, '')}",
    RuleStated: lambda one, _: f"rule of {one.body}: {one.label}",
    MembersCounted: lambda one, _: f"{one.body}: {one.members} members",
    SessionAnnounced: _session,
    ProposalTabled: lambda one, _: (
        f"{one.body}: proposal {one.title}, options {listed([o.title for o in one.options])}"
    ),
    OptionAssessed: _assessed,
    VoteTaken: _vote,
    DecisionRecorded: _decided,
    WordingClaimed: lambda one, _: (
        f"change of the report {one.report} {'accepted' if one.stand else 'declined'}: {_reworded(one)}"
    ),
    LinkClaimed: lambda one, names: (
        f"{names.get(one.subject, one.subject)} {'serves' if one.stand else 'does not serve'} {one.target}"
    ),
    TableRead: lambda one, names: f"table {one.table} taken in as {one.holds}: {names.get(one.document, one.document)}",
    MandateCited: lambda one, names: (
        f"{one.entity or one.cited_in} names {names.get(one.document, one.document)} among its mandates"
    ),
}
"""How each kind of fact is said."""
