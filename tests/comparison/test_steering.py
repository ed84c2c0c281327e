"""Sentences that put the other side in control."""

import pytest

from operative.comparison.verdicts import suggest_verdicts
from operative.domain.verdicts import Suggestion, Verdict

from .verdict_gold import pair_of, suggested_for

SAYS = "The Institute is an independent, intergovernmental organization with its own statute and its own laboratory."
KEEPS = ("The Institute has its own laboratory and its own statute.", "The Institute is an independent body.")


def suggested(label: str, *draft: str) -> Suggestion:
    return suggested_for(label, suggest_verdicts(*pair_of(SAYS, *KEEPS, *draft)))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Its Director is appointed by the Alliance.", "appointed by the Alliance"),
        ("It reports to the Secretary of the Alliance.", "reports to the Secretary of the Alliance"),
        ("The work plan of the Institute is subject to the approval of the Alliance.", "approval of the Alliance"),
        (
            "The Institute shall not dispose of its assets without the consent of the Alliance.",
            "consent of the Alliance",
        ),
        ("The Alliance dismisses the Director of the Institute.", "dismisses the Director of the Institute"),
        ("The Alliance may issue instructions to the Institute.", "instructions to the Institute"),
        (
            "The Institute shall act on each directive issued to it by the Alliance.",
            "directive issued to it by the Alliance",
        ),
        (
            "It carries out orders given by the Secretary of the Alliance.",
            "orders given by the Secretary of the Alliance",
        ),
        (
            "The Institute shall give effect to the decisions of the Alliance.",
            "give effect to the decisions of the Alliance",
        ),
        ("In matters of staff the Institute defers to the Alliance.", "defers to the Alliance"),
    ],
)
def test_control_by_the_other_side_narrows_independence(sentence: str, words: str) -> None:
    found = suggested("independent", sentence)

    assert (found.verdict, found.passage) == (Verdict.NARROWED, "art2.2")
    assert f"art2.3 puts the other side in control: “{words}”" in found.why


@pytest.mark.parametrize(
    "sentence",
    [
        "It takes its instructions from the Secretary of the Alliance.",
        "The Institute acts under the authority of the Alliance.",
    ],
)
def test_a_body_under_orders_is_not_independent(sentence: str) -> None:
    assert (suggested("independent", sentence).verdict, suggested("independent", sentence).passage) == (
        Verdict.CONTRADICTED,
        "art2.3",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The Institute shall neither seek nor take instructions from the Alliance.",
        "The Alliance shall not supervise the work of the Institute.",
        "The Institute is not bound by any instruction given to it by the Alliance.",
        "The Alliance gives effect to the decisions of the Institute.",
        "The Alliance appoints its representative to the Institute.",
        "The Alliance reports to the Institute on what it has done.",
        "The Institute may publish without the consent of the Alliance.",
        "The Director is appointed by the Council of the Institute.",
        "The office of the Alliance is headed by the Secretary of the Alliance.",
    ],
)
def test_what_is_denied_or_of_the_other_side_takes_nothing(sentence: str) -> None:
    assert suggested("independent", sentence).verdict is Verdict.EXPLICIT


def test_a_thing_of_ones_own_is_narrowed_where_it_is_named() -> None:
    sentence = "That statute is amended with the consent of the Alliance."

    assert suggested("own statute", sentence).verdict is Verdict.NARROWED
    assert suggested("own laboratory", sentence).verdict is Verdict.EXPLICIT


@pytest.mark.parametrize(
    ("sentence", "added"),
    [
        ("The accounts of the Institute need the approval of the Alliance.", True),
        ("The work of the Institute is done under the direction of the Alliance.", True),
        ("The Institute exchanges publications with the Alliance.", False),
    ],
)
def test_control_is_an_addition_that_gives_the_other_side_a_power(sentence: str, added: bool) -> None:
    suggestions = suggest_verdicts(*pair_of("The Institute must retain its thrift.", sentence))

    assert any("gives the other side a power" in one.why for one in suggestions) is added
