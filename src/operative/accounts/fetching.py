"""JSON from another service: bounded in time and size, encrypted on the way, and without detours."""

import json
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from operative.errors import SignInRefused, UnreachableProvider

__all__ = ["check_address", "fetch_json"]

PATIENCE = 10
"""Seconds."""
LARGEST = 1_000_000
"""Bytes."""
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class NoDetours(HTTPRedirectHandler):
    """Follows no redirection: what is sent may be a secret, and is for the address that was asked only."""

    def redirect_request(self, *given: Any, **named: Any) -> None:
        """None: the redirection is an error."""
        return


def check_address(url: str) -> str:
    """The address, if it is one of HTTPS, or of this machine; raises `SignInRefused`."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as exc:
        raise SignInRefused(f"{url[:200]!r} is no address") from exc
    if parts.scheme == "https" and host:
        return url
    if parts.scheme == "http" and host in LOOPBACK:
        return url
    raise SignInRefused(f"{url[:200]!r} is no address of HTTPS; nothing secret is sent there")


def fetch_json(
    url: str, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The object at an address; with a form, what is answered to it.

    Raises `UnreachableProvider` where nobody answers, and `SignInRefused` for an answer that is an error or no object.
    """
    data = urlencode(form).encode() if form is not None else None
    request = Request(check_address(url), data, {"Accept": "application/json", **(headers or {})})
    try:
        with build_opener(NoDetours).open(request, timeout=PATIENCE) as answer:
            body: bytes = answer.read(LARGEST + 1)
    except HTTPError as exc:
        kind = UnreachableProvider if exc.code >= 500 else SignInRefused
        raise kind(f"the sign-in service answered with status {exc.code}") from exc
    except (URLError, OSError, HTTPException) as exc:
        raise UnreachableProvider("the sign-in service does not answer; please try again later") from exc
    try:
        found = json.loads(body) if len(body) <= LARGEST else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise SignInRefused("the sign-in service answered with something that is no JSON object")
    return found
