"""Which language a text is in, from its script, its frequent words, its endings and its letters."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from operative.vocabulary.loader import load

__all__ = ["UNDETERMINED", "find_language"]

UNDETERMINED = "und"
"""The code of ISO 639 for a text that is too short to tell, or in a language that no vocabulary reads."""

ENOUGH = 2_000
"""Letters that are read at most: title and first paragraphs tell more than the lists of foreign names that follow."""

# A run of letters
WORD = re.compile(r"[^\W\d_]+")
# One writing system each; Latin letters are the rest. Kana before Han: Japanese is written in both.
SCRIPTS = {
    "arabic": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]+"),
    "cyrillic": re.compile("[\u0400-\u052f]+"),
    "kana": re.compile("[\u3040-\u30ff]+"),
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"),
    "latin": re.compile("[a-zA-Z\u00c0-\u024f]+"),
}
WEIGHTS = {"han": 3}
"""What one character of a script says, in letters of an alphabet."""

LATIN_SHARE = 0.25
"""What a Latin letter says beside another script, which decides even where it is in the minority: headers such as
"Distr.: General", and many names, are in Latin letters everywhere."""

KANA_SHARE = 0.1
"""Kana among the characters of a text from which on its Han characters are Japanese."""

WORD_POINTS, ENDING_POINTS, LETTER_POINTS = 2, 1, 1
LEAST_POINTS = 3
LEAST_POINTS_PER_WORD = 0.3


@dataclass(frozen=True, slots=True)
class Profile:
    """How to tell one language."""

    code: str
    script: str
    words: frozenset[str]
    endings: tuple[str, ...]
    letters: frozenset[str]
    read: bool

    def points_of(self, words: Mapping[str, int]) -> int:
        """How much the words, each with its count, speak for this language."""
        points = 0
        for word, count in words.items():
            if word in self.words:
                points += WORD_POINTS * count
            elif len(word) > 4 and word.endswith(self.endings):
                points += ENDING_POINTS * count
            if not self.letters.isdisjoint(word):
                points += LETTER_POINTS * count
        return points


def find_language(content: str) -> str:
    """The ISO 639-1 code of the language (ar zh en fr ru es), or "und"."""
    first = " ".join(_first_words(content))
    script = _main_script(first)
    if not script:
        return UNDETERMINED
    if script == "han":
        return "zh"
    words = Counter(SCRIPTS[script].findall(first))
    standing = sorted(
        ((profile.points_of(words), profile.read, profile.code) for profile in _profiles() if profile.script == script),
        reverse=True,
    )
    points, read, code = standing[0]
    clear = len(standing) == 1 or points > standing[1][0]
    enough = points >= max(LEAST_POINTS, LEAST_POINTS_PER_WORD * words.total())
    return code if read and clear and enough else UNDETERMINED


def _first_words(content: str) -> Iterator[str]:
    letters = 0
    for found in WORD.finditer(content):
        yield found.group().lower()
        letters += len(found.group())
        if letters >= ENOUGH:
            return


def _main_script(words: str) -> str:
    """The writing system that most of the words are in; "" where they have no letter of a known one."""
    sizes = {name: sum(map(len, letters.findall(words))) * WEIGHTS.get(name, 1) for name, letters in SCRIPTS.items()}
    if sizes["kana"] and sizes["kana"] > KANA_SHARE * sizes["han"] / WEIGHTS["han"]:
        return "kana"
    main = max(sizes, key=lambda name: sizes[name] * (LATIN_SHARE if name == "latin" else 1))
    return main if sizes[main] else ""


@cache
def _profiles() -> tuple[Profile, ...]:
    return tuple(
        Profile(
            code,
            entry["script"],
            frozenset(entry["words"].split()),
            tuple(entry["endings"]),
            frozenset(entry["letters"]),
            entry.get("read", True),
        )
        for code, entry in load("languages").items()
    )
