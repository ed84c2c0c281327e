"""Who calls, and what they may: a token with scopes, or the session of somebody who is signed in."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.apps import apps
from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth

from operative.accounts.models import Account
from operative.accounts.secrets import SCOPES, account_of_token
from operative.bootstrap.dossiers import Dossier, Dossiers
from operative.domain.days import PartialDate
from operative.domain.facts.dossiers import DossierOpened
from operative.domain.people import Role
from operative.dossiers.admission import role_of
from operative.dossiers.history import History
from operative.errors import NotEntitled, UnknownDossier, WrongCall

__all__ = ["AUTH", "Caller", "caller_of", "dossiers_of", "history_of", "open_for"]

ROLES = list(Role)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, with the scopes that count for the call."""

    name: str
    administrator: bool
    scopes: frozenset[str]

    def need(self, scope: str) -> None:
        """Raise `NotEntitled` unless the scope is there."""
        if scope not in self.scopes:
            raise NotEntitled(f"this token may not {scope}; it may: {', '.join(sorted(self.scopes)) or 'nothing'}")


class Bearer(HttpBearer):
    """A token in the header `Authorization: Bearer ...`."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """The caller of a token."""
        found = account_of_token(token)
        if found is None:
            return None
        account, scopes = found
        return Caller(account.name, account.administrator, scopes)


class Session(SessionAuth):
    """The session of the pages; writing takes its CSRF token."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        """The caller of a session."""
        account = request.user
        if not isinstance(account, Account) or not account.is_active:
            return None
        return Caller(account.name, account.administrator, frozenset(SCOPES))


AUTH = (Bearer(), Session())


def caller_of(request: HttpRequest) -> Caller:
    """Who calls."""
    caller = getattr(request, "auth", None)
    assert isinstance(caller, Caller)
    return caller


def dossiers_of() -> Dossiers:
    """The dossiers of the site."""
    found: Dossiers = getattr(apps.get_app_config("web"), "dossiers")  # noqa: B009  # the pages and the API are siblings
    return found


def open_for(request: HttpRequest, key: str, least: Role | None = None, scope: str = "read") -> Dossier:
    """The dossier, for a caller who may see it, and has at least this role in it.

    Raises `UnknownDossier` also for a confidential dossier in which the caller has no role, and `NotEntitled`.
    """
    caller = caller_of(request)
    caller.need(scope)
    dossier = dossiers_of().open(key)
    history = dossier.history(date.max)
    role = role_of(history, caller.name)
    opened = next(iter(history.facts(DossierOpened)))
    if role is None and opened.confidential:
        raise UnknownDossier(f"there is no dossier {key!r}")
    if role is None and caller.administrator:
        role = Role.ADMINISTRATOR
    if least is not None and (role is None or ROLES.index(role) < ROLES.index(least)):
        raise NotEntitled(f"this takes the role of {least} in the dossier; {caller.name} is {role or 'nobody'} in it")
    return dossier


def history_of(dossier: Dossier, as_of: str | None, known_at: str | None) -> History:
    """What stood on a day (today), as far as it was known at a moment (now); raises `WrongCall`."""
    on = PartialDate(as_of).last if as_of else datetime.now(UTC).date()
    if not known_at:
        return dossier.history(on)
    try:
        moment = datetime.fromisoformat(known_at)
    except ValueError as exc:
        raise WrongCall(f"{known_at!r} is no moment; write 2016-05-01T12:00:00Z") from exc
    return dossier.history(on, moment if moment.tzinfo else moment.replace(tzinfo=UTC))
