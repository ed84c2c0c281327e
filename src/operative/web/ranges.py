"""Estimates as ranges on one axis: low, base and high of each option and year; what is unknown stays a row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from operative.domain.estimates import Total
from operative.domain.facts.estimates import Recurrence
from operative.web.charts import Scale, Tick, scale_of

__all__ = ["RangeChart", "RangeRow", "draw_ranges"]

LEFT, RIGHT, ROW, HEAD = 350, 960, 34, 30


@dataclass(frozen=True, slots=True)
class RangeRow:
    """A total with its option in words, and where its values stand; None where they are not known.

    `open` says that there is no upper end: services are missing in it.
    """

    total: Total
    label: str
    y: int
    low: int | None
    base: int | None
    high: int | None
    open: bool

    @property
    def text_y(self) -> int:
        """The line on which the words of the row stand."""
        return self.y + 5

    @property
    def arrow(self) -> str:
        """The corners of the arrow that says "or more"."""
        at = self.high or 0
        return f"{at},{self.y - 6} {at + 10},{self.y} {at},{self.y + 6}"

    @property
    def diamond(self) -> str:
        """The corners of the mark at the base value."""
        at = self.base or 0
        return f"{at - 7},{self.y} {at},{self.y - 7} {at + 7},{self.y} {at},{self.y + 7}"


@dataclass(frozen=True, slots=True)
class RangeChart:
    """Totals in one unit, once or yearly; `ticks` is empty where no value is known."""

    unit: str
    recurrence: Recurrence
    rows: tuple[RangeRow, ...]
    ticks: tuple[Tick, ...]

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return HEAD + ROW * len(self.rows) + HEAD

    @property
    def floor(self) -> int:
        """Where the axis stands."""
        return HEAD + ROW * len(self.rows)

    @property
    def below(self) -> int:
        """The line on which the values of the axis stand."""
        return self.floor + 20


def draw_ranges(totals: Iterable[Total], titles: Mapping[str, str], everything: str) -> tuple[RangeChart, ...]:
    """A chart for each unit and recurrence, as the totals come.

    `titles` are those of options, and `everything` is what a total without one is called.
    """
    groups: dict[tuple[str, Recurrence], list[Total]] = {}
    for one in totals:
        groups.setdefault((one.unit, one.recurrence), []).append(one)
    return tuple(_chart(unit, sort, group, titles, everything) for (unit, sort), group in groups.items())


def _chart(
    unit: str, sort: Recurrence, totals: Sequence[Total], titles: Mapping[str, str], everything: str
) -> RangeChart:
    values = [value for one in totals for value in (one.low, one.base, one.high)]
    scale = scale_of(values, LEFT, RIGHT - 20, zero=True)
    rows = tuple(_rows(totals, scale, titles, everything))
    return RangeChart(unit, sort, rows, scale.ticks() if scale else ())


def _rows(
    totals: Sequence[Total], scale: Scale | None, titles: Mapping[str, str], everything: str
) -> Iterator[RangeRow]:
    for place, one in enumerate(totals):
        label = titles.get(one.option, one.option) or everything
        if one.year is not None:
            label = f"{one.year}: {label}"
        places = [scale.at(value) if scale and value is not None else None for value in (one.low, one.base, one.high)]
        low, base, high = places
        is_open = low is not None and high is None
        yield RangeRow(one, label, HEAD + ROW * place + ROW // 2, low, base, RIGHT - 12 if is_open else high, is_open)
