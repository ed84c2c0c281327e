"""Words of a text, parted and reduced so that they can be held against other words."""

import re
from dataclasses import dataclass

from operative.vocabulary.likeness import Likeness, parts_of
from operative.vocabulary.tokens import split_tokens

__all__ = ["Term", "Wording", "find_terms", "read_wording"]

ABBREVIATED = frozenset({"no", "nos", "art", "arts", "para", "paras", "cf", "vol", "n", "núm", "º", "mr", "ms", "dr"})
SHORTEST_PREFIX = 3
"""Letters of a prefix that may be one with its word; shorter ones are words of their own ("no normativa")."""
LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words, parted at hyphens, with their places; `roots` without inflection, `stems` without derivation too."""

    text: str
    low: tuple[str, ...]
    stems: tuple[str, ...]
    roots: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.low)

    def capital(self, at: int) -> bool:
        """Whether a word is printed with a capital letter."""
        return self.text[self.starts[at]].isupper()

    def part(self, first: int, last: int) -> "Wording":
        """The words from `first` to before `last`; their places count in the whole text."""
        at = slice(first, last)
        return Wording(self.text, self.low[at], self.stems[at], self.roots[at], self.starts[at], self.ends[at])

    def ends_sentence(self, at: int) -> bool:
        """Whether a sentence ends with the mark at a place."""
        low = self.low[at]
        if low in {";", "?", "!", "。"}:
            return True
        if low != ".":
            return False
        if at + 1 == len(self.low):
            return True
        before = self.low[at - 1] if at else ""
        spaced = self.starts[at + 1] > self.ends[at]
        return spaced and before not in ABBREVIATED and self.text[self.starts[at + 1]] not in "0123456789"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that says something: its key, its words from `first` to before `last`, and its own denial."""

    key: str
    first: int
    last: int
    denied: bool = False


def read_wording(text: str, words: Likeness) -> Wording:
    """The words of a text."""
    spans, lows = split_tokens(text)
    low: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for (start, end), word in zip(spans, lows, strict=True):
        parts = _denial_parted(parts_of(word), words) if len(word) > 2 else (word,)
        at = start
        for number, part in enumerate(parts):
            last = end if number == len(parts) - 1 else min(end, at + len(part))
            low.append(part)
            starts.append(at)
            ends.append(last)
            at = min(end - 1, last + (text[last : last + 1] in {"-", "‑", "–"}))
    return Wording(text, tuple(low), words.stems(low), words.roots(low), tuple(starts), tuple(ends))


def _denial_parted(parts: tuple[str, ...], words: Likeness) -> tuple[str, ...]:
    """The denying prefix of a word that lost its hyphen at the end of a line: "nonprofit", but not "nombrado"."""
    if len(parts) != 1:
        return parts
    (word,) = parts
    for prefix in words.prefixes:
        rest = word.removeprefix(prefix)
        if (
            rest != word
            and len(prefix) >= SHORTEST_PREFIX
            and len(rest) > 4
            and word not in words.words["not_prefixed"]
        ):
            return (prefix, rest)
    return parts


def find_terms(wording: Wording, words: Likeness) -> tuple[Term, ...]:
    """The words that say something, each known phrase as one, in order."""
    stop = words.words.get("stop", frozenset())
    found: list[Term] = []
    at = 0
    while at < len(wording):
        length = words.senses.length_at(wording.stems, at)
        if length == 1 and wording.low[at] in stop:
            length = 0
        if length:
            key = words.keys[wording.stems[at : at + length]]
        elif wording.low[at] in stop or not LETTERS.search(wording.low[at]):
            at += 1
            continue
        else:
            key, length = wording.stems[at], 1
        denied = at > 0 and wording.low[at - 1] in words.prefixes
        found.append(Term(key, at, at + length, denied))
        at += length
    return tuple(found)
