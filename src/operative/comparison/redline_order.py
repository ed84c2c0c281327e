"""What kept its order between two texts."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

__all__ = ["heaviest_rise"]


def heaviest_rise(pairs: Sequence[tuple[int, int]], weights: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs that rise in both texts and weigh most together; of equal ones always the same.

    `pairs` are in the order of the old text, each place in one pair, with a weight above 0 for each; n log n.
    """
    if all(one[1] < other[1] for one, other in pairwise(pairs)):
        return list(pairs)
    ranks = sorted(new for _, new in pairs)
    best: list[tuple[int, int]] = [(0, -1)] * (len(pairs) + 1)  # a Fenwick tree of (weight, pair) for the largest
    before = [-1] * len(pairs)
    for at, ((_, new), own) in enumerate(zip(pairs, weights, strict=True)):
        rank = bisect_left(ranks, new)
        weight, before[at] = _largest(best, rank)
        _raise(best, rank + 1, (weight + own, at))
    rise: list[tuple[int, int]] = []
    at = _largest(best, len(pairs))[1]
    while at >= 0:
        rise.append(pairs[at])
        at = before[at]
    return rise[::-1]


def _largest(tree: Sequence[tuple[int, int]], end: int) -> tuple[int, int]:
    """The largest of the first `end` entries."""
    found = (0, -1)
    while end:
        found = max(found, tree[end])
        end &= end - 1
    return found


def _raise(tree: list[tuple[int, int]], at: int, value: tuple[int, int]) -> None:
    """Put an entry in."""
    while at < len(tree):
        tree[at] = max(tree[at], value)
        at += at & -at
