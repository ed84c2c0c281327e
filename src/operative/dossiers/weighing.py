"""Weighted sums, the order that follows from them with its reasons, and whether it holds when a weight moves."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from operative.domain.facts.decisions import Criterion
from operative.domain.proposals import Sensitivity
from operative.dossiers.figures import say_amount, say_change

__all__ = ["find_order", "find_reasons", "find_sensitivity", "rounded", "shares", "weigh"]

Scores = Mapping[str, Decimal]
Order = tuple[tuple[str, ...], ...]
MOVES = (Decimal("1.1"), Decimal("0.9"))
PLACES = 4


def rounded(value: Fraction) -> Decimal:
    """An exact figure, to four places."""
    text = format(Decimal(round(value * 10**PLACES)).scaleb(-PLACES), "f")
    return Decimal(text.rstrip("0").rstrip("."))


def shares(criteria: Sequence[Criterion], moved: str = "", factor: Decimal = MOVES[0]) -> dict[str, Fraction]:
    """The weights as parts of 1; with `moved`, after that weight is multiplied by the factor."""
    weights = {one.key: Fraction(one.weight) * (Fraction(factor) if one.key == moved else 1) for one in criteria}
    whole = sum(weights.values())
    return {key: weight / whole for key, weight in weights.items()}


def weigh(criteria: Sequence[Criterion], scores: Scores) -> Fraction:
    """What the scores that are there add to the weighted sum, 0 to 10."""
    parts = shares(criteria)
    return sum((parts[key] * Fraction(score) for key, score in scores.items()), Fraction(0))


def find_order(criteria: Sequence[Criterion], scored: Mapping[str, Scores]) -> Order:
    """The options by their weighted sums, the highest first; those with equal sums together, as they were tabled."""
    return _order(shares(criteria), scored) if criteria else ()


def _order(parts: Mapping[str, Fraction], scored: Mapping[str, Scores]) -> Order:
    groups: dict[Fraction, list[str]] = {}
    for option, scores in scored.items():
        total = sum((parts[key] * Fraction(score) for key, score in scores.items()), Fraction(0))
        groups.setdefault(total, []).append(option)
    return tuple(tuple(groups[total]) for total in sorted(groups, reverse=True))


def find_reasons(criteria: Sequence[Criterion], scored: Mapping[str, Scores], order: Order) -> tuple[str, ...]:
    """Why each option comes before the next: the two sums, and the criteria that make the difference."""
    reasons = [f"{' and '.join(group)} are level at {_said(criteria, scored[group[0]])}"
               for group in order if len(group) > 1]  # fmt: skip
    parts = shares(criteria) if criteria else {}
    for (first, *_), (second, *_) in pairwise(order):
        moves = [
            (one.label, parts[one.key] * Fraction(scored[first][one.key] - scored[second][one.key])) for one in criteria
        ]
        ahead = [f"{label} ({say_change(rounded(move), '')})" for label, move in moves if move > 0]
        behind = [f"{label} ({say_change(rounded(move), '')})" for label, move in moves if move < 0]
        said = [f"ahead on {', '.join(ahead)}", *([f"behind on {', '.join(behind)}"] if behind else [])]
        sums = f"{_said(criteria, scored[first])} against {_said(criteria, scored[second])}"
        reasons.append(f"{first} before {second}: {sums}; {'; '.join(said)}")
    return tuple(reasons)


def _said(criteria: Sequence[Criterion], scores: Scores) -> str:
    return say_amount(rounded(weigh(criteria, scores)), "")


def find_sensitivity(
    criteria: Sequence[Criterion], scored: Mapping[str, Scores], order: Order
) -> tuple[Sensitivity, ...]:  # fmt: skip
    """The order when each weight in turn is a tenth greater or less, all others as they were."""
    found = []
    for one in criteria if len(scored) > 1 else ():
        for factor in MOVES:
            moved = _order(shares(criteria, one.key, factor), scored)
            way = "more" if factor > 1 else "less"
            shown = ", then ".join(" and ".join(group) for group in moved)
            words = f"if {one.label} weighs 10 % {way}: {shown if moved != order else 'the same order'}"
            found.append(Sensitivity(one.key, factor, moved, moved != order, words))
    return tuple(found)
