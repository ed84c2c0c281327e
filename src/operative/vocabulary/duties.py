"""How a language strings duties together and hangs one on another, from `data/duties`."""

from dataclasses import dataclass
from functools import cache

from operative.vocabulary.grammar import Phrases, phrases_of, words_of
from operative.vocabulary.loader import load

__all__ = ["UNDERSTOOD", "Duties", "Family", "duties"]

UNDERSTOOD = ("en", "fr", "es")
"""Languages whose duties, conditions and goals are read; of the others, acts are all that is known."""


@dataclass(frozen=True, slots=True)
class Family:
    """Nouns that call by name what the verbs do."""

    nouns: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Duties:
    """The words of one language, each set under the name that its table and key have in the file.

    `hanging` are the words with which any dependency opens.
    """

    infinitives: frozenset[str]
    modals: frozenset[str]
    purpose: Phrases
    approach: frozenset[str]
    verb_endings: tuple[str, ...]
    never_verbs: frozenset[str]
    relatives: frozenset[str]
    objects: frozenset[str]
    conjunctions: Phrases
    adverbs: Phrases
    adverb_ending: str
    negations: frozenset[str]
    connectives: Phrases
    own_verbs: frozenset[str]
    permission_leads: frozenset[str]
    permission_openers: Phrases
    permission_modals: frozenset[str]
    permission_links: Phrases
    permission_pronouns: frozenset[str]
    permission_articles: frozenset[str]
    reporting_verbs: frozenset[str]
    reporting_only: frozenset[str]
    about: frozenset[str]
    of: frozenset[str]
    informing: frozenset[str]
    keeping: frozenset[str]
    informed: frozenset[str]
    not_about: Phrases
    asking: frozenset[str]
    topic_pronouns: frozenset[str]
    including: Phrases
    scope_stops: frozenset[str]
    strong: Phrases
    weak: Phrases
    around: tuple[tuple[str, tuple[str, ...]], ...]
    hanging: frozenset[str]
    pointing: frozenset[str]
    ahead: frozenset[str]
    articles: frozenset[str]
    families: tuple[Family, ...]

    def is_adverb(self, word: str) -> bool:
        """Whether the form of a word is that of an adverb."""
        return bool(self.adverb_ending) and len(word) > 4 and word.endswith(self.adverb_ending)


@cache
def duties(language: str) -> Duties:
    """How a language strings duties together."""
    table = load("duties", language)
    tasks, permission, reporting = table["tasks"], table["permission"], table["reporting"]
    hanging = table["dependencies"]
    strong, weak = _spread(hanging["strong"]), _spread(hanging["weak"])
    return Duties(
        frozenset(tasks["infinitives"]),
        frozenset(tasks["modals"]),
        phrases_of(tasks["purpose"]),
        frozenset(tasks["approach"]),
        tuple(tasks["verb_endings"]),
        frozenset(tasks["never_verbs"]),
        frozenset(tasks["relatives"]),
        frozenset(tasks["objects"]),
        phrases_of(tasks["conjunctions"]),
        phrases_of(tasks["adverbs"]),
        tasks["adverb_ending"],
        frozenset(tasks["negations"]),
        _spread(tasks["connectives"]),
        frozenset(table["own"]["verbs"]),
        frozenset(permission["leads"]),
        _spread(permission["openers"]),
        frozenset(permission["modals"]),
        phrases_of(permission["links"]),
        frozenset(permission["pronouns"]),
        frozenset(permission["articles"]),
        frozenset(reporting["verbs"]),
        frozenset(reporting["only"]),
        frozenset(reporting["on"]),
        frozenset(reporting["of"]),
        frozenset(reporting["informing"]),
        frozenset(reporting["keeping"]),
        frozenset(reporting["informed"]),
        _spread(reporting["not_about"]),
        frozenset(reporting["asking"]),
        frozenset(reporting["pronouns"]),
        _spread(reporting["including"]),
        frozenset(reporting["stops"]),
        strong,
        weak,
        tuple((words_of(opener)[0], words_of(closer)) for opener, closer in hanging["around"]),
        frozenset({*strong.by_first, *weak.by_first, *(words_of(opener)[0] for opener, _ in hanging["around"])}),
        frozenset(hanging["pointing"]),
        frozenset(hanging["ahead"]),
        frozenset(hanging["articles"]),
        tuple(Family(frozenset(row["nouns"]), frozenset(row["verbs"])) for row in table["family"]),
    )


def _spread(phrases: list[str]) -> Phrases:
    """The phrases with each comma, and each elided article, as a word of its own, as a text has them."""
    return phrases_of(phrase.replace(",", " ,").replace("’", "’ ") for phrase in phrases)
