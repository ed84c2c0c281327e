"""The tables on the pages of the concepts are what the rules do."""

import pytest

from operative.domain.facts.mandates import Step
from operative.domain.progress import MandateState
from operative.dossiers.transitions import TABLE
from tests.docs.public_names import page
from tests.docs.test_concepts import rows

from .test_conditions import condition, signed

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


def test_the_pages_have_examples():
    assert len(STEPS) >= 8
    assert len(SIGNED) >= 8
