"""What says in a language whether an adopted text is still in force, from `data/validity`."""

import re
from dataclasses import dataclass
from functools import cache

from operative.domain.validity import Validity
from operative.errors import VocabularyError
from operative.vocabulary.loader import load

__all__ = ["TOLD", "ValidityRule", "ValidityWords", "validity_words"]

TOLD = ("en", "fr", "es")
"""Languages whose texts are looked at; in the others only recurring texts are told."""


@dataclass(frozen=True, slots=True)
class ValidityRule:
    """What a verb does to a cited text: its outcome, what stands between both, and on which side the citation is."""

    key: str
    outcome: Validity
    verbs: re.Pattern[str]
    objects: re.Pattern[str]
    behind: bool
    before: bool


@dataclass(frozen=True, slots=True)
class ValidityWords:
    """The rules of one language; the others are named by their key in the table `term`."""

    rules: tuple[ValidityRule, ...]
    verbs: re.Pattern[str]
    ends: re.Pattern[str]
    lasting: re.Pattern[str]
    stops: re.Pattern[str]


@cache
def validity_words(language: str) -> ValidityWords | None:
    """The words of a language; None where it has no file. A key that is missing raises `VocabularyError`."""
    if language not in TOLD:
        return None
    table = load("validity", language)
    try:
        term = table["term"]
        return ValidityWords(
            tuple(_rule(row) for row in table["rule"]),
            _pattern(term["verbs"]),
            _pattern(rf"\b(?:{term['ends']})"),
            _pattern(term["lasting"]),
            _pattern(term["stops"]),
        )
    except (KeyError, ValueError) as exc:
        raise VocabularyError(f"validity {language}: {exc}") from exc


def _rule(row: dict[str, str]) -> ValidityRule:
    objects = _pattern(rf"\b(?:{row['objects']})\b" if row["objects"] else "")
    sides = {"behind": (True, False), "before": (False, True), "either": (True, True)}[row["cited"]]
    return ValidityRule(row["key"], Validity(row["outcome"]), _pattern(row["verbs"]), objects, *sides)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace("’", "['’]"), re.IGNORECASE)
