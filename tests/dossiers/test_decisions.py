"""Decisions of a fictional council: the outcome must follow from the vote, and what they do to mandates."""

from dataclasses import replace

import pytest

from operative.domain.days import PartialDate
from operative.domain.entries import Basis
from operative.domain.facts.decisions import (
    DecisionRecorded,
    Majority,
    MembersCounted,
    Option,
    Outcome,
    ProposalTabled,
    RuleStated,
    SessionAnnounced,
    Topic,
    VoteBase,
    VoteTaken,
)
from operative.domain.facts.dossiers import EntryWithdrawn
from operative.domain.facts.mandates import MandateStated
from operative.domain.mandates import Modality
from operative.dossiers.decisions import CHECKS, find_decisions, find_effects
from operative.errors import MissingEvidence, Refused, UnknownSubject

from .told import history_of, told, try_after

BODY = "Lake Council"
BEGIN = (
    RuleStated("maj", BODY, Topic.MAJORITY, "", majority=Majority.SIMPLE, base=VoteBase.PRESENT_AND_VOTING),
    RuleStated("adm", BODY, Topic.MAJORITY, "", ("admission",), Majority.TWO_THIRDS),
    RuleStated("quorum", BODY, Topic.QUORUM, "", majority=Majority.SIMPLE),
    MembersCounted(BODY, 20),
    ProposalTabled("p", "Forum", BODY, (Option("join", "Join"), Option("stay", "Stay")), matter="admission"),
    MandateStated("m1", "rules", "op1", "Open talks", Modality.DIRECTIVE),
    MandateStated("m2", "rules", "op2", "Report", Modality.DIRECTIVE),
    SessionAnnounced("s1", BODY, "First session", PartialDate("2030-05-01"), PartialDate("2030-05-03")),
    told(VoteTaken("v1", "p", "join", "s1", yes=8, no=4), "2030-05-02"),
    told(VoteTaken("v2", "p", "stay", "", yes=7, no=4), "2030-05-02"),
    told(VoteTaken("v3", "p", "stay", "", yes=7, no=3), "2030-06-01"),
)
DECIDED = DecisionRecorded("d1", BODY, "Joins the Forum", Outcome.ADOPTED, "s1", "p", "join", "v1", "adm", "rules",
                           ("m1",), ("m2",), ("m3", "m4"))  # fmt: skip
ON = "2030-05-02"


def test_a_decision_shows_its_vote_and_what_it_does():
    view = find_decisions(history_of(*BEGIN, told(DECIDED, ON)))[0]

    assert view.words == (
        "adopted on 2 May 2030: 8 for, 4 against; 8 needed (two thirds of 12 present and voting) by rule adm, "
        "rules Rule 1"
    )
    assert view.computed.rule.rule.id == "adm"
    assert [f"{one.kind.value} {one.mandate} by {one.decision} {one.document} {one.on} {one.entry}"
            for one in view.effects] == [
        "closes m1 by d1 rules 2030-05-02 12",
        "changes m2 by d1 rules 2030-05-02 12",
        "creates m3 by d1 rules 2030-05-02 12",
        "creates m4 by d1 rules 2030-05-02 12",
    ]  # fmt: skip


def test_effects_come_from_adopted_decisions_from_their_day_on():
    deferred = told(replace(DECIDED, id="d0", outcome=Outcome.DEFERRED, vote=""), "2030-04-01")
    facts = (*BEGIN, deferred, told(DECIDED, ON))

    assert find_effects(history_of(*facts, on="2030-05-01")) == ()
    assert [one.mandate for one in find_effects(history_of(*facts))] == ["m1", "m2", "m3", "m4"]
    assert find_decisions(history_of(*facts, on="2030-05-01"))[0].words == "deferred on 1 April 2030"


def test_a_decision_that_no_longer_agrees_with_its_vote_says_so():
    moved = told(VoteTaken("v1", "p", "join", "s1", yes=7, no=4), "2030-05-02", corrects=9)
    corrected = find_decisions(history_of(*BEGIN, told(DECIDED, ON), moved))[0]
    assert (corrected.agrees, corrected.decision.outcome) == (False, Outcome.ADOPTED)
    assert corrected.words.startswith("adopted on 2 May 2030; but from the vote follows: rejected: 7 for, 4 against")

    withdrawn = told(EntryWithdrawn("entered twice"), "2030-06-01", corrects=9)
    alone = find_decisions(history_of(*BEGIN, told(DECIDED, ON), withdrawn))[0]
    assert (alone.agrees, alone.words) == (None, "adopted on 2 May 2030; vote v1 no longer stands")
    assert find_decisions(history_of(*BEGIN, told(DECIDED, ON)))[0].agrees is True
    untold = find_decisions(history_of(*BEGIN[3:], told(DECIDED, ON)))[0]
    assert (untold.agrees, untold.words) == (
        None,
        "adopted on 2 May 2030; from its vote: cannot be told: no rule says which majority Lake Council needs",
    )


REFUSED = [
    ({"id": ""}, Refused, "a decision needs an id"),
    ({"outcome": Outcome.REJECTED, "closes": (), "changes": (), "creates": ()}, Refused,
     "decision d1 is not rejected: vote v1 is adopted: 8 for, 4 against; 8 needed .* assumed: the majority is one of "
     r"the members present and voting \(rule maj, rules Rule 1\)"),
    ({"vote": "v2", "option": "stay", "session": ""}, Refused, "is not adopted: vote v2 is rejected: 7 for, 4 against"),
    ({"vote": "v3", "option": "stay", "session": ""}, Refused, "vote v3 is no quorum: 10 of 20"),
    ({"vote": "v2", "session": ""}, Refused, "vote v2 was on option 'stay'"),
    ({"vote": "v9"}, UnknownSubject, "no vote 'v9' .* there are: v1, v2, v3"),
    ({"rule": "maj"}, Refused, "rule adm, rules Rule 1 applies to vote v1, and not rule maj"),
    ({"rule": "never"}, UnknownSubject, "no rule 'never' of Lake Council; there are: maj, adm, quorum"),
    ({"proposal": "q"}, UnknownSubject, "no proposal 'q'"),
    ({"option": "leave"}, UnknownSubject, "no option 'leave'"),
    ({"body": "Lake Committee"}, Refused, "before Lake Council, and not before Lake Committee"),
    ({"session": "s9"}, UnknownSubject, "no session 's9'"),
    ({"document": "res-9"}, UnknownSubject, "no document 'res-9'"),
    ({"closes": ("m9",)}, UnknownSubject, "no mandate 'm9'"),
    ({"changes": ("m9",)}, UnknownSubject, "no mandate 'm9'"),
    ({"vote": "", "outcome": Outcome.DEFERRED}, Refused, "what is deferred changes no mandate"),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "error", "words"), REFUSED)
def test_a_decision_that_does_not_follow_is_refused(changed, error, words):
    with pytest.raises(error, match=words):
        try_after(BEGIN, told(replace(DECIDED, **changed), ON), CHECKS)


def test_a_decision_that_changes_mandates_needs_proof():
    bare = replace(DECIDED, document="", rule="")
    with pytest.raises(MissingEvidence, match="name the resolution, or give evidence"):
        try_after(BEGIN, told(bare, ON, evidence=()), CHECKS)
    try_after(BEGIN, told(bare, ON), CHECKS)
    try_after(BEGIN, told(bare, ON, evidence=(), basis=Basis.BACKGROUND), CHECKS)
    try_after(BEGIN, told(replace(bare, closes=(), changes=(), creates=()), ON, evidence=()), CHECKS)


TAKEN = [
    DECIDED,
    replace(DECIDED, proposal="", option="", session="", rule="", document=""),
    replace(DECIDED, vote="v2", option="", session="", outcome=Outcome.REJECTED, closes=(), changes=(), creates=()),
    replace(DECIDED, vote="", body="Lake Committee", proposal="", option="", session="", rule=""),
]


@pytest.mark.parametrize("decision", TAKEN)
def test_a_decision_that_follows_is_entered(decision):
    try_after(BEGIN, told(decision, ON), CHECKS)


def test_a_vote_that_cannot_be_told_binds_no_outcome():
    try_after(BEGIN[3:], told(replace(DECIDED, rule=""), ON), CHECKS)


def test_an_id_is_given_once_but_a_correction_keeps_it():
    facts = [*BEGIN, told(DECIDED, ON)]
    with pytest.raises(Refused, match="there is a decision 'd1' already"):
        try_after(facts, told(DECIDED, ON), CHECKS)
    try_after(facts, told(DECIDED, ON, corrects=14), CHECKS)
