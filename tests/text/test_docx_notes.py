"""Footnotes and endnotes of Word documents."""

import pytest

from operative.domain.texts import MarkKind, Role, Text
from operative.text.docx import read_docx

from .word_files import a_paragraph, a_row, a_run, a_table, a_word_file

LABEL = "<w:r><w:footnoteRef/></w:r>"
RULES = '<w:footnote w:type="separator" w:id="-1"/><w:footnote w:type="continuationSeparator" w:id="0"/>'


def a_call(note_id: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{note_id}"/></w:r>'


def a_call_by(marker: str, note_id: int) -> str:
    return f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{note_id}"/><w:t>{marker}</w:t></w:r>'


def a_note(note_id: int, *paragraphs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{note_id}">{"".join(paragraphs)}</w:{kind}>'


def notes_of(text: Text) -> list[str]:
    return [text.content[line.start : line.end] for line in text.lines if line.role is Role.NOTE]


def marks_of(text: Text, kind: MarkKind) -> list[tuple[str, str]]:
    return [(mark.span.of(text.content), mark.value) for mark in text.marks if mark.kind is kind]


def test_notes_stand_behind_the_text_under_the_marker_that_calls_them() -> None:
    body = a_paragraph("The Council,", a_call(5), " having met", a_call(3), ",") + a_paragraph("Decides.")
    footnotes = RULES + a_note(3, a_paragraph(LABEL, " In June.")) + a_note(5, a_paragraph(LABEL, " Of the Lakes."))
    text = read_docx(a_word_file(body, footnotes=footnotes))

    assert text.content == "The Council,1 having met2,\nDecides.\n1 Of the Lakes.\n2 In June."
    assert notes_of(text) == ["1 Of the Lakes.", "2 In June."]
    assert marks_of(text, MarkKind.CALL) == marks_of(text, MarkKind.LABEL) == [("1", "1"), ("2", "2")]


NOTES = [
    (
        "two paragraphs",
        a_paragraph("x", a_call(1)),
        a_note(1, a_paragraph(LABEL, " One."), a_paragraph("Two.")),
        ["1 One.", "Two."],
        ["1"],
    ),
    ("no marker in the note", a_paragraph("x", a_call(1)), a_note(1, a_paragraph("One.")), ["1 One."], ["1"]),
    (
        "a marker of the author's own",
        a_paragraph("x", a_call_by("*", 1)),
        a_note(1, a_paragraph("* One.")),
        ["* One."],
        ["*"],
    ),
    (
        "own marker, not in the note",
        a_paragraph("x", a_call_by("**", 1)),
        a_note(1, a_paragraph("One.")),
        ["** One."],
        ["**"],
    ),
    (
        "own marker in a run of its own",
        a_paragraph("x", a_call_by("*", 1)),
        a_note(1, a_paragraph(a_run("*", "b"), " One.")),
        ["* One."],
        ["*"],
    ),
    (
        "own markers do not count",
        a_paragraph("x", a_call_by("*", 2), "y", a_call(1)),
        a_note(1, a_paragraph("One.")) + a_note(2, a_paragraph("* Two.")),
        ["* Two.", "1 One."],
        ["*", "1"],
    ),
    (
        "called in a table",
        a_paragraph("x") + a_table(a_row(a_paragraph("y", a_call(1)), "z"), a_row("a", "b")),
        a_note(1, a_paragraph(LABEL, " One.")),
        ["1 One."],
        ["1"],
    ),
    ("not called, not printed", a_paragraph("x"), a_note(1, a_paragraph(LABEL, " One.")), [], []),
]


@pytest.mark.parametrize(
    ("body", "footnotes", "expected", "labels"), [row[1:] for row in NOTES], ids=[row[0] for row in NOTES]
)
def test_footnotes(body: str, footnotes: str, expected: list[str], labels: list[str]) -> None:
    text = read_docx(a_word_file(body, footnotes=RULES + footnotes))

    assert notes_of(text) == expected
    assert [words for words, _ in marks_of(text, MarkKind.LABEL)] == labels
    assert [words for words, _ in marks_of(text, MarkKind.CALL)] == labels


def test_endnotes_follow_footnotes_and_count_in_roman_numerals() -> None:
    body = a_paragraph("a", a_call(1, "endnote"), "b", a_call(1), "c", a_call(2, "endnote"))
    endnotes = a_note(1, a_paragraph("End one."), kind="endnote") + a_note(2, a_paragraph("End two."), kind="endnote")
    text = read_docx(a_word_file(body, footnotes=a_note(1, a_paragraph("Foot.")), endnotes=endnotes))

    assert text.content.splitlines() == ["aib1cii", "1 Foot.", "i End one.", "ii End two."]


def properties(form: str = "decimal", restart: str = "continuous", start: int = 1) -> str:
    return (
        f'<w:footnotePr><w:numFmt w:val="{form}"/><w:numStart w:val="{start}"/>'
        f'<w:numRestart w:val="{restart}"/></w:footnotePr>'
    )


SECTION = a_paragraph("x", a_call(1), "y", a_call(2))
BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"
COUNTING = [
    ("letters", properties("lowerLetter"), SECTION, ["a", "b"]),
    ("start", properties(start=9), SECTION, ["9", "10"]),
    ("signs", properties("chicago"), SECTION, ["*", "†"]),
    (
        "each section",
        properties(restart="eachSect"),
        a_paragraph(a_call(1), properties="<w:sectPr/>") + SECTION,
        ["1", "1", "2"],
    ),
    (
        "each page",
        properties(restart="eachPage"),
        a_paragraph(a_call(1), "x", a_call(2), BREAK, a_call(1)),
        ["1", "2", "1"],
    ),
    ("all through", properties(), a_paragraph(a_call(1), properties="<w:sectPr/>") + SECTION, ["1", "2", "3"]),
]


@pytest.mark.parametrize(
    ("settings", "body", "expected"), [row[1:] for row in COUNTING], ids=[row[0] for row in COUNTING]
)
def test_notes_count_as_the_settings_say(settings: str, body: str, expected: list[str]) -> None:
    text = read_docx(a_word_file(body + a_paragraph("z"), settings=settings))

    assert [words for words, _ in marks_of(text, MarkKind.CALL)] == expected


def test_a_section_may_count_in_its_own_way() -> None:
    body = a_paragraph("x", a_call(1)) + f"<w:sectPr>{properties('upperLetter')}</w:sectPr>"
    text = read_docx(a_word_file(body, settings=properties("lowerRoman")))

    assert [words for words, _ in marks_of(text, MarkKind.CALL)] == ["A"]


def test_a_reference_to_a_note_is_a_call_of_it() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF _Ref1 </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    text = read_docx(
        a_word_file(a_paragraph("x", a_call(1), " and y", field), footnotes=a_note(1, a_paragraph("One.")))
    )

    assert marks_of(text, MarkKind.CALL) == [("1", "1"), ("1", "1")]
