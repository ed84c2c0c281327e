"""Reporting duties of a fictional organization: what was due, what came, what stays unanswered."""

from datetime import date

import pytest

import operative
from operative.domain.days import PartialDate
from operative.domain.facts.mandates import Due, MandateMoved, MandateStated, Step
from operative.domain.facts.reports import Answer, ReportFiled
from operative.domain.mandates import Modality
from operative.domain.reporting import OccasionState
from operative.dossiers.reports import CHECKS, find_calendar, find_reports, suggest_answers
from operative.errors import Refused, UnknownSubject
from tests.docs.public_names import page
from tests.docs.test_concepts import rows

from .test_mandates import DOCUMENTS, filed, session, step
from .told import history_of, told, try_after

ASKED = "2030-03-01"


def duty(scope=("talks", "costs"), channels=(), recipients=("the Council",), modality=Modality.DIRECTIVE, **due):
    fact = MandateStated(
        "m2", "res", "op2", "report on the talks", modality, recipients=recipients, channels=channels,
        due=Due(**due) if due else None, scope=scope, reporting_duty=True,
    )  # fmt: skip
    return told(fact, ASKED)


def calendar(*statements, on="2031-12-31"):
    (found,) = find_calendar(history_of(*DOCUMENTS, *statements, on=on))
    return found


S40 = session(40, "2030-11-03", "2030-11-05")
S41 = session(41, "2031-11-03", "2031-11-05")
S42 = session(42, "2032-11-03", "2032-11-05")
GROUP = session("2nd meeting", "2030-09-01", "2030-09-01", body="Open-ended Group on Wells", key="g2")
CASES = [
    # due, what came, as of -> states, late, days, summary
    ({}, (), "2030-03-31", ["open"], False, 30, "no report yet, unanswered for 30 days"),
    ({}, (filed("2030-04-01", "talks"),), "2030-04-30", ["came"], False, 60,
     "last report 1 April 2030, costs unanswered, unanswered for 60 days"),
    ({}, (filed("2030-04-01", "talks", "costs"),), "2030-04-30", ["came"], False, None, "last report 1 April 2030"),
    ({"latest": PartialDate("2030-06-30")}, (), "2030-06-30", ["open"], False, None,
     "no report yet, due by 30 June 2030"),
    ({"latest": PartialDate("2030-06-30")}, (), "2030-07-02", ["late"], True, None,
     "no report yet, overdue since 1 July 2030"),
    ({"latest": PartialDate("2030-06-30")}, (filed("2030-07-02", "talks", "costs"),), "2030-07-02", ["came late"],
     False, None, "last report 2 July 2030"),
    ({"earliest": PartialDate("2030-06-01"), "latest": PartialDate("2030-06-30")}, (), "2030-05-01", ["ahead"], False,
     None, "no report yet, due by 30 June 2030"),
    ({"session": "40"}, (S40,), "2030-06-01", ["ahead"], False, None, "no report yet, due by 5 November 2030"),
    ({"session": "40"}, (S40, filed("2030-10-01", "talks", "costs")), "2030-10-02", ["came"], False, None,
     "last report 1 October 2030, due by 5 November 2030"),
    ({"session": "40,41"}, (S40, S41), "2030-12-01", ["late", "ahead"], True, None,
     "no report yet, overdue since 6 November 2030"),
    ({"session": "40"}, (), "2030-06-01", ["open"], False, 92, "no report yet, due at session 40, no day known"),
    ({"every": "P1Y", "session": "40"}, (S40, S41, S42), "2031-12-31", ["late", "late", "ahead"], True, None,
     "no report yet, overdue since 6 November 2030, 2 reports late"),
    # a continuous duty: every session is an occasion, and nothing is late
    ({"continuous": True}, (S40, S41, S42), "2031-01-01", ["passed", "ahead"], False, 306,
     "no report yet, nothing at s40, unanswered for 10 months"),
    ({"continuous": True}, (S40, S41, filed("2030-10-01", "talks")), "2031-01-01", ["came", "ahead"], False, 92,
     "last report 1 October 2030, costs unanswered, unanswered for 3 months"),
    ({"continuous": True}, (), "2031-01-01", [], False, 306, "no report yet, unanswered for 10 months"),
]  # fmt: skip


@pytest.mark.parametrize(("due", "came", "on", "states", "late", "days", "summary"), CASES)
def test_what_was_due_and_what_came(due, came, on, states, late, days, summary):
    found = calendar(duty(**due), *came, on=on)

    assert [one.state for one in found.occasions] == states
    assert (found.late, found.unanswered_days) == (late, days)
    assert found.summary == summary


def test_a_duty_through_a_channel_goes_by_its_sessions():
    found = calendar(duty(channels=("the Open-ended Group on Wells",), continuous=True), S40, GROUP, on="2030-10-01")

    assert [(one.session, one.state) for one in found.occasions] == [("g2", OccasionState.PASSED)]


def test_the_session_that_asked_is_no_occasion():
    own = session("39th session", "2030-03-01", "2030-03-05", key="s39")

    assert [one.session for one in calendar(duty(continuous=True), own, S40, on="2030-12-01").occasions] == ["s40"]


def test_a_report_belongs_to_the_session_that_it_names():
    report = ReportFiled("r1", "rep", session="s41", answers=(Answer("m2", "talks", provision="p1"),))
    found = calendar(duty(session="40,41"), S40, S41, told(report, "2030-10-01"), on="2030-12-01")

    assert [(one.state, one.report) for one in found.occasions] == [("late", ""), ("came", "r1")]


def test_days_late_are_counted():
    late = calendar(duty(latest=PartialDate("2030-06-30")), on="2030-07-10").occasions[0]
    came = calendar(duty(latest=PartialDate("2030-06-30")), filed("2030-07-02", "talks"), on="2030-07-10").occasions[0]

    assert (late.days_late, came.days_late, came.came) == (10, 2, PartialDate("2030-07-02"))


def test_what_stays_unanswered_is_counted_from_when_it_was_asked():
    found = calendar(duty(), filed("2030-05-12", "talks"), on="2030-05-30")

    assert [(one.scope, one.since, one.days) for one in found.unanswered] == [("costs", date(2030, 3, 1), 90)]


def test_a_duty_that_is_over_waits_for_nothing():
    answers = filed("2030-05-12", "talks", "costs")
    found = calendar(duty(), answers, step("fulfil", "2030-06-01", "m2"))

    assert (found.over, found.next, found.late, found.unanswered) == (True, None, False, ())
    assert found.summary == "fulfilled 1 June 2030"
    assert [one.report for one in found.occasions] == ["r1"]


def test_a_permission_is_never_late():
    assert calendar(duty(modality=Modality.PERMISSION, latest=PartialDate("2030-06"))).late is False


def test_only_reporting_duties_are_in_the_calendar():
    talks = MandateStated("m1", "res", "op1", "open talks", Modality.DIRECTIVE)

    assert find_calendar(history_of(*DOCUMENTS, told(talks))) == ()


REPORTS = [
    (filed("2030-05-12", "talks", "costs"), (), "reported 12 May 2030"),
    (filed("2030-05-12", "talks"), ("costs",), "reported 12 May 2030, costs unanswered"),
    (filed("2030-05", left=("talks", "costs")), ("talks", "costs"), "reported May 2030, talks and costs unanswered"),
    (filed("2030-05-12", ""), ("talks", "costs"), "reported 12 May 2030, talks and costs unanswered"),
]


@pytest.mark.parametrize(("report", "unanswered", "summary"), REPORTS)
def test_a_report_says_what_it_leaves_unanswered(report, unanswered, summary):
    (found,) = find_reports(history_of(*DOCUMENTS, duty(), report))

    assert found.coverage[0].unanswered == unanswered
    assert found.summary == summary


def test_a_mandate_without_a_scope_is_answered_as_such():
    history = history_of(*DOCUMENTS, duty(scope=()), filed("2030-05-12", ""), filed("2030-05-13", key="r2", left=("",)))
    first, second = find_reports(history)

    assert first.coverage[0].unanswered == ()
    assert second.coverage[0].unanswered == ("report on the talks",)


def test_a_report_without_a_mandate_says_so():
    (found,) = find_reports(history_of(*DOCUMENTS, told(ReportFiled("r1", "rep"), "2030-05-12")))

    assert found.summary == "reported 12 May 2030, it does not say which request it answers"


def report_of(*answers, key="r1", document="rep"):
    return told(ReportFiled(key, document, answers=answers), "2030-05-12")


REFUSED = [
    (report_of(document="no"), UnknownSubject, "no document 'no'"),
    (report_of(Answer("m9", given=False)), UnknownSubject, "no mandate 'm9'"),
    (report_of(Answer("m2", "wells", given=False)), UnknownSubject, "it asks about 'talks', 'costs'"),
    (report_of(Answer("m2", "talks")), Refused, "needs its place"),
    (report_of(Answer("m2", "talks", False), Answer("m2", "talks", provision="p1")), Refused, "says twice"),
    (report_of(key="r0"), Refused, "'r0' already"),
]


@pytest.mark.parametrize(("last", "error", "words"), REFUSED)
def test_what_does_not_answer_is_refused(last, error, words):
    with pytest.raises(error, match=words):
        try_after([*DOCUMENTS[1:], duty(), filed("2030-04-01", "talks", key="r0")], last, CHECKS)


def test_a_report_with_places_is_admitted():
    try_after([*DOCUMENTS[1:], duty()], report_of(Answer("m2", "talks", provision="p1"), Answer("m2", "", quote="x")),
              CHECKS)  # fmt: skip


YEARLY = rows(page("concepts/reports.md"), "reports came")


@pytest.mark.parametrize(("came", "states"), YEARLY)
def test_occasions_are_those_of_the_page(came, states):
    days = [] if came == "none" else came.split(", ")
    reports = [filed(day, "talks", key=f"r{day}") for day in days]
    found = calendar(duty(every="P1Y"), *reports, on="2032-06-01")

    assert "; ".join(one.state for one in found.occasions) == states


SUGGESTED = rows(page("concepts/reports.md"), "report")
ASKING = MandateStated("m2", "res", "op2", "report", Modality.DIRECTIVE, scope=("talks", "cost implications"))


def read(words, language="en"):
    return operative.read(words.encode(), name="report.txt", language=language).whole


@pytest.mark.parametrize(("words", "talks", "costs"), SUGGESTED)
def test_suggestions_are_those_of_the_page(words, talks, costs):
    found = suggest_answers(read(words.strip("`")), ASKING)

    assert [one.scope for one in found] == ["talks", "cost implications"]
    assert ["answered" if one.given else "not answered" for one in found] == [talks, costs]
    assert all(one.provision and one.quote in words for one in found if one.given)


def test_a_sentence_that_leaves_it_open_is_shown():
    found = suggest_answers(read("The talks are going well. The cost implications were not raised."), ASKING)[1]

    assert (found.given, found.quote) == (False, "The cost implications were not raised.")


OTHERS = [
    ("fr", "négociations", "Les négociations se sont ouvertes le 3 mai.", True),
    ("fr", "coûts de l’adhésion", "L’adhésion coûterait 1,2 million d’euros.", True),
    ("fr", "coûts de l’adhésion", "Les coûts de l’adhésion n’ont pas encore été examinés.", False),
    ("es", "costos de la adhesión", "Los costos de la adhesión no se han examinado todavía.", False),
    ("es", "costos de la adhesión", "Los costos de la adhesión ascienden a 3 millones de dólares.", True),
    ("ru", "переговоры", "Переговоры начались 3 мая.", True),
]


@pytest.mark.parametrize(("language", "scope", "words", "given"), OTHERS)
def test_other_languages(language, scope, words, given):
    mandate = MandateStated("m2", "res", "op2", "x", Modality.DIRECTIVE, scope=(scope,))

    assert suggest_answers(read(words, language), mandate)[0].given is given


def test_a_mandate_without_scope_is_held_against_its_label():
    mandate = MandateStated("m2", "res", "op2", "report on the wells", Modality.DIRECTIVE)

    assert suggest_answers(read("This report is on the wells."), mandate)[0].given is True
    assert suggest_answers(read("Nothing."), mandate)[0].given is False


def test_an_as_of_day_before_the_report_knows_nothing_of_it():
    moved = told(MandateMoved("m2", Step.ACCEPT), "2030-03-02")

    assert calendar(duty(), moved, filed("2030-05-12", "talks"), on="2030-05-11").reports == ()
