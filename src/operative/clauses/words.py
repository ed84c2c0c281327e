"""The words of a passage with their places: what all finders of acts look at."""

from dataclasses import dataclass

from operative.domain.spans import Span
from operative.vocabulary.tokens import Joints, split_tokens

__all__ = ["Words", "split_words"]

CLOSED_BY = {"“": "”", "«": "»", "(": ")", "「": "」", "『": "』", "[": "]", '"': '"', "（": "）"}
CLOSING = frozenset(CLOSED_BY.values())
BRACKETS = CLOSING | frozenset(CLOSED_BY)
LONGEST_ASIDE = 400
"""A bracket or quotation mark that is not closed within so many words opens no aside."""
DEEPEST = 6
BULLETS = frozenset("•▪●○–—-*·")
STOPS = frozenset(";:.")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `text`: lower-cased, with one apostrophe; `aside` tells those in brackets and quotation marks.

    `items` are the words that open a sub-paragraph, behind its marker: `(a) To report` opens at `To`.
    `opening` is the first word behind the printed number. `present` are all words: what is not there need not be
    looked for.
    """

    text: str
    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    aside: tuple[bool, ...]
    items: frozenset[int]
    opening: int
    present: frozenset[str]

    def __len__(self) -> int:
        return len(self.low)

    def raw(self, at: int) -> str:
        """The word as printed."""
        return self.text[self.starts[at] : self.ends[at]]

    def capital(self, at: int) -> bool:
        """Whether the word as printed opens with a capital letter."""
        return self.text[self.starts[at]].isupper()

    def joined(self, at: int) -> bool:
        """Whether the word is a letter, and printed as one with the letter before it."""
        close = at > 0 and self.starts[at] == self.ends[at - 1]
        return close and self.low[at][0].isalpha() and self.low[at - 1][-1].isalpha()

    def span(self, first: int, last: int) -> Span:
        """The characters from word `first` up to, not including, word `last`."""
        return Span(self.starts[first], self.ends[last - 1]) if last > first else Span(0, 0)

    def quote(self, first: int, last: int) -> str:
        """The words from `first` up to `last`, as printed."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def index_at(self, offset: int) -> int:
        """The first word that ends after the character at `offset`."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] > offset:
                high = middle
            else:
                low = middle + 1
        return low


def split_words(text: str, joints: Joints | None = None) -> Words:
    """The words of a passage, without any reading of them; `joints` part what a language writes as one."""
    spans, low = split_tokens(text, joints)
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    present = frozenset(low)
    aside = (False,) * len(low) if BRACKETS.isdisjoint(present) else _asides(low)
    items = _items(low, _fresh(text, starts)) if ")" in present or "\n" in text else []
    return Words(text, tuple(low), starts, ends, aside, frozenset(items), _opening(low), present)


def _fresh(text: str, starts: tuple[int, ...]) -> set[int]:
    """The words that open a line."""
    if "\n" not in text:
        return set()
    return {at for at in range(1, len(starts)) if "\n" in text[max(starts[at - 1], starts[at] - 12) : starts[at]]}


def _opening(low: list[str]) -> int:
    """The first word behind the printed number of the passage, and behind a quotation mark that wraps it."""
    at = 0
    while at < min(len(low), 8) and (not low[at][0].isalpha() or _is_marker(low, at)):
        at += 1
    return at if at < len(low) else 0


def _is_marker(low: list[str], at: int) -> bool:
    """A letter or roman number of a list: "(a)", "iv."; also "bis" behind a number."""
    if low[at] == "bis":
        return at > 0 and low[at - 1].isdigit()
    return len(low[at]) <= 4 and at + 1 < len(low) and low[at + 1] == ")" and low[at].isalpha()


def _items(low: list[str], fresh: set[int]) -> list[int]:
    """Where sub-paragraphs open: behind "(a)" or "a)" after a stop or at a line head, and a bullet there."""
    found = []
    lettered = {at - 1 for at, word in enumerate(low) if word == ")" and at > 1 and low[at - 2] in STOPS}
    places = sorted(fresh | lettered | {at for at, word in enumerate(low) if word == "("})
    for at in places:
        word = low[at]
        if at + 1 >= len(low):
            break
        heads = at in fresh
        if word == "(" and at + 3 < len(low) and low[at + 2] == ")" and len(low[at + 1]) <= 4:
            before = low[at - 1] if at else "."
            if before in ("and", "or") and at > 1:
                before = low[at - 2]
                heads = before in ";," or heads
            if heads or before in STOPS:
                found.append(at + 3)
        elif heads and word in BULLETS:
            found.append(at + 1)
        elif (
            (heads or at in lettered)
            and len(word) <= 4
            and low[at + 1] in ".)"
            and (word.isdigit() or len(word) == 1 or not set(word) - set("ivx"))
        ):
            found.append(at + 2)
    return [at for at in found if at < len(low)]


def _asides(low: list[str]) -> tuple[bool, ...]:
    """Which words stand in closed brackets or quotation marks; a mark that opens the passage wraps it whole."""
    aside = [False] * len(low)
    opened: list[tuple[str, int]] = []
    marks = [at for at, word in enumerate(low) if word in BRACKETS]
    for at in marks:
        word = low[at]
        if word in CLOSING:
            for back in range(len(opened) - 1, max(-1, len(opened) - DEEPEST), -1):
                mark, begin = opened[back]
                if mark == word:
                    del opened[back:]
                    if not opened and at - begin <= LONGEST_ASIDE:
                        aside[begin : at + 1] = [True] * (at + 1 - begin)
                    break
            else:
                if word == '"' and at:
                    opened.append((word, at))
        elif word in CLOSED_BY and at:
            opened.append((CLOSED_BY[word], at))
    return tuple(aside)
