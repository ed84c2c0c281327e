"""The calendar of a dossier: what has a day has it as the text says it, and what has none gets none."""

from datetime import date

import pytest

from operative.domain.appointments import AppointmentKind, AppointmentState
from operative.domain.days import PartialDate
from operative.domain.facts.decisions import RuleStated, SessionAnnounced, Topic
from operative.domain.facts.mandates import Bound, Due, MandateMoved, MandateStated, NextActionSet, Step
from operative.domain.facts.reports import Answer, ReportFiled
from operative.domain.mandates import Modality
from operative.dossiers.appointments import find_appointments, find_revision

from .told import history_of, told

ON = "2030-06-01"
ASKED = "2030-01-10"


def asked(due, *, id_="m1", duty=True, modality=Modality.DIRECTIVE):
    return told(
        MandateStated(
            id_, "res-1", "op2", "report on wells", modality, "the Director General", recipients=("Council",),
            due=due, reporting_duty=duty,
        ),
        ASKED,
    )  # fmt: skip


def session(key, opens, closes="", label=""):
    ends = PartialDate(closes) if closes else None
    return told(SessionAnnounced(key, "Council", label or key, PartialDate(opens), ends), ASKED)


def days(entries, on=ON):
    return {
        one.id: (one.first.isoformat() if one.first else "", one.last.isoformat() if one.last else "")
        for one in find_appointments(history_of(*entries, on=on))
    }


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (Due("by 12 May 2031", latest=PartialDate("2031-05-12")), [("2031-05-12", "2031-05-12")]),
        (Due("by June 2031", latest=PartialDate("2031-06")), [("2031-06-01", "2031-06-30")]),
        (Due("in 2031", latest=PartialDate("2031")), [("2031-01-01", "2031-12-31")]),
        (Due("as soon as possible"), [("", "")]),
        (Due("continuously", continuous=True), [("", "")]),
        (Due("from 2031 on", earliest=PartialDate("2031")), [("", "")]),
        (Due("at its 46th session", session="46"), [("", "")]),
        (None, [("", "")]),
        (Due("every year", every="P1Y", latest=None), [("2031-01-10", "2031-01-10")]),
    ],
)
def test_a_duty_fills_the_days_that_the_text_names_and_no_others(due, expected):
    assert days([asked(due)]) == {f"report/m1/{n}": one for n, one in enumerate(expected, 1)}


@pytest.mark.parametrize(
    ("bound", "expected"),
    [(Bound.AT, ("2031-03-03", "2031-03-07")), (Bound.UNTIL, ("2031-03-07",) * 2), (Bound.BEFORE, ("2031-03-03",) * 2)],
)
def test_what_is_due_at_a_session_fills_its_days_and_what_is_due_by_it_its_last(bound, expected):
    entries = [session("s46", "2031-03-03", "2031-03-07"), asked(Due("", session="s46", bound=bound))]

    assert days(entries)["report/m1/1"] == expected


def test_the_notes_say_that_a_month_is_known_and_no_day():
    (one,) = find_appointments(history_of(asked(Due("by June 2031", latest=PartialDate("2031-06"))), on=ON))

    assert one.title == "Report due by June 2031: report on wells"
    assert "Known is June 2031, and no day in it" in one.notes


def test_a_session_has_its_deadlines_by_rule_and_one_that_waits_for_another_session_has_no_day():
    rules = [
        told(RuleStated("r1", "Council", Topic.NOTICE, "notice", days=30), ASKED),
        told(RuleStated("r2", "Council", Topic.REPORT, "reports"), ASKED),
    ]
    found = days([*rules, session("s46", "2031-03-03", "2031-03-07")])

    assert found == {
        "session/s46": ("2031-03-03", "2031-03-07"),
        "deadline/s46/notice": ("2031-02-01", "2031-02-01"),
        "deadline/s46/report": ("", ""),
    }


def test_a_session_is_an_occasion_of_a_continuous_duty():
    entries = [asked(Due("continuously", continuous=True)), session("s46", "2031-03-03")]
    found = {one.id: one for one in find_appointments(history_of(*entries, on=ON))}

    assert found["session/s46"].notes == ("An occasion to report on report on wells",)


def test_a_planned_step_and_a_report_that_came():
    steps = [
        asked(Due("by 12 May 2030", latest=PartialDate("2030-05-12"))),
        told(MandateMoved("m1", Step.ACCEPT), "2030-02-01"),
        told(NextActionSet("m1", "write to the ministry", "Ana", PartialDate("2030-09")), "2030-02-02"),
        told(ReportFiled("r1", "rep-1", answers=(Answer("m1", "", True, "p1"),)), "2030-05-20"),
    ]
    report, step = find_appointments(history_of(*steps, on=ON))

    assert (report.title, report.state) == ("Reported: report on wells", AppointmentState.DONE)
    assert "The report came 20 May 2030, 8 days late" in report.notes
    assert (step.kind, step.first, step.last) == (AppointmentKind.STEP, date(2030, 9, 1), date(2030, 9, 30))
    assert step.title == "write to the ministry, Ana (report on wells)"


def test_what_ends_before_its_day_is_dropped():
    entries = [
        asked(Due("", latest=PartialDate("2031-05-12"))),
        told(MandateMoved("m1", Step.ACCEPT), "2030-02-01"),
        told(MandateMoved("m1", Step.DISCONTINUE, reason="no money"), "2030-03-01"),
    ]

    assert [one.state for one in find_appointments(history_of(*entries, on=ON))] == [AppointmentState.DROPPED]


def test_a_permission_without_a_day_waits_for_nobody():
    assert days([asked(None, duty=False, modality=Modality.PERMISSION)]) == {}


def test_nothing_changes_by_the_passing_of_days_alone():
    entries = [asked(Due("by June 2031", latest=PartialDate("2031-06"))), session("s46", "2031-03-03")]
    early, late = (find_appointments(history_of(*entries, on=on)) for on in (ON, "2035-01-01"))

    assert early == late


def test_a_correction_that_takes_a_day_back_still_raises_the_revision():
    first = [session("s46", "2031-03-03"), session("s46", "2031-04-01")]
    before = history_of(*first, on=ON)
    corrected = [*first, told(SessionAnnounced("s46", "Council", "s46", PartialDate("2031-03-03")), ASKED, corrects=2)]
    after = history_of(*corrected, on=ON)

    assert find_appointments(before) != find_appointments(after)
    assert find_revision(before) == 2
    assert find_revision(after) == 3
