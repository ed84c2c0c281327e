"""A fictional dossier on one screen, as of different days."""

from decimal import Decimal

import pytest

from operative.domain.conditions import ConditionKind
from operative.domain.days import PartialDate
from operative.domain.elements import ElementKind
from operative.domain.facts.conditions import ConditionStated, DraftRegistered, ElementStated, VerdictSigned
from operative.domain.facts.decisions import (
    DecisionRecorded,
    Option,
    Outcome,
    ProposalTabled,
    RuleStated,
    SessionAnnounced,
    Topic,
)
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, DossierClosed, DossierOpened
from operative.domain.facts.estimates import FormulaStated, InputStated
from operative.domain.facts.mandates import Due, MandateMoved, MandateStated, Step
from operative.domain.facts.mechanisms import GoalStated, MechanismDescribed, Standing, StandingReported
from operative.domain.facts.reports import Answer, ReportFiled
from operative.domain.goals import GoalVerb, Relation
from operative.domain.mandates import Modality
from operative.domain.phrases import Phrase
from operative.domain.statuses import Aspect, Meaning
from operative.domain.verdicts import Verdict
from operative.dossiers.estimates import run_estimate
from operative.dossiers.status import find_status

from .told import history_of, told

OPENED = (
    told(DossierOpened("Wells", "Lake Council", "LRO"), "2030-03-01"),
    told(DocumentNamed("res", DocumentRole.RESOLUTION, "R/7"), "2030-03-01"),
)


def asked(key="m1", label="open talks", addressee="the Director", modality=Modality.DIRECTIVE, **more):
    return told(MandateStated(key, "res", "op1", label, modality, addressee, **more), "2030-03-01")


def row(aspect, *statements, on="2031-12-31"):
    found = find_status(history_of(*OPENED, *statements, on=on))
    return next(one for one in found.rows if one.name is aspect)


def test_an_empty_dossier_says_so_in_every_row():
    found = find_status(history_of(*OPENED))

    assert (found.title, found.asked, found.evidence, found.closed) == ("Wells", "Nothing is asked yet.", (), False)
    assert [(one.name, one.state, one.meaning) for one in found.rows] == [
        (Aspect.REQUESTS, "none", Meaning.UNKNOWN),
        (Aspect.CONDITIONS, "none", Meaning.FINE),
        (Aspect.MECHANISMS, "none", Meaning.FINE),
        (Aspect.COSTS, "unknown", Meaning.UNKNOWN),
        (Aspect.DECISION, "none planned", Meaning.UNKNOWN),
    ]


ONE = asked()
SENTENCES = [
    ((ONE,), "Resolution R/7 asks the Director, on 1 March 2030, to open talks."),
    ((ONE, asked("m2", "report")), "Resolution R/7 asks the Director, on 1 March 2030, to open talks; to report."),
    ((asked("m0", "pay", "Members"), ONE, asked("m2", "report")),
     "Resolution R/7 asks the Director, on 1 March 2030, to open talks; to report; and 1 more request."),
    ((asked(addressee=""),), "Resolution R/7 asks the body, on 1 March 2030, to open talks."),
    ((asked(modality=Modality.PERMISSION),), "Nothing is asked yet."),
    ((told(MandateStated("m1", "old", "op1", "pay", Modality.EXHORTATION, "Members"), "2030-03"),),
     "old asks Members, in March 2030, to pay."),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "sentence"), SENTENCES)
def test_one_sentence_says_what_was_asked(statements, sentence):
    assert find_status(history_of(*OPENED, *statements)).asked == sentence


def test_the_sentence_has_its_evidence():
    assert find_status(history_of(*OPENED, ONE)).evidence == ONE.evidence


DUE = asked(due=Due(latest=PartialDate("2030-06")))
REPORTING = asked("m2", "report", scope=("talks", "costs"), reporting_duty=True)
FILED = told(ReportFiled("r1", "res", answers=(Answer("m2", "talks", provision="p1"),)), "2030-05-12")
FULFILLED = tuple(told(MandateMoved("m1", step), "2030-04-01") for step in (Step.ACCEPT, Step.FULFIL))
REQUESTS = [
    ((ONE,), "2030-05-31", "1 open", Meaning.LOOK, "1 request, 1 proposed", None),
    ((DUE,), "2030-05-31", "1 open", Meaning.LOOK, "1 request, 1 proposed", "2030-06-30"),
    ((DUE,), "2030-07-01", "1 overdue", Meaning.GAP, "1 request, 1 overdue, 1 proposed", None),
    ((REPORTING, FILED), "2030-07-01", "1 report with gaps", Meaning.LOOK, "1 request, 1 reported, costs unanswered",
     None),
    ((ONE, *FULFILLED), "2030-07-01", "all ended", Meaning.FINE, "1 request, 1 fulfilled", None),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "on", "state", "meaning", "words", "day"), REQUESTS)
def test_requests(statements, on, state, meaning, words, day):
    found = row(Aspect.REQUESTS, *statements, on=on)

    assert (found.state, found.meaning, found.words) == (state, meaning, words)
    assert (found.next_date.isoformat() if found.next_date else None) == day


CONDITION = (
    told(ConditionStated("c1", "res", "op1", ConditionKind.PRESERVATION, "kept"), "2030-03-01"),
    told(ElementStated("e1", "c1", "op1.a", "own statute", ElementKind.FEATURE), "2030-03-01"),
)
DRAFT = told(DraftRegistered("draft 1", "res"), "2030-03-02")


def signed(verdict):
    return told(VerdictSigned("draft 1", "e1", verdict), "2030-03-03")


CONDITIONS = [
    (CONDITION, "open", Meaning.LOOK, "1 condition, no draft yet, 0 of 1 element signed"),
    ((*CONDITION, DRAFT), "open", Meaning.LOOK, "1 condition, under draft 1, 0 of 1 element signed"),
    ((*CONDITION, DRAFT, signed(Verdict.EXPLICIT)), "kept", Meaning.FINE,
     "1 condition, under draft 1, 1 of 1 element signed"),
    ((*CONDITION, DRAFT, signed(Verdict.SILENT)), "not kept", Meaning.GAP,
     "1 condition, under draft 1, 1 of 1 element signed"),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "state", "meaning", "words"), CONDITIONS)
def test_conditions(statements, state, meaning, words):
    found = row(Aspect.CONDITIONS, *statements)

    assert (found.state, found.meaning, found.words) == (state, meaning, words)


GOAL = (
    told(MechanismDescribed("forum", "Flood Forum"), "2030-03-01"),
    told(GoalStated("g1", "res", "op1", "forum", GoalVerb.SEEK, Relation.MEMBERSHIP), "2030-03-01"),
)


def standing(value, day, *goals):
    return told(StandingReported("LRO", "forum", value, goals), day)


MECHANISMS = [
    (GOAL, "0 of 1 met", Meaning.LOOK, "1 goal: 1 open"),
    ((*GOAL, standing(Standing.MEMBER, "2030-04-01", "g1")), "all met", Meaning.FINE, "1 goal: 1 reached"),
    ((*GOAL, standing(Standing.MEMBER, "2030-04-01", "g1"), standing(Standing.ENDED, "2030-05-01")), "1 lost",
     Meaning.GAP, "1 goal: 1 lost"),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "state", "meaning", "words"), MECHANISMS)
def test_mechanisms(statements, state, meaning, words):
    found = row(Aspect.MECHANISMS, *statements)

    assert (found.state, found.meaning, found.words) == (state, meaning, words)


def budget(value, day="2030-03-01"):
    return told(InputStated("budget", "USD", Decimal(value) if value else None), day)


LEVY = told(FormulaStated("levy", "the levy", "50% * budget", "USD"), "2030-03-01")


def costs(*statements):
    """The row of costs after the estimate was run on what is stated."""
    run = run_estimate(history_of(*OPENED, *statements), "levy")
    return told(run, "2030-04-01")


def test_costs_that_are_known():
    found = row(Aspect.COSTS, budget("200"), LEVY, costs(budget("200"), LEVY))

    assert (found.state, found.meaning, found.words) == ("estimated", Meaning.FINE, "100 USD a year")


def test_costs_that_are_not_known():
    found = row(Aspect.COSTS, budget(None), LEVY, costs(budget(None), LEVY))

    assert (found.state, found.meaning) == ("unknown", Meaning.UNKNOWN)
    assert found.words == "1 service unknown"


def test_costs_that_are_known_in_part():
    other = told(FormulaStated("seat", "the seat", "price", "USD"), "2030-03-01")
    price = told(InputStated("price", "USD"), "2030-03-01")
    found = row(Aspect.COSTS, budget("200"), LEVY, costs(budget("200"), LEVY), price, other)

    assert (found.state, found.meaning) == ("known in part", Meaning.UNKNOWN)


def test_costs_that_are_out_of_date():
    found = row(Aspect.COSTS, budget("200"), LEVY, costs(budget("200"), LEVY), budget("300", "2030-05-01"))

    assert (found.state, found.meaning) == ("out of date", Meaning.LOOK)


SESSION = told(
    SessionAnnounced("s40", "Lake Council", "40th session", PartialDate("2030-11-03"), PartialDate("2030-11-05")),
    "2030-03-02",
)
CALLED = told(
    RuleStated("r1", "Lake Council", Topic.REQUEST, "who calls a special session", ("special",), days=15, share="1/3"),
    "2030-03-02",
)


def tabled(key="p1", session=""):
    return told(ProposalTabled(key, "Join", "Lake Council", (Option("a", "Yes"),), session=session), "2030-04-01")


def decided(outcome, proposal="p1"):
    return told(DecisionRecorded("d1", "Lake Council", "Join", outcome, proposal=proposal), "2030-05-01")


DECISIONS = [
    ((SESSION,), "none planned", "no proposal is tabled", "2030-11-03"),
    ((tabled(),), "no day known", "Lake Council: Join", None),
    ((tabled(session="s40"), SESSION), "tabled", "Lake Council: Join", "2030-11-03"),
    ((tabled(), SESSION), "tabled", "Lake Council: Join", "2030-11-03"),
    ((tabled(), tabled("p2"), SESSION), "tabled", "Lake Council: Join; 1 more", "2030-11-03"),
    (
        (tabled(), decided(Outcome.ADOPTED)),
        "none planned",
        "no proposal is tabled; last decided: Join, Lake Council, adopted on 1 May 2030; no session is known",
        None,
    ),
    (
        (tabled(), decided(Outcome.ADOPTED), SESSION),
        "none planned",
        "no proposal is tabled; last decided: Join, Lake Council, adopted on 1 May 2030",
        "2030-11-03",
    ),
    ((CALLED,), "none planned", "no proposal is tabled", "2030-06-01"),
    ((tabled(), decided(Outcome.DEFERRED), SESSION), "tabled", "Lake Council: Join", "2030-11-03"),
    ((decided(Outcome.ADOPTED, ""), tabled(), SESSION), "tabled", "Lake Council: Join", "2030-11-03"),
]


@pytest.mark.parametrize(("statements", "state", "words", "day"), DECISIONS)
def test_the_next_decision(statements, state, words, day):
    found = row(Aspect.DECISION, *statements, on="2030-06-01")

    assert (found.state, found.words) == (state, words)
    assert (found.next_date.isoformat() if found.next_date else None) == day


def test_rows_say_what_they_are_reckoned_from():
    rows = find_status(history_of(*OPENED, DUE, *CONDITION, *GOAL, tabled())).rows

    assert [row.entries for row in rows] == [(3,), (4,), (7,), (), (8,)]


def test_sentences_remember_their_patterns():
    found = row(Aspect.REQUESTS, ONE)

    assert isinstance(found.state, Phrase)
    assert (found.state.pattern, found.state.several, found.state.values) == (
        "{number} open",
        "{number} open",
        {"number": 1},
    )


def test_a_closed_dossier_says_so():
    assert find_status(history_of(*OPENED, told(DossierClosed("done"), "2030-05-01"))).closed is True


def test_findings_of_mandates_come_along():
    wrong = told(MandateMoved("m1", Step.FULFIL), "2030-04-01")

    assert [one.code for one in find_status(history_of(*OPENED, ONE, wrong)).findings] == ["mandate-step"]
