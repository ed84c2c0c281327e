"""The tables on the pages of the concepts are what the rules do."""

import pytest

from operative.domain.facts.mandates import Step
from operative.domain.progress import MandateState
from operative.dossiers.engagements import find_raising
from operative.dossiers.transitions import TABLE
from tests.docs.public_names import page
from tests.docs.test_concepts import rows

from .test_conditions import condition, signed
from .test_engagements import BEGIN, held
from .told import history_of

STEPS = rows(page("concepts/mandate-states.md"), "state")
SIGNED = rows(page("concepts/signatures.md"), "first element")


@pytest.mark.parametrize(("state", "step", "after"), STEPS)
def test_the_steps_lead_where_the_page_says(state, step, after):
    assert TABLE[MandateState(state)].get(Step(step), "no") == after


@pytest.mark.parametrize(("first", "second", "keeping"), SIGNED)
def test_a_condition_is_what_the_page_says(first, second, keeping):
    verdicts = {"e1": first, "e2": second}
    made = [signed(element, verdict) for element, verdict in verdicts.items() if verdict != "unsigned"]

    assert condition(*made).keeping == keeping


RAISED = rows(page("concepts/engagements.md"), "raised")
SUBJECTS = {"nothing yet": None, "the mandate": ("m1",), "the mandate and an element": ("m1", "e1"),
            "all": ("m1", "e1", "e2", "g1")}  # fmt: skip


@pytest.mark.parametrize(("raised", "said"), RAISED)
def test_what_was_never_raised_is_what_the_page_says(raised, said):
    subjects = SUBJECTS[raised]
    made = [] if subjects is None else [held("g", "2030-05-01", *subjects)]

    assert find_raising(history_of(*BEGIN[:-1], *made)).summary == said


def test_the_pages_have_examples():
    assert len(STEPS) >= 8
    assert len(SIGNED) >= 8
    assert len(RAISED) == len(SUBJECTS)
