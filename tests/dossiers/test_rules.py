"""Rules of a fictional council: which one applies, parts of members, and days counted by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operative.domain.entries import Basis
from operative.domain.facts.decisions import Majority, MembersCounted, RuleStated, Topic, VoteBase
from operative.dossiers.rules import (
    CHECKS,
    days_after,
    days_before,
    find_roll,
    find_rule,
    first_day_for,
    part_of,
    say_period,
    share_of,
)
from operative.errors import MissingEvidence, Refused

from .told import history_of, told, try_after

BODY = "Lake Council"


def rule(id, topic, *applies_to, body=BODY, **more):
    return RuleStated(id, body, topic, id, applies_to, **more)


SIMPLE, TWO_THIRDS = Majority.SIMPLE, Majority.TWO_THIRDS
RULES = (
    rule("maj", Topic.MAJORITY, majority=SIMPLE, base=VoteBase.PRESENT_AND_VOTING),
    rule("adm", Topic.MAJORITY, "admission", "seat", majority=TWO_THIRDS),
    rule("adm-2", Topic.MAJORITY, "Admission", majority=Majority.UNANIMITY),
    rule("other", Topic.MAJORITY, "admission", body="Lake Committee", majority=SIMPLE),
    rule("docs", Topic.DOCUMENTS, days=14),
    rule("docs-special", Topic.DOCUMENTS, "special", days=7),
    rule("docs-amend", Topic.DOCUMENTS, "amendment", months=3),
)
APPLIES = [
    (Topic.MAJORITY, (), "maj"),
    (Topic.MAJORITY, ("",), "maj"),
    (Topic.MAJORITY, ("budget",), "maj"),
    (Topic.MAJORITY, ("seat",), "adm"),
    (Topic.MAJORITY, (" ADMISSION ",), "adm-2"),
    (Topic.DOCUMENTS, ("amendment", "special"), "docs-amend"),
    (Topic.DOCUMENTS, ("budget", "special"), "docs-special"),
    (Topic.DOCUMENTS, ("budget", "regular"), "docs"),
    (Topic.QUORUM, (), None),
]


@pytest.mark.parametrize(("topic", "matters", "expected"), APPLIES)
def test_the_most_special_rule_applies(topic, matters, expected):
    found = find_rule(history_of(*RULES), BODY, topic, *matters)

    assert (found and found.rule.id) == expected


def test_a_rule_that_is_stated_again_takes_the_place_of_the_earlier_from_its_day_on():
    again = told(rule("maj", Topic.MAJORITY, majority=TWO_THIRDS), "2031-01-01")
    facts = (*RULES, again)

    assert find_rule(history_of(*facts, on="2030-12-31"), BODY, Topic.MAJORITY).rule.majority is SIMPLE
    found = find_rule(history_of(*facts, on="2031-01-01"), "lake  council", Topic.MAJORITY)
    assert (found.rule.majority, found.entry, str(found)) == (TWO_THIRDS, 8, "rule maj, rules Rule 1")


def test_a_special_rule_stays_when_only_others_are_stated():
    assert find_rule(history_of(RULES[1]), BODY, Topic.MAJORITY, "budget") is None


@pytest.mark.parametrize(
    ("majority", "base", "expected"),
    [
        (SIMPLE, 10, 6),
        (SIMPLE, 11, 6),
        (SIMPLE, 1, 1),
        (SIMPLE, 0, 1),
        (TWO_THIRDS, 9, 6),
        (TWO_THIRDS, 10, 7),
        (TWO_THIRDS, 162, 108),
        (TWO_THIRDS, 163, 109),
        (Majority.THREE_QUARTERS, 12, 9),
        (Majority.THREE_QUARTERS, 13, 10),
        (Majority.UNANIMITY, 13, 13),
    ],
)
def test_parts_of_a_number(majority, base, expected):
    assert part_of(majority, base) == expected


@pytest.mark.parametrize(("share", "expected"), [("1/3", 34), (" 1/2 ", 50), ("2/2", 100), ("1/100", 1)])
def test_shares_are_at_least(share, expected):
    assert share_of(share, 100) == expected


@pytest.mark.parametrize("share", ["", "third", "0/3", "4/3", "1/0", "1/3/5", "-1/3", "0.5", "1000/1000"])
def test_what_is_no_share_is_refused(share):
    with pytest.raises(Refused, match="no part of the members"):
        share_of(share, 100)


COUNTED = [
    # the day, the period, the last day before it, the last day after it
    ("2031-06-15", {"days": 14}, "2031-06-01", "2031-06-29"),
    ("2031-06-15", {"days": 0}, "2031-06-15", "2031-06-15"),
    ("2031-03-01", {"days": 30}, "2031-01-30", "2031-03-31"),
    ("2032-03-01", {"days": 1}, "2032-02-29", "2032-03-02"),
    ("2031-06-15", {"months": 3}, "2031-03-15", "2031-09-15"),
    ("2031-05-31", {"months": 3}, "2031-02-28", "2031-08-31"),
    ("2031-01-31", {"months": 1}, "2030-12-31", "2031-02-28"),
    ("2031-01-10", {"months": 13}, "2029-12-10", "2032-02-10"),
    ("9999-12-30", {"days": 5}, "9999-12-25", "9999-12-31"),
    ("9999-12-30", {"months": 5}, "9999-07-30", "9999-12-31"),
    ("0001-01-02", {"months": 5}, "0001-01-01", "0001-06-02"),
]


@pytest.mark.parametrize(("day", "period", "before", "after"), COUNTED)
def test_days_are_counted_without_the_day_of_the_doing(day, period, before, after):
    one, stated = date.fromisoformat(day), rule("r", Topic.NOTICE, **period)

    assert (str(days_before(one, stated)), str(days_after(one, stated))) == (before, after)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(["days", "months"]), st.integers(0, 40))
def test_the_first_day_is_in_time_and_the_day_before_is_not(day, unit, count):
    stated = rule("r", Topic.NOTICE, **{unit: count})
    first = first_day_for(day, stated)

    assert days_before(first, stated) >= day
    assert days_before(date.fromordinal(first.toordinal() - 1), stated) < day


@pytest.mark.parametrize(
    ("period", "words"), [({"days": 1}, "1 day"), ({"days": 30}, "30 days"), ({"months": 3}, "3 months")]
)
def test_periods_in_words(period, words):
    assert say_period(rule("r", Topic.NOTICE, **period)) == words


def test_members_are_those_last_counted_by_the_day():
    facts = (
        told(MembersCounted(BODY, 12), "2030-01-01"),
        told(MembersCounted("Lake Committee", 5), "2030-02-01"),
        told(MembersCounted(BODY, 13, without_vote=("Arda",)), "2031-01-01"),
    )

    assert find_roll(history_of(*facts, on="2030-12-31"), BODY).members == 12
    assert find_roll(history_of(*facts), BODY).without_vote == ("Arda",)
    assert find_roll(history_of(*facts), "Lake Assembly") is None


MALFORMED = [
    (rule(" ", Topic.MAJORITY, majority=SIMPLE), Refused, "needs an id and a body"),
    (rule("r", Topic.MAJORITY, body=""), Refused, "needs an id and a body"),
    (rule("r", Topic.MAJORITY), Refused, "on majority needs majority"),
    (rule("r", Topic.QUORUM), Refused, "on quorum needs majority or share"),
    (rule("r", Topic.QUORUM, majority=Majority.CONSENSUS), Refused, "on quorum needs"),
    (rule("r", Topic.QUORUM, share="half"), Refused, "no part of the members"),
    (rule("r", Topic.NOTICE), Refused, "needs days or months"),
    (rule("r", Topic.DOCUMENTS, share="1/3"), Refused, "needs days or months"),
    (rule("r", Topic.REQUEST), Refused, "needs share, days or months"),
    (rule("r", Topic.NOTICE, days=-1), Refused, "-1 is no period"),
    (rule("r", Topic.NOTICE, months=99999), Refused, "no period"),
    (rule("r", Topic.NOTICE, days=1, months=1), Refused, "not in both"),
    (told(rule("r", Topic.LANGUAGES), evidence=()), MissingEvidence, "where it is written"),
    (MembersCounted("", 3), Refused, "at least one"),
    (MembersCounted(BODY, 0), Refused, "at least one"),
    (MembersCounted(BODY, 2, ("Arda", "arda ")), Refused, "names: each member is named once"),
    (MembersCounted(BODY, 2, ("Arda", "")), Refused, "named once"),
    (MembersCounted(BODY, 3, ("Arda", "Brin")), Refused, "3 members, and 2 names"),
    (MembersCounted(BODY, 1, (), ("Arda", "Brin")), Refused, "1 members, and 2 without a vote"),
    (MembersCounted(BODY, 2, ("Arda", "Brin"), ("Cora",)), Refused, "Cora is without a vote, and is no member"),
]


@pytest.mark.parametrize(("last", "error", "words"), MALFORMED)
def test_what_may_not_be_entered(last, error, words):
    with pytest.raises(error, match=words):
        try_after((), last, CHECKS)


@pytest.mark.parametrize(
    "last",
    [
        *RULES,
        rule("r", Topic.QUORUM, share="1/3"),
        rule("r", Topic.REQUEST, share="1/3"),
        rule("r", Topic.REPORT),
        told(rule("r", Topic.ARREARS), evidence=(), basis=Basis.BACKGROUND),
        MembersCounted(BODY, 2, ("Arda", "Brin"), ("brin",)),
        MembersCounted(BODY, 2, (), ("Cora",)),
    ],
)
def test_what_may_be_entered(last):
    try_after((), last, CHECKS)
