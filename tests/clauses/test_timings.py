"""Time expressions: what is found, with which value, and what is left out."""

import pytest

from operative.clauses.timings import find_timings
from operative.vocabulary.loader import LANGUAGES, load

ENTRIES = [(language, entry) for language in LANGUAGES for entry in load("timings", language)["idiom"]]

ENGLISH = [
    ("to act on harbours that are worsening every day", []),
    ("to sound the horn every day", [("cadence", "P1D", "every day")]),
    (
        "to report to the Sixty-first, Sixty-third and Sixty-fifth Trade Assemblies",
        [("session", "session:61,63,65", "to the Sixty-first, Sixty-third and Sixty-fifth Trade Assemblies")],
    ),
    (
        "to report to the Seventieth Trade Assembly in 2031, and the Seventy-third Trade Assembly on tides",
        [
            (
                "session",
                "session:70,73",
                "to the Seventieth Trade Assembly in 2031, and the Seventy-third Trade Assembly",
            )
        ],
    ),
    ("to report to the Seventieth Trade Assembly", [("session", "session:70", "to the Seventieth Trade Assembly")]),
    ("to extend the mandate of the Board, which expires on 3 May 2031", []),
    ("to ensure that the lease expires on 3 May 2031", [("date", "2031-05-03", "expires on 3 May 2031")]),
    (
        "the Board, noting its rules, decided to postpone to its ninetieth session the vote on the lock",
        [("session", "session:90", "to its ninetieth session")],
    ),
    ("to report no later than 3 May 2031", [("date", "2031-05-03", "no later than 3 May 2031")]),
    ("to report on or before 3 May 2031", [("date", "2031-05-03", "on or before 3 May 2031")]),
    ("to keep the ferry to the end of 2031", [("date", "2031", "to the end of 2031")]),
    (
        "to extend the mandate until the conclusion of the 2031 session",
        [("session", "session:2031", "until the conclusion of the 2031 session")],
    ),
    ("to submit by the end of 2031 a plan", [("date", "2031", "by the end of 2031")]),
    ("to submit by June 2031 a plan", [("date", "2031-06", "by June 2031")]),
    ("to extend the mandate until 15 May 2031", [("date", "2031-05-15", "until 15 May 2031")]),
    (
        "to meet on Wednesday, 4 May, and Thursday, 5 May 2031",
        [("date", "2031-05-04,2031-05-05", "on Wednesday, 4 May, and Thursday, 5 May 2031")],
    ),
    (
        "to convene meetings in 2031, 2032 and 2033",
        [("date", "2031,2032,2033", "in 2031, 2032 and 2033")],
    ),
    (
        "Expresses its intention to review the list by 3 May 2031, and requests a report before this date",
        [("date", "2031-05-03", "by 3 May 2031"), ("date", "2031-05-03", "before this date")],
    ),
    ("to report at its ninety-first session", [("session", "session:91", "at its ninety-first session")]),
    (
        "to report no later than at its ninety-first session",
        [("session", "session:91", "no later than at its ninety-first session")],
    ),
    (
        "to report at its ninety-first and ninety-third sessions",
        [("session", "session:91,93", "at its ninety-first and ninety-third sessions")],
    ),
    (
        "Decides to include in the provisional agenda of its ninety-first session the item on wells",
        [("session", "session:91", "its ninety-first session")],
    ),
    ("to report at its next session", [("session", "session:next", "at its next session")]),
    ("to report within thirty (30) days", [("within", "P30D", "within thirty (30) days")]),
    (
        "to report no later than 45 days from the adoption of the present resolution on the wells",
        [("within", "P45D after:adoption", "no later than 45 days from the adoption of the present resolution")],
    ),
    (
        "a report 30 days before 1 June 2031",
        [("within", "P30D before:2031-06-01", "30 days before 1 June 2031")],
    ),
    ("for a further period of one year", [("period", "P1Y", "for a further period of one year")]),
    ("for a period of no longer than two years", [("period", "P2Y", "for a period of no longer than two years")]),
    ("to hold a two-day seminar", [("period", "P2D", "two-day")]),
    (
        "during the week of 3 to 7 May 2031",
        [("period", "2031-05-03/2031-05-07", "during the week of 3 to 7 May 2031")],
    ),
    ("to report every 90 days", [("cadence", "P90D", "every 90 days")]),
    ("to submit an annual report", [("cadence", "P1Y", "annual")]),
    ("to regularly update the list", [("cadence", "regular", "regularly")]),
    ("to keep the Board fully informed", [("continuous", "continuous", "keep the Board fully informed")]),
    ("to advise on a continuous basis", [("continuous", "continuous", "on a continuous basis")]),
    (
        "Decides to remain actively seized of the matter",
        [("continuous", "continuous", "remain actively seized of the matter")],
    ),
    ("to repair the line without delay", [("open", "open", "without delay")]),
    ("which it could take up at one of its future sessions", [("open", "open", "at one of its future sessions")]),
    ("to share the papers in a timely manner", [("open", "open", "in a timely manner")]),
    (
        "to propose a fee, following consultations with the members, and to publish it",
        [("event", "following consultations with the members", "following consultations with the members")],
    ),
    (
        "to report every two years, beginning with its ninety-second session",
        [
            ("cadence", "P2Y", "every two years"),
            ("session", "session:92", "beginning with its ninety-second session"),
        ],
    ),
    ("to extend up to three months the lease", [("period", "P3M", "up to three months")]),
    ("to pay on 1 January of each year", [("cadence", "P1Y", "on 1 January of each year")]),
    ("to include it in the agenda of its 2031 session", [("session", "session:2031", "its 2031 session")]),
    ("to report within two weeks and to meet again", [("within", "P2W", "within two weeks")]),
    (
        "to send the views received with an annex, to the Board at its ninth session",
        [("session", "session:9", "at its ninth session")],
    ),
    ("to take the list up at their next sessions", [("session", "session:next", "at their next sessions")]),
    ("to pay for each of 2031 and 2032 the fees", [("period", "2031/2032", "for each of 2031 and 2032")]),
    (
        "to tell the ports prior to 1 January of each year",
        [("cadence", "P1Y", "prior to 1 January of each year")],
    ),
    (
        "to send the map, when requested by the Board",
        [("event", "when requested by the Board", "when requested by the Board")],
    ),
    ("to treat it in its annual programme of work", [("cadence", "P1Y", "annual")]),
    ("to report, at least periodically, on tides", [("cadence", "regular", "at least periodically")]),
    (
        "to meet at its ninth session, in 2031, and its tenth session",
        [
            ("session", "session:9", "at its ninth session"),
            ("date", "2031", "in 2031"),
            ("session", "session:10", "its tenth session"),
        ],
    ),
    (
        "to settle it as soon as possible during its ninth session",
        [("open", "open", "as soon as possible"), ("session", "session:9", "during its ninth session")],
    ),
]

NOTHING = [
    "Recalling its resolution 91/7 of 3 May 2031",
    "the report of the Board on its ninety-first session",
    "the plan adopted by the Conference at its ninety-first session",
    "the plan adopted in May 2031",
    "the seminar held in the capital from 3 to 7 May 2031",
    "the joint annual report of the two offices",
    "the document entitled “Clean wells by 2031”",
    "the Declaration on Wells: Building Clean Wells for All by 2031, and its follow-up",
    "to take into account the 2031 Agenda",
    "the universal periodic review",
    "children under five years of age",
    "the regular budget",
    "the statement of 3 May 2031 by the Chair",
    "to implement the plan as appropriate",
    "to pay their annual assessed dues",
    "to report in accordance with its annual programme of work",
    "to carry out the Strategy for the period 2031–2035",
    "Accepts the audited statements for the period 1 January 2031–31 December 2031",
    "",
]


def found(text: str, language: str = "en", **options: str) -> list[tuple[str, str, str]]:
    return [(timing.kind.value, timing.value, timing.quote) for timing in find_timings(text, language, **options)]


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_timings_of_english(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_timing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "de lui faire rapport à sa quatre-vingt-onzième session", "session:91"),
        ("fr", "de proroger jusqu’au 1er juillet 2031 le mandat", "2031-07-01"),
        ("fr", "pour une période d’un an", "P1Y"),
        ("fr", "de réparer l’écluse dans les délais prescrits", "open"),
        ("fr", "de réparer de manière urgente l’écluse", "open"),
        ("fr", "de donner en toute priorité accès au port", "open"),
        ("fr", "à la première partie de la reprise de sa quatre-vingt-onzième session", "session:91"),
        ("fr", "inscrire à l’ordre du jour provisoire de sa session de 2031", "session:2031"),
        ("es", "incluir en el programa provisional de su período de sesiones de 2031", "session:2031"),
        ("es", "que le presente un informe en su 91º período de sesiones", "session:91"),
        ("es", "en sus períodos de sesiones 91º y 93º", "session:91,93"),
        ("es", "hasta el 1 de julio de 2031", "2031-07-01"),
        ("ru", "представить доклад на ее девяносто первой сессии", "session:91"),
        ("ru", "продлить до 15 ноября 2031 года", "2031-11-15"),
        ("ar", "أن يقدم إليها في دورتها الحادية والتسعين تقريرا", "session:91"),
        ("ar", "تمديد الولاية حتى 15 تشرين الثاني/نوفمبر 2031", "2031-11-15"),
        ("zh", "向大会第九十一届会议提交报告", "session:91"),
        ("zh", "延长至2031年11月15日", "2031-11-15"),
    ],
)
def test_timings_of_other_languages(language: str, text: str, value: str) -> None:
    assert [timing.value for timing in find_timings(text, language)] == [value]


@pytest.mark.parametrize(("language", "entry"), ENTRIES, ids=[f"{la} {e['forms'][0]}" for la, e in ENTRIES])
def test_every_idiom_reads_as_its_example_says(language: str, entry: dict[str, str]) -> None:
    assert (entry["kind"], entry["reads"]) in [(kind, value) for kind, value, _ in found(entry["example"], language)]


def test_a_day_gone_by_at_adoption_is_no_timing() -> None:
    text = "to restore the state that was there before 3 May 2031"

    assert found(text) == [("date", "2031-05-03", "before 3 May 2031")]
    assert found(text, adopted="2033-01-01") == []


def test_a_year_that_lies_ahead_of_adoption_needs_no_word_for_it() -> None:
    text = "to deepen, in the period 2031–2035, the work on wells"

    assert found(text) == []
    assert found(text, adopted="2030-05-03") == [("period", "2031/2035", "in the period 2031–2035")]
    assert found("the programme of work from July 2031 to July 2032", adopted="2030-05-03") == []


def test_spans_count_the_whole_text_and_only_the_range_is_searched() -> None:
    text = "Requests a plan by 3 May 2031, and a report by 4 June 2032"
    timings = find_timings(text, start=30)

    assert [timing.span.of(text) for timing in timings] == ["by 4 June 2032"]


def test_white_space_of_any_sort_changes_nothing() -> None:
    for text, _ in ENGLISH:
        for space in ("\n", "\u00a0", "  "):
            values = [timing.value for timing in find_timings(text.replace(" ", space)) if timing.kind != "event"]

            assert values == [timing.value for timing in find_timings(text) if timing.kind != "event"]
