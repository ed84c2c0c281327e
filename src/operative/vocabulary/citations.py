"""How documents and places are cited: words per language in `data/citations`, numbering in `data/citations.toml`."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from operative.vocabulary.calendar import date_shape
from operative.vocabulary.loader import known_language, load

__all__ = [
    "ANY",
    "OTHER",
    "Citations",
    "bodies_of",
    "citations_of",
    "fits_session",
    "is_known",
    "is_numbered",
    "special_session_body",
    "symbol_for",
    "symbol_pattern",
]

ANY, OTHER = "?", "OTHER"
"""Marks of a name that several bodies bear, and of a body whose numbering is not known."""

SPACE = r"[\s\u00a0]"


@dataclass(frozen=True, slots=True)
class Citations:
    """The words of one language around citations, compiled."""

    language: str
    trigger: re.Pattern[str]
    head_stems: tuple[str, ...]
    place_stems: tuple[str, ...]
    phrase_stems: tuple[str, ...]
    heads: re.Pattern[str]
    head_follows: bool
    mirrored: bool
    bodies: re.Pattern[str]
    body_names: Mapping[str, str]
    body_after: re.Pattern[str]
    body_ahead: re.Pattern[str]
    date_ahead: re.Pattern[str]
    date_behind: re.Pattern[str]
    counted: re.Pattern[str]
    body_behind: re.Pattern[str]
    inherits: re.Pattern[str]
    adjectives: re.Pattern[str]
    listed: re.Pattern[str]
    possessive: re.Pattern[str]
    speakers: re.Pattern[str]
    own_heads: frozenset[str]
    chain: re.Pattern[str]
    letters: Mapping[str, str]
    not_numbers: re.Pattern[str]
    places: re.Pattern[str]
    place_kinds: Mapping[str, str]
    joins: re.Pattern[str]
    inside: re.Pattern[str]
    outside: re.Pattern[str]
    outer: re.Pattern[str]
    leads_to: re.Pattern[str]
    comes_from: re.Pattern[str]
    self_words: re.Pattern[str]
    same_words: re.Pattern[str]
    treaty_heads: re.Pattern[str]
    treaty_links: frozenset[str]
    treaty_common: frozenset[str]
    treaty_pairs: frozenset[str]
    treaty_quoted: re.Pattern[str]
    treaty_articles: re.Pattern[str]
    treaty_stops: re.Pattern[str]
    treaty_dates: re.Pattern[str]


@cache
def citations_of(language: str) -> Citations:
    """The citations of a language."""
    table = load("citations", known_language(language))
    names = {name: body for body, known in table["bodies"].items() for name in known}
    places, phrases, treaties = table["places"], table["phrases"], table.get("treaties", {})
    left, right = ("", "") if language == "zh" else (r"(?<!\w)", r"(?!\w)")
    glued = r"(?<!\w)[وبلكف]?" if language == "ar" else left
    heads = rf"{glued}(?P<never>(?:{_any(table['never'])})\s*)?(?P<head>{_any(table['resolution'])})(?!\w)"
    heads += rf"|{glued}(?P<never2>(?:{_any(table['never'])})\s*)?(?P<decision>{_any(table['decision'])})(?!\w)"
    after = rf"\s*(?:{_any(table['of'])})\s*(?P<name>{_any(names)})"
    date = date_shape(language)[0]
    dated = rf"(?:\s*,?\s*(?:{_any(table.get('dated', []))})?\s*{date}\s*(?:года|г\.)?,?)?"
    return Citations(
        language=language,
        trigger=_trigger(table),
        head_stems=_stems((*table["resolution"], *table["decision"])),
        place_stems=_stems((*table["places"], *table.get("bare_places", []))),
        phrase_stems=_stems((*phrases["self"], *phrases["same"])),
        heads=re.compile(heads if language != "zh" else heads.replace(r"(?!\w)", "")),
        mirrored=table.get("mirrored", False),
        head_follows=table.get("head_follows", False),
        bodies=re.compile(f"{glued}(?P<name>{_any(names)}){right}"),
        body_names=names,
        body_behind=re.compile(rf"\s*(?:[^\s\d,;]+\s+){{0,2}}{after}{right}"),
        inherits=re.compile(rf"(?:{_any(table.get('inherits', []))})\s*\Z"),
        adjectives=re.compile(rf"(?:['’]s?)?\s*(?:(?:{_any(table.get('adjectives', []))})\s+){{0,2}}"),
        listed=re.compile(rf"(?:[,;،、]|{left}(?:{_any(table['joins'])}))\s*\Z"),
        body_ahead=re.compile(rf"(?P<name>{_any(names)})的?(?:{date})?(?:关于[^，。；]{{0,50}}的)?第?\Z"),
        date_ahead=re.compile(r"(?P<year>\d{4})年\d{1,2}月\d{1,2}日(?:[^，。；\d/]{0,46})?第?\Z"),
        counted=re.compile(rf"(?:{_any(table.get('counted', []))})(?!\s*(?:[、，,]|{_any(table['joins'])}))"),
        date_behind=re.compile(rf"(?:{after})?\s*,?\s*(?:{_any(table.get('dated', []))})\s*{date}"),
        body_after=re.compile(f"{dated}{after}{right}"),
        possessive=re.compile(rf"{left}(?:{_any(table['possessive'])})\s*(?:[^\s\d]+\s+){{0,3}}\Z"),
        speakers=re.compile(rf",?\s*(?:{_any(table.get('speakers', []))})\s*"),
        own_heads=frozenset(table.get("own_heads", ())),
        chain=re.compile(rf"\s*[,(]?\s*(?:(?:{_any(phrases['chain'])})\s*)?\Z", re.IGNORECASE),
        letters=table.get("letters", {}),
        not_numbers=re.compile(rf"{left}(?:{_any(table.get('not_numbers', []))})\s*\Z"),
        places=_places(table, language),
        place_kinds=places,
        joins=re.compile(rf"\s*(?:,|;|[-–—]|、|،)?\s*(?:(?:{_any(table['joins'])})\s+)?"),
        inside=re.compile(rf"\s*,?\s*(?:{_any(phrases['inside'])}){right}"),
        outside=re.compile(rf"\s*,?\s*(?:{_any(phrases['outside'])}){right}"),
        outer=re.compile(rf"(?:{_any(phrases.get('outer', []))})\s*\Z"),
        leads_to=re.compile(rf"\s*,?\s*(?:{_any(phrases['outside'])})[^;.]{{0,90}}\Z", re.DOTALL),
        comes_from=re.compile(rf"\s*(?:\([^)]*\))?{dated}\s*,?\s*(?:{_any(phrases.get('within', []))})?\s*\Z"),
        self_words=re.compile(f"{glued}(?:{_any(phrases['self'])}){right}"),
        same_words=re.compile(f"{glued}(?:{_any(phrases['same'])}){right}"),
        treaty_heads=re.compile(rf"{left}(?:{_any(treaties.get('heads', []))}){right}"),
        treaty_links=frozenset((*treaties.get("links", []), *treaties.get("common", []))),
        treaty_common=frozenset(treaties.get("common", [])),
        treaty_pairs=frozenset(treaties.get("pairs", [])),
        treaty_quoted=re.compile(rf"《(?P<name>[^》]{{0,60}}(?:{_any(treaties.get('quoted', []))})[^》]{{0,60}})》"),
        treaty_articles=re.compile(rf"(?<!\w)(?:{_any(treaties.get('articles', []))})\s*", re.IGNORECASE),
        treaty_stops=re.compile(rf"(?:{_any(treaties.get('stops', []))}){right}", re.IGNORECASE),
        treaty_dates=re.compile(rf",?\s*(?:{_any(treaties.get('dates', []))})?\s*({date})", re.IGNORECASE),
    )


def _any(words: Iterable[str]) -> str:
    """An alternation of the words, the longest first; it matches nothing where there are none."""
    listed = sorted(words, key=lambda w: (-len(w), w))
    spaced = (re.sub("['’]", "['’]", re.escape(w)).replace(r"\ ", r"\s+") for w in listed)
    return "|".join(spaced) if listed else "(?!)"


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    """Beginnings of which one must stand in a text where one of the words does, as few as possible."""
    stems = sorted({word.lower()[:8] for word in words}, key=len)
    return tuple(s for at, s in enumerate(stems) if not any(s.startswith(known) for known in stems[:at]))


def _trigger(table: Mapping[str, Any]) -> re.Pattern[str]:
    """What at least must stand in a text with a citation: a head, a place, a symbol or the name of a treaty."""
    words = {*table["resolution"], *table["decision"], *table["places"]}
    stems = {word.strip(".")[:7] for word in words}
    treaties = table.get("treaties", {})
    names = {word.lower() for word in (*treaties.get("heads", []), *treaties.get("quoted", []))}
    return re.compile("|".join(map(re.escape, sorted(stems | names))) + r"|[a-z]{1,4}/\w|\d/\d|\d\s?\((?:19|20)\d\d\)")


def _places(table: Mapping[str, Any], language: str) -> re.Pattern[str]:
    """A word for a place with what it counts: "paragraphs 3 (a) and 5", "annex II", "subparagraph (b)"."""
    roman = r"(?:[ivxl]{1,6}|[A-Z])(?![\w’'])"
    letter = r"(?:\((?:[a-zа-я]{1,4}|[أ-ي]{1,2})\)|(?<![\w(])[a-z]{1,4}\))"
    number = rf"\d{{1,3}}(?![\d/])(?:\s?(?:bis|ter|quater|quinquies))?(?:\s?{letter}){{0,3}}"
    item = rf"(?:{number}|{letter}(?:\s?{letter})?|{roman})"
    joins = _any(table["joins"])
    join = rf"(?:\s*,\s*(?:(?:{joins})\s+)?|\s+(?:{joins})\s+|\s?[-–—至到]\s?|、|和|،\s*|\s*و\s*)"
    words = _any(table["places"])
    if language == "zh":
        return re.compile(rf"第(?P<items>{item}(?:{join}第?{item}){{0,14}})(?P<word>{words})", re.IGNORECASE)
    left = r"(?<!\w)[وبلكف]?(?:ال)?" if language == "ar" else r"(?<!\w)"
    bare = _any(table.get("bare_places", []))
    listed = rf"(?P<word>{words})(?:\s|\u00a0)+(?P<items>{item}(?:{join}{item}){{0,14}})"
    return re.compile(rf"{left}(?:{listed}|(?P<bare>{bare})(?!\w))", re.IGNORECASE)


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
    numbered = rf"S/RES/\d{{1,4}}{SPACE}?\((?:19|20)\d\d\)"
    return re.compile(
        rf"(?<![0-9A-Za-z/.‑-])(?:(?P<numbered>{numbered})|{told}|(?P<whole>{'|'.join(table['patterns'])})(?!\w))"
    )
