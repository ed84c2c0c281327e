"""How a language says what somebody is, has, keeps and does, from `data/predicates`."""

from dataclasses import dataclass
from functools import cache

from operative.domain.elements import Strength
from operative.errors import VocabularyError
from operative.vocabulary.grammar import Phrases, phrases_of
from operative.vocabulary.loader import load

__all__ = ["CLASSES", "PredicateVerbs", "Predicates", "predicates"]

CLASSES = ("be", "have", "keep", "show")


@dataclass(frozen=True, slots=True)
class PredicateVerbs:
    """The forms of the verbs of one class."""

    finite: Phrases
    base: Phrases
    gerund: Phrases
    participle: Phrases


@dataclass(frozen=True, slots=True)
class Predicates:
    """Word classes, modal phrases with their strength, and verbs by class (`CLASSES`) of one language."""

    words: dict[str, frozenset[str]]
    joiners: Phrases
    adverbs: Phrases
    adverb_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    attribute_endings: tuple[str, ...]
    plain_verb_ending: str
    adjectives_follow: bool
    drops_subject: bool
    lost: tuple[str, ...]
    strengths: dict[Strength, Phrases]
    light: Phrases
    verbs: dict[str, PredicateVerbs]
    tails: Phrases
    able: Phrases
    including: Phrases

    def is_adverb(self, word: str) -> bool:
        """Whether the form of a word is that of an adverb."""
        return len(word) > 4 and word.endswith(self.adverb_endings) and word not in self.words["not_adverbs"]

    def is_participle(self, word: str) -> bool:
        """Whether a word is the participle of a verb by its form, or by the list."""
        return word in self.words["participles"] or (len(word) > 4 and word.endswith(self.participle_endings))

    def is_gerund(self, word: str) -> bool:
        """Whether the form of a word is that of a verb that goes with another one: "serving as"."""
        return len(word) > 5 and bool(self.gerund_endings) and word.endswith(self.gerund_endings)

    def is_adjective(self, word: str) -> bool:
        """Whether a word is an adjective by its form."""
        return "-" in word or (len(word) > 3 and word.endswith(self.adjective_endings))

    def strength_at(self, low: tuple[str, ...], at: int) -> tuple[Strength, int]:
        """The strength of the modal phrase that stands at a word, and how many words it takes; (IS, 0) without one."""
        best = (Strength.IS, 0)
        for strength, phrases in self.strengths.items():
            length = phrases.length_at(low, at)
            if length > best[1]:
                best = (strength, length)
        return best

    def verb_at(self, low: tuple[str, ...], at: int, form: str) -> tuple[str, int]:
        """The class of the verb that stands at a word in a form, and how many words it takes; ("", 0) without one."""
        best = ("", 0)
        for name, forms in self.verbs.items():
            phrases: Phrases = getattr(forms, form)
            length = phrases.length_at(low, at)
            if length > best[1]:
                best = (name, length)
        return best


@cache
def predicates(language: str) -> Predicates:
    """The predicates of a language; a class that is none of `CLASSES` raises `VocabularyError`."""
    table = load("predicates", language)
    words = {name: frozenset(values) for name, values in table["words"].items() if isinstance(values, list)}
    words |= {name: frozenset(values) for name, values in table["kinds"].items() if isinstance(values, list)}
    verbs = {}
    for row in table["predicate"]:
        if row["class"] not in CLASSES:
            raise VocabularyError(f"predicates {language}: no class {row['class']!r}")
        verbs[row["class"]] = PredicateVerbs(
            *(phrases_of(row[form]) for form in ("finite", "base", "gerund", "participle"))
        )
    return Predicates(
        words,
        phrases_of(table["words"]["joiners"]),
        phrases_of(table["words"]["adverbs"]),
        tuple(table["words"]["adverb_endings"]),
        tuple(table["words"]["participle_endings"]),
        tuple(table["words"]["gerund_endings"]),
        tuple(table["words"]["adjective_endings"]),
        tuple(table["kinds"]["attribute_endings"]),
        table["words"]["plain_verb_ending"],
        table["words"]["adjectives_follow"],
        table["words"]["drops_subject"],
        tuple(table["words"]["lost"]),
        {
            strength: phrases_of(table["strengths"][strength.value])
            for strength in Strength
            if strength.value in table["strengths"]
        },
        phrases_of(table["strengths"]["light"]),
        verbs,
        phrases_of(table["tails"]["openers"]),
        phrases_of(table["able"]["phrases"]),
        phrases_of(table["words"]["including"]),
    )
