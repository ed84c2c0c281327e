"""Word documents: what a reader of the page sees, in order."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from operative.domain.texts import MarkKind, Role, Text
from operative.errors import EmptySource, WrongCall
from operative.text.docx import read_docx

from .word_files import a_level, a_numbering, a_paragraph, a_row, a_run, a_table, a_word_file, in_list


def words_of(text: Text, role: Role | None = None) -> list[str]:
    return [text.content[line.start : line.end] for line in text.lines if role in (None, line.role)]


def marked(text: Text, kind: MarkKind) -> list[str]:
    return [mark.span.of(text.content) for mark in text.marks if mark.kind is kind]


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
<w:style w:type="paragraph" w:styleId="Quote"><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Long"><w:basedOn w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Upright"><w:basedOn w:val="Quote"/><w:rPr><w:i w:val="0"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Circle"><w:basedOn w:val="Circle"/></w:style>
<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
"""


def in_style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def a_styled_run(words: str, style: str, properties: str = "") -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/>{properties}</w:rPr><w:t>{words}</w:t></w:r>'


FACES = [
    ("direct", a_paragraph(a_run("Urges", "i"), " States"), ["Urges"], []),
    ("bold", a_paragraph(a_run("Urges", "b"), " States"), [], ["Urges"]),
    ("switched off", a_paragraph('<w:r><w:rPr><w:i w:val="0"/></w:rPr><w:t>Urges</w:t></w:r>'), [], []),
    ("two runs are one mark", a_paragraph(a_run("Also ", "i"), a_run("urges", "i"), " all"), ["Also urges"], []),
    ("paragraph style", a_paragraph("All of it", properties=in_style("Quote")), ["All of it"], []),
    ("inherited style", a_paragraph("All of it", properties=in_style("Long")), ["All of it"], []),
    ("style takes it back", a_paragraph("All of it", properties=in_style("Upright")), [], []),
    ("character style", a_paragraph(a_styled_run("Urges", "Emphasis"), " States"), ["Urges"], []),
    (
        "italics within italics are upright",
        a_paragraph("Not ", a_styled_run("this", "Emphasis"), properties=in_style("Quote")),
        ["Not "],
        [],
    ),
    ("both", a_paragraph(a_styled_run("Urges", "Strong", "<w:i/>")), ["Urges"], ["Urges"]),
    ("table styles do not matter", a_paragraph("Plain", properties=in_style("Grid")), [], []),
    ("a circle of styles", a_paragraph("Plain", properties=in_style("Circle")), [], []),
    (
        "right-to-left runs have italics of their own",
        a_paragraph("<w:r><w:rPr><w:rtl/><w:b/><w:iCs/></w:rPr><w:t>تقرر</w:t></w:r>"),
        ["تقرر"],
        [],
    ),
]


@pytest.mark.parametrize(("body", "italic", "bold"), [row[1:] for row in FACES], ids=[row[0] for row in FACES])
def test_italics_and_bold(body: str, italic: list[str], bold: list[str]) -> None:
    text = read_docx(a_word_file(body, styles=STYLES))

    assert (marked(text, MarkKind.ITALIC), marked(text, MarkKind.BOLD)) == (italic, bold)


RUNS = [
    ("tab", a_paragraph("1.", "<w:r><w:tab/></w:r>", "Urges"), ["1.\tUrges"]),
    ("line break", a_paragraph("Adopted", "<w:r><w:br/></w:r>", "in June"), ["Adopted", "in June"]),
    ("hyphens", a_paragraph("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/></w:r>"), ["co‑op\xad"]),
    ("line break of the XML", a_paragraph("<w:r><w:t>of the\nCouncil</w:t></w:r>"), ["of the Council"]),
    ("smart tag", a_paragraph("In ", f"<w:smartTag>{a_run('Geneva')}</w:smartTag>"), ["In Geneva"]),
    ("control", a_paragraph("In ", f"<w:sdt><w:sdtContent>{a_run('Geneva')}</w:sdtContent></w:sdt>"), ["In Geneva"]),
    ("block control", f"<w:sdt><w:sdtContent>{a_paragraph('In Geneva')}</w:sdtContent></w:sdt>", ["In Geneva"]),
    ("bookmark", a_paragraph('<w:bookmarkStart w:id="0" w:name="a"/>', "Geneva", "<w:bookmarkEnd/>"), ["Geneva"]),
    ("formula", a_paragraph("<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>"), ["x+y"]),
    ("symbol", a_paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 3</w:t></w:r>'), ["≥ 3"]),
    ("hidden", a_paragraph("Seen", a_run(" and not seen", "vanish")), ["Seen"]),
    ("hidden by style", a_paragraph("Secret", properties=in_style("Secret")) + a_paragraph("Seen"), ["Seen"]),
    (
        "text box, once for two kinds of program",
        a_paragraph(
            "Before",
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
            f"{a_paragraph('boxed')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f"<v:textbox><w:txbxContent>{a_paragraph('boxed')}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>",
        )
        + a_paragraph("After"),
        ["Before", "boxed", "After"],
    ),
    (
        "ruby",
        a_paragraph(f"<w:r><w:ruby><w:rt>{a_run('ji')}</w:rt><w:rubyBase>{a_run('字')}</w:rubyBase></w:ruby></w:r>"),
        ["字"],
    ),
    ("empty paragraphs", a_paragraph() + a_paragraph(" ") + a_paragraph("Words") + "<w:p/>", ["Words"]),
]


@pytest.mark.parametrize(("body", "expected"), [row[1:] for row in RUNS], ids=[row[0] for row in RUNS])
def test_what_is_printed(body: str, expected: list[str]) -> None:
    text = read_docx(a_word_file(body, styles=STYLES))

    assert words_of(text) == expected


def field_char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def a_field(code: str, result: str) -> str:
    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return field_char("begin") + instruction + field_char("separate") + result + field_char("end")


FIELDS = [
    ("result", a_paragraph("Page ", a_field("PAGE", a_run("3"))), ["Page 3"], []),
    ("without result", a_paragraph("Go", field_char("begin"), a_run("CODE"), field_char("end"), "on"), ["Goon"], []),
    (
        "nested",
        a_paragraph(
            field_char("begin"),
            "<w:r><w:instrText>IF </w:instrText></w:r>",
            a_field("DATE", a_run("hidden")),
            field_char("separate"),
            "shown",
            field_char("end"),
        ),
        ["shown"],
        [],
    ),
    (
        "link",
        a_paragraph("See ", a_field('HYPERLINK "https://example.org/a"', a_run("there")), "."),
        ["See there."],
        [("there", "https://example.org/a")],
    ),
    (
        "link inside",
        a_paragraph(a_field(r'HYPERLINK \l "annex"', a_run("the annex"))),
        ["the annex"],
        [("the annex", "#annex")],
    ),
    ("simple", a_paragraph('<w:fldSimple w:instr="PAGE">' + a_run("7") + "</w:fldSimple>"), ["7"], []),
    (
        "over two paragraphs",
        a_paragraph(field_char("begin"), "<w:r><w:instrText>TOC</w:instrText></w:r>", field_char("separate"), "I. Aims")
        + a_paragraph("II. Means", field_char("end"))
        + a_paragraph("Words"),
        ["I. Aims", "II. Means", "Words"],
        [],
    ),
    (
        "hyperlink element",
        a_paragraph("See ", f'<w:hyperlink r:id="l1" w:anchor="top">{a_run("there")}</w:hyperlink>'),
        ["See there"],
        [("there", "https://example.org/b#top")],
    ),
    (
        "without end, in a broken file",
        a_paragraph(field_char("begin"), "Lost") + a_paragraph("Kept"),
        ["Kept"],
        [],
    ),
]


@pytest.mark.parametrize(("body", "expected", "links"), [row[1:] for row in FIELDS], ids=[row[0] for row in FIELDS])
def test_fields_print_their_result(body: str, expected: list[str], links: list[tuple[str, str]]) -> None:
    text = read_docx(a_word_file(body, links={"l1": "https://example.org/b"}))

    assert words_of(text) == expected
    assert [(mark.span.of(text.content), mark.value) for mark in text.marks if mark.kind is MarkKind.LINK] == links


CELL_OF_TWO = a_paragraph("The Council,") + a_paragraph("decides to meet")
TABLES = [
    (
        "rows of cells",
        a_paragraph("Scale:") + a_table(a_row("State", "Share"), a_row("Arda", "12")),
        [("body", "Scale:"), ("table", "State\tShare"), ("table", "Arda\t12")],
    ),
    (
        "an empty cell keeps its column",
        a_paragraph("Scale:") + a_table(a_row("State", "", "Share"), a_row("", "", "12")),
        [("body", "Scale:"), ("table", "State\t\tShare"), ("table", "\t\t12")],
    ),
    (
        "paragraphs of a cell are parted by spaces",
        a_paragraph("Scale:") + a_table(a_row(CELL_OF_TWO, "12"), a_row("x", "13")),
        [("body", "Scale:"), ("table", "The Council, decides to meet\t12"), ("table", "x\t13")],
    ),
    (
        "one cell in each row is layout",
        a_paragraph("Box:") + a_table(a_row(CELL_OF_TWO), a_row("Done")),
        [("body", "Box:"), ("body", "The Council,"), ("body", "decides to meet"), ("body", "Done")],
    ),
    (
        "numbers beside paragraphs",
        a_paragraph("Acts:") + a_table(a_row("1.", "Decides to meet;"), a_row("(a)", CELL_OF_TWO)),
        [
            ("body", "Acts:"),
            ("body", "1.\tDecides to meet;"),
            ("body", "(a)\tThe Council,"),
            ("body", "decides to meet"),
        ],
    ),
    (
        "numbers of the rows of a wider table",
        a_paragraph("Scale:") + a_table(a_row("No.", "State", "Share"), a_row("1.", "Arda", "")),
        [("body", "Scale:"), ("table", "No.\tState\tShare"), ("table", "1.\tArda")],
    ),
    (
        "columns of paragraphs",
        a_paragraph("Both:") + a_table(a_row(CELL_OF_TWO, a_paragraph("Le Conseil,"))),
        [("body", "Both:"), ("body", "The Council,"), ("body", "decides to meet"), ("body", "Le Conseil,")],
    ),
    (
        "a table above everything is the masthead",
        a_table(a_row("Lakes Organization", "C/43/7"), a_row("Council", "Distr.: General")) + a_paragraph("Words"),
        [
            ("body", "Lakes Organization"),
            ("body", "C/43/7"),
            ("body", "Council"),
            ("body", "Distr.: General"),
            ("body", "Words"),
        ],
    ),
    (
        "a table in a table is part of its cell",
        a_paragraph("Scale:")
        + a_table(a_row("x", a_table(a_row("a", "b"), a_row("c", "d")) + a_paragraph()), a_row("y", "e")),
        [("body", "Scale:"), ("table", "x\ta b c d"), ("table", "y\te")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES])
def test_tables(body: str, expected: list[tuple[str, str]]) -> None:
    text = read_docx(a_word_file(body))

    assert [(str(line.role), text.content[line.start : line.end]) for line in text.lines] == expected


def a_section(*references: str, title_page: bool = False) -> str:
    inside = "".join(references) + ("<w:titlePg/>" if title_page else "")
    return f"<w:sectPr>{inside}</w:sectPr>"


def a_reference(part: str, kind: str = "default") -> str:
    return f'<w:{part.rstrip("0123456789")}Reference w:type="{kind}" r:id="{part}"/>'


def test_headers_and_footers_are_furniture_and_a_first_page_of_its_own_is_the_masthead() -> None:
    section = a_section(
        a_reference("header1"),
        a_reference("header2", "first"),
        a_reference("footer1"),
        a_reference("header3", "even"),
        title_page=True,
    )
    data = a_word_file(
        a_paragraph("Words") + section,
        header1=a_paragraph("C/43/7"),
        header2=a_paragraph("Lakes Organization"),
        header3=a_paragraph("not printed: even pages have no header of their own"),
        footer1=a_paragraph("12-345"),
    )
    text = read_docx(data)

    assert words_of(text) == ["Lakes Organization", "C/43/7", "Words", "12-345"]
    assert words_of(text, Role.FURNITURE) == ["C/43/7", "12-345"]


def test_a_first_page_header_that_is_switched_off_is_not_printed() -> None:
    section = a_section(a_reference("header1", "first"))
    text = read_docx(a_word_file(a_paragraph("Words") + section, header1=a_paragraph("old")))

    assert words_of(text) == ["Words"]


def test_pages_are_counted_where_the_file_tells() -> None:
    turned = "<w:r><w:lastRenderedPageBreak/><w:t>{}</w:t></w:r>"
    body = a_paragraph("one") + a_paragraph(turned.format("two")) + a_paragraph("still ", turned.format("three"))
    text = read_docx(a_word_file(body))

    assert [line.page for line in text.lines] == [1, 2, 2]
    assert text.pages == 3


def test_page_breaks_by_hand_count_where_no_program_has_counted() -> None:
    body = a_paragraph("one", '<w:r><w:br w:type="page"/></w:r>') + a_paragraph("two")
    text = read_docx(a_word_file(body))

    assert ([line.page for line in text.lines], text.pages) == ([1, 2], 2)


def test_every_paragraph_opens_and_a_line_in_it_does_not() -> None:
    text = read_docx(a_word_file(a_paragraph("The", "<w:r><w:br/></w:r>", "Council") + a_paragraph("meets")))

    assert [line.opens for line in text.lines] == [True, False, True]


LOSSES: list[tuple[str, str, str]] = [
    ("a part in another format", a_paragraph("Words") + '<w:altChunk r:id="x"/>', "part-not-read"),
    ("a comment", a_paragraph("Words", '<w:r><w:commentReference w:id="1"/></w:r>'), "comments-left-out"),
    ("hidden text", a_paragraph("Words", a_run("gone", "vanish")), "text-hidden"),
    (
        "a symbol of no known font",
        a_paragraph('<w:r><w:sym w:font="Signs" w:char="E0FF"/></w:r>', "x"),
        "characters-replaced",
    ),
    ("an unknown number format", a_paragraph("x", properties=in_list(1)), "number-format-unknown"),
    ("a field without end", a_paragraph(field_char("begin"), "Lost") + a_paragraph("Kept"), "field-damaged"),
    ("a note that is not there", a_paragraph("x", '<w:r><w:footnoteReference w:id="9"/></w:r>'), "note-missing"),
]


@pytest.mark.parametrize(("body", "code"), [row[1:] for row in LOSSES], ids=[row[0] for row in LOSSES])
def test_what_is_not_read_is_reported(body: str, code: str) -> None:
    text = read_docx(a_word_file(body, numbering=a_numbering(a_level(0, "klingon", "%1."))))

    assert code in [finding.code for finding in text.findings]


def test_a_plain_document_has_no_findings() -> None:
    assert read_docx(a_word_file(a_paragraph("Words"))).findings == ()


def test_nothing_printed_is_an_empty_source() -> None:
    with pytest.raises(EmptySource):
        read_docx(a_word_file(a_paragraph(" ")))


def test_unknown_side_of_changes_is_a_wrong_call() -> None:
    with pytest.raises(WrongCall, match="accepted, original"):
        read_docx(a_word_file(a_paragraph("Words")), changes="both")


def test_strict_form_reads_the_same() -> None:
    data = a_word_file(a_paragraph(a_run("Urges", "i"), " States"))
    strict = _with_namespaces(
        data,
        lambda xml: xml.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )

    assert read_docx(strict) == read_docx(data)


def _with_namespaces(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)))
    return buffer.getvalue()


def test_a_document_made_by_another_program() -> None:
    document = docx.Document()
    document.add_heading("Resolution 12", 1)
    opening = document.add_paragraph()
    opening.add_run("Recalling").italic = True
    opening.add_run(" its resolution 3,")
    for words in ("Decides to meet;", "Requests a report."):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("a thing", style="List Bullet")
    table = document.add_table(2, 2)
    for row, cells in enumerate((("State", "Share"), ("Arda", "12"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    buffer = io.BytesIO()
    document.save(buffer)
    text = read_docx(buffer.getvalue())

    assert words_of(text) == [
        "Resolution 12",
        "Recalling its resolution 3,",
        "1.\tDecides to meet;",
        "2.\tRequests a report.",
        "•\ta thing",
        "State\tShare",
        "Arda\t12",
    ]
    assert marked(text, MarkKind.ITALIC) == ["Recalling"]
