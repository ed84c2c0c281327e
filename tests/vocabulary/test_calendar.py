"""Months, ordinals, dates and sessions of six languages."""

import pytest

from operative.domain.spans import Span
from operative.vocabulary.calendar import find_dates, find_session, read_month
from operative.vocabulary.loader import LANGUAGES, load
from operative.vocabulary.numerals import read_cardinal, read_ordinal

ORDINALS = [
    ("first", "en", 1),
    ("seventy-eighth", "en", 78),
    ("Seventy-\neighth", "en", 78),
    ("one hundred and sixth", "en", 106),
    ("hundred and fiftieth", "en", 150),
    ("two hundredth", "en", 200),
    ("78th", "en", 78),
    ("seventy", "en", None),
    ("third first", "en", None),
    ("soixante-dix-huitième", "fr", 78),
    ("SOIXANTE-DIX-HUITIEME", "fr", 78),
    ("quatre-vingtième", "fr", 80),
    ("quatre-vingt-unième", "fr", 81),
    ("quatre-vingt-dix-neuvième", "fr", 99),
    ("soixante et onzième", "fr", 71),
    ("cent sixième", "fr", 106),
    ("106e", "fr", 106),
    ("1re", "fr", 1),
    ("septuagésimo octavo", "es", 78),
    ("septuagésima octava", "es", 78),
    ("decimotercer", "es", 13),
    ("centésimo sexto", "es", 106),
    ("106.º", "es", 106),
    ("семьдесят восьмая", "ru", 78),
    ("семьдесят восьмой", "ru", 78),
    ("восьмидесятую", "ru", 80),
    ("сто шестая", "ru", 106),
    ("третьей", "ru", 3),
    ("78-й", "ru", 78),
    ("الثامنة والسبعون", "ar", 78),
    ("الثانية والثمانين", "ar", 82),
    ("الثالثة عشرة", "ar", 13),
    ("السادسة بعد المائة", "ar", 106),
    ("第七十八", "zh", 78),
    ("第一百零六", "zh", 106),
    ("第78", "zh", 78),
]

CARDINALS = [
    ("thirty", "en", 30),
    ("ninety (90)", "en", 90),
    ("90", "en", 90),
    ("one hundred and twenty", "en", 120),
    ("quatre-vingt-dix", "fr", 90),
    ("noventa", "es", 90),
    ("шести", "ru", 6),
    ("ثلاثون", "ar", 30),
    ("三十", "zh", 30),
    ("many", "en", None),
]

DATES = [
    ("held from 3 to 7 June 2024 and on May 12, 2025", "en", ["2024-06-07", "2025-05-12"]),
    ("by June 2026, in 2027", "en", ["2026-06"]),
    ("of 6\nDecember\u00a02006", "en", ["2006-12-06"]),
    ("no later than 31 June 2026", "en", ["2026-06"]),
    ("paragraph 2 (a) of 2024", "en", []),
    ("dated 2031-02-28", "en", ["2031-02-28"]),
    ("le 1er août 2031", "fr", ["2031-08-01"]),
    ("el 1º de enero de 2031", "es", ["2031-01-01"]),
    ("к 15 марта 2031 года и в июне 2032 года", "ru", ["2031-03-15", "2032-06"]),
    ("المؤرخ 6 كانون الأول/ديسمبر 2031", "ar", ["2031-12-06"]),
    ("二〇三一年十二月六日", "zh", ["2031-12-06"]),
    ("2031年12月6日第91/17号", "zh", ["2031-12-06"]),
]

SESSIONS = [
    ("at its 106th Session", "en", 106),
    ("Tenth emergency special session", "en", 10),
    ("NINETY-FIRST WORLD HEALTH ASSEMBLY", "en", 91),
    ("Soixante-dix-huitième session", "fr", 78),
    ("Septuagésimo octavo período de sesiones", "es", 78),
    ("Семьдесят восьмая сессия", "ru", 78),
    ("الدورة الثامنة والسبعون", "ar", 78),
    ("第七十八届会议", "zh", 78),
    ("42nd plenary meeting", "en", None),
]


@pytest.mark.parametrize(("words", "language", "number"), ORDINALS)
def test_ordinals(words: str, language: str, number: int | None) -> None:
    assert read_ordinal(words, language) == number


@pytest.mark.parametrize(("words", "language", "number"), CARDINALS)
def test_cardinals(words: str, language: str, number: int | None) -> None:
    assert read_cardinal(words, language) == number


@pytest.mark.parametrize(("text", "language", "values"), DATES)
def test_dates(text: str, language: str, values: list[str]) -> None:
    assert [value for _, value in find_dates(text, language)] == values


@pytest.mark.parametrize(("text", "language", "number"), SESSIONS)
def test_sessions(text: str, language: str, number: int | None) -> None:
    found = find_session(text, language)

    assert (found and found[0]) == number


def test_a_date_stands_where_its_span_says() -> None:
    text = "Decides to meet on 3 May 2031 in the capital"
    span, _ = next(iter(find_dates(text, "en")))

    assert span == Span(19, 29)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_reads_as_its_example_says(language: str) -> None:
    table = load("calendar", language)

    for entry in table["dates"]:
        assert [value for _, value in find_dates(entry["example"], language)] == [entry["reads"]]
    for entry in table["sessions"]:
        assert find_session(entry["example"], language) == (entry["reads"], Span(0, len(entry["example"])))
    for name, number in table["months"].items():
        assert read_month(name, language) == number
