"""Many texts -> what repeats among them: exact groups first, then near ones, each counted out."""

from collections.abc import Iterable

import numpy as np

from operative.corpus.joins import join_alike
from operative.corpus.shingles import Distinct, distinct_texts, shingle_sets
from operative.domain.overlaps import NearPair, Overlap, Repetition
from operative.errors import WrongCall

__all__ = ["LIKENESS", "find_overlap"]

LIKENESS = 0.8
"""From this share of shingles in common on, two texts are nearly the same."""


def find_overlap(texts: Iterable[str], likeness: float = LIKENESS, jobs: int = 2) -> Overlap:
    """All texts with the same words, and all pairs with other words that share so much of their runs of three words.

    Letter case and punctuation do not count. `likeness` is the share of shingles of both together (Jaccard). The join
    is exact: no pair is missed, none is given that falls short. Texts without words are like no other.
    """
    if not 0 < likeness <= 1:
        raise WrongCall(f"a likeness of {likeness} makes no sense; it is a share above 0 and up to 1")
    distinct = distinct_texts(texts)
    firsts = np.unique(distinct.of, return_index=True)[1]
    alike = join_alike(shingle_sets(distinct), likeness, jobs)
    one, other = firsts[alike.one], firsts[alike.other]
    near = map(NearPair, np.minimum(one, other).tolist(), np.maximum(one, other).tolist(), alike.likeness.tolist())
    repetitions = repeated(distinct)
    return Overlap(len(distinct.of), len(distinct), repetitions, tuple(near))


def repeated(texts: Distinct) -> tuple[Repetition, ...]:
    """The groups of two and more texts with the same words; texts without words are none."""
    order = np.argsort(texts.of, kind="stable")
    ends = np.cumsum(np.bincount(texts.of, minlength=len(texts)))
    groups = np.split(order, ends[:-1]) if len(texts) else []
    lengths = np.diff(texts.starts)
    return tuple(
        Repetition(tuple(group.tolist()))
        for group, length in zip(groups, lengths, strict=True)
        if len(group) > 1 and length
    )
