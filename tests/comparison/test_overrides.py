"""Sentences that take back from the one before."""

import tomllib

import pytest

from operative.comparison.verdicts import suggest_verdicts
from operative.domain.verdicts import Verdict

from .verdict_gold import GOLD, pair_of, suggested_for, suggested_sentence

SAYS = "The Institute is an independent, non-commercial body."
KEEPS = "The Institute is an independent body"


@pytest.mark.parametrize(
    "rest",
    [
        ". This does not extend to matters of staff.",
        ". However, it follows the staff policy of the Alliance.",
        ". The Parties are free, however, to agree otherwise.",
        "; provided that the Board has agreed.",
        "; unless the Board finds otherwise.",
        "; save that its laboratory is exempted.",
        ". Matters of staff are decided elsewhere. This principle shall not apply to them.",
    ],
)
def test_what_takes_back_from_the_sentence_before_narrows_it(rest: str) -> None:
    found = suggested_for("independent", suggest_verdicts(*pair_of(SAYS, KEEPS + rest)))

    assert (found.verdict, found.passage) == (Verdict.NARROWED, "art2.1")
    assert "sets a limit" in found.why


@pytest.mark.parametrize(
    "rest",
    [
        ". It publishes its findings.",
        "; it publishes its findings.",
        ". This does not affect its statute.",
        ". Where the Parties meet, they share the cost of the meeting.",
    ],
)
def test_what_goes_on_after_it_takes_nothing(rest: str) -> None:
    found = suggested_for("independent", suggest_verdicts(*pair_of(SAYS, KEEPS + rest)))

    assert found.verdict is Verdict.EXPLICIT, found.why


@pytest.mark.parametrize(
    ("language", "label", "draft"),
    [
        ("fr", "autonome", "L’Organisation est autonome. Toutefois, elle suit les règles de la Ligue."),
        ("fr", "autonome", "L’Organisation est autonome. Cela ne s’étend pas au personnel."),
        ("es", "autónoma", "La Organización es autónoma. Sin embargo, sigue las normas de la Liga."),
        ("es", "autónoma", "La Organización es autónoma. Esto no se extiende al personal."),
    ],
)
def test_other_languages_take_back_as_well(language: str, label: str, draft: str) -> None:
    table = tomllib.loads((GOLD / "hostile" / f"pairs-{language}.toml").read_text("utf-8"))
    found = suggested_sentence(table, {"label": label, "draft": [draft]})

    assert found.verdict is Verdict.NARROWED
    assert "the next sentences" in found.why
