"""One-time links and tokens: made once, shown once, kept only as digests."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from operative.accounts.models import Account, OneTimeLink, Token
from operative.errors import WrongCall

__all__ = ["SCOPES", "account_of_link", "account_of_token", "make_link", "make_token", "use_link"]

SCOPES = ("read", "write", "sign", "feed")
LINK_LIFE = timedelta(days=3)


def make_link(account: Account, now: datetime) -> str:
    """The secret of a link by which the account sets its password, good for three days and for one use."""
    secret = secrets.token_urlsafe(32)
    OneTimeLink.objects.create(digest=_digest(secret), account=account, expires=now + LINK_LIFE)
    return secret


def account_of_link(secret: str, now: datetime) -> Account | None:
    """The account that a link is for; None for one that was used, is too old, or never was."""
    link = OneTimeLink.objects.filter(digest=_digest(secret), used=None, expires__gt=now).first()
    return link.account if link else None


def use_link(secret: str, now: datetime) -> bool:
    """Whether the link was good; from now on it is used."""
    return OneTimeLink.objects.filter(digest=_digest(secret), used=None, expires__gt=now).update(used=now) == 1


def make_token(account: Account, label: str, scopes: Iterable[str]) -> str:
    """The secret of a new token; raises `WrongCall` for a scope that there is not."""
    wanted = list(dict.fromkeys(scopes))
    unknown = [scope for scope in wanted if scope not in SCOPES]
    if unknown or not wanted:
        raise WrongCall(f"a token has scopes out of: {', '.join(SCOPES)}")
    secret = f"operative_{secrets.token_urlsafe(32)}"
    Token.objects.create(digest=_digest(secret), account=account, label=label, scopes=" ".join(wanted))
    return secret


def account_of_token(secret: str) -> tuple[Account, frozenset[str]] | None:
    """The account of a token, and its scopes; None for one that was revoked or never was."""
    token = Token.objects.select_related("account").filter(digest=_digest(secret), revoked=None).first()
    if token is None or not token.account.is_active:
        return None
    return token.account, frozenset(token.scopes.split())


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
