"""How a language sets conditions and points at places of the same text, from `data/provisos`."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from operative.domain.conditions import ConditionKind
from operative.errors import VocabularyError
from operative.vocabulary.grammar import Phrases, phrases_of
from operative.vocabulary.loader import load
from operative.vocabulary.notation import phrase_pattern

__all__ = ["PlaceWords", "Provisos", "Trigger", "provisos"]


GAP = r"(?:\s+|(?<=['’]))"
"""White space between two words, which an elided article does without."""
WORD_END = r"(?:(?<=['’])|(?!\w))"


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that may open a condition; where not `always`, only if what follows points at provisions."""

    kind: ConditionKind
    always: bool


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words around printed places: "paragraph 2 (a) and (b) of this resolution"."""

    units: frozenset[str]
    paragraphs: frozenset[str]
    joins: frozenset[str]
    ranges: frozenset[str]
    of: frozenset[str]
    owners: Phrases
    foreign: frozenset[str]
    following: frozenset[str]
    contents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Provisos:
    """The words of conditions of one language, for lower-case text.

    `finder` matches any trigger, named by its index in `triggers`.
    """

    finder: re.Pattern[str]
    triggers: tuple[Trigger, ...]
    kept_after: Phrases
    kept_before: Phrases
    binding: frozenset[str]
    towards: re.Pattern[str]
    towards_verbs: Phrases
    places: PlaceWords
    openings: tuple[tuple[ConditionKind, Phrases], ...]
    never: Phrases
    complementizers: frozenset[str]


@cache
def provisos(language: str) -> Provisos:
    """The words of conditions of a language; a trigger of no known kind raises `VocabularyError`."""
    table = load("provisos", language)
    slots = dict(table["slots"].items())
    slots = {name: phrase_pattern(form, {}, gap=GAP) for name, form in slots.items()}
    slots["gerund"] = rf"\w+{re.escape(table['gerund']['ending'])}" if table["gerund"]["ending"] else r"(?!)"
    triggers = tuple(_trigger(row, language) for row in table["trigger"])
    forms = [
        f"(?P<t{number}>{_either(row['forms'], slots)})"
        for number, row in sorted(enumerate(table["trigger"]), key=lambda numbered: not numbered[1]["always"])
    ]
    openings = tuple(
        (ConditionKind(kind), phrases_of(table["openings"][kind]))
        for kind in ConditionKind
        if kind.value in table["openings"]
    )
    return Provisos(
        re.compile(rf"(?<![\w-])(?:{'|'.join(forms)}){WORD_END}"),
        triggers,
        phrases_of(table["keeping"]["after"]),
        phrases_of(table["keeping"]["before"]),
        frozenset(table["binding"]["words"]),
        re.compile(rf"(?<!\w)(?:{_either(table['towards']['phrases'], slots)}){WORD_END}"),
        phrases_of(table["towards"]["verbs"]),
        _places(table["places"]),
        openings,
        phrases_of(table["openings"]["never"]),
        frozenset(table["binding"]["complementizers"]),
    )


def _trigger(row: dict[str, Any], language: str) -> Trigger:
    if row["kind"] not in set(ConditionKind):
        raise VocabularyError(f"provisos {language}: no kind {row['kind']!r}")
    return Trigger(ConditionKind(row["kind"]), row["always"])


def _either(forms: list[str], slots: dict[str, str]) -> str:
    """One of the forms, the longest first."""
    return "|".join(phrase_pattern(form, slots, gap=GAP) for form in sorted(forms, key=lambda form: (-len(form), form)))


def _places(table: dict[str, Any]) -> PlaceWords:
    sets = {name: frozenset(table[name]) for name in ("units", "paragraphs", "joins", "ranges", "of", "foreign")}
    return PlaceWords(
        **sets,
        owners=phrases_of(table["owners"]),
        following=frozenset(table["following"]),
        contents=frozenset(table["contents"]),
    )
