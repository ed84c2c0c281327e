"""Near duplicates: against an exact join written otherwise, and against datasketch's MinHashLSH in the same run."""

import resource
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from datasketch import MinHash, MinHashLSH
from paragraphs import made_paragraphs, real_paragraphs
from rows import Row

from operative.corpus.overlap import LIKENESS, find_overlap
from operative.corpus.shingles import shingles_of

MANY = 134_000
SAMPLE = 20_000
"""Texts that are joined in the plain way, which looks at every pair with a word run in common."""

Pairs = set[tuple[int, int]]


def measure(data: Path) -> list[Row]:
    """Time, recall and precision on real paragraphs, the ratio to datasketch, and how time grows with made ones."""
    every = real_paragraphs(data)
    texts = [every[number * len(every) // MANY] for number in range(min(MANY, len(every)))]
    name = f"{len(texts):,} paragraphs"
    begun = time.perf_counter()
    overlap = find_overlap(texts)
    seconds = time.perf_counter() - begun
    note = f"{overlap.distinct:,} distinct, {len(overlap.near):,} near pairs between them"
    found = {(pair.one, pair.other) for pair in overlap.near}
    rows = [Row("near duplicates", name, seconds, 10, "lower", "s", note=note)]
    rows += against_plain(list(dict.fromkeys(texts))[:SAMPLE])
    rows += against_datasketch(texts, found, seconds, name)
    rows.append(growth())
    return rows


def against_plain(texts: Sequence[str]) -> list[Row]:
    """Recall and precision against a join without filters."""
    wanted = plain_join(texts)
    found = {(pair.one, pair.other) for pair in find_overlap(texts).pairs()}
    name = f"{len(texts):,} paragraphs"
    note = f"{len(wanted):,} pairs, those that differ in letter case or punctuation only among them"
    return [
        Row("near duplicates, recall", name, len(found & wanted) / len(wanted), 0.995, note=note),
        Row("near duplicates, precision", name, len(found & wanted) / len(found), 1.0),
    ]


def plain_join(texts: Sequence[str]) -> Pairs:
    """All pairs at or above the likeness, by counting the shingles that each text shares with each one before."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes: list[int] = []
    found: Pairs = set()
    for number, text in enumerate(texts):
        shingles = shingles_of(text)
        shared = Counter(holder for shingle in shingles for holder in holders[shingle])
        for other, both in shared.items():
            if both >= LIKENESS * (len(shingles) + sizes[other] - both) - 1e-9:
                found.add((other, number))
        for shingle in shingles:
            holders[shingle].append(number)
        sizes.append(len(shingles))
    return found


def against_datasketch(texts: Sequence[str], exact: Pairs, ours: float, name: str) -> list[Row]:
    """How much longer MinHashLSH takes to find candidates, and which share of the near pairs it finds."""
    begun = time.perf_counter()
    firsts = {shingles_of(text): number for number, text in reversed(list(enumerate(texts)))}
    index = MinHashLSH(threshold=LIKENESS, num_perm=128)
    found: Pairs = set()
    for shingles, number in sorted(firsts.items(), key=lambda item: item[1]):
        sketch = MinHash(num_perm=128, seed=1)
        sketch.update_batch([" ".join(shingle).encode() for shingle in shingles])
        found.update((int(other), number) for other in index.query(sketch))
        index.insert(number, sketch, check_duplication=False)
    seconds = time.perf_counter() - begun
    share = len(found & exact) / len(exact) if exact else 0.0
    note = f"it takes {seconds:.0f} s without counting out, and finds {share:.0%} of the near pairs"
    return [Row("near duplicates : datasketch", name, seconds / ours, 1.0, unit="x", note=note)]


def growth() -> Row:
    """How many times the time ten times as many texts take, and the memory that they need, in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        first, second, peak = pool.submit(grown).result()
    note = f"{first:.1f} s and {second:.1f} s; the process took at most {peak:.1f} GB, texts included"
    return Row("near duplicates, 10 x the texts", "made, 2,000,000", second / first, 12, "lower", "x", note=note)


def grown() -> tuple[float, float, float]:
    """Seconds for the smaller and the larger number of texts, and the largest memory in GB."""
    times = []
    for number in (200_000, 2_000_000):
        texts = made_paragraphs(number)
        begun = time.perf_counter()
        find_overlap(texts)
        times.append(time.perf_counter() - begun)
    return times[0], times[1], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
