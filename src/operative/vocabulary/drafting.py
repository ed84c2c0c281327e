"""What a drafter's check looks for in a language, from `data/drafting`."""

import re
from dataclasses import dataclass
from functools import cache

from operative.errors import VocabularyError
from operative.vocabulary.loader import load

__all__ = ["CHECKED", "DraftingWords", "drafting_words"]

CHECKED = ("en", "fr", "es")
"""Languages whose drafts are checked in full; of the others only numbers and repetitions are."""


@dataclass(frozen=True, slots=True)
class DraftingWords:
    """Patterns of one language; each is named by the table and key that it has in the file.

    `weak_mood` is matched behind the opening verb and has the group `weak`.
    """

    asking: re.Pattern[str]
    weak_mood: re.Pattern[str]
    short_name: re.Pattern[str]
    known: frozenset[str]
    set_up: re.Pattern[str]
    ending: re.Pattern[str]
    costly: re.Pattern[str]
    paid: re.Pattern[str]
    standing: re.Pattern[str]
    rhythm: re.Pattern[str]
    place: re.Pattern[str]
    elsewhere: re.Pattern[str]


@cache
def drafting_words(language: str) -> DraftingWords | None:
    """The words of a language; None where it has no file. A table or key that is missing raises `VocabularyError`."""
    if language not in CHECKED:
        return None
    table = load("drafting", language)
    try:
        preamble, mood, actors, lasting, costs = (
            table[name] for name in ("preamble", "mood", "actors", "lasting", "costs")
        )
        return DraftingWords(
            asking=_pattern(rf"(?!{preamble['never']})(?:{preamble['asking']})(?!\w)"),
            weak_mood=_pattern(rf"\s*(?:{mood['that']})\s?[^,;:.]{{1,90}}?\b(?P<weak>{mood['weak']})\b"),
            short_name=re.compile(rf"(?i:{actors['article']})\s?(?P<head>{actors['heads']})\Z"),
            known=frozenset(actors["known"]),
            set_up=_pattern(rf"\b(?:{lasting['verbs']})\b[^,;:.]{{0,60}}?\b(?:{lasting['nouns']})\b"),
            ending=_pattern(rf"\b(?:{lasting['ending']})"),
            costly=_pattern(
                rf"\b(?:{costs['verbs']})\b[^;:.]{{0,{costs['gap']}}}?\b(?:{costs['objects']})\b"
            ),
            paid=_pattern(rf"\b(?:{costs['idiom']})"),
            standing=_pattern(rf"\b(?:{table['reports']['standing']})"),
            rhythm=_pattern(rf"\b(?:{table['reports']['rhythm']})\b"),
            place=_pattern(rf"(?:{table['places']['words']})\s*\(?(?:\d{{1,3}}|[a-z])\)?"),
            elsewhere=_pattern(rf"\W{{0,3}}(?:{table['places']['elsewhere']})"),
        )
    except KeyError as exc:
        raise VocabularyError(f"drafting {language}: no {exc}") from exc


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace("’", "['’]"), re.IGNORECASE)
