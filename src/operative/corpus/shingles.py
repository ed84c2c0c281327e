"""Texts as sets of runs of three words, in arrays."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import count

import numpy as np
import numpy.typing as npt

from operative.corpus.sorting import Ints, SmallInts, numbered, sort_rows
from operative.corpus.words import words_of

__all__ = [
    "WIDTH",
    "Distinct",
    "ShingleSets",
    "distinct_texts",
    "run_owners",
    "run_starts",
    "shingle_sets",
    "shingles_in",
    "shingles_of",
]

WIDTH = 3
"""Words of a shingle."""

BLANK = 0
"""The number of the word that fills up texts of one or two words."""

LARGEST = (1 << 62) - 1


@dataclass(frozen=True, slots=True)
class Distinct:
    """Texts without their repetitions: texts with the same words have the same number in `of`.

    `words` has the numbers of the words of all different texts one after the other, text i from `starts[i]` to
    `starts[i + 1]`; a text of one or two words is filled up with `BLANK`. `vocabulary[number]` is the word.
    """

    of: Ints
    starts: Ints
    words: SmallInts
    vocabulary: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.starts) - 1


@dataclass(frozen=True, slots=True)
class ShingleSets:
    """Sets of shingles, set i from `starts[i]` to `starts[i + 1]` of `ranks`, in rising order and without repetition.

    The rarer a shingle, the lower its rank; `frequency[rank]` tells in how many sets it is.
    """

    starts: Ints
    ranks: SmallInts
    frequency: Ints

    @property
    def sizes(self) -> Ints:
        """How many shingles each set has."""
        return np.diff(self.starts)


def shingles_of(text: str) -> frozenset[tuple[str, ...]]:
    """The shingles of one text; a text of one or two words is its only one, a text without words has none."""
    return shingles_in(words_of(text))


def shingles_in(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """The shingles of the words of a text, as `shingles_of` has them."""
    if 0 < len(words) < WIDTH:
        return frozenset((tuple(words),))
    return frozenset(zip(*(words[step:] for step in range(WIDTH)), strict=False))


def distinct_texts(texts: Iterable[str]) -> Distinct:
    """The different texts among many, by their words."""
    numbers: defaultdict[str, int] = defaultdict(count(BLANK + 1).__next__)
    by_text: dict[bytes, int] = {}
    by_words: dict[bytes, int] = {}
    words = array("i")
    starts, of = array("q", [0]), array("q")
    for text in texts:
        raw = digest(text.encode("utf-8", "surrogatepass"))
        number = by_text.get(raw)
        if number is None:
            row = array("i", map(numbers.__getitem__, words_of(text)))
            if 0 < len(row) < WIDTH:
                row.extend([BLANK] * (WIDTH - len(row)))
            number = by_words.setdefault(digest(row.tobytes()), len(by_words))
            if number == len(starts) - 1:
                words.extend(row)
                starts.append(len(words))
            by_text[raw] = number
        of.append(number)
    return Distinct(np.array(of), np.array(starts), np.array(words), ("", *numbers))


def digest(content: bytes) -> bytes:
    """What stands for a text without keeping it."""
    return blake2b(content, digest_size=16).digest()


def shingle_sets(texts: Distinct) -> ShingleSets:
    """The set of shingles of each text."""
    codes, many = numbered(shingle_codes(texts))
    owners = run_owners(texts)
    codes += owners * many
    sort_rows(codes, owners)
    once = np.ones(len(codes), np.bool_)
    once[1:] = codes[1:] != codes[:-1]
    owners = owners[once]
    codes = codes[once] - owners * many
    frequency = np.bincount(codes, minlength=many)
    order = np.argsort(frequency, kind="stable")
    rank = np.empty(many, np.int32)
    rank[order] = np.arange(many, dtype=np.int32)
    codes = owners * many + rank[codes]
    sort_rows(codes, owners)
    codes -= owners * many
    starts = np.searchsorted(owners, np.arange(len(texts) + 1))
    return ShingleSets(starts, codes.astype(np.int32), frequency[order])


def shingle_codes(texts: Distinct) -> Ints:
    """For every run of three words of every text an integer that stands for these words."""
    words, many = texts.words, len(texts.vocabulary)
    if len(words) < WIDTH:
        return np.zeros(0, np.int64)
    runs = len(words) - WIDTH + 1
    codes = words[:runs].astype(np.int64)
    for step in range(1, WIDTH):
        if int(codes.max()) > LARGEST // many:
            codes = numbered(codes)[0]
        codes *= many
        codes += words[step : runs + step]
    return codes[run_starts(texts)[:runs]]


def run_starts(texts: Distinct) -> npt.NDArray[np.bool_]:
    """For each word of all texts, whether a run of three words of the same text begins there."""
    starting = np.ones(len(texts.words), np.bool_)
    ends = texts.starts[1:][np.diff(texts.starts) > 0]
    for step in range(1, WIDTH):
        starting[ends - step] = False
    return starting


def run_owners(texts: Distinct) -> Ints:
    """For each run of three words the number of its text."""
    return np.repeat(np.arange(len(texts)), np.maximum(np.diff(texts.starts) - WIDTH + 1, 0))
