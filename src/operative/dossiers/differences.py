"""Why an estimate differs from the one before it: each change alone, and what they make only together."""

from collections.abc import Iterable
from decimal import Decimal

from operative.domain.estimates import Difference, DifferencePart
from operative.domain.facts.estimates import EstimateRun, InputUsed
from operative.dossiers.expressions import names_of, read_expression
from operative.dossiers.figures import say_amount, say_change
from operative.dossiers.formulas import reckon
from operative.dossiers.phrasing import say_range
from operative.dossiers.units import read_unit
from operative.errors import WrongFormula

__all__ = ["explain_difference"]


def explain_difference(old: EstimateRun, new: EstimateRun) -> Difference:
    """What changed between two runs, and by how much each change alone moves the earlier one.

    Changes come in the order of their entries, a changed formula first; what a change does is reckoned with everything
    else as it was, in the unit of the later run. The remainder is what the changes make only together.
    """
    changes = list(_changes(old, new))
    if old.base is None or new.base is None:
        return Difference(old.id, _unknown_words(old, new, changes), parts=tuple(DifferencePart(w, None, n)
                          for w, n, *_ in changes))  # fmt: skip
    start, scale = _in_unit(old.base, old.unit, new.unit), new.unit
    if start is None:
        words = f"not comparable with {old.id}: {old.unit} then, {new.unit} now"
        return Difference(old.id, words)
    amount = new.base - start
    parts = tuple(
        DifferencePart(words, None if moved is None else moved - start, entry)
        for words, entry, expression, inputs in changes
        for moved in [_base(expression, inputs, scale)]
    )
    remainder = amount - sum((one.amount for one in parts if one.amount is not None), Decimal(0))
    return Difference(old.id, _words(old, new, amount, parts, remainder), amount, parts, remainder or None)


Change = tuple[str, int | None, str, tuple[InputUsed, ...]]


def _changes(old: EstimateRun, new: EstimateRun) -> Iterable[Change]:
    """Each change in words, its entry, and the expression and inputs of the earlier run with this change alone."""
    then, now = ({one.name: one for one in run.inputs} for run in (old, new))
    if (old.expression, old.unit) != (new.expression, new.unit):
        words = f"the formula changed from {old.expression} to {new.expression}"
        if old.expression == new.expression:
            words = f"the formula's unit changed from {old.unit} to {new.unit}"
        yield words, None, new.expression, tuple({**now, **then}.values())
    named = names_of(read_expression(old.expression))
    moved = [one for one in new.inputs if one.name in named and _differs(then.get(one.name), one)]
    for one in sorted(moved, key=lambda used: used.entry):
        was = _said(then[one.name]) if one.name in then else "not stated"
        alone = {**then, one.name: one}
        yield f"{one.name} changed from {was} to {_said(one)}", one.entry, old.expression, tuple(alone.values())
    for name in (one for one in then if one not in now and one in names_of(read_expression(new.expression))):
        left = tuple(used for used in then.values() if used.name != name)
        yield f"{name} is no longer stated", None, old.expression, left


def _differs(then: InputUsed | None, now: InputUsed) -> bool:
    if then is None:
        return True
    return (then.value, then.low, then.high, then.unit) != (now.value, now.low, now.high, now.unit)


def _said(used: InputUsed) -> str:
    return say_range(used.low, used.value, used.high, used.unit)


def _base(expression: str, inputs: tuple[InputUsed, ...], unit: str) -> Decimal | None:
    try:
        return reckon(expression, inputs, unit).base
    except WrongFormula:
        # With only this change the formula cannot be reckoned, such as a division by what only another change fills.
        return None


def _in_unit(value: Decimal, unit: str, other: str) -> Decimal | None:
    one, wanted = read_unit(unit), read_unit(other)
    return value * one.factor / wanted.factor if one.fits(wanted) else None


def _unknown_words(old: EstimateRun, new: EstimateRun, changes: list[Change]) -> str:
    found = [name for name in old.unknown if name not in new.unknown]
    lost = [name for name in new.unknown if name not in old.unknown]
    said = []
    if found:
        said.append(f"known now: {', '.join(found)}")
    if lost:
        said.append(f"no longer known: {', '.join(lost)}")
    still = [name for name in new.unknown if name in old.unknown]
    if still:
        said.append(f"still not known: {', '.join(still)}")
    return "; ".join([f"no difference to {old.id} in figures", *said, *(words for words, *_ in changes)])


def _words(
    old: EstimateRun, new: EstimateRun, amount: Decimal, parts: tuple[DifferencePart, ...], remainder: Decimal
) -> str:
    if not amount:
        head = f"the same as {old.id}"
    else:
        head = f"{say_amount(abs(amount), new.unit)} {'more' if amount > 0 else 'less'} than {old.id}"
    said = []
    for part in parts:
        effect = "its part cannot be told apart" if part.amount is None else say_change(part.amount, new.unit)
        said.append(f"{part.words} ({effect})")
    if remainder:
        said.append(f"only together ({say_change(remainder, new.unit)})")
    return f"{head}: {'; '.join(said)}" if said else head
