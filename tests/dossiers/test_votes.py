"""Votes of a fictional council: figures counted by hand, and what is true of every vote."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operative.domain.days import PartialDate
from operative.domain.facts.decisions import (
    Ballot,
    Majority,
    MembersCounted,
    Option,
    Outcome,
    ProposalTabled,
    RuleStated,
    SessionAnnounced,
    Topic,
    VoteBase,
    VoteCast,
    VoteTaken,
)
from operative.dossiers.decisions import CHECKS
from operative.dossiers.votes import compute_outcome, find_outcome
from operative.errors import Refused, UnknownSubject

from .told import history_of, told, try_after

BODY = "Lake Council"
VOTING, MEMBERS = VoteBase.PRESENT_AND_VOTING, VoteBase.MEMBERS


def majority(sort, *applies_to, base=None):
    return RuleStated(f"maj-{sort.value}", BODY, Topic.MAJORITY, "", applies_to, sort, base)


SIMPLE = majority(Majority.SIMPLE, base=VOTING)
QUORUM = RuleStated("quorum", BODY, Topic.QUORUM, "", majority=Majority.SIMPLE)
RULES = (
    SIMPLE,
    QUORUM,
    majority(Majority.TWO_THIRDS, "admission"),
    majority(Majority.THREE_QUARTERS, "dissolution", base=MEMBERS),
    majority(Majority.UNANIMITY, "charter", base=VOTING),
    majority(Majority.CONSENSUS, "declaration"),
    replace(majority(Majority.SIMPLE, "officer", base=MEMBERS), id="maj-officer"),
    MembersCounted(BODY, 20),
)


def vote(yes=0, no=0, abstain=0, absent=0, consensus=False, ballots=()):
    return VoteTaken("v", "p", "join", "", tuple(ballots), yes, no, abstain, absent, consensus)


COUNTED = [
    # matter, yes, no, abstaining, outcome, needed
    ("", 11, 0, 0, "adopted", 6),
    ("", 6, 5, 0, "adopted", 6),
    ("", 5, 5, 1, "rejected", 6),
    ("", 10, 10, 0, "rejected", 11),
    ("", 1, 0, 10, "adopted", 1),
    ("", 0, 0, 11, "rejected", 1),
    ("", 10, 0, 0, "no quorum", None),
    ("", 4, 3, 4, "adopted", 4),
    ("admission", 8, 4, 0, "adopted", 8),
    ("admission", 7, 4, 0, "rejected", 8),
    ("admission", 8, 4, 8, "adopted", 8),
    ("admission", 0, 0, 11, "rejected", 1),
    ("dissolution", 15, 5, 0, "adopted", 15),
    ("dissolution", 14, 0, 6, "rejected", 15),
    ("officer", 11, 9, 0, "adopted", 11),
    ("officer", 10, 1, 0, "rejected", 11),
    ("charter", 11, 0, 9, "adopted", 11),
    ("charter", 19, 1, 0, "rejected", 20),
    ("charter", 0, 0, 11, "rejected", 1),
    ("declaration", 11, 0, 0, "adopted", None),
    ("declaration", 11, 1, 0, "rejected", None),
    ("declaration", 0, 0, 11, "rejected", None),
]


@pytest.mark.parametrize(("matter", "yes", "no", "abstain", "outcome", "needed"), COUNTED)
def test_what_a_count_comes_to(matter, yes, no, abstain, outcome, needed):
    found = compute_outcome(history_of(*RULES), vote(yes, no, abstain), BODY, matter)

    assert (found.outcome.value, found.needed) == (outcome, needed)


WORDS = [
    ("", vote(6, 5, 2), "adopted: 6 for, 5 against; 6 needed (more than half of 11 present and voting) by rule "
     "maj-simple, rules Rule 1; 2 abstaining"),
    ("", vote(6, 6), "rejected: 6 for, 6 against; 7 needed (more than half of 12 present and voting) by rule "
     "maj-simple, rules Rule 1; a tie is no majority"),
    ("", vote(0, 0, 11), "rejected: 0 for, 0 against; 1 needed (more than half of 0 present and voting) by rule "
     "maj-simple, rules Rule 1; 11 abstaining; no vote was cast"),
    ("", vote(5, 3, 2, 9), "no quorum: 10 of 20 members present, 11 needed by rule quorum, rules Rule 1; of 1 the "
     "record says nothing"),
    ("", vote(5, 3, 2, 10), "no quorum: 10 of 20 members present, 11 needed by rule quorum, rules Rule 1"),
    ("", vote(consensus=True), "adopted by consensus, without a vote"),
    ("", vote(absent=9, consensus=True), "adopted by consensus, without a vote"),
    ("", vote(absent=10, consensus=True), "no quorum: 10 of 20 members present, 11 needed by rule quorum, rules "
     "Rule 1"),
    ("declaration", vote(11, 1), "rejected: 1 against, where rule maj-consensus, rules Rule 1 asks for no objection"),
    ("dissolution", vote(15, 5), "adopted: 15 for, 5 against; 15 needed (three quarters of the 20 members) by rule "
     "maj-three quarters, rules Rule 1"),
]  # fmt: skip


@pytest.mark.parametrize(("matter", "taken", "words"), WORDS)
def test_an_outcome_is_said_with_its_figures_and_rule(matter, taken, words):
    assert compute_outcome(history_of(*RULES), taken, BODY, matter).words == words


def test_a_majority_without_a_base_takes_that_of_the_general_rule_and_says_so():
    found = compute_outcome(history_of(*RULES), vote(8, 4), BODY, "admission")

    assert [(one.words, one.source) for one in found.assumptions] == [
        ("the majority is one of the members present and voting", "rule maj-simple, rules Rule 1")
    ]
    alone = compute_outcome(history_of(RULES[2]), vote(8, 4), BODY, "admission")
    assert [(one.words, one.source) for one in alone.assumptions] == [
        ("the majority is one of the members present and voting", "")
    ]


UNTOLD = [
    ((), "", vote(8, 4), None, "no rule says which majority Lake Council needs"),
    ((), "", vote(consensus=True), Outcome.ADOPTED, "by consensus"),
    (RULES[:4], "dissolution", vote(8, 4), None, "nobody has said how many there are"),
    (RULES[:4], "", vote(1, 0), Outcome.ADOPTED, "adopted: 1 for"),
]


@pytest.mark.parametrize(("rules", "matter", "taken", "outcome", "words"), UNTOLD)
def test_what_cannot_be_told_is_not_told(rules, matter, taken, outcome, words):
    found = compute_outcome(history_of(*rules), taken, BODY, matter)

    assert found.outcome is outcome
    assert words in found.words
    if QUORUM in rules:
        assert "the quorum is met: no members are counted" in [one.words for one in found.assumptions]


LOST = MembersCounted(BODY, 20, without_vote=("Arda", "Brin", "Cora", "Dorn"))
NOT_IN_QUORUM = RuleStated("arrears-q", BODY, Topic.ARREARS, "", ("quorum",))
NOT_IN_BASE = RuleStated("arrears-m", BODY, Topic.ARREARS, "", ("majority",))
GENERAL = RuleStated("arrears", BODY, Topic.ARREARS, "vote lost after two years")
ARREARS = [
    # rules on arrears, matter, yes, no; outcome, quorum, needed
    ((), "", 10, 0, "no quorum", 11, None),
    ((GENERAL,), "", 10, 0, "no quorum", 11, None),
    ((NOT_IN_QUORUM,), "", 9, 0, "adopted", 9, 5),
    ((), "dissolution", 14, 2, "rejected", 11, 15),
    ((NOT_IN_BASE,), "dissolution", 12, 4, "adopted", 11, 12),
    ((NOT_IN_QUORUM, NOT_IN_BASE), "dissolution", 11, 4, "rejected", 9, 12),
]


@pytest.mark.parametrize(("rules", "matter", "yes", "no", "outcome", "quorum", "needed"), ARREARS)
def test_members_without_a_vote_count_as_the_rules_say(rules, matter, yes, no, outcome, quorum, needed):
    found = compute_outcome(history_of(*RULES, LOST, *rules), vote(yes, no), BODY, matter)

    assert (found.outcome.value, found.quorum, found.needed) == (outcome, quorum, needed)
    assert all(one.words for one in found.assumptions)


def test_what_is_assumed_of_members_without_a_vote_has_its_source():
    found = compute_outcome(history_of(*RULES, LOST), vote(12, 4), BODY)
    assert [(one.words, one.source) for one in found.assumptions] == [
        ("4 without a vote are members still, and counted in the quorum", "rule quorum, rules Rule 1")
    ]

    found = compute_outcome(history_of(*RULES, LOST, NOT_IN_QUORUM), vote(12, 4), BODY)
    assert [(one.words, one.source) for one in found.assumptions] == [
        ("4 without a vote are not counted in the quorum", "rule arrears-q, rules Rule 1")
    ]


def ballots(**votes):
    return tuple(Ballot(name, VoteCast(cast)) for name, cast in votes.items())


def test_ballots_are_counted_and_those_without_right_are_present_by_assumption():
    names = ("Arda", "Brin", "Cora", "Dorn", "Elm")
    facts = (SIMPLE, QUORUM, MembersCounted(BODY, 5, names, ("Elm",)))
    taken = vote(ballots=ballots(Arda="yes", Brin="no", Cora="absent", Dorn="absent", Elm="no right to vote"))
    found = compute_outcome(history_of(*facts), taken, BODY)

    assert (found.outcome, found.present, found.quorum) == (Outcome.REJECTED, 3, 3)
    assert "1 listed without the right to vote are present" in found.assumptions[-1].words
    strict = compute_outcome(history_of(*facts, NOT_IN_QUORUM), taken, BODY)
    assert (strict.outcome, strict.present, strict.quorum) == (Outcome.NO_QUORUM, 2, 3)


def test_a_quorum_can_be_a_share():
    facts = (SIMPLE, RuleStated("q", BODY, Topic.QUORUM, "", share="1/3"), MembersCounted(BODY, 20))

    assert compute_outcome(history_of(*facts), vote(6), BODY).outcome is Outcome.NO_QUORUM
    assert compute_outcome(history_of(*facts), vote(7), BODY).outcome is Outcome.ADOPTED


def test_the_rules_of_the_day_of_the_vote_count():
    tabled = ProposalTabled("p", "Forum", BODY, (Option("join", "Join"),), matter="budget")
    later = told(replace(SIMPLE, majority=Majority.TWO_THIRDS), "2031-06-01")
    history = history_of(*RULES, tabled, later)

    assert find_outcome(history, vote(7, 5), PartialDate("2031-05-31")).outcome is Outcome.ADOPTED
    assert find_outcome(history, vote(7, 5), PartialDate("2031-06-01")).outcome is Outcome.REJECTED
    assert find_outcome(history_of(*RULES), vote(7, 5), PartialDate("2031")).outcome is None


NAMES = ("Arda", "Brin", "Cora")
TABLED = (
    ProposalTabled("p", "Forum", BODY, (Option("join", "Join"),)),
    MembersCounted(BODY, 3, NAMES, ("Cora",)),
    SessionAnnounced("s1", BODY, "First session", PartialDate("2030-05-01"), PartialDate("2030-05-03")),
    SessionAnnounced("s2", "Lake Committee", "Second session", PartialDate("2030-05-01")),
)
INVALID = [
    (replace(vote(1), id=""), Refused, "a vote needs an id"),
    (replace(vote(1), proposal="q"), UnknownSubject, "no proposal 'q'"),
    (replace(vote(1), option="stay"), UnknownSubject, "no option 'stay'; there are: join"),
    (replace(vote(1), session="s9"), UnknownSubject, "no session 's9'"),
    (replace(vote(1), session="s2"), Refused, "session of Lake Committee, and not of Lake Council"),
    (told(replace(vote(1), session="s1"), "2030-05-04"), Refused, "2030-05-04 is not within First session"),
    (told(replace(vote(1), session="s1"), "2030-04"), Refused, "2030-04 is not within"),
    (vote(), Refused, "has ballots, counts, or consensus"),
    (vote(-1, 2), Refused, "below 0"),
    (vote(2, 1), Refused, "3 votes, and 2 of 3 members have a vote"),
    (vote(2, 0, 1), Refused, "3 votes, and 2 of 3"),
    (vote(2, 0, 0, 2), Refused, "4 votes and absences of 3 members"),
    (vote(0, 1, consensus=True), Refused, "1 against is no consensus"),
    (vote(ballots=ballots(Arda="no"), consensus=True), Refused, "no consensus"),
    (vote(2, ballots=ballots(Arda="yes")), Refused, "the ballots come to 1 for, 0 against"),
    (vote(ballots=(*ballots(Arda="yes"), *ballots(arda="no"))), Refused, "Arda, arda is named twice"),
    (vote(ballots=ballots(Dorn="yes")), UnknownSubject, "Dorn is no member"),
    (vote(ballots=ballots(Cora="yes")), Refused, "Cora has no vote"),
    (vote(ballots=ballots(Cora="abstain")), Refused, "Cora has no vote"),
    (vote(ballots=ballots(Arda="no right to vote")), Refused, "Arda has a vote"),
]


@pytest.mark.parametrize(("last", "error", "words"), INVALID)
def test_an_invalid_vote_is_refused(last, error, words):
    with pytest.raises(error, match=words):
        try_after(TABLED, last, CHECKS)


VALID = [
    vote(1, 1),
    vote(1, 1, 0, 1),
    vote(consensus=True),
    vote(ballots=ballots(Arda="yes", Brin="no", Cora="no right to vote")),
    vote(1, 1, 0, 1, ballots=ballots(Arda="yes", Brin="no", Cora="absent")),
    told(replace(vote(1), session="s1"), "2030-05-03"),
    told(replace(vote(1), session="s1"), "2030-05"),
]


@pytest.mark.parametrize("last", VALID)
def test_a_valid_vote_is_taken(last):
    try_after(TABLED, last, CHECKS)


def test_without_names_or_members_less_is_checked():
    try_after(TABLED[:1], vote(99, 1), CHECKS)
    try_after([TABLED[0], MembersCounted(BODY, 3)], vote(ballots=ballots(Dorn="yes")), CHECKS)


MATTERS = st.sampled_from(["", "admission", "dissolution", "officer", "charter", "declaration"])
RANKS = {Outcome.NO_QUORUM: 0, Outcome.REJECTED: 0, Outcome.ADOPTED: 1}
COUNTS = st.tuples(*[st.integers(0, 20)] * 4).filter(lambda counts: sum(counts) <= 19)


@given(MATTERS, COUNTS)
def test_another_yes_never_turns_adopted_into_anything_else(matter, counts):
    history = history_of(*RULES)
    yes, no, abstain, absent = counts
    before = compute_outcome(history, vote(*counts), BODY, matter)
    changed = [vote(yes + 1, no, abstain, absent)]
    changed += [vote(yes + 1, no - 1, abstain, absent)] if no else []
    changed += [vote(yes + 1, no, abstain - 1, absent)] if abstain else []
    changed += [vote(yes + 1, no, abstain, absent - 1)] if absent else []

    for one in changed:
        assert RANKS[compute_outcome(history, one, BODY, matter).outcome] >= RANKS[before.outcome]


@given(MATTERS, st.permutations([VoteCast.YES] * 7 + [VoteCast.NO] * 4 + [VoteCast.ABSTAIN] * 3), st.randoms())
def test_the_order_of_ballots_and_entries_is_nothing(matter, cast, random):
    taken = vote(ballots=[Ballot(f"M{number}", one) for number, one in enumerate(cast)])
    facts = [told(fact, f"2030-01-{day:02}") for day, fact in enumerate(RULES, 1)]
    shuffled = random.sample(facts, len(facts))
    one = compute_outcome(history_of(*facts), taken, BODY, matter)
    other = compute_outcome(history_of(*shuffled), vote(7, 4, 3), BODY, matter)

    assert (one.outcome, one.needed, one.quorum) == (other.outcome, other.needed, other.quorum)
