"""What happened in a fictional dossier, line by line, and what was said before it was corrected."""

from datetime import date
from decimal import Decimal

import pytest

from operative.domain.conditions import ConditionKind
from operative.domain.days import PartialDate
from operative.domain.elements import ElementKind
from operative.domain.entries import Basis
from operative.domain.evidence import Evidence
from operative.domain.facts import KINDS
from operative.domain.facts.agenda import LinkClaimed
from operative.domain.facts.citations import MandateCited
from operative.domain.facts.conditions import ConditionStated, DraftRegistered, ElementStated, VerdictSigned
from operative.domain.facts.decisions import (
    Ballot,
    DecisionRecorded,
    MembersCounted,
    Option,
    OptionAssessed,
    Outcome,
    ProposalTabled,
    RuleStated,
    SessionAnnounced,
    Topic,
    VoteCast,
    VoteTaken,
)
from operative.domain.facts.dossiers import (
    DocumentAttached,
    DocumentNamed,
    DocumentRole,
    DossierClosed,
    DossierOpened,
    EntryWithdrawn,
    EventNoted,
    RoleGranted,
)
from operative.domain.facts.engagements import EngagementHeld, Form
from operative.domain.facts.estimates import EstimateRun, FormulaStated, InputStated
from operative.domain.facts.indicators import IndicatorDefined, ObservationMade
from operative.domain.facts.mandates import MandateMoved, MandateStated, NextActionSet, Step
from operative.domain.facts.mechanisms import (
    GoalStated,
    MechanismChange,
    MechanismChanged,
    MechanismDescribed,
    Standing,
    StandingReported,
)
from operative.domain.facts.reports import Answer, ReportFiled, WordingClaimed
from operative.domain.facts.tables import TableKind, TableRead
from operative.domain.goals import GoalVerb, Relation
from operative.domain.mandates import Modality
from operative.domain.people import Role
from operative.domain.verdicts import Verdict
from operative.dossiers.history import History
from operative.dossiers.timeline import find_timeline
from operative.dossiers.titles import title_of

from .told import RECORDED, entries_of, history_of, told

NAMES = {"m1": "open talks", "m2": "report", "e1": "own statute", "forum": "FF", "rep": "C/44/5", "s40": "40th session"}
DAY, END = PartialDate("2030-06-01"), PartialDate("2030-06-02")
CHANGE = "change of the report brief 2030-01-01"
TITLES = [
    (DossierOpened("Wells"), "dossier opened: Wells"),
    (DossierClosed("all done"), "dossier closed: all done"),
    (RoleGranted("A. Clerk", Role.OFFICER), "A. Clerk is officer"),
    (RoleGranted("A. Clerk", None), "A. Clerk is without a role"),
    (DocumentNamed("rep", DocumentRole.REPORT, "C/44/5", "The talks"), "report named: C/44/5 The talks"),
    (DocumentNamed("rep", DocumentRole.REPORT), "report named: rep"),
    (DocumentAttached("rep", "ab" * 32, "report.pdf"), "text of C/44/5 attached: report.pdf"),
    (EventNoted("A new chair"), "A new chair"),
    (EntryWithdrawn("a mistake"), "taken back: a mistake"),
    (MandateStated("m1", "res", "op1", "open talks", Modality.DIRECTIVE, "the Director"),
     "asked of the Director: open talks"),
    (MandateStated("m1", "res", "op1", "remain seized", Modality.DECISION), "asked of the body: remain seized"),
    (MandateMoved("m1", Step.ASSIGN, owner="A. Clerk"), "assigned: open talks, to A. Clerk"),
    (MandateMoved("m1", Step.MERGE, into=("m2", "m9"), reason="one duty"),
     "merged: open talks, into report and m9 (one duty)"),
    (NextActionSet("m1", "write", "A. Clerk", DAY), "to be done next for open talks: write, A. Clerk, by 1 June 2030"),
    (NextActionSet("m1", "write"), "to be done next for open talks: write"),
    (ReportFiled("r1", "rep", "the Council", "the Group", answers=(Answer("m2", "costs", False),)),
     "report C/44/5 to the Council through the Group; leaves open costs"),
    (ReportFiled("r1", "rep", answers=(Answer("m2", "", False),)), "report C/44/5; leaves open report"),
    (EngagementHeld("g", Form.LETTER, "the Concert", "First letter", raised=("m1", "e1"), outcome="a reply"),
     "letter to the Concert: First letter; raised open talks and own statute; a reply"),
    (EngagementHeld("g", Form.MEETING, "the Concert", "Round one"), "meeting with the Concert: Round one"),
    (ConditionStated("c1", "res", "op1", ConditionKind.PROVISO, "provided that"), "condition: provided that"),
    (ElementStated("e1", "c1", "op1", "own statute", ElementKind.FEATURE), "to be kept: own statute"),
    (DraftRegistered("draft 1", "d1", "the Concert"), "draft 1 from the Concert registered"),
    (DraftRegistered("draft 1", "d1"), "draft 1 registered"),
    (VerdictSigned("draft 1", "e1", Verdict.NARROWED, Verdict.EXPLICIT),
     "signed as narrowed in draft 1: own statute, against the suggestion explicit"),
    (VerdictSigned("draft 1", "e1", Verdict.EXPLICIT), "signed as explicit in draft 1: own statute"),
    (GoalStated("g1", "res", "op1", "forum", GoalVerb.SEEK, Relation.OBSERVER), "goal: seek observer of FF"),
    (MechanismDescribed("forum", "Flood Forum"), "mechanism: Flood Forum"),
    (MechanismChanged("forum", MechanismChange.MERGED, into=("teams",)), "FF merged into teams"),
    (MechanismChanged("forum", MechanismChange.RENAMED, name="Water Forum"), "FF renamed Water Forum"),
    (MechanismChanged("forum", MechanismChange.MOVED, parent="teams"), "FF moved under teams"),
    (StandingReported("LRO", "forum", Standing.MEMBER), "LRO, FF: member"),
    (StandingReported("LRO", "forum", Standing.MEMBER, by_then=True), "LRO, FF: member by then"),
    (InputStated("share", "%", Decimal("5.50"), label="Share of LRO"), "Share of LRO: 5.50 %"),
    (InputStated("share", "%"), "share: unknown"),
    (FormulaStated("levy", "the levy", "share * budget", "USD"), "cost of the levy: share * budget"),
    (EstimateRun("x", "levy", "1", "USD", None, Decimal(3), None), "estimate levy: 3 USD"),
    (IndicatorDefined("i", "Core share", "%"), "indicator: Core share"),
    (ObservationMade("i", PartialDate("2030"), Decimal("4.1")), "i in 2030: 4.1"),
    (RuleStated("r", "Council", Topic.QUORUM, "A majority"), "rule of Council: A majority"),
    (MembersCounted("Council", 24), "Council: 24 members"),
    (SessionAnnounced("s40", "Council", "40th session", DAY, END),
     "Council: 40th session announced, on 1 June 2030 to 2 June 2030"),
    (SessionAnnounced("s40", "Council", "40th session", PartialDate("2030-06")),
     "Council: 40th session announced, in June 2030"),
    (ProposalTabled("p", "Join", "Council", (Option("a", "Yes"), Option("b", "No"))),
     "Council: proposal Join, options Yes and No"),
    (OptionAssessed("p", "a", "identity", "it stays", met=True), "a under identity: met, it stays"),
    (OptionAssessed("p", "a", "identity", "it goes", met=False), "a under identity: not met, it goes"),
    (OptionAssessed("p", "a", "cost", "cheap", score=Decimal(8)), "a under cost: 8 of 10, cheap"),
    (VoteTaken("v", "p", "a", "s40", yes=3, no=2, abstain=1), "vote on a: 3 for, 2 against, 1 abstaining"),
    (VoteTaken("v", "p", "a", "s40", ballots=(Ballot("Ruland", VoteCast.YES),)), "vote on a: 1 ballots"),
    (VoteTaken("v", "p", "a", "s40", consensus=True), "a taken by consensus"),
    (DecisionRecorded("d", "Council", "Join", Outcome.ADOPTED, closes=("m1",), changes=("m2",), creates=("m9",)),
     "Council: Join, adopted; closes “open talks”; changes “report”; creates “m9”"),
    (LinkClaimed("m1", "SDG 6.5"), "open talks serves SDG 6.5"),
    (LinkClaimed("m1", "SDG 6.5", stand=False), "open talks does not serve SDG 6.5"),
    (WordingClaimed("c1", "brief 2030-01-01", "b2", "two", "three"), f"{CHANGE} accepted: “two” to “three”"),
    (WordingClaimed("c1", "brief 2030-01-01", now="three"), f"{CHANGE} accepted: “three” added"),
    (WordingClaimed("c1", "brief 2030-01-01", "b2", "two", stand=False), f"{CHANGE} declined: “two” struck"),
    (TableRead("plan-1", "plan", TableKind.ACTIONS, "Plan", 1, ("No",), ()), "table plan taken in as actions: plan-1"),
    (MandateCited("res", "LRO", "Budget 2031"), f"LRO names {NAMES.get('res', 'res')} among its mandates"),
    (MandateCited("p9", cited_in="Budget 2031"), "Budget 2031 names p9 among its mandates"),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "title"), TITLES)
def test_every_kind_of_fact_is_said_in_plain_words(fact, title):
    assert title_of(fact, NAMES) == title


def test_no_kind_of_fact_is_left_out():
    assert {type(fact) for fact, _ in TITLES} == set(KINDS.values())


PROOF = Evidence("rep", "p1")
SAID = (
    told(EventNoted("second"), "2030-05"),
    told(EventNoted("first"), "2030-05-02", evidence=(PROOF, Evidence("rep", "p2"))),
    told(EventNoted("later"), "2031-05-02", basis=Basis.BACKGROUND),
)


def test_lines_stand_in_the_order_of_their_days_with_their_evidence():
    first, second = find_timeline(history_of(*SAID, on="2030-12-31"))

    assert [first.title, second.title] == ["first", "second"]
    assert (first.documents, first.evidence[0], first.number, first.by) == (("rep",), PROOF, 2, "A. Clerk")
    assert (second.day, first.kind) == (PartialDate("2030-05"), "event.noted")


@pytest.mark.parametrize(
    ("most", "titles"), [(0, []), (1, ["later"]), (2, ["second", "later"]), (9, ["first", "second", "later"])]
)
def test_the_last_lines_can_be_had_alone(most, titles):
    entries = entries_of(SAID)

    assert [one.title for one in find_timeline(history_of(*SAID), most=most)] == titles
    assert [one.title for one in find_timeline(History(entries, date(2031, 12, 31)), entries, most=most)] == titles


def test_what_is_not_checked_is_marked():
    assert [one.basis for one in find_timeline(history_of(*SAID))] == [Basis.SEEN, Basis.SEEN, Basis.BACKGROUND]


CORRECTED = entries_of(
    [
        *SAID,
        told(EventNoted("first, put right"), "2030-05-03", corrects=2),
        told(EventNoted("first, put right again"), "2030-05-04", corrects=4),
        told(EntryWithdrawn("never happened"), "2030-06-01", corrects=1),
    ]
)


def test_corrections_take_the_place_of_what_they_correct():
    titles = [one.title for one in find_timeline(History(CORRECTED, date(2030, 12, 31)))]

    assert titles == ["first, put right again"]


def test_what_was_said_before_is_told_where_it_is_asked_for():
    lines = find_timeline(History(CORRECTED, date(2030, 12, 31)), CORRECTED)

    assert [one.title for one in lines] == ["first, put right again", "second"]
    assert [one.title for one in lines[0].before] == ["first, put right", "first"]
    assert [one.corrected_by for one in lines[0].before] == [5, 4]
    assert (lines[1].corrected_by, lines[0].corrected_by) == (6, None)


def test_a_correction_that_was_not_known_yet_is_not_told():
    moment = RECORDED.replace(second=3)
    lines = find_timeline(History(CORRECTED, date(2030, 12, 31), moment), CORRECTED)

    assert [one.title for one in lines] == ["first", "second"]
    assert [one.corrected_by for one in lines] == [None, None]


def test_a_ledger_that_was_changed_by_hand_goes_in_no_circle():
    odd = entries_of(
        [
            told(EventNoted("one"), corrects=2),
            told(EventNoted("two"), corrects=1),
            told(EventNoted("three"), corrects=1),
        ]
    )
    lines = find_timeline(History(odd, date(2030, 12, 31)), odd)

    assert [one.title for one in lines][-1] == "three"
    assert [one.title for one in lines[-1].before] == ["one"]
    assert find_timeline(History(odd[:2], date(2030, 12, 31)), odd[:2])


def test_sources_that_disagree_are_marked_on_both_sides():
    described = MechanismDescribed("forum", "Flood Forum")
    one = told(StandingReported("LRO", "forum", Standing.MEMBER), "2030-05-01")
    other = told(StandingReported("LRO", "forum", Standing.OBSERVER), "2030-05-01")
    lines = find_timeline(history_of(described, one, other, EventNoted("nothing")))

    assert {line.title: bool(line.conflicts) for line in lines} == {
        "mechanism: Flood Forum": False,
        "nothing": False,
        "LRO, FF: member".replace("FF", "Flood Forum"): True,
        "LRO, Flood Forum: observer": True,
    }
