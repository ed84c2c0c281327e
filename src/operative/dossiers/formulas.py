"""Formulas reckoned with low, base and high values: what is unknown stays unknown, and unlike units are not added."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal

from operative.domain.facts.estimates import InputUsed
from operative.dossiers.expressions import (
    Choice,
    Name,
    Negation,
    Node,
    Number,
    Operation,
    names_of,
    read_expression,
    wrong,
)
from operative.dossiers.units import PLAIN, Unit, read_unit
from operative.errors import WrongFormula

__all__ = ["Reckoned", "check_magnitude", "check_units", "reckon"]

LARGEST = Decimal(10) ** 30
PLACES = Decimal("0.000001")
WORKING_DIGITS = 60


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a formula comes to, rounded to six places, outwards for low and high.

    `base` is None where an input has no value (`unknown` names it), `low` and `high` where one has no bounds either.
    """

    low: Decimal | None
    base: Decimal | None
    high: Decimal | None
    unknown: tuple[str, ...] = ()


def check_magnitude(value: Decimal | None, what: str) -> None:
    """Raise `WrongFormula` for a number that is no quantity: not finite, 10**30 or more, or over 30 digits."""
    if value is None:
        return
    if not value.is_finite() or abs(value) >= LARGEST or len(value.as_tuple().digits) > 30 or value.adjusted() < -30:
        raise WrongFormula(f"{what} is no quantity to reckon with: under 10^30 and at most 30 digits")


def check_units(expression: str, units: Mapping[str, str], unit: str) -> None:
    """Raise `WrongFormula` where the expression adds unlike units, or does not give `unit`.

    `units` are those of the inputs by name; a name that is not among them is not checked, nor what it is multiplied
    with. A plain 0 fits every unit.
    """
    found = _unit(read_expression(expression), expression, {name: read_unit(one) for name, one in units.items()})
    wanted = read_unit(unit)
    if found is not None and not found.fits(wanted):
        raise wrong(expression, 0, f"it gives {found}, and not {wanted}")


def reckon(expression: str, inputs: Iterable[InputUsed], unit: str) -> Reckoned:
    """What an expression comes to in `unit`, with these inputs; a name that is not among them is unknown.

    Low and high follow by interval arithmetic, so that they enclose what any values within the bounds of the inputs
    give; a name that stands twice is taken to vary twice, which can only widen them. An input with a value and no
    bounds is exact; where one bound is missing, it is the value. Raises `WrongFormula`, also for a division by what
    can be zero.
    """
    tree = read_expression(expression)
    given = {one.name: one for one in inputs}
    names = names_of(tree)
    check_units(expression, {name: given[name].unit for name in names if name in given}, unit)
    ranges = {name: _range_of(given[name]) for name in names if name in given}
    unknown = tuple(name for name in names if name not in given or given[name].value is None)
    found = _Reckoner(expression, ranges).of(tree)
    factor = read_unit(unit).factor
    low, base, high = (
        _rounded(value, factor, way, expression)
        for value, way in ((found.low, ROUND_FLOOR), (found.base, ROUND_HALF_EVEN), (found.high, ROUND_CEILING))
    )
    return Reckoned(low, base, high, unknown)


def _rounded(value: Decimal | None, factor: Decimal, way: str, expression: str) -> Decimal | None:
    if value is None:
        return None
    context = Context(prec=WORKING_DIGITS, rounding=way)
    scaled = context.divide(value, factor)
    if scaled.copy_abs() >= LARGEST:
        raise wrong(expression, 0, "the result is 10^30 or more: no amount")
    text = format(scaled.quantize(PLACES, context=context), "f")
    # No minus before a zero; the context of Python itself would round what was rounded again, to 28 digits.
    return Context(prec=WORKING_DIGITS).plus(Decimal(text.rstrip("0").rstrip(".")))


@dataclass(frozen=True, slots=True)
class _Range:
    low: Decimal | None
    base: Decimal | None
    high: Decimal | None


UNKNOWN = _Range(None, None, None)


def _range_of(given: InputUsed) -> _Range:
    factor = read_unit(given.unit).factor
    for one in (given.value, given.low, given.high):
        check_magnitude(one, given.name)
    low = given.value if given.low is None else given.low
    high = given.value if given.high is None else given.high
    if low is None or high is None:
        return UNKNOWN
    # Products with 0.01, 1000 ... are exact within the working digits.
    exact = Context(prec=WORKING_DIGITS)
    base = None if given.value is None else exact.multiply(given.value, factor)
    return _Range(exact.multiply(low, factor), base, exact.multiply(high, factor))


class _Reckoner:
    """Walks a tree with three roundings: down for low, to the nearest for base, up for high."""

    def __init__(self, expression: str, ranges: Mapping[str, _Range]) -> None:
        self.expression, self.ranges = expression, ranges
        self.down = Context(prec=WORKING_DIGITS, rounding=ROUND_FLOOR)
        self.near = Context(prec=WORKING_DIGITS, rounding=ROUND_HALF_EVEN)
        self.up = Context(prec=WORKING_DIGITS, rounding=ROUND_CEILING)

    def of(self, node: Node) -> _Range:
        match node:
            case Number(value=value):
                return _Range(value, value, value)
            case Name(name=name):
                return self.ranges.get(name, UNKNOWN)
            case Negation(of=inner):
                return _negated(self.of(inner))
            case Choice(name=name, among=among):
                return self._choice(name, [self.of(one) for one in among])
            case Operation(at=at, sign=sign, left=left, right=right):
                return self._operation(at, sign, self.of(left), self.of(right))

    def _operation(self, at: int, sign: str, left: _Range, right: _Range) -> _Range:
        if sign in "+-":
            return self._sum(left, right if sign == "+" else _negated(right))
        if sign == "/":
            self._check_divisor(at, right)
        down, near, up = (
            context.multiply if sign == "*" else context.divide for context in (self.down, self.near, self.up)
        )
        base = None if left.base is None or right.base is None else near(left.base, right.base)
        if left.low is None or left.high is None or right.low is None or right.high is None:
            return _Range(None, base, None)
        # The bounds of a product lie at the corners; so do those of a quotient whose divisor keeps its sign.
        corners = [(a, b) for a in (left.low, left.high) for b in (right.low, right.high)]
        return _Range(min(down(a, b) for a, b in corners), base, max(up(a, b) for a, b in corners))

    def _sum(self, left: _Range, right: _Range) -> _Range:
        low = None if left.low is None or right.low is None else self.down.add(left.low, right.low)
        base = None if left.base is None or right.base is None else self.near.add(left.base, right.base)
        high = None if left.high is None or right.high is None else self.up.add(left.high, right.high)
        return _Range(low, base, high)

    def _choice(self, name: str, among: list[_Range]) -> _Range:
        pick = min if name == "min" else max
        lows, bases, highs = (
            [one for one in column if one is not None]
            for column in zip(*((one.low, one.base, one.high) for one in among), strict=True)
        )
        low, base, high = (pick(column) if len(column) == len(among) else None for column in (lows, bases, highs))
        return _Range(low, base, high)

    def _check_divisor(self, at: int, divisor: _Range) -> None:
        known = [one for one in (divisor.low, divisor.base, divisor.high) if one is not None]
        if known and min(known) <= 0 <= max(known):
            raise wrong(self.expression, at, "a division by what is zero, or can be")


def _negated(one: _Range) -> _Range:
    low, base, high = (None if value is None else value.copy_negate() for value in (one.high, one.base, one.low))
    return _Range(low, base, high)


def _unit(node: Node, expression: str, units: Mapping[str, Unit]) -> Unit | None:
    """The unit of a tree; None where it fits every unit, or is not known."""
    match node:
        case Number(value=value):
            return PLAIN if value else None
        case Name(name=name):
            return units.get(name)
        case Negation(of=inner):
            return _unit(inner, expression, units)
        case Choice(among=among, at=at, name=name):
            return _same([_unit(one, expression, units) for one in among], expression, at, f"{name} of")
        case Operation(at=at, sign=sign, left=left, right=right):
            parts = [_unit(left, expression, units), _unit(right, expression, units)]
            if sign in "+-":
                return _same(parts, expression, at, "adding" if sign == "+" else "subtracting")
            one, other = parts
            return None if one is None or other is None else one.times(other, 1 if sign == "*" else -1)


def _same(parts: list[Unit | None], expression: str, at: int, doing: str) -> Unit | None:
    known = [one for one in parts if one is not None]
    for one in known[1:]:
        if not one.fits(known[0]):
            raise wrong(expression, at, f"{doing} unlike units: {known[0]} and {one}")
    return known[0] if known else None
