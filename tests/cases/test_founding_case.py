"""The founding case, from the first word to the Council's decision and beyond."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from operative.bootstrap.casebooks import export_casebook, import_casebook
from operative.bootstrap.dossiers import Dossier, open_dossiers
from operative.bootstrap.drafts import draft_views, signature_for, suggest_for
from operative.bootstrap.openings import open_on_resolution, register_draft
from operative.domain.days import PartialDate
from operative.domain.entries import Entry, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts import Fact
from operative.domain.facts.decisions import (
    DecisionRecorded,
    Gate,
    Majority,
    MembersCounted,
    Option,
    Outcome,
    ProposalTabled,
    RuleStated,
    SessionAnnounced,
    SessionSort,
    Topic,
    VoteBase,
    VoteTaken,
)
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, RoleGranted
from operative.domain.facts.engagements import EngagementHeld, Form
from operative.domain.facts.estimates import FormulaStated, InputStated
from operative.domain.facts.mandates import MandateMoved, MandateStated, Step
from operative.domain.facts.mechanisms import (
    MechanismChange,
    MechanismChanged,
    MechanismDescribed,
    Standing,
    StandingReported,
)
from operative.domain.facts.reports import Answer, ReportFiled
from operative.domain.mandates import Modality
from operative.domain.memberships import GoalState
from operative.domain.people import Role
from operative.domain.progress import MandateState
from operative.domain.verdicts import Verdict
from operative.dossiers.decisions import find_decisions
from operative.dossiers.engagements import find_engagements
from operative.dossiers.estimates import find_estimates, run_estimate
from operative.dossiers.mandates import find_mandates
from operative.dossiers.memberships import find_goals, find_mechanisms, find_standings
from operative.dossiers.proposals import find_proposals
from operative.dossiers.reports import find_reports

from .casebooks import history

CASE = "iom-un-2015"
COUNCIL = "Council"


def states(found: tuple[object, ...]) -> dict[str, str]:
    return {one.id: str(one.state) for one in found}  # type: ignore[attr-defined]  # every view of these has both


# From the casebook: always.


def test_on_1_may_2016_nothing_is_reached_and_the_talks_have_begun() -> None:
    day = history(CASE, "2016-05-01")
    goals = states(find_goals(day))

    assert {goals[f"g-op2.c-{i}"] for i in range(1, 9)} == {"open"}
    assert (goals["g-op2.c-9"], goals["g-op2.c-10"]) == ("kept", "kept")
    mandates = states(find_mandates(day))
    assert mandates["m-op2-1"] == MandateState.FULFILLED
    assert mandates["m-op2-3"] == MandateState.IN_PROGRESS
    assert mandates["m-op3-1"] == MandateState.PROPOSED
    assert [one.decision.id for one in find_decisions(day)] == ["d-70-263"]
    iasc = next(one for one in find_standings(day, "IOM") if one.mechanism == "iasc")
    assert iasc.words == "invitee, since 19 December 1991"
    assert [(one.key, one.depth) for one in find_mechanisms(day) if one.key == "undg"] == [("undg", 1)]


def test_one_act_reaches_several_goals_in_turn() -> None:
    goals = {one.id: one for one in find_goals(history(CASE, "2016-12-31"))}

    assert {one.state for one in goals.values()} == {GoalState.REACHED, GoalState.KEPT, GoalState.OPEN}
    assert goals["g-op2.c-1"].entries == goals["g-op2.c-2"].entries == goals["g-op2.c-3"].entries
    assert goals["g-op2.c-2"].words == "reached: member, through CEB, since 19 September 2016"
    assert goals["g-op2.c-5"].words == "reached: member, through UNDG, since October 2016"
    # That a membership is provided for does not show that the seat was taken.
    assert goals["g-op2.c-8"].state is GoalState.OPEN


def test_sources_that_differ_stay_side_by_side() -> None:
    view = next(one for one in find_standings(history(CASE, "2016-12-31"), "IOM") if one.mechanism == "iasc")

    assert view.words == "member, since May 2016 or 19 September 2016: sources differ"
    assert [said.value for said in view.conflicts[0].said] == ["2016-05", "2016-09-19"]


def test_the_third_pillar_leaves_and_the_goals_go_on() -> None:
    before, after = history(CASE, "2017-10-31"), history(CASE, "2018-06-30")
    depth = [next(one.depth for one in find_mechanisms(day) if one.key == "undg") for day in (before, after)]
    undg = next(one for one in find_goals(after) if one.id == "g-op2.c-4")

    assert depth == [1, 0]
    assert undg.state is GoalState.REACHED
    assert undg.now_in == ("unsdg",)
    assert "followed in UNSDG, where no standing is reported yet" in undg.words
    suggested = next(one for one in find_standings(after, "IOM") if one.mechanism == "unsdg")
    assert suggested.standing is None
    assert suggested.words == "no source says; likely member: it took the place of UNDG"


def test_what_ended_without_a_successor_has_lost_its_object() -> None:
    echa = next(one for one in find_goals(history(CASE, "2026-06-01")) if one.id == "g-op2.c-8")

    assert echa.state is GoalState.WITHOUT_OBJECT
    assert "(background, unchecked)" in echa.words


def test_the_cost_sharing_doubles_and_what_is_unknown_stays_unknown() -> None:
    service = "resident-coordinators"
    early = run_estimate(history(CASE, "2018-05-30"), service)
    late = run_estimate(history(CASE, "2018-06-30"), service)

    assert early.expression == "rc_cost_share"
    assert late.expression.startswith("2 * rc_cost_share")
    assert (late.low, late.base, late.high) == (None, None, None)
    assert set(late.unknown) == {"rc_cost_share", "rc_levy_base"}


def test_the_signature_is_300_days_after_the_resolution() -> None:
    member = next(one for one in find_goals(history(CASE, "2016-09-19")) if one.id == "g-op2.c-1")
    assert member.tenure is not None

    assert member.tenure.since[0].first - date(2015, 11, 24) == timedelta(days=300)


# With the texts.


class Desk:
    """Somebody who enters facts into a dossier, day by day."""

    def __init__(self, dossier: Dossier, by: str = "A. Clerk") -> None:
        self.dossier, self.by = dossier, by

    def enters(self, day: str, *facts: Fact, evidence: tuple[Evidence, ...] = (), by: str = "") -> tuple[Entry, ...]:
        """The facts as entries of one day."""
        return self.dossier.enter([Statement(one, PartialDate(day), by or self.by, evidence) for one in facts])

    def names(self, day: str, key: str, role: DocumentRole, title: str = "") -> tuple[Evidence, ...]:
        """A document, and evidence that points at it."""
        self.enters(day, DocumentNamed(key, role, title=title or key, dated=PartialDate(day)))
        return (Evidence(key),)


@pytest.fixture(scope="module")
def desk(field_data: Path) -> Desk:
    """A desk with a dossier that was opened on the text of the resolution."""
    ticks = iter(range(10**6))
    place = open_dossiers("memory:", now=lambda: datetime(2026, 11, 1, tzinfo=UTC) + timedelta(seconds=next(ticks)))
    dossier = open_on_resolution(
        place,
        "iom-un",
        field_data / "seed" / "resolution-1309.txt",
        by="A. Clerk",
        today=date(2026, 11, 1),
        participant="IOM",
        counterpart="United Nations",
    )
    return Desk(dossier)


@pytest.mark.field
def test_the_founding_case_from_the_first_word_to_the_new_resolution(desk: Desk, field_data: Path) -> None:
    dossier = desk.dossier
    opened = dossier.history(date(2015, 11, 24))
    assert len(find_mandates(opened)) == 6
    assert len(find_goals(opened)) == 10

    # People, rules of the house, the letter and the invitation.
    desk.enters("2015-11-24", RoleGranted("L. Adviser", Role.LEGAL_ADVISER))
    rules = desk.names("2015-11-24", "constitution", DocumentRole.RULES)
    majority = RuleStated("const-24-1", COUNCIL, Topic.MAJORITY, "Simple majority", (), Majority.SIMPLE,
                          VoteBase.PRESENT_AND_VOTING)  # fmt: skip
    quorum = RuleStated("const-24-3", COUNCIL, Topic.QUORUM, "A majority of the members", majority=Majority.SIMPLE)
    desk.enters("2015-11-24", majority, quorum, MembersCounted(COUNCIL, 162), evidence=rules)
    for mandate in ("m-op2-1", "m-op2-3", "m-op3-1", "m-op4-1"):
        desk.enters("2016-01-11", MandateMoved(mandate, Step.ASSIGN, "Office of the Director General"))
    letter = desk.names("2016-03-10", "letter", DocumentRole.EVIDENCE)
    goals = tuple(f"g-op2.c-{i}" for i in range(1, 9))
    talks = EngagementHeld("n-1", Form.LETTER, "Secretary-General", "Letter", raised=("m-op2-1", *goals))
    desk.enters("2016-03-10", talks, evidence=letter)
    desk.enters("2016-03-10", MandateMoved("m-op2-1", Step.FULFIL), evidence=letter)
    assert {one.state for one in find_goals(dossier.history(date(2016, 5, 1)))[:8]} == {GoalState.SOUGHT}
    assert len(find_engagements(dossier.history(date(2016, 5, 1)))) == 1

    # A report that does not say what it costs.
    desk.names("2016-05-12", "report-2016", DocumentRole.REPORT)
    scope = {one.id: one for one in dossier.history(date.max).facts(MandateStated)}["m-op3-1"].scope
    answers = (Answer("m-op3-1", scope[0], True, "op1"), Answer("m-op3-1", scope[1], False))
    desk.enters("2016-05-12", ReportFiled("r-1", "report-2016", "Member States", answers=answers))
    reported = next(one for one in find_mandates(dossier.history(date(2016, 6, 1))) if one.id == "m-op3-1")
    assert (reported.state, reported.unanswered) == (MandateState.REPORTED, (scope[1],))
    assert find_reports(dossier.history(date(2016, 6, 1)))

    # The draft, a suggestion for every element, and a named person who signs.
    register_draft(
        dossier, "Agreement", field_data / "case" / "A_RES_70_296.txt", by="A. Clerk", on=PartialDate("2016-06-15")
    )
    on = dossier.history(date(2016, 6, 15))
    suggestions = [one for one in suggest_for(on, dossier, "Agreement") if one.verdict is not Verdict.ADDED]
    assert len(suggestions) == 16
    (unsigned,) = draft_views(on, dossier)[0].conditions
    assert (unsigned.signed, unsigned.total) == (0, 16)
    for one in suggestions:
        proof = (Evidence.quoting("agreement", one.passage, one.quote.words),) if one.quote else ()
        signature = signature_for(on, dossier, "Agreement", one.element, one.verdict)
        desk.enters("2016-06-20", signature, evidence=proof, by="L. Adviser")
    (signed,) = draft_views(dossier.history(date(2016, 6, 20)), dossier)[0].conditions
    assert (signed.signed, signed.total) == (16, 16)

    # The proposal, its gate, the special session, the vote, the decision.
    desk.names("2016-06-20", "proposal", DocumentRole.REPORT)
    desk.enters(
        "2016-06-20",
        SessionAnnounced(
            "special-1", COUNCIL, "First Special Session", PartialDate("2016-06-30"), sort=SessionSort.SPECIAL
        ),
        ProposalTabled(
            "p-1",
            "The draft Agreement",
            COUNCIL,
            (Option("approve", "Approve", goals=goals),),
            "proposal",
            "special-1",
            answers=("m-op4-1",),
            gates=(Gate("kept", "Elements", ("c-op2-1",)),),
        ),
    )
    assert len(find_proposals(dossier.history(date(2016, 6, 21)))) == 1
    desk.enters("2016-06-30", VoteTaken("v-1", "p-1", "approve", "special-1", consensus=True))
    desk.names("2016-06-30", "resolution-1317", DocumentRole.RESOLUTION)
    decision = DecisionRecorded(
        "d-1",
        COUNCIL,
        "The draft is approved",
        Outcome.ADOPTED,
        "special-1",
        "p-1",
        "approve",
        "v-1",
        document="resolution-1317",
        closes=("m-op4-1",),
        creates=("resolution-1317:m-1",),
    )
    created = MandateStated("resolution-1317:m-1", "resolution-1317", "op1", "sign the Agreement", Modality.DIRECTIVE)
    desk.enters("2016-06-30", decision, created, evidence=(Evidence("resolution-1317"),))
    decided = dossier.history(date(2016, 6, 30))
    assert [one.decision.outcome for one in find_decisions(decided)] == [Outcome.ADOPTED]
    assert states(find_mandates(decided))["m-op4-1"] == MandateState.FULFILLED

    # Signature, memberships one after the other, costs as far as anybody knows.
    agreement = (Evidence("agreement", "annex1.art3.2.a"),)
    member = StandingReported("IOM", "ceb", Standing.MEMBER, goals[:3])
    desk.enters("2016-09-19", member, MandateMoved("m-op2-3", Step.START), MandateMoved("m-op2-3", Step.FULFIL),
                evidence=agreement)  # fmt: skip
    desk.enters("2016-10", StandingReported("IOM", "undg", Standing.MEMBER, goals[3:6]), evidence=agreement)
    budget = InputStated("budget", "USD thousand", Decimal("4702.1"), said_by="A/80/6")
    share = InputStated("share", "%")
    formula = FormulaStated("secretariat", "A share", "share * budget", "USD thousand")
    desk.enters("2016-10-01", budget, share, formula)
    desk.enters("2016-10-01", run_estimate(dossier.history(date(2016, 10, 1)), "secretariat", id="e-1"))
    (estimate,) = find_estimates(dossier.history(date(2016, 10, 1)))
    assert "share" in estimate.words

    # 2017 and 2018: the pillar leaves, and has a new name.
    desk.enters("2017-11", MechanismChanged("undg", MechanismChange.MOVED), evidence=agreement)
    desk.enters("2018-05-31", MechanismDescribed("unsdg", "United Nations Sustainable Development Group", "UNSDG"))
    desk.enters("2018-05-31", MechanismChanged("undg", MechanismChange.SUCCEEDED, ("unsdg",), by_then=True))
    found = states(find_goals(dossier.history(date(2018, 6, 30))))
    assert [found[goal] for goal in goals] == ["reached"] * 6 + ["sought"] * 2

    # The day before it all began looks as it did; the ledger is whole, and goes elsewhere without loss.
    assert {one.state for one in find_goals(dossier.history(date(2016, 5, 1)))[:8]} == {GoalState.SOUGHT}
    assert dossier.verify() == ()
    elsewhere = import_casebook(open_dossiers("memory:"), export_casebook(dossier))
    assert tuple(elsewhere.entries()) == tuple(dossier.entries())
