"""Text -> its words in the form in which texts and phrases are compared: one place for both, so that they agree."""

import re
from dataclasses import dataclass

__all__ = ["Joints", "fold_words", "lower_of", "split_tokens"]

SIGN = r"[\u064b-\u0655\u0670]"
LETTER = r"[^\W_一-鿿]"


def _word(letter: str) -> re.Pattern[str]:
    """The pattern of a word in lower case.

    An elided word ("l’", "qu’"), a Chinese character, a figure, a word with its hyphens and apostrophes
    ("secretary-general", "unoci’s"), or a mark.
    """
    return re.compile(
        r"\b(?:[cdjlmnst]|qu|lorsqu|puisqu|quoiqu|jusqu)['’](?=[^\W\d_]|$)"
        r"|[一-鿿]|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)"
        rf"|{letter}+(?:[-‐‑–’']{LETTER}+)*|[^\w\s]"
    )


WORD, POINTED = _word(LETTER), _word(f"(?:{LETTER}|{SIGN})")
"""The second is for texts that print Arabic vowel signs; it takes its time."""
MARKS = str.maketrans("，、；：。،؛‐‑'", ",,;:.,;--’")
"""Marks of other scripts, and hyphens that do not break, as English writes them."""
SIGNS = re.compile("[\u064b-\u0655\u0670\u0640]")
"""Arabic vowel signs, which may be printed or left out."""
UNUSUAL = re.compile("[，、；：。،؛‐‑'\u064b-\u0655\u0670\u0640]")

SHORTEST_HOST = 4
"""Letters of the shortest verb that a pronoun is written as one with."""


@dataclass(frozen=True, slots=True)
class Joints:
    """Small words that a language writes as one with others: `before` a verb that is known, or behind a verb's form."""

    before: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    behind: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    plain: tuple[tuple[str, str], ...] = ()
    """How a host ends that is stressed another way with a pronoun behind it: "presentándo|le"."""


def lower_of(text: str) -> str:
    """The text in lower case, with every character in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def split_tokens(text: str, joints: Joints | None = None) -> tuple[list[tuple[int, int]], list[str]]:
    """Where the words of a text stand, and how they are compared: lower case, one apostrophe, no vowel signs."""
    lower = lower_of(text)
    pointed = not text.isascii() and SIGNS.search(text) is not None
    low: list[str] = (POINTED if pointed else WORD).findall(lower)
    spans = _places(lower, low)
    if UNUSUAL.search(text):
        low = [fold_words(word) for word in low]
    return _parted(text, spans, low, joints) if joints else (spans, low)


def _places(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where the words of a text stand, which are in order and have nothing but gaps between them."""
    places, at = [], 0
    for word in words:
        start = text.index(word, at)
        at = start + len(word)
        places.append((start, at))
    return places


def fold_words(word: str) -> str:
    """Words without what may be printed one way or the other."""
    folded = word.translate(MARKS)
    return SIGNS.sub("", folded) or folded


def _parted(
    text: str, spans: list[tuple[int, int]], low: list[str], joints: Joints
) -> tuple[list[tuple[int, int]], list[str]]:
    """The words with what is written as one parted: "presentar|le", "و|يطلب"."""
    places: list[tuple[int, int]] = []
    words: list[str] = []
    for (start, end), word in zip(spans, low, strict=True):
        if joints.before and word[1:] and word[0] in joints.before and _host(word[1:], joints) is not None:
            places.append((start, start + 1))
            words.append(word[0])
            start, word = start + 1, word[1:]
        host = None if text[start].isupper() else _host(word, joints)
        if host is not None and host != word:
            places += [(start, end - len(word) + len(host)), (end - len(word) + len(host), end)]
            words += [_plain(host, joints), word[len(host) :]]
        else:
            places.append((start, end))
            words.append(word)
    return places, words


def _host(word: str, joints: Joints) -> str | None:
    """A verb without the pronoun that is written as one with it; None where the word is no such verb."""
    if word in joints.known:
        return word
    if joints.behind and word.endswith(joints.behind):
        for ending in joints.behind:
            host = word.removesuffix(ending)
            fits = host.endswith(joints.hosts) and len(host) > len(ending) + 2 if joints.hosts else host in joints.known
            if host != word and fits and len(host) >= SHORTEST_HOST:
                return host
    return None


def _plain(host: str, joints: Joints) -> str:
    """The host as it is written alone."""
    for stressed, plain in joints.plain:
        if host.endswith(stressed):
            return host.removesuffix(stressed) + plain
    return host
