"""A proposal of a fictional council: gates, scores and orders reckoned by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operative.domain.days import PartialDate
from operative.domain.elements import ElementKind
from operative.domain.facts.conditions import ElementStated
from operative.domain.facts.decisions import (
    Criterion,
    DecisionRecorded,
    Gate,
    Option,
    OptionAssessed,
    Outcome,
    ProposalTabled,
    SessionAnnounced,
)
from operative.domain.facts.estimates import FormulaStated, InputStated
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.mechanisms import GoalStated
from operative.domain.goals import GoalVerb, Relation
from operative.domain.mandates import Modality
from operative.dossiers.estimates import run_estimate
from operative.dossiers.proposals import CHECKS, find_proposals
from operative.errors import Refused, UnknownSubject

from .told import history_of, told, try_after

BODY = "Lake Council"
BEGIN = (
    ElementStated("e1", "c1", "op1", "independent", ElementKind.FEATURE),
    GoalStated("g1", "rules", "op2", "forum", GoalVerb.SEEK, Relation.MEMBERSHIP),
    GoalStated("g2", "rules", "op2", "panel", GoalVerb.SEEK, Relation.MEMBERSHIP),
    MandateStated("m1", "rules", "op3", "Develop proposals", Modality.DIRECTIVE),
    SessionAnnounced("s1", BODY, "First session", PartialDate("2031-06")),
)
OPTIONS = (Option("join", "Join", "as a member", ("g1", "g2")), Option("link", "Link", goals=("g1",)),
           Option("stay", "Stay"))  # fmt: skip
GATES = (Gate("own", "own statute", ("e1",)),)
# weights 3 : 2, so 0.6 and 0.4
CRITERIA = (Criterion("reach", "reach", Decimal(3), "Council 2030"), Criterion("cost", "cost", Decimal(2), "Council"))
TABLED = ProposalTabled("p", "Forum", BODY, OPTIONS, "rules", "s1", "admission", ("m1",), GATES, CRITERIA)


def met(option, value=True, by="Ada", day="2030-02-01", under="own"):
    return told(OptionAssessed("p", option, under, f"read by {by}", met=value), day, by)


def score(option, under, value, by="Ada", day="2030-02-01"):
    return told(OptionAssessed("p", option, under, f"seen by {by}", score=Decimal(value)), day, by)


def scores(option, reach, cost):
    return score(option, "reach", reach), score(option, "cost", cost)


def view(*facts, tabled=TABLED):
    return find_proposals(history_of(*BEGIN, tabled, *facts))[0]


ALL_MET = tuple(met(one.key) for one in OPTIONS)


def test_options_are_weighed_and_ordered_with_reasons():
    found = view(*ALL_MET, *scores("join", 8, 6), *scores("link", 6, 8), *scores("stay", 1, 10))

    # join 0.6*8 + 0.4*6 = 7.2; link 3.6 + 3.2 = 6.8; stay 0.6 + 4 = 4.6
    assert [(one.key, one.weighted, one.rank, one.words) for one in found.options] == [
        ("join", Decimal("7.2"), 1, "7.2 of 10"),
        ("link", Decimal("6.8"), 2, "6.8 of 10"),
        ("stay", Decimal("4.6"), 3, "4.6 of 10"),
    ]
    assert found.order == (("join",), ("link",), ("stay",))
    assert found.reasons == (
        "join before link: 7.2 against 6.8; ahead on reach (+1.2); behind on cost (-0.8)",
        "link before stay: 6.8 against 4.6; ahead on reach (+3); behind on cost (-0.8)",
    )
    assert found.words == (
        "by the weights: join, then link, then stay; the order holds if any one weight moves by 10 %"
    )
    assert [(one.weight, one.source, one.words) for one in found.options[0].scores] == [
        (Decimal("0.6"), "Council 2030", "8"),
        (Decimal("0.4"), "Council", "6"),
    ]


def test_an_order_that_hangs_on_a_weight_says_so():
    # join 0.6*8 + 0.4*5 = 6.8, link 0.6*6 + 0.4*7.9 = 6.76; cost a tenth heavier: 3/5.2*8 + 2.2/5.2*5 = 6.7308 against
    # 3/5.2*6 + 2.2/5.2*7.9 = 6.8038
    found = view(*ALL_MET, *scores("join", 8, 5), *scores("link", 6, "7.9"))

    assert [(one.criterion, one.factor, one.changed) for one in found.sensitivity] == [
        ("reach", Decimal("1.1"), False),
        ("reach", Decimal("0.9"), True),
        ("cost", Decimal("1.1"), True),
        ("cost", Decimal("0.9"), False),
    ]
    assert found.words == (
        "by the weights: join, then link; if reach weighs 10 % less: link, then join; if cost weighs 10 % more: link, "
        "then join; stay not ranked: missing reach and cost"
    )
    assert found.sensitivity[0].words == "if reach weighs 10 % more: the same order"


def test_equal_sums_share_a_rank():
    found = view(*ALL_MET, *scores("join", 6, 9), *scores("link", 8, 6), *scores("stay", 5, 5))

    assert found.order == (("join", "link"), ("stay",))
    assert [one.rank for one in found.options] == [1, 1, 3]
    assert found.reasons[0] == "join and link are level at 7.2"
    assert found.reasons[1].startswith("join before stay: 7.2 against 5; ahead on reach (+0.6), cost (+1.6)")


GATED = [
    ((), "open", "open: nobody has said whether it is met", "not weighed: own statute is open"),
    ((met("join"),), "met", "met: read by Ada (Ada)", "7.2 of 10"),
    ((met("join", False),), "not met", "not met: read by Ada (Ada)", "not weighed: own statute is not met"),
    ((met("join"), met("join", False, "Ben")), "open", "open: held met by Ada, not met by Ben",
     "not weighed: own statute is open"),
    ((met("join", False), met("join", day="2030-03-01")), "met", "met: read by Ada (Ada)", "7.2 of 10"),
    ((met("join"), met("join", by="Ben")), "met", "met: read by Ada (Ada); read by Ben (Ben)", "7.2 of 10"),
]  # fmt: skip


@pytest.mark.parametrize(("assessed", "state", "words", "weighed"), GATED)
def test_an_option_is_weighed_only_behind_its_gates(assessed, state, words, weighed):
    found = view(*assessed, *scores("join", 8, 6)).options[0]

    assert (found.gates[0].state.value, found.gates[0].words, found.words) == (state, words, weighed)
    assert (found.rank is None, found.weighted is None) == (state != "met", state != "met")
    assert found.partial is None


def test_missing_and_disputed_scores_leave_a_partial_sum():
    facts = (*ALL_MET, score("join", "reach", 8), score("link", "reach", 5), score("link", "reach", 7, "Ben"))
    join, link, stay = view(*facts).options

    assert (join.weighted, join.partial, join.missing) == (None, Decimal("4.8"), ("cost",))
    assert join.words == "not ranked: 4.8 so far; missing cost"
    assert (link.partial, link.missing, link.scores[0].words) == (None, ("reach", "cost"), "disputed: Ada 5, Ben 7")
    assert stay.words == "not ranked: missing reach and cost"
    assert [one.rank for one in (join, link, stay)] == [None, None, None]
    assert view(*facts).order == ()


def test_persons_who_agree_are_one_score():
    found = view(*ALL_MET, *scores("join", 8, 6), score("join", "reach", "8.0", "Ben")).options[0]

    assert (found.weighted, len(found.scores[0].assessments)) == (Decimal("7.2"), 2)


def test_without_criteria_nothing_is_ordered():
    found = view(*ALL_MET, tabled=replace(TABLED, criteria=()))

    assert (found.order, found.reasons, found.sensitivity) == ((), (), ())
    assert found.words == "join not ranked: no criteria; link not ranked: no criteria; stay not ranked: no criteria"


def test_options_stand_beside_their_goals_costs_and_decisions():
    base = (*BEGIN, TABLED, told(InputStated("fee", "USD", Decimal(500), said_by="Forum")),
            FormulaStated("fee", "Fee", "fee", "USD", option="join"))  # fmt: skip
    run = told(run_estimate(history_of(*base), "fee", "join", 2031))
    decided = DecisionRecorded("d1", BODY, "Forum", Outcome.DEFERRED, proposal="p")
    found = find_proposals(history_of(*base, run, decided))[0]

    assert [(one.goals, one.goals_left, [total.words for total in one.totals]) for one in found.options] == [
        (("g1", "g2"), (), ["500 USD a year"]),
        (("g1",), ("g2",), []),
        ((), ("g1", "g2"), []),
    ]
    assert (found.decisions, found.session, found.answers) == (("d1",), "s1", ("m1",))


FIGURES = st.tuples(*[st.integers(0, 10)] * 2)


@given(FIGURES, FIGURES, FIGURES, st.randoms())
def test_the_order_follows_the_sums_whatever_the_order_of_entries(one, two, three, random):
    facts = [*ALL_MET, *scores("join", *one), *scores("link", *two), *scores("stay", *three)]
    found = view(*random.sample(facts, len(facts)))
    sums = {key: 3 * reach + 2 * cost for key, (reach, cost) in zip(["join", "link", "stay"], [one, two, three],
            strict=True)}  # fmt: skip
    flat = [sums[key] for group in found.order for key in group]

    assert flat == sorted(sums.values(), reverse=True)
    assert all(len({sums[key] for key in group}) == 1 for group in found.order)


REFUSED = [
    (replace(TABLED, id=""), Refused, "needs an id and a body"),
    (replace(TABLED, body=" "), Refused, "needs an id and a body"),
    (replace(TABLED, options=()), Refused, "has no options"),
    (replace(TABLED, options=(OPTIONS[0], OPTIONS[0])), Refused, "options need keys, each its own"),
    (replace(TABLED, options=(Option("", "?"),)), Refused, "options need keys"),
    (replace(TABLED, gates=(Gate("cost", "cost"),)), Refused, "gates and criteria need keys"),
    (replace(TABLED, criteria=(Criterion("a", "a", Decimal(0), "s"),)), Refused, "a weight is above 0"),
    (replace(TABLED, criteria=(Criterion("a", "a", Decimal("NaN"), "s"),)), Refused, "a weight is above 0"),
    (told(replace(TABLED, criteria=(Criterion("a", "a", Decimal(1)),)), evidence=()), Refused, "where its weight"),
    (replace(TABLED, document="x"), UnknownSubject, "no document 'x'"),
    (replace(TABLED, session="x"), UnknownSubject, "no session 'x'"),
    (replace(TABLED, answers=("x",)), UnknownSubject, "no mandate 'x'"),
    (replace(TABLED, options=(Option("a", "A", goals=("x",)),)), UnknownSubject, "no goal 'x'"),
    (replace(TABLED, gates=(Gate("a", "A", ("x",)),)), UnknownSubject, "no condition or element 'x'"),
]


@pytest.mark.parametrize(("last", "error", "words"), REFUSED)
def test_what_may_not_be_tabled(last, error, words):
    with pytest.raises(error, match=words):
        try_after(BEGIN, last, CHECKS)


@pytest.mark.parametrize(
    "last",
    [
        TABLED,
        ProposalTabled("p", "Forum", BODY, (Option("a", ""),)),
        replace(TABLED, criteria=(Criterion("a", "a", Decimal(1)),)),
    ],
)
def test_what_may_be_tabled(last):
    try_after(BEGIN, last, CHECKS)


def test_an_id_is_given_once_but_a_correction_keeps_it():
    with pytest.raises(Refused, match="there is a proposal 'p' already"):
        try_after([*BEGIN, TABLED], TABLED, CHECKS)
    try_after([*BEGIN, TABLED], told(TABLED, corrects=8), CHECKS)


ASSESSED = [
    (OptionAssessed("q", "join", "own", "why", met=True), UnknownSubject, "no proposal 'q'"),
    (OptionAssessed("p", "leave", "own", "why", met=True), UnknownSubject, "no option 'leave'; there are: join, link"),
    (OptionAssessed("p", "join", "speed", "why", met=True), UnknownSubject, "'speed'; there are: own, reach, cost"),
    (OptionAssessed("p", "join", "own", " ", met=True), Refused, "has a reason"),
    (OptionAssessed("p", "join", "own", "why"), Refused, "own is a gate"),
    (OptionAssessed("p", "join", "own", "why", True, Decimal(3)), Refused, "own is a gate"),
    (OptionAssessed("p", "join", "cost", "why"), Refused, "cost is a criterion"),
    (OptionAssessed("p", "join", "cost", "why", True, Decimal(3)), Refused, "cost is a criterion"),
    (OptionAssessed("p", "join", "cost", "why", score=Decimal("10.1")), Refused, "from 0 to 10, and not 10.1"),
    (OptionAssessed("p", "join", "cost", "why", score=Decimal(-1)), Refused, "from 0 to 10"),
    (OptionAssessed("p", "join", "cost", "why", score=Decimal("NaN")), Refused, "from 0 to 10"),
]


@pytest.mark.parametrize(("last", "error", "words"), ASSESSED)
def test_what_may_not_be_assessed(last, error, words):
    with pytest.raises(error, match=words):
        try_after([*BEGIN, TABLED], last, CHECKS)


@pytest.mark.parametrize("last", [met("join"), met("stay", False), *scores("join", 0, 10)])
def test_what_may_be_assessed(last):
    try_after([*BEGIN, TABLED], last, CHECKS)
