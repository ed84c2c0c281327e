"""Signing in at a provider of OpenID Connect: the authorization code flow with PKCE, state and nonce.

After OpenID Connect Core 1.0, sections 3.1 and 3.1.3.7; OpenID Connect Discovery 1.0, section 4; RFC 7636; RFC 9207.
"""

import hashlib
import secrets
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any
from urllib.parse import quote, urlencode

from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jwt import JWTClaimsRegistry, decode

from operative.accounts.fetching import check_address, fetch_json
from operative.accounts.providers import Provider
from operative.errors import SignInRefused, UnreachableProvider

__all__ = ["Begun", "Person", "SignInService"]

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "ES512", "EdDSA")
"""Signatures with a key pair; a token without one, or signed with a shared secret, is refused."""
LEEWAY = 60
"""Seconds by which clocks may differ."""
KNOWN_FOR = timedelta(hours=1)
SILENT_FOR = timedelta(seconds=30)
"""A provider that did not answer is not asked again so soon: many may be waiting."""
NEW_KEYS_AFTER = timedelta(minutes=1)
"""A token with a key that is not known has us ask for the keys again, but not more often."""
LONGEST_SUBJECT = 255


@dataclass(frozen=True, slots=True)
class Begun:
    """A sign-in that was begun: where the person goes, and what must come back with them."""

    address: str
    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who signed in: `issuer` and `subject` name them for good, the rest is what the provider says of them."""

    issuer: str
    subject: str
    claims: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """What the provider said of itself, and when."""

    metadata: Mapping[str, Any]
    keys: KeySet
    at: datetime


class SignInService:
    """A provider, with what it said of itself, which is asked again after an hour."""

    def __init__(self, provider: Provider) -> None:
        self.provider = provider
        self._told: Told | None = None
        self._silent: datetime | None = None
        self._lock = Lock()

    def begin(self, back: str, now: datetime) -> Begun:
        """A sign-in that ends at our address `back`; raises `SignInRefused` and `UnreachableProvider`."""
        state, nonce, verifier = secrets.token_hex(24), secrets.token_urlsafe(32), secrets.token_urlsafe(64)
        asked = {
            "response_type": "code",
            "client_id": self.provider.client,
            "redirect_uri": back,
            "scope": self.provider.scopes,
            "state": state,
            "nonce": nonce,
            "code_challenge": _digest(verifier),
            "code_challenge_method": "S256",
        }
        address = check_address(_said(self._ask(now).metadata, "authorization_endpoint"))
        return Begun(f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}", state, nonce, verifier)

    def finish(self, begun: Begun, answer: Mapping[str, str], back: str, now: datetime) -> Person:
        """Who came back with this answer to what was begun.

        Raises `SignInRefused` for whatever is not proven, and `UnreachableProvider`.
        """
        told = self._ask(now)
        self._check_answer(begun, answer, told.metadata)
        given = self._redeem(answer["code"], begun.verifier, back, told.metadata)
        claims = self._claims(_said(given, "id_token"), begun.nonce, now)
        if not self.provider.claims <= claims.keys() and "userinfo_endpoint" in told.metadata:
            claims = {**self._more(given, claims["sub"], told.metadata), **claims}
        return Person(self.provider.issuer, claims["sub"], claims)

    def _check_answer(self, begun: Begun, answer: Mapping[str, str], metadata: Mapping[str, Any]) -> None:
        if not secrets.compare_digest(answer.get("state", "").encode(), begun.state.encode()):
            raise SignInRefused("this is no answer to a sign-in that was begun here; please begin again")
        named = metadata.get("authorization_response_iss_parameter_supported") is True
        if answer.get("iss", None if named else self.provider.issuer) != self.provider.issuer:
            raise SignInRefused("the answer comes from another sign-in service")
        if "error" in answer or not answer.get("code"):
            raise SignInRefused(f"the sign-in service let nobody in: {answer.get('error', 'it gave no code')[:60]}")

    def _redeem(self, code: str, verifier: str, back: str, metadata: Mapping[str, Any]) -> dict[str, Any]:
        """The tokens for a code."""
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": verifier}
        client, secret = self.provider.client, self.provider.secret
        headers = {}
        ways = metadata.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        if secret and "client_secret_basic" in ways:
            # RFC 6749, section 2.3.1: each is encoded as in a form before they are joined.
            pair = f"{quote(client, safe='')}:{quote(secret, safe='')}"
            headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
        else:
            form |= {"client_id": client, **({"client_secret": secret} if secret else {})}
        return fetch_json(_said(metadata, "token_endpoint"), form, headers)

    def _claims(self, token: str, nonce: str, now: datetime) -> dict[str, Any]:
        """The claims of an ID token that is signed by the provider, for us, for this sign-in, and not over."""
        told = self._ask(now)
        try:
            return _verified(token, told.keys, self.provider, nonce, now)
        except SignInRefused:
            if now - told.at < NEW_KEYS_AFTER:
                raise
        # Providers change their keys.
        return _verified(token, self._ask(now, afresh=True).keys, self.provider, nonce, now)

    def _more(self, given: Mapping[str, Any], subject: str, metadata: Mapping[str, Any]) -> dict[str, Any]:
        """What the provider says of the person beside the token; of somebody else it is refused."""
        bearer = {"Authorization": f"Bearer {_said(given, 'access_token')}"}
        found = fetch_json(_said(metadata, "userinfo_endpoint"), headers=bearer)
        if found.get("sub") != subject:
            raise SignInRefused("the sign-in service spoke of two different persons")
        return found

    def _ask(self, now: datetime, *, afresh: bool = False) -> Told:
        with self._lock:
            if self._told is not None and not afresh and now - self._told.at <= KNOWN_FOR:
                return self._told
            if self._silent is not None and now - self._silent < SILENT_FOR:
                raise UnreachableProvider("the sign-in service does not answer; please try again later")
            try:
                self._told = _ask_provider(self.provider, now)
            except UnreachableProvider:
                self._silent = now
                raise
            return self._told


def _ask_provider(provider: Provider, now: datetime) -> Told:
    metadata = fetch_json(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
    if metadata.get("issuer") != provider.issuer:
        raise SignInRefused(f"the sign-in service has another name than {provider.issuer}")
    try:
        keys = KeySet.import_key_set(fetch_json(_said(metadata, "jwks_uri")))  # type: ignore[arg-type]  # it checks
    except (JoseError, ValueError, TypeError, KeyError) as exc:
        raise SignInRefused("the keys of the sign-in service cannot be read") from exc
    return Told(metadata, keys, now)


def _verified(token: str, keys: KeySet, provider: Provider, nonce: str, now: datetime) -> dict[str, Any]:
    held = JWTClaimsRegistry(
        now=int(now.timestamp()),
        leeway=LEEWAY,
        iss={"essential": True, "value": provider.issuer},
        sub={"essential": True},
        aud={"essential": True, "value": provider.client},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
    )
    try:
        claims = decode(token, keys, algorithms=ALGORITHMS).claims
        held.validate(claims)
    except (JoseError, ValueError, TypeError, KeyError) as exc:
        raise SignInRefused("what the sign-in service gave cannot be verified; please begin again") from exc
    # A token for several parties names the one that it was given to.
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if several else provider.client) != provider.client:
        raise SignInRefused("what the sign-in service gave is for somebody else")
    if not 0 < len(claims["sub"]) <= LONGEST_SUBJECT:
        raise SignInRefused("the sign-in service does not say who signed in")
    return dict(claims)


def _said(found: Mapping[str, Any], name: str) -> str:
    value = found.get(name)
    if not isinstance(value, str) or not value:
        raise SignInRefused(f"the sign-in service does not say its {name}")
    return value


def _digest(verifier: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
