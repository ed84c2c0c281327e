"""What there is to tell of the mandates of a fictional organization, day by day."""

from dataclasses import replace

import pytest

from operative.domain.days import PartialDate
from operative.domain.facts.mandates import MandateMoved, Step
from operative.domain.mandates import Modality
from operative.dossiers.alerts import find_alerts

from .test_mandates import COSTS, DOCUMENTS, LETTER, TALKS, asked, filed, session, step
from .told import RECORDED, history_of, told

JUNE = {"latest": PartialDate("2030-06-30")}
PERMITTED = replace(TALKS, modality=Modality.PERMISSION)


def alerts(*statements, on, lead=14):
    return find_alerts(history_of(*DOCUMENTS, *statements, on=on), lead)


def kinds(*statements, **looked):
    return [(one.kind, one.about, one.summary) for one in alerts(*statements, **looked)]


SOON = ("due soon", "2030-06-30", "due by 30 June 2030")
LATE = ("late", "2030-06-30", "overdue since 1 July 2030")
CASES = [
    # what was asked and came, as of -> what there is to tell
    ((asked(**JUNE),), "2030-06-15", []),
    ((asked(**JUNE),), "2030-06-16", [SOON]),
    ((asked(**JUNE),), "2030-06-30", [SOON]),
    ((asked(**JUNE),), "2030-07-01", [LATE]),
    ((asked(**JUNE),), "2039-07-01", [LATE]),
    ((asked(PERMITTED, **JUNE),), "2030-07-01", []),
    ((asked(),), "2039-07-01", []),
    ((asked(COSTS, continuous=True), session(40, "2030-06-28", "2030-06-30")), "2030-06-27", []),
    ((asked(COSTS, session="40"), session(40, "2030-06-28", "2030-06-30")), "2030-06-27", [SOON]),
    ((asked(COSTS, **JUNE),), "2030-07-01", [LATE]),
    ((asked(**JUNE), step("discontinue", "2030-06-20")), "2030-07-01", []),
    ((asked(**JUNE), step("report", "2030-06-20")), "2030-07-01", [("answered", "7", "reported 20 June 2030")]),
    ((asked(**JUNE), step("accept", "2030-06-01"), step("fulfil", "2030-07-20")), "2030-08-01",
     [("answered", "8", "fulfilled 20 July 2030")]),
    ((asked(COSTS, **JUNE), filed("2030-06-20", "talks")), "2030-06-21", [("answered", "7", "reported 20 June 2030")]),
]


@pytest.mark.parametrize(("statements", "on", "expected"), CASES)
def test_what_there_is_to_tell_on_a_day(statements, on, expected):
    assert kinds(*statements, on=on) == expected


def test_of_a_cadence_each_occasion_is_told_by_itself():
    late = [one for one in alerts(asked(COSTS, every="P1Y"), on="2033-06-30") if one.kind == "late"]

    assert len(late) > 1
    assert len({one.id for one in late}) == len(late)


@pytest.mark.parametrize("kind", ["due soon", "late"])
def test_the_same_thing_has_the_same_identity_on_every_day(kind):
    days = {"due soon": ("2030-06-16", "2030-06-29"), "late": ("2030-07-01", "2031-01-01")}[kind]
    first, second = ([one.id for one in alerts(asked(**JUNE), on=day)] for day in days)

    assert first == second == [f"{kind}/m1/2030-06-30"]


def test_an_answer_that_is_corrected_is_the_same_answer():
    moved = told(MandateMoved("m1", Step.REPORT), "2030-06-21", evidence=LETTER, corrects=7)
    (answer,) = alerts(asked(**JUNE), step("report", "2030-06-20"), moved, on="2030-07-01")

    assert answer.id == "answered/m1/7"
    assert (answer.entries, answer.summary) == ((8,), "reported 21 June 2030")


def test_an_answer_is_told_from_the_day_of_its_recording():
    (answer,) = alerts(asked(**JUNE), step("report", "2030-06-20"), on="2030-07-01")

    assert answer.since == RECORDED.date()


@pytest.mark.parametrize(("lead", "expected"), [(0, []), (1, [SOON]), (400, [SOON])])
def test_how_long_before_is_the_callers_choice(lead, expected):
    assert kinds(asked(**JUNE), on="2030-06-29", lead=lead) == expected
