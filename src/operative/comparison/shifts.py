"""The suggestions of two drafts -> what became stronger or weaker, vanished or appeared from one to the other."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from operative.comparison.pieces import find_words, fold_print
from operative.domain.verdicts import Shift, Suggestion, Turn, Verdict

__all__ = ["RANKS", "find_shifts"]

ORDER = (
    Verdict.EXPLICIT,
    Verdict.EQUIVALENT,
    Verdict.IMPLICIT,
    Verdict.BY_REFERENCE,
    Verdict.NARROWED,
    Verdict.SILENT,
    Verdict.CONTRADICTED,
)
"""Verdicts from the best to the worst for those who asked for the element.

`by reference` stands below what the draft says itself, even if only by implication: the words it points at were adopted
by one side alone, and that side can change them. It stands above `narrowed`, since it gives nothing away of them.
`silent` is better than `contradicted`: what is not said can still be claimed.
"""
RANKS: Mapping[Verdict, int] = MappingProxyType({verdict: rank for rank, verdict in enumerate(ORDER)})
"""The place of each verdict in that order, the best 0; `added` has none, since it treats no element."""
ALIKE = 0.5
"""The share of words that two additions have in common where they are one."""


def find_shifts(old: Sequence[Suggestion], new: Sequence[Suggestion]) -> tuple[Shift, ...]:
    """What became of each element, in the order of the new draft's suggestions, then of each addition.

    An element is found again by its identifier. It appeared where the old draft was silent and the new one says it,
    vanished the other way round; between other verdicts it became stronger or weaker by `RANKS`, and is unchanged where
    the verdict is. An addition is found again by its words: it can stay, appear or vanish.
    """
    before = {one.element: one for one in old if one.element}
    after = {one.element: one for one in new if one.element}
    named = dict.fromkeys([*after, *before])
    elements = [_shift(before.get(element), after.get(element)) for element in named]
    return (*elements, *_find_additions(old, new))


def _shift(old: Suggestion | None, new: Suggestion | None) -> Shift:
    known = new or old
    assert known is not None
    return Shift(_turn(old, new), known.label, old, new)


def _turn(old: Suggestion | None, new: Suggestion | None) -> Turn:
    """What became of one thing; a draft without the element is as good as silent."""
    was = Verdict.SILENT if old is None else old.verdict
    now = Verdict.SILENT if new is None else new.verdict
    if was is now:
        return Turn.UNCHANGED
    if was is Verdict.SILENT and now is not Verdict.CONTRADICTED:
        return Turn.APPEARED
    if now is Verdict.SILENT and was is not Verdict.CONTRADICTED:
        return Turn.VANISHED
    return Turn.STRONGER if RANKS[now] < RANKS[was] else Turn.WEAKER


def _find_additions(old: Sequence[Suggestion], new: Sequence[Suggestion]) -> list[Shift]:
    """The additions of both drafts, those of the new first; the most alike are one."""
    before = [one for one in old if not one.element]
    after = [one for one in new if not one.element]
    words_before, words_after = [_words(one) for one in before], [_words(one) for one in after]
    scored = sorted(
        (-_likeness(one, other), abs(at - to), at, to)
        for at, one in enumerate(words_before)
        for to, other in enumerate(words_after)
    )
    partner: dict[int, int] = {}
    for score, _, at, to in scored:
        if -score >= ALIKE and to not in partner and at not in partner.values():
            partner[to] = at
    kept = [_addition(before[partner[to]] if to in partner else None, one) for to, one in enumerate(after)]
    gone = [_addition(one, None) for at, one in enumerate(before) if at not in partner.values()]
    return kept + gone


def _addition(old: Suggestion | None, new: Suggestion | None) -> Shift:
    known = new or old
    assert known is not None
    turn = Turn.APPEARED if old is None else Turn.VANISHED if new is None else Turn.UNCHANGED
    return Shift(turn, known.label, old, new)


def _words(addition: Suggestion) -> frozenset[str]:
    """The different words that an addition stands on."""
    said = addition.quote.words if addition.quote else " ".join((addition.label, *addition.added))
    return frozenset(find_words(fold_print(said.casefold())))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 1.0
