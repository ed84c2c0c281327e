"""Standing phrases around the parts of an act, from `data/idioms`."""

from dataclasses import dataclass
from functools import cache

from operative.vocabulary.grammar import Phrases, phrases_of, words_of
from operative.vocabulary.loader import known_language, load

__all__ = ["Idioms", "idioms"]


@dataclass(frozen=True, slots=True)
class Idioms:
    """The phrases by which the parts of an act are told, each set under the name it has in the file."""

    adverbials: Phrases
    examples: Phrases
    adjuncts: frozenset[str]
    whole_adjuncts: frozenset[str]
    """Words that open an adjunct behind which a list of addressees goes on: "towns, within their means, and ports"."""
    not_gerunds: frozenset[str]
    inside: Phrases
    condition_clauses: Phrases
    condition_brief: Phrases
    condition_phrases: Phrases
    aside_conditions: Phrases
    never_conditions: Phrases
    complete: frozenset[str]
    decided: frozenset[str]
    """An infinitive goes on with them: "subject to a decision of the Board to open the post"."""
    if_words: Phrases
    never_if: Phrases
    midst: frozenset[str]
    """Words that open a condition in the midst of a sentence too."""
    asking: frozenset[str]
    """Words behind which they open a question: "to see if"."""
    resource_phrases: Phrases
    amounts: Phrases
    """They open a figure of money: "the amount of"."""
    given_nouns: frozenset[str]
    """Resource nouns that mean money only beside a word of `money`: "contributions to the debate"."""
    money: frozenset[str]
    resource_nouns: frozenset[str]
    resource_verbs: frozenset[str]
    through: frozenset[str]
    under: Phrases
    condition_starts: frozenset[str]
    """The first words of all conditions; so for resources and channels."""
    resource_starts: frozenset[str]
    channel_starts: frozenset[str]


@cache
def idioms(language: str) -> Idioms:
    """The idioms of a language."""
    table = load("idioms", known_language(language))
    adverbials, adjuncts = table["adverbials"], table["adjuncts"]
    conditions, resources, channels = table["conditions"], table["resources"], table["channels"]
    openings = conditions["if"]["openings"]
    kinds = (conditions["clause"], conditions["brief"], conditions["phrase"], conditions["aside"], openings)
    return Idioms(
        adverbials=phrases_of(adverbials["phrases"]),
        examples=phrases_of(adverbials["examples"]),
        adjuncts=frozenset(adjuncts["openings"]),
        whole_adjuncts=frozenset(adjuncts.get("whole", ())),
        not_gerunds=frozenset(adjuncts["not_gerunds"]),
        inside=phrases_of(adjuncts["inside"]),
        condition_clauses=phrases_of(conditions["clause"]),
        condition_brief=phrases_of(conditions["brief"]),
        condition_phrases=phrases_of(conditions["phrase"]),
        aside_conditions=phrases_of(conditions["aside"]),
        never_conditions=phrases_of(conditions["never"]),
        complete=frozenset(conditions["complete"]),
        decided=frozenset(conditions.get("decided", ())),
        if_words=phrases_of(openings),
        never_if=phrases_of(conditions["if"]["never"]),
        midst=frozenset(conditions["if"].get("midst", ())),
        asking=frozenset(conditions["if"].get("asking", ())),
        resource_phrases=phrases_of(resources["phrase"]),
        amounts=phrases_of(resources.get("amounts", ())),
        given_nouns=frozenset(resources.get("given", ())),
        money=frozenset(resources.get("money", ())),
        resource_nouns=frozenset(resources["nouns"]),
        resource_verbs=frozenset(resources["verbs"]),
        through=frozenset(channels["through"]),
        under=phrases_of(channels["under"]),
        condition_starts=frozenset(words_of(phrase)[0] for kind in kinds for phrase in kind),
        resource_starts=frozenset(
            words_of(phrase)[0] for key in ("phrase", "amounts") for phrase in resources.get(key, ())
        )
        | frozenset(resources["verbs"]),
        channel_starts=frozenset(channels["through"]) | frozenset(words_of(phrase)[0] for phrase in channels["under"]),
    )
