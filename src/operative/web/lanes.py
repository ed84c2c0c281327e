"""Mechanisms over time: a lane each, in their hierarchy, with standings from day to day and where each lane ends."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from operative.domain.facts.mechanisms import Standing
from operative.domain.memberships import MechanismView, MembershipView, Tenure
from operative.web.charts import Tick

__all__ = ["Bar", "Lane", "LaneChart", "draw_lanes"]

LEFT, RIGHT, ROW, HEAD, INDENT = 240, 780, 28, 12, 16
"""Right of the lanes, up to 1000, there is room for the name of what took a place."""
DRAWN = {
    Standing.MEMBER: "held",
    Standing.SOUGHT: "sought",
    Standing.NONE: "none",
    Standing.ENDED: "none",
}
"""How standings are drawn; the others are less than membership."""
THICK, THIN = 8, 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One standing from day to day: how it is drawn, and what it is."""

    start: int
    width: int
    height: int
    sort: str
    standing: Standing
    y: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A mechanism: where its name stands by its place in the hierarchy, its bars, and where it ends.

    `after` are the names of what took its place.
    """

    view: MechanismView
    x: int
    y: int
    bars: tuple[Bar, ...]
    end: int
    after: str

    @property
    def text_y(self) -> int:
        """The line on which its name stands."""
        return self.y + 5

    @property
    def end_x(self) -> int:
        """Where the words behind the end stand."""
        return self.end + 8

    @property
    def top(self) -> int:
        """The upper end of the mark where it ends."""
        return self.y - 7

    @property
    def bottom(self) -> int:
        """The lower end of that mark."""
        return self.y + 7


@dataclass(frozen=True, slots=True)
class LaneChart:
    """The lanes of one participant, the years below them, and the height of the drawing."""

    participant: str
    lanes: tuple[Lane, ...]
    years: tuple[Tick, ...]
    floor: int

    @property
    def below(self) -> int:
        """The line on which the years stand."""
        return self.floor + 20

    @property
    def height(self) -> int:
        """The height of the drawing."""
        return self.floor + 30


@dataclass(frozen=True, slots=True)
class _Time:
    first: date
    last: date

    def at(self, day: date) -> int:
        span = max((self.last - self.first).days, 1)
        return LEFT + round((RIGHT - LEFT) * min(max((day - self.first).days, 0), span) / span)


def draw_lanes(
    mechanisms: Sequence[MechanismView], standings: Iterable[MembershipView], on: date
) -> tuple[LaneChart, ...]:
    """A chart for each participant, to the day `on`, in the order of the hierarchy; none where nothing is known."""
    by: dict[str, dict[str, MembershipView]] = {}
    for one in standings:
        by.setdefault(one.participant, {})[one.mechanism] = one
    return tuple(_chart(participant, mechanisms, held, on) for participant, held in by.items())


def _chart(
    participant: str, mechanisms: Sequence[MechanismView], held: Mapping[str, MembershipView], on: date
) -> LaneChart:
    time = _Time(min([on, *_days(mechanisms, held)]), on)
    shorts = {one.key: one.short for one in mechanisms}
    lanes = []
    for place, view in enumerate(mechanisms):
        y = HEAD + ROW * place + ROW // 2
        end = view.fates[-1].on.last if view.gone and view.fates else on
        tenures = held[view.key].tenures if view.key in held else ()
        after = ", ".join(shorts.get(key, key) for key in view.successors)
        bars = tuple(_bar(one, min(end, on), time, y) for one in tenures)
        lanes.append(Lane(view, min(view.depth, 5) * INDENT, y, bars, time.at(end), after))
    step = max(1, (on.year - time.first.year) // 8)
    years = range(time.first.year + 1, on.year + 1, step)
    ticks = tuple(Tick(time.at(date(year, 1, 1)), str(year)) for year in years)
    return LaneChart(participant, tuple(lanes), ticks, HEAD + ROW * len(lanes) + 6)


def _days(mechanisms: Sequence[MechanismView], held: Mapping[str, MembershipView]) -> Iterator[date]:
    for view in mechanisms:
        yield from (fate.on.first for fate in view.fates)
    for one in held.values():
        for tenure in one.tenures:
            yield from (day.first for day in (*tenure.since, *([tenure.by] if tenure.by else [])))


def _bar(tenure: Tenure, end: date, time: _Time, y: int) -> Bar:
    """A standing from its first day, or from the day by which it was so, to its last."""
    begins = tenure.since[0].first if tenure.since else tenure.by.first if tenure.by else time.first
    ends = tenure.until[0].first if tenure.until else end
    start = time.at(begins)
    sort = DRAWN.get(tenure.standing, "lesser")
    height = THIN if sort == "lesser" else THICK
    if sort != "none" and not tenure.since:
        sort = f"{sort} by"
    return Bar(start, max(time.at(ends) - start, 3), height, sort, tenure.standing, y - height // 2)
