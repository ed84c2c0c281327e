"""Words that head the names of those who act, from `data/actors`."""

from dataclasses import dataclass
from functools import cache

from operative.errors import VocabularyError
from operative.vocabulary.grammar import Phrases, phrases_of
from operative.vocabulary.loader import known_language, load

__all__ = ["KINDS", "Actors", "actors"]

KINDS = ("officer", "organ", "states", "institution", "group")


@dataclass(frozen=True, slots=True)
class Actors:
    """Heads of actors' names with their kind, heads of things, and what may follow a name."""

    heads: dict[str, str]
    proper: frozenset[str]
    things: frozenset[str]
    named: frozenset[str]
    named_by: frozenset[str]
    followed: frozenset[str]
    names: Phrases
    """The heads as phrases, for languages in which a name is read as it is known."""
    states: Phrases
    pronouns: frozenset[str]
    partial: bool = False
    """Whether only some names are known, so that somebody who is asked may not be read."""


@cache
def actors(language: str) -> Actors:
    """The actors of a language; a kind that is none of `KINDS` raises `VocabularyError`."""
    table = load("actors", known_language(language))
    heads: dict[str, str] = {}
    for row in table["actor"]:
        if row["kind"] not in KINDS:
            raise VocabularyError(f"actors {language}: no kind {row['kind']!r}")
        for head in row["heads"]:
            heads.setdefault(head, row["kind"])
    return Actors(
        heads,
        frozenset(table["proper"]["heads"]),
        frozenset(table["things"]["heads"]),
        frozenset(table["named"]["heads"]),
        frozenset(table["named"]["prepositions"]),
        frozenset(table["followed"]["words"]),
        phrases_of(heads),
        phrases_of(table["states"]["names"]),
        frozenset(table["pronouns"]["words"]),
        table.get("partial", False),
    )
