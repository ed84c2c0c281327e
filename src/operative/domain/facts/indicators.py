"""Facts about features and attributes that can be counted."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from operative.domain.days import PartialDate

__all__ = ["Direction", "IndicatorDefined", "ObservationMade", "Quality"]


class Direction(StrEnum):
    """How an indicator should stand to its threshold; without one, which way is better, or none."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    STEADY = "steady"
    NONE = "none"


class Quality(StrEnum):
    """How far a value can be trusted."""

    GOOD = "good"
    RELABELLED = "relabelled"
    PARTIAL = "partial"
    BROKEN = "broken"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class IndicatorDefined:
    """What is counted, in which unit, for which elements, and where its threshold lies.

    With the direction "steady" the threshold is the greatest change from the start that is still steady.
    """

    kind: ClassVar[str] = "indicator.defined"
    id: str
    label: str
    unit: str
    elements: tuple[str, ...] = ()
    direction: Direction = Direction.NONE
    threshold: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ObservationMade:
    """The value of an indicator for a period; None where the source has none."""

    kind: ClassVar[str] = "observation.made"
    indicator: str
    period: PartialDate
    value: Decimal | None
    quality: Quality = Quality.UNCHECKED
    remark: str = ""
