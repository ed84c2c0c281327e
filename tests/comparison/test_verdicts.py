"""How a draft treats the elements of a resolution, against what readers wrote."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import operative
from operative.comparison.verdicts import suggest_verdicts
from operative.domain.verdicts import Verdict

from .verdict_gold import (
    GOLD,
    KEPT,
    Judged,
    additions,
    judged,
    named,
    pair_of,
    sentences,
    suggested_for,
    suggested_sentence,
    whole,
)

VERDICT_FLOOR = {"dev": 0.95, "seen": 0.86, "held": 0.88, "blind2": 0.59}
PASSAGE_FLOOR = {"dev": 0.95, "seen": 0.93, "held": 0.93, "blind2": 0.89}
ENOUGH = {"dev": 100, "seen": 70, "held": 100, "blind2": 50}


@pytest.fixture(scope="module", params=list(VERDICT_FLOOR))
def half(request: pytest.FixtureRequest) -> tuple[str, list[Judged]]:
    return request.param, list(judged(request.param))


def test_enough_was_judged(half: tuple[str, list[Judged]]) -> None:
    assert len(half[1]) >= ENOUGH[half[0]]


def test_the_verdicts_are_the_readers(half: tuple[str, list[Judged]]) -> None:
    name, rows = half
    wrong = [str(row) for row in rows if not row.right]

    assert 1 - len(wrong) / len(rows) >= VERDICT_FLOOR[name], "\n".join(wrong)


def test_the_passages_are_the_readers(half: tuple[str, list[Judged]]) -> None:
    name, rows = half
    told = [row for row in rows if row.verdict is not Verdict.SILENT]
    wrong = [str(row) for row in told if row.suggested.passage != row.passage]

    assert 1 - len(wrong) / len(told) >= PASSAGE_FLOOR[name], "\n".join(wrong)


def test_nothing_lost_is_suggested_as_kept(half: tuple[str, list[Judged]]) -> None:
    unsafe = [str(row) for row in half[1] if row.unsafe]

    assert unsafe == []


@pytest.mark.parametrize("half", ["dev", "held"])
def test_added_duties_are_found_and_stand_first_among_additions(half: str) -> None:
    for name, passage, suggestions in additions(half):
        added = [one for one in suggestions if one.verdict is Verdict.ADDED]

        assert passage in {one.passage for one in added if "duty on the Organization" in one.why}, name
        assert suggestions[-len(added) :] == tuple(added)
        assert "duty on the Organization" in added[0].why


def test_a_quote_is_the_words_at_its_place() -> None:
    resolution, draft = pair_of(
        "The Institute is an independent body.", "The Parties cooperate.", "The Institute is an autonomous body."
    )
    found = suggested_for("independent", suggest_verdicts(resolution, draft))

    assert found.quote is not None
    assert found.quote.span.of(draft.text.content) == "The Institute is an autonomous body."
    assert (found.missing, found.passage) == ((), "art2.2")


def test_words_that_the_draft_lacks_and_adds_are_told() -> None:
    found = suggested_for(
        "essential partner",
        suggest_verdicts(
            *pair_of(
                "The Institute is an essential partner in the mapping of deep-sea cables.",
                "The Institute is a partner in the occasional mapping of cables.",
            )
        ),
    )

    assert found.verdict is Verdict.NARROWED
    assert {"essential", "deep", "sea"} <= set(found.missing)
    assert "occasional" in found.added


@pytest.mark.parametrize("language", ["ru", "ar", "zh"])
def test_a_language_without_likeness_gives_no_verdict_above_narrowed(language: str) -> None:
    resolution, _ = pair_of("The Institute is an independent body.", "Nothing.")
    draft = whole("第一条 研究所是独立的机构。\n\nСтатья 1\nИнститут независим.\n", language)

    assert {one.verdict for one in suggest_verdicts(resolution, draft) if one.element} <= {
        Verdict.SILENT,
        Verdict.NARROWED,
        Verdict.CONTRADICTED,
    }


def test_a_resolution_without_conditions_has_additions_only() -> None:
    resolution = whole("RESOLUTION No. 3\n\nThe Council,\n1. Thanks the Secretary.\n")
    _, draft = pair_of("The Institute is small.", "The Institute shall pay the Alliance.")

    assert all(one.verdict is Verdict.ADDED for one in suggest_verdicts(resolution, draft))


def test_spaces_and_line_ends_change_nothing() -> None:
    says = "The Institute is an independent, non-commercial body."
    words = "The Institute shall not be independent, but it remains non-commercial."
    plain = suggest_verdicts(*pair_of(says, words))
    broken = suggest_verdicts(*pair_of(says, words.replace(" be ", "\nbe ").replace("it ", "it  ")))

    assert [one.verdict for one in plain] == [one.verdict for one in broken]


HOSTILE, FRIENDLY = sentences("hostile"), sentences("friendly")


@pytest.mark.parametrize(("name", "table", "row"), HOSTILE, ids=[name for name, _, _ in HOSTILE])
def test_no_hidden_weakening_is_suggested_as_kept(name: str, table: dict[str, Any], row: dict[str, Any]) -> None:
    found = suggested_sentence(table, row)

    assert found.verdict not in KEPT, found.why


@pytest.mark.parametrize(("name", "table", "row"), FRIENDLY, ids=[name for name, _, _ in FRIENDLY])
def test_plain_keeping_is_suggested_as_kept(name: str, table: dict[str, Any], row: dict[str, Any]) -> None:
    found = suggested_sentence(table, row)

    assert found.verdict in KEPT, found.why


FOUNDING = tomllib.loads((GOLD / "founding.toml").read_text("utf-8"))
ALTERED = [{"why": "as it is", "swap": [], "verdicts": FOUNDING["verdicts"]}, *FOUNDING["altered"]]


@pytest.mark.field
@pytest.mark.parametrize("row", ALTERED, ids=[row["why"] for row in ALTERED])
def test_the_founding_draft_and_what_could_have_been_made_of_it(row: dict[str, Any], field_data: Path) -> None:
    resolution = whole((field_data / "seed" / "resolution-1309.txt").read_bytes())
    text = (field_data / "case" / "A_RES_70_296.txt").read_text("utf-8").replace("\xa0", " ")
    for old, new in row["swap"]:
        assert old in text
        text = text.replace(old, new)
    suggestions = {one.element: one for one in suggest_verdicts(resolution, whole(text))}
    suggested = {key: [str(suggestions[key].verdict), suggestions[key].passage] for key in row["verdicts"]}

    assert suggested == row["verdicts"]


@pytest.mark.field
def test_the_founding_draft_adds_a_share_of_costs_and_an_undertaking(field_data: Path) -> None:
    resolution = whole((field_data / "seed" / "resolution-1309.txt").read_bytes())
    draft = whole((field_data / "case" / "A_RES_70_296.txt").read_bytes())
    added = [one for one in suggest_verdicts(resolution, draft) if one.verdict is Verdict.ADDED]
    duties = [one.passage for one in added if "duty on the Organization" in one.why]

    assert {"annex1.art2.5", "annex1.art3.b1"} <= set(duties)
    assert [one.passage for one in added][: len(duties)] == duties
    assert "annex1.art3.2.b" not in {one.passage for one in added}


@pytest.mark.field
def test_a_text_that_is_of_others_keeps_nothing(field_pack: Callable[[str], Path]) -> None:
    texts = sorted(field_pack("other_bodies_dev").rglob("*.txt"))[::12]
    resolutions = [named(name, "en") for name in ("resolution-208.txt", "guild.txt", "seeds.txt")]
    kept = [
        f"{path.name}: {one.label}: {one.verdict}"
        for path in texts
        for draft in [operative.read(path).whole]
        for resolution in resolutions
        for one in suggest_verdicts(resolution, draft)
        if one.verdict in KEPT
    ]

    assert len(texts) > 5
    assert kept == []
