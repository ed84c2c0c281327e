"""A dossier on one screen: what was asked, and how requests, conditions, mechanisms, costs and decisions stand."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from operative.domain.estimates import Total
from operative.domain.evidence import Evidence
from operative.domain.facts.decisions import ProposalTabled
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, DossierClosed, DossierOpened
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.mechanisms import GoalStated
from operative.domain.mandates import Modality
from operative.domain.memberships import GoalState, GoalView
from operative.domain.phrases import Phrase
from operative.domain.progress import ENDED, MandateState, MandateView
from operative.domain.signatures import ConditionView, Keeping
from operative.domain.statuses import Aspect, Meaning, Status, StatusRow
from operative.domain.verdicts import Suggestion
from operative.dossiers.conditions import find_conditions
from operative.dossiers.deciding import decision_row
from operative.dossiers.estimates import find_estimates
from operative.dossiers.goals import find_goals
from operative.dossiers.history import History
from operative.dossiers.mandates import find_mandates
from operative.dossiers.phrasing import dated, joined, listed, say, say_count, say_range
from operative.dossiers.totals import find_totals

__all__ = ["find_status"]

NAMED = 3
"""How many requests the sentence names."""
ASKED = frozenset({Modality.DIRECTIVE, Modality.EXHORTATION})
DONE = frozenset({GoalState.REACHED, GoalState.KEPT})


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
            _mechanisms(history, find_goals(history)),
            _costs(history),
            decision_row(history),
        ),
        any(True for _ in history.of(DossierClosed)),
        tuple(finding for one in mandates for finding in one.findings),
    )


def _asked(history: History) -> tuple[str, tuple[Evidence, ...]]:
    """One sentence of what was asked, with the evidence of what it names."""
    stated = [(entry, one) for entry, one in history.of(MandateStated) if one.modality in ASKED]
    if not stated:
        return say("Nothing is asked yet."), ()
    first = stated[0][1].document
    here = [(entry, one) for entry, one in stated if one.document == first]
    addressee = Counter(one.addressee for _, one in here).most_common(1)[0][0]
    named = [(entry, one) for entry, one in here if one.addressee == addressee][:NAMED]
    parts: list[Phrase] = [say("to {request}", request=one.label) for _, one in named]
    rest = len(stated) - len(named)
    if rest:
        parts.append(say_count("and {number} more request", "and {number} more requests", rest))
    document = next((one for one in history.facts(DocumentNamed) if one.key == first), None)
    sentence = say(
        "{document} asks {addressee}, {when}, {requests}.",
        document=_printed(document) if document else first,
        addressee=addressee or say("the body"),
        when=dated(named[0][0].effective),
        requests=joined(parts, "; "),
    )
    return sentence, tuple(one for entry, _ in named for one in entry.statement.evidence)


def _printed(document: DocumentNamed) -> str:
    if not document.symbol:
        return document.title or document.key
    return PRINTED[document.role](document.symbol)


PRINTED: Mapping[DocumentRole, Callable[[str], str]] = {
    DocumentRole.RESOLUTION: lambda symbol: say("Resolution {symbol}", symbol=symbol),
    DocumentRole.REPORT: lambda symbol: say("Report {symbol}", symbol=symbol),
    DocumentRole.DRAFT: lambda symbol: say("Draft {symbol}", symbol=symbol),
    DocumentRole.AGREEMENT: lambda symbol: say("Agreement {symbol}", symbol=symbol),
    DocumentRole.DECISION: lambda symbol: say("Decision {symbol}", symbol=symbol),
    DocumentRole.RULES: lambda symbol: say("Rules {symbol}", symbol=symbol),
    DocumentRole.EVIDENCE: lambda symbol: say("Document {symbol}", symbol=symbol),
}


def _requests(mandates: Sequence[MandateView], on: date) -> StatusRow:
    if not mandates:
        return StatusRow(Aspect.REQUESTS, "none", Meaning.UNKNOWN, say("nothing is asked yet"))
    waiting = [one for one in mandates if one.state not in ENDED and one.modality is not Modality.PERMISSION]
    overdue = [one for one in waiting if one.overdue]
    gaps = [one for one in waiting if one.state is MandateState.REPORTED and one.unanswered]
    counts = Counter(one.state for one in mandates)
    said = [say_count("{number} request", "{number} requests", len(mandates))]
    said += [say_count("{number} overdue", "{number} overdue", len(overdue))] if overdue else []
    said += [say("{number} {state}", number=counts[state], state=state) for state in MandateState if counts[state]]
    if gaps:
        said.append(say("{things} unanswered", things=listed(dict.fromkeys(s for one in gaps for s in one.unanswered))))
    state, meaning = _request_state(waiting, overdue, gaps)
    due = sorted(
        ((one.due.latest, one.label) for one in waiting if one.due and one.due.latest and one.due.latest >= on),
        key=lambda one: one[0],
    )
    next_date, next_words = due[0] if due else (None, "")
    proofs = _entries(one.entries[-1:] for one in overdue or gaps or waiting or mandates)
    return StatusRow(Aspect.REQUESTS, state, meaning, joined(said), next_date, next_words, proofs)


def _request_state(
    waiting: Sequence[MandateView], overdue: Sequence[MandateView], gaps: Sequence[MandateView]
) -> tuple[str, Meaning]:
    if overdue:
        return say_count("{number} overdue", "{number} overdue", len(overdue)), Meaning.GAP
    if gaps:
        return say_count("{number} report with gaps", "{number} reports with gaps", len(gaps)), Meaning.LOOK
    if waiting:
        return say_count("{number} open", "{number} open", len(waiting)), Meaning.LOOK
    return say("all ended"), Meaning.FINE


def _conditions(conditions: Sequence[ConditionView]) -> StatusRow:
    if not conditions:
        return StatusRow(Aspect.CONDITIONS, "none", Meaning.FINE, say("no condition was set"))
    states = {one.keeping for one in conditions}
    worst = next(one for one in (Keeping.NOT_KEPT, Keeping.OPEN, Keeping.KEPT) if one in states)
    meaning = {Keeping.NOT_KEPT: Meaning.GAP, Keeping.OPEN: Meaning.LOOK, Keeping.KEPT: Meaning.FINE}[worst]
    draft = conditions[0].draft
    signed, total = sum(one.signed for one in conditions), sum(one.total for one in conditions)
    said = [
        say_count("{number} condition", "{number} conditions", len(conditions)),
        say("under {draft}", draft=draft) if draft else say("no draft yet"),
        say_count("{signed} of {number} element signed", "{signed} of {number} elements signed", total, signed=signed),
    ]
    signatures = (one.signature.entry for view in conditions for one in view.elements if one.signature is not None)
    proofs = _entries([[one.entry for one in conditions], signatures])
    return StatusRow(Aspect.CONDITIONS, str(worst), meaning, joined(said), entries=proofs)


def _mechanisms(history: History, goals: Sequence[GoalView]) -> StatusRow:
    if not goals:
        return StatusRow(Aspect.MECHANISMS, "none", Meaning.FINE, say("no standing in a mechanism is asked for"))
    counts = Counter(one.state for one in goals)
    states = (say("{number} {state}", number=counts[one], state=one) for one in GoalState if counts[one])
    number = say_count("{number} goal", "{number} goals", len(goals))
    words = say("{goals}: {states}", goals=number, states=joined(states))
    stated = {one.id: entry.number for entry, one in history.of(GoalStated)}
    proofs = _entries(one.entries[-1:] or [stated[one.id]] for one in goals)
    if counts[GoalState.LOST]:
        lost = say_count("{number} lost", "{number} lost", counts[GoalState.LOST])
        return StatusRow(Aspect.MECHANISMS, lost, Meaning.GAP, words, entries=proofs)
    done = sum(counts[one] for one in DONE)
    # A goal that lost its object was not met: it only has nothing left to be met in.
    if done < len(goals):
        met = say("{done} of {total} met", done=done, total=len(goals))
        return StatusRow(Aspect.MECHANISMS, met, Meaning.LOOK, words, entries=proofs)
    return StatusRow(Aspect.MECHANISMS, say("all met"), Meaning.FINE, words, entries=proofs)


def _costs(history: History) -> StatusRow:
    totals = find_totals(history)
    if not totals:
        return StatusRow(Aspect.COSTS, "unknown", Meaning.UNKNOWN, say("no estimate was made"))
    titles = {option.key: option.title for fact in history.facts(ProposalTabled) for option in fact.options}
    said: list[str] = [
        say("{option}: {cost}", option=titles.get(one.option, one.option), cost=_price(one))
        if one.option
        else _price(one)
        for one in totals[:NAMED]
    ]
    if len(totals) > NAMED:
        said.append(say_count("{number} more", "{number} more", len(totals) - NAMED))
    state, meaning = _cost_state(totals)
    proofs = tuple(one.latest.entry for one in find_estimates(history))
    return StatusRow(Aspect.COSTS, state, meaning, joined(said, "; "), entries=proofs)


def _price(total: Total) -> str:
    """What is known of a total, and how many services are not; which they are stands on the page of costs."""
    if not total.gaps:
        return total.words
    missing = say_count("{number} service unknown", "{number} services unknown", len(total.gaps))
    if total.low is None:
        return missing
    least = say_range(None, total.low, None, total.unit)
    return say("at least {amount}, {missing}", amount=least, missing=missing)


def _cost_state(totals: Sequence[Total]) -> tuple[str, Meaning]:
    if any(one.base is None for one in totals):
        known = any(one.base is not None or one.low is not None for one in totals)
        return "known in part" if known else "unknown", Meaning.UNKNOWN
    if any(one.stale for one in totals):
        return "out of date", Meaning.LOOK
    return "estimated", Meaning.FINE


def _entries(groups: Iterable[Iterable[int]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for group in groups for number in group))
