"""A person's word outranks a rule's, survives re-reading, and what was rejected is not raised again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

import operative
from operative.domain.acts import Act, Force, Quote, Timing, TimingKind
from operative.domain.claims import Author, Claim, Stand, anchor_of, settle
from operative.domain.spans import Span
from operative.errors import WrongCall

WORDS = "Requests the Director General to send the plan to the Assembly;"
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def an_act(*addressees: str) -> Act:
    return Act("Requests", Force.DIRECTIVE, Span(0, len(WORDS)), tuple(Quote(a, Span(0, 1)) for a in addressees))


def a_claim(value: str, stand: Stand = Stand.ADDED, **changes: object) -> Claim:
    values: dict[str, object] = {
        "anchor": anchor_of(an_act(), WORDS),
        "field": "addressees",
        "value": value,
        "stand": stand,
        "author": Author.PERSON,
        "made_by": "A. Clerk",
        "made_at": NOON,
    }
    return Claim(**(values | changes))  # type: ignore[arg-type]


def names(act: Act, *claims: Claim) -> list[str]:
    return [quote.words for quote in settle(act, WORDS, claims, Span).addressees]


@pytest.mark.parametrize(
    ("found", "claims", "expected"),
    [
        (["the Director"], [], ["the Director"]),
        (["the Director"], [a_claim("the Director", Stand.REJECTED)], []),
        (["the  director"], [a_claim("the Director", Stand.REJECTED)], []),
        ([], [a_claim("the Director General")], ["the Director General"]),
        (["the Director General"], [a_claim("the Director General")], ["the Director General"]),
        (
            ["the Director"],
            [a_claim("the Director", Stand.REJECTED), a_claim("the Director General")],
            ["the Director General"],
        ),
        # The latest word of one author counts.
        (
            ["the plan"],
            [a_claim("the plan", Stand.REJECTED), a_claim("the plan", made_at=NOON + timedelta(days=1))],
            ["the plan"],
        ),
        # A later import does not outrank a person.
        (
            ["the plan"],
            [
                a_claim("the plan", Stand.REJECTED),
                a_claim("the plan", author=Author.IMPORT, made_at=NOON + timedelta(days=1)),
            ],
            [],
        ),
        # A model counts only where nobody else says anything.
        ([], [a_claim("the Assembly", author=Author.MODEL)], ["the Assembly"]),
        (["the Director"], [a_claim("the Assembly", author=Author.MODEL)], ["the Director"]),
        (
            ["the Director"],
            [a_claim("the Director", Stand.REJECTED), a_claim("the Assembly", author=Author.MODEL)],
            [],
        ),
    ],
)
def test_whose_word_counts(found: list[str], claims: list[Claim], expected: list[str]) -> None:
    assert names(an_act(*found), *claims) == expected


def test_a_claim_on_other_words_changes_nothing() -> None:
    other = a_claim("the Director", Stand.REJECTED, anchor=anchor_of(an_act(), "Urges all Parties to pay;"))

    assert names(an_act("the Director"), other) == ["the Director"]


def test_a_value_that_a_person_adds_points_at_its_words() -> None:
    act = settle(an_act(), WORDS, [a_claim("the Assembly")], Span)

    assert act.addressees[0].span.of(WORDS) == "the Assembly"
    assert act.addressees[0].rule == "person:A. Clerk"


def test_single_values_change_too() -> None:
    act = settle(an_act(), WORDS, [a_claim("exhortation", field="force"), a_claim("yes", field="reporting_duty")], Span)

    assert (act.force, act.reporting_duty) == (Force.EXHORTATION, True)


@pytest.mark.parametrize("changes", [{"field": "mood"}, {"made_by": "  "}])
def test_a_claim_without_a_field_or_a_name_is_a_wrong_call(changes: dict[str, object]) -> None:
    with pytest.raises(WrongCall):
        a_claim("the Director", **changes)


TEXT = "RESOLUTION No. 7\n\nThe Council,\n\nRecalling its plan,\n\n{new}{number}. " + WORDS + "\n"


def test_a_correction_is_found_again_when_the_paragraph_moves() -> None:
    first = operative.read(TEXT.format(new="", number=1).encode(), language="en")
    act = first.acts[0]
    correction = a_claim(act.addressees[0].words, Stand.REJECTED, anchor=anchor_of(act, first.provisions[-1].text))
    moved = TEXT.format(new="1. Thanks the Director General;\n\n", number=2).encode()

    before = operative.read(moved, language="en").acts[1]
    after = operative.read(moved, language="en", claims=[correction]).acts[1]

    assert before.provision == after.provision == "op2"
    assert [quote.words for quote in before.addressees] == ["the Director General"]
    assert after.addressees == ()


def test_the_same_words_can_be_read_otherwise():
    found = Timing("by June", TimingKind.DATE, "2031-06", Span(0, 7), "date:1")
    act = replace(an_act(), timings=(found,))

    def read_as(**changes: str) -> list[tuple[str, str]]:
        claim = a_claim("By June", field="timings", **changes)
        return [(one.kind, one.value) for one in settle(act, WORDS, [claim], Span).timings]

    assert read_as() == [("date", "2031-06")]
    assert read_as(normal="2032-06") == [("date", "2032-06")]
    assert read_as(kind="event", normal="by June") == [("event", "by June")]
