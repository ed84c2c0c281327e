"""Two wordings, word by word."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from operative.comparison.pieces import find_pieces, measure_likeness, split_words
from operative.domain.redlines import Change, Piece
from tests.comparison.provisions import marked, new_text, old_text

WORDS = st.lists(
    st.sampled_from(
        (
            "The",
            "Council",
            "of",
            "the",
            "wells",
            "shall",
            "may",
            ",",
            ";",
            "non-profit",
            "non‑profit",
            "A/RES/1/2",
            "水",
            "井",
        )
    ),
    max_size=30,
).map(" ".join)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("", "The wells.", "{+The wells.+}"),
        ("The wells.", "", "[-The wells.-]"),
        ("The Keeper shall report.", "The Keeper may report.", "The Keeper[- shall-]{+ may+} report."),
        ("The Keeper shall report;", "The Keeper shall report.", "The Keeper shall report[-;-]{+.+}"),
        ("by 1,250 metres", "by 1,350 metres", "by[- 1,250-]{+ 1,350+} metres"),
        ("a non-profit body", "a profit body", "a[- non-profit-]{+ profit+} body"),
        ("in A/RES/70/1 alone", "in A/RES/71/1 alone", "in[- A/RES/70/1-]{+ A/RES/71/1+} alone"),
        ("请秘书长提交报告", "请总干事提交报告", "请[-秘书长-]{+总干事+}提交报告"),
        ("كتابٌ جديد هنا", "كتابٌ قديم هنا", "كتابٌ[- جديد-]{+ قديم+} هنا"),
    ],
)
def test_pieces(old, new, expected):
    assert marked(find_pieces(old, new)) == expected


def test_a_phrase_holds_together_though_scattered_words_would_be_more():
    old = "The Keeper is an important helper in the field of shared wells and springs."
    new = (
        "The Keeper is the first guardian of shared wells and springs, and an essential helper in the repair of pumps, "
        "in the naming of rivers, and in the care of people."
    )

    assert " of shared wells and springs" in [piece.words for piece in find_pieces(old, new)]


def test_small_words_between_large_changes_are_no_agreement():
    pieces = find_pieces("Villages repair of their wells.", "Mountains surround of every valley.")

    assert marked(pieces) == "[-Villages repair of their wells-]{+Mountains surround of every valley+}."


@pytest.mark.parametrize(
    ("old", "new"),
    [("non-State bodies", "non‑State bodies"), ("the Council's view", "the Council’s view"), ("a\u00a0day", "a day")],
)
def test_another_print_is_the_same_and_keeps_the_old_print(old, new):
    assert find_pieces(old, new) == (Piece(Change.SAME, new, old),)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c", "a b c", 1.0),
        ("a b c", "a b d", 2 / 3),
        ("a b", "c d", 0.0),
        ("", "", 1.0),
        ("a, b", "a b", 1.0),
        ("—", "…", 0.0),
    ],
)
def test_likeness_is_the_share_of_common_words(old, new, expected):
    assert measure_likeness(find_pieces(old, new)) == pytest.approx(expected)


@settings(deadline=None)
@given(st.text(max_size=60) | WORDS)
def test_words_give_back_their_text(text):
    assert "".join(gap + word for gap, word in split_words(text)) == text


@settings(max_examples=300, deadline=None)
@given(WORDS | st.text(max_size=40), WORDS | st.text(max_size=40))
def test_pieces_give_back_both_texts(old, new):
    pieces = find_pieces(old, new)

    assert (old_text(pieces), new_text(pieces)) == (old, new)
    assert all(piece.words for piece in pieces)
    assert all(one.change is not other.change for one, other in pairwise(pieces))


def test_a_long_text_is_compared_where_it_differs():
    words = [f"word{number}" for number in range(30_000)]
    pieces = find_pieces(" ".join(words), " ".join(["first", *words[:20_000], "mid", *words[20_001:]]))

    assert [(piece.change, piece.words) for piece in pieces if piece.change is not Change.SAME] == [
        (Change.ADDED, "first"),
        (Change.REMOVED, " word20000"),
        (Change.ADDED, " mid"),
    ]
