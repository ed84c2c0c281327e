"""The desk: what needs me, over all dossiers that I may see; and the list of those."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from operative.accounts.uploads import brought_by
from operative.bootstrap.casebooks import import_casebook
from operative.bootstrap.dossiers import Dossiers
from operative.bootstrap.drafts import draft_views
from operative.bootstrap.statuses import status_of
from operative.bootstrap.visits import readable_texts
from operative.domain.entries import Entry
from operative.domain.needs import Need, Urgency
from operative.domain.people import Role
from operative.dossiers.needs import find_needs
from operative.dossiers.titles import names_of, title_of
from operative.errors import NotEntitled, OperativeError
from operative.web.cases import Case, cases_of, dossiers_of, person_of

__all__ = ["dossiers", "show"]

LINES = 7
AT_HAND = 256
LARGEST = 8 * 2**20


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits, in its dossier."""

    case: Case
    need: Need

    @property
    def meaning(self) -> str:
        """What it means to a reader."""
        return {Urgency.LATE: "gap", Urgency.DUE: "look"}.get(self.need.urgency, "unknown")


@dataclass(frozen=True, slots=True)
class Listed:
    """A dossier in the list: what waits there, and what was entered last."""

    case: Case
    needs: tuple[Need, ...]
    newest: Entry
    title: str


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """At most seven lines of what needs the reader, the newest entries, and the form that takes files."""
    listed = [_listed(request, case) for case in cases_of(request)]
    lines = [Line(one.case, need) for one in listed for need in one.needs]
    lines.sort(key=lambda line: (line.need.urgency, line.need.day or date.max))
    newest = sorted(listed, key=lambda one: one.newest.recorded, reverse=True)
    context = {
        "section": "desk",
        "lines": lines[:LINES],
        "more": max(0, len(lines) - LINES),
        "newest": newest[: max(0, LINES - len(lines[:LINES]))] or newest[:1],
        "dossiers": len(listed),
    }
    return render(request, "operative/desk.html", context)


def dossiers(request: HttpRequest) -> HttpResponse:
    """The dossiers that the reader may see, a line each; with POST, a casebook is taken."""
    if request.method == "POST":
        return _import(request)
    return _list(request)


def _list(request: HttpRequest, problem: str = "", status: int = 200) -> HttpResponse:
    context = {
        "section": "dossiers",
        "listed": [_listed(request, case) for case in cases_of(request)],
        "problem": problem,
        "may_import": getattr(request.user, "administrator", False),
    }
    return render(request, "operative/dossiers.html", context, status=status)


def _import(request: HttpRequest) -> HttpResponse:
    """A dossier out of a casebook; it speaks in the names of others, so only who administers the site brings one."""
    if not getattr(request.user, "administrator", False):
        raise NotEntitled(_("Only who administers the site imports casebooks: they speak in the names of others."))
    file = request.FILES.get("casebook")
    if file is None or not 0 < (file.size or 0) <= LARGEST:
        return _list(request, _("Choose a casebook of at most %(size)s MB.") % {"size": LARGEST // 2**20}, 400)
    try:
        person, dossiers = person_of(request), dossiers_of(request)
        mine = brought_by(person) | readable_texts(dossiers, person, administrator=True)
        dossier = import_casebook(dossiers, file.read().decode("utf-8"), readable=mine)
    except UnicodeDecodeError:
        return _list(request, _("The file is no text in UTF-8; a casebook is."), 400)
    except OperativeError as exc:
        return _list(request, str(exc), status_of(exc))
    messages.success(request, _("The dossier is imported."))
    return redirect(f"/dossiers/{dossier.key}/")


def _listed(request: HttpRequest, case: Case) -> Listed:
    version = case.dossier.version
    needs, newest, title = _waiting(dossiers_of(request), case.key, version, case.on, case.known_at, case.role)
    return Listed(case, needs, newest, title)


@lru_cache(maxsize=AT_HAND)
def _waiting(
    kept: Dossiers, key: str, version: int, on: date, known_at: datetime | None, role: Role | None
) -> tuple[tuple[Need, ...], Entry, str]:
    """What waits in a dossier and what was entered last: the same until somebody writes, or the day ends."""
    dossier = kept.open(key)
    history = dossier.history(on, known_at)
    newest = dossier.entry(version)
    assert newest is not None  # the version is the number of the last entry
    needs = find_needs(history, draft_views(history, dossier), role)
    return needs, newest, title_of(newest.fact, names_of(history))
