"""Drawings put values where they belong, and leave out what is not known."""

from datetime import date
from decimal import Decimal

import pytest

from operative.bootstrap.dossiers import Dossiers
from operative.domain.days import PartialDate
from operative.domain.estimates import Total
from operative.domain.facts.estimates import Recurrence
from operative.domain.facts.indicators import Direction, Quality
from operative.domain.facts.mechanisms import MechanismChange, Standing
from operative.domain.indicators import Holding, IndicatorView, Observation, Point
from operative.domain.memberships import Fate, MechanismView, MembershipView, Tenure
from operative.domain.people import Role

from .conftest import ClientOf

KEY = "lro-concert-2024"
CASE = "iom-un-2015"


@pytest.fixture(autouse=True)
def _numbers_by_locale(site: Dossiers) -> None:
    """Labels of axes are written by Django."""


def decimals(*values: str | None) -> list[Decimal | None]:
    return [None if value is None else Decimal(value) for value in values]


SCALES = [
    (("420", "504"), False, "420", "520", {"420": 0, "470": 50, "520": 100}),
    (("420", "504"), True, "0", "600", {"0": 0, "300": 50}),
    (("-3", "7"), False, "-4", "8", {"-4": 0, "2": 50}),
    (("-5", "-2"), True, "-5", "0", {"-5": 0, "0": 100}),
    (("5", None), False, "2", "8", {"5": 50}),
    (("0",), False, "0", "1", {"0": 0}),
    (("0.031", "0.056"), False, "0.03", "0.06", {"0.045": 50}),
]


@pytest.mark.parametrize(("values", "zero", "low", "high", "places"), SCALES)
def test_a_scale_goes_from_round_value_to_round_value(values, zero, low, high, places):
    from operative.web.charts import scale_of

    scale = scale_of(decimals(*values), 0, 100, zero=zero)

    assert (scale.low, scale.high) == (Decimal(low), Decimal(high))
    assert {value: scale.at(Decimal(value)) for value in places} == places
    assert [scale.ticks()[0].at, scale.ticks()[-1].at] == [0, 100]


@pytest.mark.parametrize("values", [(), (None,)])
def test_nothing_known_has_no_scale(values):
    from operative.web.charts import scale_of

    assert scale_of(decimals(*values), 0, 100) is None


def test_a_scale_goes_upwards_too():
    from operative.web.charts import scale_of

    scale = scale_of(decimals("0", "10"), 130, 10)

    assert [scale.at(Decimal(0)), scale.at(Decimal(5)), scale.at(Decimal(10))] == [130, 70, 10]


def total(option: str, *values: str | None, unit: str = "USD", year: int | None = None) -> Total:
    return Total(option, year, Recurrence.YEARLY, unit, *decimals(*values), "words")


def test_ranges_are_drawn_from_zero_and_unknown_ones_stay_rows():
    from operative.web.ranges import LEFT, RIGHT, draw_ranges

    (chart,) = draw_ranges(
        [total("a", "50", "80", "100"), total("b", "50", None, None, year=2030), total("", None, None, None)],
        {"a": "Join", "b": "Wait"},
        "all",
    )

    width = RIGHT - 20 - LEFT
    known, least, unknown = chart.rows
    assert [row.label for row in chart.rows] == ["Join", "2030: Wait", "all"]
    assert (known.low, known.base, known.high) == (LEFT + width // 2, LEFT + round(width * 0.8), LEFT + width)
    assert (least.base, least.open, known.open, unknown.open) == (None, True, False, False)
    assert unknown.low is None
    assert chart.ticks[0].label == "0"


def test_units_are_not_mixed_and_a_chart_of_unknowns_has_no_axis():
    from operative.web.ranges import draw_ranges

    charts = draw_ranges([total("a", None, None, None), total("a", "1", "1", "1", unit="CHF")], {}, "all")

    assert [(one.unit, len(one.rows), bool(one.ticks)) for one in charts] == [("USD", 1, False), ("CHF", 1, True)]


def series(*values: str | None, threshold: str | None = None, quality: Quality = Quality.GOOD) -> IndicatorView:
    points = tuple(
        Point(PartialDate(str(2020 + place)), (Observation(value, quality, place, "Ana"),))
        for place, value in enumerate(decimals(*values))
    )
    limit = None if threshold is None else Decimal(threshold)
    return IndicatorView("i", "share", "%", Direction.NONE, limit, Holding.KEPT, "words", points=points)


def test_a_line_has_a_gap_where_no_value_is_known():
    from operative.web.series import FLOOR, LEFT, RIGHT, TOP, draw_series

    chart = draw_series(series("0", "4", None, "8", threshold="2"))

    assert [line.count(",") for line in chart.lines] == [2, 1]
    assert (chart.dots[0].x, chart.dots[0].y) == (LEFT, FLOOR)
    assert (chart.dots[-1].x, chart.dots[-1].y) == (RIGHT, TOP)
    assert chart.threshold == FLOOR - (FLOOR - TOP) // 4


def test_one_point_stands_in_the_middle_and_no_point_has_no_chart():
    from operative.web.series import LEFT, RIGHT, draw_series

    chart = draw_series(series("3"))

    assert [dot.x for dot in chart.dots] == [(LEFT + RIGHT) // 2]
    assert draw_series(series()) is None
    assert draw_series(series(None, threshold="5")) is None


def test_a_value_of_bad_data_is_hollow():
    from operative.web.series import draw_series

    assert [dot.hollow for dot in draw_series(series("1", "2")).dots] == [False, False]
    assert all(dot.hollow for dot in draw_series(series("1", "2", quality=Quality.BROKEN)).dots)


def test_lanes_go_from_day_to_day_and_end_where_their_mechanism_ends():
    from operative.web.lanes import LEFT, RIGHT, draw_lanes

    ended = Fate(MechanismChange.SUCCEEDED, PartialDate("2025-07-02"), 3, into=("new",))
    mechanisms = [
        MechanismView("old", "Old Forum", "", (1,), gone=True, successors=("new",), fates=(ended,)),
        MechanismView("new", "New Forum", "", (2,), depth=1),
    ]
    tenure = Tenure("old", Standing.MEMBER, (4,), since=(PartialDate("2020-01-01"),))
    guest = Tenure("new", Standing.OBSERVER, (5,), by=PartialDate("2025-07-02"))
    standings = [
        MembershipView("LRO", "old", "Old Forum", Standing.ENDED, "", (tenure,)),
        MembershipView("LRO", "new", "New Forum", Standing.OBSERVER, "", (guest,)),
    ]

    (chart,) = draw_lanes(mechanisms, standings, date(2031, 1, 1))

    middle = (LEFT + RIGHT) // 2
    old, new = chart.lanes
    assert (old.bars[0].start, old.bars[0].width, old.end, old.after) == (LEFT, middle - LEFT, middle, "New Forum")
    assert (new.bars[0].start, new.end, new.bars[0].sort) == (middle, RIGHT, "lesser by")
    assert new.bars[0].height < old.bars[0].height
    assert new.x > old.x == 0
    assert draw_lanes(mechanisms, [], date(2031, 1, 1)) == ()


@pytest.mark.parametrize(("key", "page"), [(KEY, ""), (KEY, "costs/"), (KEY, "mechanisms/"), (CASE, "mechanisms/")])
def test_every_drawing_is_named_and_has_a_table(client_of: ClientOf, key: str, page: str):
    answer = client_of("Bo", Role.READER, key).get(f"/dossiers/{key}/{page}").content.decode()

    drawings = answer.split("<svg")[1:]
    assert drawings
    for drawing in drawings:
        assert 'role="img"' in drawing.split(">")[0]
        assert "<table" in drawing
    assert "style=" not in answer


def test_costs_are_told_by_labels_and_names_stand_beside(client_of: ClientOf):
    page = client_of("Bo", Role.READER, KEY).get(f"/dossiers/{KEY}/costs/").content.decode()

    assert "Share of LRO in the common budget × Common budget of the Concert" in page
    assert '<code class="quiet">lro_share</code>' in page
    assert "estimate-1" not in page
