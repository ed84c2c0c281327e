"""What the sample resolution asks, as the first entries of a dossier."""

import pytest

import operative
from operative.domain.acts import Timing, TimingKind
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.evidence import digest_of
from operative.domain.facts.conditions import ConditionStated, ElementStated
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole
from operative.domain.facts.mandates import Bound, Due, MandateStated
from operative.domain.facts.mechanisms import GoalStated, MechanismDescribed
from operative.domain.spans import Span
from operative.dossiers import conditions, mandates
from operative.dossiers.labels import scope_labels, short_label
from operative.dossiers.ledger import statement_as_plain, statement_from_plain
from operative.dossiers.mandates import find_mandates
from operative.dossiers.opening import due_of, state_reading
from operative.errors import WrongCall

from .told import history_of, told, try_after

TEXT = """RESOLUTION No. 7
(Adopted by the Council at its 43rd Session, on 6 June 2024)

WELLS

The Council,
Mindful of the state of the wells,
1.
Requests the Director General to open talks with the Flood Forum, on the condition that the elements named in
subparagraph (a) are preserved in fulfilling subparagraph (b):
 (a) LRO is an intergovernmental organization, with its own statute;
 (b) LRO should seek membership of the Flood Forum and of the Basin Teams;
2.
Requests the Director General to report to the Council at its 45th Session on the talks and on the costs that
membership would entail;
3.
Urges Member States to send comments by June 2025.
"""


@pytest.fixture(scope="module")
def reading():
    return operative.read(TEXT.encode(), name="wells.txt", language="en")


@pytest.fixture(scope="module")
def statements(reading):
    return state_reading(reading, "res-7", "A. Clerk")


def facts(statements, wanted):
    return [one.fact for one in statements if isinstance(one.fact, wanted)]


def test_all_that_was_read_is_stated_with_its_day_and_its_words(reading, statements):
    whole = " ".join(reading.text.content.split())

    assert {one.effective for one in statements} == {PartialDate("2024-06-06")}
    assert len(facts(statements, MandateStated)) == len(reading.mandates) == 3
    assert len(facts(statements, ConditionStated)) == len(reading.conditions) == 1
    assert len(facts(statements, ElementStated)) == sum(len(one.elements) for one in reading.conditions)
    assert len(facts(statements, GoalStated)) == len(reading.goals) == 2
    for one in statements:
        assert one.evidence
        for evidence in one.evidence:
            assert " ".join(evidence.quote.split()) in whole
            assert evidence.digest == digest_of(evidence.quote)


def test_mandates_carry_scope_due_and_conditions(statements):
    talks, report, comments = facts(statements, MandateStated)

    assert talks.conditions == ("c-op1-1",)
    assert report.label == "report to the Council at its 45th Session on the talks and on the costs that membership …"
    assert report.scope == ("talks", "costs")
    assert report.due == Due("at its 45th Session", session="45")
    assert report.recipients == ("the Council",)
    assert report.reporting_duty
    assert comments.due == Due("by June 2025", latest=PartialDate("2025-06"))


def test_mechanisms_come_before_the_goals_that_name_them(statements):
    described = [one.key for one in facts(statements, MechanismDescribed)]

    assert described == ["flood-forum", "basin-teams"]
    assert [one.mechanism for one in facts(statements, GoalStated)] == described


def test_what_is_stated_may_be_entered_and_recorded(statements):
    before = [DocumentNamed("res-7", DocumentRole.RESOLUTION)]
    for one in statements:
        try_after(before, one, {**mandates.CHECKS, **conditions.CHECKS})
        assert statement_from_plain(statement_as_plain(one)) == one
        before.append(one)


def test_a_second_text_has_ids_of_its_own(reading):
    first, second = (state_reading(reading, key, "A. Clerk", prefix=key) for key in ("", "r2:"))
    ids = [[one.fact.id for one in told if hasattr(one.fact, "id")] for told in (first, second)]

    assert not set(ids[0]) & set(ids[1])
    assert facts(second, ElementStated)[0].condition == facts(second, ConditionStated)[0].id == "r2:c-op1-1"
    assert facts(second, MandateStated)[0].conditions == ("r2:c-op1-1",)


def test_a_text_without_a_day_needs_one():
    undated = operative.read(TEXT.replace(", on 6 June 2024", "").encode(), name="wells.txt", language="en")
    with pytest.raises(WrongCall, match="does not say when it was adopted"):
        state_reading(undated, "res-7", "A. Clerk")
    given = state_reading(undated, "res-7", "A. Clerk", adopted=PartialDate("2024"))

    assert {one.effective for one in given} == {PartialDate("2024")}


def timing(kind, value, quote="words", rule="", at=0):
    return Timing(quote, TimingKind(kind), value, Span(at, at + 1), rule)


DUES = [
    ((), None),
    ((("date", "2031-05-03", "date-until"),), Due("words", latest=PartialDate("2031-05-03"))),
    ((("date", "2031-05", "date-until"),), Due("words", latest=PartialDate("2031-05"))),
    ((("date", "2031", "date-on"),), Due("words", PartialDate("2031"), PartialDate("2031"))),
    ((("date", "2031-05-03", "date-before"),), Due("words", latest=PartialDate("2031-05-02"))),
    ((("date", "2031-05-03", "date-from"),), Due("words", PartialDate("2031-05-03"))),
    ((("within", "P90D", ""),), Due("words", latest=PartialDate("2031-03-15"))),
    ((("within", "P30D after:the arrival", ""),), Due("words")),
    ((("session", "session:45", "session: at"),), Due("words", session="45")),
    ((("session", "session:45,46", "session: at"),), Due("words", session="45,46")),
    ((("session", "session:next", "session: at"),), Due("words", session="next")),
    ((("session", "session:45", "session-until: by"),), Due("words", session="45", bound=Bound.UNTIL)),
    ((("session", "session:2031", "session: at"),), Due("words", latest=PartialDate("2031"))),
    ((("continuous", "continuous", ""),), Due("words", continuous=True)),
    ((("cadence", "regular", ""),), Due("words", continuous=True)),
    ((("open", "open", ""),), Due("words")),
    ((("event", "the end", ""),), Due("words")),
    ((("cadence", "P1Y", ""),), Due("words", every="P1Y")),
    ((("cadence", "P1Y", ""), ("session", "session:45", "session-from")),
     Due("words", session="45", every="P1Y", bound=Bound.FROM)),
    ((("cadence", "P1Y", ""), ("date", "2031-05-03", "date-from")), Due("words", PartialDate("2031-05-03"),
                                                                       every="P1Y")),
    ((("continuous", "continuous", ""), ("session", "session:45", "session")), Due("words", session="45")),
]  # fmt: skip


@pytest.mark.parametrize(("timings", "due"), DUES)
def test_timings_become_what_is_due(timings, due):
    given = [timing(kind, value, rule=rule, at=at) for at, (kind, value, rule) in enumerate(timings)]

    assert due_of(given, PartialDate("2030-12-15")) == due


def test_nothing_is_counted_from_a_day_that_is_not_known():
    assert due_of([timing("within", "P90D")], PartialDate("2030")) == Due("words")


LABELS = [
    ("the talks", "en", "talks"),
    ("its own statute", "en", "own statute"),
    ("les négociations", "fr", "négociations"),
    ("the", "en", "the"),
    ("  the \n talks ", "en", "talks"),
    ("the talks", "xx", "the talks"),
    ("word " * 17 + "and the rest of it", "en", "word " * 16 + "word …"),
]


@pytest.mark.parametrize(("words", "language", "label"), LABELS)
def test_labels_are_made_of_the_words(words, language, label):
    assert short_label(words, language) == label


SCOPES = [
    (("the talks", "the cost implications that the arrangements would entail"), ("talks", "cost implications")),
    (("the costs that membership would entail",), ("costs",)),
    (("that which was asked",), ("that which was asked",)),
    (("what it would cost",), ("what it would cost",)),
    (("the new costs that arise in May", "the new costs that arise in June"),
     ("new costs that arise in May", "new costs that arise in June")),
]  # fmt: skip


@pytest.mark.parametrize(("scope", "labels"), SCOPES)
def test_scope_labels_are_short_and_tell_things_apart(scope, labels):
    assert scope_labels(scope, "en") == labels


def test_the_mandates_of_the_sample_stand_as_the_text_says(reading):
    named = told(DocumentNamed("res-7", DocumentRole.RESOLUTION, body="Council"), "2024-06-06")
    found = find_mandates(history_of(named, *state_reading(reading, "res-7", "A. Clerk"), on="2025-07-01"))

    assert [one.summary for one in found] == [
        "asked 6 June 2024, not accepted yet, unanswered for 12 months",
        "asked 6 June 2024, not accepted yet, due at its 45th Session, no day known",
        "asked 6 June 2024, not accepted yet, overdue since 1 July 2025",
    ]


def test_a_statement_is_one(statements):
    assert all(isinstance(one, Statement) for one in statements)
