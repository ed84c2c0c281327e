"""How documents and places are cited: words per language in `data/citations`, numbering in `data/citations.toml`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from operative.vocabulary.alternatives import any_of
from operative.vocabulary.calendar import date_shape
from operative.vocabulary.loader import known_language, load

__all__ = ["Citations", "NameWords", "NumberWords", "PlaceWords", "citations_of"]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words around numbers of resolutions and decisions."""

    stems: tuple[str, ...]
    heads: re.Pattern[str]
    head_follows: bool
    mirrored: bool
    bodies: re.Pattern[str]
    body_names: Mapping[str, str]
    body_after: re.Pattern[str]
    body_ahead: re.Pattern[str]
    body_behind: re.Pattern[str]
    stranger: re.Pattern[str]
    day_behind: re.Pattern[str]
    date_ahead: re.Pattern[str]
    date_behind: re.Pattern[str]
    inherits: re.Pattern[str]
    adjectives: re.Pattern[str]
    possessive: re.Pattern[str]
    speakers: re.Pattern[str]
    own_heads: frozenset[str]
    letters: Mapping[str, str]
    listed: re.Pattern[str]
    counted: re.Pattern[str]
    not_numbers: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words around places in texts, and those that stand for a text."""

    stems: tuple[str, ...]
    phrase_stems: tuple[str, ...]
    head_follows: bool
    places: re.Pattern[str]
    kinds: Mapping[str, str]
    chain: re.Pattern[str]
    ranges: re.Pattern[str]
    inside: re.Pattern[str]
    outside: re.Pattern[str]
    outer: re.Pattern[str]
    leads_to: re.Pattern[str]
    comes_from: re.Pattern[str]
    self_words: re.Pattern[str]
    same_words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words in names of treaties."""

    language: str
    stems: tuple[str, ...]
    heads: re.Pattern[str]
    links: frozenset[str]
    common: frozenset[str]
    pairs: frozenset[str]
    quoted: re.Pattern[str]
    short: re.Pattern[str]
    charters: Mapping[str, str]
    complete: re.Pattern[str]
    articles: re.Pattern[str]
    stops: re.Pattern[str]
    dates: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Citations:
    """All that is known of the citations of one language.

    `stems` of each kind are beginnings of which one stands in every text where the patterns of that kind find anything.
    """

    numbers: NumberWords
    places: PlaceWords
    names: NameWords


@cache
def citations_of(language: str) -> Citations:
    """The citations of a language."""
    table = load("citations", known_language(language))
    edges = _edges(language)
    return Citations(
        _number_words(table, language, *edges),
        _place_words(table, language, *edges),
        _name_words(table, language, *edges),
    )


def _edges(language: str) -> tuple[str, str, str]:
    """What stands left of a word, left of one with small words glued on, and right of it."""
    if language == "zh":
        return "", "", ""
    left = r"(?<!\w)"
    return left, rf"{left}[وبلكف]?" if language == "ar" else left, r"(?!\w)"


def _dated(table: Mapping[str, Any], language: str) -> str:
    """A date that may stand behind a number."""
    date = date_shape(language)[0]
    return rf"(?:\s*,?\s*(?:{any_of(table.get('dated', []))})?\s*{date}\s*(?:года|г\.)?,?)?"


def _number_words(table: Mapping[str, Any], language: str, left: str, glued: str, right: str) -> NumberWords:
    date, dated, joins = date_shape(language)[0], _dated(table, language), any_of(table["joins"])
    names = {name: body for body, known in table["bodies"].items() for name in known}
    name, never = f"(?P<name>{any_of(names)})", any_of(table["never"])
    after = rf"\s*(?:{any_of(table['of'])})\s*{name}"
    heads = rf"{glued}(?P<never>(?:{never})\s*)?(?P<head>{any_of(table['resolution'])}){right}"
    heads += rf"|{glued}(?P<never2>(?:{never})\s*)?(?P<decision>{any_of(table['decision'])}){right}"
    return NumberWords(
        stems=_stems((*table["resolution"], *table["decision"])),
        heads=re.compile(heads),
        head_follows=table.get("head_follows", False),
        mirrored=table.get("mirrored", False),
        bodies=re.compile(f"{glued}{name}{right}"),
        body_names=names,
        body_after=re.compile(f"{dated}{after}{right}"),
        body_ahead=re.compile(rf"{name}的?(?:{date})?(?:关于[^，。；]{{0,50}}的)?第?\Z"),
        body_behind=re.compile(rf"\s*(?:[^\s\d,;]+\s+){{0,2}}{after}{right}"),
        stranger=_stranger(table, left),
        day_behind=re.compile(dated),
        date_ahead=re.compile(r"(?P<year>\d{4})年\d{1,2}月\d{1,2}日(?:[^，。；\d/]{0,46})?第?\Z"),
        date_behind=re.compile(rf"(?:{after})?\s*,?\s*(?:{any_of(table.get('dated', []))})\s*{date}"),
        inherits=re.compile(rf"(?:{any_of(table.get('inherits', []))})\s*\Z"),
        adjectives=re.compile(rf"(?:['’]s?)?\s*(?:(?:{any_of(table.get('adjectives', []))})\s+){{0,2}}"),
        possessive=re.compile(rf"{left}(?:{any_of(table['possessive'])})\s*(?:[^\s\d]+\s+){{0,3}}\Z"),
        speakers=re.compile(rf",?\s*(?:{any_of(table.get('speakers', []))})\s*"),
        own_heads=frozenset(table.get("own_heads", ())),
        letters=table.get("letters", {}),
        listed=re.compile(rf"(?:[,;،、]|{left}(?:{joins}))\s*\Z"),
        counted=re.compile(rf"(?:{any_of(table.get('counted', []))})(?!\s*(?:[、，,]|{joins}))"),
        not_numbers=re.compile(rf"{left}(?:{any_of(table.get('not_numbers', []))})\s*\Z"),
    )


def _stranger(table: Mapping[str, Any], left: str) -> re.Pattern[str]:
    """What names, behind a number or a body, an organization of its own: "of the Well Union", "of WWU"."""
    articles, home = any_of(table.get("of_other", [])), any_of(table.get("home", []))
    short = any_of(table.get("of_short", []))
    name = rf"(?!(?:{home})(?!\w))"
    return re.compile(rf"\s+(?:(?:{articles})\s*{name}[A-ZÀ-Ý]\w|(?:{short})\s*{name}[A-Z]{{3}})")


def _place_words(table: Mapping[str, Any], language: str, left: str, glued: str, right: str) -> PlaceWords:
    phrases, within = table["phrases"], any_of(table["phrases"].get("within", []))
    return PlaceWords(
        stems=_stems((*table["places"], *table.get("bare_places", []))),
        phrase_stems=_stems((*phrases["self"], *phrases["same"])),
        head_follows=table.get("head_follows", False),
        places=_places(table, language),
        kinds=table["places"],
        chain=re.compile(rf"\s*[,(]?\s*(?:(?:{any_of(phrases['chain'])})\s*)?\Z", re.IGNORECASE),
        ranges=re.compile(rf"\s*(?P<words>{any_of(table.get('ranges', []))}|[-–—])\s*第?\(?\Z"),
        inside=re.compile(rf"\s*,?\s*(?:{any_of(phrases['inside'])}){right}"),
        outside=re.compile(rf"\s*,?\s*(?:{any_of(phrases['outside'])}){right}"),
        outer=re.compile(rf"(?:{any_of(phrases.get('outer', []))})\s*\Z"),
        leads_to=re.compile(rf"\s*,?\s*(?:{any_of(phrases['outside'])})[^;.]{{0,90}}\Z", re.DOTALL),
        comes_from=re.compile(rf"\s*(?:\([^)]*\))?{_dated(table, language)}\s*,?\s*(?:{within})?\s*\Z"),
        self_words=re.compile(f"{glued}(?:{any_of(phrases['self'])}){right}"),
        same_words=re.compile(f"{glued}(?:{any_of(phrases['same'])}){right}"),
    )


def _name_words(table: Mapping[str, Any], language: str, left: str, glued: str, right: str) -> NameWords:
    words: dict[str, Any] = table.get("treaties", {})
    date = date_shape(language)[0]
    return NameWords(
        language=language,
        stems=_stems((*words.get("heads", []), *words.get("quoted", []))),
        heads=re.compile(rf"{left}(?:{any_of(words.get('heads', []))}){right}"),
        links=frozenset((*words.get("links", []), *words.get("common", []))),
        common=frozenset(words.get("common", [])),
        pairs=frozenset(words.get("pairs", [])),
        quoted=re.compile(rf"《(?P<name>[^》]{{0,60}}(?:{any_of(words.get('quoted', []))})[^》]{{0,60}})》"),
        short=_short(table, left, right),
        charters=words.get("charters", {}),
        complete=re.compile(rf"(?:{any_of(words.get('complete', []))}){right}"),
        articles=re.compile(rf"(?<!\w)(?:{any_of(words.get('articles', []))})\s*", re.IGNORECASE),
        stops=re.compile(rf"(?:{any_of(words.get('stops', []))}){right}", re.IGNORECASE),
        dates=re.compile(rf",?\s*(?:{any_of(words.get('dates', []))})?\s*({date})", re.IGNORECASE),
    )


def _short(table: Mapping[str, Any], left: str, right: str) -> re.Pattern[str]:
    """The head of a name that stands alone behind a place: "of the Constitution"."""
    words = table.get("treaties", {})
    outside, articles = any_of(table["phrases"]["outside"]), any_of(words.get("articles", []))
    return re.compile(
        rf"\s*,?\s*(?:{outside})\s*(?:(?:{articles})\s*)?{left}(?P<name>{any_of(words.get('heads', []))}){right}"
    )


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    """Beginnings of which one must stand in a text where one of the words does, as few as possible."""
    stems = sorted({word.lower()[:8] for word in words}, key=len)
    return tuple(s for at, s in enumerate(stems) if not any(s.startswith(known) for known in stems[:at]))


def _places(table: Mapping[str, Any], language: str) -> re.Pattern[str]:
    """A word for a place with what it counts: "paragraphs 3 (a) and 5", "annex II", "subparagraph (b)"."""
    roman = r"(?:[ivxl]{1,6}|[A-Z])(?![\w’'])"
    letter = r"(?:\((?:[a-zа-я]{1,4}|[أ-ي]{1,2})\)|(?<![\w(])[a-z]{1,4}\))"
    number = rf"\d{{1,3}}(?![\d/])(?:\s?(?:bis|ter|quater|quinquies))?(?:\s?{letter}){{0,3}}"
    item = rf"(?:{number}|{letter}(?:\s?{letter})?|{roman})"
    joins = any_of(table["joins"])
    join = rf"(?:\s*,\s*(?:(?:{joins})\s+)?|\s+(?:{joins})\s+|\s?[-–—至到]\s?|、|和|،\s*|\s*و\s*)"
    words = any_of(table["places"])
    if language == "zh":
        return re.compile(rf"第(?P<items>{item}(?:{join}第?{item}){{0,14}})(?P<word>{words})", re.IGNORECASE)
    left = r"(?<!\w)[وبلكف]?(?:ال)?" if language == "ar" else r"(?<!\w)"
    bare = any_of(table.get("bare_places", []))
    listed = rf"(?P<word>{words})(?:\s|\u00a0)+(?P<items>{item}(?:{join}{item}){{0,14}})"
    return re.compile(rf"{left}(?:{listed}|(?P<bare>{bare})(?!\w))", re.IGNORECASE)
