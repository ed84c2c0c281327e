"""Scales and axes of the drawings: where a value stands, in user units, and which values an axis names."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from operative.web.saying import figure

__all__ = ["Scale", "Tick", "scale_of"]

STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
"""Steps between the values of an axis that people count in, times a power of ten."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A value that an axis names, and where it stands."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` on a line from `start` to `end`, which is the smaller one for a scale upwards."""

    low: Decimal
    high: Decimal
    step: Decimal
    start: int
    end: int

    def at(self, value: Decimal) -> int:
        """Where a value stands, to a unit: whole numbers are written alike in every language."""
        return round(self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low))

    def ticks(self) -> tuple[Tick, ...]:
        """The values that the axis names, the lowest first."""
        number = int((self.high - self.low) / self.step)
        values = (self.low + self.step * one for one in range(number + 1))
        return tuple(Tick(self.at(value), figure(value)) for value in values)


def scale_of(
    values: Iterable[Decimal | None], start: int, end: int, *, zero: bool = False, ticks: int = 5
) -> Scale | None:
    """A scale for the values that are known, from round value to round value; None where none is known.

    With `zero` it has zero on it, as lengths that are compared need; one value alone gets room on both sides.
    """
    known = [value for value in values if value is not None]
    if not known:
        return None
    low, high = min(known), max(known)
    if zero:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        low, high = low - abs(low) / 2, high + (abs(high) / 2 or Decimal(1))
    step = _step((high - low) / ticks)
    return Scale(
        (low / step).to_integral_value(ROUND_FLOOR) * step,
        (high / step).to_integral_value(ROUND_CEILING) * step,
        step,
        start,
        end,
    )


def _step(least: Decimal) -> Decimal:
    """The smallest round step that is not less."""
    power = Decimal(10) ** least.adjusted()
    return next(power * step for step in STEPS if power * step >= least)
