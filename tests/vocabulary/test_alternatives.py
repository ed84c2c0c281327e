"""Many words as one pattern."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operative.vocabulary.alternatives import any_of

WORDS = ["note", "notes", "noting", "not", "take note", "take note of", "l'avis", "a.b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("notes the gap", "notes"),
        ("noted", "note"),
        ("noting", "noting"),
        ("nothing", "not"),
        ("take \n note of it", "take \n note of"),
        ("take notes", "take note"),
        ("l’avis", "l’avis"),
        ("a.b", "a.b"),
        ("axb", None),
        ("", None),
    ],
)
def test_the_longest_word_that_fits_is_taken(text: str, expected: str | None) -> None:
    match = re.match(any_of(WORDS), text)

    assert (match and match.group()) == expected


def test_a_shorter_word_is_taken_where_the_longer_one_leads_nowhere() -> None:
    match = re.match(f"(?:{any_of(WORDS)})(?= of the)", "take note of the")

    assert match is not None
    assert match.group() == "take note"


def test_no_words_match_nothing_and_an_empty_word_matches_the_empty_text() -> None:
    assert re.match(any_of([]), "") is None
    assert re.fullmatch(any_of([""]), "") is not None
    assert re.fullmatch(f"{any_of(['', 'of'])} it", "of it") is not None
    assert re.fullmatch(f"{any_of(['', 'of'])} it", " it") is not None


@given(st.lists(st.text("ab .", min_size=1, max_size=5)), st.text("ab .", max_size=8))
def test_it_finds_what_the_words_find_one_by_one(words: list[str], text: str) -> None:
    one_by_one = [re.compile(re.sub(r"(?:\\ )+", r"\\s+", re.escape(word))) for word in words]
    ends = [match.end() for word in one_by_one if (match := word.match(text))]

    match = re.match(any_of(words), text)

    assert (match.end() if match else None) == max(ends, default=None)
