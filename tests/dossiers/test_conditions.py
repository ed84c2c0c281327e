"""Conditions of a fictional resolution held against drafts: only what entitled persons sign counts."""

import pytest

from operative.domain.conditions import ConditionKind
from operative.domain.elements import ElementKind, Strength
from operative.domain.facts.conditions import ConditionStated, DraftRegistered, ElementStated, VerdictSigned
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, RoleGranted
from operative.domain.people import Role
from operative.domain.signatures import Keeping
from operative.domain.verdicts import Suggestion, Verdict
from operative.dossiers.conditions import CHECKS, find_conditions, find_drafts
from operative.errors import NotEntitled, Refused, UnknownSubject

from .told import OPENED, history_of, told, try_after

BEGIN = (
    DocumentNamed("res", DocumentRole.RESOLUTION),
    DocumentNamed("d1", DocumentRole.DRAFT),
    ConditionStated("c1", "res", "op1", ConditionKind.PRESERVATION, "the elements are kept", ("op1.a",), ("op1.b",)),
    ElementStated("e1", "c1", "op1.a", "own statute", ElementKind.FEATURE, Strength.IS, "LRO"),
    ElementStated("e2", "c1", "op1.a", "thrift", ElementKind.ATTRIBUTE, Strength.MUST, "LRO"),
    DraftRegistered("draft 1", "d1", "the Concert"),
    RoleGranted("L. Counsel", Role.LEGAL_ADVISER),
    RoleGranted("O. Officer", Role.OFFICER),
)


def signed(element, verdict, draft="draft 1", by="L. Counsel", day="2030-05-01", suggested=None, reason="", **more):
    return told(VerdictSigned(draft, element, Verdict(verdict), suggested, "rule@1", reason), day, by, **more)


def suggestion(element, verdict):
    return Suggestion(element, "own statute", "op1.a", Verdict(verdict), "the words stand there", "rule@1", "art1")


def condition(*statements, on="2031-12-31", suggestions=None):
    return find_conditions(history_of(*OPENED, *BEGIN, *statements, on=on), suggestions)[0]


STANDS = [
    ((), Keeping.OPEN, "open: 0 of 2 elements signed"),
    ((signed("e1", "explicit"),), Keeping.OPEN, "open: 1 of 2 elements signed, 1 explicit"),
    ((signed("e1", "explicit"), signed("e2", "implicit")), Keeping.KEPT,
     "kept: 2 of 2 elements signed, 1 explicit, 1 implicit"),
    ((signed("e1", "equivalent"), signed("e2", "by reference")), Keeping.KEPT,
     "kept: 2 of 2 elements signed, 1 equivalent, 1 by reference"),
    ((signed("e1", "narrowed"),), Keeping.NOT_KEPT, "not kept: 1 of 2 elements signed, 1 narrowed (own statute)"),
    ((signed("e1", "silent"), signed("e2", "silent")), Keeping.NOT_KEPT,
     "not kept: 2 of 2 elements signed, 2 silent (own statute and thrift)"),
    ((signed("e1", "contradicted"), signed("e2", "explicit")), Keeping.NOT_KEPT,
     "not kept: 2 of 2 elements signed, 1 explicit, 1 contradicted (own statute)"),
    # the later signature counts, and a later day does not count yet
    ((signed("e1", "silent"), signed("e1", "explicit", day="2030-05-02")), Keeping.OPEN,
     "open: 1 of 2 elements signed, 1 explicit"),
    ((signed("e1", "silent", day="2032-01-01"),), Keeping.OPEN, "open: 0 of 2 elements signed"),
    # nobody signs without the role, and nobody signs an addition
    ((signed("e1", "silent", by="O. Officer"),), Keeping.OPEN, "open: 0 of 2 elements signed"),
    ((signed("e1", "silent", by="X. Nobody"),), Keeping.OPEN, "open: 0 of 2 elements signed"),
    ((signed("e1", "added"),), Keeping.OPEN, "open: 0 of 2 elements signed"),
    # the administrator may
    ((signed("e1", "explicit", by="A. Clerk"),), Keeping.OPEN, "open: 1 of 2 elements signed, 1 explicit"),
]  # fmt: skip


@pytest.mark.parametrize(("statements", "keeping", "summary"), STANDS)
def test_a_condition_is_kept_by_signatures_alone(statements, keeping, summary):
    found = condition(*statements, suggestions={"draft 1": [suggestion("e1", "explicit"), suggestion("e2", "silent")]})

    assert (found.keeping, found.summary) == (keeping, summary)
    assert (found.draft, found.total) == ("draft 1", 2)


def test_suggestion_and_signature_stand_side_by_side():
    told_so = [suggestion("e1", "explicit"), suggestion("", "added")]
    against = signed("e1", "narrowed", suggested=Verdict.EXPLICIT, reason="own, but not autonomous")
    found = condition(signed("e1", "explicit"), against, suggestions={"draft 1": told_so})
    first, second = found.elements

    assert first.suggestion is told_so[0]
    assert first.summary == "narrowed, signed by L. Counsel 1 May 2030, against the suggestion explicit"
    assert (first.signature.overruled, first.signature.reason) == (True, "own, but not autonomous")
    assert [one.verdict for one in first.earlier] == [Verdict.EXPLICIT]
    assert second.summary == "unsigned"


def test_an_unsigned_suggestion_is_said_to_be_one():
    found = condition(suggestions={"draft 1": [suggestion("e1", "explicit")]})

    assert found.elements[0].summary == "unsigned, suggested: explicit"


def test_who_lost_the_role_later_has_signed_all_the_same():
    gone = told(RoleGranted("L. Counsel", None), "2030-06-01")
    before, after = signed("e1", "explicit"), signed("e1", "silent", day="2030-07-01")

    assert condition(before, gone).signed == 1
    assert condition(gone, after).signed == 0


def test_a_signature_about_the_past_counts_by_the_role_of_when_it_was_made():
    late = told(RoleGranted("N. Newcomer", Role.LEGAL_ADVISER), "2031-06-01")

    assert condition(late, signed("e1", "explicit", by="N. Newcomer"), on="2030-06-01").signed == 1


def test_a_signature_stays_with_its_draft():
    second = (told(DraftRegistered("draft 2", "d1", follows="draft 1"), "2030-06-01"),)
    history = history_of(*OPENED, *BEGIN, signed("e1", "explicit"), *second)
    first, last = find_drafts(history, {"draft 2": [suggestion("", "added"), suggestion("e1", "silent")]})

    assert first.followed_by == ("draft 2",)
    assert first.conditions[0].signed == 1
    assert first.summary == "conditions: 1 open; followed by draft 2"
    assert last.conditions[0].signed == 0
    assert [one.verdict for one in last.additions] == [Verdict.ADDED]
    assert find_conditions(history)[0].draft == "draft 2"


def test_a_signature_that_does_not_count_is_found():
    draft = find_drafts(history_of(*OPENED, *BEGIN, signed("e1", "explicit", by="X. Nobody")))[0]

    assert [one.code for one in draft.findings] == ["signature-not-entitled"]


def test_without_a_draft_or_an_element_nothing_is_kept():
    bare = ConditionStated("c2", "res", "op2", ConditionKind.PROVISO, "provided that funds are there")
    before = find_conditions(history_of(*OPENED, *BEGIN[:5]))
    none = find_conditions(history_of(*OPENED, *BEGIN, bare))[1]
    empty = find_drafts(history_of(*OPENED, BEGIN[0], BEGIN[5]))[0]

    assert before[0].summary == "open: no draft to hold 2 elements against"
    assert (none.keeping, none.summary) == (Keeping.OPEN, "open: the condition names no single element to sign")
    assert empty.summary == "no condition to keep"


REFUSED = [
    (signed("e1", "explicit", by="O. Officer"), NotEntitled, "legal adviser"),
    (signed("e1", "explicit", by="X. Nobody"), NotEntitled, "legal adviser"),
    (signed("e9", "explicit"), UnknownSubject, "no element 'e9'"),
    (signed("e1", "explicit", draft="draft 9"), UnknownSubject, "no draft 'draft 9'"),
    (signed("e1", "added"), Refused, "no verdict on an element"),
    (signed("e1", "narrowed", suggested=Verdict.EXPLICIT), Refused, "give the reason"),
    (ConditionStated("c1", "res", "op1", ConditionKind.PROVISO, "x"), Refused, "'c1' already, in entry 5"),
    (ConditionStated("c2", "no", "op1", ConditionKind.PROVISO, "x"), UnknownSubject, "no document 'no'"),
    (ElementStated("e1", "c1", "op1", "x", ElementKind.ROLE), Refused, "'e1' already, in entry 6"),
    (ElementStated("e3", "c9", "op1", "x", ElementKind.ROLE), UnknownSubject, "no condition 'c9'"),
    (DraftRegistered("draft 1", "d1"), Refused, "'draft 1' already, in entry 8"),
    (DraftRegistered("draft 2", "no"), UnknownSubject, "no document 'no'"),
    (DraftRegistered("draft 2", "d1", follows="draft 9"), UnknownSubject, "no draft 'draft 9'"),
    (told(DraftRegistered("draft 1", "d1", follows="draft 1"), corrects=8), Refused, "circle: draft 1 -> draft 1"),
]


@pytest.mark.parametrize(("last", "error", "words"), REFUSED)
def test_what_may_not_be_signed_or_stated_is_refused(last, error, words):
    with pytest.raises(error, match=words):
        try_after(BEGIN, last, CHECKS)


def test_drafts_that_follow_each_other_in_a_circle_are_refused():
    second = told(DraftRegistered("draft 2", "d1", follows="draft 1"), "2030-06-01")
    turned = told(DraftRegistered("draft 1", "d1", follows="draft 2"), corrects=8)
    with pytest.raises(Refused, match="the drafts would go in a circle: draft 1 -> draft 2 -> draft 1"):
        try_after([*BEGIN, second], turned, CHECKS)


ALLOWED = [
    signed("e1", "narrowed", suggested=Verdict.EXPLICIT, reason="own, but not autonomous"),
    signed("e1", "explicit", suggested=Verdict.EXPLICIT),
    signed("e1", "explicit", by="A. Clerk"),
    told(ElementStated("e1", "c1", "op1.a", "a statute of its own", ElementKind.FEATURE), corrects=6),
]


@pytest.mark.parametrize("last", ALLOWED)
def test_what_is_in_order_is_admitted(last):
    try_after(BEGIN, last, CHECKS)
