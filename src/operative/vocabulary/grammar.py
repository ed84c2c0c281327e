"""How sentences of a language are built, from `data/grammar`: its small word classes and standing phrases."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from operative.vocabulary.loader import known_language, load

__all__ = ["Grammar", "Phrases", "grammar", "phrases_of", "words_of"]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Standing phrases by their first word, longest first, ready to be held against the words of a text."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]

    def length_at(self, low: tuple[str, ...], at: int) -> int:
        """How many words the longest phrase takes that stands at `at`; 0 where none does."""
        if at >= len(low):
            return 0
        for phrase in self.by_first.get(low[at], ()):
            if len(phrase) == 1 or low[at : at + len(phrase)] == phrase:
                return len(phrase)
        return 0

    def length_before(self, low: tuple[str, ...], at: int) -> int:
        """How many words the longest phrase takes that ends right before `at`; 0 where none does."""
        longest = 0
        for back in range(1, min(at, 6) + 1):
            if low[at - back] in self.by_first and self.length_at(low, at - back) == back:
                longest = back
        return longest


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word classes and phrases of one language; `words` and `phrases` are keyed as in the file."""

    language: str
    words: dict[str, frozenset[str]]
    phrases: dict[str, Phrases]
    adverb_ending: str
    not_adverbs: frozenset[str]
    noun_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    finite_endings: tuple[str, ...]
    person_endings: tuple[str, ...]
    passive_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    joiners: Phrases
    to_be: tuple[str, ...]

    def is_adverb(self, word: str) -> bool:
        """Whether the form of the word is that of an adverb of manner or degree: "strongly"."""
        ending = self.adverb_ending
        return bool(ending) and word.endswith(ending) and len(word) > len(ending) + 2 and word not in self.not_adverbs

    def opens_phrase(self, word: str) -> bool:
        """Whether the word ends the core of a noun phrase before it."""
        return word in self.words["closing"]


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a standing phrase in the form in which texts are compared: lower case, one apostrophe."""
    return tuple(phrase.casefold().replace("'", "’").split())


def phrases_of(phrases: Iterable[str]) -> Phrases:
    """The phrases, sorted for matching."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = words_of(phrase)
        by_first.setdefault(words[0], []).append(words)
    return Phrases({first: tuple(sorted(set(rest), key=lambda p: (-len(p), p))) for first, rest in by_first.items()})


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language."""
    table = load("grammar", known_language(language))
    words = {name: frozenset(values) for name, values in table["words"].items()}
    words["closing"] = words["prepositions"] | words["conjunctions"] | words["relatives"] | words["modals"]
    words["closing"] |= words["auxiliaries"] | words["infinitives"]
    adverbs, subjects = table["adverbs"], table["subjects"]
    phrases = {
        "before": phrases_of(adverbs["before"]),
        "after": phrases_of(adverbs["after"]),
        "connectives": phrases_of(table["connectives"]["phrases"]),
        "organs": phrases_of(subjects["organs"]),
    }
    words["with"], words["feelings"] = frozenset(adverbs["with"]), frozenset(adverbs["feelings"])
    words["subjects"], words["we"] = frozenset(subjects["pronouns"]), frozenset(subjects["we"])
    return Grammar(
        language,
        words,
        phrases,
        adverbs["ending"],
        frozenset(adverbs["not_before"]),
        tuple(table["words"]["noun_endings"]),
        tuple(table["words"]["participle_endings"]),
        tuple(table["words"]["finite_endings"]),
        tuple(table["words"]["person_endings"]),
        tuple(table["words"]["passive_endings"]),
        tuple(table["words"]["gerund_endings"]),
        tuple(table["words"]["adjective_endings"]),
        phrases_of(table["words"]["joiners"]),
        tuple(table["words"]["to_be"]),
    )
