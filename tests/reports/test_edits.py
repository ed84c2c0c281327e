from dataclasses import replace
from datetime import date
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operative.domain.edits import EditedLine, EditedPaper, EditKind, TrackedChange
from operative.domain.papers import Heading, Note, Paper, PaperKind, PaperTable, Paragraph, Sentence, lines_of, notes_of
from operative.reports.edits import find_edits

FIVE, SIX = Note("Ledger, entry 5.", (5,)), Note("Ledger, entry 6.", (6,))
BLOCKS = (
    Heading("What was done"),
    Paragraph((Sentence("Two rounds were held.", (FIVE,)), Sentence("None since May.", (SIX,)))),
    Paragraph((Sentence("The costs are unknown.", (SIX,)),), depth=1),
    PaperTable("States", ("Element", "State"), ((Sentence("own seat", (FIVE,)), Sentence("unsigned", (SIX,))),)),
)
PAPER = Paper(PaperKind.BRIEF, "wells", "Wells", "en", date(2030, 5, 1), 6, BLOCKS)
LINES = tuple(EditedLine(one.key, one.words) for one in lines_of(PAPER))
NOTES = tuple(EditedLine(f"note{number}", note.words) for note, number in notes_of(BLOCKS).items())


def came_back(lines=LINES, notes=NOTES):
    return EditedPaper({}, tuple(lines), tuple(notes), "B. Editor", "2030-05-03T10:00:00Z")


def with_words(key, words, *changes):
    return came_back([EditedLine(key, words, changes) if one.key == key else one for one in LINES])


def told(edited):
    return [(one.kind.value, one.line, one.was, one.now, one.entries) for one in find_edits(PAPER, edited)]


def test_what_came_back_as_it_was_has_no_edit():
    assert told(came_back()) == []


CASES = [
    ("b2", "Two rounds were held. None since June.", [("changed", "None since May.", "None since June.", (6,))]),
    (
        "b2",
        "Three rounds were held. None since May.",
        [("changed", "Two rounds were held.", "Three rounds were held.", (5,))],
    ),
    ("b2", "Two rounds were held.", [("removed", "None since May.", "", (6,))]),
    ("b2", "", [("removed", "Two rounds were held.", "", (5,)), ("removed", "None since May.", "", (6,))]),
    ("b2", "Two rounds were held. In Geneva. None since May.", [("added", "", "In Geneva.", ())]),
    ("b2", "So it was. Two rounds were held. None since May.", [("added", "", "So it was.", ())]),
    ("b2", "Two rounds were held. None since May. That is all.", [("added", "", "That is all.", ())]),
    (
        "b2",
        "Two rounds were begun. Some since May.",
        [("changed", "Two rounds were held. None since May.", "Two rounds were begun. Some since May.", (5, 6))],
    ),
    ("b4r1c2", "signed", [("changed", "unsigned", "signed", (6,))]),
    ("b4r1c2", "unsigned so far", [("changed", "unsigned", "unsigned so far", (6,))]),
    (
        "b2",
        "Here two rounds were held. None since May.",
        [("changed", "Two rounds were held.", "Here two rounds were held.", (5,))],
    ),
    (
        "b2",
        "In all Two rounds were held. None since May.",
        [("changed", "Two rounds were held.", "In all Two rounds were held.", (5,))],
    ),
    ("title", "Wells and springs", [("changed", "Wells", "Wells and springs", ())]),
]


@pytest.mark.parametrize(("key", "words", "edits"), CASES)
def test_each_sentence_is_told_with_what_it_rests_on(key, words, edits):
    assert told(with_words(key, words)) == [(kind, key, was, now, entries) for kind, was, now, entries in edits]


def test_a_line_without_its_bookmark_is_known_by_its_words_and_place():
    lines = [EditedLine("", "The costs are still unknown.") if one.key == "b3" else one for one in LINES]

    assert told(came_back(lines)) == [("changed", "b3", "The costs are unknown.", "The costs are still unknown.", (6,))]


def test_a_line_in_another_place_is_another_line():
    lines = [one for one in LINES if one.key != "b3"]

    assert told(came_back([EditedLine("", "The costs are unknown."), *lines])) == [
        ("added", "", "", "The costs are unknown.", ()),
        ("removed", "b3", "The costs are unknown.", "", (6,)),
    ]


def test_a_new_line_stands_behind_the_one_before_it():
    at = [one.key for one in LINES].index("b3")

    assert told(came_back([*LINES[:at], EditedLine("", "A letter came."), *LINES[at:]])) == [
        ("added", "b2", "", "A letter came.", ())
    ]


def test_a_note_that_was_edited_is_told_and_one_that_went_with_its_sentence_is_not():
    assert told(came_back(notes=(EditedLine("note1", "Ledger, entry 7."),))) == [
        ("changed", "note1", "Ledger, entry 5.", "Ledger, entry 7.", (5,))
    ]
    assert told(came_back(notes=(*NOTES, EditedLine("", "See the letter.")))) == [
        ("added", "", "", "See the letter.", ())
    ]


def test_an_edit_is_of_whoever_tracked_it_else_of_whoever_saved_the_file():
    change = TrackedChange("since June.", True, "C. Chair", "2030-05-04T00:00:00Z")
    (tracked,) = find_edits(PAPER, with_words("b2", "Two rounds were held. None since June.", change))
    (plain,) = find_edits(PAPER, with_words("b2", "Two rounds were held. None since June."))

    assert (tracked.author, tracked.moment, tracked.tracked) == ("C. Chair", "2030-05-04T00:00:00Z", True)
    assert (plain.author, plain.moment, plain.tracked) == ("B. Editor", "2030-05-03T10:00:00Z", False)
    assert tracked.id == plain.id


def test_the_sentences_of_a_very_long_line_are_one():
    sentences = tuple(Sentence(f"Round {number} was held.", (FIVE,)) for number in range(600))
    paper = replace(PAPER, blocks=(Paragraph(sentences),))
    words = " ".join(one.words for one in sentences).replace("Round 300", "Round three hundred")
    lines = [EditedLine(one.key, one.words) for one in lines_of(paper) if one.key != "b1"]

    (edit,) = find_edits(paper, EditedPaper({}, (*lines, EditedLine("b1", words))))
    assert (edit.kind, edit.now, edit.entries) == (EditKind.CHANGED, words, (5,))


@given(st.lists(st.sampled_from(["held.", "Two", "since", "May.", "costs"]), max_size=12))
def test_no_word_is_lost_and_none_is_told_twice(words):
    now = " ".join(words)
    edits = [one for one in find_edits(PAPER, with_words("b2", now)) if one.line == "b2"]
    kept = [one for one in BLOCKS[1].sentences if not any(one.words in edit.was for edit in edits)]

    assert sorted(" ".join((*(edit.now for edit in edits), *(one.words for one in kept))).split()) == sorted(words)
    assert len({one.id for one in edits}) == len(edits)


def test_a_file_with_very_many_lines_of_no_identity_is_read_at_once():
    paper = replace(
        PAPER, blocks=tuple(Paragraph((Sentence(f"Round {at} was held.", (FIVE,)),)) for at in range(2_000))
    )
    strange = tuple(EditedLine("", f"word{at} " * 40) for at in range(2_000))
    before = monotonic()
    edits = find_edits(paper, EditedPaper({}, strange))

    assert monotonic() - before < 2
    assert [one.kind for one in edits].count(EditKind.ADDED) == 2_000
