"""Facts about costs: inputs, formulas, and each time an estimate was run."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

__all__ = ["EstimateRun", "FormulaStated", "InputStated", "InputUsed", "Recurrence"]


class Recurrence(StrEnum):
    """Whether a cost comes once or every year."""

    ONE_OFF = "one-off"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class InputStated:
    """A named quantity from the entry's day on. `value` None is unknown; `low` and `high` bound it where stated.

    `year` is the year that it is for, None for every year that has no value of its own.
    """

    kind: ClassVar[str] = "input.stated"
    name: str
    unit: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    label: str = ""
    said_by: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class FormulaStated:
    """How the cost of a service follows from inputs; the expression names them (`share * budget / 2`).

    `option` is the proposal's option that it belongs to, "" for all; `unit` that of the result.
    """

    kind: ClassVar[str] = "formula.stated"
    service: str
    label: str
    expression: str
    unit: str
    recurrence: Recurrence = Recurrence.YEARLY
    option: str = ""
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class InputUsed:
    """An input as an estimate used it: the number of its entry, and the values that stood there."""

    name: str
    entry: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class EstimateRun:
    """The result of a formula on a day: low, base and high, None where an input is unknown; never a final number."""

    kind: ClassVar[str] = "estimate.run"
    id: str
    service: str
    expression: str
    unit: str
    low: Decimal | None
    base: Decimal | None
    high: Decimal | None
    inputs: tuple[InputUsed, ...] = ()
    unknown: tuple[str, ...] = ()
    option: str = ""
    recurrence: Recurrence = Recurrence.YEARLY
    year: int | None = None
