"""What became of elements and additions from draft to draft."""

from itertools import product

import pytest

from operative.comparison.shifts import RANKS, find_shifts
from operative.domain.acts import Quote
from operative.domain.spans import Span
from operative.domain.verdicts import Suggestion, Turn, Verdict


def a_suggestion(verdict: str, element: str = "e1", words: str = "") -> Suggestion:
    quote = Quote(words, Span(0, len(words))) if words else None
    return Suggestion(element, words or element, "op1.a", Verdict(verdict), "because", "test@1", quote=quote)


@pytest.mark.parametrize(
    ("old", "new", "turn"),
    [
        ("explicit", "explicit", "unchanged"),
        ("explicit", "equivalent", "weaker"),
        ("implicit", "explicit", "stronger"),
        ("implicit", "by reference", "weaker"),
        ("narrowed", "by reference", "stronger"),
        ("narrowed", "silent", "vanished"),
        ("silent", "narrowed", "appeared"),
        ("silent", "contradicted", "weaker"),
        ("contradicted", "silent", "stronger"),
        ("contradicted", "explicit", "stronger"),
        ("by reference", "contradicted", "weaker"),
        ("silent", "silent", "unchanged"),
    ],
)
def test_the_turn_of_an_element(old, new, turn):
    (shift,) = find_shifts([a_suggestion(old)], [a_suggestion(new)])

    assert (shift.turn, shift.label, shift.old.verdict, shift.new.verdict) == (turn, "e1", old, new)


def test_every_verdict_on_an_element_has_a_rank():
    assert set(RANKS) == set(Verdict) - {Verdict.ADDED}
    assert sorted(RANKS.values()) == list(range(len(RANKS)))


def test_a_turn_back_is_the_opposite():
    opposite = {
        Turn.STRONGER: Turn.WEAKER,
        Turn.WEAKER: Turn.STRONGER,
        Turn.APPEARED: Turn.VANISHED,
        Turn.VANISHED: Turn.APPEARED,
        Turn.UNCHANGED: Turn.UNCHANGED,
    }
    for one, other in product(RANKS, RANKS):
        (forth,) = find_shifts([a_suggestion(one)], [a_suggestion(other)])
        (back,) = find_shifts([a_suggestion(other)], [a_suggestion(one)])

        assert back.turn is opposite[forth.turn]


def test_an_element_that_one_list_does_not_have_is_silent_there():
    shifts = find_shifts([a_suggestion("explicit", "e1")], [a_suggestion("explicit", "e2")])

    assert [(shift.label, shift.turn, shift.old is None, shift.new is None) for shift in shifts] == [
        ("e2", Turn.APPEARED, True, False),
        ("e1", Turn.VANISHED, False, True),
    ]


DUTY = "The Keeper shall pay for the pumps of the valley"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([DUTY], [DUTY], ["unchanged"]),
        ([DUTY], [f"{DUTY} each year."], ["unchanged"]),
        ([DUTY], ["The Assembly may close a well."], ["appeared", "vanished"]),
        ([], [DUTY], ["appeared"]),
        ([DUTY], [], ["vanished"]),
        ([DUTY, DUTY], [DUTY], ["unchanged", "vanished"]),
    ],
)
def test_additions_are_found_again_by_their_words(old, new, expected):
    before = [a_suggestion("added", "", words) for words in old]
    after = [a_suggestion("added", "", words) for words in new]

    assert [shift.turn for shift in find_shifts(before, after)] == expected


def test_elements_come_before_additions():
    shifts = find_shifts([], [a_suggestion("added", "", DUTY), a_suggestion("silent", "e1")])

    assert [shift.label for shift in shifts] == ["e1", DUTY]
