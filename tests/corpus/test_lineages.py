"""A provision through the sessions, and texts that come again."""

import pytest

from operative.corpus.corpora import Corpus
from operative.corpus.lineages import FORMULA, find_lineage
from operative.corpus.series import find_series, matter_of
from operative.domain.lineages import SeriesStep
from operative.domain.overlaps import Place
from operative.domain.redlines import Change
from operative.errors import WrongCall

from .rows import record

MEND = "Requests the Secretariat to mend the wells of the valley and to report to the Council at its {} session"
DIG = "Decides to dig more wells in the hills"
LATER = "Wells of the Valley (2021)"
LAST = "3/6. Wells of the valley"
NOTES = "Takes note of the report of the Secretariat"
THANKS = "Thanks the Government of the valley for its generous help"


@pytest.fixture
def corpus(tmp_path):
    made = Corpus.open_or_make(tmp_path / "memory")
    made.add(
        [
            record(1, [MEND.format("tenth"), NOTES, THANKS], adopted="2020-12-01", title="1/4. Wells of the valley"),
            record(3, [MEND.format("twelfth"), NOTES, DIG], adopted="2022-12-01", title=LAST),
            record(2, [NOTES, MEND.format("eleventh"), THANKS], adopted="2021-12-01", title=LATER),
            record(7, [MEND.format("tenth")], adopted="2020-12-02", title="Wells of the valley", body="hrc"),
            record(8, [THANKS], adopted="2019", title="Help of the Government"),
            *(record(20 + n, [NOTES], adopted="2021-05-05", title=f"Matter {'abcdefghijklmn'[n]}") for n in range(14)),
        ]
    )
    return made


def steps(lineage):
    return [(int(one.place.document), one.place.provision, one.change, bool(one.pieces)) for one in lineage.steps]


def test_a_provision_is_followed_through_the_sessions(corpus):
    found = find_lineage(corpus, Place(f"{2:016}", "op2"))

    assert steps(found) == [
        (1, "op1", Change.ADDED, False),
        (7, "op1", Change.SAME, False),
        (2, "op2", Change.CHANGED, True),
        (3, "op1", Change.CHANGED, True),
    ]
    assert [(piece.change, piece.words.strip()) for piece in found.steps[-1].pieces][1:3] == [
        (Change.REMOVED, "eleventh"),
        (Change.ADDED, "twelfth"),
    ]


def test_the_same_words_on_another_matter_are_followed_where_few_have_them(corpus):
    found = find_lineage(corpus, Place(f"{1:016}", "op3"))

    assert steps(found) == [
        (8, "op1", Change.ADDED, False),
        (1, "op3", Change.SAME, False),
        (2, "op3", Change.SAME, False),
    ]


def test_a_formula_stays_with_its_matter(corpus):
    found = find_lineage(corpus, Place(f"{3:016}", "op2"))

    assert [int(one.place.document) for one in found.steps] == [1, 2, 3]
    assert len(found.elsewhere) == 14 > FORMULA


def test_a_provision_that_is_not_there_is_refused(corpus):
    with pytest.raises(WrongCall, match="there are: op1, op2"):
        find_lineage(corpus, Place(f"{1:016}", "op9"))


def test_series_tell_how_texts_grow_and_change(corpus):
    (series,) = find_series(corpus)

    assert (series.body, series.every, series.title) == ("unga", 1, "3/6. Wells of the valley")
    assert series.steps == (
        SeriesStep(f"{1:016}", "2020-12-01", 3, 38, 0, 0, 3),
        SeriesStep(f"{2:016}", "2021-12-01", 3, 38, 2, 1, 0),
        SeriesStep(f"{3:016}", "2022-12-01", 3, 36, 1, 1, 1),
    )


def test_a_text_that_is_held_twice_is_no_series(tmp_path):
    corpus = Corpus.open_or_make(tmp_path / "memory")
    corpus.add(
        [
            record(1, [MEND], adopted="2020", title="Wells of the valley", symbol="A/RES/1"),
            record(2, [MEND], adopted="2021", title="Wells of the valley", symbol="A/RES/1"),
        ]
    )

    assert find_series(corpus) == ()


@pytest.mark.parametrize(
    ("title", "matter"),
    [
        ("78/1. Wells of the valley", "wells of the valley"),
        ("Wells of the valley, 21st report (II)", "wells of the valley report"),
        ("Wells 2020–2021", "wells"),
        ("", ""),
    ],
)
def test_numbers_do_not_tell_a_matter(title, matter):
    assert " ".join(matter_of(title)) == matter
