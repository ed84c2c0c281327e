"""The service where people sign in, as it is set."""

from operative.accounts.fetching import check_address
from operative.accounts.providers import Provider, read_rules
from operative.bootstrap.configuration import value_of
from operative.errors import SignInRefused, WrongCall

__all__ = ["default_provider"]


def default_provider() -> Provider | None:
    """The provider that is set (`openid.issuer` and what stands beside it); None without one.

    Raises `WrongCall` for an issuer without a client or without HTTPS, and for rules that cannot be read.
    """
    issuer = value_of("openid.issuer")
    if not issuer:
        return None
    client = value_of("openid.client")
    if not client:
        raise WrongCall("openid.issuer is set: say with openid.client (OPERATIVE_OPENID_CLIENT) who this site is there")
    try:
        check_address(issuer)
    except SignInRefused as exc:
        raise WrongCall(f"openid.issuer (OPERATIVE_OPENID_ISSUER): {exc}") from exc
    return Provider(
        issuer,
        client,
        value_of("openid.secret"),
        value_of("openid.name") or "name",
        value_of("openid.scopes") or "openid profile email",
        read_rules(value_of("openid.people")),
    )
