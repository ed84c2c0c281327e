import re
from datetime import date

import pytest

from operative.domain.house_styles import Counting, HouseStyle
from operative.domain.memberships import GoalState
from operative.domain.papers import (
    Heading,
    Marked,
    Paper,
    PaperKind,
    PaperTable,
    Paragraph,
    notes_of,
    numbers_of,
    sentences_of,
)
from operative.domain.progress import MandateState
from operative.domain.signatures import Keeping
from operative.reports.material import place_of

from .papers import paper

DAYS = [
    ("iom-un-2015", date(2016, 5, 1)),
    ("iom-un-2015", date(2016, 10, 1)),
    ("iom-un-2015", date(2018, 6, 1)),
    ("lro-concert-2024", date(2024, 7, 1)),
    ("lro-concert-2024", date(2025, 12, 31)),
    ("lro-concert-2024", date(2030, 1, 1)),
]
KINDS = [kind for kind in PaperKind if kind is not PaperKind.REDLINE]
STATES = re.compile(
    r"\d|\b(?:unknown|unsigned|overdue|unanswered|" + "|".join([*MandateState, *GoalState, *Keeping]) + r")\b"
)


def unproven(made):
    """Sentences with a figure or a state, and no note."""
    # What says of the paper itself how it is made claims nothing of the case.
    own = ("Every sentence with a figure or a state", "Toute phrase", "Toda frase")
    return [
        one.words
        for one in sentences_of(made.blocks)
        if STATES.search(one.words) and not one.notes and not one.words.startswith(own)
    ]


@pytest.mark.parametrize(("key", "on"), DAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_figure_and_no_state_is_without_a_note(place, kind, key, on):
    assert unproven(paper(place, kind, key, on)) == []


@pytest.mark.parametrize(("key", "on"), DAYS)
def test_every_note_says_where_it_is_written(place, key, on):
    notes = {note for one in sentences_of(paper(place, "working-group", key, on).blocks) for note in one.notes}

    assert [
        note for note in notes if not note.words or not (note.entries or note.evidence or "Nothing" in note.words)
    ] == []


def test_a_note_says_that_something_is_background(place):
    notes = [note for one in sentences_of(paper(place, "working-group", *DAYS[0]).blocks) for note in one.notes]

    assert any(note.background for note in notes)
    assert all(("not checked" in note.words) == note.background for note in notes)


def words_of(made):
    return " ".join(one.words for one in sentences_of(made.blocks))


@pytest.mark.parametrize("place_asked", ["(OP2)", "(OP3)", "(OP4)"])
@pytest.mark.parametrize(("key", "on"), DAYS[:3])
def test_each_paragraph_of_the_founding_case_is_answered(place, key, on, place_asked):
    told = [one.words for one in sentences_of(paper(place, "working-group", key, on).blocks)]
    asked = [number for number, words in enumerate(told) if place_asked in words and "asked to" in words]

    assert asked
    assert all(told[number + 1].startswith("On the day: ") for number in asked)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (DAYS[0][1], "No formula, input or estimate is on record: what the matter costs is unknown."),
        (DAYS[0][1], "No draft is registered yet"),
        (DAYS[1][1], "0 of 16 elements are signed"),
        (DAYS[1][1], "nothing has answered: discussions and cost implications"),
        (DAYS[1][1], "Sources differ on first day as member"),
        (DAYS[2][1], "nothing has answered: discussions and cost implications"),
    ],
)
def test_open_gaps_are_named(place, on, said):
    assert said in words_of(paper(place, "working-group", "iom-un-2015", on))


def test_sections_come_in_the_order_of_the_executive_head(place):
    heads = [one.words for one in paper(place, "working-group", "iom-un-2015").blocks if isinstance(one, Heading)]

    assert heads == [
        "In short",
        "What was asked",
        "Done since the last report",
        "Discussions held",
        "Conditions, and their state in the drafts",
        "Memberships",
        "Cost implications",
        "Asked and not answered yet",
        "Next steps",
        "What this report rests on",
    ]


def test_what_was_done_comes_after_the_last_report(place):
    made = paper(place, "working-group", on=date(2025, 7, 1))
    start = next(n for n, one in enumerate(made.blocks) if isinstance(one, Heading) and one.words.startswith("Done"))

    assert "The last report is C/44/9 of 12 May 2025" in made.blocks[start + 1].sentences[0].words


@pytest.mark.parametrize(("kind", "columns"), [("status-2", 2), ("status-7", 7)])
def test_the_status_has_its_columns_and_a_row_for_each_request(place, kind, columns):
    (table,) = [one for one in paper(place, kind).blocks if isinstance(one, PaperTable)]

    assert len(table.header) == columns
    assert {len(row) for row in table.rows} == {columns}
    assert len(table.rows) == 11


def test_a_redline_marks_both_texts(place):
    made = paper(place, "redline")
    marked = [one for one in made.blocks if isinstance(one, Marked)]

    assert made.author
    assert {str(piece.change) for one in marked for piece in one.pieces} >= {"same", "removed", "added"}
    assert all(one.notes for one in marked)


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (HouseStyle(), ["", "1.", "(a)", "(b)", "", "2.", "(a)", ""]),
        (
            HouseStyle(headings=Counting("I."), paragraphs=Counting("1)"), points=Counting("(i)")),
            ["I.", "1)", "(i)", "(ii)", "II.", "2)", "(i)", ""],
        ),
    ],
)
def test_letters_begin_anew_below_each_number(style, printed):
    blocks = (
        Heading("One"),
        Paragraph(()),
        Paragraph((), 1),
        Paragraph((), 1),
        Heading("Two"),
        Paragraph(()),
        Paragraph((), 1),
        Paragraph((), 0, False),
    )
    made = Paper(PaperKind.BRIEF, "wells", "Wells", "en", date(2030, 5, 1), 6, blocks, style=style)

    assert [number for _, number in numbers_of(made)] == printed


@pytest.mark.parametrize(
    ("provision", "cited"),
    [
        ("op2.c", "OP2(c)"),
        ("pp4", "PP4"),
        ("annex1.art3.2.b", "annex, Art. 3(2)(b)"),
        ("annex.art16.b2", "annex, Art. 16(2)"),
        ("annex", "annex"),
        ("section 31", "section 31"),
    ],
)
def test_a_place_is_cited_as_people_do(provision, cited):
    assert place_of(provision) == cited


def test_that_a_text_is_not_at_hand_is_said_where_it_is_first_cited(place):
    notes = notes_of(paper(place, "working-group", *DAYS[0]).blocks)
    absent = [re.findall(r"([^.]*?)(?:, [^,.]*)? \(text not at hand\)", note.words) for note in notes]
    named = [one.strip() for found in absent for one in found]

    assert any("Resolution 1309" in one for one in named)
    assert sum("Resolution 1309" in one for one in named) == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "10 March 2016: work began on “develop proposals”."),
        ("fr", "10 mars 2016: début des travaux sur « develop proposals »."),
        ("es", "10 de marzo de 2016: comenzaron los trabajos sobre «develop proposals»."),
    ],
)
def test_a_step_is_a_clause_in_the_language_of_the_paper(place, language, said):
    told = [one.words for one in sentences_of(paper(place, "working-group", *DAYS[0], language).blocks)]

    assert said in told


def test_what_nobody_has_taken_up_is_one_sentence(place):
    told = [one.words for one in sentences_of(paper(place, "working-group", *DAYS[1]).blocks)]

    names = "convey the views of Member States and report back, costs included"
    assert [one for one in told if "No owner" in one] == [f"No owner and no next action are on record for: {names}."]


def test_days_on_which_sources_differ_are_said_as_days(place):
    told = [one.words for one in sentences_of(paper(place, "working-group", *DAYS[2]).blocks)]

    assert "Sources differ on first day as member: May 2016 and 19 September 2016." in told


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (
            DAYS[0],
            [
                "Requests on record: 6; fulfilled or otherwise ended: 1; open: 5.",
                "Standings asked for: 10; met: 2; not met: 8.",
            ],
        ),
        (
            DAYS[1],
            [
                "Requests on record: 7; fulfilled or otherwise ended: 5; open: 2.",
                "Open are: convey the views of Member States and report back, costs included.",
                "Elements to be kept, under Agreement: 16; verdicts signed: 0.",
                "Standings asked for: 10; met: 6; not met: 4.",
            ],
        ),
    ],
)
def test_the_report_begins_with_how_things_stand(place, day, said):
    heading, first, *_ = paper(place, "working-group", *day).blocks

    assert heading == Heading("In short")
    assert set(said) <= {one.words for one in first.sentences}
    assert all(one.notes[0].entries for one in first.sentences)
