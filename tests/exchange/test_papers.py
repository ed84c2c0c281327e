import csv
import io
import json
import shutil
import subprocess
import zipfile
from datetime import date

import openpyxl
import pytest
from lxml import etree

from operative.domain.papers import Heading, Marked, Note, Paper, PaperKind, PaperTable, Paragraph, Sentence
from operative.domain.redlines import Change, Piece
from operative.errors import WrongCall
from operative.exchange.papers import FORMS, render_paper
from operative.text.docx import read_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTE, OTHER = Note("Report 7, p2: “two rounds”. Ledger, entry 5.", (5,)), Note("Ledger, entry 6.", (6,), (), True)
PIECES = (Piece(Change.SAME, "Requests "), Piece(Change.REMOVED, "all"), Piece(Change.ADDED, "some"))
BLOCKS = (
    Heading("What was asked"),
    Paragraph((Sentence("Two rounds were held.", (NOTE,)), Sentence("None since.", (OTHER, NOTE)))),
    Paragraph((Sentence("<b>#eval</b> & [x] $y$ \\z", (NOTE,)),), depth=1),
    PaperTable("States", ("Element", "State"), ((Sentence("own statute", (NOTE,)), Sentence("unsigned", (OTHER,))),)),
    Marked(
        "OP1", (Piece(Change.SAME, "Requests "), Piece(Change.REMOVED, "all"), Piece(Change.ADDED, "some")), (NOTE,)
    ),
)


def a_paper(blocks=BLOCKS, language="en"):
    front = (("As of", "1 May 2030"),)
    return Paper(PaperKind.BRIEF, "wells", "Wells <1>", language, date(2030, 5, 1), 6, tuple(blocks), front, "A. Clerk")


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_paper_makes_the_same_bytes(form):
    assert render_paper(a_paper(), form) == render_paper(a_paper(), form)


def test_a_form_that_there_is_not_is_a_wrong_call():
    with pytest.raises(WrongCall, match="there are: docx, pdf"):
        render_paper(a_paper(), "odt")


def test_a_docx_has_footnotes_headings_numbers_and_a_language():
    package = parts(render_paper(a_paper(), "docx"))
    body = etree.fromstring(package["word/document.xml"])
    notes = etree.fromstring(package["word/footnotes.xml"])

    assert [one.get(f"{W}id") for one in body.iter(f"{W}footnoteReference")] == ["2", "3"]
    assert "".join(notes[2].itertext()).strip() == NOTE.words
    assert [one.get(f"{W}val") for one in body.iter(f"{W}ilvl")] == ["0", "1"]
    assert [one.get(f"{W}val") for one in body.iter(f"{W}pStyle")][:4] == ["Title", "Front", "Heading1", "BodyText"]
    assert len(list(body.iter(f"{W}tblHeader"))) == 1
    assert b'w:lang w:val="en"' in package["word/styles.xml"]


def test_a_redline_is_tracked_changes_by_its_author():
    body = etree.fromstring(parts(render_paper(a_paper(), "docx"))["word/document.xml"])
    changes = [
        (one.tag.removeprefix(W), one.get(f"{W}author"), "".join(one.itertext()))
        for one in body.iter(f"{W}ins", f"{W}del")
    ]

    assert changes == [("del", "A. Clerk", "all"), ("ins", "A. Clerk", "some")]


@pytest.mark.parametrize(("changes", "words"), [("accepted", "Requests some"), ("original", "Requests all")])
def test_our_own_reader_reads_it_back(changes, words):
    text = read_docx(render_paper(a_paper(), "docx"), changes=changes).content

    assert words in " ".join(text.split())
    assert "Two rounds were held." in text


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path):
    (tmp_path / "paper.docx").write_bytes(render_paper(a_paper(), "docx"))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    call = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "fodt",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "paper.docx"),
    ]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    text = (tmp_path / "paper.fodt").read_text("utf-8")

    assert text.count("<text:note ") == 2
    assert "text:insertion" in text
    assert "text:deletion" in text


def test_a_pdf_is_tagged_with_its_fonts_and_language():
    data = render_paper(a_paper(), "pdf")

    assert data.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in data
    assert b"/Lang" in data
    assert b"pdfuaid" in data
    assert b"/FontFile" in data


def test_words_are_never_mark_up():
    assert b"&lt;b&gt;#eval&lt;/b&gt; &amp; [x]" in render_paper(a_paper(), "html")
    assert b"Wells \\<1\\>" in render_paper(a_paper(), "md") or b"Wells &lt;1" in render_paper(a_paper(), "md")


def test_html_notes_are_linked_to_and_back():
    page = render_paper(a_paper(), "html").decode()

    assert page.count('href="#n1"') == 5
    assert page.count('id="r1"') == 1
    assert page.count('href="#r1"') == 1


def test_json_has_every_note_once():
    told = json.loads(render_paper(a_paper(), "json"))

    assert [one["words"] for one in told["notes"]] == [NOTE.words, OTHER.words]
    assert [one["background"] for one in told["notes"]] == [False, True]
    assert told["blocks"][1]["sentences"][1] == {"words": "None since.", "notes": [2, 1]}


def rows(cells):
    table = PaperTable("t", ("a",), tuple((Sentence(one),) for one in cells))
    return a_paper((table,))


HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "\r=1", "＝1")


@pytest.mark.parametrize("cell", HOSTILE)
def test_no_cell_is_a_formula(cell):
    told = list(csv.reader(io.StringIO(render_paper(rows([cell]), "csv").decode("utf-8-sig"), newline="")))
    sheet = parts(render_paper(rows([cell]), "xlsx"))["xl/worksheets/sheet1.xml"]

    assert told[1][0] == f"'{cell}"
    assert b"<f>" not in sheet
    assert b">'" in sheet


@pytest.mark.parametrize("cell", ["plain", "a = b", "مرحبا", "x" * 2**20, 'quo"te, comma\nline', "\x00\x07"])
def test_other_cells_stay_as_they_are(cell):
    csv.field_size_limit(2**21)
    told = list(csv.reader(io.StringIO(render_paper(rows([cell]), "csv").decode("utf-8-sig"), newline="")))

    assert told[1][0] == "".join("�" if one in "\x00\x07" else one for one in cell)


def test_a_cell_that_is_too_long_for_a_sheet_says_so():
    sheet = parts(render_paper(rows(["x" * 2**20]), "xlsx"))["xl/worksheets/sheet1.xml"]

    assert b"[cut; the whole is in the CSV]" in sheet
    assert len(sheet) < 40_000


def test_fifty_thousand_rows():
    made = rows([f"row {number}" for number in range(50_000)])

    assert render_paper(made, "csv").count(b"\r\n") == 50_001
    assert parts(render_paper(made, "xlsx"))["xl/worksheets/sheet1.xml"].count(b"<row ") == 50_001


def test_another_program_opens_the_sheet_with_its_cells_as_words():
    made = rows([*HOSTILE[:4], "plain", "مرحبا"])
    sheet = openpyxl.load_workbook(io.BytesIO(render_paper(made, "xlsx"))).active
    told = [row[0] for row in sheet.iter_rows(values_only=True)]

    assert told == ["a", *(f"'{one}" for one in HOSTILE[:4]), "plain", "مرحبا"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_the_title_has_the_ink_of_the_paper_and_no_line_of_the_template():
    styles = etree.fromstring(parts(render_paper(a_paper(), "docx"))["word/styles.xml"])
    (title,) = (one for one in styles if one.get(f"{W}styleId") == "Title")

    assert title.find(f".//{W}pBdr") is None
    assert title.find(f".//{W}b") is not None
