"""Tracked changes of Word documents: the text as it would be, and as it was."""

import pytest

from operative.domain.texts import MarkKind
from operative.text.docx import read_docx

from .word_files import a_level, a_numbering, a_paragraph, a_row, a_run, a_table, a_word_file, in_list

WHO = 'w:id="1" w:author="Delegate" w:date="2030-01-01T00:00:00Z"'


def inserted(words: str) -> str:
    return f"<w:ins {WHO}>{a_run(words)}</w:ins>"


def deleted(words: str) -> str:
    return f'<w:del {WHO}><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def moved(words: str, where: str) -> str:
    return f"<w:move{where} {WHO}>{a_run(words)}</w:move{where}>"


def end_is(change: str) -> str:
    return f"<w:rPr><w:{change} {WHO}/></w:rPr>"


ONE, TWO = a_paragraph("One."), a_paragraph("Two.")
IN_LIST = in_list(1)
CHANGES = [
    ("nothing changed", ONE, "One.", "One."),
    ("inserted", a_paragraph("The", inserted(" whole"), " Council"), "The whole Council", "The Council"),
    ("deleted", a_paragraph("The", deleted(" whole"), " Council"), "The Council", "The whole Council"),
    (
        "replaced",
        a_paragraph("Notes", deleted(" with concern"), inserted(" with regret")),
        "Notes with regret",
        "Notes with concern",
    ),
    ("moved", a_paragraph(moved("here ", "To"), "mid", moved(" there", "From")), "here mid", "mid there"),
    (
        "inserted and deleted by somebody else",
        a_paragraph("a", f"<w:ins {WHO}>{deleted('b')}</w:ins>", "c"),
        "ac",
        "ac",
    ),
    (
        "paragraph inserted",
        ONE + a_paragraph(inserted("New."), properties=end_is("ins")) + TWO,
        "One.|New.|Two.",
        "One.|Two.",
    ),
    (
        "paragraph deleted",
        ONE + a_paragraph(deleted("Old."), properties=end_is("del")) + TWO,
        "One.|Two.",
        "One.|Old.|Two.",
    ),
    (
        "two paragraphs joined",
        a_paragraph("One", properties=end_is("del")) + a_paragraph(" and two."),
        "One and two.",
        "One| and two.",
    ),
    (
        "one paragraph split",
        a_paragraph("One", properties=end_is("ins")) + a_paragraph(" and two."),
        "One| and two.",
        "One and two.",
    ),
    (
        "paragraph moved away",
        a_paragraph(moved("Old.", "From"), properties=end_is("moveFrom")) + TWO,
        "Two.",
        "Old.|Two.",
    ),
    ("last end deleted", ONE + a_paragraph("Two", properties=end_is("del")), "One.|Two", "One.|Two"),
    (
        "end deleted before a table",
        a_paragraph("One", properties=end_is("del")) + a_table(a_row("a", "b"), a_row("c", "d")),
        "One|a\tb|c\td",
        "One|a\tb|c\td",
    ),
    (
        "a deleted paragraph does not count",
        a_paragraph("x", properties=IN_LIST)
        + a_paragraph(deleted("y"), properties=IN_LIST + end_is("del"))
        + a_paragraph("z", properties=IN_LIST),
        "1.\tx|2.\tz",
        "1.\tx|2.\ty|3.\tz",
    ),
    (
        "an inserted paragraph counts only when accepted",
        a_paragraph(inserted("x"), properties=IN_LIST + end_is("ins")) + a_paragraph("y", properties=IN_LIST),
        "1.\tx|2.\ty",
        "1.\ty",
    ),
    (
        "taken into a list",
        a_paragraph("x", properties=f"{IN_LIST}<w:pPrChange {WHO}><w:pPr/></w:pPrChange>"),
        "1.\tx",
        "x",
    ),
    (
        "row inserted",
        ONE + a_table(a_row("a", "b"), a_row("c", "d").replace("<w:tr>", f"<w:tr><w:trPr><w:ins {WHO}/></w:trPr>")),
        "One.|a\tb|c\td",
        "One.|a\tb",
    ),
    (
        "row deleted",
        ONE + a_table(a_row("a", "b"), a_row("c", "d").replace("<w:tr>", f"<w:tr><w:trPr><w:del {WHO}/></w:trPr>")),
        "One.|a\tb",
        "One.|a\tb|c\td",
    ),
    (
        "note of deleted words",
        a_paragraph("x", f'<w:del {WHO}><w:r><w:footnoteReference w:id="1"/></w:r></w:del>', "y")
        + a_paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>', "z"),
        "xy|1z|1 Two.",
        "x1y|2z|1 One.|2 Two.",
    ),
]


@pytest.mark.parametrize(
    ("body", "accepted", "original"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES]
)
def test_both_sides_of_a_change(body: str, accepted: str, original: str) -> None:
    footnotes = "".join(
        f'<w:footnote w:id="{n}">{a_paragraph(words)}</w:footnote>' for n, words in ((1, "One."), (2, "Two."))
    )
    data = a_word_file(body, numbering=a_numbering(a_level(0, "decimal", "%1.")), footnotes=footnotes)

    assert read_docx(data).content.split("\n") == accepted.split("|")
    assert read_docx(data, changes="original").content.split("\n") == original.split("|")


def test_what_was_changed_is_marked() -> None:
    data = a_word_file(a_paragraph("The", inserted(" new"), deleted(" old"), " text"))
    after, before = read_docx(data), read_docx(data, changes="original")

    assert [(mark.kind, mark.span.of(after.content)) for mark in after.marks] == [(MarkKind.INSERTED, " new")]
    assert [(mark.kind, mark.span.of(before.content)) for mark in before.marks] == [(MarkKind.DELETED, " old")]
