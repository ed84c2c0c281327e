"""Whether drafts keep the conditions of a resolution: suggestions stand beside, and only signatures count."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from operative.domain.entries import Entry, Statement
from operative.domain.facts.conditions import ConditionStated, DraftRegistered, ElementStated, VerdictSigned
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.findings import Finding, Severity
from operative.domain.people import Role, includes
from operative.domain.signatures import ConditionView, DraftView, ElementView, Keeping, Signature
from operative.domain.verdicts import Suggestion, Verdict
from operative.dossiers.admission import Check, need
from operative.dossiers.circles import check_circle
from operative.dossiers.history import History
from operative.dossiers.phrasing import joined, listed, say
from operative.dossiers.roles import role_then
from operative.dossiers.saying import say_day
from operative.errors import Refused

__all__ = ["CHECKS", "KEEPING", "find_conditions", "find_drafts"]

KEEPING = frozenset({Verdict.EXPLICIT, Verdict.EQUIVALENT, Verdict.IMPLICIT, Verdict.BY_REFERENCE})
"""The verdicts under which an element is kept."""
Suggestions = Mapping[str, Sequence[Suggestion]]
"""What is suggested of each draft, by its label."""


def find_drafts(history: History, suggestions: Suggestions | None = None) -> tuple[DraftView, ...]:
    """Each draft that was registered by the day, in order, with every condition held against it."""
    drafts = list(history.of(DraftRegistered))
    signed, refused = _signatures(history)
    views = []
    for entry, draft in drafts:
        told = (suggestions or {}).get(draft.label, ())
        conditions = _conditions(history, draft.label, signed, told)
        following = tuple(other.label for _, other in drafts if other.follows == draft.label)
        views.append(
            DraftView(
                draft.label,
                draft.document,
                entry.effective,
                draft.brought_by,
                draft.follows,
                following,
                conditions,
                tuple(one for one in told if one.verdict is Verdict.ADDED),
                _draft_summary(conditions, following),
                entry.number,
                entry.statement.evidence,
                tuple(finding for label, finding in refused if label == draft.label),
            )
        )
    return tuple(views)


def find_conditions(history: History, suggestions: Suggestions | None = None) -> tuple[ConditionView, ...]:
    """Each condition under the last draft that no other follows; where there is no draft, nothing is signed."""
    drafts = find_drafts(history, suggestions)
    standing = [draft for draft in drafts if not draft.followed_by]
    if standing:
        return standing[-1].conditions
    return _conditions(history, "", {}, ())


def _conditions(
    history: History,
    draft: str,
    signed: Mapping[tuple[str, str], Sequence[Signature]],
    suggestions: Iterable[Suggestion],
) -> tuple[ConditionView, ...]:
    told = {one.element: one for one in suggestions if one.verdict is not Verdict.ADDED}
    elements: dict[str, list[ElementView]] = {}
    for entry, one in history.of(ElementStated):
        view = _element(entry, one, signed.get((draft, one.id), ()), told.get(one.id))
        elements.setdefault(one.condition, []).append(view)
    return tuple(
        _condition(entry, one, draft, tuple(elements.get(one.id, ()))) for entry, one in history.of(ConditionStated)
    )


def _element(
    entry: Entry, stated: ElementStated, signed: Sequence[Signature], suggestion: Suggestion | None
) -> ElementView:
    signature = signed[-1] if signed else None
    return ElementView(
        stated.id,
        stated.label,
        stated.provision,
        stated.sort,
        stated.strength,
        stated.subject,
        suggestion,
        signature,
        tuple(signed[:-1]),
        _element_summary(signature, suggestion),
        entry.number,
        entry.statement.evidence,
    )


def _condition(entry: Entry, stated: ConditionStated, draft: str, elements: tuple[ElementView, ...]) -> ConditionView:
    verdicts = [one.signature.verdict for one in elements if one.signature]
    keeping = Keeping.OPEN
    if any(verdict not in KEEPING for verdict in verdicts):
        keeping = Keeping.NOT_KEPT
    elif elements and len(verdicts) == len(elements):
        keeping = Keeping.KEPT
    return ConditionView(
        stated.id,
        stated.label,
        stated.document,
        stated.provision,
        stated.sort,
        draft,
        keeping,
        len(verdicts),
        len(elements),
        elements,
        _condition_summary(keeping, elements, draft),
        entry.number,
        entry.statement.evidence,
    )


def _signatures(
    history: History,
) -> tuple[dict[tuple[str, str], list[Signature]], list[tuple[str, Finding]]]:
    """The signatures by draft and element, in order; and of each that does not count, why."""
    found: dict[tuple[str, str], list[Signature]] = {}
    refused: list[tuple[str, Finding]] = []
    for entry, fact in history.of(VerdictSigned):
        by = entry.statement.by
        if fact.verdict is Verdict.ADDED or not includes(role_then(history, entry), Role.LEGAL_ADVISER):
            message = f"entry {entry.number}: {by} may not sign {fact.verdict} of {fact.element}; it does not count"
            refused.append((fact.draft, Finding("signature-not-entitled", Severity.WARNING, message)))
            continue
        found.setdefault((fact.draft, fact.element), []).append(
            Signature(
                fact.draft,
                fact.element,
                fact.verdict,
                by,
                entry.effective,
                entry.number,
                fact.reason,
                fact.suggested,
                fact.suggested not in (None, fact.verdict),
                entry.statement.evidence,
            )
        )
    return found, refused


def _element_summary(signature: Signature | None, suggestion: Suggestion | None) -> str:
    if signature:
        said = f"{signature.verdict}, signed by {signature.by} {say_day(signature.day)}"
        return f"{said}, against the suggestion {signature.suggested}" if signature.overruled else said
    return f"unsigned, suggested: {suggestion.verdict}" if suggestion else "unsigned"


def _condition_summary(keeping: Keeping, elements: Sequence[ElementView], draft: str) -> str:
    """What the signatures say: "not kept: 1 of 16 signed, 1 narrowed (own statute)"."""
    if not elements:
        return say("{state}: the condition names no single element to sign", state=Keeping.OPEN)
    if not draft:
        return say("{state}: no draft to hold {number} elements against", state=Keeping.OPEN, number=len(elements))
    signed = [one.signature.verdict for one in elements if one.signature]
    said = [say("{signed} of {total} elements signed", signed=len(signed), total=len(elements))]
    counts = Counter(signed)
    for verdict in Verdict:
        if not counts[verdict]:
            continue
        lost = [one.label for one in elements if one.signature and one.signature.verdict is verdict]
        number = say("{number} {state}", number=counts[verdict], state=verdict)
        said.append(
            number if verdict in KEEPING else say("{verdicts} ({elements})", verdicts=number, elements=listed(lost))
        )
    return say("{state}: {signatures}", state=keeping, signatures=joined(said))


def _draft_summary(conditions: Sequence[ConditionView], following: Sequence[str]) -> str:
    said = []
    for keeping in Keeping:
        number = sum(one.keeping is keeping for one in conditions)
        if number:
            said.append(f"{number} {keeping}")
    words = f"conditions: {', '.join(said)}" if said else "no condition to keep"
    return f"{words}; followed by {listed(following)}" if following else words


def _check_condition(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, ConditionStated)
    need(history, DocumentNamed, "key", fact.document, "document")
    _check_new(history, statement, "id", "condition")


def _check_element(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, ElementStated)
    need(history, ConditionStated, "id", fact.condition, "condition")
    _check_new(history, statement, "id", "element")


def _check_draft(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, DraftRegistered)
    need(history, DocumentNamed, "key", fact.document, "document")
    if not fact.label.strip():
        raise Refused("a draft needs a label")
    if fact.follows:
        need(history, DraftRegistered, "label", fact.follows, "draft")
        before = {one.label: (one.follows,) for one in history.facts(DraftRegistered)}
        check_circle(fact.label, {**before, fact.label: (fact.follows,)}, "the drafts")
    _check_new(history, statement, "label", "draft")


def _check_new(history: History, statement: Statement, name: str, what: str) -> None:
    """What is stated again under the same name would be two things with one name."""
    fact = statement.fact
    for entry, _ in history.about(type(fact), name, getattr(fact, name)):
        if entry.number != statement.corrects:
            raise Refused(f"there is a {what} {getattr(fact, name)!r} already, in entry {entry.number}")


def _check_signed(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, VerdictSigned)
    need(history, DraftRegistered, "label", fact.draft, "draft")
    need(history, ElementStated, "id", fact.element, "element")
    if fact.verdict is Verdict.ADDED:
        raise Refused("added is no verdict on an element: it is what no element asked")
    if fact.suggested not in (None, fact.verdict) and not fact.reason.strip():
        raise Refused(f"{fact.verdict} overrules the suggestion {fact.suggested}: give the reason")


CHECKS: Mapping[type[Any], Sequence[Check]] = {
    ConditionStated: (_check_condition,),
    ElementStated: (_check_element,),
    DraftRegistered: (_check_draft,),
    VerdictSigned: (_check_signed,),
}
"""What must be so before a condition or an element is stated, a draft registered, or a verdict signed."""
