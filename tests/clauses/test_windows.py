"""Due windows: earliest and latest day, precision and rule."""

from datetime import date

import pytest

from operative.clauses.timings import find_timings
from operative.clauses.windows import derive_series, derive_window
from operative.domain.windows import Precision, SessionCalendar, Sitting, Window
from operative.vocabulary.loader import load
from operative.vocabulary.sessions import calendar_of

ADOPTED = date(2030, 12, 15)
COUNCIL = SessionCalendar(
    "IOM",
    (
        Sitting(121, date(2031, 11, 25), date(2031, 11, 28), date(2031, 11, 25)),
        Sitting(122, date(2032, 11, 23), date(2032, 11, 26), date(2032, 11, 23)),
    ),
)

WINDOWS = [
    ("to report by 3 May 2031", (2030, 12, 15), (2031, 5, 3), "day", "by a date"),
    ("to report by June 2031", (2030, 12, 15), (2031, 6, 30), "month", "by a date"),
    ("to report by 2032", (2030, 12, 15), (2032, 12, 31), "year", "by a date"),
    ("to report before 3 May 2031", (2030, 12, 15), (2031, 5, 2), "day", "before a date"),
    ("to convene the forum in May 2031", (2031, 5, 1), (2031, 5, 31), "month", "on a date"),
    ("to pay the fee with effect from 1 July 2031", (2031, 7, 1), None, "day", "from a date"),
    ("to report by 3 May", (2030, 12, 15), (2031, 5, 3), "day", "by a date"),
    ("to report at its ninety-first session", (2036, 9, 1), (2037, 9, 30), "session", "at a session"),
    ("to report no later than at its ninety-first session", (2030, 12, 15), (2037, 9, 30), "session", "by a session"),
    ("to report before its ninety-first session", (2030, 12, 15), (2036, 9, 30), "session", "before a session"),
    ("to report at its next session", (2031, 9, 1), (2032, 9, 30), "session", "at a session"),
    ("to report at its 2031 session", (2030, 12, 15), (2031, 12, 31), "year", "in the session of a year"),
    ("to report within ninety days", (2030, 12, 15), (2031, 3, 15), "day", "a length after a day"),
    (
        "within three months of the adoption of the present resolution",
        (2030, 12, 15),
        (2031, 3, 15),
        "day",
        "a length after a day",
    ),
    ("a report 30 days before 1 June 2031", (2030, 12, 15), (2031, 5, 2), "day", "a length before a day"),
    ("for a further period of eighteen months", (2030, 12, 15), (2032, 6, 15), "day", "a period from adoption"),
    ("for the period from 1 July 2031 to 30 June 2032", (2031, 7, 1), (2032, 6, 30), "day", "from day to day"),
    ("to report every six months", (2030, 12, 15), (2031, 6, 15), "day", "the first of a series"),
]

UNDATED = [
    "to report as soon as possible",
    "to advise on a continuous basis",
    "to act at a future session",
    "to report regularly",
    "to hold a two-day seminar",
    "to report within thirty days of the arrival of the team",
    "to report before the end of the mandate",
]


def window_of(text: str, calendar: SessionCalendar | None = None) -> Window:
    timing = find_timings(text)[0]
    return derive_window(timing, ADOPTED, calendar or calendar_of("GA"))


@pytest.mark.parametrize(("text", "earliest", "latest", "precision", "rule"), WINDOWS, ids=[row[0] for row in WINDOWS])
def test_windows(
    text: str, earliest: tuple[int, int, int], latest: tuple[int, int, int] | None, precision: str, rule: str
) -> None:
    window = window_of(text)

    assert window == Window(date(*earliest), date(*latest) if latest else None, Precision(precision), rule, ADOPTED)


@pytest.mark.parametrize("text", UNDATED)
def test_what_is_undated_is_never_overdue_only_unanswered(text: str) -> None:
    window = window_of(text)

    assert window.latest is None
    assert not window.is_overdue(date(2099, 1, 1))
    assert window.days_unanswered(date(2031, 12, 15)) == 365
    assert window.days_unanswered(date(2030, 1, 1)) == 0


def test_a_day_is_overdue_the_day_after() -> None:
    window = window_of("to report by June 2031")

    assert not window.is_overdue(date(2031, 6, 30))
    assert window.is_overdue(date(2031, 7, 1))
    assert window.is_open(date(2031, 6, 30))
    assert not window.is_open(date(2030, 12, 14))
    assert window.days_unanswered(date(2032, 1, 1)) == 0


def test_sessions_that_a_dossier_knows_are_known_to_the_day() -> None:
    at = window_of("to report at its 122nd session", COUNCIL)

    assert (at.earliest, at.latest) == (date(2032, 11, 23), date(2032, 11, 26))
    assert window_of("to report at its next session", COUNCIL).earliest == date(2031, 11, 25)
    assert window_of("to report at its 123rd session", COUNCIL).precision is Precision.UNDATED


def test_a_cadence_that_begins_with_a_session_goes_by_sessions() -> None:
    timings = find_timings("to report every two years, beginning with its eighty-second session")
    series = derive_series(timings, date(2026, 12, 15), calendar_of("GA"), date(2032, 1, 1))

    assert [window.earliest for window in series] == [date(2027, 9, 1), date(2029, 9, 1), date(2031, 9, 1)]


@pytest.mark.parametrize(
    ("text", "until", "days"),
    [
        (
            "to report every six months",
            date(2032, 12, 31),
            [date(2031, 6, 15), date(2031, 12, 15), date(2032, 6, 15), date(2032, 12, 15)],
        ),
        (
            "to report every year, starting in May 2031",
            date(2033, 12, 31),
            [date(2031, 5, 1), date(2032, 5, 1), date(2033, 5, 1)],
        ),
        ("to convene meetings in 2031, 2032 and 2033", date(2032, 6, 1), [date(2031, 12, 31), date(2032, 12, 31)]),
        ("to report as soon as possible", date(2040, 1, 1), []),
        ("to report regularly", date(2040, 1, 1), []),
    ],
)
def test_series(text: str, until: date, days: list[date]) -> None:
    series = derive_series(find_timings(text), ADOPTED, calendar_of("GA"), until)

    assert [window.latest for window in series] == days


def test_the_month_end_stays_in_its_month() -> None:
    timing = find_timings("to report within one month")[0]

    assert derive_window(timing, date(2031, 1, 31), calendar_of("GA")).latest == date(2031, 2, 28)


@pytest.mark.parametrize("row", load("sessions")["body"], ids=lambda row: row["key"])
def test_every_rule_of_sessions_reads_as_its_example_says(row: dict[str, int | str]) -> None:
    sitting = calendar_of(str(row["key"])).sitting(int(row["example"]))

    assert sitting is not None
    assert sitting.opens.isoformat() == row["opens"]
