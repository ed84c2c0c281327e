"""House styles: a body's papers look as the body prints them, in DOCX and PDF alike; other bodies get the plain one."""

import io
import shutil
import subprocess
import zipfile
from datetime import date

import pytest
from docx import Document
from docx.shared import Mm
from lxml import etree

from operative.bootstrap.reports import make_report
from operative.domain.facts.dossiers import DossierOpened
from operative.domain.house_styles import Counting
from operative.domain.papers import PaperKind
from operative.errors import WrongCall
from operative.reports.styles import sheet_of, sheets

from .papers import demo

ON = date(2025, 12, 31)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(place, form, style="", language="en", kind="brief"):
    dossier = demo(place).open("lro-concert-2024")
    return make_report(dossier, dossier.history(ON), PaperKind(kind), form, language=language, style=style)


@pytest.mark.parametrize(
    ("opened", "name", "style"),
    [
        (DossierOpened("", "Council", "LRO"), "", "lro"),
        (DossierOpened("", "Council", "Another one"), "", "plain"),
        (DossierOpened("", "Harbour Assembly"), "", "harbour"),
        (DossierOpened("", "Harbour Assembly"), "lro", "lro"),
        (DossierOpened("", "Somebody"), "", "plain"),
    ],
)
def test_a_paper_gets_the_style_of_its_body_or_the_one_that_is_asked_for(opened, name, style):
    assert sheet_of(opened, name).key == style


def test_a_style_that_there_is_not():
    with pytest.raises(WrongCall, match="there are: harbour, lro, plain"):
        sheet_of(DossierOpened(""), "roman")


@pytest.mark.parametrize(
    ("first", "number", "printed"),
    [
        ("1.", 12, "12."),
        ("(a)", 1, "(a)"),
        ("(a)", 27, "(aa)"),
        ("I.", 14, "XIV."),
        ("(i)", 4, "(iv)"),
        ("A.", 2, "B."),
        ("", 3, ""),
    ],
)
def test_counting_by_the_printed_example_of_the_first(first, number, printed):
    assert Counting(first).printed(number) == printed


SEEN = {
    "plain": ((210, 297), 25, [], "Brief", "1."),
    "lro": ((210, 297), 28, ["LRO/C/2025/12", "Distribution: general", "Original: English"], "LRO/C/2025/12", "1."),
    "harbour": (
        (216, 279), 30,
        ["HA.2025-lro-concert-2024", "HARBOUR ASSEMBLY", "Paper of the Secretariat as of 31 December 2025"],
        "HA.2025-lro-concert-2024 · Brief", "1)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("style", SEEN)
def test_word_has_paper_margins_head_header_and_numbering_of_the_style(place, style):
    size, margin, head, header, first = SEEN[style]
    data = made(place, "docx", style)
    document = Document(io.BytesIO(data))
    section = document.sections[0]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        numbering = etree.fromstring(package.read("word/numbering.xml"))
    (own,) = (one for one in numbering.iter(f"{W}abstractNum") if one.get(f"{W}abstractNumId") == "90")

    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == size
    assert round(section.left_margin / Mm(1)) == round(section.top_margin / Mm(1)) == margin
    assert [one.text for one in document.paragraphs if one.style.name == "House"] == head
    assert section.header.paragraphs[0].text.startswith(header)
    assert own.find(f".//{W}lvlText").get(f"{W}val").replace("%1", "1") == first
    assert "PAGE" in etree.tostring(section.footer._element).decode()


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize("style", SEEN)
def test_a_pdf_has_paper_head_and_numbering_of_the_style(place, tmp_path, style):
    size, _, head, header, _ = SEEN[style]
    file = tmp_path / "paper.pdf"
    file.write_bytes(made(place, "pdf", style, kind="working-group"))
    told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    words = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    (width, height) = (float(one) for one in told.partition("Page size:")[2].split()[:3:2])
    lines = [line.strip() for line in words.splitlines() if line.strip()]

    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == size
    assert lines[: len(head)] == head
    assert {"plain": "What was asked", "lro": "II. Mandate", "harbour": "B. Instructions of the Assembly"}[
        style
    ] in lines
    assert header.partition(" · ")[0] in words.partition("\f")[2].replace("Report to the working group", "Brief")


def test_the_same_paper_in_every_other_form_has_the_head_too(place):
    for form in ("html", "md"):
        assert "HARBOUR ASSEMBLY" in made(place, form, "harbour").decode()
        assert "HARBOUR ASSEMBLY" not in made(place, form, "plain").decode()


def test_names_of_parts_are_those_of_the_body_in_every_language_that_it_has():
    for language, name in (("en", "Mandate"), ("fr", "Mandat"), ("es", "Mandato")):
        assert sheets()["lro"].names(language)["heads"]["background"] == name
    assert sheets()["harbour"].names("fr") == {}
