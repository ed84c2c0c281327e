"""Coordination bodies, from `data/mechanisms.toml`, and how a language names those that no list knows."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from operative.domain.mechanisms import Level, Mechanism
from operative.errors import VocabularyError
from operative.vocabulary.grammar import Phrases, phrases_of
from operative.vocabulary.loader import load

__all__ = ["Naming", "known_mechanisms", "letters_of", "naming"]


@dataclass(frozen=True, slots=True)
class Naming:
    """The words by which a language names coordination bodies, and those that open, order and close lists of them."""

    heads: frozenset[str]
    lower_heads: frozenset[str]
    never: frozenset[str]
    links: frozenset[str]
    stops: frozenset[str]
    topics: frozenset[str]
    levels: dict[str, Level]
    classes: frozenset[str]
    owners: frozenset[str]
    parts: frozenset[str]
    comprising: Phrases
    open_phrases: Phrases
    always_open: Phrases
    open_around: dict[str, str]
    closed_phrases: Phrases
    prefixes: tuple[str, ...]


def letters_of(name: str) -> str:
    """The letters and digits of a name alone, without case and accents: what survives damaged spelling."""
    spread = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in spread if c.isalnum())


@cache
def known_mechanisms() -> dict[str, Mechanism]:
    """Every known mechanism by the letters of each of its names and by its abbreviation, which keeps its capitals.

    The name is the first English one. A name that stands for two raises `VocabularyError`.
    """
    found: dict[str, Mechanism] = {}
    for row in load("mechanisms")["mechanism"]:
        mechanism = Mechanism(row["key"], row["names"]["en"][0], row["abbreviation"], Level(row["level"]))
        names = [letters_of(name) for language in row["names"].values() for name in language]
        for form in {*names, row["abbreviation"]} - {""}:
            if form in found:
                raise VocabularyError(f"mechanisms: {form!r} names {found[form].key} and {mechanism.key}")
            found[form] = mechanism
    return found


@cache
def naming(language: str) -> Naming:
    """How a language names coordination bodies."""
    table = load("mechanisms", language)
    levels = {word: level for level in Level if level.value in table["levels"] for word in table["levels"][level.value]}
    return Naming(
        frozenset(table["heads"]["words"]),
        frozenset(table["heads"]["lower"]),
        frozenset(table["never"]["words"]),
        frozenset(table["links"]["words"]),
        frozenset(table["links"]["stops"]),
        frozenset(table["links"]["topics"]),
        levels,
        frozenset(table["classes"]["words"]),
        frozenset(table["parts"]["owners"]),
        frozenset(table["parts"]["words"]),
        _spread(table["parts"]["comprising"]),
        _spread(table["openers"]["open"]),
        _spread(table["openers"]["always"]),
        dict(table["openers"]["around"]),
        _spread(table["openers"]["closed"]),
        tuple(table["damage"]["prefixes"]),
    )


def _spread(phrases: list[str]) -> Phrases:
    """The phrases with each comma as a word of its own, as a text has them."""
    return phrases_of(phrase.replace(",", " ,").replace("’", "’ ") for phrase in phrases)
