"""The dossier that a page is about: as of which day, and what the reader may do in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from django.apps import apps
from django.http import HttpRequest

from operative.bootstrap.dossiers import Dossier, Dossiers
from operative.domain.days import PartialDate
from operative.domain.entries import Entry
from operative.domain.facts.dossiers import DossierOpened
from operative.domain.people import Role
from operative.dossiers.admission import role_of
from operative.dossiers.history import History
from operative.errors import UnknownDossier
from operative.web.apps import Web

__all__ = ["Case", "case_of", "cases_of", "dossiers_of", "person_of"]

ROLES = list(Role)


def dossiers_of(request: HttpRequest) -> Dossiers:
    """The dossiers of the site."""
    config = apps.get_app_config("web")
    assert isinstance(config, Web)
    return config.dossiers


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
    def numbered(self) -> Mapping[int, Entry]:
        """Every entry by its number, those too that were corrected since."""
        return {entry.number: entry for entry in self.dossier.entries()}

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
        return self.role is not None and ROLES.index(self.role) >= ROLES.index(role)

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
    dossier = dossiers_of(request).open(key)
    case = Case(dossier, _day(request), _moment(request), person_of(request), _role(request, dossier))
    if case.opened.confidential and case.role is None:
        raise UnknownDossier(f"there is no dossier {key!r}")
    return case


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


def _role(request: HttpRequest, dossier: Dossier) -> Role | None:
    """The role in the dossier; whoever administers the site administers every dossier that is not confidential."""
    history = dossier.history(date.max)
    role = role_of(history, person_of(request)) if person_of(request) else None
    opened = next(iter(history.facts(DossierOpened)))
    if role is None and getattr(request.user, "administrator", False) and not opened.confidential:
        return Role.ADMINISTRATOR
    return role


def _today() -> date:
    return datetime.now(UTC).date()


def _day(request: HttpRequest) -> date:
    said = request.GET.get("as_of", "")
    return PartialDate(said).last if said else _today()


def _moment(request: HttpRequest) -> datetime | None:
    said = request.GET.get("known_at", "")
    if not said:
        return None
    found = datetime.fromisoformat(said)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
