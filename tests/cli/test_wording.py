"""How values are said to a person."""

import pytest

from operative.cli.wording import clean, count, say_date, say_session, shorten


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2024-06-06", "6 June 2024"),
        ("2024-06", "June 2024"),
        ("2024", "2024"),
        ("2024-13-01", "2024-13-01"),
        ("next year", "next year"),
        ("", ""),
    ],
)
def test_say_date_is_no_more_precise_than_the_text(iso, expected):
    assert say_date(iso) == expected


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        ("1", "1st session"),
        ("22", "22nd session"),
        ("43", "43rd session"),
        ("112", "112th session"),
        ("2021", "session of 2021"),
        ("COP 21", "COP 21"),
    ],
)
def test_say_session(session, expected):
    assert say_session(session) == expected


@pytest.mark.parametrize(
    ("words", "lines", "expected"),
    [
        ("one two three", 2, "one two\nthree"),
        ("one two three four five", 2, "one two\nthree …"),
        ("well-known wells", 1, "…"),
        ("wells run dry", 1, "wells …"),
        ("", 2, ""),
    ],
)
def test_shorten_cuts_at_a_space(words, lines, expected):
    assert shorten(words, 8, lines) == expected


def test_clean_takes_out_what_steers_a_terminal():
    assert clean("a\x1b[2Jb\n\tc\x9b") == "a [2Jb c"


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [(0, "note", "0 notes"), (1, "note", "1 note"), (1200, "note", "1,200 notes"), (2, "annex", "2 annexes")],
)
def test_count(number, noun, expected):
    assert count(number, noun) == expected
