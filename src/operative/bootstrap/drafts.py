"""The drafts of a dossier held against what its resolutions say must be kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from operative.bootstrap.dossiers import Dossier
from operative.domain.facts.conditions import ConditionStated, DraftRegistered, ElementStated, VerdictSigned
from operative.domain.readings import Reading
from operative.domain.redlines import RedlineRow
from operative.domain.signatures import DraftView
from operative.domain.verdicts import Suggestion, Verdict
from operative.dossiers.admission import need
from operative.dossiers.conditions import find_drafts
from operative.dossiers.history import History
from operative.errors import Refused, UnknownSubject

__all__ = ["draft_views", "redline_of", "signature_for", "signed_verdicts", "suggest_for", "suggestions_at_hand"]

PAIRS_AT_HAND = 64


def draft_views(history: History, dossier: Dossier) -> tuple[DraftView, ...]:
    """The drafts that were registered by the day of the history, with what is suggested and signed of each."""
    return find_drafts(history, suggestions_at_hand(history, dossier))


def suggestions_at_hand(history: History, dossier: Dossier) -> Mapping[str, Sequence[Suggestion]]:
    """What is suggested of each draft whose text, and that of the resolution, is attached."""
    found = {}
    for draft in history.facts(DraftRegistered):
        try:
            found[draft.label] = suggest_for(history, dossier, draft.label)
        except Refused:
            continue
    return found


def suggest_for(history: History, dossier: Dossier, label: str) -> tuple[Suggestion, ...]:
    """A suggestion for every element of the dossier, then the additions of the draft.

    Raises `UnknownSubject` for a draft that is not registered, `Refused` where a text that it takes is not attached.
    """
    need(history, DraftRegistered, "label", label, "draft")
    draft = next(one for one in history.facts(DraftRegistered) if one.label == label)
    against = _attached(dossier, draft.document)
    documents = {one.id: one.document for one in history.facts(ConditionStated)}
    elements = [(documents.get(one.condition, ""), one.id) for one in history.facts(ElementStated)]
    suggested: list[Suggestion] = []
    added: dict[str, Suggestion] = {}
    for document in dict.fromkeys(document for document, _ in elements):
        for one in _suggestions(_attached(dossier, document), against):
            if one.verdict is Verdict.ADDED:
                added.setdefault(one.passage, one)
            else:
                suggested += [replace(one, element=key) for key in _named(one.element, document, elements)]
    return (*suggested, *added.values())


def _named(element: str, document: str, elements: Sequence[tuple[str, str]]) -> list[str]:
    """The ids under which the dossier has an element of a document: its own, or with the document's prefix."""
    return [key for where, key in elements if where == document and key in (element, f"{document}:{element}")]


def signed_verdicts(history: History, label: str) -> Mapping[str, Verdict]:
    """The verdict that is signed for each element under a draft, the latest of each."""
    return {signed.element: signed.verdict for signed in history.facts(VerdictSigned) if signed.draft == label}


def signature_for(
    history: History, dossier: Dossier, label: str, element: str, verdict: Verdict, reason: str = ""
) -> VerdictSigned:
    """The signature under a verdict, with what was suggested of it; without a text at hand, nothing was."""
    try:
        suggestions = suggest_for(history, dossier, label)
    except UnknownSubject:
        raise
    except Refused:
        suggestions = ()
    found = next((one for one in suggestions if one.element == element), None)
    return VerdictSigned(label, element, verdict, found.verdict if found else None, found.rule if found else "", reason)


def redline_of(
    history: History, dossier: Dossier, old: str, new: str
) -> tuple[Reading, Reading, tuple[RedlineRow, ...]]:
    """Two drafts, or documents, with what became of each provision from the one to the other."""
    # What compares loads with the texts to compare.
    from operative.comparison.redline import find_redline

    drafts = {one.label: one.document for one in history.facts(DraftRegistered)}
    before, after = (_attached(dossier, drafts.get(name, name)).reading for name in (old, new))
    return before, after, find_redline(before, after)


class _Text:
    """A reading that is known by its bytes, and by its acts: those are what persons correct."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Text) or other.reading.source.sha256 != self.reading.source.sha256:
            return False
        return other.reading.acts == self.reading.acts

    def __hash__(self) -> int:
        return hash(self.reading.source.sha256)


def _attached(dossier: Dossier, document: str) -> _Text:
    found = dossier.reading(document)
    if found is None:
        raise Refused(f"the text of {document!r} is not attached; operative dossier attach does it")
    return _Text(found)


@lru_cache(maxsize=PAIRS_AT_HAND)
def _suggestions(resolution: _Text, draft: _Text) -> tuple[Suggestion, ...]:
    # What compares loads with the texts to compare.
    from operative.comparison.verdicts import suggest_verdicts

    return suggest_verdicts(resolution.reading, draft.reading)
