"""The series of an indicator as a line with its threshold: a gap where a period has no single value."""

from collections.abc import Iterator
from dataclasses import dataclass

from operative.domain.indicators import IndicatorView, Point
from operative.web.charts import Scale, Tick, scale_of
from operative.web.saying import day

__all__ = ["Dot", "SeriesChart", "draw_series"]

LEFT, RIGHT, TOP, FLOOR = 60, 620, 14, 130


@dataclass(frozen=True, slots=True)
class Dot:
    """One value of a period; a hollow one rests on data that is not good, or on sources that differ."""

    x: int
    y: int
    hollow: bool
    label: str


@dataclass(frozen=True, slots=True)
class SeriesChart:
    """The lines of a series as corners, with its dots and its axes; `threshold` is None where there is none."""

    lines: tuple[str, ...]
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    periods: tuple[Tick, ...]
    threshold: int | None


def draw_series(view: IndicatorView) -> SeriesChart | None:
    """The chart of an indicator; None where no period has a value."""
    values = [one.value for point in view.points for one in point.observations]
    scale = scale_of([*values, view.threshold], FLOOR, TOP, ticks=4)
    if scale is None or all(value is None for value in values):
        return None
    places = _places(view)
    dots = tuple(dot for point, x in places for dot in _dots(point, x, scale))
    every = max(1, len(places) // 7)
    periods = tuple(Tick(x, day(point.period)) for point, x in places[::every])
    threshold = None if view.threshold is None else scale.at(view.threshold)
    return SeriesChart(tuple(_lines(places, scale)), dots, scale.ticks(), periods, threshold)


def _places(view: IndicatorView) -> list[tuple[Point, int]]:
    """The points with their places, by their first days; one alone stands in the middle."""
    days = [point.period.first.toordinal() for point in view.points]
    first, span = min(days), max(days) - min(days)
    if not span:
        return [(point, (LEFT + RIGHT) // 2) for point in view.points]
    places = (LEFT + round((RIGHT - LEFT) * (day - first) / span) for day in days)
    return list(zip(view.points, places, strict=True))


def _dots(point: Point, x: int, scale: Scale) -> Iterator[Dot]:
    for one in point.observations:
        if one.value is not None:
            words = f"{day(point.period)}: {one.value}"
            yield Dot(x, scale.at(one.value), point.conflict or str(one.quality) != "good", words)


def _lines(places: list[tuple[Point, int]], scale: Scale) -> Iterator[str]:
    """Corners of what goes on without a gap."""
    corners: list[str] = []
    for point, x in places:
        known = {one.value for one in point.observations if one.value is not None}
        if len(known) == 1:
            corners.append(f"{x},{scale.at(known.pop())}")
        elif corners:
            yield " ".join(corners)
            corners = []
    if corners:
        yield " ".join(corners)
