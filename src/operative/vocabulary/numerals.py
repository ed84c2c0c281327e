"""Numbers in words and figures: cardinals and ordinals of each language, from `data/calendar`."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from operative.vocabulary.loader import known_language, load

__all__ = ["any_accent", "cardinal_pattern", "ordinal_pattern", "read_cardinal", "read_ordinal"]

BETWEEN = r"(?:\s+|\s?[-‐‑]\s?)"
"""What separates the words of one number: spaces, or a hyphen of any sort, perhaps at the end of a line."""

HAN_FIGURES = "〇零一二三四五六七八九十百两"


def _fold(word: str) -> str:
    """The word in lower case and without Latin accents, for look-up."""
    spread = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in spread if not "\u0300" <= c <= "\u036f")


def any_accent(word: str) -> str:
    """A pattern of the word that also takes it without its accents, as capitals are often printed, and any spaces."""
    parts = []
    for char in word:
        plain = unicodedata.normalize("NFD", char)[0]
        if char == " ":
            parts.append(r"\s+")
        elif char == "'" or char == "’":
            parts.append("['’]")
        elif char == "-":
            parts.append(r"\s?[-‐‑]\s?")
        else:
            parts.append(f"[{char}{plain}]" if plain != char and plain.isascii() else re.escape(char))
    return "".join(parts)


def _either(words: Iterable[str]) -> str:
    return "|".join(any_accent(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _cardinals(language: str) -> dict[str, int]:
    return {_fold(word): value for word, value in load("calendar", language)["cardinals"].items()}


@cache
def _ordinals(language: str) -> dict[str, int]:
    table = load("calendar", language)
    endings = table.get("ordinal_endings", [""])
    return {_fold(stem + end): value for stem, value in table["ordinals"].items() for end in endings}


@cache
def _ordinal_tokens(language: str) -> str:
    table = load("calendar", language)
    ends = "|".join(sorted((any_accent(e) for e in table.get("ordinal_endings", [])), key=len, reverse=True))
    stems = _either(table["ordinals"])
    return f"(?:{stems})(?:{ends})" if ends else f"(?:{stems})"


@cache
def _token(language: str) -> re.Pattern[str]:
    """One word of a number, ordinals first, so that `sixtieth` is not read as sixty."""
    prefix = _prefix(language)
    ordinal, cardinal = _ordinal_tokens(language), _either(load("calendar", language)["cardinals"])
    return re.compile(rf"{prefix}(?P<word>{ordinal}|(?:{cardinal}))(?!\w)", re.IGNORECASE)


def _prefix(language: str) -> str:
    prefixes = load("calendar", language).get("prefixes", [])
    return f"(?:{'|'.join(prefixes)})?" if prefixes else ""


@cache
def ordinal_pattern(language: str) -> str:
    """A pattern without groups for an ordinal in words or figures: "seventy-eighth", "78th", "第七十八"."""
    table = load("calendar", known_language(language))
    if table.get("positional"):
        return rf"第\s?(?:[{HAN_FIGURES}]+|\d{{1,3}})"
    joiners = "".join(f"|{BETWEEN}{j}{BETWEEN}" for j in table["joiners"])
    prefix, ordinal = _prefix(language), _ordinal_tokens(language)
    if table.get("any_order"):
        joined = "".join(rf"\s+{j}" for j in table["joiners"])
        words = rf"{ordinal}(?:(?:{joined})?\s+{prefix}{ordinal}){{0,4}}(?!\w)"
        return rf"(?:(?<!\w){words}|(?:ال(?:ـ)?\s?)?\d{{1,3}})"
    several = f"|{ordinal}" if table.get("ordinals_in_row") else ""
    tokens = rf"(?:{_either(table['cardinals'])}{several})"
    suffixes = "|".join(re.escape(s) for s in sorted(table["ordinal_suffixes"], key=len, reverse=True))
    words = rf"(?<!\w)(?:{tokens}(?:{BETWEEN}{joiners})){{0,4}}{ordinal}(?!\w)"
    return rf"(?:{words}|(?<![\w.])\d{{1,3}}\s?(?:{suffixes})(?!\w))"


@cache
def cardinal_pattern(language: str) -> str:
    """A pattern without groups for a number in words, in figures, or both: "thirty", "90", "ninety (90)"."""
    table = load("calendar", known_language(language))
    if table.get("positional"):
        return rf"(?:[{HAN_FIGURES}]+|\d{{1,4}})"
    tokens = rf"(?:{_either(table['cardinals'])})"
    joiners = "".join(f"|{BETWEEN}{j}{BETWEEN}" for j in table["joiners"])
    words = rf"(?<!\w){tokens}(?:(?:{BETWEEN}{joiners}){_prefix(language)}{tokens}){{0,4}}(?!\w)(?:\s+\(\d{{1,4}}\))?"
    return rf"(?:{words}|(?<![\w.,/])\d{{1,3}}(?![\w/])(?:\s+\({tokens}\))?)"


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def read_ordinal(words: str, language: str) -> int | None:
    """The number that an ordinal says, in words or figures; None where the words are no ordinal."""
    words = words.strip()
    if not _whole(ordinal_pattern(language)).fullmatch(words):
        return None
    return _value(words.removeprefix("第"), language)


def read_cardinal(words: str, language: str) -> int | None:
    """The number that a cardinal says, in words, figures or both; None where the words are no number."""
    words = words.strip()
    if not _whole(cardinal_pattern(language)).fullmatch(words):
        return None
    return _value(words, language)


def _value(words: str, language: str) -> int | None:
    digits = re.search(r"\d+", words)
    if digits:
        return int(digits.group())
    table = load("calendar", language)
    if table.get("positional"):
        return _han(words.strip(), table["cardinals"])
    lookup = _cardinals(language) | _ordinals(language)
    values = [lookup[_fold(re.sub(r"\s?[-‐‑]\s?", "-", m["word"]))] for m in _token(language).finditer(words)]
    return _total(sorted(values, reverse=True) if table.get("any_order") else values)


def _total(values: list[int]) -> int | None:
    """The sum of the words of one number: each must be smaller than the place that the one before it left open."""
    total, room = 0, 1000
    for value in values:
        if value == 100 and 0 < total < 10:
            total, room = total * 100, 100
        elif value < room:
            total += value
            room = value if value >= 100 else 20 if value >= 20 else 10 if value == 10 else 0
        else:
            return None
    return total or None


def _han(words: str, figures: dict[str, int]) -> int | None:
    if len(words) > 1 and not set(words) & {"十", "百"}:
        return int("".join(str(figures[c]) for c in words))
    total, pending = 0, 0
    for char in words:
        value = figures[char]
        if value in (10, 100):
            total, pending = total + (pending or 1) * value, 0
        else:
            pending = value
    return total + pending or None
