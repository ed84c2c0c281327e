from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from operative.domain.days import PartialDate
from operative.domain.edits import Edit, EditKind
from operative.domain.facts.dossiers import EntryWithdrawn, EventNoted
from operative.domain.facts.engagements import EngagementHeld, Form
from operative.domain.facts.estimates import InputStated
from operative.domain.papers import Note, Sentence
from operative.reports.offers import VALUES, offer
from tests.dossiers.told import OPENED, history_of, told

HISTORY = history_of(
    *OPENED,
    told(EventNoted("letter to the mayor"), "2030-03-10"),
    told(
        EngagementHeld("e1", Form.MEETING, "the Mayor", "Meeting on wells", outcome="Two wells are promised."),
        "2030-04",
    ),
    told(InputStated("wells", "wells", Decimal("1200"), label="wells"), "2030-01-01"),
    told(EventNoted("letter to the mayor"), "2030-05-10"),
    told(EntryWithdrawn("wrong"), corrects=6),
)
EVENT, MEETING, INPUT, GONE = 3, 4, 5, 6


def edit(was, now, *entries, kind=EditKind.CHANGED, line="b2"):
    return Edit("1f0c22ab", kind, line, was, now, Sentence(was, (Note("", entries),)), "B. Editor")


def offered(*args, language="en", **more):
    return offer(edit(*args, **more), HISTORY, language, date(2030, 6, 1))


CASES = [
    (
        "10 March 2030: Letter to the mayor.",
        "10 March 2030: Letter to the deputy mayor.",
        EVENT,
        "title",
        "letter to the deputy mayor",
    ),
    (
        "10 March 2030: Letter to the mayor.",
        "11 March 2030: Letter to the mayor.",
        EVENT,
        "effective",
        PartialDate("2030-03-11"),
    ),
    (
        "10 March 2030: Letter to the mayor.",
        "March 2030: Letter to the mayor.",
        EVENT,
        "effective",
        PartialDate("2030-03"),
    ),
    (
        "10 mars 2030 : Letter to the mayor.",
        "10 août 2030 : Letter to the mayor.",
        EVENT,
        "effective",
        PartialDate("2030-08-10"),
    ),
    (
        "Outcome: Two wells are promised.",
        "Outcome: Three wells are promised.",
        MEETING,
        "outcome",
        "Three wells are promised",
    ),
    (
        "April 2030: Meeting, the Mayor.",
        "April 2030: Meeting, the Mayor and the Council.",
        MEETING,
        "counterpart",
        "the Mayor and the Council",
    ),
    ("The city has 1,200 units.", "The city has 1,250.5 units.", INPUT, "value", Decimal("1250.5")),
]


@pytest.mark.parametrize(("was", "now", "number", "name", "value"), CASES)
def test_words_that_an_entry_holds_become_its_correction(was, now, number, name, value):
    found = offered(was, now, number, language="fr" if " : " in was else "en")
    before = HISTORY.standing(number).statement

    assert found.statement is not None, found.reason
    assert found.statement.corrects == number
    said = found.statement.effective if name == "effective" else getattr(found.statement.fact, name)
    assert said == value
    other = replace(found.statement, effective=before.effective, corrects=None)
    if name != "effective":
        other = replace(other, fact=replace(other.fact, **{name: getattr(before.fact, name)}))
    assert other == before
    assert f"entry {number}" in found.effect
    assert name in found.effect


REASONS = [
    ("On the day: 2 done.", "On the day: 3 done.", (EVENT,), EditKind.CHANGED, "reckoned"),
    ("Letter to the mayor: 2 done.", "Letter to the mayor: 3 done.", (EVENT,), EditKind.CHANGED, "reckoned"),
    ("10 March 2030: Letter to the mayor.", "Soon: Letter to the mayor.", (EVENT,), EditKind.CHANGED, "reckoned"),
    ("10 March 2030: Letter to the mayor.", "11 March 2030: Letter to him.", (EVENT,), EditKind.CHANGED, "reckoned"),
    ("The city has 1,200 units.", "The city has many units.", (INPUT,), EditKind.CHANGED, "reckoned"),
    ("Letter to the mayor.", "Letter to him.", (EVENT, GONE), EditKind.CHANGED, "withdrawn since"),
    ("Letter and meeting.", "", (EVENT, MEETING), EditKind.REMOVED, "several entries"),
    ("States", "State", (), EditKind.CHANGED, "words of the report itself"),
]


@pytest.mark.parametrize(("was", "now", "entries", "kind", "reason"), REASONS)
def test_what_no_entry_holds_has_a_reason(was, now, entries, kind, reason):
    found = offered(was, now, *entries, kind=kind)

    assert found.statement is None
    assert reason in found.reason


def test_the_same_words_in_two_entries_are_not_guessed_at():
    history = history_of(*OPENED, told(EventNoted("letter")), told(EventNoted("letter")))
    found = offer(edit("Letter.", "Letters.", 3, 4), history, "en", date(2030, 6, 1))

    assert (found.statement, found.reason) == (
        None,
        "entry 3, 4 say the same words: correct the one that is wrong by itself",
    )


@pytest.mark.parametrize(
    ("now", "title", "day"),
    [
        ("12 May 2030: The wells were opened.", "The wells were opened", "2030-05-12"),
        ("May 2030: The wells were opened.", "The wells were opened", "2030-05"),
        ("The wells were opened.", "The wells were opened", "2030-06-01"),
        ("Note: the wells were opened.", "Note: the wells were opened", "2030-06-01"),
    ],
)
def test_an_added_sentence_becomes_an_event(now, title, day):
    found = offered("", now, kind=EditKind.ADDED)

    assert (found.statement.fact, found.statement.effective) == (EventNoted(title), PartialDate(day))


def test_words_added_above_the_text_become_nothing():
    assert offered("", "draft", kind=EditKind.ADDED, line="title").statement is None


def test_a_struck_sentence_takes_its_one_entry_back():
    found = offered("10 March 2030: Letter to the mayor.", "", EVENT, kind=EditKind.REMOVED)

    assert (type(found.statement.fact), found.statement.corrects) == (EntryWithdrawn, EVENT)
    assert "B. Editor" in found.statement.fact.reason


def test_every_value_that_can_be_corrected_is_a_field():
    assert {kind: set(names) - {one.name for one in fields(kind)} for kind, names in VALUES.items()} == {
        kind: set() for kind in VALUES
    }
