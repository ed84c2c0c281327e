"""A service where people sign in, as the site is told of it: who it is, who we are there, and whom we let in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import urlsplit

from operative.errors import WrongCall

__all__ = ["Provider", "read_rules"]

EVERYBODY = "*"
Rule = tuple[str, str]
"""A claim, and a pattern for its value."""


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider of OpenID Connect.

    `issuer` is its name and address; `client` and `secret` are ours there (without a secret we are a public client);
    `name` is the claim that stands in ledgers; `rules` say who may come in: none, and only accounts that are linked
    already do.
    """

    issuer: str
    client: str
    secret: str = field(default="", repr=False)
    name: str = "name"
    scopes: str = "openid profile email"
    rules: tuple[Rule, ...] = ()

    @property
    def host(self) -> str:
        """What people are told of it."""
        return urlsplit(self.issuer).hostname or self.issuer

    @property
    def claims(self) -> frozenset[str]:
        """The claims that we ask for."""
        return frozenset({self.name, *(claim for claim, _pattern in self.rules if claim != EVERYBODY)})

    def admits(self, claims: Mapping[str, Any]) -> bool:
        """Whether one of the rules lets this person in."""
        return any(_matches(claims, claim, pattern) for claim, pattern in self.rules)


def read_rules(words: str) -> tuple[Rule, ...]:
    """Who may come in: `*`, or claims with patterns, such as `groups=operative, email=*@example.org`.

    Raises `WrongCall` for other words.
    """
    found = []
    for part in (part.strip() for part in words.split(",")):
        claim, equals, pattern = (piece.strip() for piece in part.partition("="))
        if part == EVERYBODY:
            found.append((EVERYBODY, EVERYBODY))
        elif claim and equals and pattern:
            found.append((claim, pattern))
        elif part:
            raise WrongCall(f"{part!r} says not who may come in; write groups=operative, or email=*@example.org, or *")
    return tuple(found)


def _matches(claims: Mapping[str, Any], claim: str, pattern: str) -> bool:
    if claim == EVERYBODY:
        return True
    # Whoever typed an address at the provider need not have it.
    if claim == "email" and claims.get("email_verified") is not True:
        return False
    said = claims.get(claim)
    values = said if isinstance(said, list) else [said]
    return any(isinstance(value, str) and fnmatchcase(value, pattern) for value in values)
