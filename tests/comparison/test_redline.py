"""Two texts, provision by provision."""

import random
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from operative.comparison.redline import compare_provisions
from operative.comparison.redline_order import heaviest_rise
from operative.domain.redlines import Change
from tests.comparison.provisions import a_provision, a_text, marked, new_text, old_text, places
from tests.properties.texts import OBJECTS, TAILS

REPORT = "Requests the Keeper to report on the wells to the Assembly at its next session;"
FUND = "Decides to set up a fund for villages whose wells have run dry in the last ten years;"
TEAM = "Invites each village to name two persons to the team that measures the water table;"
SEIZED = "Decides to remain seized of the matter."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"op1": REPORT}, {"op1": REPORT}, ["same op1 > op1"]),
        (
            {"op1": REPORT, "op2": SEIZED},
            {"op1": REPORT, "op2": FUND, "op3": SEIZED},
            ["same op1 > op1", "added - > op2", "same op2 > op3"],
        ),
        (
            {"op1": REPORT, "op2": FUND, "op3": SEIZED},
            {"op1": REPORT, "op2": SEIZED},
            ["same op1 > op1", "removed op2 > -", "same op3 > op2"],
        ),
        (
            {"op1": REPORT, "op2": FUND, "op3": TEAM},
            {"op1": FUND, "op2": TEAM, "op3": REPORT.replace("next", "tenth")},
            ["same op2 > op1", "same op3 > op2", "changed moved op1 > op3"],
        ),
        (  # into another article, beside one of its own
            {"art1": "Aims", "art1__1": FUND, "art1__2": TEAM, "art2": "Reports", "art2__1": REPORT},
            {"art1": "Aims", "art1__1": FUND, "art2": "Reports", "art2__1": TEAM, "art2__2": REPORT},
            [
                "same art1 > art1", "same art1.1 > art1.1", "same art2 > art2",
                "same moved art1.2 > art2.1", "same art2.1 > art2.2",
            ],
        ),
        (  # a whole article, with its paragraphs, renamed
            {"art1": "Aims", "art1__1": FUND, "art2": "Reports", "art2__1": REPORT, "art2__2": TEAM},
            {"art1": "Duties to inform", "art1__1": REPORT, "art1__2": TEAM, "art2": "Aims", "art2__1": FUND},
            [
                "changed art2 > art1", "same art2.1 > art1.1", "same art2.2 > art1.2",
                "same moved art1 > art2", "same moved art1.1 > art2.1",
            ],
        ),
        (  # split: the larger part is the partner
            {"op1": f"{FUND} {TEAM} {REPORT}"},
            {"op1": f"{FUND} {TEAM}", "op2": REPORT},
            ["changed op1 > op1", "added - > op2"],
        ),
        ({"op1": FUND, "op2": TEAM}, {"op1": f"{FUND} {TEAM}"}, None),
        (  # repeated words go with their surroundings
            {"op1": REPORT, "op1__a": "Wells;", "op2": FUND, "op2__a": "Wells;"},
            {"op1": FUND, "op1__a": "Wells;"},
            ["removed op1 > -", "removed op1.a > -", "same op2 > op1", "same op2.a > op1.a"],
        ),
        (  # a heading is no sub-paragraph
            {"h1": "Wells", "op1": REPORT},
            {"op1": REPORT, "op1__a": "Wells"},
            ["removed h1 > -", "same op1 > op1", "added - > op1.a"],
        ),
        (  # one title is the partner of another, whatever it says
            {"title": "THE CARE OF WELLS", "op1": REPORT},
            {"title": "FINANCIAL MATTERS", "op1": REPORT},
            ["changed title > title", "same op1 > op1"],
        ),
        ({}, {"op1": REPORT}, ["added - > op1"]),
        ({}, {}, []),
    ],
)  # fmt: skip
def test_rows(old, new, expected):
    rows = compare_provisions(a_text(**old), a_text(**new))

    if expected is None:  # of two merged, one is the partner
        assert Counter(row.change for row in rows) == {Change.CHANGED: 1, Change.REMOVED: 1}
    else:
        assert places(rows) == expected


def test_an_annex_around_a_text_moves_nothing():
    annexed = [
        a_provision("op1", SEIZED),
        replace(a_provision("art1", "Annex"), id="annex"),
        replace(a_provision("art1", "Aims"), id="annex.art1", parent="annex"),
        replace(a_provision("art1.1", FUND), id="annex.art1.1", parent="annex.art1"),
    ]

    assert places(compare_provisions(a_text(art1="Aims", art1__1=FUND), annexed)) == [
        "added - > op1", "added - > annex", "same art1 > annex.art1", "same art1.1 > annex.art1.1",
    ]  # fmt: skip


def test_the_words_of_a_row():
    (row,) = compare_provisions(a_text(op1=REPORT), a_text(op1=REPORT.replace("Requests", "Invites")))

    assert marked(row.pieces) == f"[-Requests-]{{+Invites+}}{REPORT.removeprefix('Requests')}"
    assert row.likeness == pytest.approx(14 / 15)


PARAGRAPHS = st.lists(
    st.builds(
        lambda thing, tail, number: f"Requests the Keeper {tail} with {number} wells, in view of {thing};",
        st.sampled_from(OBJECTS),
        st.sampled_from(TAILS),
        st.integers(1, 40),
    )
    | st.sampled_from(("Wells;", SEIZED, FUND, TEAM)),
    max_size=14,
).map(lambda texts: [a_provision(f"op{number}", text) for number, text in enumerate(texts, 1)])


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS)
def test_a_text_is_the_same_as_itself(provisions):
    rows = compare_provisions(provisions, provisions)

    assert places(rows) == [f"same {one.id} > {one.id}" for one in provisions]
    assert all(row.likeness == 1 for row in rows)


@settings(max_examples=100, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_each_provision_is_in_one_row_and_gives_back_its_words(old, new):
    rows = compare_provisions(old, new)

    assert rows == compare_provisions(old, new)
    assert Counter(row.old for row in rows if row.old) == Counter(one.id for one in old)
    assert [row.new for row in rows if row.new] == [one.id for one in new]
    texts = {("old", one.id): one.text for one in old} | {("new", one.id): one.text for one in new}
    for row in rows:
        assert old_text(row.pieces) == texts.get(("old", row.old), "")
        assert new_text(row.pieces) == texts.get(("new", row.new), "")
        assert (row.change is Change.SAME) == (old_text(row.pieces) == new_text(row.pieces))


@settings(max_examples=100, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_counts_are_symmetric(old, new):
    forth = Counter(row.change for row in compare_provisions(old, new))
    back = Counter(row.change for row in compare_provisions(new, old))

    assert forth[Change.ADDED] == back[Change.REMOVED]
    assert forth[Change.REMOVED] == back[Change.ADDED]
    assert forth[Change.CHANGED] == back[Change.CHANGED]


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, st.randoms(use_true_random=False))
def test_shuffled_paragraphs_are_followed(provisions, chance: random.Random):
    different = list({one.text: one for one in provisions}.values())
    shuffled = chance.sample(different, len(different))

    rows = compare_provisions(different, shuffled)

    assert {(row.change, row.old == row.new) for row in rows} <= {(Change.SAME, True)}
    ranks = [different.index(one) for one in shuffled]
    assert sum(not row.moved for row in rows) == longest(ranks)


def longest(ranks: list[int]) -> int:
    """The length of the longest rise, the slow way."""
    best = [1] * len(ranks)
    for at, rank in enumerate(ranks):
        best[at] = 1 + max((best[to] for to in range(at) if ranks[to] < rank), default=0)
    return max(best, default=0)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9)), unique_by=lambda pair: pair[0], max_size=12))
def test_the_heaviest_rise_weighs_most(numbers):
    pairs = [(at, new) for at, (new, _) in enumerate(numbers)]
    weights = dict(numbers)
    rise = heaviest_rise(pairs, [weight for _, weight in numbers])
    best = [0] * len(numbers)
    for at, (new, weight) in enumerate(numbers):
        best[at] = weight + max((best[to] for to in range(at) if numbers[to][0] < new), default=0)

    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(rise))
    if any(one[1] > other[1] for one, other in pairwise(pairs)):
        assert sum(weights[new] for _, new in rise) == max(best, default=0)
    else:
        assert rise == pairs
