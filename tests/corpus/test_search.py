"""Search over a small corpus: words in their forms, phrases, fields, ranks, pages, highlights."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from operative.corpus.corpora import Corpus
from operative.corpus.indexing import refresh_index
from operative.corpus.queries import FIELDS
from operative.corpus.search import CorpusSearch
from operative.domain.holdings import HeldAct, HeldProvision, Holding, Intake, IntakeRecord
from operative.errors import WrongCall

from .adopted import corpus_of

LATER = date(2031, 6, 1)


def search_of_two(tmp_path):
    """The search over two texts of which the later one replaces the earlier one."""
    corpus = corpus_of(
        tmp_path / "memory",
        ("3001 (2030)", "6 March 2030", "Decides that all States shall register the wells of the valley"),
        ("3002 (2031)", "1 March 2031", "Decides that this text on the valley shall replace resolution 3001 (2030)"),
    )
    refresh_index(corpus)
    return CorpusSearch(corpus)


def record(number, texts, *, language="en", body="unga", year=2020, acts=()):
    key, name = f"{number:016}", f"{number}.txt"
    holding = Holding(key, name, language, "resolution", f"A/RES/70/{number}", body=body, adopted=f"{year}")
    return IntakeRecord(
        Intake(f"{number:064}", name, "text/plain", language),
        (holding,),
        tuple(HeldProvision(key, f"op{place}", "operative", text) for place, text in enumerate(texts, 1)),
        tuple(HeldAct(document=key, act="a", **values) for values in acts),
    )


ENGLISH = [
    "Requests the Secretary-General to report annually on the wells",
    "Welcomes the deep wells of the valley",
    "Decides that the well is deep",
    "Urges the members to mend the bridges",
    "Notes the naïve reports of the Board",
]
ACTS = [
    {"provision": "op1", "lead": "Requests", "force": "directive", "addressees": ("the Secretary-General",)}
    | {"timing_kinds": ("cadence",), "timing_values": ("P1Y",), "timings": ("annually",), "reporting_duty": True},
    {"provision": "op3", "lead": "Decides", "force": "decision"},
    {"provision": "op4", "lead": "Urges", "force": "exhortation", "conditions": ("provided that they pay",)},
]
RECORDS = [
    record(1, ENGLISH, acts=ACTS),
    record(2, ["Prie le Conseil de réparer le puits", "Se félicite de cette réparation"], language="fr", year=2018),
    record(3, ["要求秘书处提出报告", "Wells"], language="zh", body="unsc", year=2015),
    record(4, ["Решает рассмотреть доклады", "докладе"], language="ru", year=0),
]


@pytest.fixture(scope="module")
def search(tmp_path_factory):
    corpus = Corpus.open_or_make(tmp_path_factory.mktemp("corpus") / "memory")
    corpus.add(RECORDS)
    refresh_index(corpus)
    return CorpusSearch(corpus)


def places(page):
    return sorted(f"{int(hit.place.document)}.{hit.place.provision}" for hit in page.hits)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("well", ["1.op1", "1.op2", "1.op3"]),
        ("deep wells", ["1.op2", "1.op3"]),
        ('"deep wells"', ["1.op2"]),
        ("wells -deep", ["1.op1", "3.op2"]),
        ("bridges OR deep", ["1.op2", "1.op3", "1.op4"]),
        ("naive", ["1.op5"]),
        ("NAÏVE report", ["1.op5"]),
        ("brid*", ["1.op4"]),
        ("Secretary-General", ["1.op1"]),
        ("general-secretary", []),
        ("réparations", ["2.op1", "2.op2"]),
        ("felicite reparer", ["2.op2"]),
        ("доклад", ["4.op1", "4.op2"]),
        ("报告", ["3.op1"]),
        ("告报", []),
        ("body:unsc", ["3.op1", "3.op2"]),
        ("body:assembly wells", ["1.op1", "1.op2", "1.op3"]),
        ("year:2018", ["2.op1", "2.op2"]),
        ("year:<2018", ["3.op1", "3.op2"]),
        ("symbol:A/RES/70/3", ["3.op1", "3.op2"]),
        ("language:fr reparation", ["2.op1", "2.op2"]),
        ("A/RES/70/3", ["3.op1", "3.op2"]),
        ("70/3", ["3.op1", "3.op2"]),

        ("verb:decides", ["1.op3"]),
        ("force:exhortation", ["1.op4"]),
        ("addressee:secretary-general", ["1.op1"]),
        ("timing:cadence", ["1.op1"]),
        ("report:yes", ["1.op1"]),
        ("condition:yes", ["1.op4"]),
        ("-language:en -language:fr -language:zh", ["4.op1", "4.op2"]),
        ("the of", ["1.op2", "1.op5"]),
        ("nowhere", []),
        ("colour:red", []),
    ],
)
def test_what_is_asked_is_found(search, typed, expected):
    assert places(search.find(typed)) == expected


def test_words_that_nearly_all_have_tell_nothing_beside_others(search, tmp_path):
    corpus = Corpus.open_or_make(tmp_path / "memory")
    corpus.add([record(number, ["the wells", "the bridges", "wells again"]) for number in range(3)])
    refresh_index(corpus)
    search = CorpusSearch(corpus)

    assert search.find("the bridges").total == 3
    assert search.find("the again").total == 3
    assert search.find('"the bridges"').total == 3
    assert search.find("the").total == 6


def test_the_best_comes_first_and_shows_where(search):
    hit = search.find("wells").hits[0]

    assert (hit.text, [mark.of(hit.text) for mark in hit.marks]) == ("Wells", ["Wells"])
    assert (hit.called, hit.year, hit.kind) == ("A/RES/70/3", 2015, "operative")


@pytest.mark.parametrize(("typed", "marks"), [("naive", ["naïve"]), ("report", ["reports"]), ("board", ["Board"])])
def test_marks_count_characters(search, typed, marks):
    hit = next(hit for hit in search.find(typed).hits if hit.place.provision == "op5")

    assert [mark.of(hit.text) for mark in hit.marks] == marks


def test_pages_leave_nothing_out_and_never_overlap(search):
    whole = search.find("-nowhere", limit=50)
    pages = [search.find("-nowhere", limit=3, offset=offset) for offset in range(0, whole.total, 3)]

    assert [hit for page in pages for hit in page.hits] == list(whole.hits)
    assert {page.total for page in pages} == {whole.total} == {11}


def test_facets_count_all_hits(search):
    page = search.find("wells OR reparer", limit=1, facets=["language", "year", "force"])

    assert [(one.field, one.value, one.count) for one in page.facets] == [
        ("language", "en", 3),
        ("language", "fr", 2),
        ("language", "zh", 1),
        ("year", "2020", 3),
        ("year", "2018", 2),
        ("year", "2015", 1),
        ("force", "decision", 1),
        ("force", "directive", 1),
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("in_force:yes", ["3002 (2031)"]),
        ("in_force:no", ["3001 (2030)"]),
        ("in_force:replaced", ["3001 (2030)"]),
        ("in_force:expired", []),
        ("valley -in_force:replaced", ["3002 (2031)"]),
    ],
)
def test_what_is_in_force_is_found_as_of_a_day(tmp_path, typed, expected):
    search = search_of_two(tmp_path)
    numbers = {search.corpus.holdings[hit.place.document].number for hit in search.find(typed, as_of=LATER).hits}

    assert sorted(numbers) == expected
    assert search.find("valley in_force:yes", as_of=date(2031, 2, 1)).total == search.find("valley").total


def test_states_are_counted_as_of_a_day(tmp_path):
    search = search_of_two(tmp_path)
    counted = search.find("valley", facets=["in_force"], as_of=LATER).facets

    assert [(one.value, one.count) for one in counted] == [("in-force", 1), ("replaced", 1)]
    with pytest.raises(WrongCall, match="needs the day"):
        search.find("in_force:yes")


@pytest.mark.parametrize("call", [{"limit": 0}, {"offset": -1}, {"offset": 20_000}, {"facets": ["colour"]}])
def test_a_call_without_sense_is_refused(search, call):
    with pytest.raises(WrongCall):
        search.find("wells", **call)


def test_new_parts_are_added_and_a_broken_index_is_made_again(tmp_path):
    corpus = Corpus.open_or_make(tmp_path / "memory")
    corpus.add(RECORDS[:1])
    assert refresh_index(corpus) == 1
    corpus.add(RECORDS[1:2])
    assert (refresh_index(corpus), refresh_index(corpus)) == (1, 0)
    assert CorpusSearch(corpus).find("-nowhere").total == 7
    (corpus.derived("search") / "indexed.json").write_text("{")
    (corpus.derived("search") / "state").unlink()
    assert refresh_index(corpus) == 2
    assert CorpusSearch(corpus).find("-nowhere").total == 7


SIGNS = "\"()[]{}*~^?:-+\\/&|!<>=’“” "
PIECES = [*(f"{name}:" for name in FIELDS), *SIGNS, "OR", "NOT", "AND", "wells", "2020", "yes"]
"""What queries are made of, also those that other search languages would take for orders."""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_nothing_typed_breaks_the_search(search, typed):
    try:
        page = search.find(typed, as_of=date(2031, 5, 1))
    except WrongCall:
        return
    assert page.total >= len(page.hits)
