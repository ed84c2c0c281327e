"""The founding case: the rules of its house, its cost formulas and its series, as facts (labels are ours)."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.decisions import (
    Majority,
    MembersCounted,
    Option,
    ProposalTabled,
    RuleStated,
    SessionAnnounced,
    SessionSort,
    Topic,
    VoteBase,
    VoteTaken,
)
from operative.domain.facts.estimates import FormulaStated, InputStated
from operative.domain.facts.indicators import Direction, IndicatorDefined, ObservationMade, Quality
from operative.dossiers.estimates import find_estimates, run_estimate
from operative.dossiers.indicators import find_indicators
from operative.dossiers.rules import find_rule
from operative.dossiers.sessions import find_deadlines, find_decision_days, find_sessions
from operative.dossiers.totals import find_totals
from operative.dossiers.votes import compute_outcome

from .told import history_of, told

pytestmark = pytest.mark.field

COUNCIL = "IOM Council"


def rule(id, article, topic, *applies_to, **more) -> Statement:
    fact = RuleStated(id, COUNCIL, topic, id, applies_to, **more)
    return told(fact, "2013-11-21", evidence=[Evidence("constitution", article)])


HOUSE = (
    rule("majority", "Art. 24", Topic.MAJORITY, majority=Majority.SIMPLE, base=VoteBase.PRESENT_AND_VOTING),
    rule("admission", "Art. 2(b)", Topic.MAJORITY, "admission", majority=Majority.TWO_THIRDS),
    rule("head", "Art. 13(1)", Topic.MAJORITY, "election of the Director General", majority=Majority.TWO_THIRDS),
    rule("amendment", "Art. 25(2)", Topic.MAJORITY, "amendment", majority=Majority.TWO_THIRDS),
    rule("fundamental", "Art. 25(2)", Topic.MAJORITY, "fundamental amendment", majority=Majority.TWO_THIRDS,
         base=VoteBase.MEMBERS),
    rule("takeover", "Art. 27", Topic.MAJORITY, "taking over activities", majority=Majority.TWO_THIRDS,
         base=VoteBase.MEMBERS),
    rule("dissolution", "Art. 28", Topic.MAJORITY, "dissolution", majority=Majority.THREE_QUARTERS,
         base=VoteBase.MEMBERS),
    rule("quorum", "Art. 24(3)", Topic.QUORUM, majority=Majority.SIMPLE),
    rule("arrears", "Art. 4(1)", Topic.ARREARS),
    rule("request", "Art. 9(2)", Topic.REQUEST, "special", days=10, share="1/3"),
    rule("notice", "Council rules", Topic.NOTICE, "regular", days=30),
    rule("notice-special", "Council rules", Topic.NOTICE, "special", days=15),
    rule("amendment-texts", "Art. 25(1)", Topic.DOCUMENTS, "amendment", months=3),
    told(MembersCounted(COUNCIL, 162), "2015-11-24"),
)  # fmt: skip
VOTES = [
    # 162 members: quorum 82; the counts are invented
    ("", 50, 40, 10, "adopted", "majority", "Art. 24", 46),
    ("", 50, 20, 11, "no quorum", "majority", "Art. 24", None),
    ("admission", 60, 30, 5, "adopted", "admission", "Art. 2(b)", 60),
    ("admission", 59, 31, 5, "rejected", "admission", "Art. 2(b)", 60),
    ("fundamental amendment", 108, 0, 0, "adopted", "fundamental", "Art. 25(2)", 108),
    ("fundamental amendment", 107, 0, 0, "rejected", "fundamental", "Art. 25(2)", 108),
    ("taking over activities", 107, 3, 0, "rejected", "takeover", "Art. 27", 108),
    ("dissolution", 122, 40, 0, "adopted", "dissolution", "Art. 28", 122),
    ("dissolution", 121, 41, 0, "rejected", "dissolution", "Art. 28", 122),
]


@pytest.mark.parametrize(("matter", "yes", "no", "abstain", "outcome", "id", "article", "needed"), VOTES)
def test_the_majorities_of_the_house(matter, yes, no, abstain, outcome, id, article, needed):
    vote = VoteTaken("v", "p", "o", "", yes=yes, no=no, abstain=abstain)
    found = compute_outcome(history_of(*HOUSE, on="2016-06-30"), vote, COUNCIL, matter)

    assert (found.outcome.value, found.needed, found.quorum) == (outcome, needed, 82)
    assert (found.rule.rule.id, found.rule.evidence[0].provision) == (id, article)


def test_a_two_thirds_vote_is_one_of_those_present_and_voting_by_another_article():
    vote = VoteTaken("v", "p", "o", "", yes=60, no=30)
    found = compute_outcome(history_of(*HOUSE, on="2016-06-30"), vote, COUNCIL, "admission")

    assert [(one.words, one.source) for one in found.assumptions] == [
        ("the majority is one of the members present and voting", "rule majority, constitution Art. 24")
    ]


def test_members_in_arrears_count_in_the_quorum():
    lost = told(MembersCounted(COUNCIL, 162, without_vote=("X", "Y")), "2016-01-01", basis=Basis.BACKGROUND)
    vote = VoteTaken("v", "p", "o", "", yes=60, no=20)
    found = compute_outcome(history_of(*HOUSE, lost, on="2016-06-30"), vote, COUNCIL)

    assert (found.outcome.value, found.quorum, found.present) == ("no quorum", 82, 80)
    assert "rule quorum, constitution Art. 24(3)" in [one.source for one in found.assumptions]


def test_the_special_session_of_2016_and_the_way_to_it():
    special = told(
        SessionAnnounced("s1", COUNCIL, "First Special Session", PartialDate("2016-06-30"), sort=SessionSort.SPECIAL),
        "2016-06-01",
    )
    history = history_of(*HOUSE, special, on="2016-06-01")

    assert [(one.topic.value, str(one.on)) for one in find_deadlines(history, "s1")] == [("notice", "2016-06-15")]
    assert find_sessions(history)[0].notes == ()
    # asked for when the General Assembly had decided, 27 April: at the soonest 15 days on, or 25 if notice waits
    asked = find_decision_days(history_of(*HOUSE, on="2016-04-27"), COUNCIL, date(2016, 4, 27))
    assert [(str(one.earliest), str(one.latest)) for one in asked] == [("2016-05-12", "2016-05-22")]
    assert "1/3 of the members (54 of 162)" in asked[0].words
    amended = find_decision_days(history_of(*HOUSE, on="2016-04-27"), COUNCIL, date(2016, 4, 27), "amendment")
    assert str(amended[0].earliest) == "2016-07-27"


def test_the_constitution_says_where_each_rule_is_written(field_data: Path):
    text = " ".join((field_data / "case" / "IOM_Constitution_en.md").read_text("utf-8").split())

    for said in HOUSE:
        for one in said.evidence:
            number = one.provision.removeprefix("Art. ").partition("(")[0]
            assert not number.isdigit() or f"### Article {number} " in text
    assert find_rule(history_of(*HOUSE), COUNCIL, Topic.LANGUAGES) is None


TABLED = told(ProposalTabled("p", "Ways", COUNCIL, (Option("join", "Join"),)), "2025-06-01")


def stated(name, value, unit, year=None, source="A/80/6"):
    number = None if value is None else Decimal(value)
    return told(InputStated(name, unit, number, year=year, said_by=source), "2025-06-01")


COSTS = (
    stated("ceb_budget", "4702.1", "USD thousand", 2025),
    stated("ceb_budget", "4522.6", "USD thousand", 2026),
    stated("security_budget", "173236.4", "USD thousand", 2025),
    stated("security_budget", "143337.9", "USD thousand", 2026),
    stated("staff_share", None, "%"),
    stated("expense_share", "5.561", "%", source="CEB financial statistics 2024"),
    stated("field_share", None, "%"),
    told(
        FormulaStated(
            "ceb", "CEB secretariat", "(50% * staff_share + 50% * expense_share) * ceb_budget", "USD thousand"
        ),
        "2025-06-01",
    ),
    told(FormulaStated("security", "Field security", "field_share * security_budget", "USD thousand"), "2025-06-01"),
)


def test_an_unknown_share_leaves_the_cost_unknown_and_the_total_says_so():
    history = history_of(*COSTS, TABLED, on="2025-06-01")
    runs = [told(run_estimate(history, service, "", 2025), "2025-06-01") for service in ("ceb", "security")]
    facts = (*COSTS, TABLED, *runs)

    assert [one.words for one in find_estimates(history_of(*facts, on="2025-12-31"))] == [
        "unknown; not known: staff_share",
        "unknown; not known: field_share",
    ]
    total = find_totals(history_of(*facts, on="2025-12-31"))[0]
    assert total.words == "unknown: CEB secretariat (staff_share), Field security (field_share)"


def test_a_stated_range_gives_a_range_and_a_new_budget_a_new_figure():
    ranged = told(InputStated("staff_share", "%", None, Decimal(5), Decimal(10), said_by="a guess"), "2025-06-02")
    history = history_of(*COSTS, ranged, on="2025-12-31")
    found = [run_estimate(history, "ceb", "", year) for year in (2025, 2026)]

    # 5.2805 % and 7.7805 % of the two budgets; 248.2943905 is rounded down, 365.8468905 up
    assert [(one.low, one.base, one.high) for one in found] == [
        (Decimal("248.29439"), None, Decimal("365.846891")),
        (Decimal("238.815893"), None, Decimal("351.880893")),
    ]


def series(field_data: Path, column: str, indicator: str, unit: str, direction=Direction.NONE, limit=None):
    """The indicator with what the table says of it; a year without a value is left out."""
    with (field_data / "case" / "IOM_CEB_financial_statistics_2011_2024.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    facts = [told(IndicatorDefined(indicator, indicator, unit, direction=direction, threshold=limit), "2011")]
    for row in rows:
        if row[column]:
            broken = row["year"] == "2015" and column == "top5_country_pct"
            quality, remark = (Quality.BROKEN, "two countries only") if broken else (Quality.UNCHECKED, "")
            fact = ObservationMade(indicator, PartialDate(row["year"]), Decimal(row[column]), quality, remark)
            facts.append(told(fact, str(int(row["year"]) + 1)))
    return facts


def test_the_core_share_is_read_as_of_a_day(field_data):
    facts = series(field_data, "Assessed_pct", "core", "%", Direction.AT_MOST, Decimal(7))
    early = find_indicators(history_of(*facts, on="2016-12-31"))[0]
    late = find_indicators(history_of(*facts, on="2025-12-31"), since=date(2016, 1, 1))[0]

    assert early.words.startswith("2.69 % (unchecked) in 2015; kept: at most 7 %")
    assert (str(late.start.period), str(late.latest.period), late.change) == ("2015", "2024", Decimal("-0.20"))


def test_broken_country_data_are_shown_and_not_judged(field_data):
    facts = series(field_data, "top5_country_pct", "countries", "%", Direction.AT_MOST, Decimal(50))

    assert find_indicators(history_of(*facts, on="2016-12-31"))[0].words == ("100 % (broken) in 2015; data broken")
    late = find_indicators(history_of(*facts, on="2017-12-31"))[0]
    assert late.words == "24.5 % (unchecked) in 2016; kept: at most 50 %"
    assert str(late.start.period) == "2016"
