"""How a language strings duties together and hangs one on another, from `data/duties`."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

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
    object_pronouns: frozenset[str]
    """Before an infinitive they are its object, and articles elsewhere: "de le communiquer"."""
    negations: frozenset[str]
    connectives: Phrases
    own_verbs: frozenset[str]
    permission_leads: frozenset[str]
    permission_openers: Phrases
    permission_modals: frozenset[str]
    permission_links: Phrases
    permission_never: Phrases
    """They leave nothing to anybody: "comments that the Board might wish to make"."""
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
    return Duties(
        **_tasks(table["tasks"]),
        own_verbs=frozenset(table["own"]["verbs"]),
        **_permission(table["permission"]),
        **_reporting(table["reporting"]),
        **_hanging(table["dependencies"]),
        families=tuple(Family(frozenset(row["nouns"]), frozenset(row["verbs"])) for row in table["family"]),
    )


def _sets(table: dict[str, Any], names: Iterable[str], prefix: str = "") -> dict[str, Any]:
    return {f"{prefix}{name}": frozenset(table[name]) for name in names}


def _tasks(table: dict[str, Any]) -> dict[str, Any]:
    names = ("infinitives", "modals", "approach", "never_verbs", "relatives", "objects", "negations")
    phrases = {name: _spread(table[name]) for name in ("purpose", "conjunctions", "adverbs", "connectives")}
    pronouns = {"object_pronouns": frozenset(table.get("object_pronouns", ()))}
    endings = {"verb_endings": tuple(table["verb_endings"]), "adverb_ending": table["adverb_ending"]}
    return _sets(table, names) | phrases | pronouns | endings


def _permission(table: dict[str, Any]) -> dict[str, Any]:
    phrases = {f"permission_{name}": _spread(table.get(name, [])) for name in ("openers", "links", "never")}
    return _sets(table, ("leads", "modals", "pronouns", "articles"), "permission_") | phrases


def _reporting(table: dict[str, Any]) -> dict[str, Any]:
    renamed = {
        "reporting_verbs": frozenset(table["verbs"]),
        "reporting_only": frozenset(table["only"]),
        "about": frozenset(table["on"]),
        "topic_pronouns": frozenset(table["pronouns"]),
        "scope_stops": frozenset(table["stops"]),
    }
    phrases = {name: _spread(table[name]) for name in ("not_about", "including")}
    return renamed | _sets(table, ("of", "informing", "keeping", "informed", "asking")) | phrases


def _hanging(table: dict[str, Any]) -> dict[str, Any]:
    strong, weak = _spread(table["strong"]), _spread(table["weak"])
    around = tuple((words_of(opener)[0], words_of(closer)) for opener, closer in table["around"])
    opening = frozenset({*strong.by_first, *weak.by_first, *(opener for opener, _ in around)})
    phrases = {"strong": strong, "weak": weak, "around": around, "hanging": opening}
    return phrases | _sets(table, ("pointing", "ahead", "articles"))


def _spread(phrases: list[str]) -> Phrases:
    """The phrases with each comma, and each elided article, as a word of its own, as a text has them."""
    return phrases_of(phrase.replace(",", " ,").replace("’", "’ ") for phrase in phrases)
