"""Whose text a number is: of the body named beside it, of the one that speaks, or of the one that it fits."""

from collections.abc import Mapping
from dataclasses import dataclass

from operative.vocabulary.symbols import (
    ANY,
    OTHER,
    bodies_of,
    fits_session,
    is_known,
    is_numbered,
    special_session_body,
)

__all__ = ["PRINCIPAL", "Head", "owner_of", "owner_of_bare"]

MANY = 60
"""More resolutions in one session than this the Human Rights Council does not adopt."""

SESSIONS = ("GA", "HRC")
"""The bodies whose sessions are told apart by the year."""

PRINCIPAL = ("GA", "SC", "ECOSOC", "HRC")
"""Bodies in whose texts "the Council" with a session is the Human Rights Council."""


@dataclass(frozen=True, slots=True)
class Head:
    """The word "resolution" or "decision", with the body that stands beside it and whether it is "its"."""

    start: int
    end: int
    kind: str
    mention: str
    own: bool


def owner_of_bare(number: int, head: Head, mention: str, body: str, council: bool) -> str:
    """Whose text a number without sign or year is: that of the Security Council only where the text speaks of it."""
    if mention in ("", ANY) or mention.endswith("?"):
        if body == "SC" or (body in bodies_of("plain") and (head.own or mention == ANY)):
            return body
        return "SC" if council and not head.own and is_known(number) else ""
    return mention if mention in bodies_of("plain") else ""


def owner_of(shape: str, parts: Mapping[str, str], head: Head, mention: str, year: int, body: str) -> str:
    """Whose text a number is: of the body named beside it, of the one that speaks, or of the one that it fits."""
    able = bodies_of(shape)
    guess = len(mention) > 1 and mention.endswith("?")
    named = mention.removesuffix("?") if guess else mention
    if shape == "year":
        known = body == "SC" or is_numbered(int(parts["number"]), int(parts["year"]))
        return "SC" if known or guess or named != OTHER else ""
    if shape == "roman":
        own = body == "ECOSOC" and head.own
        return "ECOSOC" if (named == "ECOSOC" and not guess) or own or _roman(parts["year"]) > 31 else "GA"
    if named == OTHER and not guess:
        return ""
    if named in able and not guess:
        return named
    if shape == "annual":
        return "ECOSOC"
    if shape == "plain":
        return body if body in able and (guess or named in ("", ANY)) else ""
    if body in able and body not in SESSIONS and not named:
        return body
    few = int(parts["number"]) <= MANY
    if body == "HRC" and few and not named:
        named = "HRC"
    return _by_session(parts["session"], head, named if few or named != "HRC" else "", year, body)


def _by_session(printed: str, head: Head, named: str, year: int, body: str) -> str:
    """General Assembly or Human Rights Council, by the session and the year that stand with the number."""
    if printed.startswith("ES"):
        return "GA"
    if printed.startswith("S-"):
        if year:
            return special_session_body(int(printed[2:]), year)
        return named if named in ("GA", "HRC") else body if body in ("GA", "HRC") else "GA"
    session = int(printed)
    if year:
        fitting = [able for able in ("GA", "HRC") if fits_session(able, session, year)]
        if len(fitting) == 1:
            return fitting[0]
        if not fitting:
            return ""
    if session < 31:
        decided = named == "HRC" or body == "HRC" or (named == ANY and body in PRINCIPAL)
        return "HRC" if decided or (year and named in ("", ANY)) else ""
    if named in ("HRC", ANY) and session < 70 and not (head.own and body == "GA"):
        return "HRC"
    if body == "HRC" and head.own and session < 70:
        return "HRC"
    return "GA"


def _roman(numeral: str) -> int:
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    digits = [values[c] for c in numeral if c in values]
    return sum(-d if d < max(digits[i:], default=0) else d for i, d in enumerate(digits))
