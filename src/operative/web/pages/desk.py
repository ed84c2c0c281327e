"""The desk: what needs me, over all dossiers that I may see; and the list of those."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
from operative.dossiers.phrasing import say_while
from operative.dossiers.titles import names_of, title_of
from operative.errors import NotEntitled, OperativeError
from operative.web.cases import Case, cases_of, dossiers_of, person_of

__all__ = ["dossiers", "show"]

LINES = 7
NEWEST = 5
AT_HAND = 256
LARGEST = 8 * 2**20


GROUPS: dict[Urgency, tuple[Any, str]] = {
    Urgency.LATE: (gettext_lazy("Late"), "gap"),
    Urgency.DUE: (gettext_lazy("Due soon"), "look"),
    Urgency.OPEN_LONG: (gettext_lazy("Open for years, without a day"), "gap"),
    Urgency.WAITING: (gettext_lazy("Waiting for you"), "look"),
    Urgency.NEWS: (gettext_lazy("Ahead"), "unknown"),
}
"""What each urgency is called on the desk, and what it means to a reader."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits, in its dossier; `left` are the days to its day, less than none where that has passed."""

    case: Case
    need: Need

    @property
    def left(self) -> int:
        """The days that are left."""
        return (self.need.day - self.case.on).days if self.need.day else 0

    @property
    def span(self) -> str:
        """How long it is late, or how long there is still."""
        return say_while(abs(self.left))

    @property
    def may_close(self) -> bool:
        """Whether the reader may close what nothing answers."""
        return self.need.urgency is Urgency.OPEN_LONG and self.case.may_write


@dataclass(frozen=True, slots=True)
class Group:
    """What is as urgent: the lines to show, and those to fold."""

    title: str
    meaning: str
    shown: tuple[Line, ...]
    folded: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class News:
    """An entry in words."""

    entry: Entry
    title: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A dossier in the list: what waits there, and what was entered last, the newest first."""

    case: Case
    needs: tuple[Need, ...]
    news: tuple[News, ...]

    @property
    def newest(self) -> Entry:
        """The entry that was made last."""
        return self.news[0].entry


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """What needs the reader, seven lines of it open, by how urgent it is; the newest entries; the form for files."""
    listed = [_listed(request, case) for case in cases_of(request)]
    lines = [Line(one.case, need) for one in listed for need in one.needs]
    lines.sort(key=lambda line: (line.need.urgency, line.need.day or line.need.since or date.max))
    newest = sorted(((one.case, news) for one in listed for news in one.news), key=_recorded, reverse=True)
    context = {
        "section": "desk",
        "groups": tuple(_groups(lines)),
        "newest": newest[:NEWEST],
        "dossiers": len(listed),
    }
    return render(request, "operative/desk.html", context)


def _groups(lines: Sequence[Line]) -> Iterator[Group]:
    """The lines by urgency; seven are open, and each group has at least one."""
    left = LINES - len({line.need.urgency for line in lines})
    for urgency, (title, meaning) in GROUPS.items():
        those = tuple(line for line in lines if line.need.urgency is urgency)
        if those:
            shown = min(len(those), 1 + left)
            left -= shown - 1
            yield Group(str(title), meaning, those[:shown], those[shown:])


def _recorded(one: tuple[Case, News]) -> tuple[datetime, int]:
    return one[1].entry.recorded, one[1].entry.number


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
    return Listed(case, *_waiting(dossiers_of(request), case.key, version, case.on, case.known_at, case.role))


@lru_cache(maxsize=AT_HAND)
def _waiting(
    kept: Dossiers, key: str, version: int, on: date, known_at: datetime | None, role: Role | None
) -> tuple[tuple[Need, ...], tuple[News, ...]]:
    """What waits in a dossier and what was entered last: the same until somebody writes, or the day ends."""
    dossier = kept.open(key)
    history = dossier.history(on, known_at)
    last = (dossier.entry(number) for number in range(version, max(0, version - NEWEST), -1))
    names = names_of(history)
    news = tuple(News(entry, title_of(entry.fact, names)) for entry in last if entry is not None)
    return find_needs(history, draft_views(history, dossier), role), news
