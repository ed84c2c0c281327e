"""Overlap among many texts: exact groups, and near pairs of an exact join."""

from itertools import combinations, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operative.corpus.overlap import find_overlap
from operative.corpus.shingles import shingles_of
from operative.domain.overlaps import NearPair
from operative.errors import WrongCall

WELLS = "Requests the Director General to mend the wells of the valley and to report to the Council every year"
BRIDGES = "Requests the Director General to mend the bridges of the valley and to report to the Council every year"


def likeness_of(one, other):
    a, b = shingles_of(one), shingles_of(other)
    return len(a & b) / len(a | b) if a | b else 0.0


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        ([], []),
        ([WELLS], []),
        ([WELLS, BRIDGES], []),
        ([WELLS, WELLS], [(0, 1)]),
        ([WELLS, BRIDGES, WELLS.upper() + ".", f"  {WELLS};"], [(0, 2, 3)]),
        (["", "", "..."], []),
        (["Yes.", "Yes!"], [(0, 1)]),
        (["Décide", "DÉCIDE", "De\u0301cide"], [(0, 1, 2)]),
        (["要求秘书处提出报告", "要求秘书处提出报告。"], [(0, 1)]),
    ],
)
def test_texts_with_the_same_words_are_one_group(texts, groups):
    assert [repetition.texts for repetition in find_overlap(texts).repetitions] == groups


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        (WELLS, BRIDGES, 14 / 20),
        (WELLS, WELLS + " from now on", 17 / 20),
        (WELLS, WELLS.removeprefix("Requests "), 16 / 17),
        (WELLS, "Thanks the Government", None),
        ("Thanks all", "Thanks all who came", None),
        ("要求秘书处提出报告", "要求秘书处再提出报告", 5 / 10),
    ],
)
def test_near_pairs_tell_their_share(one, other, near):
    pairs = find_overlap([one, other], likeness=0.5).near

    assert [pair.likeness for pair in pairs] == ([pytest.approx(near)] if near else [])


def test_a_pair_just_below_the_bound_is_none():
    text = " ".join(f"word{number}" for number in range(12))  # 10 shingles
    longer = text + " and more"  # 2 more: 10 / 12
    assert len(find_overlap([text, longer], 10 / 12).near) == 1
    assert not find_overlap([text, longer], 10 / 12 + 0.001).near


def test_a_repeated_text_goes_by_its_first_number_and_pairs_show_all():
    overlap = find_overlap([WELLS + " from now on", WELLS, WELLS])

    assert overlap.near == (NearPair(0, 1, pytest.approx(17 / 20)),)
    assert {(pair.one, pair.other) for pair in overlap.pairs()} == {(0, 1), (0, 2), (1, 2)}
    assert (overlap.total, overlap.distinct) == (3, 2)


@pytest.mark.parametrize("likeness", [0, -1, 1.01])
def test_a_likeness_that_is_no_share_is_refused(likeness):
    with pytest.raises(WrongCall, match="share"):
        find_overlap([WELLS], likeness)


WORDS = st.lists(st.sampled_from(["wells", "bridges", "and", "the", "report", "annually"]), max_size=14).map(" ".join)


@given(st.lists(WORDS, max_size=12), st.sampled_from([0.3, 0.5, 0.8, 1.0]))
def test_the_join_finds_what_comparing_all_with_all_finds(texts, likeness):
    wanted = {
        (i, j): share
        for (i, one), (j, other) in combinations(enumerate(texts), 2)
        if (share := likeness_of(one, other)) >= likeness
    }
    found = {(pair.one, pair.other): pair.likeness for pair in find_overlap(texts, likeness).pairs()}

    assert found == pytest.approx(wanted)


def test_chunks_lose_nothing(monkeypatch):
    texts = [" ".join(f"{word}{number % 7}" for word in "abcde") + f" {number}" for number in range(60)]
    whole = find_overlap(texts, 0.4)
    monkeypatch.setattr("operative.corpus.joins.CHUNK", 5)
    monkeypatch.setattr("operative.corpus.sorting.BLOCK", 2)

    assert find_overlap(texts, 0.4) == whole
    assert len(list(islice(whole.pairs(), 100))) == 100


@pytest.mark.parametrize(("shared", "near"), [(2500, 1), (2300, 0)])
def test_long_texts_are_counted_out(shared, near):
    """Where a signature is full, as of thousands of shingles, it tells nothing; only counting does.

    What the two do not share stands in further texts, so that it is not rarer than what they share.
    """
    one = [f"word{number}" for number in range(2800)]
    other = [*one[:shared], *(f"other{number}" for number in range(2800 - shared))]
    texts = [one, other, one[shared:], other[shared:]]

    assert len(find_overlap(" ".join(words) for words in texts).near) == near
