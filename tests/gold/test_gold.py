"""What a reader wrote about texts of our own, and what the program reads in them. Nothing here writes a gold.toml."""

import tomllib
from pathlib import Path

import pytest

import operative
from tests.gold.scoring import QUOTES, Score, Table, score_reading

CASES = sorted(path.parent.name for path in Path(__file__).parent.glob("*/gold.toml"))

# As a reader would demand: for one value the share that is right, for several F1.
FLOORS = {
    "document": 0.97,
    "provision": 0.98,
    "lead": 0.97,
    "act": 0.97,
    "force": 0.97,
    "action": 0.90,
    "addressees": 0.95,
    "deliverables": 0.82,
    "recipients": 0.90,
    "channels": 0.80,
    "timings": 0.92,
    "timing value": 0.90,
    "conditions": 0.70,
    "resources": 0.70,
    "reporting duty": 0.96,
}
IN_EACH_LANGUAGE = {"provision": 0.95, "lead": 0.90, "act": 0.90, "force": 0.95, "addressees": 0.90, "timings": 0.90}


def gold_of(case: str) -> Table:
    return tomllib.loads((Path(__file__).parent / case / "gold.toml").read_text("utf-8"))


def source_of(case: str) -> str:
    return (Path(__file__).parent / case / "source.txt").read_text("utf-8")


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    """One score for each case."""
    return {
        case: score_reading(case, gold_of(case), operative.read(Path(__file__).parent / case / "source.txt"))
        for case in CASES
    }


def total(scores: dict[str, Score], language: str = "") -> Score:
    whole = Score()
    for case, score in scores.items():
        if gold_of(case)["language"] == language or not language:
            whole.join(score)
    return whole


def report(score: Score, name: str) -> str:
    lines = [line for line in score.missed if f" {name}: " in line]
    counts = f"{score.gold[name]} written, {score.read[name]} read, {score.hit[name]} agree"
    return "\n  ".join([f"{name}: {score.figure(name):.3f} ({counts})", *lines])


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_reads_like_a_reader(scores: dict[str, Score], name: str, floor: float) -> None:
    score = total(scores)
    print(report(score, name))  # noqa: T201 - what was missed, for `pytest -rP`, also where the floor holds

    figure = score.figure(name)

    assert score.gold[name]
    assert figure >= floor, report(score, name)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize(("name", "floor"), IN_EACH_LANGUAGE.items())
def test_reads_like_a_reader_in_each_language(scores: dict[str, Score], language: str, name: str, floor: float) -> None:
    score = total(scores, language)

    figure = score.figure(name)

    assert score.gold[name]
    assert figure >= floor, report(score, name)


def test_gold_is_broad() -> None:
    """A set that shrinks would pass any floor."""
    tables = [gold_of(case) for case in CASES]

    assert sum(len(table["provision"]) for table in tables) >= 60
    assert len({table["style"] for table in tables}) >= 6
    assert {table["language"] for table in tables} == {"en", "fr", "es"}
    assert all(table["why"] for table in tables)


@pytest.mark.parametrize("case", CASES)
def test_gold_quotes_its_source(case: str) -> None:
    """A quote that does not stand in the source is a slip of the reader, and would count against the program."""
    words, gold = plain(source_of(case)), gold_of(case)
    acts = [act for table in gold["provision"] for act in table.get("act", [])]
    quotes = [table["lead"] for table in gold["provision"] if "lead" in table]
    quotes += [act["lead"] for act in acts]
    quotes += [quote for act in acts for name in QUOTES for quote in act.get(name, [])]
    quotes += [timing["quote"] for act in acts for timing in act.get("timings", [])]

    assert [quote for quote in quotes if quote not in words] == []
