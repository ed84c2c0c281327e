"""All pairs of sets that are alike: an exact join with filters that lose nothing.

Sets A and B are alike where |A∩B| >= t·|A∪B|, which is |A∩B| >= t/(1+t)·(|A|+|B|). From this follow, as in Xiao, Wang,
Lin and Yu, "Efficient similarity joins for near duplicate detection" (2008): sizes differ by at most the factor t; with
shingles in a common order, rarest first, the first ones (the prefix) of both sets share at least one; and a shared
shingle far behind leaves too few that could follow. What passes is counted out, so every pair that is given is one.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from operative.corpus.shingles import ShingleSets
from operative.corpus.sorting import Ints, SmallInts, without_repetition

__all__ = ["AlikeSets", "join_alike"]

CHUNK = 1 << 21
"""Candidates looked at in one go: what bounds the memory."""

BITS = 256
"""Length of a set's signature: bit h(shingle) is set. Signatures that differ in d bits tell that the sets differ in at
least d shingles (Sandes, Teodoro and Melo, "Bitmap filter", 2020)."""

SLACK = 1e-9
"""Keeps a bound that is a whole number from being rounded past it."""


@dataclass(frozen=True, slots=True)
class AlikeSets:
    """Pairs of sets: `one` < `other`, and the share of shingles that both have."""

    one: Ints
    other: Ints
    likeness: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Postings:
    """The prefixes of all sets, by shingle and then by size of set.

    `keys` are shingle and size in one integer; `owners` number the sets by rising size; `places` tell how many shingles
    of the set come before; `indexed` those among the first that the smaller of two alike sets must share.
    """

    keys: Ints
    owners: Ints
    places: Ints
    indexed: npt.NDArray[np.bool_]


def join_alike(sets: ShingleSets, threshold: float, jobs: int = 2) -> AlikeSets:
    """All pairs of sets with at least this share of shingles in common, 0 < `threshold` <= 1, ordered by number."""
    by_size = np.argsort(sets.sizes, kind="stable")
    sized = Sized.of(sets, by_size, threshold)
    postings = post(sized)
    with ThreadPoolExecutor(jobs) as pool:
        found = list(pool.map(lambda chunk: alike_among(sized, *chunk), candidates(sized, postings)))
    one = np.concatenate([pair[0] for pair in found]) if found else np.zeros(0, np.int64)
    other = np.concatenate([pair[1] for pair in found]) if found else np.zeros(0, np.int64)
    shared = np.concatenate([pair[2] for pair in found]) if found else np.zeros(0, np.int64)
    likeness = shared / np.maximum(sized.sizes[one] + sized.sizes[other] - shared, 1)
    one, other = by_size[one], by_size[other]
    one, other = np.minimum(one, other), np.maximum(one, other)
    order = np.lexsort((other, one))
    return AlikeSets(one[order], other[order], likeness[order])


@dataclass(frozen=True, slots=True)
class Sized:
    """Sets of shingles by rising size, with their signatures."""

    threshold: float
    starts: Ints
    sizes: Ints
    ranks: SmallInts
    frequency: Ints
    signatures: npt.NDArray[np.uint64]

    @classmethod
    def of(cls, sets: ShingleSets, by_size: Ints, threshold: float) -> "Sized":
        """The sets in the order `by_size`."""
        starts, sizes = sets.starts[:-1][by_size], sets.sizes[by_size]
        return cls(threshold, starts, sizes, sets.ranks, sets.frequency, sign(sets)[by_size])

    def shared_at_least(self, one: Ints, other: Ints) -> Ints:
        """How many shingles two alike sets of this number share at least."""
        total = self.sizes[one] + self.sizes[other]
        least: Ints = np.ceil(self.threshold / (1 + self.threshold) * total - SLACK).astype(np.int64)
        return least


def sign(sets: ShingleSets) -> npt.NDArray[np.uint64]:
    """The signature of each set, a row of words of 64 bits."""
    signatures = np.zeros((len(sets.sizes), BITS // 64), np.uint64)
    mixed = (sets.ranks.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - BITS.bit_length() + 1)
    owners = np.repeat(np.arange(len(sets.sizes)), sets.sizes)
    cells = owners * BITS + mixed.astype(np.int64)
    flags = np.zeros(len(sets.sizes) * BITS, np.bool_)
    flags[cells] = True
    packed = np.packbits(flags.reshape(-1, BITS), axis=1)
    signatures[:] = packed.view(np.uint64)
    return signatures


def post(sized: Sized) -> Postings:
    """The postings of all prefixes; shingles that only one set has are left out, since nothing meets there."""
    t = sized.threshold
    probe = sized.sizes - np.ceil(t * sized.sizes - SLACK).astype(np.int64) + 1
    index = sized.sizes - np.ceil(2 * t / (1 + t) * sized.sizes - SLACK).astype(np.int64) + 1
    probe = np.where(sized.sizes > 0, probe, 0)
    owners = np.repeat(np.arange(len(sized.sizes)), probe)
    places = np.arange(len(owners)) - np.repeat(np.cumsum(probe) - probe, probe)
    ranks = sized.ranks[sized.starts[owners] + places].astype(np.int64)
    kept = sized.frequency[ranks] > 1
    owners, places, ranks = owners[kept], places[kept], ranks[kept]
    order = np.argsort(ranks, kind="stable")
    owners, places, ranks = owners[order], places[order], ranks[order]
    return Postings(ranks << 32 | sized.sizes[owners], owners, places, places < index[owners])


def candidates(sized: Sized, postings: Postings) -> Iterator[tuple[Ints, Ints]]:
    """Pairs that share a shingle of their prefixes and have the sizes for it, in chunks; smaller set first."""
    least = np.ceil(sized.threshold * sized.sizes - SLACK).astype(np.int64)[postings.owners]
    first = np.searchsorted(postings.keys, (postings.keys >> 32 << 32) | least)
    counts = np.arange(len(first)) - first
    by_owner = np.argsort(postings.owners, kind="stable")
    by_owner = by_owner[counts[by_owner] > 0]
    ends = np.cumsum(counts[by_owner])
    begun = 0
    while begun < len(by_owner):
        done = ends[begun - 1] if begun else 0
        stop = max(int(np.searchsorted(ends, done + CHUNK, "right")), begun + 1)
        # The chunk goes to the end of its last set, so that all meetings of two sets stand in one chunk.
        last = postings.owners[by_owner[stop - 1]]
        stop = int(np.searchsorted(postings.owners[by_owner], last, "right"))
        yield meetings(sized, postings, by_owner[begun:stop], first, counts)
        begun = stop


def meetings(sized: Sized, postings: Postings, chosen: Ints, first: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """The pairs that meet in these postings and whose places leave enough shingles to come."""
    many = counts[chosen]
    later = np.repeat(chosen, many)
    earlier = np.arange(len(later)) - np.repeat(np.cumsum(many) - many - first[chosen], many)
    fit = postings.indexed[earlier]
    later, earlier = later[fit], earlier[fit]
    one, other = postings.owners[earlier], postings.owners[later]
    at_one, at_other = postings.places[earlier], postings.places[later]
    left = np.minimum(sized.sizes[one] - at_one, sized.sizes[other] - at_other)
    fit = np.minimum(at_one, at_other) + left >= sized.shared_at_least(one, other)
    pairs = without_repetition(one[fit] << 32 | other[fit])
    return pairs >> 32, pairs & 0xFFFFFFFF


def alike_among(sized: Sized, one: Ints, other: Ints) -> tuple[Ints, Ints, Ints]:
    """Those pairs that are alike, and how many shingles both sets share."""
    needed = sized.shared_at_least(one, other)
    differ = np.bitwise_count(sized.signatures[one] ^ sized.signatures[other]).sum(axis=1, dtype=np.int64)
    fit = differ <= sized.sizes[one] + sized.sizes[other] - 2 * needed
    one, other, needed = one[fit], other[fit], needed[fit]
    shared = np.zeros(len(one), np.int64)
    ends = np.cumsum(sized.sizes[one] + sized.sizes[other])
    begun = 0
    while begun < len(one):
        done = ends[begun - 1] if begun else 0
        stop = max(int(np.searchsorted(ends, done + CHUNK, "right")), begun + 1)
        shared[begun:stop] = count_shared(sized, one[begun:stop], other[begun:stop])
        begun = stop
    fit = shared >= needed
    return one[fit], other[fit], shared[fit]


def count_shared(sized: Sized, one: Ints, other: Ints) -> Ints:
    """How many shingles each pair shares, counted out."""
    sets = np.concatenate((one, other))
    sizes = sized.sizes[sets]
    pairs = np.repeat(np.tile(np.arange(len(one)), 2), sizes)
    places = np.arange(len(pairs)) - np.repeat(np.cumsum(sizes) - sizes - sized.starts[sets], sizes)
    keys = pairs << 32 | sized.ranks[places]
    keys.sort()
    twice = keys[1:][keys[1:] == keys[:-1]] >> 32
    return np.bincount(twice, minlength=len(one))
