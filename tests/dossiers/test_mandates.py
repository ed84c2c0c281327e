"""Mandates of a fictional organization: the steps, what an end needs, when they are due, what is said of them."""

from datetime import date

import pytest

from operative.domain.days import PartialDate
from operative.domain.entries import Basis
from operative.domain.evidence import Evidence
from operative.domain.facts.conditions import ConditionStated
from operative.domain.facts.decisions import DecisionRecorded, Outcome, SessionAnnounced, SessionSort
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, DossierOpened
from operative.domain.facts.mandates import Bound, Due, MandateMoved, MandateStated, NextActionSet, Step
from operative.domain.facts.reports import Answer, ReportFiled
from operative.domain.mandates import Modality
from operative.domain.progress import MandateState
from operative.dossiers.mandates import CHECKS, find_mandates
from operative.dossiers.transitions import TABLE
from operative.errors import IllegalTransition, MissingEvidence, Refused, UnknownSubject

from .told import history_of, told, try_after

ASKED = "2030-03-01"
LETTER = (Evidence.quoting("letter", "p1", "we hereby open the talks"),)
DOCUMENTS = (
    told(DossierOpened("Wells", body="Lake Council"), "2030-03-01"),
    told(DocumentNamed("res", DocumentRole.RESOLUTION, "R/7"), ASKED),
    told(DocumentNamed("letter", DocumentRole.EVIDENCE), ASKED),
    told(DocumentNamed("rep", DocumentRole.REPORT), ASKED),
    told(DocumentNamed("end", DocumentRole.DECISION), ASKED),
)
TALKS = MandateStated("m1", "res", "op1", "open talks", Modality.DIRECTIVE, "the Director")
COSTS = MandateStated(
    "m2", "res", "op2", "report on the talks", Modality.DIRECTIVE, "the Director", scope=("talks", "costs"),
    recipients=("the Council",), reporting_duty=True,
)  # fmt: skip
OPTIONS = MandateStated("m3", "res", "op3", "lay options", Modality.DIRECTIVE, deliverables=("options",))


def step(name, day, mandate="m1", evidence=LETTER, **more):
    return told(MandateMoved(mandate, Step(name), **more), day, evidence=evidence)


def filed(day, *scopes, mandate="m2", left=(), key="r1"):
    answers = [Answer(mandate, one, provision="p2") for one in scopes] + [Answer(mandate, one, False) for one in left]
    return told(ReportFiled(key, "rep", answers=tuple(answers)), day)


def asked(mandate=TALKS, **due):
    values = {name: getattr(mandate, name) for name in MandateStated.__dataclass_fields__ if name != "kind"}
    return told(MandateStated(**{**values, "due": Due(**due) if due else None}), ASKED)


def view(*statements, on="2031-12-31", mandate=None):
    found = find_mandates(history_of(*DOCUMENTS, *statements, on=on))
    return next(one for one in found if mandate in (None, one.id))


PATHS = [
    ((), MandateState.PROPOSED),
    (("accept",), MandateState.ACCEPTED),
    (("accept", "assign"), MandateState.ASSIGNED),
    (("assign", "accept"), MandateState.ASSIGNED),
    (("accept", "start", "assign"), MandateState.IN_PROGRESS),
    (("accept", "start", "report"), MandateState.REPORTED),
    (("report", "start"), MandateState.IN_PROGRESS),
    (("accept", "fulfil"), MandateState.FULFILLED),
    (("accept", "fulfil", "report"), MandateState.FULFILLED),
    (("accept", "fulfil", "renew"), MandateState.RENEWED),
    (("accept", "fulfil", "renew", "accept"), MandateState.ACCEPTED),
    (("accept", "adapt"), MandateState.ADAPTED),
    (("accept", "adapt", "fulfil"), MandateState.FULFILLED),
    (("discontinue",), MandateState.DISCONTINUED),
    (("discontinue", "renew"), MandateState.RENEWED),
    (("supersede", "retire"), MandateState.RETIRED),
    (("merge", "retire"), MandateState.RETIRED),
    (("replace",), MandateState.REPLACED),
]


@pytest.mark.parametrize(("path", "state"), PATHS)
def test_steps_lead_where_the_table_says(path, state):
    moves = [step(name, f"2030-04-{day:02}") for day, name in enumerate(path, 1)]
    found = view(told(TALKS, ASKED), *moves)

    assert found.state is state
    assert found.findings == ()
    assert found.entries == (6, *range(7, 7 + len(path)))


ILLEGAL = [(state, name) for state in MandateState for name in Step if name not in TABLE[state]]
WAYS = {
    state: next(path for path, end in PATHS if end is state) for state in {end for _, end in PATHS}
} | {MandateState.SUPERSEDED: ("supersede",), MandateState.MERGED: ("merge",)}  # fmt: skip


def test_every_state_has_a_row_and_none_leads_back_to_proposed():
    assert set(TABLE) == set(MandateState)
    assert MandateState.PROPOSED not in {after for row in TABLE.values() for after in row.values()}


@pytest.mark.parametrize(("state", "name"), ILLEGAL)
def test_a_step_that_the_table_does_not_have_is_refused_and_found(state, name):
    moves = [step(one, f"2030-04-{day:02}") for day, one in enumerate(WAYS[state], 1)]
    last = step(name, "2030-05-01", into=("m3",))
    told_before = [*DOCUMENTS[1:], told(TALKS, ASKED), told(OPTIONS, ASKED), *moves]
    with pytest.raises(IllegalTransition, match=f"m1 is {state} on 2030-05-01: no way to {name}"):
        try_after(told_before, last, CHECKS)
    found = view(told(TALKS, ASKED), *moves, last)

    assert found.state is state
    assert [one.code for one in found.findings] == ["mandate-step"]


def test_a_step_is_judged_by_its_own_day():
    done = step("fulfil", "2030-06-01")
    before = [*DOCUMENTS[1:], told(TALKS, ASKED), step("accept", "2030-04-01"), done]
    try_after(before, step("assign", "2030-05-01"), CHECKS)
    with pytest.raises(IllegalTransition, match="m1 is fulfilled"):
        try_after(before, step("assign", "2030-07-01"), CHECKS)


def test_a_correction_is_judged_without_what_it_corrects():
    before = [*DOCUMENTS[1:], told(TALKS, ASKED), step("accept", "2030-04-01"), step("fulfil", "2030-06-01")]
    again = told(MandateMoved("m1", Step.FULFIL), "2030-06-02", evidence=LETTER, corrects=9)
    try_after(before, again, CHECKS)


REFUSED = [
    (TALKS, (), step("accept", "2030-04-01", mandate="m9"), UnknownSubject, "no mandate 'm9'"),
    (TALKS, (), step("supersede", "2030-04-01", into=("m9",)), UnknownSubject, "no mandate 'm9'"),
    (TALKS, (), step("merge", "2030-04-01"), Refused, "takes over: into"),
    (TALKS, (), step("replace", "2030-04-01", into=("m1",)), Refused, "circle: m1 -> m1"),
    (TALKS, (), step("discontinue", "2030-04-01", evidence=()), MissingEvidence, "or the reason"),
    (TALKS, (), step("report", "2030-04-01", evidence=()), MissingEvidence, "document that reports"),
    (TALKS, ("accept",), step("fulfil", "2030-04-02", evidence=()), MissingEvidence, "a document that shows"),
    (TALKS, ("accept",), step("fulfil", "2030-04-02", evidence=(Evidence("res", "op1"),)), MissingEvidence, "other"),
    (OPTIONS, ("accept",), step("fulfil", "2030-04-02", "m3", evidence=()), MissingEvidence, "delivered: options"),
    (COSTS, ("accept",), step("fulfil", "2030-04-02", "m2"), MissingEvidence, "a filed report that answers it"),
    (COSTS, ("accept",), step("fulfil", "2030-04-02", "m2"), MissingEvidence, "an answer on 'costs'"),
    (TALKS, (), told(TALKS), Refused, "'m1' already, in entry 7"),
    (TALKS, (), told(NextActionSet("m9", "write")), UnknownSubject, "no mandate 'm9'"),
    (TALKS, (), told(MandateStated("m4", "nowhere", "op1", "x", Modality.DECISION)), UnknownSubject, "'nowhere'"),
    (TALKS, (), told(MandateStated("m4", "res", "op1", "x", Modality.DECISION, conditions=("c1",))), UnknownSubject,
     "no condition 'c1'"),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "path", "last", "error", "words"), REFUSED)
def test_what_lacks_its_proof_or_subject_is_refused(stated, path, last, error, words):
    moves = [step(name, "2030-04-01", stated.id) for name in path]
    with pytest.raises(error, match=words):
        try_after([*DOCUMENTS[1:], told(stated, ASKED), *moves], last, CHECKS)


HANDED = told(OPTIONS, ASKED), told(TALKS, ASKED), told(COSTS, ASKED), step("replace", "2030-04-01", into=("m2",))


@pytest.mark.parametrize(
    ("moves", "last", "circle"),
    [
        ((), step("merge", "2030-04-02", "m2", into=("m1",)), "m2 -> m1 -> m2"),
        ((), step("supersede", "2030-03-15", "m2", into=("m3", "m1")), "m2 -> m1 -> m2"),
        ((step("merge", "2030-04-02", "m2", into=("m3",)),), step("replace", "2030-04-03", "m3", into=("m1",)),
         "m3 -> m1 -> m2 -> m3"),
    ],
)  # fmt: skip
def test_mandates_that_take_over_from_each_other_in_a_circle_are_refused(moves, last, circle):
    with pytest.raises(Refused, match=f"what takes over would go in a circle: {circle}"):
        try_after([*DOCUMENTS[1:], *HANDED, *moves], last, CHECKS)


def test_a_step_that_is_corrected_takes_no_part_in_a_circle():
    correction = MandateMoved("m2", Step.REPLACE, into=("m3",))
    handed = step("replace", "2030-04-02", "m2", into=("m3",))
    last = told(correction, "2030-04-02", evidence=LETTER, corrects=11)
    try_after([*DOCUMENTS[1:], *HANDED, handed], last, CHECKS)


def test_a_reason_is_enough_to_end_what_was_misread():
    try_after([*DOCUMENTS[1:], told(TALKS)], step("discontinue", "2030-04-01", evidence=(), reason="misread"), CHECKS)


ENDS = [
    # a report that answers all, none that answers but one, answers without a place
    ((filed("2030-04-05", "talks", "costs"),), MandateState.FULFILLED),
    ((filed("2030-04-05", "talks"), filed("2030-04-06", "costs", key="r2")), MandateState.FULFILLED),
    ((filed("2030-04-05", "talks"),), MandateState.REPORTED),
    ((filed("2030-04-05", "talks", left=("costs",)),), MandateState.REPORTED),
    ((filed("2030-04-05", left=("talks", "costs")),), MandateState.ACCEPTED),
    ((told(ReportFiled("r1", "rep", answers=(Answer("m2", "talks"), Answer("m2", "costs"))), "2030-04-05"),),
     MandateState.ACCEPTED),
    # words that leave it open are no answer, although they have a place
    (
        (
            told(
                ReportFiled(
                    "r1", "rep", answers=(Answer("m2", "talks", False, "p3"), Answer("m2", "costs", False, "p4"))
                ),
                "2030-04-05",
            ),
        ),
        MandateState.ACCEPTED,
    ),
    # what comes after the day of the end proves nothing
    ((filed("2030-05-05", "talks", "costs"),), MandateState.REPORTED),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "state"), ENDS)
def test_a_reporting_mandate_ends_with_its_whole_scope_answered(reports, state):
    found = view(told(COSTS, ASKED), step("accept", "2030-04-01", "m2"), *reports, step("fulfil", "2030-05-01", "m2"))

    assert found.state is state
    assert bool(found.findings) is (state is not MandateState.FULFILLED)


def test_what_was_reported_before_a_renewal_counts_no_more():
    found = view(
        told(COSTS, ASKED),
        filed("2030-04-05", "talks", "costs"),
        step("renew", "2030-05-01", "m2"),
        step("fulfil", "2030-06-01", "m2"),
    )

    assert found.state is MandateState.RENEWED
    assert found.unanswered == ("talks", "costs")
    assert found.reports == ()
    assert found.unanswered_since == date(2030, 5, 1)


LASTING = Due("on a continuous basis", continuous=True), Due("every year", every="P1Y")


@pytest.mark.parametrize("due", LASTING)
def test_what_does_not_end_by_itself_ends_by_the_body(due):
    stated = told(MandateStated("m2", "res", "op2", "report", Modality.DIRECTIVE, due=due, reporting_duty=True), ASKED)
    begin = [*DOCUMENTS[1:], stated, filed("2030-04-05", "")]
    with pytest.raises(MissingEvidence, match="does not end by itself"):
        try_after(begin, step("fulfil", "2030-05-01", "m2"), CHECKS)
    try_after(begin, step("fulfil", "2030-05-01", "m2", evidence=(Evidence("end", "op1"),)), CHECKS)


def decided(outcome=Outcome.ADOPTED, **what):
    return told(DecisionRecorded("d1", "Lake Council", "end", outcome, **what), "2030-05-01")


DECISIONS = [
    (TALKS, ("accept",), decided(document="end", closes=("m1",)), MandateState.FULFILLED),
    (TALKS, (), decided(document="end", closes=("m1",)), MandateState.DISCONTINUED),
    (COSTS, ("accept",), decided(document="end", closes=("m2",)), MandateState.DISCONTINUED),
    (TALKS, ("accept",), decided(Outcome.REJECTED, document="end", closes=("m1",)), MandateState.ACCEPTED),
    (TALKS, ("accept",), decided(changes=("m1",)), MandateState.ADAPTED),
]


@pytest.mark.parametrize(("stated", "path", "decision", "state"), DECISIONS)
def test_a_decision_closes_or_changes_mandates(stated, path, decision, state):
    found = view(told(stated, ASKED), *(step(name, "2030-04-01", stated.id) for name in path), decision)

    assert found.state is state


def test_a_report_step_without_a_document_is_found():
    found = view(told(TALKS, ASKED), step("report", "2030-04-01", evidence=()))

    assert found.state is MandateState.PROPOSED
    assert [one.code for one in found.findings] == ["mandate-unproven"]


def session(number, opens, closes, body="Lake Council", key="", sort=SessionSort.REGULAR):
    label = f"{number}th session" if isinstance(number, int) else number
    fact = SessionAnnounced(key or f"s{number}", body, label, PartialDate(opens), PartialDate(closes), sort)
    return told(fact, "2030-03-02")


FORTY, SPECIAL = session(40, "2030-11-03", "2030-11-05"), session("First Special Session", "2030-06-01", "2030-06-02")
DUES = [
    # due, as of, said, overdue, unanswered days
    ({}, "2030-03-31", "asked 1 March 2030, not accepted yet, unanswered for 30 days", False, 30),
    ({"continuous": True}, "2030-03-02", "asked 1 March 2030, not accepted yet, unanswered for 1 day", False, 1),
    ({"latest": PartialDate("2030-05")}, "2030-05-31", "…, due by May 2030", False, None),
    ({"latest": PartialDate("2030-05")}, "2030-06-01", "…, overdue since 1 June 2030", True, None),
    ({"latest": PartialDate("2031")}, "2030-06-01", "…, due by 2031", False, None),
    ({"earliest": PartialDate("2030-07-01")}, "2030-06-01", "…, from 1 July 2030 on", False, 92),
    ({"session": "40"}, "2030-06-01", "…, due by 5 November 2030", False, None),
    ({"session": "40"}, "2030-11-06", "…, overdue since 6 November 2030", True, None),
    ({"session": "40", "bound": Bound.BEFORE}, "2030-11-04", "…, overdue since 4 November 2030", True, None),
    ({"session": "next"}, "2030-06-01", "…, due by 5 November 2030", False, None),
    ({"session": "First Special Session"}, "2030-06-03", "…, overdue since 3 June 2030", True, None),
    ({"session": "41", "words": "at its 41st session"}, "2030-06-03", "…, due at its 41st session, no day known",
     False, 94),
    ({"session": "41"}, "2030-06-03", "…, due at session 41, no day known", False, 94),
    ({"every": "P1Y"}, "2030-06-01", "…, due by 1 March 2031", False, None),
    ({"every": "P1Y", "earliest": PartialDate("2030-07-01")}, "2030-06-01", "…, due by 1 July 2030", False, None),
    ({"every": "regular"}, "2030-03-02", "…, unanswered for 1 day", False, 1),
    ({"every": "P1Y", "session": "40"}, "2030-06-01", "…, due by 5 November 2030", False, None),
]  # fmt: skip


@pytest.mark.parametrize(("due", "on", "said", "overdue", "waiting"), DUES)
def test_when_it_is_due(due, on, said, overdue, waiting):
    found = view(asked(**due), FORTY, SPECIAL, on=on)

    assert found.summary == said.replace("…", "asked 1 March 2030, not accepted yet")
    assert (found.overdue, found.unanswered_days) == (overdue, waiting)


def test_a_session_counts_from_when_it_was_announced():
    assert "no day known" in view(asked(session="40"), FORTY, on="2030-03-01").summary
    assert "5 November" in view(asked(session="40"), FORTY, on="2030-03-02").summary


def test_a_session_that_was_announced_again_is_held_when_it_was_said_last():
    moved = session(40, "2030-12-01", "2030-12-02")

    assert view(asked(session="40"), FORTY, moved).due.latest == date(2030, 12, 2)


def test_a_session_is_that_of_the_recipient():
    other = session(40, "2030-09-01", "2030-09-02", body="Budget Committee")

    assert view(asked(COSTS, session="40"), FORTY, other).due.latest == date(2030, 11, 5)
    assert view(asked(COSTS, session="40"), other).due.latest is None


def test_a_body_of_the_vocabulary_sits_by_its_rule():
    opened = told(DossierOpened("Wells", body="General Assembly"), ASKED)
    found = find_mandates(history_of(opened, asked(session="91"), on="2031-01-01"))

    assert found[0].due.latest == date(2037, 9, 30)


SAID = [
    ((step("accept", "2030-04-01"),), "accepted 1 April 2030, unanswered for 60 days"),
    ((step("assign", "2030-04", owner="External Relations"),), "assigned to External Relations April 2030, unanswered "
     "for 60 days"),
    ((step("assign", "2030-04-01"),), "assigned 1 April 2030, unanswered for 60 days"),
    ((step("start", "2030-04-01"),), "in progress since 1 April 2030, unanswered for 60 days"),
    ((step("report", "2030-04-01"),), "reported 1 April 2030"),
    ((step("accept", "2030-04-01"), step("fulfil", "2030-04-02")), "fulfilled 2 April 2030"),
    ((step("merge", "2030-04-01", into=("m3", "m4")),), "merged 1 April 2030 into m3 and m4"),
    ((step("supersede", "2030-04-01", into=("m3",)),), "superseded 1 April 2030 by m3"),
    ((step("replace", "2030-04-01"),), "replaced 1 April 2030"),
    ((step("retire", "2030-04-01"),), "retired 1 April 2030"),
]  # fmt: skip


@pytest.mark.parametrize(("moves", "said"), SAID)
def test_a_state_is_said_in_plain_words(moves, said):
    assert view(asked(), *moves, on="2030-04-30").summary == said


def test_a_report_says_what_it_leaves_open():
    found = view(told(COSTS, ASKED), filed("2030-05-12", "talks", left=("costs",)))

    assert found.summary == "reported 12 May 2030, costs unanswered"
    assert found.unanswered == ("costs",)
    assert found.missing == ("an answer on 'costs'",)
    assert found.since == PartialDate("2030-05-12")


def test_a_late_report_duty_is_said_to_be_overdue():
    due = {"latest": PartialDate("2030-06-30")}

    assert view(asked(COSTS, **due), filed("2030-05-12", "talks", "costs")).overdue is False
    assert view(asked(COSTS, **due), on="2030-07-01").overdue is True


def test_a_permission_waits_for_nobody():
    free = MandateStated("m1", "res", "op1", "may act", Modality.PERMISSION, due=Due(latest=PartialDate("2030-05")))
    found = view(told(free, ASKED))

    assert (found.overdue, found.unanswered_days) == (False, None)


def test_owner_next_action_and_basis_are_shown():
    found = view(
        told(TALKS, ASKED),
        step("assign", "2030-04-01", owner="A. Clerk"),
        told(NextActionSet("m1", "write the letter", "B. Clerk", PartialDate("2030-05")), "2030-04-01"),
        told(MandateMoved("m1", Step.START), "2030-04-02", basis=Basis.BACKGROUND),
    )

    assert (found.owner, found.next_action, found.next_owner) == ("A. Clerk", "write the letter", "B. Clerk")
    assert found.background is True
    assert LETTER[0] in found.evidence


def test_a_mandate_that_is_stated_twice_counts_once():
    assert len(find_mandates(history_of(*DOCUMENTS, told(TALKS), told(TALKS)))) == 1


def test_a_condition_that_is_stated_can_be_named():
    condition = ConditionStated("c1", "res", "op1", "proviso", "provided that")
    stated = MandateStated("m4", "res", "op1", "x", Modality.DECISION, conditions=("c1",))
    try_after([*DOCUMENTS[1:], condition], told(stated), CHECKS)
