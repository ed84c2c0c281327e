"""Automatic numbers of Word documents, as the page prints them."""

import pytest

from operative.domain.texts import MarkKind
from operative.text.docx import read_docx

from .word_files import a_level, a_numbering, a_paragraph, a_row, a_table, a_word_file, in_list

OUTLINE = a_numbering(a_level(0, "decimal", "%1."), a_level(1, "lowerLetter", "(%2)"), a_level(2, "lowerRoman", "(%3)"))


def numbers_of(body: str, numbering: str, styles: str = "") -> list[str]:
    text = read_docx(a_word_file(body, numbering=numbering, styles=styles))
    return [text.content[line.start : line.end].removesuffix("x").strip() for line in text.lines]


def at(*levels: int, list_id: int = 1) -> str:
    return "".join(a_paragraph("x", properties=in_list(list_id, level)) for level in levels)


ORDERS = [
    ("in order", at(0, 0, 0), ["1.", "2.", "3."]),
    ("levels", at(0, 1, 1, 2, 2, 1, 0, 1), ["1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "2.", "(a)"]),
    ("back up two levels", at(0, 1, 2, 0, 2), ["1.", "(a)", "(i)", "2.", "(i)"]),
    ("text between", at(0) + a_paragraph("x") + at(0), ["1.", "", "2."]),
    (
        "in cells too",
        at(0) + a_table(a_row(at(0), at(0)), a_row(at(0), "y")) + at(0),
        ["1.", "2. x\t3.", "4. x\ty", "5."],
    ),
    ("an empty paragraph counts", at(0) + a_paragraph(properties=in_list(1)) + at(0), ["1.", "3."]),
    ("no list", a_paragraph("x", properties=in_list(0)), [""]),
    ("a list that is not there", at(0, list_id=7), [""]),
    ("a level that is not there", at(0, 5), ["1.", ""]),
    ("a level beyond all levels", at(12), [""]),
]


@pytest.mark.parametrize(("body", "expected"), [row[1:] for row in ORDERS], ids=[row[0] for row in ORDERS])
def test_paragraphs_count(body: str, expected: list[str]) -> None:
    assert numbers_of(body, OUTLINE) == expected


def two_lists(second: str) -> str:
    return (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{second}</w:num>'
    )


LEVEL, SUB = a_level(0, "decimal", "%1."), a_level(1, "decimal", "%1.%2")
DEFINITIONS = [
    ("start", a_numbering(a_level(0, "decimal", "%1.", start=4)), at(0, 0), ["4.", "5."]),
    ("levels above in the number", a_numbering(LEVEL, SUB), at(0, 1, 1, 0, 1), ["1.", "1.1", "1.2", "2.", "2.1"]),
    ("level above was never used", a_numbering(LEVEL, SUB), at(1, 1, 0), ["1.1", "1.2", "1."]),
    ("words in the number", a_numbering(a_level(0, "decimal", "Article %1")), at(0, 0), ["Article 1", "Article 2"]),
    (
        "digits for the levels above",
        a_numbering(a_level(0, "upperRoman", "%1."), a_level(1, "decimal", "%1.%2", more="<w:isLgl/>")),
        at(0, 0, 1),
        ["I.", "II.", "2.1"],
    ),
    (
        "never begun anew",
        a_numbering(LEVEL, a_level(1, "lowerLetter", "(%2)", more='<w:lvlRestart w:val="0"/>')),
        at(0, 1, 0, 1),
        ["1.", "(a)", "2.", "(b)"],
    ),
    (
        "begun anew only by the first level",
        a_numbering(LEVEL, SUB, a_level(2, "lowerLetter", "(%3)", more='<w:lvlRestart w:val="1"/>')),
        at(0, 1, 2, 1, 2, 0, 2),
        ["1.", "1.1", "(a)", "1.2", "(b)", "2.", "(a)"],
    ),
    (
        "two lists of one definition count together",
        a_numbering(LEVEL, lists=two_lists("")),
        at(0) + at(0, list_id=2) + at(0),
        ["1.", "2.", "3."],
    ),
    (
        "unless one begins anew",
        a_numbering(LEVEL, lists=two_lists('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')),
        at(0, 0) + at(0, 0, list_id=2),
        ["1.", "2.", "1.", "2."],
    ),
    (
        "a list with a form of its own",
        a_numbering(
            LEVEL, lists=two_lists(f'<w:lvlOverride w:ilvl="0">{a_level(0, "upperLetter", "%1)")}</w:lvlOverride>')
        ),
        at(0, list_id=2),
        ["A)"],
    ),
    (
        "new form in a choice, old one for old programs",
        a_numbering(
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent>'
            '<mc:Choice Requires="w14"><w:numFmt w:val="custom"'
            ' w:format="001, 002"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback>'
            '</mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
        ),
        at(0),
        ["01."],
    ),
    ("no start is zero", a_numbering('<w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl>'), at(0, 0), ["0", "1"]),
    ("bullet of a symbol font", a_numbering(a_level(0, "bullet", "\uf0b7")), at(0), ["•"]),
    ("dash", a_numbering(a_level(0, "bullet", "–")), at(0), ["–"]),
    ("without number", a_numbering(a_level(0, "none", "")), at(0), [""]),
    ("nonsense numbers", a_numbering(a_level(0, "decimal", "%1.").replace('"1"', '"one"')), at(0), ["0."]),
]


@pytest.mark.parametrize(
    ("numbering", "body", "expected"), [row[1:] for row in DEFINITIONS], ids=[row[0] for row in DEFINITIONS]
)
def test_lists_print_as_defined(numbering: str, body: str, expected: list[str]) -> None:
    assert numbers_of(body, numbering) == expected


def a_style(name: str, properties: str, based_on: str = "") -> str:
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}">{parent}<w:pPr>{properties}</w:pPr></w:style>'


NUM_ONLY = '<w:numPr><w:numId w:val="1"/></w:numPr>'
BY_STYLE = [
    ("style", a_style("Para", in_list(1)), "Para", "", ["1."]),
    ("style with a level", a_style("Para", in_list(1, 1)), "Para", "", ["(a)"]),
    ("inherited", a_style("Para", in_list(1)) + a_style("Sub", "", "Para"), "Sub", "", ["1."]),
    (
        "own level, list of the parent",
        a_style("Para", NUM_ONLY) + a_style("Sub", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', "Para"),
        "Sub",
        "",
        ["(a)"],
    ),
    (
        "the paragraph takes its level",
        a_style("Para", NUM_ONLY),
        "Para",
        '<w:numPr><w:ilvl w:val="2"/></w:numPr>',
        ["(i)"],
    ),
    ("the paragraph leaves the list", a_style("Para", NUM_ONLY), "Para", in_list(0), [""]),
    ("the paragraph without a level", a_style("Para", ""), "Para", NUM_ONLY, ["1."]),
]


@pytest.mark.parametrize(
    ("styles", "style", "own", "expected"), [row[1:] for row in BY_STYLE], ids=[row[0] for row in BY_STYLE]
)
def test_styles_number_their_paragraphs(styles: str, style: str, own: str, expected: list[str]) -> None:
    body = a_paragraph("x", properties=f'<w:pStyle w:val="{style}"/>{own}')

    assert numbers_of(body, OUTLINE, styles) == expected


def test_a_level_finds_its_style() -> None:
    numbering = a_numbering(LEVEL, a_level(1, "lowerLetter", "(%2)", more='<w:pStyle w:val="Sub"/>'))
    styles = a_style("Sub", NUM_ONLY)

    assert numbers_of(a_paragraph("x", properties='<w:pStyle w:val="Sub"/>'), numbering, styles) == ["(a)"]


def test_a_numbering_style_stands_for_its_list() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="House"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="House"/>'
        f"{a_level(0, 'upperLetter', '%1.')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = f'<w:style w:type="numbering" w:styleId="House"><w:pPr>{in_list(2)}</w:pPr></w:style>'

    assert numbers_of(at(0, 0), numbering, styles) == ["A.", "B."]


def test_the_number_is_marked_and_tells_its_level() -> None:
    text = read_docx(a_word_file(at(0, 1), numbering=OUTLINE))

    assert text.content == "1.\tx\n(a)\tx"
    assert [mark.span.of(text.content) for mark in text.marks if mark.kind is MarkKind.NUMBER] == ["1.", "(a)"]
    assert [line.depth for line in text.lines] == [1, 2]
