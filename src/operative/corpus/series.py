"""Texts that come again every year or two, with how they grow and change."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import TypeAlias

from operative.corpus.corpora import Corpus
from operative.corpus.language import COMPARED
from operative.corpus.overlap import LIKENESS
from operative.corpus.shingles import shingles_in
from operative.corpus.words import words_of
from operative.domain.holdings import HeldProvision, Holding
from operative.domain.lineages import Series, SeriesStep

__all__ = ["FEWEST_WORDS", "find_series", "matter_of"]

Words: TypeAlias = tuple[str, ...]

FEWEST_WORDS = 2
"""Words of a title that can tell a matter; "Credentials" alone cannot."""

NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?|[ivx]+")
"""What may differ between the titles of a series: years, sessions, parts."""


def find_series(corpus: Corpus, least: int = 2) -> tuple[Series, ...]:
    """The series of at least so many texts, the longest first.

    Texts are one series where the same body gave them the same title, numbers apart, on different days; a text that is
    held twice (the same symbol) counts once. Texts without a title are in none.
    """
    groups: defaultdict[tuple[str, ...], list[Holding]] = defaultdict(list)
    seen: set[str] = set()
    for holding in corpus.holdings.values():
        matter = matter_of(holding.title)
        symbol = holding.symbol or holding.key
        if len(matter) >= FEWEST_WORDS and holding.adopted and symbol not in seen:
            seen.add(symbol)
            groups[holding.body or holding.body_name, *matter].append(holding)
    chosen = [group for group in groups.values() if len({holding.adopted for holding in group}) >= max(least, 2)]
    wanted = {holding.key for group in chosen for holding in group}
    texts: defaultdict[str, list[HeldProvision]] = defaultdict(list)
    for provision in corpus.provisions:
        if provision.document in wanted and provision.kind in COMPARED:
            texts[provision.document].append(provision)
    found = [series_of(group, texts) for group in chosen]
    return tuple(sorted(found, key=lambda series: (-len(series.steps), series.title)))


def matter_of(title: str) -> tuple[str, ...]:
    """The words of a title that tell its matter."""
    return tuple(word for word in words_of(title) if not NUMBER.fullmatch(word))


def series_of(group: Sequence[Holding], texts: dict[str, list[HeldProvision]]) -> Series:
    """A series with its steps."""
    ordered = sorted(group, key=lambda holding: (holding.adopted, holding.key))
    steps: list[SeriesStep] = []
    before: list[Words] = []
    for holding in ordered:
        now = [tuple(words_of(one.text)) for one in texts[holding.key]]
        same, changed, new = compared(before, now)
        steps.append(SeriesStep(holding.key, holding.adopted, len(now), sum(map(len, now)), same, changed, new))
        before = now
    distances = [late.year - early.year for early, late in pairwise(ordered)]
    return Series(ordered[-1].title, ordered[-1].body or ordered[-1].body_name, tuple(steps), int(median(distances)))


def compared(before: Sequence[Words], now: Sequence[Words]) -> tuple[int, int, int]:
    """How many texts are the same as before, nearly so, and new; each text of before stands for one."""
    left = Counter(before)
    open_: list[Words] = []
    for words in now:
        if left[words] > 0:
            left[words] -= 1
        else:
            open_.append(words)
    remaining = [shingles_in(words) for words, times in left.items() for _ in range(times)]
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, shingles in enumerate(remaining):
        for shingle in shingles:
            holders[shingle].append(place)
    taken: set[int] = set()
    for shingles in map(shingles_in, open_):
        shared = Counter(place for shingle in shingles for place in holders.get(shingle, ()))
        alike = (
            place
            for place, both in shared.items()
            if place not in taken and both >= LIKENESS * (len(shingles) + len(remaining[place]) - both) - 1e-9
        )
        if (place := min(alike, default=-1)) >= 0:
            taken.add(place)
    return len(now) - len(open_), len(taken), len(open_) - len(taken)
