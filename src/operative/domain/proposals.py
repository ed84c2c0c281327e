"""A proposal on a day: its options side by side, what stands in their way, and an order with its reasons."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from operative.domain.estimates import Total

__all__ = [
    "Assessment",
    "GateState",
    "GateView",
    "OptionView",
    "ProposalView",
    "ScoreView",
    "Sensitivity",
]


class GateState(StrEnum):
    """Whether an option meets a gate; it is open where nobody says, or persons disagree."""

    MET = "met"
    NOT_MET = "not met"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Assessment:
    """What one person holds of an option under a gate (`met`) or criterion (`score`), and why."""

    by: str
    reason: str
    entry: int
    met: bool | None = None
    score: Decimal | None = None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GateView:
    """A gate as one option meets it."""

    key: str
    label: str
    state: GateState
    words: str
    elements: tuple[str, ...] = ()
    assessments: tuple[Assessment, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreView:
    """A criterion as one option is scored under it, 0 to 10; None where nobody did, or persons disagree.

    `weight` is its part of all weights, rounded to four places; `source` says where the weight comes from.
    """

    key: str
    label: str
    weight: Decimal
    source: str
    score: Decimal | None
    words: str
    assessments: tuple[Assessment, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionView:
    """An option with its gates, scores, goals and costs.

    `weighted` is the sum of its scores by weight, 0 to 10, only where all scores are there; otherwise `partial` is what
    the known ones add, and `missing` names the rest. Where a gate is not met or open, there is neither, nor a `rank`.
    """

    key: str
    title: str
    summary: str
    words: str
    gates: tuple[GateView, ...] = ()
    scores: tuple[ScoreView, ...] = ()
    weighted: Decimal | None = None
    partial: Decimal | None = None
    missing: tuple[str, ...] = ()
    rank: int | None = None
    goals: tuple[str, ...] = ()
    goals_left: tuple[str, ...] = ()
    totals: tuple[Total, ...] = ()


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What becomes of the order when one weight moves; `order` lists options, those on one rank together."""

    criterion: str
    factor: Decimal
    order: tuple[tuple[str, ...], ...]
    changed: bool
    words: str


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal with its options; the order is that of the weights and scores, and decides nothing."""

    id: str
    title: str
    body: str
    options: tuple[OptionView, ...]
    words: str
    document: str = ""
    session: str = ""
    matter: str = ""
    answers: tuple[str, ...] = ()
    order: tuple[tuple[str, ...], ...] = ()
    reasons: tuple[str, ...] = ()
    sensitivity: tuple[Sensitivity, ...] = ()
    decisions: tuple[str, ...] = ()
