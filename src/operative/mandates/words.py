"""The words of a passage with their places: what all derivations look at."""

import re
from dataclasses import dataclass
from functools import lru_cache

from operative.domain.acts import Quote
from operative.domain.passages import Passage
from operative.domain.spans import Span

__all__ = ["Words", "words_of_passage", "words_of_text"]

# An elided article ("l’", "d’"), a word with its hyphens and apostrophes, a bracketed letter or number, or a mark.
WORD = re.compile(
    r"(?:[ldjmtscn]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[LDJMTSCN])['’](?=\w)|"
    r"\(\w{1,5}\)|[^\W_]+(?:[-‐‑’'][^\W_]+)*(?:(?<=s)['’](?=\s))?|[^\w\s]"
)
OPENS_SENTENCE = re.compile(r"[^\W\d_]", re.UNICODE)
ABBREVIATED = frozenset(
    {"no", "nos", "art", "arts", "para", "paras", "cf", "vol", "dr", "mr", "ms", "st", "op", "n", "núm"}
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `text`: `low` are lower-cased, with one apostrophe; `breaks` open another provision."""

    text: str
    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: frozenset[int]

    def __len__(self) -> int:
        return len(self.low)

    def raw(self, at: int) -> str:
        """The word as printed."""
        return self.text[self.starts[at] : self.ends[at]]

    def capital(self, at: int) -> bool:
        """Whether the word as printed opens with a capital letter."""
        return self.text[self.starts[at]].isupper()

    def is_word(self, at: int) -> bool:
        """Whether a word, not a mark, stands there."""
        return self.low[at][0].isalnum()

    def span(self, first: int, last: int) -> Span:
        """The characters from word `first` up to, not including, word `last`."""
        return Span(self.starts[first], self.ends[last - 1]) if last > first else Span(0, 0)

    def words(self, first: int, last: int) -> str:
        """The words from `first` up to `last`, as printed."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def quote(self, first: int, last: int, rule: str) -> Quote:
        """The words from `first` up to `last` as a value."""
        return Quote(self.words(first, last), self.span(first, last), rule)

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

    def ends_sentence(self, at: int) -> bool:
        """Whether the mark at `at` is a full stop behind which a sentence opens, or nothing does."""
        if self.low[at] != ".":
            return False
        if at + 1 >= len(self.low) or at + 1 in self.breaks:
            return True
        if at and self.low[at - 1] in ABBREVIATED:
            return False
        spaced = self.starts[at + 1] > self.ends[at]
        return spaced and (self.capital(at + 1) or not OPENS_SENTENCE.match(self.text[self.starts[at + 1]]))

    def clause_end(self, at: int, end: int) -> int:
        """Where the clause that holds `at` ends: before its semicolon, colon or full stop, or with its provision."""
        here = at
        while here < end:
            if self.low[here] in ";:" or self.ends_sentence(here) or (here > at and here in self.breaks):
                return here
            here += 1
        return end


def words_of_passage(passage: Passage) -> Words:
    """The words of a passage; the printed number of a sub-paragraph is no word of it."""
    heads = zip(passage.provisions[1:], passage.places[1:], strict=True)
    return _words(
        passage.text, tuple((place - len(p.number or "") - 1 if p.number else place, place) for p, place in heads)
    )


def words_of_text(text: str) -> Words:
    """The words of a text that has no parts."""
    return _words(text, ())


@lru_cache(maxsize=1024)
def _words(text: str, numbers: tuple[tuple[int, int], ...]) -> Words:
    low: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    breaks: set[int] = set()
    pending = iter([*numbers, (len(text) + 1, len(text) + 1)])
    first, last = next(pending)
    for match in WORD.finditer(text):
        start = match.start()
        while start >= last:
            breaks.add(len(low))
            first, last = next(pending)
        if first <= start < last:
            continue
        low.append(match.group().casefold())
        starts.append(start)
        ends.append(match.end())
    if "'" in text:
        low = [word.replace("'", "’") for word in low]
    return Words(text, tuple(low), tuple(starts), tuple(ends), frozenset(breaks))
