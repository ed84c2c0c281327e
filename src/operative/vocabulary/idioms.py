"""Standing phrases around the parts of an act, from `data/idioms`."""

from dataclasses import dataclass
from functools import cache

from operative.vocabulary.grammar import Phrases, phrases_of
from operative.vocabulary.loader import known_language, load

__all__ = ["Idioms", "idioms"]


@dataclass(frozen=True, slots=True)
class Idioms:
    """The phrases by which the parts of an act are told, each set under the name it has in the file."""

    adverbials: Phrases
    examples: Phrases
    adjuncts: frozenset[str]
    not_gerunds: frozenset[str]
    inside: Phrases
    condition_clauses: Phrases
    condition_brief: Phrases
    condition_phrases: Phrases
    aside_conditions: Phrases
    never_conditions: Phrases
    complete: frozenset[str]
    if_words: Phrases
    never_if: Phrases
    resource_phrases: Phrases
    resource_nouns: frozenset[str]
    resource_verbs: frozenset[str]
    through: frozenset[str]
    under: Phrases


@cache
def idioms(language: str) -> Idioms:
    """The idioms of a language."""
    table = load("idioms", known_language(language))
    adjuncts, conditions, resources = table["adjuncts"], table["conditions"], table["resources"]
    return Idioms(
        phrases_of(table["adverbials"]["phrases"]),
        phrases_of(table["adverbials"]["examples"]),
        frozenset(adjuncts["openings"]),
        frozenset(adjuncts["not_gerunds"]),
        phrases_of(adjuncts["inside"]),
        phrases_of(conditions["clause"]),
        phrases_of(conditions["brief"]),
        phrases_of(conditions["phrase"]),
        phrases_of(conditions["aside"]),
        phrases_of(conditions["never"]),
        frozenset(conditions["complete"]),
        phrases_of(conditions["if"]["openings"]),
        phrases_of(conditions["if"]["never"]),
        phrases_of(resources["phrase"]),
        frozenset(resources["nouns"]),
        frozenset(resources["verbs"]),
        frozenset(table["channels"]["through"]),
        phrases_of(table["channels"]["under"]),
    )
