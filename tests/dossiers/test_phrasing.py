"""Sentences are English text, and remember what they were made of."""

from datetime import date
from decimal import Decimal

import pytest

from operative.domain.days import PartialDate
from operative.dossiers.phrasing import joined, listed, say, say_count, say_while

SAID = [
    (say("{label}, by {day}", label="report", day=PartialDate("2016-05")), "report, by May 2016"),
    (say("by {day}", day=date(2016, 5, 2)), "by 2 May 2016"),
    (say("{amount} USD", amount=Decimal("4702.10")), "4,702.1 USD"),
    (say_count("{number} goal", "{number} goals", 1), "1 goal"),
    (say_count("{number} goal", "{number} goals", 0), "0 goals"),
    (joined(["a", say("no {b}", b="b")], "; "), "a; no b"),
    (joined([]), ""),
    (listed([]), ""),
    (listed(["a"]), "a"),
    (listed(["a", "b", "c"]), "a, b and c"),
    (listed(["a", "b", "c", "d"]), "a, b and 2 more"),
    (say("{words}", words="{braces} stay"), "{braces} stay"),
]


@pytest.mark.parametrize(("phrase", "english"), SAID)
def test_a_phrase_is_its_english_words(phrase, english):
    assert phrase == english


WHILE = [
    (0, "0 days"), (1, "1 day"), (91, "91 days"), (92, "3 months"), (365, "11 months"), (700, "22 months"),
    (716, "2 years"), (730, "2 years"), (1000, "2 years"), (4017, "11 years"), (4382, "12 years"),
]  # fmt: skip


@pytest.mark.parametrize(("days", "words"), WHILE)
def test_durations_as_people_say_them(days, words):
    assert say_while(days) == words


def test_a_phrase_keeps_its_values_and_the_forms_of_its_number():
    phrase = say_count("{number} day after {day}", "{number} days after {day}", 2, day=PartialDate("2016"))

    assert (phrase.pattern, phrase.several, phrase.number) == (
        "{number} day after {day}",
        "{number} days after {day}",
        2,
    )
    assert phrase.values == {"number": 2, "day": PartialDate("2016")}
