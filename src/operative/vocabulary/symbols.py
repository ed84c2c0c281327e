"""How texts of bodies are numbered, and the symbols that numbers make, from `data/citations.toml`."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache

from operative.vocabulary.loader import load

__all__ = [
    "ANY",
    "OTHER",
    "bodies_of",
    "fits_session",
    "is_known",
    "is_numbered",
    "special_session_body",
    "symbol_for",
    "symbol_pattern",
]

ANY, OTHER = "?", "OTHER"
"""Marks of a name that several bodies bear, and of a body whose numbering is not known."""


@cache
def _templates() -> Mapping[tuple[str, str], Mapping[str, str]]:
    return {(row["body"], row["shape"]): row for row in load("citations")["citation"]}


@cache
def bodies_of(shape: str) -> tuple[str, ...]:
    """The bodies that number their texts in this shape, the most frequent first."""
    return tuple(body for body, known in _templates() if known == shape)


def symbol_for(body: str, shape: str, kind: str, parts: Mapping[str, str]) -> str:
    """The symbol of the text with this number; "" where the body has none of that kind and shape."""
    row = _templates().get((body, shape), {})
    template = row.get(kind, "")
    if template == "S/RES/{number}" and (year := _year_of(int(parts["number"]))):
        return f"S/RES/{parts['number']} ({year})"
    return template.format(**parts) if template else ""


@cache
def _first_numbers() -> tuple[tuple[int, str], ...]:
    return tuple(sorted((number, year) for year, number in load("citations")["first_numbers"].items()))


def _year_of(number: int) -> str:
    """The year of a Security Council resolution; "" before the first and in the last year of the table."""
    firsts = _first_numbers()
    at = bisect_right(firsts, (number, "9999"))
    return firsts[at - 1][1] if 0 < at < len(firsts) else ""


def is_known(number: int) -> bool:
    """Whether this is a number of the Security Council in the years that the table of first numbers covers."""
    return bool(_year_of(number))


def is_numbered(number: int, year: int) -> bool:
    """Whether the Security Council gave this number in this year, as far as the table of first numbers knows."""
    return number > 0 and _year_of(number) == str(year)


def fits_session(body: str, session: int, year: int) -> bool:
    """Whether a text of this session of the body can bear a date of this year; True where nothing is known."""
    for row in load("citations")["sessions"]:
        if row["body"] == body:
            begins = row["first_year"] + (session - row["first"]) / row["per_year"]
            return session >= row["first"] and bool(begins - 1 < year <= begins + row["span"])
    return True


def special_session_body(session: int, year: int) -> str:
    """Whose special session this was: the General Assembly has had few since 2006, the Human Rights Council many."""
    table = load("citations")["special_sessions"]
    return "GA" if year < table["before"] or table["GA"].get(str(session)) == year else "HRC"


@cache
def symbol_pattern() -> re.Pattern[str]:
    """Document symbols as printed; group `series` where the part before the first stroke tells, else `whole`."""
    table = load("citations")["symbols"]
    series = "|".join(re.escape(s) for s in sorted(table["series"], key=len, reverse=True))
    told = rf"(?P<series>{series})/(?=[^\s;,]{{0,24}}\d)[A-Z0-9(][0-9A-Za-z_./()*‑–-]*"
    numbered = r"S/RES/\d{1,4}\s?\((?:19|20)\d\d\)"
    return re.compile(
        rf"(?<![0-9A-Za-z/.‑-])(?:(?P<numbered>{numbered})|{told}|(?P<whole>{'|'.join(table['patterns'])})(?!\w))"
    )
