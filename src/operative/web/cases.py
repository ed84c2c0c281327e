"""The dossier that a page is about: as of which day, and what the reader may do in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from django.http import HttpRequest
from django.utils.translation import get_language

from operative.bootstrap.dossiers import Dossier, Dossiers
from operative.bootstrap.visits import day_of, moment_of, visit
from operative.domain.entries import Entry
from operative.domain.facts.dossiers import DossierOpened
from operative.domain.people import Role, includes
from operative.dossiers.history import History
from operative.dossiers.titles import Names, names_of
from operative.errors import UnknownDossier
from operative.web.apps import Answer, web_of_site

__all__ = ["Case", "case_of", "cases_of", "dossiers_of", "person_of"]

CHANGES = 20
"""Entries of others that are shown to who was overtaken."""


def dossiers_of(request: HttpRequest) -> Dossiers:
    """The dossiers of the site."""
    return web_of_site().dossiers


def person_of(request: HttpRequest) -> str:
    """The name under which the reader writes; "" for who is not signed in."""
    return str(getattr(request.user, "name", "")) if request.user.is_authenticated else ""


@dataclass(frozen=True)
class Case:
    """One dossier on one day, for one reader."""

    dossier: Dossier
    on: date
    known_at: datetime | None
    person: str
    role: Role | None

    @property
    def key(self) -> str:
        """The key of the dossier."""
        return self.dossier.key

    @cached_property
    def history(self) -> History:
        """What stood on the day."""
        return self.dossier.history(self.on, self.known_at)

    @cached_property
    def names(self) -> Names:
        """What the things of the dossier are called, by the ids that entries cite."""
        return names_of(self.history)

    @cached_property
    def numbered(self) -> Mapping[int, Entry]:
        """Every entry by its number, those too that were corrected since."""
        return web_of_site().numbered(self.dossier)

    def keep(self, name: str, answer: Callable[[], Answer]) -> Answer:
        """An answer to this case, kept for its version, day, moment and language."""
        asked = (name, self.key, self.dossier.version, self.on, self.known_at, get_language())
        return web_of_site().keep(asked, answer)

    @cached_property
    def opened(self) -> DossierOpened:
        """What the dossier is about."""
        return next(iter(self.dossier.history(date.max).facts(DossierOpened)))

    @property
    def is_today(self) -> bool:
        """Whether the page shows what stands now."""
        return self.known_at is None and self.on == _today()

    def may(self, role: Role) -> bool:
        """Whether the reader has this role, or one that includes it."""
        return includes(self.role, role)

    def since(self, version: int) -> tuple[Entry, ...]:
        """What was entered after a version, the newest first, and not without end."""
        return tuple(reversed(tuple(self.dossier.entries(after=version))))[:CHANGES]

    @property
    def may_write(self) -> bool:
        """Whether the reader may enter facts."""
        return self.may(Role.CONTRIBUTOR)

    @property
    def may_sign(self) -> bool:
        """Whether the reader may sign verdicts."""
        return self.may(Role.LEGAL_ADVISER)


def case_of(request: HttpRequest, key: str) -> Case:
    """The dossier with this key as of the day that the address says; raises `UnknownDossier`.

    A confidential dossier in which the reader has no role is answered like one that there is not.
    """
    administrator = bool(getattr(request.user, "administrator", False))
    dossier, role = visit(dossiers_of(request), key, person_of(request), administrator=administrator)
    on = day_of(request.GET.get("as_of", ""), _today())
    return Case(dossier, on, moment_of(request.GET.get("known_at", "")), person_of(request), role)


def cases_of(request: HttpRequest) -> tuple[Case, ...]:
    """The dossiers that the reader may see, each as it stands on the day that the address says."""
    found = []
    keys = dossiers_of(request).keys()
    for key in keys:
        try:
            found.append(case_of(request, key))
        except UnknownDossier:
            continue
    return tuple(found)


def _today() -> date:
    return datetime.now(UTC).date()
