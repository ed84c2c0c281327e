"""Texts that come again every year or two, with how they grow and change."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from operative.corpus.corpora import Corpus
from operative.corpus.language import COMPARED
from operative.corpus.overlap import LIKENESS
from operative.corpus.shingles import shingles_of
from operative.corpus.words import words_of
from operative.domain.holdings import HeldProvision, Holding
from operative.domain.lineages import Series, SeriesStep

__all__ = ["FEWEST_WORDS", "find_series", "matter_of"]

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
    before: list[HeldProvision] | None = None
    for holding in ordered:
        provisions = texts[holding.key]
        words = sum(len(words_of(one.text)) for one in provisions)
        same, changed, new = compared(before or [], provisions)
        steps.append(SeriesStep(holding.key, holding.adopted, len(provisions), words, same, changed, new))
        before = provisions
    distances = [late.year - early.year for early, late in pairwise(ordered)]
    return Series(ordered[-1].title, ordered[-1].body or ordered[-1].body_name, tuple(steps), int(median(distances)))


def compared(before: Sequence[HeldProvision], now: Sequence[HeldProvision]) -> tuple[int, int, int]:
    """How many provisions are the same as before, nearly so, and new; each provision of before stands for one."""
    left = Counter(tuple(words_of(one.text)) for one in before)
    open_: list[HeldProvision] = []
    same = 0
    for one in now:
        words = tuple(words_of(one.text))
        if left[words] > 0:
            left[words] -= 1
            same += 1
        else:
            open_.append(one)
    remaining = [shingles_of(" ".join(words)) for words, times in left.items() for _ in range(times)]
    changed = 0
    for one in open_:
        shingles = shingles_of(one.text)
        alike = (place for place, other in enumerate(remaining) if is_near(shingles, other))
        if (place := next(alike, None)) is not None:
            del remaining[place]
            changed += 1
    return same, changed, len(open_) - changed


def is_near(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    """Whether two sets of shingles are those of texts that are nearly the same."""
    small, large = sorted((len(one), len(other)))
    if small < LIKENESS * large:
        return False
    both = len(one & other)
    return bool(both) and both >= LIKENESS * (small + large - both) - 1e-9
