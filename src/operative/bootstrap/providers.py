"""The service where people sign in, out of the environment."""

import os

from operative.accounts.fetching import check_address
from operative.accounts.providers import Provider, read_rules
from operative.errors import SignInRefused, WrongCall

__all__ = ["default_provider"]


def default_provider() -> Provider | None:
    """The provider of OPERATIVE_OPENID_ISSUER and what stands beside it; None without it.

    Raises `WrongCall` for an issuer without a client or without HTTPS, and for rules that cannot be read.
    """
    issuer = os.environ.get("OPERATIVE_OPENID_ISSUER", "")
    if not issuer:
        return None
    client = os.environ.get("OPERATIVE_OPENID_CLIENT", "")
    if not client:
        raise WrongCall("OPERATIVE_OPENID_ISSUER is set: say with OPERATIVE_OPENID_CLIENT who this site is there")
    try:
        check_address(issuer)
    except SignInRefused as exc:
        raise WrongCall(f"OPERATIVE_OPENID_ISSUER: {exc}") from exc
    return Provider(
        issuer,
        client,
        os.environ.get("OPERATIVE_OPENID_SECRET", ""),
        os.environ.get("OPERATIVE_OPENID_NAME", "") or "name",
        os.environ.get("OPERATIVE_OPENID_SCOPES", "") or "openid profile email",
        read_rules(os.environ.get("OPERATIVE_OPENID_PEOPLE", "")),
    )
