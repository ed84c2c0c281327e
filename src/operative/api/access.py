"""Who calls, and what they may: a token with scopes, or the session of somebody who is signed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.apps import apps
from django.http import HttpRequest
from ninja.security import APIKeyQuery, HttpBasicAuth, HttpBearer, SessionAuth

from operative.accounts.models import Account
from operative.accounts.secrets import SCOPES, account_of_token
from operative.accounts.uploads import brought_by
from operative.bootstrap.corpora import CorpusAtHand
from operative.bootstrap.dossiers import Dossier, Dossiers
from operative.bootstrap.visits import day_of, moment_of, visit
from operative.domain.entries import Statement
from operative.domain.facts.conditions import VerdictSigned
from operative.domain.facts.dossiers import DocumentAttached
from operative.dossiers.history import History
from operative.errors import NotEntitled

__all__ = [
    "AUTH", "FEED_AUTH", "Caller", "caller_of", "corpus_of", "dossiers_of", "history_of", "open_feed", "open_for",
    "open_to_write",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, with the scopes that count for the call."""

    name: str
    administrator: bool
    scopes: frozenset[str]

    def need(self, *scopes: str) -> None:
        """Raise `NotEntitled` unless one of the scopes is there."""
        if not self.scopes.intersection(scopes):
            raise NotEntitled(f"this token may not {scopes[0]}; it may: {', '.join(sorted(self.scopes)) or 'nothing'}")


class Bearer(HttpBearer):
    """A token in the header `Authorization: Bearer ...`."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """The caller of a token."""
        return _caller_with(token)


class Password(HttpBasicAuth):
    """A token as the password of HTTP Basic, as programs that read feeds ask for one; the name does not matter."""

    def authenticate(self, request: HttpRequest, username: str, password: str) -> Caller | None:
        """The caller of a token."""
        return _caller_with(password)


class InAddress(APIKeyQuery):
    """A token in the address, for calendars that take nothing else: one that fetches feeds and may do nothing more,
    for addresses are written down in many places.
    """

    param_name = "token"

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        """The caller of a token."""
        found = _caller_with(key) if key else None
        return found if found and found.scopes == {"feed"} else None


class Session(SessionAuth):
    """The session of the pages; writing takes its CSRF token."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        """The caller of a session."""
        account = request.user
        if not isinstance(account, Account) or not account.is_active:
            return None
        return Caller(account.name, account.administrator, frozenset(SCOPES))


AUTH = (Bearer(), Session())
FEED_AUTH = (Bearer(), Password(), InAddress(), Session())


def _caller_with(token: str) -> Caller | None:
    found = account_of_token(token)
    if found is None:
        return None
    account, scopes = found
    return Caller(account.name, account.administrator, scopes)


def caller_of(request: HttpRequest) -> Caller:
    """Who calls."""
    caller = getattr(request, "auth", None)
    assert isinstance(caller, Caller)
    return caller


def dossiers_of() -> Dossiers:
    """The dossiers of the site."""
    found: Dossiers = getattr(apps.get_app_config("web"), "dossiers")  # noqa: B009  # the pages and the API are siblings
    return found


def corpus_of() -> CorpusAtHand:
    """The corpus of the site."""
    found: CorpusAtHand = getattr(apps.get_app_config("web"), "corpus")  # noqa: B009  # as above
    return found


def open_for(request: HttpRequest, key: str) -> Dossier:
    """The dossier, for a caller who may see it; raises `UnknownDossier` also for one that is confidential to others."""
    return _visit(request, key, "read")


def open_feed(request: HttpRequest, key: str) -> Dossier:
    """The dossier, for a caller who may see it and whose token may fetch feeds; raises as `open_for` does."""
    return _visit(request, key, "feed", "read")


def open_to_write(request: HttpRequest, key: str, statements: Sequence[Statement]) -> Dossier:
    """The dossier, for a caller whose scopes allow these statements; raises `NotEntitled`.

    What the role of the caller does not allow, the dossier refuses when it is entered.
    """
    signs = any(isinstance(one.fact, VerdictSigned) for one in statements)
    dossier = _visit(request, key, "sign" if signs else "write")
    _check_texts(dossier, statements, caller_of(request).name)
    return dossier


def _check_texts(dossier: Dossier, statements: Sequence[Statement], name: str) -> None:
    """Raise `NotEntitled` for a text that the caller did not bring: who knows a digest has no right to the bytes.

    The words are the same whether or not such bytes are kept.
    """
    wanted = {one.fact.sha256 for one in statements if isinstance(one.fact, DocumentAttached)}
    if not wanted:
        return
    known = {fact.sha256 for fact in dossier.history(date.max).facts(DocumentAttached)}
    if foreign := sorted(wanted - known - brought_by(name)):
        raise NotEntitled(f"bring the file first: {name} has uploaded no text with the digest {foreign[0]}")


def _visit(request: HttpRequest, key: str, *scopes: str) -> Dossier:
    caller = caller_of(request)
    caller.need(*scopes)
    return visit(dossiers_of(), key, caller.name, administrator=caller.administrator)[0]


def history_of(dossier: Dossier, as_of: str | None, known_at: str | None) -> History:
    """What stood on a day (today), as far as it was known at a moment (now); raises `WrongCall`."""
    return dossier.history(day_of(as_of or "", datetime.now(UTC).date()), moment_of(known_at or ""))
