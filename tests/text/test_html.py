"""Web pages: what a reader of the page sees, in order."""

import time

import pytest

from operative.domain.texts import MarkKind, Role, Text
from operative.errors import EmptySource, OperativeError, SourceTooCostly
from operative.text.html import read_html


def words_of(text: Text, role: Role | None = None) -> list[str]:
    return [text.content[line.start : line.end] for line in text.lines if role in (None, line.role)]


def marked(text: Text, kind: MarkKind) -> list[tuple[str, str]]:
    return [(mark.span.of(text.content), mark.value) for mark in text.marks if mark.kind is kind]


BLOCKS = [
    ("paragraphs", "<p>The Council,</p><p>Decides.</p>", ["The Council,", "Decides."]),
    ("never closed", "<p>The Council,<p>Decides.", ["The Council,", "Decides."]),
    ("words beside blocks", "one<div>two<div>three</div>four</div>five", ["one", "two", "three", "four", "five"]),
    ("white space", "<p>  The\n  <b> Council </b>\t decides </p>", ["The Council decides"]),
    ("hard spaces stay", "<p>No.&nbsp;12</p>", ["No.\u00a012"]),
    ("inside words", "<p>Res<i>ol</i>ution</p>", ["Resolution"]),
    ("entities", "<p>R&eacute;solution &amp; d&#233;cision &lt;1&gt;</p>", ["Résolution & décision <1>"]),
    ("no scripts", "<head><title>T</title></head><script>x='<p>y</p>'</script><style>p{}</style><p>z", ["z"]),
    ("no comments", "<p>a<!-- b -->c</p>", ["ac"]),
    ("rule", "<p>a</p><hr>b", ["a", "b"]),
    ("headings", "<h1>Resolution 12</h1><h2>Wells</h2>", ["Resolution 12", "Wells"]),
    ("definitions", "<dl><dt>Well<dd>A hole with water</dl>", ["Well", "A hole with water"]),
    ("hidden", '<p>a<span style="display: none">b</span><span hidden>c</span>d</p>', ["ad"]),
    ("struck out", "<p>Notes <del>with concern</del><ins>with regret</ins></p>", ["Notes with regret"]),
    ("ruby", "<p><ruby>字<rp>(</rp><rt>ji</rt></ruby></p>", ["字"]),
    ("unknown elements", "<x-page><p>a<o:p>b</o:p></p></x-page>", ["ab"]),
]


@pytest.mark.parametrize(("page", "expected"), [row[1:] for row in BLOCKS], ids=[row[0] for row in BLOCKS])
def test_blocks_are_lines(page: str, expected: list[str]) -> None:
    text = read_html(page.encode())

    assert words_of(text) == expected
    assert all(line.opens for line in text.lines)


BREAKS = [
    ("one break", "<p>one<br>two</p>", [("one", True), ("two", None)]),
    ("two breaks", "one<br><br>two<br>\n<br/>three", [("one", True), ("two", True), ("three", True)]),
    ("break at the ends", "<p><br>one<br></p>", [("one", True)]),
    (
        "printed as typed",
        "<pre>\n 1. one\n    two\n\n2. three</pre>",
        [(" 1. one", None), ("    two", None), ("2. three", None)],
    ),
]


@pytest.mark.parametrize(("page", "expected"), [row[1:] for row in BREAKS], ids=[row[0] for row in BREAKS])
def test_line_breaks_leave_it_to_the_words(page: str, expected: list[tuple[str, bool | None]]) -> None:
    text = read_html(page.encode())

    assert [(text.content[line.start : line.end], line.opens) for line in text.lines] == expected


LISTS = [
    ("numbers", "<ol><li>x<li>y</ol>", ["1.\tx", "2.\ty"]),
    ("letters", "<ol type=a><li>x<li>y</ol>", ["(a)\tx", "(b)\ty"]),
    ("capitals", "<ol type=A><li>x</ol>", ["(A)\tx"]),
    ("roman", "<ol type=i><li>x<li>y<li>z<li>w</ol>", ["(i)\tx", "(ii)\ty", "(iii)\tz", "(iv)\tw"]),
    ("by style", '<ol style="list-style-type: lower-alpha"><li>x</ol>', ["(a)\tx"]),
    ("without numbers", '<ol style="list-style: none"><li>x</ol>', ["x"]),
    ("start", "<ol start=4><li>x<li>y</ol>", ["4.\tx", "5.\ty"]),
    ("value", "<ol><li>x<li value=7>y<li>z</ol>", ["1.\tx", "7.\ty", "8.\tz"]),
    ("reversed", "<ol reversed><li>x<li>y</ol>", ["2.\tx", "1.\ty"]),
    ("after z", "<ol type=a start=26><li>x<li>y</ol>", ["(z)\tx", "(aa)\ty"]),
    ("nested", "<ol><li>x<ol type=a><li>y<li>z</ol><li>w</ol>", ["1.\tx", "(a)\ty", "(b)\tz", "2.\tw"]),
    ("paragraphs in an item", "<ol><li><p>x</p><p>y</p></ol>", ["1.\tx", "y"]),
    ("own numbers", "<ol><li>1. x<li>(b) y</ol>", ["1. x", "(b) y"]),
    ("bullets", "<ul><li>x</ul>", ["•\tx"]),
    ("nonsense", "<ol start=many type=z><li value=-x>x</ol>", ["1.\tx"]),
]


@pytest.mark.parametrize(("page", "expected"), [row[1:] for row in LISTS], ids=[row[0] for row in LISTS])
def test_lists_print_their_numbers(page: str, expected: list[str]) -> None:
    text = read_html(page.encode())

    assert words_of(text) == expected
    assert [words for words, _ in marked(text, MarkKind.NUMBER)] == [
        line.partition("\t")[0] for line in expected if "\t" in line
    ]


def test_items_tell_their_level() -> None:
    text = read_html(b"<h3>Wells</h3><ol><li>x<ol><li>y</ol></ol>")

    assert [line.depth for line in text.lines] == [0, 1, 2]


TABLES = [
    (
        "rows",
        "<table><tr><th>State<th>Share<tr><td>Arda<td>12</table>",
        [("table", "State\tShare"), ("table", "Arda\t12")],
    ),
    (
        "blocks in a cell",
        "<table><tr><td><p>a<p>b<td>c<tr><td>d<td>e</table>",
        [("table", "a b\tc"), ("table", "d\te")],
    ),
    ("layout", "<table><tr><td><p>a<p>b<tr><td>c</table>", [("body", "a"), ("body", "b"), ("body", "c")]),
    (
        "numbers beside paragraphs",
        "<table><tr><td>1.<td>Decides;<tr><td>(a)<td>Invites.</table>",
        [("body", "1.\tDecides;"), ("body", "(a)\tInvites.")],
    ),
    (
        "table in a table",
        "<table><tr><td>a<td><table><tr><td>b<td>c<tr><td>d<td>e</table><tr><td>f<td>g</table>",
        [("table", "a\tb c d e"), ("table", "f\tg")],
    ),
    ("cells without a table", "<td>a<td>b", [("body", "a"), ("body", "b")]),
]


@pytest.mark.parametrize(("page", "expected"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES])
def test_tables(page: str, expected: list[tuple[str, str]]) -> None:
    text = read_html(page.encode())

    assert [(str(line.role), text.content[line.start : line.end]) for line in text.lines] == expected


FACES = [
    ("italic", "<p><i>Urges</i> States, <em>requests</em> all", ["Urges", "requests"], []),
    ("bold", "<p><b>Urges</b> <strong>all</strong>", [], ["Urges all"]),
    (
        "by style",
        '<p><span style="font-style:italic">Urges</span> <span style="font-weight:700">all</span>',
        ["Urges"],
        ["all"],
    ),
    ("headings", "<h2>Wells</h2><p>are dry", [], ["Wells"]),
    ("both", "<p><b><i>Urges</i> all</b>", ["Urges"], ["Urges all"]),
    ("blocks inside", '<div style="font-style:italic"><p>one<p>two</div>three', ["one", "two"], []),
]


@pytest.mark.parametrize(("page", "italic", "bold"), [row[1:] for row in FACES], ids=[row[0] for row in FACES])
def test_italics_and_bold(page: str, italic: list[str], bold: list[str]) -> None:
    text = read_html(page.encode())

    assert [words for words, _ in marked(text, MarkKind.ITALIC)] == italic
    assert [words for words, _ in marked(text, MarkKind.BOLD)] == bold


NOTES = [
    ("linked superscript", "<p>Wells<sup><a href=#n1>1</a></sup> dry<p id=n1>1 See there.", ["1"], ["1 See there."]),
    (
        "the label is the way back",
        "<p>Wells<sup><a id=c1 href=#n1>1</a></sup> dry<p id=n1><sup><a href=#c1>1</a></sup> See there.",
        ["1"],
        ["1 See there."],
    ),
    (
        "link with a superscript",
        "<p>Wells<a href=#n1><sup>1</sup></a> dry<p><a name=n1>1</a> See there.",
        ["1"],
        ["1 See there."],
    ),
    (
        "bare superscripts",
        "<p>Wells<sup>1</sup> dry<sup>2</sup><p><sup>1</sup> There.<p><sup>2</sup> Here.",
        ["1", "2"],
        ["1 There.", "2 Here."],
    ),
    (
        "in a list of notes",
        "<p>Wells<a class=footnote-ref href=#n1>1</a> dry<ol><li id=n1><p>There. <a href=#c1>↩</a></ol>",
        ["1"],
        ["1 There."],
    ),
    ("in brackets", "<p>Wells<sup><a href=#n1>[1]</a></sup> dry<p id=n1>See there.", ["[1]"], ["1 See there."]),
    ("square metres", "<p>12 m<sup>2</sup> of wells<p>And 3", [], []),
    ("ordinals", "<p>the 1<sup>st</sup> well", [], []),
    ("contents are no notes", "<p><a href=#s1>1</a> Wells<p id=s1>Wells are dry", [], []),
]


@pytest.mark.parametrize(("page", "calls", "notes"), [row[1:] for row in NOTES], ids=[row[0] for row in NOTES])
def test_notes(page: str, calls: list[str], notes: list[str]) -> None:
    text = read_html(page.encode())

    assert [words for words, _ in marked(text, MarkKind.CALL)] == calls
    assert words_of(text, Role.NOTE) == notes
    assert [value for _, value in marked(text, MarkKind.LABEL)] == [value for _, value in marked(text, MarkKind.CALL)]


def test_links_keep_their_target() -> None:
    text = read_html(b'<p>See <a href="https://example.org/a">resolution 12</a> and <a name=x>this</a>.')

    assert marked(text, MarkKind.LINK) == [("resolution 12", "https://example.org/a")]


def test_what_frames_the_page_is_furniture() -> None:
    page = b"<nav>Home</nav><article><p>Words<footer>Adopted in June</footer></article><footer>Imprint</footer>"
    text = read_html(page)

    assert words_of(text, Role.FURNITURE) == ["Home", "Imprint"]
    assert words_of(text, Role.BODY) == ["Words", "Adopted in June"]


WORDS = "Décidé à l’unanimité"
CHARSETS = [
    ("declared", f'<meta charset="windows-1252"><p>{WORDS}'.encode("cp1252"), []),
    ("declared as Latin-1", f'<meta charset="iso-8859-1"><p>{WORDS}'.encode("cp1252"), []),
    (
        "declared the old way",
        f'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>{WORDS}'.encode("cp1252"),
        [],
    ),
    ("declared wrongly", f'<meta charset="iso-8859-1"><p>{WORDS}'.encode(), []),
    ("not declared", f"<p>{WORDS}".encode(), []),
    ("not declared and old", f"<p>{WORDS}".encode("cp1252"), ["encoding-guessed"]),
    ("declared as nonsense", f'<meta charset="punycode"><p>{WORDS}'.encode("cp1252"), ["encoding-guessed"]),
    ("UTF-16", f"<html><p>{WORDS}".encode("utf-16"), []),
]


@pytest.mark.parametrize(("page", "codes"), [row[1:] for row in CHARSETS], ids=[row[0] for row in CHARSETS])
def test_any_encoding_gives_the_same_text(page: bytes, codes: list[str]) -> None:
    text = read_html(page)

    assert text.content == WORDS
    assert [finding.code for finding in text.findings] == codes


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<html lang="fr-CH"><p>Oui', "fr"),
        ("<html><p>Oui", None),
        ('<html lang="x"><p>Oui', None),
        ('<html lang="en"><p>Prie le Directeur général de faire rapport au Conseil à sa prochaine session', None),
    ],
)
def test_the_page_declares_its_language_unless_its_words_object(page: str, expected: str | None) -> None:
    assert read_html(page.encode()).language == expected


LOST = [
    ("<p>a <del>b</del>", "deletions-left-out"),
    ("<p>a <b hidden>b</b>", "text-hidden"),
    ("<p>a&#1;b", "characters-replaced"),
]


@pytest.mark.parametrize(("page", "code"), LOST)
def test_what_is_not_read_is_reported(page: str, code: str) -> None:
    assert [finding.code for finding in read_html(page.encode()).findings] == [code]


HARM: list[tuple[str, str, type[OperativeError] | None]] = [
    ("nothing", "", EmptySource),
    ("no words", "<html><body><p> </p></body></html>", EmptySource),
    ("elements without end", "<div>" * 10_000 + "x", SourceTooCostly),
    ("brackets", "<" * 3_000_000, SourceTooCostly),
    ("deep, but an honest mistake", "<font>" * 400 + "x", None),
    ("superscripts", "<p>" + "<b></b>" * 30_000 + "<sup>1</sup>" * 30_000, None),
    ("cells", "<table><tr>" + "<td>x" * 50_000, None),
    ("external entity", '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]><p>&a;x</p>', None),
]


@pytest.mark.parametrize(("page", "error"), [row[1:] for row in HARM], ids=[row[0] for row in HARM])
def test_harm_is_read_or_refused_at_once(page: str, error: type[OperativeError] | None) -> None:
    began = time.perf_counter()
    if error is None:
        assert "x" in read_html(page.encode()).content + "x" * page.count("<sup>")
    else:
        with pytest.raises(error):
            read_html(page.encode())

    assert time.perf_counter() - began < 5


def test_entities_are_not_fetched() -> None:
    assert "localhost" not in read_html(b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hosts">]><p>&a;x</p>').content
