"""PDFs become lines in reading order, with roles, paragraph starts and marks."""

import pytest

from operative.domain.texts import MarkKind, Role, Text
from operative.text.pdf import read_pdf

from .pdf_files import ARABIC, Page, pdf_of

LEFT = (
    "The Council met at the seat of the Union and",
    "considered the dredging of the northern basin,",
    "the repair of the mole and the state of the two",
    "lighthouses, on which the Harbour Master had",
    "made a report in the spring of the same year.",
)
RIGHT = (
    "It also considered the accounts of the Union",
    "and found them in order. The members thanked",
    "the auditors for the care that they had taken",
    "with the figures of the three branch offices in",
    "the south, which had been late in coming.",
)


def words_of(text: Text, role: Role = Role.BODY) -> list[str]:
    return [text.content[line.start : line.end] for line in text.lines if line.role is role]


def marks_of(text: Text, kind: MarkKind) -> list[str]:
    return [mark.span.of(text.content) for mark in text.marks if mark.kind is kind]


def openings_of(text: Text) -> str:
    """One letter for each body line: a paragraph begins (^), goes on (.), or nobody knows (?)."""
    letters = {True: "^", False: ".", None: "?"}
    return "".join(letters[line.opens] for line in text.lines if line.role is Role.BODY)


def test_columns_drawn_row_by_row_are_read_one_after_the_other() -> None:
    page = Page()
    page.text(200, 740, "Report of the Council of the Harbour Union", 12, "bold")
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        page.text(72, 700 - 12 * number, left).text(320, 700 - 12 * number, right)

    text = read_pdf(pdf_of(page))

    assert words_of(text) == ["Report of the Council of the Harbour Union", *LEFT, *RIGHT]


def test_paragraph_goes_on_from_column_to_column_where_its_words_do() -> None:
    page = Page()
    page.lines(72, 700, *LEFT[:4], "made a report to the Union and to the three and")
    page.lines(320, 700, "twenty members of the council of the port, which", *RIGHT[1:])

    assert openings_of(read_pdf(pdf_of(page))) == "^........."


def test_heading_across_the_page_parts_bands_of_columns() -> None:
    page = Page()
    page.lines(72, 740, *LEFT)
    page.lines(320, 740, *RIGHT)
    page.text(100, 640, "Decisions that were taken by the Council at the end of its long spring meeting", 11, "bold")
    page.lines(72, 600, *RIGHT)
    page.lines(320, 600, *LEFT)

    words = words_of(read_pdf(pdf_of(page)))

    assert [*words[:10], *words[11:]] == [*LEFT, *RIGHT, *RIGHT, *LEFT]
    assert words[10].startswith("Decisions that were taken")


def numbered_page(number: int, *, symbol: str = "HU/C/17/4") -> Page:
    """A page with a running header, a footnote, a page number and a job number."""
    page = Page()
    page.text(72, 760, symbol, 8, "bold").text(420, 760, "Dredging of the basin", 8, "bold")
    page.text(96, 724, f"{number}.").text(120, 724, "Requests", font="italic")
    page.text(158, 724, "the Harbour Master to look again, with the two pilots and the cook, at")
    page.lines(72, 712, "the dredging of the northern basin, which is not yet done and for which money is wanting;")
    page.text(330, 684, "the pilots,").text(369, 688, str(number), 6)
    page.text(72, 120, "____________").text(76, 108, str(number), 5).text(84, 105, f"Report of pilot No. {number}.", 8)
    page.text(72, 40, "17-01234", 8).text(300, 40, f"{number}/3", 8)
    return page


def test_furniture_is_told_from_text() -> None:
    text = read_pdf(pdf_of(*(numbered_page(number) for number in (1, 2, 3))))

    furniture = [words for words in words_of(text, Role.FURNITURE) if "_" not in words]
    expected = ["17-01234", "1/3", "HU/C/17/4", "Dredging of the basin", "17-01234", "2/3"]
    assert furniture == [*expected, "HU/C/17/4", "Dredging of the basin", "17-01234", "3/3"]


def test_symbol_on_the_first_page_is_text() -> None:
    text = read_pdf(pdf_of(numbered_page(1), numbered_page(2)))

    assert words_of(text)[:2] == ["HU/C/17/4", "Dredging of the basin"]


def test_title_block_reads_from_left_to_right() -> None:
    page = Page().text(123, 730, "Harbour Union", 14).text(480, 735, "HU/C/17/4", 10).text(60, 600, "Third meeting")

    assert words_of(read_pdf(pdf_of(page))) == ["Harbour Union", "HU/C/17/4", "Third meeting"]


def test_number_at_the_top_of_a_page_is_no_page_number() -> None:
    text = read_pdf(pdf_of(numbered_page(1), Page().text(96, 740, "7.").text(120, 740, "Thanks the pilots.")))

    assert words_of(text)[-1] == "7. Thanks the pilots."


def test_notes_leave_the_flow_and_keep_their_markers() -> None:
    text = read_pdf(pdf_of(*(numbered_page(number) for number in (1, 2, 3))))

    assert words_of(text, Role.NOTE) == [f"{number} Report of pilot No. {number}." for number in (1, 2, 3)]
    assert marks_of(text, MarkKind.LABEL) == ["1", "2", "3"]
    assert marks_of(text, MarkKind.CALL) == ["1", "2", "3"]
    assert "the pilots,2" in words_of(text)


def test_lead_phrases_are_italic_and_numbers_stay_with_their_text() -> None:
    text = read_pdf(pdf_of(numbered_page(1)))

    assert marks_of(text, MarkKind.ITALIC) == ["Requests"]
    assert words_of(text)[2].startswith("1. Requests the Harbour Master")


def test_raised_letters_that_call_no_note_are_no_call() -> None:
    page = Page().text(72, 700, "The 50").text(101, 704, "th", 6).text(108, 700, "meeting of the Council on the sea")

    text = read_pdf(pdf_of(page))

    assert marks_of(text, MarkKind.CALL) == []
    assert words_of(text) == ["The 50th meeting of the Council on the sea"]


LONG = "The Council of the Harbour Union met in the spring of the year in which the mole was built"

OPENINGS = [
    ("gap", [(72, 700, LONG), (72, 688, LONG), (72, 670, LONG), (72, 658, LONG)], "^.^."),
    ("first line set in", [(96, 700, LONG[:-5]), (72, 688, LONG), (96, 676, LONG[:-5]), (72, 664, LONG)], "^.^."),
    ("hanging number", [(72, 700, "1."), (96, 700, LONG), (96, 688, LONG), (72, 676, "2."), (96, 676, LONG)], "^.^"),
    ("short line before", [(72, 700, LONG), (72, 688, "met."), (72, 676, LONG), (72, 664, LONG)], "^.^."),
    ("small letter goes on", [(72, 700, LONG), (72, 688, "in the"), (72, 676, "year of")], "^.."),
    ("numbers without a tab", [(72, 700, "1. " + LONG), (84, 688, "of the Union;"), (72, 676, "2. " + LONG)], "^.^"),
    (
        "number inside a sentence",
        [(72, 700, LONG + " and in 17 (a),"), (72, 688, LONG + " and in 18 (b),"), (72, 676, "63/119 of")],
        "^..",
    ),
    ("contents", [(72, 700, "Payments ........ 1"), (72, 688, "Ports ........... 2"), (72, 676, "Pilots")], "^^^"),
    ("hyphen goes on", [(72, 700, LONG + " of Inter-"), (72, 684, "Agency")], "^."),
    ("year is no number", [(72, 700, LONG + " 31 May"), (72, 688, "2028."), (72, 664, LONG)], "^.^"),
]


@pytest.mark.parametrize(("lines", "expected"), [row[1:] for row in OPENINGS], ids=[row[0] for row in OPENINGS])
def test_paragraphs_begin_where_geometry_says(lines: list[tuple[int, int, str]], expected: str) -> None:
    page = Page()
    for x, y, words in lines:
        page.text(x, y, words)

    assert openings_of(read_pdf(pdf_of(page))) == expected


def test_full_line_goes_on_over_the_page_break() -> None:
    first, second = Page(), Page()
    first.lines(96, 700, LONG[:-5])
    first.lines(72, 688, LONG, LONG, LONG)
    second.lines(72, 700, LONG, LONG[:40])
    second.lines(96, 670, LONG[:-5])
    second.lines(72, 658, LONG)

    assert openings_of(read_pdf(pdf_of(first, second))) == "^.....^."


WORDS = [
    ("kerned letters", "[(The Uni)-120(on of Ports)] TJ", "The Union of Ports"),
    ("blanks by kerning", "[(The)-300(Union)-250(of)-280(Ports)] TJ", "The Union of Ports"),
    ("letters spaced out", "6 Tc (DECIDES) Tj", "DECIDES"),
    ("letters spaced a little", "1.5 Tc (DECIDES that) Tj", "DECIDES that"),
    ("hard blank", "(Resolution\\2405) Tj", "Resolution 5"),
    ("letters in several pieces", "(Commi) Tj (ttee) Tj", "Committee"),
]


@pytest.mark.parametrize(("drawing", "expected"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS])
def test_words_come_whole(drawing: str, expected: str) -> None:
    page = Page(drawn=[f"BT /regular 10 Tf 72 700 Td {drawing} ET"])

    assert words_of(read_pdf(pdf_of(page))) == [expected]


def test_hyphens_at_line_ends_stay() -> None:
    page = Page()
    page.lines(72, 700, "The Council, recalling its inter-", "national duties and the co-", "operation of all ports,")

    text = read_pdf(pdf_of(page))

    assert words_of(text)[:2] == ["The Council, recalling its inter-", "national duties and the co-"]


def test_table_without_rules_keeps_its_rows() -> None:
    page = Page()
    page.lines(72, 740, LONG + " and the tables were made;", "and so on.")
    rows = [("Port", "2021", "2022"), ("Alder Bay", "12", "14"), ("Birch Point", "7", "9"), ("Cedar Quay", "101", "98")]
    for number, row in enumerate(rows):
        for x, words in zip((72, 200, 280), row, strict=True):
            page.text(x, 690 - 14 * number, words)
    page.lines(72, 600, "The Council took note of the table.")

    text = read_pdf(pdf_of(page))

    assert words_of(text, Role.TABLE) == ["\t".join(row) for row in rows]
    assert words_of(text)[-1] == "The Council took note of the table."


def test_notes_below_a_short_rule_need_no_raised_marker() -> None:
    page = Page()
    page.lines(72, 200, LONG, LONG, LONG)
    page.rule(72, 120, 130, 120)
    page.text(72, 108, "3 Report of the pilots,", 8).text(72, 98, "20 May, part two.", 8).text(72, 88, "4 Ibid.", 8)

    text = read_pdf(pdf_of(page))

    assert words_of(text, Role.NOTE) == ["3 Report of the pilots,", "20 May, part two.", "4 Ibid."]
    assert marks_of(text, MarkKind.LABEL) == ["3", "4"]


def test_powers_call_no_note() -> None:
    page = Page().text(72, 700, "an area of 12 km").text(141, 704, "2", 6).text(145, 700, "of sand and more")

    assert marks_of(read_pdf(pdf_of(page)), MarkKind.CALL) == []


def test_rules_part_cells_that_stand_close() -> None:
    page = Page()
    for y in (700, 680, 660, 640):
        page.rule(72, y, 300, y)
    for x in (72, 110, 300):
        page.rule(x, 640, x, 700)
    for number, (port, task) in enumerate((("Port", "Task"), ("Alder", "Mole"), ("Birch", "Basin"))):
        page.text(108 - 5 * len(port), 688 - 20 * number, port).text(112, 688 - 20 * number, task)

    assert words_of(read_pdf(pdf_of(page)), Role.TABLE) == ["Port\tTask", "Alder\tMole", "Birch\tBasin"]


def test_cells_with_several_lines_stay_whole() -> None:
    page = Page()
    for y in (700, 670, 640, 610):
        page.rule(72, y, 400, y)
    for x in (72, 150, 400):
        page.rule(x, 610, x, 700)
    page.text(76, 690, "Port").text(154, 690, "Task")
    page.text(76, 660, "Alder").text(154, 660, "To dredge the northern basin").text(154, 648, "before the winter")
    page.text(76, 630, "Birch").text(154, 630, "To mend the mole")

    text = read_pdf(pdf_of(page))

    rows = ["Port\tTask", "Alder\tTo dredge the northern basin before the winter", "Birch\tTo mend the mole"]
    assert words_of(text, Role.TABLE) == rows


def test_arabic_comes_in_the_order_of_reading() -> None:
    lines = ["قرر المجلس أن يعقد دورته القادمة في شهر", "آذار من العام المقبل وأن ينظر في التقرير"]
    page = Page()
    for number, words in enumerate(lines):
        page.text(540 - 5 * len(words), 700 - 14 * number, words[::-1], font=ARABIC)

    text = read_pdf(pdf_of(page))

    assert words_of(text) == lines
    assert openings_of(text) == "^."
    assert text.lines[0].box is not None
    assert 530 < text.lines[0].box.right < 550


def test_letters_joined_in_print_come_in_the_order_of_writing() -> None:
    lam_with_alef = "\ue000"
    page = Page().text(400, 700, f"ح{lam_with_alef}صإ", font=ARABIC)

    assert words_of(read_pdf(pdf_of(page))) == ["إصلاح"]


def test_pages_turned_on_their_side_read_like_others() -> None:
    turned = Page()
    for number, words in enumerate(LEFT):
        turned.turned(100 + 12 * number, 72, words)

    assert words_of(read_pdf(pdf_of(turned))) == list(LEFT)
    assert words_of(read_pdf(pdf_of(Page(turn=90).text(72, 700, "A sheet")))) == ["A sheet"]


def test_lines_cover_all_words_in_order_and_marks_are_sorted() -> None:
    text = read_pdf(pdf_of(*(numbered_page(number) for number in (1, 2, 3))))

    assert "\n".join(text.content[line.start : line.end] for line in text.lines) == text.content
    starts = [mark.span.start for mark in text.marks]
    assert starts == sorted(starts)
    assert text.pages == 3
    assert {line.page for line in text.lines} == {1, 2, 3}
