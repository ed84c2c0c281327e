"""Which provision of the new text comes from which of the old."""

from collections.abc import Iterator, Sequence
from zlib import crc32

from operative.comparison.pieces import fold_print
from operative.comparison.redline_candidates import Likeness, find_candidates
from operative.comparison.redline_order import heaviest_rise
from operative.domain.provisions import Kind, Provision

__all__ = ["Partners", "find_partners"]

ALIKE = 0.5
"""How alike two provisions must be to be partners wherever they stand."""
ALIKE_IN_PLACE = 0.3
"""How alike they must be where both stand between the same partners under the same parent."""
SAME_NUMBER = 0.05
"""What the same printed number adds in place."""
SHORT = 4
"""Texts of fewer words are only the same with the same kind: "Purpose", "The Council,"."""
WIDE = 6
"""How far from the middle line partners are looked for in a long gap."""
ONE = 1 << 20
"""More than the letters of a provision that count."""
HEADS = frozenset((Kind.HEADING, Kind.ARTICLE, Kind.ANNEX))
"""Kinds that stay where they are while a paragraph goes past them."""
FORMAL = frozenset((Kind.TITLE, Kind.ENACTING))
"""Kinds of which a text has one: partners in place whatever their words."""


class Partners:
    """Pairs of places in the two texts, each in one pair at most; None stands for no partner."""

    def __init__(self, old: Sequence[Provision], new: Sequence[Provision]) -> None:
        self.old, self.new = old, new
        self.of_old: list[int | None] = [None] * len(old)
        self.of_new: list[int | None] = [None] * len(new)
        self.old_words, self.new_words = _words(old), _words(new)
        self.old_parents, self.new_parents = _parents(old), _parents(new)

    def join(self, old: int, new: int) -> None:
        """Make two places partners."""
        assert self.of_old[old] is None
        assert self.of_new[new] is None
        self.of_old[old], self.of_new[new] = new, old

    def free_old(self) -> list[int]:
        """The places of the old text without a partner."""
        return [place for place, partner in enumerate(self.of_old) if partner is None]

    def free_new(self) -> list[int]:
        """The places of the new text without a partner."""
        return [place for place, partner in enumerate(self.of_new) if partner is None]

    def steady(self, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """As many of the pairs as kept their order; of equally many, those with most words."""
        return heaviest_rise(pairs, [self._weight(old, new) for old, new in pairs])

    def _weight(self, old: int, new: int) -> int:
        """A pair counts most, then whether it is a heading, then its words; a checksum settles what is still equal,
        whichever text is called old.
        """
        one, other = self.old_words[old], self.new_words[new]
        words = ONE if self.old[old].kind in HEADS else min(len(one) + len(other), ONE - 1)
        checksum = crc32(one.encode(errors="replace")) + crc32(other.encode(errors="replace"))
        most = ONE * (len(self.old) + len(self.new))
        return ((most + words) << 33) + checksum

    def pairs(self) -> list[tuple[int, int]]:
        """All pairs in the order of the old text."""
        return [(old, new) for old, new in enumerate(self.of_old) if new is not None]


def find_partners(old: Sequence[Provision], new: Sequence[Provision]) -> Partners:
    """The partners of two texts: first the same words, then the most alike wherever they stand, then what stands in
    the same place and is still alike; a parent goes with its children.
    """
    partners = Partners(old, new)
    _pair_same(partners)
    likeness = Likeness(old, new, partners.free_old(), partners.free_new())
    _pair_alike(partners, likeness)
    _pair_parents(partners)
    _pair_in_place(partners, likeness)
    return partners


def _parents(provisions: Sequence[Provision]) -> list[int]:
    """The place of each provision's parent, -1 for none."""
    places = {provision.id: place for place, provision in enumerate(provisions)}
    return [places.get(provision.parent, -1) if provision.parent else -1 for provision in provisions]


def _best_first(scored: tuple[float, int, int]) -> tuple[float, int, int, int]:
    """The most alike first, then the nearest; the same whichever of the texts is called old."""
    score, old, new = scored
    return -score, abs(old - new), old + new, old


def _words(provisions: Sequence[Provision]) -> list[str]:
    """The words of each provision, however printed; short ones with the kind, so that a heading is no sub-paragraph."""
    folded = [fold_print(provision.text) for provision in provisions]
    return [
        text if not text or text.count(" ") >= SHORT - 1 else f"{provision.kind}\t{text}"
        for provision, text in zip(provisions, folded, strict=True)
    ]


def _pair_same(partners: Partners) -> None:
    """Join equal words: those that each text has once; of repeated ones those with the same surroundings, then in
    their order.
    """
    for before, after in ((0, 0), (1, 1), (1, 0), (0, 1)):
        for ones, others in _grouped(partners, before, after):
            if len(ones) == len(others) == 1:
                partners.join(ones[0], others[0])
    for ones, others in _grouped(partners, 0, 0):
        for one, other in zip(ones, others, strict=False):
            partners.join(one, other)


def _grouped(partners: Partners, before: int, after: int) -> list[tuple[list[int], list[int]]]:
    """Places without a partner that have the same words in both texts, and the same neighbours; empty ones are none."""
    ones: dict[tuple[str, ...], list[int]] = {}
    others: dict[tuple[str, ...], list[int]] = {}
    for free, words, groups in (
        (partners.free_old(), partners.old_words, ones),
        (partners.free_new(), partners.new_words, others),
    ):
        for place in free:
            if words[place]:
                key = ("",) * max(0, before - place) + tuple(words[max(0, place - before) : place + after + 1])
                groups.setdefault(key, []).append(place)
    return [(places, others[key]) for key, places in ones.items() if key in others]


def _pair_alike(partners: Partners, likeness: Likeness) -> None:
    """Join the most alike, wherever they stand; short ones of another kind are not alike."""
    scored = []
    for one, other in find_candidates(likeness, partners.free_old(), partners.free_new()):
        if partners.old[one].kind != partners.new[other].kind:
            words = min(len(likeness.words(False, one)), len(likeness.words(True, other)))
            if words < SHORT:
                continue
        score = likeness.of(one, other)
        if score >= ALIKE:
            scored.append((score, one, other))
    for _, one, other in sorted(scored, key=_best_first):
        if partners.of_old[one] is None and partners.of_new[other] is None:
            partners.join(one, other)


def _pair_parents(partners: Partners) -> None:
    """Join parents without a partner, most of whose children went to children of each other."""
    votes: dict[tuple[int, int], int] = {}
    for one, other in partners.pairs():
        above, over = partners.old_parents[one], partners.new_parents[other]
        if above >= 0 and over >= 0 and partners.of_old[above] is None and partners.of_new[over] is None:
            votes[above, over] = votes.get((above, over), 0) + 1
    ranked = sorted((-count, abs(one - other), one + other, one, other) for (one, other), count in votes.items())
    for *_, one, other in ranked:
        free = partners.of_old[one] is None and partners.of_new[other] is None
        if free and partners.old[one].kind == partners.new[other].kind:
            partners.join(one, other)


def _pair_in_place(partners: Partners, likeness: Likeness) -> None:
    """Join what stands under the same parent between the same partners, parents before their children."""
    below_old, below_new = _below(partners.old_parents), _below(partners.new_parents)
    for above in sorted(below_old):
        over = -1 if above < 0 else partners.of_old[above]
        if over is None:
            continue
        for ones, others in _gaps(partners, below_old[above], below_new.get(over, [])):
            _pair_gap(partners, likeness, ones, others)


def _below(parents: Sequence[int]) -> dict[int, list[int]]:
    below: dict[int, list[int]] = {}
    for place, parent in enumerate(parents):
        below.setdefault(parent, []).append(place)
    return below


def _gaps(partners: Partners, ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[list[int], list[int]]]:
    """The runs without a partner between brothers that kept their order."""
    known = set(others)
    joined = [(one, other) for one in ones if (other := partners.of_old[one]) is not None and other in known]
    steady = partners.steady(joined)
    fixed_old, fixed_new = {one for one, _ in steady}, {other for _, other in steady}
    before = _runs(ones, fixed_old, partners.of_old)
    after = _runs(others, fixed_new, partners.of_new)
    yield from ((left, right) for left, right in zip(before, after, strict=True) if left and right)


def _runs(places: Sequence[int], fixed: set[int], partner: Sequence[int | None]) -> list[list[int]]:
    """The free places between fixed ones: one run more than there are fixed ones."""
    runs: list[list[int]] = [[]]
    for place in places:
        if place in fixed:
            runs.append([])
        elif partner[place] is None:
            runs[-1].append(place)
    return runs


def _pair_gap(partners: Partners, likeness: Likeness, ones: Sequence[int], others: Sequence[int]) -> None:
    """Join the most alike of a gap that do not cross; a title, or an empty provision, needs no words in common."""
    scored = []
    for at, to in _near(len(ones), len(others)):
        one, other = ones[at], others[to]
        old, new = partners.old[one], partners.new[other]
        if old.kind != new.kind:
            continue
        score = likeness.of(one, other)
        if old.number and old.number == new.number:
            score += SAME_NUMBER
        if (old.kind in FORMAL and len(ones) == len(others)) or (old.number == new.number and not old.text + new.text):
            score += 1
        if score >= ALIKE_IN_PLACE:
            scored.append((score, one, other))
    joined: list[tuple[int, int]] = []
    for _, one, other in sorted(scored, key=_best_first):
        if all((one < left and other < right) or (one > left and other > right) for left, right in joined):
            partners.join(one, other)
            joined.append((one, other))


def _near(rows: int, columns: int) -> Iterator[tuple[int, int]]:
    """The pairs of a small gap, and of a large one those near its middle line."""
    for at in range(rows):
        middle = at * columns // rows
        low, high = (0, columns) if rows * columns <= 4 * WIDE * WIDE else (middle - WIDE, middle + WIDE + 1)
        yield from ((at, to) for to in range(max(0, low), min(columns, high)))
