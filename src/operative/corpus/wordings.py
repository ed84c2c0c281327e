"""All wordings of many texts in arrays that a file can hold: which of them share shingles with a given text."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

from operative.corpus.shingles import WIDTH, Distinct, distinct_texts, run_owners, run_starts
from operative.corpus.sorting import Ints, SmallInts, without_repetition

__all__ = ["Likeness", "Wordings", "make_wordings"]

Hashes = npt.NDArray[np.uint64]
Likeness = tuple[int, float]
"""The number of a wording, and the share of shingles that it has in common with a text."""

FACTORS = tuple(np.uint64(factor) for factor in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))
SHIFT = np.uint64(29)


@dataclass(frozen=True, slots=True)
class Wordings:
    """The different wordings of many texts.

    `of[text]` is the number of its wording, `first[wording]` the first text that has it, `sizes[wording]` how many
    shingles it has. `shingles` are in rising order; number i stands in the wordings `holders[starts[i]:starts[i + 1]]`.
    """

    of: Ints
    first: Ints
    sizes: SmallInts
    shingles: Hashes
    starts: Ints
    holders: SmallInts

    def find_like(self, text: str, likeness: float) -> list[Likeness]:
        """The wordings that share at least so much of their shingles with the text, the most alike first.

        The same words in the same order are not told from those of another order with the same shingles.
        """
        wanted = hashed(distinct_texts([text]))
        if not len(wanted) or not len(self.shingles):
            return []
        at = np.minimum(np.searchsorted(self.shingles, wanted), len(self.shingles) - 1)
        at = at[self.shingles[at] == wanted]
        holders = [self.holders[self.starts[place] : self.starts[place + 1]] for place in at]
        if not holders:
            return []
        numbers, shared = np.unique(np.concatenate(holders), return_counts=True)
        shares = shared / (self.sizes[numbers] + len(wanted) - shared)
        fit = np.flatnonzero(shares >= likeness - 1e-9)
        order = fit[np.lexsort((self.first[numbers[fit]], -shares[fit]))]
        return list(zip(numbers[order].tolist(), shares[order].tolist(), strict=True))

    def texts_of(self, wording: int) -> list[int]:
        """The numbers of all texts with this wording, in rising order."""
        return [int(text) for text in np.flatnonzero(self.of == wording)]

    def save(self, folder: Path) -> None:
        """Keep each array as a file in the folder."""
        for field in fields(self):
            np.save(folder / f"{field.name}.npy", getattr(self, field.name), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> "Wordings":
        """The wordings kept in the folder; the arrays stay on disk until they are looked into."""
        return cls(**{field.name: np.load(folder / f"{field.name}.npy", mmap_mode="r") for field in fields(cls)})


def make_wordings(texts: Iterable[str]) -> Wordings:
    """The wordings of these texts, numbered in the order in which they come."""
    distinct = distinct_texts(texts)
    codes, owners = hashed_runs(distinct), run_owners(distinct)
    order = np.lexsort((owners, codes))
    codes, owners = codes[order], owners[order]
    new = np.ones(len(codes), np.bool_)
    new[1:] = (codes[1:] != codes[:-1]) | (owners[1:] != owners[:-1])
    codes, owners = codes[new], owners[new]
    heads = np.ones(len(codes), np.bool_)
    heads[1:] = codes[1:] != codes[:-1]
    return Wordings(
        of=distinct.of,
        first=np.unique(distinct.of, return_index=True)[1],
        sizes=np.bincount(owners, minlength=len(distinct)).astype(np.int32),
        shingles=codes[heads],
        starts=np.append(np.flatnonzero(heads), len(codes)),
        holders=owners.astype(np.int32),
    )


def hashed(text: Distinct) -> Hashes:
    """The shingles of a single text, in rising order and each once."""
    return without_repetition(hashed_runs(text).view(np.int64)).view(np.uint64) if len(text) else np.zeros(0, np.uint64)


def hashed_runs(texts: Distinct) -> Hashes:
    """A hash of 64 bits, the same on every machine, for every run of three words of every text."""
    digests = (blake2b(word.encode(), digest_size=8).digest() for word in texts.vocabulary)
    of_word = np.frombuffer(b"".join(digests), "<u8")
    runs = max(len(texts.words) - WIDTH + 1, 0)
    codes = np.zeros(runs, np.uint64)
    for step, factor in enumerate(FACTORS):
        codes ^= of_word[texts.words[step : runs + step]] * factor
        codes ^= codes >> SHIFT
        codes *= factor
    return codes[run_starts(texts)[:runs]]


