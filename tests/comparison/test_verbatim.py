"""A text held against itself, and against itself with something put in."""

import pytest

from operative.comparison.verdicts import suggest_verdicts
from operative.domain.verdicts import Suggestion, Verdict

from .verdict_gold import RESOLUTION, named, suggested_for, whole

ASKED = RESOLUTION.format(says="The Institute is an independent, non-commercial body with its own statute")


def suggested(label: str, draft: str) -> Suggestion:
    return suggested_for(label, suggest_verdicts(whole(ASKED), whole(draft)))


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("resolution-208.txt", "en"),
        ("guild.txt", "en"),
        ("seeds.txt", "en"),
        ("phares.txt", "fr"),
        ("faros.txt", "es"),
    ],
)
def test_a_text_keeps_all_that_it_asks_for_itself(name: str, language: str) -> None:
    text = named(name, language)
    elements = [one for one in suggest_verdicts(text, text) if one.element]

    assert len(elements) >= 12
    assert [(one.label, one.why) for one in elements if one.verdict is not Verdict.EXPLICIT] == []
    assert [one.label for one in elements if one.passage != one.provision] == []


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("3. Decides that the Institute shall not be independent.\n", Verdict.CONTRADICTED),
        ("3. Decides that the Institute is independent only in technical matters.\n", Verdict.NARROWED),
    ],
)
def test_a_sentence_that_is_put_in_still_takes_away(sentence: str, verdict: Verdict) -> None:
    assert suggested("independent", ASKED + sentence).verdict is verdict
    assert suggested("own statute", ASKED + sentence).verdict is Verdict.EXPLICIT


def test_what_stands_above_a_sentence_has_to_be_the_same() -> None:
    turned = ASKED.replace("are preserved", "are no longer preserved")

    assert suggested("independent", turned).verdict is not Verdict.EXPLICIT
