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
        ("COP 21", "COP 21"),
    ],
)
def test_say_session(session, expected):
    assert say_session(session) == expected


@pytest.mark.parametrize(
    ("words", "room", "expected"),
    [("one two three", 20, "one two three"), ("one two three", 10, "one two …"), ("one, two", 6, "one …"), ("", 5, "")],
)
def test_shorten_cuts_at_a_space(words, room, expected):
    assert shorten(words, room) == expected


def test_clean_takes_out_what_steers_a_terminal():
    assert clean("a\x1b[2Jb\n\tc\x9b") == "a [2Jb c"


@pytest.mark.parametrize(("number", "expected"), [(0, "0 notes"), (1, "1 note"), (1200, "1,200 notes")])
def test_count(number, expected):
    assert count(number, "note") == expected
