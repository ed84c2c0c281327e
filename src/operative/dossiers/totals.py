"""What an option costs in a year, as far as it is known: once and yearly apart, one unit at a time."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from operative.domain.estimates import EstimateView, Gap, Total
from operative.domain.facts.decisions import ProposalTabled
from operative.domain.facts.estimates import FormulaStated, Recurrence
from operative.dossiers.estimates import find_estimates, find_formula, labels_of_inputs
from operative.dossiers.history import History, once
from operative.dossiers.phrasing import joined, say, say_range
from operative.dossiers.units import Unit, read_unit

__all__ = ["find_totals"]

Key = tuple[str, str, int | None]
Labels = Mapping[str, str]
"""What services and inputs are called, by the names that formulas have for them."""
Part = tuple[str, Recurrence, str, EstimateView | None]


@once
def find_totals(history: History) -> tuple[Total, ...]:
    """The totals of each option and year for which an estimate was run, or which a formula names, by the day.

    What costs the same in every option is in the total of each, and what comes yearly and was run without a year is in
    that of each year. Amounts in units that only differ by a scale (USD, USD thousand) are added in that of the first
    service; other units have totals of their own. The years are those of runs and formulas; None is "no year stated",
    and holds all where there are no years, or else what comes once and has none.
    """
    estimates = {(one.service, one.option, one.year): one for one in find_estimates(history)}
    if not estimates:
        return ()
    formulas = history.facts(FormulaStated)
    years = {year for _, _, year in estimates} | {year for fact in formulas for year in fact.years} | {None}
    labels = _labels(history)
    totals: list[Total] = []
    for option in _options(history, estimates.values()):
        for year in sorted(years, key=lambda one: one or 0):
            services = dict.fromkeys((*(one.service for one in formulas), *(service for service, _, _ in estimates)))
            parts = [
                part
                for service in services
                for part in [_part(history, estimates, service, option, year, dated=len(years) > 1)]
                if part is not None
            ]
            totals += _totals(option, year, parts, labels)
    return tuple(totals)


def _labels(history: History) -> Labels:
    return labels_of_inputs(history) | {one.service: one.label for one in history.facts(FormulaStated) if one.label}


def _options(history: History, estimates: Iterable[EstimateView]) -> list[str]:
    """The options that are named anywhere; "" only where none is."""
    tabled = (option.key for fact in history.facts(ProposalTabled) for option in fact.options)
    stated = (fact.option for fact in history.facts(FormulaStated))
    named = [one for one in dict.fromkeys((*tabled, *stated, *(view.option for view in estimates))) if one]
    return named or [""]


def _part(
    history: History,
    estimates: Mapping[Key, EstimateView],
    service: str,
    option: str,
    year: int | None,
    *,
    dated: bool,
) -> Part | None:
    """What a service brings to a total; `dated` where there are totals of years beside that without one."""
    view = estimates.get((service, option, year)) or estimates.get((service, "", year))
    if year is not None and view is None:
        view = estimates.get((service, option, None)) or estimates.get((service, "", None))
        if view is not None and view.recurrence is Recurrence.ONE_OFF:
            return None
    if year is None and dated and (view is None or view.recurrence is Recurrence.YEARLY):
        return None
    if view is not None:
        return service, view.recurrence, view.latest.run.unit, view
    formula = find_formula(history, service, option, year)
    if formula is None:
        return None
    # What comes once is no gap in the years after it, nor before.
    elsewhere = any(of == service and which in (option, "") for of, which, _ in estimates)
    if formula.recurrence is Recurrence.ONE_OFF and elsewhere:
        return None
    return service, formula.recurrence, formula.unit, None


def _totals(option: str, year: int | None, parts: list[Part], labels: Labels) -> Iterable[Total]:
    groups: dict[tuple[Recurrence, tuple[tuple[str, int], ...]], list[Part]] = {}
    for part in parts:
        groups.setdefault((part[1], read_unit(part[2]).powers), []).append(part)
    for recurrence in Recurrence:
        for (sort, _), group in groups.items():
            if sort is recurrence and any(view is not None for *_, view in group):
                yield _total(option, year, recurrence, group, labels)


def _total(option: str, year: int | None, recurrence: Recurrence, group: list[Part], labels: Labels) -> Total:
    unit = group[0][2]
    scale = read_unit(unit)
    gaps: list[Gap] = []
    lows, bases, highs, counted, stale = [], [], [], [], []
    for service, _, _, view in group:
        run = None if view is None else view.latest.run
        if run is None or (run.low is None and run.base is None):
            gaps.append(Gap(service, () if run is None else run.unknown))
            continue
        counted.append(service)
        lows.append(_scaled(run.base if run.low is None else run.low, run.unit, scale))
        bases.append(None if run.base is None else _scaled(run.base, run.unit, scale))
        highs.append(_scaled(run.base if run.high is None else run.high, run.unit, scale))
        if view is not None and view.stale:
            stale.append(service)
    known = [one for one in bases if one is not None]
    base = sum(known, Decimal(0)) if len(known) == len(group) else None
    low = sum(lows, Decimal(0)) if counted else None
    high = sum(highs, Decimal(0)) if counted and not gaps else None
    words = _words(_price(low, base, high, unit, recurrence, gaps), gaps, stale, labels)
    return Total(option, year, recurrence, unit, low, base, high, words, tuple(counted), tuple(gaps), tuple(stale))


def _scaled(value: Decimal | None, unit: str, wanted: Unit) -> Decimal:
    return (value or Decimal(0)) * read_unit(unit).factor / wanted.factor


def _price(
    low: Decimal | None, base: Decimal | None, high: Decimal | None, unit: str, recurrence: Recurrence, gaps: list[Gap]
) -> str:
    """What is known of the price, once or a year: with gaps the least; "" where nothing is."""
    if gaps and low is None:
        return ""
    if not gaps and base is None and (low is None or high is None):
        return say("unknown")
    amount = say_range(None, low, None, unit) if gaps else say_range(low, base, high, unit)
    if recurrence is Recurrence.ONE_OFF:
        return say("{amount} once", amount=amount)
    return say("{amount} a year", amount=amount)


def _words(price: str, gaps: list[Gap], stale: list[str], labels: Labels) -> str:
    said = price
    if gaps:
        named = joined(
            say("{service} ({what})", service=labels.get(gap.service, gap.service), what=_missing(gap, labels))
            for gap in gaps
        )
        said = (
            say("at least {price}, and unknown: {services}", price=price, services=named)
            if price
            else say("unknown: {services}", services=named)
        )
    return (
        say("{price}; to be run again: {services}", price=said, services=joined(labels.get(one, one) for one in stale))
        if stale
        else said
    )


def _missing(gap: Gap, labels: Labels) -> str:
    return joined(labels.get(one, one) for one in gap.unknown) if gap.unknown else say("never run")
