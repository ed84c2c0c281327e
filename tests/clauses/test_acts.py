"""Acts as a whole: their range, evidence, times, findings, and behaviour on any text."""

import gc
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from operative.clauses.acts import check_acts, find_acts
from operative.domain.acts import Act, Force

TWO = "3. Welcomes the charter, and requests the Registrar to submit a report to the Board by 1 May 2031, "
TWO += "within existing resources, provided that the hosts agree."


def every_quote(act: Act) -> list[tuple[str, int, int, str]]:
    quotes = (*act.addressees, *act.deliverables, *act.recipients, *act.channels, *act.conditions, *act.resources)
    found = [(quote.words, quote.span.start, quote.span.end, quote.rule) for quote in quotes]
    return found + [(t.quote, t.span.start, t.span.end, t.rule) for t in act.timings]


def test_every_value_shows_its_words_and_its_rule() -> None:
    acts = find_acts(TWO)

    assert [act.lead for act in acts] == ["Welcomes", "requests"]
    for act in acts:
        assert act.rule
        for words, start, end, rule in every_quote(act):
            assert TWO[start:end] == words
            assert rule
            assert act.span.start <= start
            assert end <= act.span.end


def test_acts_do_not_overlap_and_leave_out_the_joint() -> None:
    first, second = find_acts(TWO)

    assert first.span.of(TWO) == "Welcomes the charter"
    assert second.span.of(TWO).startswith("requests the Registrar")
    assert second.span.of(TWO).endswith("provided that the hosts agree")


def test_times_belong_to_the_act_in_whose_range_they_stand() -> None:
    text = "Decides to extend the term until 1 May 2031, and requests the Board to meet at its ninth session;"
    decides, requests = find_acts(text)

    assert [timing.value for timing in decides.timings] == ["2031-05-01"]
    assert [timing.value for timing in requests.timings] == ["session:9"]


def test_a_view_has_no_times_but_an_intention_has() -> None:
    assert find_acts("Welcomes the meeting held on 1 May 2031;")[0].timings == ()
    assert [t.value for t in find_acts("Expresses its intention to review the term by 1 May 2031;")[0].timings] == [
        "2031-05-01"
    ]


@pytest.mark.parametrize(
    ("items", "force"),
    [
        (
            "(a) To call upon the towns to meet; (b) To extend the lease; (c) To request the Chair to vote",
            Force.DECISION,
        ),
        ("(a) To request the Chair to vote; (b) To ask the Panel to meet", Force.DIRECTIVE),
    ],
)
def test_items_that_decide_something_themselves_make_a_decision(items: str, force: Force) -> None:
    assert [act.force for act in find_acts(f"Decides: {items};")] == [force]


def test_how_often_his_own_report_comes_is_no_time_of_the_act() -> None:
    assert find_acts("Requests the Board to include tides in its annual report;")[0].timings == ()
    assert [t.value for t in find_acts("Requests the Board to submit an annual report;")[0].timings] == ["P1Y"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("4. Greenlights the new quay;", ["verb-unknown"]),
        ("4. Also greenlights the new quay, and requests the Board to build it;", ["verb-unknown"]),
        ("4. Approves the new quay;", []),
        ("4. The Board shall build the quay.", []),
        ("The rules below are not exhaustive.", ["act-none"]),
        ("", []),
    ],
)
def test_an_unknown_verb_is_a_finding(text: str, codes: list[str]) -> None:
    assert [finding.code for finding in check_acts(text)] == codes


def test_white_space_changes_nothing() -> None:
    plain = re.sub(r"\s+", " ", TWO)
    spread = TWO.replace(" ", " \n ")

    def said(text: str) -> list[tuple[str, Force, list[str], bool]]:
        return [
            (act.lead, act.force, [re.sub(r"\s+", " ", words) for words, *_ in every_quote(act)], act.reporting_duty)
            for act in find_acts(text)
        ]

    assert said(spread) == said(plain)


@pytest.fixture
def own_garbage() -> Iterator[None]:
    """The collector looks through what the test makes, and not through what thousands of tests before it left."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize(
    "unit",
    [
        "Requests the Board to submit a report to the Council, and ",
        "to ",
        "and the Board to ",
        "( ",
        "also ",
        "which notes and ",
        "“",
        "by 1 May 2031 ",
        ", ",
        "of the ",
        "\n(a) To report to the Council; ",
        "report to the Council and submit a study, ",
        "unless the Board ",
    ],
)
@pytest.mark.usefixtures("own_garbage")
def test_a_long_paragraph_takes_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        text = "1. Requests the Board " + unit * (length // len(unit))
        start = time.process_time()
        find_acts(text)
        return time.process_time() - start

    find_acts("Requests the Board to meet")
    short, long = min(seconds(20_000) for _ in range(3)), seconds(160_000)

    assert long < 30 * max(short, 0.005)


# Floors against the readers' annotation: act, addressees and so on, as F1.
FLOORS = {
    "act": 0.97,
    "addressees": 0.95,
    "recipients": 0.90,
    "timings": 0.92,
    "deliverables": 0.82,
    "conditions": 0.70,
}


@pytest.mark.field
@pytest.mark.parametrize("field", FLOORS)
def test_reads_as_readers_do(field: str, field_data: Path) -> None:
    gold = json.loads((field_data.parent / "score" / "acts_dev.json").read_text("utf-8"))
    expected = found = hits = 0
    for row in gold:
        acts = find_acts(row["text"], adopted=row["adopted"])
        mine = _quotes(field, [_fields(act) for act in acts])
        theirs = _quotes(field, row["acts"])
        expected, found = expected + len(theirs), found + len(mine)
        for quote in theirs:
            match = next((other for other in mine if _alike(quote, other)), None)
            if match is not None:
                mine.remove(match)
                hits += 1

    assert 2 * hits / (expected + found) >= FLOORS[field]


def _fields(act: Act) -> dict[str, object]:
    lists = {name: [quote.words for quote in getattr(act, name)] for name in FLOORS if name not in ("act", "timings")}
    return {"lead": act.lead, "timings": [{"quote": t.quote} for t in act.timings], **lists}


def _quotes(field: str, acts: list[dict[str, object]]) -> list[str]:
    if field == "act":
        return [str(act["lead"]) for act in acts]
    quotes = [quote for act in acts for quote in list(act[field])]  # type: ignore[call-overload]
    return [quote["quote"] if isinstance(quote, dict) else quote for quote in quotes]


def _alike(one: str, other: str) -> bool:
    first, second = (set(re.findall(r"\w+", words.lower())) for words in (one, other))
    return len(first & second) >= len(first | second) / 2
