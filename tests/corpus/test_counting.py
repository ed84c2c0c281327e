"""What comes how often in a corpus, and as which file or picture."""

import io

import pytest
from lxml import etree
from pyarrow import parquet

from operative.corpus.corpora import Corpus
from operative.corpus.counted_files import write_csv, write_parquet
from operative.corpus.counting import count_by
from operative.domain.counts import Count, Counted, Property, Tally
from operative.domain.holdings import HeldAct, HeldProvision, Holding, Intake, IntakeRecord
from operative.errors import WrongCall
from operative.exchange.charts import render_chart_png, render_chart_svg


def record(number, year, *acts, body="unga", symbol=None):
    key = f"{number:016}"
    named = symbol or f"W/{number}"
    holding = Holding(key, f"{number}.txt", "en", "resolution", named, body=body, adopted=f"{year}-01-01")
    provisions = (HeldProvision(key, "op1", "operative", "Words"),)
    rows = tuple(
        HeldAct(key, "op1", "a", lead, force, addressees=addressees, reporting_duty=report)
        for lead, force, addressees, report in acts
    )
    return IntakeRecord(Intake(f"{number:064}", "x"), (holding,), provisions, rows)


ASKED = ("Requests", "directive", ("the Secretary-General", "Member States"), True)


@pytest.fixture
def corpus(tmp_path):
    made = Corpus.open_or_make(tmp_path / "memory")
    made.add(
        [
            record(1, 2030, ASKED, ("Decides", "decision", (), False)),
            record(2, 2032, ("requests", "directive", ("The Secretary General",), False), body="unsc"),
            record(3, 2032, ASKED, symbol="W/1"),
        ]
    )
    return made


def counts(corpus, counted, *by, body=""):
    return [(one.value, one.second, one.times) for one in count_by(corpus, counted, by, body=body).counts]


def test_one_property(corpus):
    assert counts(corpus, Counted.REQUESTS, Property.ADDRESSEE) == [
        ("Secretary General", "", 2),
        ("Member States", "", 1),
    ]
    assert counts(corpus, Counted.ACTS, Property.VERB) == [("requests", "", 2), ("decides", "", 1)]
    assert counts(corpus, Counted.REPORTS, Property.FORCE) == [("directive", "", 1)]
    assert counts(corpus, Counted.ACTS, Property.KIND) == [("operative", "", 3)]


def test_a_text_that_is_held_twice_counts_once(corpus):
    tally = count_by(corpus, Counted.DOCUMENTS, [Property.YEAR])

    assert (tally.documents, [(one.value, one.times) for one in tally.counts]) == (2, [("2030", 1), ("2032", 1)])


def test_two_properties_and_one_body(corpus):
    assert counts(corpus, Counted.ACTS, Property.YEAR, Property.BODY) == [("2030", "unga", 2), ("2032", "unsc", 1)]
    assert counts(corpus, Counted.ACTS, Property.YEAR, body="SC") == [("2032", "", 1)]


def test_what_has_no_value_is_said(corpus):
    assert count_by(corpus, Counted.ACTS, [Property.ADDRESSEE]).without == 1


@pytest.mark.parametrize(
    ("counted", "by"),
    [
        (Counted.ACTS, []),
        (Counted.ACTS, [Property.YEAR] * 2),
        (Counted.ACTS, [Property.YEAR, Property.BODY, Property.VERB]),
        (Counted.DOCUMENTS, [Property.VERB]),
    ],
)
def test_what_cannot_be_counted_is_refused(corpus, counted, by):
    with pytest.raises(WrongCall):
        count_by(corpus, counted, by)


TALLY = Tally(
    Counted.ACTS,
    (Property.YEAR, Property.BODY),
    (Count("2030", 7, "A & <B>"), Count("2030", 3, "C"), Count("2033", 1, "C")),
    5,
)


def test_files_have_a_row_for_each_count():
    assert write_csv(TALLY).decode().splitlines()[:2] == ["year,body,acts", "2030,A & <B>,7"]
    rows = parquet.read_table(io.BytesIO(write_parquet(TALLY))).to_pylist()
    assert rows[1] == {"year": "2030", "body": "C", "acts": 3}


def words(svg):
    return [element.text for element in etree.fromstring(svg.encode()).iter("{http://www.w3.org/2000/svg}text")]


def test_columns_leave_room_for_years_in_which_nothing_came():
    said = words(render_chart_svg(TALLY, "What & <why>", "Source: ours"))

    assert said[:2] == ["What & <why>", "Acts by year and body, in 5 documents"]
    assert [one for one in said if one.startswith("20")] == ["2030", "2031", "2032", "2033"]
    assert {"A & <B>", "C"} <= set(said)
    assert said[-1] == "Source: ours"


def test_the_length_of_a_bar_is_its_count():
    tally = Tally(Counted.ACTS, (Property.VERB,), (Count("requests", 40), Count("urges", 10), Count("notes", 5)), 5)
    svg = etree.fromstring(render_chart_svg(tally, "Verbs", "Source: ours", most=2).encode())
    drawn = svg.iter("{http://www.w3.org/2000/svg}rect")
    bars = [float(one.get("width")) for one in drawn if one.get("fill") != "#ffffff"]

    assert bars[0] == pytest.approx(4 * bars[1], rel=0.01)
    assert len(bars) == 2
    assert words(etree.tostring(svg).decode())[-1] == "The first 2 of 3. Source: ours"


@pytest.mark.parametrize("values", [9, 30])
def test_of_many_second_values_the_rest_is_put_together(values):
    rows = tuple(Count("2030", 100 - number, f"body {number}") for number in range(values))
    said = words(render_chart_svg(Tally(Counted.ACTS, TALLY.by, rows, 5), "T", "S"))

    assert [one for one in said if one.startswith("body")] == [f"body {number}" for number in range(6)]
    assert "others" in said


def test_the_picture_is_made():
    assert render_chart_png(render_chart_svg(TALLY, "T", "S"))[:8] == b"\x89PNG\r\n\x1a\n"
