"""How alike two provisions are, and which pairs are worth asking."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from math import fsum, log

from rapidfuzz.distance import Indel

from operative.comparison.pieces import find_words, fold_print
from operative.domain.provisions import Provision

__all__ = ["Likeness", "find_candidates"]

RARE = 12
"""So many of a provision's rarest word pairs are looked up in the other text."""
NEAR = 16
"""So many of the provisions that have a word pair are looked at, the nearest first."""
PAIRED = 32
"""Bits for the second of two words: more than there are different words."""
ASKED = 4
"""So many partners are compared word by word, those with the rarest word pairs in common."""


class Likeness:
    """How alike a provision of the old text and one of the new are, from 0 to 1, in words and in their order.

    The mean of two shares: words in common in the same order, each word equal; and different words in common, weighed
    by how rare they are in both texts, so that "of the" alone makes nothing alike.
    """

    def __init__(
        self, old: Sequence[Provision], new: Sequence[Provision], free_old: Sequence[int], free_new: Sequence[int]
    ) -> None:
        self._numbers: dict[str, int] = {}
        self._texts = old, new
        self._free = free_old, free_new
        self._known: dict[tuple[bool, int], list[int]] = {}
        self._bags: dict[tuple[bool, int], tuple[frozenset[int], float]] = {}
        self._scores: dict[tuple[int, int], float] = {}

    def words(self, is_new: bool, place: int) -> list[int]:
        """The words of a provision, letter case aside, as numbers; only of what has nothing else also its signs."""
        known = self._known.get((is_new, place))
        if known is None:
            text = fold_print(self._texts[is_new][place].text.casefold())
            numbers = self._numbers
            known = [numbers.setdefault(word, len(numbers)) for word in find_words(text) or text.split()]
            self._known[is_new, place] = known
        return known

    @cached_property
    def _weights(self) -> Mapping[int, float]:
        """What each word weighs: more the fewer of the provisions without a partner have it."""
        counts = Counter(
            word for is_new, free in enumerate(self._free) for at in free for word in set(self.words(bool(is_new), at))
        )
        total = len(self._free[0]) + len(self._free[1])
        return {word: log(1 + total / count) for word, count in counts.items()}

    def _bag(self, is_new: bool, place: int) -> tuple[frozenset[int], float]:
        """The different words of a provision, and what they weigh."""
        bag = self._bags.get((is_new, place))
        if bag is None:
            words = frozenset(self.words(is_new, place))
            bag = self._bags[is_new, place] = words, self._weigh(words)
        return bag

    def _weigh(self, words: frozenset[int]) -> float:
        return fsum(map(self._weights.__getitem__, words))

    def of(self, old: int, new: int) -> float:
        """How alike the provisions at two places are; nothing without words is like anything with words."""
        known = self._scores.get((old, new))
        if known is None:
            one, one_weight = self._bag(False, old)
            other, other_weight = self._bag(True, new)
            common = self._weigh(one & other)
            order = Indel.normalized_similarity(self.words(False, old), self.words(True, new)) if common else 0.0
            known = self._scores[old, new] = (order + 2 * common / (one_weight + other_weight)) / 2 if common else 0.0
        return known


def find_candidates(likeness: Likeness, olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs of places that share rare pairs of neighbouring words, looked for from both sides, in order."""
    before = {place: _shingles(likeness.words(False, place)) for place in olds}
    after = {place: _shingles(likeness.words(True, place)) for place in news}
    forth = _looked_up(before, after)
    back = ((one, other) for other, one in _looked_up(after, before))
    return sorted({*forth, *back})


def _shingles(words: Sequence[int]) -> list[int]:
    """The different pairs of neighbours, each as one number; of a single word, the word with itself."""
    return list(dict.fromkeys(one << PAIRED | other for one, other in pairwise(words))) or [
        word << PAIRED | word for word in words
    ]


def _looked_up(
    asking: Mapping[int, Sequence[int]], asked: Mapping[int, Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """For each place that asks, the places with the most, and rarest, word pairs in common."""
    index: dict[int, list[int]] = {}
    for place in sorted(asked):
        for shingle in asked[place]:
            index.setdefault(shingle, []).append(place)
    for place, shingles in asking.items():
        found = sorted((len(index[shingle]), shingle) for shingle in shingles if shingle in index)
        points: dict[int, float] = {}
        for count, shingle in found[:RARE]:
            for other in _nearest(index[shingle], place):
                points[other] = points.get(other, 0.0) + 1 / count
        best = sorted(points, key=lambda other: (-points[other], abs(other - place), other))
        yield from ((place, other) for other in best[:ASKED])


def _nearest(places: Sequence[int], place: int) -> Sequence[int]:
    """At most `NEAR` of the places, those around one."""
    if len(places) <= NEAR:
        return places
    at = min(max(0, bisect_left(places, place) - NEAR // 2), len(places) - NEAR)
    return places[at : at + NEAR]
