"""Conditions: elements by drafts, and the place to sign."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from operative.bootstrap.drafts import draft_views, signature_for
from operative.bootstrap.statuses import status_of
from operative.comparison.pieces import find_pieces
from operative.comparison.shifts import RANKS, find_shifts
from operative.domain.days import PartialDate
from operative.domain.entries import Entry, Statement
from operative.domain.evidence import Evidence
from operative.domain.redlines import Piece
from operative.domain.signatures import ConditionView, DraftView, ElementView
from operative.domain.verdicts import Shift, Suggestion, Turn
from operative.dossiers.conditions import find_conditions
from operative.errors import NotEntitled, Refused, StaleVersion, UnknownSubject
from operative.web.cases import Case, case_of
from operative.web.forms import expected_of
from operative.web.templatetags.pages import case_url

__all__ = ["cell", "show"]

SIGNABLE = tuple(RANKS)


@dataclass(frozen=True, slots=True)
class Cell:
    """One element under one draft, and whether it is weaker there than in the draft before."""

    draft: str
    element: ElementView
    turn: Turn | None


@dataclass(frozen=True, slots=True)
class Row:
    """One element through all drafts."""

    element: ElementView
    cells: tuple[Cell, ...]

    @property
    def weaker(self) -> bool:
        """Whether some draft says less than the one before it."""
        return any(cell.turn in (Turn.WEAKER, Turn.VANISHED) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """One condition: its elements by drafts."""

    condition: ConditionView
    rows: tuple[Row, ...]


def show(request: HttpRequest, key: str) -> HttpResponse:
    """The matrix of elements by drafts; with ?only=weaker, the rows in which something got weaker."""
    case = case_of(request, key)
    drafts = draft_views(case.history, case.dossier)
    only = request.GET.get("only", "")
    context = {
        "case": case,
        "section": "conditions",
        "drafts": drafts,
        "matrices": [_matrix(one, drafts, only) for one in find_conditions(case.history)],
        "only": only,
        "additions": [(draft, draft.additions) for draft in drafts if draft.additions],
    }
    return render(request, "operative/conditions.html", context)


def cell(request: HttpRequest, key: str, element: str) -> HttpResponse:
    """One element under one draft: both wordings, the suggestion, the signature, and the form to sign."""
    case = case_of(request, key)
    drafts = draft_views(case.history, case.dossier)
    label = request.POST.get("draft") or request.GET.get("draft", "")
    draft = next((one for one in drafts if one.label == label), None)
    view = next((one for one in _elements(draft) if one.id == element), None) if draft else None
    if draft is None or view is None:
        wanted = {"element": element, "draft": label}
        raise UnknownSubject(_("There is no element %(element)r under a draft %(draft)r.") % wanted)
    if request.method == "POST":
        return _sign(request, case, draft, view)
    return _page(request, case, draft, view)


def _page(
    request: HttpRequest,
    case: Case,
    draft: DraftView,
    view: ElementView,
    *,
    status: int = 200,
    wrong: str = "",
    changes: tuple[Entry, ...] = (),
) -> HttpResponse:
    """The page of an element; with what was typed, where it could not be entered."""
    suggested = str(view.suggestion.verdict) if view.suggestion else ""
    context = {
        "case": case,
        "section": "conditions",
        "draft": draft,
        "element": view,
        "own_words": _own_words(case, view),
        "pieces": _pieces(case, view),
        "signable": SIGNABLE,
        "chosen": request.POST.get("verdict", suggested),
        "reason": request.POST.get("reason", ""),
        "wrong": wrong,
        "changes": changes,
    }
    return render(request, "operative/element.html", context, status=status)


def _sign(request: HttpRequest, case: Case, draft: DraftView, view: ElementView) -> HttpResponse:
    if not case.may_sign:
        raise NotEntitled(_("Only a legal adviser of this dossier signs."))
    verdict = next((one for one in SIGNABLE if one == request.POST.get("verdict")), None)
    if verdict is None:
        return _page(request, case, draft, view, status=400, wrong=_("Choose a verdict."))
    expected = expected_of(request)
    reason = " ".join(request.POST.get("reason", "").split())
    try:
        fact = signature_for(case.dossier.history(date.max), case.dossier, draft.label, view.id, verdict, reason)
        statement = Statement(fact, PartialDate.of(case.on), case.person, _evidence(draft, view.suggestion))
        if not _is_entered(case, statement, expected):
            case.dossier.enter([statement], expected=expected)
    except StaleVersion:
        return _page(request, case, draft, view, status=409, changes=case.since(expected or 0))
    except NotEntitled:
        raise
    except Refused as error:
        return _page(request, case, draft, view, status=status_of(error), wrong=str(error))
    messages.success(request, _("Signed: %(label)s, %(verdict)s.") % {"label": view.label, "verdict": verdict})
    return redirect(case_url(case, f"conditions/{view.id}", draft=draft.label))


def _is_entered(case: Case, statement: Statement, expected: int | None) -> bool:
    """Whether the first entry after the version that the signer saw is this very one: a form that was sent twice."""
    first = next(case.dossier.entries(after=expected), None) if expected is not None else None
    return first is not None and first.statement == statement


def _evidence(draft: DraftView, suggestion: Suggestion | None) -> tuple[Evidence, ...]:
    if suggestion is None or suggestion.quote is None:
        return ()
    return (Evidence.quoting(draft.document, suggestion.passage, suggestion.quote.words),)


def _elements(draft: DraftView) -> list[ElementView]:
    return [element for condition in draft.conditions for element in condition.elements]


def _matrix(condition: ConditionView, drafts: tuple[DraftView, ...], only: str) -> Matrix:
    turns = {new.label: _turns(old, new) for old, new in pairwise(drafts)}
    by_draft = {draft.label: {one.id: one for one in _elements(draft)} for draft in drafts}
    rows = [
        Row(
            element,
            tuple(
                Cell(draft.label, by_draft[draft.label][element.id], turns.get(draft.label, {}).get(element.id))
                for draft in drafts
                if element.id in by_draft[draft.label]
            ),
        )
        for element in condition.elements
    ]
    return Matrix(condition, tuple(row for row in rows if only != "weaker" or row.weaker))


def _turns(old: DraftView, new: DraftView) -> dict[str, Turn]:
    """What became of each element from one draft to the next, by what is signed, or else suggested."""
    shifts: tuple[Shift, ...] = find_shifts(_standing(old), _standing(new))
    return {known.element: shift.turn for shift in shifts if (known := shift.new or shift.old) and known.element}


def _standing(draft: DraftView) -> list[Suggestion]:
    found = []
    for element in _elements(draft):
        if element.suggestion is not None:
            signed = element.signature.verdict if element.signature else element.suggestion.verdict
            found.append(replace(element.suggestion, verdict=signed))
    return found


def _own_words(case: Case, view: ElementView) -> str:
    """The words of the resolution, where its text is at hand; else our short label."""
    quoted = next((one.quote for one in view.evidence if one.quote), "")
    return quoted or view.label


def _pieces(case: Case, view: ElementView) -> tuple[Piece, ...]:
    if view.suggestion is None or view.suggestion.quote is None:
        return ()
    return find_pieces(_own_words(case, view), view.suggestion.quote.words)
