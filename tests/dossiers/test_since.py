"""Nothing is said of a thing as of a day on which it was not there yet, and nothing that is spoken of is taken away."""

import pytest

from operative.domain.conditions import ConditionKind
from operative.domain.days import PartialDate
from operative.domain.elements import ElementKind
from operative.domain.facts.agenda import LinkClaimed
from operative.domain.facts.conditions import ConditionStated, DraftRegistered, ElementStated, VerdictSigned
from operative.domain.facts.decisions import Option, ProposalTabled, VoteTaken
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, EntryWithdrawn
from operative.domain.facts.engagements import EngagementHeld, Form
from operative.domain.facts.mandates import MandateMoved, MandateStated, Step
from operative.domain.facts.mechanisms import MechanismDescribed, Standing, StandingReported
from operative.domain.mandates import Modality
from operative.domain.verdicts import Verdict
from operative.dossiers.checks import CHECKS
from operative.errors import Refused, TooEarly

from .told import told, try_after

DAY = PartialDate("2030-05-10")
THINGS = (
    told(DocumentNamed("res", DocumentRole.RESOLUTION, dated=PartialDate("2030-01-05")), "2031-01-01"),
    told(DocumentNamed("undated", DocumentRole.DRAFT), "2031-01-01"),
    told(ConditionStated("c1", "res", "op1", ConditionKind.PROVISO, "kept"), "2030-02-01"),
    told(ElementStated("e1", "c1", "op1", "a statute", ElementKind.FEATURE), "2030-02-01"),
    told(MandateStated("m1", "res", "op1", "dig wells", Modality.DIRECTIVE), "2030-02-01"),
    told(DraftRegistered("draft 1", "undated"), DAY.iso),
    told(ProposalTabled("p1", "Wells", "Council", (Option("a", "Dig"),)), "2030-05"),
    told(MechanismDescribed("lake", "Lake Group", since=PartialDate("2028")), "2031-01-01"),
    told(MechanismDescribed("hill", "Hill Group"), "2031-01-01"),
)
FIRST = 3
"""The number of the first of these entries."""
SIGNED = VerdictSigned("draft 1", "e1", Verdict.EXPLICIT)
RAISED = EngagementHeld("x1", Form.LETTER, "the other side", "First letter", raised=("m1", "e1"))


@pytest.mark.parametrize(
    ("fact", "day", "named"),
    [
        (
            SIGNED,
            "2030-05-09",
            "verdict.signed counts from 2030-05-09, and the draft 'draft 1' is there only from 2030-05-10",
        ),
        (SIGNED, "2030-04", "the draft 'draft 1'"),
        (MandateMoved("m1", Step.ACCEPT), "2030-01-31", "the mandate 'm1' .* from 2030-02-01 on .entry 7."),
        (MandateStated("m2", "res", "op2", "more", Modality.DIRECTIVE), "2030-01-04", "the document 'res'"),
        (VoteTaken("v1", "p1", "a", "", yes=3), "2030-04-30", "the proposal 'p1'"),
        (RAISED, "2030-01-31", "the mandate 'm1'"),
        (LinkClaimed("e1", "SDG 6.1"), "2029", "the element 'e1'"),
        (
            StandingReported("LRO", "lake", Standing.MEMBER),
            "2027-12-31",
            "the mechanism 'lake' is there only from 2028",
        ),
        (ElementStated("e2", "c1", "op1", "a seat", ElementKind.FEATURE), "2030-01-31", "the condition 'c1'"),
    ],
)
def test_what_is_too_early_is_refused_with_the_thing_and_its_day(fact, day, named):
    with pytest.raises(TooEarly, match=named):
        try_after(THINGS, told(fact, day), CHECKS)


@pytest.mark.parametrize(
    ("fact", "day"),
    [
        (SIGNED, "2030-05-10"),
        (SIGNED, "2030-05"),
        (SIGNED, "2030"),
        (VoteTaken("v1", "p1", "a", "", yes=3), "2030-05-01"),
        (StandingReported("LRO", "lake", Standing.MEMBER), "2028-01-01"),
        (StandingReported("LRO", "hill", Standing.MEMBER), "1992"),
        (DraftRegistered("draft 0", "undated"), "2029"),
    ],
)
def test_what_may_be_in_time_is_entered(fact, day):
    try_after(THINGS, told(fact, day), CHECKS)


DRAFT_1 = FIRST + THINGS.index(next(one for one in THINGS if isinstance(one.fact, DraftRegistered)))


def test_a_thing_is_not_put_later_than_what_is_said_of_it():
    before = (*THINGS, told(SIGNED, "2030-05-20"))
    later = told(DraftRegistered("draft 1", "undated"), "2030-05-21", corrects=DRAFT_1)
    with pytest.raises(
        TooEarly, match=r"entry 12, verdict\.signed, counts from 2030-05-20 and names the draft 'draft 1'"
    ):
        try_after(before, later, CHECKS)

    try_after(before, told(DraftRegistered("draft 1", "undated"), "2030-05-20", corrects=DRAFT_1), CHECKS)
    try_after(THINGS, later, CHECKS)


def test_a_correction_of_what_was_too_early_is_entered():
    before = (*THINGS, told(SIGNED, "2030-05-20"))
    try_after(before, told(SIGNED, "2030-05-15", corrects=FIRST + len(THINGS)), CHECKS)


def number_of(kind):
    return FIRST + next(at for at, one in enumerate(THINGS) if isinstance(one.fact, kind))


NAMED = (*THINGS, told(SIGNED, "2030-05-20"))


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (told(EntryWithdrawn("a slip"), corrects=DRAFT_1), "the draft 'draft 1' is named by entries that stand: 12"),
        (told(EntryWithdrawn("a slip"), corrects=FIRST), "the document 'res' is named by entries that stand: 5, 7"),
        (told(EntryWithdrawn("a slip"), corrects=2), "the document 'rules' .* 3, 4, 5, 6, 7 and 5 more; correct or"),
        (told(DraftRegistered("draft 2", "undated"), "2030-05-10", corrects=DRAFT_1), "the draft 'draft 1'"),
        (told(EntryWithdrawn("a slip"), corrects=number_of(ConditionStated)), "the condition 'c1' .*: 6;"),
    ],
)
def test_what_others_name_is_not_taken_away(last, words):
    with pytest.raises(Refused, match=words):
        try_after(NAMED, last, CHECKS)


@pytest.mark.parametrize(
    "before",
    [
        THINGS,
        (*NAMED, told(EntryWithdrawn("a slip"), corrects=FIRST + len(THINGS))),
        (*NAMED, told(DraftRegistered("draft 1", "res"), "2030-05-11")),
    ],
    ids=["nobody names it", "who named it was withdrawn", "another entry states it"],
)
def test_what_nobody_needs_is_taken_away(before):
    try_after(before, told(EntryWithdrawn("a slip"), corrects=DRAFT_1), CHECKS)
