"""How a report answers, or leaves open, what it was asked, for each language, from `data/answers`."""

import re
from dataclasses import dataclass
from functools import cache

from operative.errors import VocabularyError
from operative.vocabulary.alternatives import any_of
from operative.vocabulary.loader import load

__all__ = ["AnswerWords", "answer_words"]

SPEAKING = ("en", "fr", "es")
CLASSES = ("costs", "currencies", "free", "unanswered")


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """Patterns for words about money, amounts, answers without an amount, and words that leave something open."""

    costs: re.Pattern[str]
    amount: re.Pattern[str]
    free: re.Pattern[str]
    unanswered: re.Pattern[str]


@cache
def answer_words(language: str) -> AnswerWords:
    """The words of a language, those of English where it has no file; a class that the code does not know, or that is
    missing, raises `VocabularyError`.
    """
    table = load("answers", language if language in SPEAKING else "en")
    if set(table) != set(CLASSES):
        raise VocabularyError(f"answers {language}: the classes are {', '.join(CLASSES)}")
    signs = f"(?:{any_of(table['currencies'])})"
    # "US$ 3.2 million", "1 200 euros", "12 per cent"
    amount = rf"{signs}\s?\d|\d[\d.,\s]*{signs}"
    return AnswerWords(
        re.compile(rf"(?<!\w)(?:{any_of(table['costs'])})(?:e?s|ing)?(?!\w)", re.IGNORECASE),
        re.compile(amount, re.IGNORECASE),
        _words(table["free"]),
        _words(table["unanswered"]),
    )


def _words(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(phrases)})(?!\w)", re.IGNORECASE)
