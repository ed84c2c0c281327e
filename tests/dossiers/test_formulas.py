"""Expressions, units, and reckoning with ranges."""

import operator
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from operative.domain.facts.estimates import InputUsed
from operative.dossiers.expressions import names_of, read_expression
from operative.dossiers.figures import say_amount, say_change, say_list
from operative.dossiers.formulas import check_magnitude, reckon
from operative.dossiers.phrasing import say_range
from operative.dossiers.units import read_unit
from operative.errors import WrongFormula


def used(name: str, value: str | None, low: str | None = None, high: str | None = None, unit: str = "") -> InputUsed:
    value_, low_, high_ = (None if one is None else Decimal(one) for one in (value, low, high))
    return InputUsed(name, 1, value_, low_, high_, unit)


A, B, C = used("a", "3", "2", "4"), used("b", "-1", "-2", "5"), used("c", None)
RECKONED = [
    ("1 + 2 * 3", "7 7 7"),
    ("(1 + 2) * 3", "9 9 9"),
    ("10 - 4 - 3", "3 3 3"),
    ("24 / 4 / 3", "2 2 2"),
    ("-2 * -3", "6 6 6"),
    ("--2", "2 2 2"),
    ("2 - -2", "4 4 4"),
    ("50% * 3", "1.5 1.5 1.5"),
    ("12.5 %", "0.125 0.125 0.125"),
    ("2 × 3 ÷ 4 − 1 · 1", "0.5 0.5 0.5"),
    ("1 / 3", "0.333333 0.333333 0.333334"),
    ("-(1 / 3)", "-0.333334 -0.333333 -0.333333"),
    ("a", "2 3 4"),
    ("-a", "-4 -3 -2"),
    ("a + b", "0 2 9"),
    ("a - b", "-3 4 6"),
    ("a * b", "-8 -3 20"),
    ("b * b", "-10 1 25"),
    ("b / a", "-1 -0.333333 2.5"),
    ("min(a, b)", "-2 -1 4"),
    ("max(a, b, 3)", "3 3 5"),
    ("max(a - a, 0)", "0 0 2"),
    ("c", "- - - c"),
    ("a + c * 0", "- - - c"),
    ("min(a, c)", "- - - c"),
    ("a + never", "- - - never"),
    ("c / c + never", "- - - c never"),
    (f"{'9' * 30} / 1", " ".join(["9" * 30] * 3)),
    (f"-{'9' * 29}8", " ".join([f"-{'9' * 29}8"] * 3)),
    (f"{'9' * 29} + 1 / 3", f"{'9' * 29}.333333 {'9' * 29}.333333 {'9' * 29}.333334"),
]


@pytest.mark.parametrize(("expression", "expected"), RECKONED)
def test_what_an_expression_comes_to(expression, expected):
    found = reckon(expression, [A, B, C], "")
    shown = ["-" if one is None else format(one, "f") for one in (found.low, found.base, found.high)]

    assert " ".join([*shown, *found.unknown]) == expected


@pytest.mark.parametrize(
    ("given_input", "expected"),
    [
        (used("a", None, "2", "4"), (Decimal(20), None, Decimal(40), ("a",))),
        (used("a", None, "2"), (None, None, None, ("a",))),
        (used("a", "3", "2"), (Decimal(20), Decimal(30), Decimal(30), ())),
        (used("a", "3", None, "4"), (Decimal(30), Decimal(30), Decimal(40), ())),
    ],
)
def test_bounds_that_are_not_both_stated(given_input, expected):
    found = reckon("a * 10", [given_input], "")

    assert (found.low, found.base, found.high, found.unknown) == expected


WRONG = [
    ("", 1, "ends here"),
    ("   ", 4, "ends here"),
    ("1 +", 4, "ends here"),
    ("1 2", 3, "a sign"),
    ("a b", 3, "a sign"),
    ("* 2", 1, "a number, a name or a bracket, found '*'"),
    ("a ** 2", 4, "found '*'"),
    ("a ^ 2", 3, "found '^'"),
    ("1e9", 2, "found 'e9'"),
    ("1,000", 2, "found ','"),
    ("(a", 3, "closing bracket"),
    ("a)", 2, "found ')'"),
    ("min", 1, "needs brackets"),
    ("min(a", 6, "closing bracket"),
    ("min()", 5, "found ')'"),
    ("max(a,)", 7, "found ')'"),
    ("round(a)", 1, "there is no round"),
    ("__import__('os')", 1, "there is no __import__"),
    ("a.b[0]", 4, "found '['"),
    ("5%%", 3, "found '%'"),
    ("a%", 2, "found '%'"),
    ("lambda: 0", 7, "found ':'"),
    ("'x' * 9", 1, "found"),
    ("(" * 31 + "1" + ")" * 31, 32, "more than 30 brackets"),
    ("-" * 32 + "1", 32, "more than 30 brackets"),
    ("+".join("1" * 101), 201, "more than 200"),
    ("1" * 31, 1, "more than 30 digits"),
    ("1+" * 501, 1001, "longer than 1000"),
    ("1 / 0", 3, "division by what is zero"),
    ("a / (a - a)", 3, "division by what is zero"),
    ("a / b", 3, "or can be"),
    ("9999999999 * 9999999999 * 9999999999 * 9999999999", 1, "10^30 or more"),
]


@pytest.mark.parametrize(("expression", "at", "why"), WRONG)
def test_what_is_no_expression_is_refused_with_its_place(expression, at, why):
    with pytest.raises(WrongFormula) as caught:
        reckon(expression, [A, B, C], "")

    assert f"at character {at} of " in str(caught.value)
    assert why in str(caught.value)


def test_a_division_by_what_has_no_bounds_is_judged_by_its_value():
    with pytest.raises(WrongFormula, match="division by what is zero"):
        reckon("1 / (c * 0 + a - 3)", [A, used("c", "0", "-1", "1")], "")


UNITS = [
    ("a", {"a": "USD"}, "USD", "3"),
    ("a", {"a": "USD thousand"}, "USD", "3000"),
    ("a", {"a": "USD"}, "thousand USD", "0.003"),
    ("a * 2", {"a": "USD"}, "USD", "6"),
    ("a * b", {"a": "%", "b": "USD million"}, "USD thousand", "-30"),
    ("a * b", {"a": "USD per person", "b": "person"}, "USD", "-3"),
    ("a / b", {"a": "USD", "b": "person"}, "USD/person", "-3"),
    ("a / b * b", {"a": "m2", "b": "h"}, "m2", "3"),
    ("a + b", {"a": "USD", "b": "USD thousand"}, "USD", "-997"),
    ("a + b", {"a": "per cent", "b": "ratio"}, "", "-0.97"),
    ("max(a + b, 0)", {"a": "USD", "b": "USD"}, "USD", "2"),
    ("a * b", {"a": "USD·day", "b": "1/day"}, "USD", "-3"),
]


@pytest.mark.parametrize(("expression", "units", "unit", "expected"), UNITS)
def test_units_that_fit(expression, units, unit, expected):
    inputs = [InputUsed(name, 1, {"a": Decimal(3), "b": Decimal(-1)}[name], unit=one) for name, one in units.items()]

    assert reckon(expression, inputs, unit).base == Decimal(expected)


UNLIKE = [
    ("a + b", "USD", "CHF", "USD", "character 3 of 'a + b': adding unlike units: USD and CHF"),
    ("a - b", "USD", "person", "USD", "subtracting unlike units"),
    ("a + 5", "USD", "", "USD", "adding unlike units: USD and a plain number"),
    ("max(a, b)", "USD", "%", "USD", "max of unlike units"),
    ("a * b", "USD", "USD", "USD", "it gives USD^2, and not USD"),
    ("a / b", "USD", "person", "USD", "it gives USD/person"),
    ("1 / a", "USD", "", "USD", "it gives 1/USD"),
    ("a / a", "USD", "", "USD", "it gives a plain number"),
    ("a", "USD", "", "CHF", "it gives USD, and not CHF"),
    ("a", "USD//person", "", "USD", "something is missing beside the stroke"),
    ("a", "USD 7", "", "USD", "'7' is no word"),
    ("a", "#", "", "USD", "'#' is no word"),
    ("a", "US$", "", "USD", "it gives US$, and not USD"),
    ("a", "x" * 61, "", "USD", "too long"),
]


@pytest.mark.parametrize(("expression", "one", "other", "unit", "why"), UNLIKE)
def test_unlike_units_are_refused(expression, one, other, unit, why):
    with pytest.raises(WrongFormula) as caught:
        reckon(expression, [used("a", "3", unit=one), used("b", "1", unit=other)], unit)

    assert why in str(caught.value)


def test_what_is_not_stated_fits_every_unit():
    assert reckon("a + never * 2", [used("a", "3", unit="USD")], "USD").unknown == ("never",)
    assert reckon("a * never", [used("a", "3", unit="USD")], "CHF").base is None


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e30", "-1e31", "1e-40", "0." + "1" * 31])
def test_what_is_no_quantity_is_refused(value):
    with pytest.raises(WrongFormula, match="no quantity"):
        check_magnitude(Decimal(value), "it")


def test_names_come_once_in_their_order():
    assert names_of(read_expression("b * (a + -b) / max(c, a, 1)")) == ("b", "a", "c")


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (say_amount(Decimal("4702.10"), "USD thousand"), "4,702.1 USD thousand"),
        (say_amount(Decimal("1.25E+6"), ""), "1,250,000"),
        (say_amount(Decimal("-0"), "%"), "0 %"),
        (say_change(Decimal("2"), "USD"), "+2 USD"),
        (say_change(Decimal("-2"), "USD"), "-2 USD"),
        (say_range(Decimal(8), Decimal(10), Decimal(12), "USD"), "10 (8 to 12) USD"),
        (say_range(Decimal(8), None, Decimal(12), "USD"), "8 to 12 USD"),
        (say_range(Decimal(10), Decimal(10), Decimal(10), "USD"), "10 USD"),
        (say_range(None, None, None, "USD"), "unknown"),
        (say_list(["a"]), "a"),
        (say_list(["a", "b", "c"]), "a, b and c"),
        (str(read_unit("USD/person/day")), "USD/day/person"),
    ],
)
def test_figures_in_words(shown, expected):
    assert shown == expected


# Hypothesis: a tree of signs over three inputs, written out, and reckoned once with bounds and once at a point.
NUMBERS = st.decimals(-1000, 1000, places=2, allow_nan=False, allow_infinity=False)
LEAVES = st.sampled_from(["x", "y", "z", "2", "0.5", "25%"])
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), inner),
        st.builds("{}({}, {})".format, st.sampled_from(["min", "max"]), inner, inner),
        st.builds("-{}".format, inner),
    ),
    max_leaves=8,
)


@given(TREES, st.tuples(*[st.tuples(NUMBERS, NUMBERS, NUMBERS)] * 3))
@example("(x * y)", ((Decimal(2), Decimal(2), Decimal(4)), (Decimal(-2), Decimal(5), Decimal(5)), (Decimal(0),) * 3))
@example("(x / y)", ((Decimal(-6), Decimal(-6), Decimal(4)), (Decimal(1), Decimal(2), Decimal(3)), (Decimal(0),) * 3))
def test_the_bounds_enclose_every_point(expression, numbers):
    bounded, point = [], []
    for name, triple in zip("xyz", numbers, strict=True):
        low, inside, high = sorted(triple)
        bounded.append(InputUsed(name, 1, inside, low, high))
        point.append(InputUsed(name, 1, inside))
    try:
        found = reckon(expression, bounded, "")
    except WrongFormula:
        return
    at_point = reckon(expression, point, "")

    assert found.low <= at_point.low <= at_point.base <= at_point.high <= found.high
    assert found.base == at_point.base


SIGNS = {"+": operator.add, "-": operator.sub, "*": operator.mul}


@given(st.lists(st.tuples(st.sampled_from("+-*"), st.integers(0, 999)), min_size=1, max_size=12), st.integers(0, 999))
def test_signs_bind_as_in_school(rest, first):
    expression = str(first) + "".join(f" {sign} {number}" for sign, number in rest)
    terms, signs = [first], []
    for sign, number in rest:
        if sign == "*":
            terms[-1] *= number
        else:
            signs.append(sign)
            terms.append(number)
    total = terms[0]
    for sign, term in zip(signs, terms[1:], strict=True):
        total = SIGNS[sign](total, term)
    if abs(total) < 10**30:
        assert reckon(expression, [], "").base == total


@given(st.text(max_size=40))
def test_any_text_is_an_expression_or_refused(text):
    try:
        names = names_of(read_expression(text))
    except WrongFormula:
        return

    assert all(name in text for name in names)
