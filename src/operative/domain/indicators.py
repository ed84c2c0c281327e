"""What an indicator says on a day: its series with every source, and whether it is kept."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from operative.domain.days import PartialDate
from operative.domain.facts.indicators import Direction, Quality

__all__ = ["Holding", "IndicatorView", "Observation", "Point"]


class Holding(StrEnum):
    """How an indicator stands to its threshold, or to its start."""

    KEPT = "kept"
    BELOW = "below"
    ABOVE = "above"
    MOVED = "moved"
    UNKNOWN = "unknown"
    BROKEN = "data broken"
    NOT_JUDGED = "not judged"


@dataclass(frozen=True, slots=True)
class Observation:
    """The value that one entry gives for a period, with its quality, who says so, and the documents it rests on."""

    value: Decimal | None
    quality: Quality
    entry: int
    by: str
    documents: tuple[str, ...] = ()
    remark: str = ""
    background: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A period of a series with all that was said of it; `conflict` where sources give more than one value."""

    period: PartialDate
    observations: tuple[Observation, ...]
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator as of a day: the periods that were over and recorded, the last of them, and how it stands.

    `change` is that since the point `start`, in the indicator's unit; None where one of the two has no single value.
    """

    id: str
    label: str
    unit: str
    direction: Direction
    threshold: Decimal | None
    holding: Holding
    words: str
    elements: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    latest: Point | None = None
    start: Point | None = None
    change: Decimal | None = None
