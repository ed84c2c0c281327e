"""Two drafts, provision by provision."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from operative.bootstrap.drafts import redline_of
from operative.domain.facts.conditions import DraftRegistered
from operative.domain.provisions import Kind, Provision
from operative.domain.redlines import Change, RedlineRow
from operative.errors import Refused, UnknownSubject
from operative.exchange.redlines import name_places, say_change, sum_up
from operative.web.cases import Case, case_of

__all__ = ["show"]


@dataclass(frozen=True, slots=True)
class Line:
    """One provision as the page shows it."""

    row: RedlineRow
    old_number: str
    new_number: str
    heading: bool
    said: str


def show(request: HttpRequest, key: str) -> HttpResponse:
    """The redline from one draft to another; without a choice, of the last two."""
    case = case_of(request, key)
    drafts = case.history.facts(DraftRegistered)
    labels = [draft.label for draft in drafts]
    old, new = request.GET.get("old", ""), request.GET.get("new", "")
    if not (old and new):
        at_hand = [draft.label for draft in drafts if case.dossier.reading(draft.document) is not None]
        old, new = at_hand[-2:] if len(at_hand) > 1 else ("", "")
    for label in filter(None, (old, new)):
        if label not in labels:
            raise UnknownSubject(_("There is no draft %(label)r in this dossier.") % {"label": label})
    context: dict[str, object] = {"case": case, "section": "redline", "labels": labels, "old": old, "new": new}
    if old and new:
        try:
            context |= _compared(case, old, new, only_changed=bool(request.GET.get("changed")))
        except Refused as exc:
            # A text that is not at hand is no failure of who reads: the page says which one.
            context["refused"] = str(exc)
    return render(request, "operative/redline.html", context)


def _compared(case: Case, old: str, new: str, *, only_changed: bool) -> dict[str, object]:
    """The lines of a redline, and what they come to."""
    before, after, rows = redline_of(case.history, case.dossier, old, new)
    names = name_places(before.provisions)
    known = {"old": {one.id: one for one in before.provisions}, "new": {one.id: one for one in after.provisions}}
    lines = [_line(row, known, names) for row in rows]
    if only_changed:
        lines = [one for one in lines if one.row.change is not Change.SAME or one.row.moved]
    return {
        "lines": lines,
        "counts": sum_up(rows),
        "language": after.source.language,
        "changed_only": only_changed,
    }


def _line(row: RedlineRow, known: dict[str, dict[str, Provision]], names: dict[str, str]) -> Line:
    old, new = known["old"].get(row.old), known["new"].get(row.new)
    provision = new or old
    assert provision is not None
    return Line(
        row,
        (old.number or "") if old else "",
        (new.number or "") if new else "",
        provision.kind in (Kind.TITLE, Kind.HEADING, Kind.ARTICLE, Kind.ANNEX),
        say_change(row, names),
    )
