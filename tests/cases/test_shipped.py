"""The shipped casebooks: each entry may be entered, each mark is carried, and they say what the tables say."""

import csv
import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

import operative
from operative.domain.entries import Basis, Statement
from operative.domain.facts import KINDS
from operative.domain.facts.conditions import ElementStated
from operative.domain.facts.dossiers import DocumentAttached
from operative.domain.facts.estimates import FormulaStated, InputStated
from operative.domain.facts.indicators import ObservationMade
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.mechanisms import GoalStated, MechanismChanged, MechanismDescribed, StandingReported
from operative.dossiers.admission import admit
from operative.dossiers.checks import CHECKS
from operative.dossiers.history import History
from operative.dossiers.opening import state_reading
from operative.exchange.casebooks import read_casebook, render_casebook

from .casebooks import SHIPPED, casebook, entries


@pytest.mark.parametrize("key", SHIPPED)
def test_every_entry_may_be_entered(key: str) -> None:
    history = History((), date.max)
    for entry in entries(key):
        admit(history, entry.statement, CHECKS, day=entry.recorded.date())
        history.grow(entry)


@pytest.mark.parametrize("key", SHIPPED)
def test_it_goes_out_as_it_came_in(key: str) -> None:
    assert read_casebook(render_casebook(casebook(key))) == casebook(key)


def test_the_sample_has_every_kind_of_fact() -> None:
    assert {one.fact.kind for one in casebook("lro-concert-2024").statements} == set(KINDS)


def told(statements: tuple[Statement, ...], kind: type) -> set[tuple[object, ...]]:
    """What of a reading a casebook has to say in the same way: ids, places, and how it binds."""
    fields = {
        MandateStated: ("id", "provision", "modality", "reporting_duty", "conditions"),
        ElementStated: ("id", "provision", "condition", "sort", "strength"),
        GoalStated: ("id", "provision", "mechanism", "verb", "relation", "open_list"),
    }[kind]
    own = [one.fact for one in statements if isinstance(one.fact, kind) and ":" not in one.fact.id]
    return {tuple(getattr(fact, name) for name in fields) for fact in own}


@pytest.mark.parametrize("kind", [MandateStated, ElementStated, GoalStated])
def test_the_sample_asks_what_its_resolution_is_read_to_ask(kind: type) -> None:
    reading = operative.read(Path(str(files("operative") / "samples" / "resolution-208.txt")))
    read = state_reading(reading.whole, "resolution-208", "A. Clerk")

    assert told(casebook("lro-concert-2024").statements, kind) == told(read, kind)


@pytest.mark.field
@pytest.mark.parametrize("kind", [MandateStated, ElementStated, GoalStated])
def test_the_founding_case_asks_what_its_resolution_is_read_to_ask(kind: type, field_data: Path) -> None:
    reading = operative.read(field_data / "seed" / "resolution-1309.txt")
    read = state_reading(reading.whole, "resolution-1309", "A. Clerk")

    assert told(casebook("iom-un-2015").statements, kind) == told(read, kind)


def test_the_founding_case_holds_no_words_of_a_document() -> None:
    statements = casebook("iom-un-2015").statements

    assert all(not evidence.quote for one in statements for evidence in one.evidence)
    assert not any(isinstance(one.fact, DocumentAttached) for one in statements)


def shingles(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


@pytest.mark.field
def test_the_founding_case_shares_no_run_of_words_with_a_document(field_data: Path) -> None:
    # Names of bodies are facts, and may be long; a sentence of a document would share far more.
    names = [one.fact.name for one in casebook("iom-un-2015").statements if isinstance(one.fact, MechanismDescribed)]
    titles = [fact.title for fact in (one.fact for one in casebook("iom-un-2015").statements) if hasattr(fact, "title")]
    allowed = set().union(*(shingles(name, 8) for name in (*names, *titles)))
    own = shingles(render_casebook(casebook("iom-un-2015")), 8) - allowed
    for file in [*(field_data / "seed").glob("*.txt"), *(field_data / "case").glob("*.txt")]:
        assert own & shingles(file.read_text("utf-8"), 8) == set(), file.name


def table(field_data: Path, name: str) -> list[dict[str, str]]:
    with (field_data / "case" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.field
def test_every_event_of_the_table_is_there_with_its_basis(field_data: Path) -> None:
    statements = casebook("iom-un-2015").statements
    for row in table(field_data, "timeline.csv"):
        marks = row["basis(S=seen,K=background)"]
        # What is partly seen is not checked: it stands as background.
        basis = Basis.SEEN if marks == "S" else Basis.BACKGROUND
        of_the_day = [one for one in statements if one.effective.iso == row["date"]]
        assert any(one.basis is basis for one in of_the_day), row


@pytest.mark.field
def test_every_mechanism_of_the_table_is_there_and_what_nobody_checked_is_marked(field_data: Path) -> None:
    statements = casebook("iom-un-2015").statements
    rows = table(field_data, "mechanisms.csv")
    described = [(one, one.fact) for one in statements if isinstance(one.fact, MechanismDescribed)]
    standings = [(one, one.fact) for one in statements if isinstance(one.fact, StandingReported)]
    for row in rows:
        told = [(one, fact) for one, fact in described if fact.key == row["id"]]
        assert {fact.name for _, fact in told} == {row["name"].split(" (")[0]}, row["id"]
        assert told[0][1].level == row["level"]
        chairs = {(fact.chair, one.basis) for one, fact in told if fact.chair}
        if "(K)" in row["chair"]:
            assert chairs == {(row["chair"].removesuffix(" (K)"), Basis.BACKGROUND)}
        before = {
            one.basis for one, fact in standings if fact.mechanism == row["id"] and one.effective.iso <= "2015-11-24"
        }
        told_as_background = "(K" in row["iom_status_before_2015"] or "not verified" in row["iom_status_before_2015"]
        assert before == {Basis.BACKGROUND if told_as_background else Basis.SEEN}, row["id"]
    assert {fact.key for _, fact in described} >= {row["id"] for row in rows}
    assert {fact.mechanism for fact in (one.fact for one in statements) if isinstance(fact, MechanismChanged)}


@pytest.mark.field
def test_every_figure_of_the_series_is_there(field_data: Path) -> None:
    observed = {
        (fact.indicator, fact.period.iso): fact.value
        for fact in (one.fact for one in casebook("iom-un-2015").statements)
        if isinstance(fact, ObservationMade)
    }
    columns = {
        "iom-share": "iom_expense_share_pct",
        "earmarked-share": "Voluntary earmarked_pct",
        "top-donor": "top_donor_pct",
        "top-ten-donors": "top10_pct",
    }
    for row in table(field_data, "IOM_CEB_financial_statistics_2011_2024.csv"):
        for indicator, column in columns.items():
            if row[column]:
                assert str(observed[indicator, row["year"]]) == row[column]


@pytest.mark.field
def test_every_disputed_number_is_there_with_its_speaker(field_data: Path) -> None:
    told = [
        fact
        for fact in (one.fact for one in casebook("iom-un-2015").statements)
        if isinstance(fact, InputStated) and fact.name.startswith("un80_")
    ]

    assert len(told) >= len(table(field_data, "un80_numbers_ledger.csv"))
    assert all(fact.said_by for fact in told)
    several = {fact.name for fact in told if sum(other.name == fact.name for other in told) > 1}
    assert len(several) >= 6


def test_what_is_not_known_of_the_costs_is_stated_as_unknown() -> None:
    facts = [one.fact for one in casebook("iom-un-2015").statements]
    unknown = {one.name for one in facts if isinstance(one, InputStated) and one.value is None and one.low is None}
    used = " ".join(one.expression for one in facts if isinstance(one, FormulaStated))

    assert unknown
    assert all(name in used for name in unknown)
