"""Sessions of a fictional council: deadlines and ways to a decision, with days counted by hand."""

from datetime import date

import pytest

from operative.domain.days import PartialDate
from operative.domain.facts.decisions import MembersCounted, RuleStated, SessionAnnounced, SessionSort, Topic
from operative.dossiers.sessions import (
    CHECKS,
    find_deadlines,
    find_deciding_bodies,
    find_decision_days,
    find_sessions,
)
from operative.errors import Refused

from .told import history_of, told, try_after

BODY, SPECIAL = "Lake Council", SessionSort.SPECIAL


def session(key, opens, closes=None, sort=SessionSort.REGULAR, requested=None, body=BODY):
    opens, closes, requested = (None if one is None else PartialDate(one) for one in (opens, closes, requested))
    return SessionAnnounced(key, body, f"session {key}", opens, closes, sort, requested)


RULES = (
    RuleStated("n-reg", BODY, Topic.NOTICE, "", ("regular",), days=30),
    RuleStated("n-spec", BODY, Topic.NOTICE, "", ("special",), days=15),
    RuleStated("req", BODY, Topic.REQUEST, "", ("special",), days=10, share="1/3"),
    RuleStated("docs", BODY, Topic.DOCUMENTS, "", days=14),
    RuleStated("docs-charter", BODY, Topic.DOCUMENTS, "", ("charter",), months=3),
    RuleStated("report", BODY, Topic.REPORT, ""),
    MembersCounted(BODY, 20),
)
FIRST = session("1", "2031-06-10", "2031-06-13")
SECOND = session("2", "2031-12")
CALLED = session("3", "2031-09-01", sort=SPECIAL, requested="2031-08-05")

DEADLINES = [
    ("1", "", [
        ("notice", "2031-05-11", True, "notice of session 1 at the latest 30 days before it opens: 11 May 2031"),
        ("documents", "2031-05-27", True, "documents for session 1 at the latest 14 days before it opens: 27 May 2031"),
        ("report", "2031-09-01", True, "report of session 1 at session 3: 1 September 2031"),
    ]),
    ("1", "charter", [
        ("documents", "2031-03-10", True, "documents for session 1 at the latest 3 months before it opens: 10 March "
         "2031"),
        ("notice", "2031-05-11", True, "notice of session 1 at the latest 30 days before it opens: 11 May 2031"),
        ("report", "2031-09-01", True, "report of session 1 at session 3: 1 September 2031"),
    ]),
    ("2", "", [
        ("notice", "2031-11-01", False, "notice of session 2 at the latest 30 days before it opens: 1 November 2031; "
         "December 2031 is not known to the day, so this is the safe day"),
        ("documents", "2031-11-17", False, "documents for session 2 at the latest 14 days before it opens: 17 November "
         "2031; December 2031 is not known to the day, so this is the safe day"),
        ("report", None, True, "report of session 2 at the next session, not announced yet"),
    ]),
    ("3", "", [
        ("request", "2031-08-15", True, "notice of session 3 within 10 days of the request: 15 August 2031"),
        ("notice", "2031-08-17", True, "notice of session 3 at the latest 15 days before it opens: 17 August 2031"),
        ("documents", "2031-08-18", True, "documents for session 3 at the latest 14 days before it opens: 18 August "
         "2031"),
        ("report", "2031-12-01", False, "report of session 3 at session 2: 1 December 2031; December 2031 is not known "
         "to the day, so this is the safe day"),
    ]),
    ("9", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("key", "matter", "expected"), DEADLINES)
def test_deadlines_of_a_session(key, matter, expected):
    found = find_deadlines(history_of(*RULES, FIRST, SECOND, CALLED), key, matter)

    assert [(one.topic.value, one.on and str(one.on), one.sharp, one.words) for one in found] == expected


def test_a_report_can_have_a_period_of_its_own():
    monthly = RuleStated("report", BODY, Topic.REPORT, "", months=2)
    found = find_deadlines(history_of(*RULES, monthly, FIRST), "1")

    assert found[-1].words == "report of session 1 within 2 months of its closing: 13 August 2031"


def test_a_request_without_a_period_or_without_a_day_sets_no_deadline():
    share = RuleStated("req", BODY, Topic.REQUEST, "", ("special",), share="1/3")
    topics = [one.topic for one in find_deadlines(history_of(share, CALLED), "3")]
    assert topics == []

    unasked = session("4", "2031-09-01", sort=SPECIAL)
    assert find_deadlines(history_of(RULES[2], unasked), "4") == ()


def test_sessions_stand_as_they_were_last_announced():
    moved = told(session("1", "2031-07-01"), "2031-05-20")
    facts = (*RULES, told(SECOND, "2030-11-01"), told(FIRST, "2031-05-01"), moved)
    early, late = history_of(*facts, on="2031-05-19"), history_of(*facts)

    assert [(one.key, str(one.opens)) for one in find_sessions(early)] == [("1", "2031-06-10"), ("2", "2031-12")]
    assert [(one.key, str(one.opens)) for one in find_sessions(late, "lake council")] == [
        ("1", "2031-07-01"),
        ("2", "2031-12"),
    ]
    assert find_sessions(late, "Lake Committee") == ()


def test_a_session_that_was_announced_late_is_noted():
    found = find_sessions(history_of(*RULES, told(FIRST, "2031-05-12")))
    assert found[0].notes == ("announced 12 May 2031, after the last day for notice, 11 May 2031",)
    assert find_sessions(history_of(*RULES, told(FIRST, "2031-05-11")))[0].notes == ()


WAYS = [
    ("2031-05-27", "", [
        (True, "2031-06-10", "2031-06-13", "at session 1, 10 June 2031 to 13 June 2031, with documents by 27 May 2031"),
        (True, "2031-06-11", "2031-06-21", "at a special session asked for on 27 May 2031 by 1/3 of the members (7 of "
         "20): from 11 June 2031, or 21 June 2031 if notice goes out as late as 6 June 2031"),
        (True, "2031-12-01", "2031-12-31", "at session 2, 1 December 2031 to 31 December 2031, with documents by 17 "
         "November 2031"),
    ]),
    ("2031-05-28", "", [
        (True, "2031-06-12", "2031-06-22", "at a special session asked for on 28 May 2031 by 1/3 of the members (7 of "
         "20): from 12 June 2031, or 22 June 2031 if notice goes out as late as 7 June 2031"),
        (True, "2031-12-01", "2031-12-31", "at session 2, 1 December 2031 to 31 December 2031, with documents by 17 "
         "November 2031"),
        (False, "2031-06-10", "2031-06-13", "not at session 1: its documents were due on 27 May 2031, by rule docs, "
         "rules Rule 1"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("on", "matter", "expected"), WAYS)
def test_ways_to_a_decision(on, matter, expected):
    found = find_decision_days(history_of(*RULES, FIRST, SECOND), BODY, date.fromisoformat(on), matter)

    assert [(one.possible, str(one.earliest), str(one.latest), one.words) for one in found] == expected
    assert [one.rules[0].rule.id for one in found if not one.session] == ["req"]


def test_a_body_can_decide_once_it_has_a_rule_or_a_session_under_whatever_spelling():
    board = session("4", "2031-07-01", body="Board")
    assert find_deciding_bodies(history_of(session("1", "2031-06-10", body=BODY.upper()), *RULES, board)) == (
        BODY.upper(),
        "Board",
    )
    assert find_deciding_bodies(history_of()) == ()


def test_months_that_end_early_are_waited_for():
    found = find_decision_days(history_of(*RULES, SECOND), BODY, date(2031, 11, 30), "charter")
    assert [(one.possible, str(one.earliest)) for one in found] == [(True, "2032-03-01"), (False, "2031-12-01")]


def test_without_rules_a_running_session_can_decide_and_none_can_be_called():
    found = find_decision_days(history_of(FIRST), BODY, date(2031, 6, 12))

    assert [(one.session, str(one.earliest), one.words) for one in found] == [
        ("1", "2031-06-12", "at session 1, 12 June 2031 to 13 June 2031")
    ]
    assert find_decision_days(history_of(FIRST), BODY, date(2031, 6, 14)) == ()
    last = find_decision_days(history_of(FIRST), BODY, date(2031, 6, 13))
    assert last[0].words == "at session 1, 13 June 2031"


def test_a_special_session_may_need_no_share_and_no_notice():
    asked = RuleStated("req", BODY, Topic.REQUEST, "", ("special",), days=10)
    shared = RuleStated("req", BODY, Topic.REQUEST, "", ("special",), share="1/3")

    found = find_decision_days(history_of(asked), BODY, date(2031, 6, 1))
    assert found[0].words == "at a special session asked for on 1 June 2031: from 1 June 2031"
    found = find_decision_days(history_of(shared), BODY, date(2031, 6, 1))
    assert found[0].words == ("at a special session asked for on 1 June 2031 by 1/3 of the members: from 1 June 2031")
    assert "go out on 1 June 2031" in found[0].assumptions[0].words


REFUSED = [
    (session(" ", "2031"), "needs a key and a body"),
    (session("1", "2031", body=""), "needs a key and a body"),
    (session("1", "2031-06-10", "2031-06-09"), "closes before it opens"),
    (session("1", "2031-06-10", requested="2031-05-01"), "only a special session is requested"),
    (session("1", "2031-06-10", sort=SPECIAL, requested="2031-06-11"), "before it was requested"),
    (session("2", "2031-06-10", body="Lake Committee"), r"'2' is a session of Lake Council \(entry 3\)"),
]


@pytest.mark.parametrize(("last", "words"), REFUSED)
def test_what_may_not_be_entered(last, words):
    with pytest.raises(Refused, match=words):
        try_after([SECOND], last, CHECKS)


@pytest.mark.parametrize("last", [FIRST, SECOND, CALLED, told(session("2", "2031", body="Lake Committee"), corrects=3)])
def test_what_may_be_entered(last):
    try_after([SECOND], last, CHECKS)
