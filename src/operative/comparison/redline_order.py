"""What kept its order between two texts."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

__all__ = ["longest_rise"]

ONE = 1 << 20
"""A pair counts this much, so that its weight only decides between runs of equal length."""


def longest_rise(
    pairs: Sequence[tuple[int, int]], weigh: Callable[[int], int] = lambda place: 0
) -> list[tuple[int, int]]:
    """The most pairs that rise in both texts; of equally many, the heaviest by `weigh` of the old place.

    `pairs` are in the order of the old text, each place in one pair; n log n.
    """
    ranks = sorted(new for _, new in pairs)
    best: list[tuple[int, int]] = [(0, -1)] * (len(pairs) + 1)  # Fenwick tree of (weight, pair) for the largest
    before = [-1] * len(pairs)
    for at, (old, new) in enumerate(pairs):
        rank = bisect_left(ranks, new)
        weight, before[at] = _largest(best, rank)
        _raise(best, rank + 1, (weight + ONE + min(weigh(old), ONE // len(pairs) - 1), at))
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
    while at < len(tree):
        tree[at] = max(tree[at], value)
        at += at & -at
