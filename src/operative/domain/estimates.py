"""What the estimates of a dossier come to on a day: per service, and together per option and year."""

from dataclasses import dataclass
from decimal import Decimal

from operative.domain.days import PartialDate
from operative.domain.facts.estimates import EstimateRun, Recurrence

__all__ = ["DatedRun", "Difference", "DifferencePart", "EstimateView", "Gap", "Total"]


@dataclass(frozen=True, slots=True)
class DatedRun:
    """A run of an estimate, the number of its entry and the day from which it counts."""

    run: EstimateRun
    entry: int
    on: PartialDate


@dataclass(frozen=True, slots=True)
class DifferencePart:
    """One change between two runs and what it alone makes of the difference, None where that cannot be told."""

    words: str
    amount: Decimal | None
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """How a run differs from the one before it, in `words`.

    `amount` is that of the base values, None where one is unknown; `parts` are the changes, each alone on top of the
    earlier run; `remainder` is what they make only together.
    """

    since: str
    words: str
    amount: Decimal | None = None
    parts: tuple[DifferencePart, ...] = ()
    remainder: Decimal | None = None


@dataclass(frozen=True, slots=True)
class EstimateView:
    """The estimate for a service in an option and year: the last run, the earlier ones, and what has changed since.

    `stale` says why the last run is to be run again; empty where it is up to date.
    """

    service: str
    label: str
    option: str
    year: int | None
    recurrence: Recurrence
    latest: DatedRun
    words: str
    earlier: tuple[DatedRun, ...] = ()
    difference: Difference | None = None
    stale: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A service that a total cannot count, with the names of what is unknown; none where it was never run."""

    service: str
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """What an option costs in a year: once, or yearly, in one unit.

    `low`, `base` and `high` are those of the services that are known; with `gaps` or where a service has only bounds,
    there is no `base`, and `low` is the least that it costs. `stale` are services whose estimate is to be run again.
    """

    option: str
    year: int | None
    recurrence: Recurrence
    unit: str
    low: Decimal | None
    base: Decimal | None
    high: Decimal | None
    words: str
    services: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    stale: tuple[str, ...] = ()
