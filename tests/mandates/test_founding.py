"""The founding text, as a reader of it would write down what it sets in motion."""

import pytest

from .builders import derived

pytestmark = pytest.mark.field
CEB = "United Nations System Chief Executives Board for Coordination"


@pytest.fixture(scope="module")
def founding(field_data):
    return derived((field_data / "seed" / "resolution-1309.txt").read_text("utf-8"))


def test_one_explicit_condition_binds_two_sub_paragraphs_to_a_third(founding):
    (condition,) = founding.conditions

    assert (condition.provision, condition.kind.value) == ("op2", "preservation")
    assert (condition.binds, condition.towards) == (("op2.a", "op2.b"), ("op2.c",))
    assert condition.quote.words.split()[:3] == ["under", "the", "explicit"]
    assert condition.quote.words.endswith("subparagraph (c)")


def test_eleven_elements_from_the_first_and_five_from_the_second(founding):
    elements = founding.conditions[0].elements
    first = [(e.kind.value, e.strength.value, e.label) for e in elements if e.provision == "op2.a"]
    second = [(e.kind.value, e.strength.value) for e in elements if e.provision == "op2.b"]

    assert [(kind, strength) for kind, strength, _ in first] == [("feature", "is")] * 7 + [("attribute", "must")] * 4
    assert [label for *_, label in first[1:3]] == ["intergovernmental", "non-normative"]
    assert [label.split()[0] for *_, label in first[3:7]] == ["own", "own", "predominantly", "decentralized"]
    assert [label for *_, label in first[7:]] == ["responsiveness", "efficiency", "cost-effectiveness", "independence"]
    assert second == [("role", "is")] * 3 + [("feature", "is"), ("role", "must")]


def test_eight_goals_to_seek_and_two_to_continue(founding):
    said = [
        (g.verb.value, g.mechanism.key, g.mechanism.level.value, g.parent, g.open_list, g.strength.value)
        for g in founding.goals
    ]

    assert said == [
        ("seek", "ceb", "global", "", True, "should"),
        ("seek", "hlcp", "global", CEB, True, "should"),
        ("seek", "hlcm", "global", CEB, True, "should"),
        ("seek", "undg", "global", CEB, True, "should"),
        ("seek", "rundg", "regional", "", True, "should"),
        ("seek", "unct", "country", "", True, "should"),
        ("seek", "iasc", "global", "", True, "should"),
        ("seek", "echa", "global", "", True, "should"),
        ("continue", "iasmn", "global", "", False, "should"),
        ("continue", "smt", "country", "", False, "should"),
    ]
    assert {g.provision for g in founding.goals} == {"op2.c"}
    assert {g.relation.value for g in founding.goals} == {"membership"}


def test_the_mandates_and_what_they_hang_on(founding):
    said = [(m.id, m.modality.value, m.action, m.duty.words.split()[0]) for m in founding.mandates]

    assert said == [
        ("m-op2-1", "directive", "approach", "formally"),
        ("m-op2-2", "directive", "convey", "convey"),
        ("m-op2-3", "directive", "develop", "develop"),
        ("m-op3-1", "directive", "report", "report"),
        ("m-op4-1", "directive", "develop", "develop"),
        ("m-op4-2", "permission", "evaluate", "which"),
    ]
    assert {m.id: m.conditions for m in founding.mandates if m.conditions} == dict.fromkeys(
        ("m-op2-1", "m-op2-2", "m-op2-3"), ("c-op2-1",)
    )
    assert all(set(d.on) <= {"m-op2-1", "m-op2-2"} for m in founding.mandates[3:] for d in m.dependencies)
    assert founding.mandates[4].dependencies[0].on == ("m-op2-1", "m-op2-2")


def test_the_report_is_continuous_through_the_group_to_the_members_and_covers_costs(founding):
    report = next(m for m in founding.mandates if m.paragraph == "op3")

    assert report.reporting_duty
    assert [t.value for t in report.timings] == ["continuous"]
    assert [q.words for q in report.recipients] == ["the Member States"]
    assert [q.words.split()[:3] for q in report.channels] == [["the", "Working", "Group"]]
    assert [topic.words.split()[-1] if n == 0 else topic.words.split()[1] for n, topic in enumerate(report.scope)] == [
        "discussions",
        "cost",
    ]


def test_proposals_for_a_later_session_which_the_council_may_decide_on(founding):
    proposals, decision = (m for m in founding.mandates if m.paragraph == "op4")

    assert [q.words.split()[0] for q in proposals.deliverables] == ["proposals"]
    assert [t.kind.value for t in proposals.timings] == ["open"]
    assert [q.words for q in decision.addressees] == ["the Council"]
    assert [t.kind.value for t in decision.timings] == ["open"]
