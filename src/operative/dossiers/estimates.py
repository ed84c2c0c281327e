"""Estimates: run from the formula and the inputs that stand on a day, kept, compared, and found out of date."""

from collections.abc import Mapping, Sequence
from typing import Any

from operative.domain.entries import Basis, Entry, Statement
from operative.domain.estimates import DatedRun, EstimateView
from operative.domain.facts.estimates import EstimateRun, FormulaStated, InputStated, InputUsed
from operative.dossiers.admission import Check
from operative.dossiers.differences import explain_difference
from operative.dossiers.expressions import NAME, names_of, read_expression
from operative.dossiers.formulas import check_magnitude, check_units, reckon
from operative.dossiers.history import History, once
from operative.dossiers.phrasing import joined, say, say_range
from operative.dossiers.units import read_unit
from operative.errors import MissingEvidence, Refused, UnknownSubject, WrongFormula

__all__ = ["CHECKS", "find_estimates", "find_formula", "find_inputs", "labels_of_inputs", "run_estimate"]

Key = tuple[str, str, int | None]


def find_formula(history: History, service: str, option: str = "", year: int | None = None) -> FormulaStated | None:
    """The formula for a service that stands on the day: of those that cover the year, the last of the option itself,
    or else the last for all options.
    """
    found: dict[str, FormulaStated] = {}
    for _, fact in history.about(FormulaStated, "service", service):
        if fact.option in (option, "") and (not fact.years or year in fact.years):
            found[fact.option] = fact
    return found.get(option) or found.get("")


def find_inputs(history: History, names: Sequence[str], year: int | None = None) -> tuple[InputUsed, ...]:
    """The inputs of these names as they stand on the day: the last for the year, or else the last for every year.

    Names that nobody stated are left out.
    """
    found = []
    for name in names:
        stated = {fact.year: (entry, fact) for entry, fact in history.about(InputStated, "name", name)}
        last = stated.get(year) or stated.get(None)
        if last is not None:
            entry, fact = last
            found.append(InputUsed(name, entry.number, fact.value, fact.low, fact.high, fact.unit))
    return tuple(found)


def run_estimate(
    history: History, service: str, option: str = "", year: int | None = None, id: str = ""
) -> EstimateRun:
    """The estimate for a service from what stands on the day, with the entries of its inputs, ready to be entered.

    Without an `id` it is named after the service, option, year and day. Raises `UnknownSubject` where no formula
    covers the option and year, `WrongFormula` where it cannot be reckoned.
    """
    formula = find_formula(history, service, option, year)
    if formula is None:
        known = ", ".join(sorted({fact.service for fact in history.facts(FormulaStated)})) or "none"
        when = f" in {year}" if year is not None else ""
        raise UnknownSubject(f"there is no formula for {service!r}{when}; there are formulas for: {known}")
    inputs = find_inputs(history, names_of(read_expression(formula.expression)), year)
    found = reckon(formula.expression, inputs, formula.unit)
    named = id or "-".join(str(part) for part in ("estimate", service, option, year, history.on) if part)
    return EstimateRun(
        named,
        service,
        formula.expression,
        formula.unit,
        found.low,
        found.base,
        found.high,
        inputs,
        found.unknown,
        option,
        formula.recurrence,
        year,
    )


@once
def labels_of_inputs(history: History) -> dict[str, str]:
    """What each input was last called, by its name: who states a new value need not say again what it is called."""
    return {one.name: one.label for one in history.facts(InputStated) if one.label}


@once
def find_estimates(history: History) -> tuple[EstimateView, ...]:
    """Each estimate that was run by the day: by service, option and year in the order of their first run."""
    runs: dict[Key, list[DatedRun]] = {}
    for entry, fact in history.of(EstimateRun):
        key = (fact.service, fact.option, fact.year)
        runs.setdefault(key, []).append(DatedRun(fact, entry.number, entry.effective))
    return tuple(_view(history, found) for found in runs.values())


def _view(history: History, runs: list[DatedRun]) -> EstimateView:
    latest, run = runs[-1], runs[-1].run
    formula = find_formula(history, run.service, run.option, run.year)
    stale = _stale(history, run, formula)
    words = say_range(run.low, run.base, run.high, run.unit)
    if run.unknown:
        labels = labels_of_inputs(history)
        words = say("{price}; not known: {inputs}", price=words, inputs=joined(labels.get(n, n) for n in run.unknown))
    if stale:
        words = say("{price}; to be run again: {reasons}", price=words, reasons=joined(stale, "; "))
    return EstimateView(
        run.service,
        run.service if formula is None else formula.label,
        run.option,
        run.year,
        run.recurrence,
        latest,
        words,
        tuple(runs[:-1]),
        explain_difference(runs[-2].run, run) if len(runs) > 1 else None,
        stale,
    )


def _stale(history: History, run: EstimateRun, formula: FormulaStated | None) -> tuple[str, ...]:
    if formula is None:
        return ("its formula no longer stands",)
    reasons = []
    if (formula.expression, formula.unit, formula.recurrence) != (run.expression, run.unit, run.recurrence):
        reasons.append("the formula changed")
    used = {one.name: one for one in run.inputs}
    now = {one.name: one for one in find_inputs(history, names_of(read_expression(run.expression)), run.year)}
    for name in dict.fromkeys((*used, *now)):
        then, there = used.get(name), now.get(name)
        if then is None:
            reasons.append(f"{name} is stated now")
        elif there is None:
            reasons.append(f"{name} no longer stands")
        elif _values(then) != _values(there):
            reasons.append(f"{name} changed (entry {there.entry})")
    return tuple(reasons)


def _values(used: InputUsed) -> tuple[object, ...]:
    return used.value, used.low, used.high, used.unit


def _check_input(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, InputStated)
    if not NAME.match(fact.name):
        raise WrongFormula(f"{fact.name!r} is no name for an input: letters, digits and _, a letter first")
    unit = read_unit(fact.unit)
    for value, what in ((fact.value, "the value"), (fact.low, "the low value"), (fact.high, "the high value")):
        check_magnitude(value, f"{what} of {fact.name}")
    ordered = [one for one in (fact.low, fact.value, fact.high) if one is not None]
    if ordered != sorted(ordered):
        raise Refused(f"{fact.name}: low, value and high do not come in this order")
    for entry, other in history.about(InputStated, "name", fact.name):
        if entry.number != statement.corrects and not read_unit(other.unit).fits(unit):
            raise Refused(f"{fact.name} is stated in {other.unit!r} (entry {entry.number}); what is in "
                          f"{fact.unit!r} needs another name")  # fmt: skip
    sourced = statement.evidence or fact.said_by.strip() or statement.basis is Basis.BACKGROUND
    if ordered and not sourced:
        raise MissingEvidence(f"{fact.name} has a value and no source: give evidence, or who said it (said_by)")


def _check_formula(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, FormulaStated)
    if not fact.service.strip():
        raise Refused("a formula needs a service")
    names = names_of(read_expression(fact.expression))
    stated = {one.name: one.unit for one in history.facts(InputStated) if one.name in names}
    check_units(fact.expression, stated, fact.unit)


def _check_run(history: History, statement: Statement) -> None:
    """A run must follow from the inputs that it names, and these must be what their entries state."""
    run = statement.fact
    assert isinstance(run, EstimateRun)
    for entry, _ in history.about(EstimateRun, "id", run.id):
        if entry.number != statement.corrects:
            raise Refused(f"there is an estimate {run.id!r} already (entry {entry.number})")
    stated = {(one.expression, one.unit) for _, one in history.about(FormulaStated, "service", run.service)}
    if (run.expression, run.unit) not in stated:
        raise UnknownSubject(f"{run.id}: no formula for {run.service!r} is stated as {run.expression} in {run.unit}")
    names = [used.name for used in run.inputs]
    if len(set(names)) != len(names) or not set(names) <= set(names_of(read_expression(run.expression))):
        raise Refused(f"{run.id}: its inputs are those that the formula names, each once")
    for used in run.inputs:
        _check_used(used, history.standing(used.entry))
    found = reckon(run.expression, run.inputs, run.unit)
    if (found.low, found.base, found.high) != (run.low, run.base, run.high):
        said = say_range(run.low, run.base, run.high, run.unit)
        raise Refused(f"{run.id}: from its inputs follows {_said(found, run.unit)}, and not {said}")
    if set(found.unknown) != set(run.unknown):
        raise Refused(f"{run.id}: unknown is {', '.join(found.unknown) or 'nothing'}, and not {', '.join(run.unknown)}")


def _said(found: Any, unit: str) -> str:
    return say_range(found.low, found.base, found.high, unit)


def _check_used(used: InputUsed, entry: Entry | None) -> None:
    fact = None if entry is None else entry.fact
    if not isinstance(fact, InputStated) or fact.name != used.name:
        raise UnknownSubject(f"entry {used.entry} does not state the input {used.name!r}")
    if (fact.value, fact.low, fact.high, fact.unit) != _values(used):
        raise Refused(f"entry {used.entry} states other values of {used.name} than the estimate used")


CHECKS: Mapping[type[Any], Sequence[Check]] = {
    InputStated: (_check_input,),
    FormulaStated: (_check_formula,),
    EstimateRun: (_check_run,),
}
"""What an input, a formula and an estimate must be to be entered."""
