"""Large arrays put in order in blocks that fit the caches, two and more at a time: time grows with their length."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

__all__ = ["Ints", "SmallInts", "numbered", "sort_rows", "without_repetition"]

Ints: TypeAlias = npt.NDArray[np.int64]
SmallInts: TypeAlias = npt.NDArray[np.int32]

BLOCK = 1 << 18
"""Values of a block, or a few more."""

SPREAD = np.uint64(0x9E3779B97F4A7C15)
BUCKETS_BITS = 8


def numbered(codes: Ints) -> tuple[Ints, int]:
    """The codes as numbers from 0, equal ones by the same number, and how many numbers there are, at least 1.

    `numpy.unique` gives the same; it takes several times as long, and more than ten times for ten times as many.
    """
    buckets = (codes.view(np.uint64) * SPREAD >> np.uint64(64 - BUCKETS_BITS)).astype(np.uint8)
    order = np.argsort(buckets, kind="stable")
    edges = np.append(0, np.cumsum(np.bincount(buckets, minlength=1 << BUCKETS_BITS)))
    del buckets
    numbers = np.empty_like(codes)

    def number(bucket: int) -> int:
        places = order[edges[bucket] : edges[bucket + 1]]
        values = codes[places]
        rising = np.argsort(values)
        values = values[rising]
        values[1:] = values[1:] != values[:-1]
        values[:1] = 0
        np.cumsum(values, out=values)
        numbers[places[rising]] = values
        return int(values[-1]) + 1 if len(values) else 0

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        counts = np.fromiter(pool.map(number, range(1 << BUCKETS_BITS)), np.int64)
    before = np.cumsum(counts) - counts
    for bucket, first in enumerate(before):
        numbers[order[edges[bucket] : edges[bucket + 1]]] += first
    return numbers, max(int(counts.sum()), 1)


def sort_rows(values: Ints, rows: Ints) -> None:
    """Put the values of each row in rising order; rows are numbered in rising order, and values rise with them."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(lambda block: values[block].sort(), blocks(rows)):
            pass


def blocks(rows: Ints) -> Iterator[slice]:
    """Slices that part no row."""
    begun = 0
    while begun < len(rows):
        end = begun + BLOCK
        end = int(np.searchsorted(rows, rows[end], "left")) if end < len(rows) else len(rows)
        if end <= begun:  # a row longer than a block
            end = int(np.searchsorted(rows, rows[begun], "right"))
        yield slice(begun, end)
        begun = end


def without_repetition(values: Ints) -> Ints:
    """The values in rising order, each once; sorts what it is given."""
    values.sort()
    first = np.ones(len(values), np.bool_)
    first[1:] = values[1:] != values[:-1]
    once: Ints = values[first]
    return once
