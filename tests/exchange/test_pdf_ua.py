"""What PDF/UA-1 (ISO 14289-1) asks of a PDF that a machine can check, looked at with another library than made it."""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pikepdf
import pytest

from operative.domain.house_styles import Counting, HouseStyle
from operative.domain.papers import Heading, Note, Paper, PaperKind, PaperTable, Paragraph, Sentence
from operative.exchange.papers import render_paper

NOTE, OTHER = Note("Report 7, p2: “two rounds”. Ledger, entry 5.", (5,)), Note("Ledger, entry 6.", (6,))
BLOCKS = (
    Heading("What was asked"),
    Paragraph((Sentence("Two rounds were held.", (NOTE,)), Sentence("None since.", (OTHER, NOTE)))),
    Paragraph((Sentence("The first in May.", (NOTE,)),), depth=1),
    PaperTable("States", ("Element", "State"), ((Sentence("own statute", (NOTE,)), Sentence("unsigned", (OTHER,))),)),
)
STYLES = (HouseStyle(), HouseStyle("house", symbol="LC/7", lines=("General",), headings=Counting("I.")))


@pytest.fixture(scope="module", params=STYLES, ids=["plain", "house"])
def pdf(request) -> pikepdf.Pdf:
    blocks = (*BLOCKS, *(BLOCKS[1] for _ in range(120)))
    paper = Paper(PaperKind.BRIEF, "wells", "Wells of the Lake", "fr", date(2030, 5, 1), 6, blocks, style=request.param)
    return pikepdf.open(io.BytesIO(render_paper(paper, "pdf")))


def tags(node: Any) -> Iterator[Any]:
    """Every element of the structure, from the root down."""
    if not isinstance(node, pikepdf.Dictionary):
        return
    yield node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        yield from tags(kid)


def named(pdf: pikepdf.Pdf) -> list[str]:
    roles = pdf.Root.StructTreeRoot.get("/RoleMap", {})
    found = [str(one.S) for one in tags(pdf.Root.StructTreeRoot) if "/S" in one]
    return [str(roles.get(one, one)) for one in found]


def test_the_document_says_that_it_is_tagged_in_which_language_and_what_it_is_called(pdf):
    with pdf.open_metadata() as told:
        part, title = told["pdfuaid:part"], told["dc:title"]

    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang).startswith("fr")
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert (part, title) == ("1", "Wells of the Lake")


def test_headings_paragraphs_tables_and_notes_are_tagged_as_such(pdf):
    found = named(pdf)

    assert {"/H1", "/H2", "/P", "/Table", "/TR", "/TH", "/TD", "/Note"} <= set(found)
    assert (found.count("/H1"), found.count("/Table"), found.count("/TH"), found.count("/TD")) == (1, 1, 2, 2)


def test_heads_of_columns_say_what_they_are_the_head_of(pdf):
    heads = [one for one in tags(pdf.Root.StructTreeRoot) if one.get("/S") == "/TH"]

    assert all(
        str(one.A.Scope if not isinstance(one.A, pikepdf.Array) else one.A[0].Scope) == "/Column" for one in heads
    )


def test_every_font_is_in_the_file_and_its_letters_can_be_read_out(pdf):
    fonts = [font for page in pdf.pages for font in page.get("/Resources", {}).get("/Font", {}).values()]

    assert fonts
    for font in fonts:
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys())
        assert "/ToUnicode" in font


def test_every_link_stands_in_the_structure_with_words_for_it(pdf):
    links = [one for page in pdf.pages for one in page.get("/Annots", []) if one.Subtype == "/Link"]

    assert links
    assert all("/StructParent" in one and str(one.get("/Contents", "")) for one in links)
    assert all(page.get("/Tabs") == "/S" for page in pdf.pages if "/Annots" in page)


def test_all_that_is_drawn_is_content_with_a_tag_or_furniture(pdf):
    """Nothing is drawn outside of marked content: a reader aloud misses nothing, and reads no line of the frame."""
    drawing = {"Tj", "TJ", "'", '"', "Do", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"}
    for page in pdf.pages:
        depth = 0
        for _, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += (name in ("BDC", "BMC")) - (name == "EMC")
            assert depth >= 0
            assert depth > 0 or name not in drawing
        assert depth == 0
