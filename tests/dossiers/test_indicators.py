"""Indicators of a fictional organization, read as of a day."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operative.domain.days import PartialDate
from operative.domain.elements import ElementKind
from operative.domain.entries import Basis
from operative.domain.evidence import Evidence
from operative.domain.facts.conditions import ElementStated
from operative.domain.facts.indicators import Direction, IndicatorDefined, ObservationMade, Quality
from operative.dossiers.indicators import CHECKS, find_indicators
from operative.errors import Refused, UnknownSubject, WrongFormula

from .told import history_of, told, try_after

LEAST, MOST, STEADY = Direction.AT_LEAST, Direction.AT_MOST, Direction.STEADY


def defined(direction=Direction.NONE, threshold=None, unit="%", elements=()):
    limit = None if threshold is None else Decimal(threshold)
    return told(IndicatorDefined("core", "Core share", unit, elements, direction, limit), "2028-01-01")


def seen(period, value, quality=Quality.GOOD, remark="", day=None, document="rules", basis=Basis.SEEN):
    fact = ObservationMade("core", PartialDate(period), None if value is None else Decimal(value), quality, remark)
    return told(fact, day or "2030-06-01", evidence=[Evidence(document)], basis=basis)


SERIES = (seen("2028", "6.5"), seen("2029", "5", day="2030-03-01"), seen("2030", "4.25", day="2031-03-01"))
BROKEN = seen("2030", "0.1", Quality.BROKEN, "two countries missing", "2031-03-01")

READ = [
    (defined(), (), "2031-12-31", "unknown", "unknown: no period is over and recorded"),
    (defined(), SERIES, "2031-12-31", "not judged", "4.25 % in 2030; not judged; 2.25 percentage points less than in "
     "2028"),
    # the year 2030 is over, but its value is not recorded yet
    (defined(), SERIES, "2031-02-28", "not judged", "5 % in 2029; not judged; 1.5 percentage points less than in 2028"),
    # recorded in the midst of the year that it is for: not over
    (defined(), (*SERIES[:2], seen("2031", "9", day="2031-02-01")), "2031-12-31", "not judged",
     "5 % in 2029; not judged; 1.5 percentage points less than in 2028"),
    (defined(LEAST, "4"), SERIES, "2031-12-31", "kept", "4.25 % in 2030; kept: at least 4 %; 2.25 percentage points "
     "less than in 2028"),
    (defined(LEAST, "4.5"), SERIES, "2031-12-31", "below", "4.25 % in 2030; below: at least 4.5 %; 2.25 percentage "
     "points less than in 2028"),
    (defined(MOST, "4.25"), SERIES, "2031-12-31", "kept", "4.25 % in 2030; kept: at most 4.25 %; 2.25 percentage "
     "points less than in 2028"),
    (defined(MOST, "4"), SERIES, "2031-12-31", "above", "4.25 % in 2030; above: at most 4 %; 2.25 percentage points "
     "less than in 2028"),
    (defined(LEAST), SERIES, "2031-12-31", "below", "4.25 % in 2030; below: no threshold is set, compared with the "
     "start; 2.25 percentage points less than in 2028"),
    (defined(MOST), SERIES[:1], "2031-12-31", "kept", "6.5 % in 2028; kept: no threshold is set, compared with the "
     "start"),
    (defined(STEADY, "2.25"), SERIES, "2031-12-31", "kept", "4.25 % in 2030; kept: within 2.25 percentage points from "
     "the start; 2.25 percentage points less than in 2028"),
    (defined(STEADY, "2"), SERIES, "2031-12-31", "moved", "4.25 % in 2030; moved: more than 2 percentage points from "
     "the start; 2.25 percentage points less than in 2028"),
    (defined(STEADY), SERIES, "2031-12-31", "not judged", "4.25 % in 2030; not judged; 2.25 percentage points less "
     "than in 2028"),
    (defined(LEAST, "4"), (*SERIES[:2], BROKEN), "2031-12-31", "data broken", "0.1 % (broken) in 2030; data broken"),
    (defined(LEAST, "4"), (*SERIES[:2], seen("2030", None)), "2031-12-31", "unknown", "no value in 2030; unknown"),
    # two sources
    (defined(LEAST, "4"), (*SERIES, seen("2030", "4.5", document="b")), "2031-12-31", "kept",
     "4.5 % or 4.25 % in 2030; kept: at least 4 %; the sources disagree"),
    (defined(LEAST, "4"), (*SERIES, seen("2030", "3", Quality.UNCHECKED)), "2031-12-31", "unknown",
     "3 % (unchecked) or 4.25 % in 2030; unknown; the sources disagree"),
    (defined(LEAST, "4"), (*SERIES, seen("2030", "4.25", document="b")), "2031-12-31", "kept",
     "4.25 % in 2030; kept: at least 4 %; 2.25 percentage points less than in 2028"),
    (defined(LEAST, "4"), (*SERIES, BROKEN), "2031-12-31", "kept",
     "4.25 % or 0.1 % (broken) in 2030; kept: at least 4 %; the sources disagree; 2.25 percentage points less than in "
     "2028; compare with care: broken in 2030"),
    (defined(), (SERIES[0], seen("2029", "5", Quality.RELABELLED), seen("2030", "6.5", Quality.PARTIAL)), "2031-12-31",
     "not judged", "6.5 % (partial) in 2030; not judged; the same as in 2028; compare with care: relabelled in 2029; "
     "compare with care: partial in 2030"),
    (defined(), tuple(seen(str(year), "5", Quality.RELABELLED) for year in range(2026, 2030)), "2031-12-31",
     "not judged", "5 % (relabelled) in 2029; not judged; the same as in 2026; compare with care: relabelled in 2026, "
     "2027, 2028 and 2029"),
    (defined(unit="USD thousand"), (SERIES[0], seen("2030-06", "8")), "2031-12-31", "not judged",
     "8 USD thousand in June 2030; not judged; 1.5 USD thousand more than in 2028"),
    # a value for one day stands on that day
    (defined(), (seen("2030-06-01", "8"),), "2030-06-01", "not judged", "8 % on 1 June 2030; not judged"),
    (defined(), (seen("2030-06", "8", day="2030-06-01"),), "2030-06-30", "unknown", "unknown: no period is over and "
     "recorded"),
    # nothing to start from
    (defined(LEAST), (seen("2028", "1"), seen("2028", "2"), seen("2030", None)), "2031-12-31", "unknown",
     "no value in 2030; unknown"),
    (defined(LEAST), (seen("2028", "1"), seen("2028", "2")), "2031-12-31", "not judged",
     "1 % or 2 % in 2028; not judged; the sources disagree"),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "series", "on", "holding", "words"), READ)
def test_an_indicator_as_of_a_day(indicator, series, on, holding, words):
    found = find_indicators(history_of(indicator, *series, on=on))[0]

    assert (found.holding.value, found.words) == (holding, words)


@pytest.mark.parametrize(
    ("since", "start", "change"),
    [
        (None, "2028", "-2.25"),
        (date(2030, 1, 1), "2029", "-0.75"),
        (date(2029, 12, 31), "2028", "-2.25"),
        (date(2020, 1, 1), "2028", "-2.25"),
        (date(2031, 12, 1), "2030", None),
    ],
)
def test_the_change_since_a_day(since, start, change):
    found = find_indicators(history_of(defined(), *SERIES), since)[0]

    assert str(found.start.period) == start
    assert found.change == (None if change is None else Decimal(change))


def test_sources_of_one_period_stand_side_by_side():
    facts = (defined(), seen("2030", "4", document="a"), seen("2030", "5", Quality.UNCHECKED, "press", document="b",
             basis=Basis.BACKGROUND), seen("2029", "3"))  # fmt: skip
    found = find_indicators(history_of(*facts))[0]

    assert [(str(one.period), one.conflict) for one in found.points] == [("2029", False), ("2030", True)]
    assert [(one.value, one.documents, one.remark, one.entry, one.background) for one in found.latest.observations] == [
        (Decimal(4), ("a",), "", 2, False),
        (Decimal(5), ("b",), "press", 3, True),
    ]


def test_an_indicator_stands_as_it_was_last_defined():
    facts = (defined(LEAST, "4"), *SERIES, told(IndicatorDefined("core", "Core", "%", (), LEAST, Decimal(5)), "2031"))

    assert find_indicators(history_of(*facts, on="2031-12-30"))[0].holding.value == "kept"
    assert find_indicators(history_of(*facts, on="2031-12-31"))[0].holding.value == "below"


@given(st.permutations([*SERIES, seen("2030", "4.5", document="b"), BROKEN]))
def test_the_order_of_entries_is_nothing_but_for_the_order_of_sources(series):
    found = find_indicators(history_of(defined(LEAST, "4"), *series))[0]
    expected = find_indicators(history_of(defined(LEAST, "4"), *SERIES, seen("2030", "4.5", document="b"), BROKEN))[0]

    assert (found.holding, found.change, [one.period for one in found.points]) == (
        expected.holding,
        expected.change,
        [one.period for one in expected.points],
    )


REFUSED = [
    (IndicatorDefined("", "Core", "%"), Refused, "needs an id and a label"),
    (IndicatorDefined("core", " ", "%"), Refused, "needs an id and a label"),
    (IndicatorDefined("core", "Core", "%", (), LEAST, Decimal("1e40")), WrongFormula, "no quantity"),
    (IndicatorDefined("core", "Core", "%", threshold=Decimal(1)), Refused, "a threshold needs a direction"),
    (IndicatorDefined("core", "Core", "%", (), STEADY, Decimal(-1)), Refused, "not below 0"),
    (IndicatorDefined("core", "Core", "%", ("e9",)), UnknownSubject, "no element 'e9'"),
    (IndicatorDefined("old", "Old", "USD"), Refused, r"counted in '%' \(entry 4\), and not in 'USD'"),
    (ObservationMade("never", PartialDate("2030"), None), UnknownSubject, "no indicator 'never'"),
    (ObservationMade("old", PartialDate("2030"), Decimal("1e40")), WrongFormula, "no quantity"),
    (ObservationMade("old", PartialDate("2030"), None, Quality.BROKEN), Refused, "old 2030: broken data need a remark"),
]
BEGIN = (
    ElementStated("e1", "c1", "op1", "independent", ElementKind.FEATURE),
    IndicatorDefined("old", "Old", "%"),
)


@pytest.mark.parametrize(("last", "error", "words"), REFUSED)
def test_what_may_not_be_entered(last, error, words):
    with pytest.raises(error, match=words):
        try_after(BEGIN, last, CHECKS)


@pytest.mark.parametrize(
    "last",
    [
        IndicatorDefined("core", "Core", "%", ("e1",), STEADY, Decimal(0)),
        IndicatorDefined("old", "Older", "%", (), LEAST, Decimal(-3)),
        told(IndicatorDefined("old", "Old", "USD"), corrects=4),
        ObservationMade("old", PartialDate("2030"), None),
        ObservationMade("old", PartialDate("2030"), Decimal(1), Quality.BROKEN, "two countries missing"),
    ],
)
def test_what_may_be_entered(last):
    try_after(BEGIN, last, CHECKS)
