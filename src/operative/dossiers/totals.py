"""What an option costs in a year, as far as it is known: once and yearly apart, one unit at a time."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from operative.domain.estimates import EstimateView, Gap, Total
from operative.domain.facts.decisions import ProposalTabled
from operative.domain.facts.estimates import FormulaStated, Recurrence
from operative.dossiers.estimates import find_estimates, find_formula
from operative.dossiers.figures import say_amount, say_range
from operative.dossiers.history import History, once
from operative.dossiers.units import Unit, read_unit

__all__ = ["find_totals"]

Key = tuple[str, str, int | None]
Part = tuple[str, Recurrence, str, EstimateView | None]

WORDS = {Recurrence.ONE_OFF: "once", Recurrence.YEARLY: "a year"}


@once
def find_totals(history: History) -> tuple[Total, ...]:
    """The totals of each option and year for which an estimate was run, or which a formula names, by the day.

    What costs the same in every option is in the total of each, and what comes yearly and was run without a year is in
    that of each year. Amounts in units that only differ by a scale (USD, USD thousand) are added in that of the first
    service; other units have totals of their own. The years are those of runs and formulas; None is "no year stated",
    and holds all where there are no years, or else what comes once and has none.
    """
    estimates = {(one.service, one.option, one.year): one for one in find_estimates(history)}
    formulas = history.facts(FormulaStated)
    years = {year for _, _, year in estimates} | {year for fact in formulas for year in fact.years} | {None}
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
            totals += _totals(option, year, parts)
    return tuple(totals)


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


def _totals(option: str, year: int | None, parts: list[Part]) -> Iterable[Total]:
    groups: dict[tuple[Recurrence, tuple[tuple[str, int], ...]], list[Part]] = {}
    for part in parts:
        groups.setdefault((part[1], read_unit(part[2]).powers), []).append(part)
    for recurrence in Recurrence:
        for (sort, _), group in groups.items():
            if sort is recurrence and any(view is not None for *_, view in group):
                yield _total(option, year, recurrence, group)


def _total(option: str, year: int | None, recurrence: Recurrence, group: list[Part]) -> Total:
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
    words = _words(low, base, high, f"{unit} {WORDS[recurrence]}", gaps, stale)
    return Total(option, year, recurrence, unit, low, base, high, words, tuple(counted), tuple(gaps), tuple(stale))


def _scaled(value: Decimal | None, unit: str, wanted: Unit) -> Decimal:
    return (value or Decimal(0)) * read_unit(unit).factor / wanted.factor


def _words(
    low: Decimal | None, base: Decimal | None, high: Decimal | None, unit: str, gaps: list[Gap], stale: list[str]
) -> str:
    if not gaps:
        words = say_range(low, base, high, unit)
    else:
        named = ", ".join(f"{gap.service} ({', '.join(gap.unknown) or 'never run'})" for gap in gaps)
        words = f"unknown: {named}" if low is None else f"at least {say_amount(low, unit)}, and unknown: {named}"
    return f"{words}; to be run again: {', '.join(stale)}" if stale else words
