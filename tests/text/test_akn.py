"""Akoma Ntoso in: what the mark-up says of every block."""

import contextlib
import time

import pytest

from operative.domain.findings import Severity
from operative.domain.texts import MarkKind, Role, Text
from operative.errors import DamagedSource, EmptySource, HostileSource, NoReader, OperativeError
from operative.text.akn import read_akn

from .akn_files import META, NAMESPACE, WHOLE, akn, body

Row = tuple[str, int, bool | None, str]


def rows(text: Text, *, notes: bool = False) -> list[Row]:
    """Kind, depth, opens and words of each line that is no note."""
    return [
        (line.kind, line.depth, line.opens, text.content[line.start : line.end])
        for line in text.lines
        if notes or line.role is not Role.NOTE
    ]


def marked(text: Text, kind: MarkKind) -> list[tuple[str, str]]:
    return [(mark.span.of(text.content), mark.value) for mark in text.marks if mark.kind is kind]


def test_a_whole_document_is_lines_with_kinds() -> None:
    assert rows(read_akn(WHOLE)) == [
        ("", 0, True, "Harbour Union"),
        ("", 0, True, "HC/RES/12/7"),
        ("", 0, True, "Harbour Council"),
        ("", 0, True, "Distr.: Limited"),
        ("", 0, True, "Twelfth session"),
        ("", 0, True, "Agenda item 4"),
        ("", 0, True, "Resolution adopted by the Harbour Council on 3 May 2024"),
        ("title", 0, True, "12/7. Dredging of shared channels"),
        ("enacting", 0, True, "The Harbour Council,"),
        ("preambular", 0, True, "Recalling its resolution 11/2 of 9 May 2023,1"),
        ("operative", 0, True, "1.\tRequests the Pilot Master:"),
        ("subparagraph", 1, True, "(a)\tTo sound every channel;"),
        ("subparagraph", 1, True, "(b)\tTo mark those that are"),
        ("subparagraph", 2, True, "(i)\tShallow;"),
        ("operative", 0, False, "and to report to the Council;"),
        ("heading", 0, True, "Money"),
        ("operative", 0, True, "2.\tDecides to meet the cost from the reserve."),
        ("closing", 0, True, "5th meeting"),
        ("closing", 0, False, "3 May 2024"),
        ("annex", 0, True, "Annex"),
        ("heading", 0, True, "Rules for dredging"),
        ("body", 0, True, "1.\tA dredger shall:"),
        ("body", 1, True, "(a)\tShow a light;"),
    ]


def test_marks_say_what_is_what() -> None:
    text = read_akn(WHOLE)

    assert marked(text, MarkKind.META) == [
        ("Harbour Union", "publisher"),
        ("HC/RES/12/7", "symbol"),
        ("Harbour Council", "body"),
        ("Distr.: Limited", "distribution"),
        ("Twelfth session", "session"),
        ("Agenda item 4", "agenda_item"),
        ("Resolution adopted by the Harbour Council on 3 May 2024", "adoption"),
        ("12/7.", "number"),
        ("Dredging of shared channels", "title"),
        ("Recalling", "lead"),
        ("5th meeting", "meeting"),
        ("3 May 2024", "adopted"),
    ]
    assert marked(text, MarkKind.NUMBER) == [
        (number, "") for number in ("12/7.", "1.", "(a)", "(b)", "(i)", "2.", "1.", "(a)")
    ]
    assert marked(text, MarkKind.LINK) == [
        ("11/2", "https://example.org/HC/RES/11/2"),
        ("HC/11/R.3", "https://example.org/r"),
    ]
    assert [words for words, _ in marked(text, MarkKind.ITALIC)] == [
        "The Harbour Council",
        "Recalling",
        "Requests",
        "Decides",
    ]
    assert list(text.marks) == sorted(text.marks, key=lambda mark: mark.span.start)


def test_what_no_page_prints_is_declared() -> None:
    text = read_akn(WHOLE)

    assert text.language == "en"
    assert text.declared == (
        ("document", "resolution"),
        ("iri", "/akn/zz/statement/resolution/harbour-council/2024-05-03/12-7"),
        ("adopted", "2024-05-03"),
        ("author", "hc"),
        ("issued", "2024-05-20"),
        ("language", "en"),
        ("session", "12"),
        ("agenda_item", "4"),
    )


NOTES = [
    ("called", 'A,<authorialNote marker="1"><p>See B.</p></authorialNote> c', "A,1 c", ["1\tSee B."], [("1", "1")]),
    ("glued", 'A<authorialNote marker="2"><p>B</p></authorialNote>, c', "A2, c", ["2\tB"], [("2", "2")]),
    ("star kept once", 'A<authorialNote marker="*"><p>* B</p></authorialNote>', "A*", ["*\tB"], [("*", "*")]),
    (
        "bracketed as in Arabic",
        'A<sup>(</sup><authorialNote marker="3"><p>() B</p></authorialNote><sup>)</sup> c',
        "A(3) c",
        ["3\tB"],
        [("(3)", "3")],
    ),
    (
        "two paragraphs",
        'A<authorialNote marker="4"><p>B</p><p>C</p></authorialNote>',
        "A4",
        ["4\tB", "C"],
        [("4", "4")],
    ),
    ("called again", 'A<noteRef href="#n" marker="5"/> b', "A5 b", [], [("5", "5")]),
]


@pytest.mark.parametrize(("inner", "words", "notes", "calls"), [r[1:] for r in NOTES], ids=[r[0] for r in NOTES])
def test_notes_stand_below_the_unit_that_calls_them(
    inner: str, words: str, notes: list[str], calls: list[tuple[str, str]]
) -> None:
    text = read_akn(body(f"<paragraph><num>1.</num><content><p>{inner}</p></content></paragraph>"))

    assert [row[3] for row in rows(text)] == [f"1.\t{words}"]
    assert [text.content[line.start : line.end] for line in text.lines if line.role is Role.NOTE] == notes
    assert marked(text, MarkKind.CALL) == calls
    assert [value for _, value in marked(text, MarkKind.LABEL)] == [
        note.split("\t")[0] for note in notes if "\t" in note
    ]


def para(number: str, words: str, lead: str = "", classes: str = "SingleTxt") -> str:
    num = f"<num>{number}</num>" if number else ""
    italic = f'<span class="italic">{lead}</span> ' if lead else ""
    return f'<paragraph class="{classes}">{num}<content><p>{italic}{words}</p></content></paragraph>'


FIRST = para("1.", "the tide;", "Notes")
KINDS = [
    ("numbered", para("2.", "to dredge;", "Decides"), [("operative", 0, True, "2.\tDecides to dredge;")]),
    (
        "repeated number",
        para("2 bis.", "to dredge;", "Decides"),
        [("operative", 0, True, "2 bis.\tDecides to dredge;")],
    ),
    ("unnumbered with a lead", para("", "to dredge.", "Decides"), [("operative", 0, True, "Decides to dredge.")]),
    ("preamble of a section", para("", "the silt,", "Recalling"), [("preambular", 0, True, "Recalling the silt,")]),
    (
        "plain words",
        para("", "It rained in all harbours that year."),
        [("body", 0, True, "It rained in all harbours that year.")],
    ),
    ("short title", para("", "Lights and buoys"), [("heading", 0, True, "Lights and buoys")]),
    ("class of a heading", para("", "Lights, and buoys;", classes="H23"), [("heading", 0, True, "Lights, and buoys;")]),
    ("capital letter", para("A.", "Lights"), [("heading", 0, True, "A.\tLights")]),
    (
        "letters set flat",
        para("(a)", "One;") + para("(i)", "Two;") + para("(ii)", "Three;") + para("(b)", "Four;"),
        [
            ("subparagraph", 1, True, "(a)\tOne;"),
            ("subparagraph", 2, True, "(i)\tTwo;"),
            ("subparagraph", 2, True, "(ii)\tThree;"),
            ("subparagraph", 1, True, "(b)\tFour;"),
        ],
    ),
    (
        "i after h is a letter",
        "".join(para(f"({letter})", "One;") for letter in "ghi"),
        [("subparagraph", 1, True, f"({letter})\tOne;") for letter in "ghi"],
    ),
    ("star is a note", para("", "* Not yet in force."), []),
    (
        "number alone belongs to what follows",
        "<paragraph><num>2.</num><content><p/></content></paragraph>" + para("", "to dredge.", "Decides"),
        [("operative", 0, True, "2.\tDecides to dredge.")],
    ),
    (
        "annex inside the body",
        '<paragraph class="H1"><subheading>Annex II</subheading></paragraph>' + para("1.", "to dredge;", "Decides"),
        [("annex", 0, True, "Annex II"), ("body", 0, True, "1.\tDecides to dredge;")],
    ),
    (
        "section",
        '<section><num>I</num><heading>Tides</heading><crossHeading refersTo="#preamble">Recalling the moon,'
        "</crossHeading></section>" + para("1.", "the moon;", "Thanks"),
        [
            ("heading", 0, True, "I\tTides"),
            ("preambular", 0, True, "Recalling the moon,"),
            ("operative", 0, True, "1.\tThanks the moon;"),
        ],
    ),
    (
        "article",
        "<article><num>Article 1</num><heading>Scope</heading><paragraph><num>1.</num><content><p>All boats.</p>"
        "</content></paragraph></article>",
        [("article", 0, True, "Article 1\tScope"), ("body", 1, True, "1.\tAll boats.")],
    ),
    (
        "text within the text",
        '<paragraph><num>2.</num><content><p><span class="italic">Recommends</span> to the Union this draft:'
        '<embeddedStructure><container name="formula"><p>The Union,</p></container><paragraph><num>1.</num><content>'
        "<p>Decides to dredge.</p></content></paragraph></embeddedStructure></p></content></paragraph>",
        [
            ("operative", 0, True, "2.\tRecommends to the Union this draft:"),
            ("body", 1, True, "The Union,"),
            ("body", 1, True, "1.\tDecides to dredge."),
        ],
    ),
    (
        "points without an introduction",
        "<paragraph><num>2.</num><list><point><num>(a)</num><content><p>Lamps;</p></content></point></list></paragraph>",
        [("operative", 0, True, "2."), ("subparagraph", 1, True, "(a)\tLamps;")],
    ),
    (
        "title of a point",
        "<paragraph><num>2.</num><list><intro><p>Asks for:</p></intro><point><subheading>Lights:</subheading>"
        "<num>(a)</num><content><p>Lamps;</p></content></point></list></paragraph>",
        [
            ("operative", 0, True, "2.\tAsks for:"),
            ("heading", 1, True, "Lights:"),
            ("subparagraph", 1, True, "(a)\tLamps;"),
        ],
    ),
    (
        "table",
        "<paragraph><num>2.</num><content><p>Sets these dues:</p><table>"
        "<tr><td><p>Boat</p></td><td><p>Due</p></td></tr>"
        "<tr><td><p/></td><td><p>3</p></td></tr></table></content></paragraph>",
        [
            ("operative", 0, True, "2.\tSets these dues:"),
            ("operative", 0, False, "Boat\tDue"),
            ("operative", 0, False, "\t3"),
        ],
    ),
    ("class says the kind", para("", "One two three", classes="operative"), [("operative", 0, True, "One two three")]),
]


@pytest.mark.parametrize(("inner", "expected"), [row[1:] for row in KINDS], ids=[row[0] for row in KINDS])
def test_kinds_of_paragraphs(inner: str, expected: list[Row]) -> None:
    assert rows(read_akn(body(FIRST + inner)))[1:] == expected


def test_paragraphs_of_a_statement_act_without_number_or_lead() -> None:
    text = read_akn(body(para("", "“The Council regrets the storm.”"), "presidentialStatement"))

    assert [row[0] for row in rows(text)] == ["operative"]


def test_a_list_in_the_preamble_stays_one_paragraph() -> None:
    listed = (
        '<preamble><container name="Aware"><blockList><listIntroduction>Aware of:</listIntroduction>'
        "<item><num>(a)</num><p>Wind,</p></item></blockList></container></preamble>"
    )

    assert rows(read_akn(akn(f"{listed}<mainBody>{FIRST}</mainBody>")))[:2] == [
        ("preambular", 0, True, "Aware of:"),
        ("preambular", 0, False, "(a)\tWind,"),
    ]


def test_components_of_a_collection_are_documents() -> None:
    title = "<preface><p><docTitle>T</docTitle></p></preface>"
    statement = f'<statement name="decision">{META}{title}<mainBody>{FIRST}</mainBody></statement>'
    part = f"<component>{statement}</component>"
    data = (
        f'<akomaNtoso xmlns="{NAMESPACE}"><documentCollection name="publication">{META}<collectionBody/>'
        f"<components>{part}{part}</components></documentCollection></akomaNtoso>"
    )
    text = read_akn(data.encode())

    assert [row[0] for row in rows(text)] == ["title", "operative", "title", "operative"]
    assert [value for name, value in text.declared if name == "document"] == ["decision", "decision"]


def test_every_visible_character_is_in_one_line() -> None:
    text = read_akn(WHOLE)
    at = 0
    for line in text.lines:
        assert not text.content[at : line.start].strip()
        assert line.start < line.end
        at = line.end
    assert not text.content[at:].strip()


LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
HOSTILE = [
    (
        "external entity",
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso xmlns="{NAMESPACE}">&x;</akomaNtoso>',
    ),
    (
        "parameter entity",
        f'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]><akomaNtoso xmlns="{NAMESPACE}"/>',
    ),
    ("billion laughs", f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><akomaNtoso xmlns="{NAMESPACE}">&l9;</akomaNtoso>'),
    ("external type", f'<!DOCTYPE akomaNtoso SYSTEM "http://127.0.0.1/a.dtd"><akomaNtoso xmlns="{NAMESPACE}"/>'),
]


@pytest.mark.parametrize("xml", [row[1] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_entities_and_types_are_refused(xml: str, encoding: str) -> None:
    with pytest.raises(HostileSource, match="DOCTYPE"):
        read_akn(xml.encode(encoding))


def test_what_is_left_of_a_broken_file_is_read_and_said() -> None:
    broken = WHOLE.replace(b"</preamble>", b"</preambel>", 1)
    text = read_akn(broken)

    assert any(row[0] == "operative" for row in rows(text))
    assert [(found.code, found.severity) for found in text.findings] == [("not-well-formed", Severity.ERROR)]


REFUSED = [
    ("empty", b"", EmptySource),
    ("white space", b" \n" * 1000, EmptySource),
    ("nothing printed", akn("<mainBody><p/></mainBody>"), EmptySource),
    ("other namespace", b'<akomaNtoso xmlns="http://example.org/law"><p>A</p></akomaNtoso>', NoReader),
    ("other root", b"<html><p>A</p></html>", NoReader),
    ("no xml", b"\x00\x01\x02", DamagedSource),
    ("cut in the root", b"<akomaNtoso", DamagedSource),
    ("root without an end", b"<akomaNtoso <statement><p>Wells</p></statement>", DamagedSource),
    ("broken, of no namespace", b"<akomaNtoso><statement><p>Wells</p>", DamagedSource),
    ("too deep", body("<container>" * 3000 + "</container>" * 3000), HostileSource),
]


@pytest.mark.parametrize(("data", "error"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_no_document_is_refused_by_name(data: bytes, error: type[OperativeError]) -> None:
    with pytest.raises(error):
        read_akn(data)


def test_deep_nesting_ends_soon() -> None:
    depth = 5000
    data = body("<paragraph>" * depth + "</paragraph>" * depth)
    start = time.monotonic()
    with contextlib.suppress(OperativeError):
        read_akn(data)
    assert time.monotonic() - start < 5
