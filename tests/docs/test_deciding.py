"""The tables on the pages about estimates, indicators, decision rules and proposals come out as printed."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from operative.domain.days import PartialDate
from operative.domain.entries import Entry, Statement
from operative.domain.facts import Fact
from operative.domain.facts.decisions import (
    Criterion,
    Gate,
    Majority,
    MembersCounted,
    Option,
    OptionAssessed,
    ProposalTabled,
    RuleStated,
    SessionAnnounced,
    Topic,
    VoteBase,
    VoteTaken,
)
from operative.domain.facts.estimates import FormulaStated, InputStated
from operative.domain.facts.indicators import Direction, IndicatorDefined, ObservationMade, Quality
from operative.dossiers.estimates import find_estimates, run_estimate
from operative.dossiers.history import History
from operative.dossiers.indicators import find_indicators
from operative.dossiers.proposals import find_proposals
from operative.dossiers.sessions import find_deadlines
from operative.dossiers.votes import compute_outcome
from operative.errors import WrongFormula

from .public_names import page
from .test_concepts import rows

BODY = "Lake Council"


def history(facts: Iterable[Fact]) -> History:
    """What these facts come to at the end of 2031."""
    now, day = datetime(2032, 1, 1, tzinfo=UTC), PartialDate("2031-06-01")
    told = [Statement(one, day, "A. Clerk") for one in facts]
    entries = [Entry("wells", number, now, one, "") for number, one in enumerate(told, 1)]
    return History(entries, date(2031, 12, 31))


# "spending 6 [5, 7] %", "share ? %"
INPUT = re.compile(
    r"(?P<name>\w+) (?P<value>[-\d.]+|\?)(?: \[(?P<low>[-\d.]+), (?P<high>[-\d.]+)\])?(?P<unit>[^\[]*)\Z"
)
EXPRESSIONS = rows(page("concepts/estimates.md"), "expression")


@pytest.mark.parametrize(("expression", "inputs", "unit", "said"), EXPRESSIONS, ids=[row[-1] for row in EXPRESSIONS])
def test_a_formula_comes_to_what_is_printed(expression: str, inputs: str, unit: str, said: str) -> None:
    facts: list[Fact] = [FormulaStated("s", "S", expression.strip("`"), unit)]
    for words in inputs.split("; "):
        found = INPUT.match(words)
        assert found is not None
        value, low, high = (
            None if found[name] in (None, "?") else Decimal(found[name]) for name in ("value", "low", "high")
        )
        facts.append(InputStated(found["name"], found["unit"].strip(), value, low, high))

    assert run(facts) == said


def run(facts: list[Fact]) -> str:
    """The estimate that follows from the facts, or why it cannot be reckoned."""
    try:
        estimate = run_estimate(history(facts), "s")
    except WrongFormula as exc:
        return f"refused: {exc}"
    return find_estimates(history([*facts, estimate]))[0].words


SERIES = rows(page("concepts/indicators.md"), "indicator in %")


@pytest.mark.parametrize(("asked", "recorded", "said"), SERIES, ids=[row[-1] for row in SERIES])
def test_an_indicator_says_what_is_printed(asked: str, recorded: str, said: str) -> None:
    found = re.match(r"(?P<direction>[a-z ]+?)(?: (?P<threshold>[\d.]+))?\Z", asked)
    assert found is not None
    direction = Direction.NONE if asked == "no threshold" else Direction(found["direction"])
    threshold = None if found["threshold"] is None else Decimal(found["threshold"])
    facts: list[Fact] = [IndicatorDefined("core", "Core", "%", direction=direction, threshold=threshold)]
    for one in recorded.split("; ") if recorded != "nothing" else ():
        period, value, quality = one.split()
        facts.append(ObservationMade("core", PartialDate(period), Decimal(value), Quality(quality)))

    assert find_indicators(history(facts))[0].words == said


VOTES = rows(page("concepts/decision-rules.md"), "majority")


@pytest.mark.parametrize(("majority", "vote", "said"), VOTES, ids=[f"{row[0]}: {row[1]}" for row in VOTES])
def test_a_vote_comes_to_what_is_printed(majority: str, vote: str, said: str) -> None:
    sort, _, base = majority.partition(", ")
    counts = {name: int(count) for count, name in re.findall(r"(\d+) (yes|no|abstain)\b", vote)}
    facts = [
        RuleStated("m", BODY, Topic.MAJORITY, "", (), Majority(sort), VoteBase(base) if base else None),
        RuleStated("q", BODY, Topic.QUORUM, "", (), Majority.SIMPLE),
        MembersCounted(BODY, 20),
    ]
    taken = VoteTaken("v", "p", "o", "", consensus=vote == "consensus", **counts)  # type: ignore[arg-type]  # counts
    words = compute_outcome(history(facts), taken, BODY).words

    assert re.sub(r" by rule [mq]\b", "", words).replace("rule m asks", "the rule asks") == said


DEADLINES = rows(page("concepts/decision-rules.md"), "opens")


@pytest.mark.parametrize(("opens", "rule", "said"), DEADLINES)
def test_a_deadline_is_the_day_that_is_printed(opens: str, rule: str, said: str) -> None:
    topic, count, unit = rule.split()
    facts = [
        RuleStated("r", BODY, Topic(topic), "", **{unit: int(count)}),  # type: ignore[arg-type]  # days or months
        SessionAnnounced("s", BODY, "session", PartialDate(opens)),
    ]

    assert find_deadlines(history(facts), "s")[0].words.partition(": ")[2] == said


ASSESSED = rows(page("concepts/proposals.md"), "assessed")
CRITERIA = (Criterion("reach", "reach", Decimal(3)), Criterion("cost", "cost", Decimal(2)))


@pytest.mark.parametrize(("assessed", "said"), ASSESSED)
def test_a_proposal_says_what_is_printed(assessed: str, said: str) -> None:
    options = (Option("a", "A"), Option("b", "B"))
    facts: list[Fact] = [ProposalTabled("p", "P", BODY, options, gates=(Gate("g", "own statute"),), criteria=CRITERIA)]
    for part in assessed.split("; "):
        option, _, marks = part.partition(": ")
        for mark in marks.split(", "):
            if mark.endswith("met"):
                facts.append(OptionAssessed("p", option, "g", "read", met=mark == "met"))
            else:
                criterion, score = mark.split()
                facts.append(OptionAssessed("p", option, criterion, "seen", score=Decimal(score)))

    assert find_proposals(history(facts))[0].words == said


def test_every_page_has_its_examples() -> None:
    assert [len(one) for one in (EXPRESSIONS, SERIES, VOTES, DEADLINES, ASSESSED)] == [13, 11, 12, 4, 6]
