"""Which words say the same, the opposite or less, and what turns or limits a sentence, from `data/likeness`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from operative.errors import VocabularyError
from operative.vocabulary.grammar import Phrases
from operative.vocabulary.loader import LANGUAGES, load
from operative.vocabulary.tokens import split_tokens

__all__ = ["CLASSES", "SPEAKING", "Implication", "Likeness", "Opposite", "likeness", "parts_of"]

# fmt: off
CLASSES = (
    "negators", "echoes", "reversers", "unturned", "weak", "able", "hedges", "allowed", "frames", "reserves", "keeping",
    "recognizing", "regarding", "noting", "being", "ruled", "pointing", "pointers", "resolutions", "paragraphs",
    "articles", "foregoing", "excepting", "both", "among", "sole", "duties", "grants", "rights", "charges", "joining",
    "notwithstanding", "between", "void", "plain", "past", "steered", "steers", "independence",
    "exceptions",
)
# fmt: on
"""The word classes that a language can have; its file explains them."""

SPEAKING = frozenset({"en", "fr", "es"})
"""The languages with such a file."""

SHORTEST_ROOT = 4
MOST_ENDINGS = 4
"""How many endings are taken off a word: "representatively" has four."""


@dataclass(frozen=True, slots=True)
class Opposite:
    """Words that deny others; `to_other`: only where the other side follows ("under the authority of")."""

    one: frozenset[str]
    other: frozenset[str]
    to_other: bool


@dataclass(frozen=True, slots=True)
class Implication:
    """What follows where one word of each group stands in a sentence."""

    thing: frozenset[str]
    by: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """One language: how words are reduced, word classes (`CLASSES`), and what words are to each other.

    Words of a class are compared without inflection, senses without derivation too. A `key` stands for a word with its
    inflection and derivation, or for a phrase. `senses` gives the key of each known phrase, `same` the other keys that
    say the same, `steps` the scales with the step, 0 the strongest.
    """

    language: str
    keep: int
    endings: tuple[tuple[str, str], ...]
    inflections: tuple[tuple[str, str], ...]
    prefixes: tuple[str, ...]
    words: dict[str, frozenset[str]]
    classes: dict[str, Phrases]
    senses: Phrases
    keys: dict[tuple[str, ...], str]
    same: dict[str, frozenset[str]]
    steps: dict[str, tuple[int, int]]
    opposites: tuple[Opposite, ...]
    implications: tuple[Implication, ...]
    adjectives_follow: bool

    def roots(self, words: Iterable[str]) -> tuple[str, ...]:
        """The words without what inflects them: "affects" and "affected" are one, "direct" and "director" two."""
        return tuple(_stem(word, SHORTEST_ROOT, self.inflections) for word in words)

    def stems(self, words: Iterable[str]) -> tuple[str, ...]:
        """The words without what inflects and derives them."""
        return tuple(_stem(word, self.keep, self.endings) for word in words)


@lru_cache(maxsize=65536)
def _stem(word: str, keep: int, endings: tuple[tuple[str, str], ...]) -> str:
    for _ in range(MOST_ENDINGS):
        for ending, put in endings:
            if word.endswith(ending) and len(word) - len(ending) + len(put) >= keep and word != ending:
                word = word.removesuffix(ending) + put
                break
        else:
            break
    return word


def parts_of(word: str) -> tuple[str, ...]:
    """A word parted at its hyphens, and its possessive ending: "field-based", "Union’s"."""
    word = word.replace("‑", "-").replace("–", "-")
    if word.endswith("’s"):
        word = word.removesuffix("’s") + "-’s"
    return tuple(part for part in word.split("-") if part)


@cache
def likeness(language: str) -> Likeness:
    """The likeness of a language; one without words where it has no file.

    An entry that the code does not know raises `VocabularyError`.
    """
    if language not in SPEAKING:
        return _nothing(language if language in LANGUAGES else "")
    table = load("likeness", language)
    unknown = set(table["classes"]) - set(CLASSES)
    if unknown:
        raise VocabularyError(f"likeness {language}: no classes are called {', '.join(sorted(unknown))}")
    endings = tuple((ending, put) for ending, put in table["stems"]["endings"])
    inflections = tuple((ending, put) for ending, put in table["stems"]["inflections"])
    keep = int(table["stems"]["keep"])

    def stems(phrase: str) -> tuple[str, ...]:
        return tuple(_stem(word, keep, endings) for word in _words_of(phrase))

    def roots(phrase: str) -> tuple[str, ...]:
        return tuple(_stem(word, SHORTEST_ROOT, inflections) for word in _words_of(phrase))

    keys = _keys(table, stems)
    words = {name: frozenset(given) for name, given in table["words"].items() if isinstance(given, list)}
    words |= {name: frozenset(stem for word in words[name] for stem in stems(word)) for name in ("wide", "faint")}
    return Likeness(
        language,
        keep,
        endings,
        inflections,
        tuple(table["words"]["prefixes"]),
        words,
        {name: _phrases(map(roots, table["classes"].get(name, ()))) for name in CLASSES},
        _phrases(keys),
        keys,
        *_relations(table, lambda phrase: keys[stems(phrase)]),
        bool(table["words"]["adjectives_follow"]),
    )


def _nothing(language: str) -> Likeness:
    """The likeness of a language that has no file."""
    none = Phrases({}, frozenset(), 0)
    return Likeness(language, 4, (), (), (), {}, dict.fromkeys(CLASSES, none), none, {}, {}, {}, (), (), False)


def _words_of(phrase: str) -> list[str]:
    return [part for word in split_tokens(phrase)[1] for part in parts_of(word)]


def _relations(
    table: Mapping[str, Any], key: Callable[[str], str]
) -> tuple[dict[str, frozenset[str]], dict[str, tuple[int, int]], tuple[Opposite, ...], tuple[Implication, ...]]:
    """What says the same, the steps of scales, opposites and implications, by key."""
    steps = {
        key(word): (number, step)
        for number, scale in enumerate(table.get("scale", ()))
        for step, words in enumerate(scale["steps"])
        for word in words
    }
    opposites = tuple(
        Opposite(frozenset(map(key, row["one"])), frozenset(map(key, row["other"])), row.get("to_other", False))
        for row in table.get("opposite", ())
    )
    implications = tuple(
        Implication(frozenset(map(key, row["thing"])), tuple(frozenset(map(key, group)) for group in row["by"]))
        for row in table.get("implied", ())
    )
    return _same(table, key), steps, opposites, implications


def _keys(table: Mapping[str, Any], stems: Callable[[str], tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """The key of every phrase that the file names; the words of a family have one key."""
    keys: dict[tuple[str, ...], str] = {}
    for row in table.get("family", ()):
        first = " ".join(stems(row["words"][0]))
        for word in row["words"]:
            keys.setdefault(stems(word), first)
    named = [word for row in table.get("same", ()) for word in row["words"]]
    named += [word for row in table.get("scale", ()) for step in row["steps"] for word in step]
    named += [word for row in table.get("opposite", ()) for word in (*row["one"], *row["other"])]
    named += [word for row in table.get("implied", ()) for group in (row["thing"], *row["by"]) for word in group]
    for word in named:
        keys.setdefault(stems(word), " ".join(stems(word)))
    return keys


def _same(table: Mapping[str, Any], key: Callable[[str], str]) -> dict[str, frozenset[str]]:
    """For each key those that say the same: of its groups, and of its step on a scale."""
    same: dict[str, set[str]] = {}
    groups = [row["words"] for row in table.get("same", ())]
    groups += [step for row in table.get("scale", ()) for step in row["steps"]]
    for words in groups:
        known = {key(word) for word in words}
        for one in known:
            same.setdefault(one, set()).update(known - {one})
    return {one: frozenset(others) for one, others in same.items()}


def _phrases(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    """Stemmed phrases, sorted for matching."""
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], set()).add(phrase)
    ordered = {first: tuple(sorted(rest, key=lambda p: (-len(p), p))) for first, rest in by_first.items()}
    whole = [phrase for rest in ordered.values() for phrase in rest]
    return Phrases(ordered, frozenset(phrase[-1] for phrase in whole), max(map(len, whole), default=0))
