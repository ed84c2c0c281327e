"""How sentences of a language are built, from `data/grammar`: its small word classes and standing phrases."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from operative.errors import VocabularyError
from operative.vocabulary.loader import known_language, load
from operative.vocabulary.tokens import Joints, split_tokens

__all__ = ["Grammar", "Phrases", "grammar", "phrases_of", "words_of"]

# fmt: off
CLASSES = (
    "determiners", "articles", "indefinite", "openers", "adjectival", "possessives", "pronouns", "prepositions",
    "conjunctions", "relatives", "modals", "auxiliaries", "binding_modals", "duty_modals", "copulas", "negations",
    "denying", "ceasing", "compared", "limiting", "infinitives", "complementizers", "agents", "partners", "causes",
    "rest", "recipients", "of", "with", "purpose", "feelings", "plans", "objects", "adjective_too", "said_where",
    "postpositive", "to_joins", "times_inside", "said_by", "passed", "continues", "steered", "means", "governed",
    "told_stops", "agent_stops", "recipient_stops", "times", "things_before", "enabling", "complemented",
    "never_verbs", "not_persons", "verb_like", "listed", "not_finite", "subjects", "we", "datives", "clitics",
    "given", "preposed", "not_infinitives", "not_future", "reflexive", "said_of", "told", "partitives", "definite",
    "stative", "not_passive", "asked",
)
# fmt: on
"""The word classes that a language can have; its file explains them."""

CLOSERS = ("prepositions", "conjunctions", "relatives", "modals", "auxiliaries", "infinitives")
ENDINGS = (
    "noun",
    "adjective",
    "person",
    "gerund",
    "passive",
    "participle",
    "finite",
    "infinitive",
    "subjunctive",
    "future",
)
PHRASES = ("before", "after", "connectives", "organs", "joiners", "to_be", "markers", "purposes", "finite_phrases")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Standing phrases by their first word, longest first, ready to be held against the words of a text."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]
    lasts: frozenset[str]
    longest: int

    def length_at(self, low: tuple[str, ...], at: int) -> int:
        """How many words the longest phrase takes that stands at `at`; 0 where none does."""
        rest = self.by_first.get(low[at]) if at < len(low) else None
        if rest is None:
            return 0
        for phrase in rest:
            if len(phrase) == 1 or low[at : at + len(phrase)] == phrase:
                return len(phrase)
        return 0

    def length_before(self, low: tuple[str, ...], at: int) -> int:
        """How many words the longest phrase takes that ends right before `at`; 0 where none does."""
        longest = 0
        if at > 0 and low[at - 1] in self.lasts:
            for back in range(1, min(at, self.longest) + 1):
                if low[at - back] in self.by_first and self.length_at(low, at - back) == back:
                    longest = back
        return longest


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word classes (`CLASSES`), endings (`ENDINGS`) and phrases (`PHRASES`) of one language.

    A class that a language leaves out is empty.
    """

    language: str
    words: dict[str, frozenset[str]]
    endings: dict[str, tuple[str, ...]]
    phrases: dict[str, Phrases]
    closing: frozenset[str]
    """The small words that end the core of a noun phrase before them."""
    adverb_ending: str
    not_adverbs: frozenset[str]
    head_first: bool = False
    """Whether the head of a noun phrase stands before its adjectives: "les États Membres"."""
    unmarked: bool = False
    """Whether an infinitive can stand without a marker: "Decide establecer"."""
    terse: bool = False
    """Whether somebody is read only where his name is known, and of what is handed over only that it is."""
    one_form: bool = False
    """Whether a verb has one form, so that a listed duty looks like an act of the body."""
    far_subject: bool = False
    """Whether the body that acts may be named far before its verb."""
    joints: Joints | None = None

    def is_adverb(self, word: str) -> bool:
        """Whether the form of the word is that of an adverb of manner or degree: "strongly"."""
        ending = self.adverb_ending
        return bool(ending) and word.endswith(ending) and len(word) > len(ending) + 2 and word not in self.not_adverbs

    def opens_phrase(self, word: str) -> bool:
        """Whether the word ends the core of a noun phrase before it."""
        return word in self.closing


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a standing phrase in the form in which texts are compared."""
    return tuple(split_tokens(phrase)[1])


def phrases_of(phrases: Iterable[str]) -> Phrases:
    """The phrases, sorted for matching."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = words_of(phrase)
        by_first.setdefault(words[0], []).append(words)
    ordered = {first: tuple(sorted(set(rest), key=lambda p: (-len(p), p))) for first, rest in by_first.items()}
    whole = [phrase for rest in ordered.values() for phrase in rest]
    return Phrases(ordered, frozenset(phrase[-1] for phrase in whole), max(map(len, whole), default=0))


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language; a name in its file that the code does not know raises `VocabularyError`."""
    table = load("grammar", known_language(language))
    for part, known in (("words", CLASSES), ("endings", ENDINGS), ("phrases", PHRASES)):
        unknown = set(table.get(part, ())) - set(known)
        if unknown:
            raise VocabularyError(f"grammar {language}: no {part} are called {', '.join(sorted(unknown))}")
    words = {name: frozenset(table["words"].get(name, ())) for name in CLASSES}
    words["indirect"] = words["prepositions"] - words["recipients"] | {","}
    adverbs, order = table.get("adverbs", {}), table.get("order", {})
    parts = table.get("joints", {})
    joints = (
        Joints(
            tuple(parts["before"]),
            frozenset(),
            tuple(parts["behind"]),
            tuple(parts["hosts"]),
            tuple(parts["plain"].items()),
        )
        if parts
        else None
    )
    return Grammar(
        language=language,
        words=words,
        endings={name: tuple(table.get("endings", {}).get(name, ())) for name in ENDINGS},
        phrases={name: phrases_of(table.get("phrases", {}).get(name, ())) for name in PHRASES},
        closing=frozenset().union(*(words[name] for name in CLOSERS)),
        adverb_ending=adverbs.get("ending", ""),
        not_adverbs=frozenset(adverbs.get("never", ())),
        head_first=order.get("head_first", False),
        unmarked=order.get("unmarked", False),
        terse=order.get("terse", False),
        one_form=order.get("one_form", False),
        far_subject=order.get("far_subject", False),
        joints=joints,
    )
