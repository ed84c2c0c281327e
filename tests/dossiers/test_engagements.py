"""Contacts of a fictional organization with the other side: what was raised, and what never was."""

import pytest

from operative.domain.conditions import ConditionKind
from operative.domain.elements import ElementKind
from operative.domain.facts.conditions import ConditionStated, ElementStated
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole
from operative.domain.facts.engagements import EngagementHeld, Form
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.mechanisms import GoalStated, MechanismDescribed
from operative.domain.goals import GoalVerb, Relation
from operative.domain.mandates import Modality
from operative.dossiers.engagements import CHECKS, find_engagements, find_raising
from operative.errors import Refused, UnknownSubject

from .told import history_of, told, try_after

BEGIN = (
    DocumentNamed("res", DocumentRole.RESOLUTION),
    MandateStated("m1", "res", "op1", "open talks", Modality.DIRECTIVE),
    ConditionStated("c1", "res", "op1", ConditionKind.PRESERVATION, "kept"),
    ElementStated("e1", "c1", "op1.a", "own statute", ElementKind.FEATURE),
    ElementStated("e2", "c1", "op1.a", "thrift", ElementKind.ATTRIBUTE),
    MechanismDescribed("forum", "Flood Forum", "FF"),
    GoalStated("g1", "res", "op1.b", "forum", GoalVerb.SEEK, Relation.MEMBERSHIP),
    GoalStated("g2", "res", "op1.b", "unknown", GoalVerb.SEEK, Relation.OBSERVER),
)


def held(key, day, *raised, counterpart="the Concert", **more):
    fact = EngagementHeld(key, Form.MEETING, counterpart, "a meeting", ("A. Clerk",), raised, "agreed to meet again")
    return told(fact, day, **more)


def raising(*statements, on="2031-12-31"):
    return find_raising(history_of(*BEGIN, *statements, on=on))


SUMMARIES = [
    ((), None, "no contact yet"),
    ((held("g", "2030-05-01"),), 30,
     "last contact 1 May 2030 with the Concert, 1 mandate never raised, 2 elements never raised, 2 goals never raised"),
    ((held("g", "2030-05-01", "m1", "e1", "g1"), held("h", "2030-05-21", "g2")), 10,
     "last contact 21 May 2030 with the Concert, 1 element never raised"),
    ((held("g", "2030-05", "m1", "e1", "e2", "g1", "g2"),), 0, "last contact May 2030 with the Concert"),
    ((held("g", "2030-06-01", "m1"),), None, "no contact yet"),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "days", "summary"), SUMMARIES)
def test_what_was_raised_and_when(statements, days, summary):
    found = raising(*statements, on="2030-05-31")

    assert (found.days, found.summary) == (days, summary)


def test_the_last_contact_of_each_counterpart_is_shown():
    first, second = held("g", "2030-05-01"), held("h", "2030-05-02", counterpart="Basin Teams")
    found = raising(first, second, held("i", "2030-05-03"))

    assert [(one.counterpart, one.id) for one in found.by_counterpart] == [("the Concert", "i"), ("Basin Teams", "h")]


def test_what_was_raised_is_shown_with_its_label():
    (found,) = find_engagements(history_of(*BEGIN, held("g", "2030-05-01", "m1", "e2", "g1", "g2", "gone")))

    assert [(one.label, one.sort) for one in found.raised] == [
        ("open talks", "mandate"),
        ("thrift", "element"),
        ("seek membership: FF", "goal"),
        ("seek observer: unknown", "goal"),
        ("gone", ""),
    ]
    assert (found.outcome, found.participants, found.entry) == ("agreed to meet again", ("A. Clerk",), 9)


REFUSED = [
    (held("g", "2030-05-01"), Refused, "'g' already"),
    (held("h", "2030-05-01", counterpart=" "), Refused, "another side"),
    (held("h", "2030-05-01", "c1"), UnknownSubject, "no mandate, element or goal 'c1'"),
]


@pytest.mark.parametrize(("last", "error", "words"), REFUSED)
def test_what_raises_nothing_known_is_refused(last, error, words):
    with pytest.raises(error, match=words):
        try_after([*BEGIN, held("g", "2030-05-01")], last, CHECKS)


def test_what_raises_something_known_is_admitted():
    try_after(BEGIN, held("g", "2030-05-01", "m1", "e1", "g1"), CHECKS)
    try_after([*BEGIN, held("g", "2030-05-01")], held("g", "2030-05-02", corrects=11), CHECKS)
