"""Indicators: series with every source and quality mark, read as of a day, held against a threshold or the start."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Entry, Statement
from operative.domain.facts.conditions import ElementStated
from operative.domain.facts.indicators import Direction, IndicatorDefined, ObservationMade, Quality
from operative.domain.indicators import Holding, IndicatorView, Observation, Point
from operative.dossiers.admission import Check, need
from operative.dossiers.figures import say_amount
from operative.dossiers.formulas import check_magnitude
from operative.dossiers.history import History, once
from operative.dossiers.saying import either, say_day, say_on
from operative.errors import Refused

__all__ = ["CHECKS", "find_indicators"]

SOUND = frozenset({Quality.GOOD, Quality.UNCHECKED})


def find_indicators(history: History, since: date | None = None) -> tuple[IndicatorView, ...]:
    """Each indicator as of the history's day, in the order in which they were defined.

    A period counts once it is over and its value is recorded. The change is that since the last period that was over
    on the day `since` and has a single value, or else, and without a day, since the first that has one.
    """
    defined: dict[str, IndicatorDefined] = {fact.id: fact for fact in history.facts(IndicatorDefined)}
    points = _all_points(history)
    return tuple(_view(fact, points.get(id, ()), since) for id, fact in defined.items())


@once
def _all_points(history: History) -> dict[str, tuple[Point, ...]]:
    """The points of each indicator that count on the day."""
    observed: dict[str, list[tuple[Entry, ObservationMade]]] = {}
    for entry, fact in history.of(ObservationMade):
        # A value for one day, such as a count of members, stands on that day; a longer period must be over.
        if fact.period.last < history.on or fact.period.first == fact.period.last == history.on:
            observed.setdefault(fact.indicator, []).append((entry, fact))
    return {id: _points(told) for id, told in observed.items()}


def _points(observed: Sequence[tuple[Entry, ObservationMade]]) -> tuple[Point, ...]:
    periods: dict[PartialDate, list[Observation]] = {}
    for entry, fact in observed:
        said = entry.statement
        documents = tuple(dict.fromkeys(one.document for one in said.evidence))
        background = said.basis is Basis.BACKGROUND
        one = Observation(fact.value, fact.quality, entry.number, said.by, documents, fact.remark, background)
        periods.setdefault(fact.period, []).append(one)
    ordered = sorted(periods.items(), key=lambda pair: (pair[0].last, pair[0].first))
    return tuple(
        Point(period, tuple(all), len({one.value for one in all if one.value is not None}) > 1)
        for period, all in ordered
    )


def _usable(point: Point) -> tuple[Decimal, ...]:
    """The values of a period that can be judged, each once."""
    sound = (one.value for one in point.observations if one.quality is not Quality.BROKEN and one.value is not None)
    return tuple(dict.fromkeys(sound))


def _single(point: Point | None) -> Decimal | None:
    values = () if point is None else _usable(point)
    return values[0] if len(values) == 1 else None


def _view(fact: IndicatorDefined, points: tuple[Point, ...], since: date | None) -> IndicatorView:
    latest = points[-1] if points else None
    start = _start(points, since)
    holding = _holding(fact, latest, _single(start))
    now, then = _single(latest), _single(start)
    change = None if now is None or then is None or start is latest else now - then
    words = _words(fact, holding, latest, start if change is not None else None, change, points)
    return IndicatorView(fact.id, fact.label, fact.unit, fact.direction, fact.threshold, holding, words, fact.elements,
                         points, latest, start, change)  # fmt: skip


def _start(points: tuple[Point, ...], since: date | None) -> Point | None:
    single = (one for one in points if _single(one) is not None)
    if since is None:
        return next(single, None)
    known = list(single)
    before = [one for one in known if one.period.last < since]
    return before[-1] if before else next(iter(known), None)


def _holding(fact: IndicatorDefined, latest: Point | None, start: Decimal | None) -> Holding:
    if latest is None:
        return Holding.UNKNOWN
    values = _usable(latest)
    if not values:
        broken = any(one.quality is Quality.BROKEN for one in latest.observations)
        return Holding.BROKEN if broken else Holding.UNKNOWN
    found = {_judged(fact, value, start) for value in values}
    return found.pop() if len(found) == 1 else Holding.UNKNOWN


def _judged(fact: IndicatorDefined, value: Decimal, start: Decimal | None) -> Holding:
    """One value against the threshold; without one, against the value at the start."""
    limit = start if fact.threshold is None else fact.threshold
    if fact.direction is Direction.NONE or limit is None:
        return Holding.NOT_JUDGED
    if fact.direction is Direction.AT_LEAST:
        return Holding.KEPT if value >= limit else Holding.BELOW
    if fact.direction is Direction.AT_MOST:
        return Holding.KEPT if value <= limit else Holding.ABOVE
    if fact.threshold is None or start is None:
        return Holding.NOT_JUDGED
    return Holding.KEPT if abs(value - start) <= fact.threshold else Holding.MOVED


def _words(
    fact: IndicatorDefined, holding: Holding, latest: Point | None, start: Point | None, change: Decimal | None,
    points: tuple[Point, ...],
) -> str:  # fmt: skip
    if latest is None:
        return "unknown: no period is over and recorded"
    shown = dict.fromkeys(_say(one, fact.unit) for one in latest.observations)
    said = [f"{either(list(shown))} {say_on(latest.period)}", holding.value + _against(fact, holding, start)]
    if latest.conflict:
        said.append("the sources disagree")
    if change is not None and start is not None:
        way = "more than" if change > 0 else "less than"
        same = f"the same as {say_on(start.period)}"
        said.append(f"{_say_steps(abs(change), fact.unit)} {way} {say_on(start.period)}" if change else same)
        between = [one for one in points if start.period.last <= one.period.last <= latest.period.last]
        unsound = (quality for quality in Quality if quality not in SOUND)
        marked = {quality: [one.period for one in between if _marked(one, quality)] for quality in unsound}
        said += [
            f"compare with care: {quality.value} {say_on(periods[0])}{_rest(periods)}"
            for quality, periods in marked.items()
            if periods
        ]
    return "; ".join(said)


def _say_steps(value: Decimal, unit: str) -> str:
    """A difference, which is not in per cent where the values are."""
    points = "percentage point" if value == 1 else "percentage points"
    return say_amount(value, points if unit.strip().startswith("%") else unit)


def _say(one: Observation, unit: str) -> str:
    mark = "" if one.quality is Quality.GOOD else f" ({one.quality.value})"
    return f"{'no value' if one.value is None else say_amount(one.value, unit)}{mark}"


def _marked(point: Point, quality: Quality) -> bool:
    return any(one.quality is quality for one in point.observations)


def _rest(periods: Sequence[PartialDate]) -> str:
    said = [say_day(one) for one in periods[1:]]
    return f"{', '.join(['', *said[:-1]])} and {said[-1]}" if said else ""


def _against(fact: IndicatorDefined, holding: Holding, start: Point | None) -> str:
    if holding not in (Holding.KEPT, Holding.BELOW, Holding.ABOVE, Holding.MOVED):
        return ""
    if fact.direction is Direction.STEADY:
        limit = _say_steps(fact.threshold or Decimal(0), fact.unit)
        return f": {'within' if holding is Holding.KEPT else 'more than'} {limit} from the start"
    if fact.threshold is None:
        return ": no threshold is set, compared with the start"
    return f": {fact.direction.value} {say_amount(fact.threshold, fact.unit)}"


def _check_definition(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, IndicatorDefined)
    if not fact.id.strip() or not fact.label.strip():
        raise Refused("an indicator needs an id and a label")
    check_magnitude(fact.threshold, f"the threshold of {fact.id}")
    if fact.threshold is not None and fact.direction is Direction.NONE:
        raise Refused(f"indicator {fact.id}: a threshold needs a direction: at least, at most or steady")
    if fact.threshold is not None and fact.direction is Direction.STEADY and fact.threshold < 0:
        raise Refused(f"indicator {fact.id}: the change that is still steady is not below 0")
    for element in fact.elements:
        need(history, ElementStated, "id", element, "element")
    for entry, other in history.of(IndicatorDefined):
        if other.id == fact.id and entry.number != statement.corrects and other.unit != fact.unit:
            raise Refused(f"{fact.id} is counted in {other.unit!r} (entry {entry.number}), and not in {fact.unit!r}")


def _check_observation(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, ObservationMade)
    need(history, IndicatorDefined, "id", fact.indicator, "indicator")
    check_magnitude(fact.value, f"the value of {fact.indicator}")
    if fact.quality is Quality.BROKEN and not fact.remark.strip():
        raise Refused(f"{fact.indicator} {fact.period}: broken data need a remark that says how")


CHECKS: Mapping[type[Any], Sequence[Check]] = {
    IndicatorDefined: (_check_definition,),
    ObservationMade: (_check_observation,),
}
"""What an indicator and a value of it must be to be entered."""
