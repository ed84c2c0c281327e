"""A checked draft as a document of a word processor: each remark at its words."""

import io
import shutil
import subprocess

import pytest
from docx import Document
from docx.oxml.ns import qn

import operative
from operative.domain.findings import Severity
from operative.domain.remarks import Remark
from operative.exchange.remarks import render_remarks_docx

TEXT = """RESOLUTION No. 7
(Adopted by the Council at its 43rd Session, on 6 June 2024)

WELLS

The Council,
Mindful of the state of the wells,
1. Requests the Panel to mend the pumps:
(a) of the valley & the <hills>;
(b) of the coast;
2. Decides to convene a conference of ports.
"""
READING = operative.read(TEXT.encode(), name="wells.txt", language="en").whole


def remark(provision, words, code="draft-costs"):
    return Remark(code, Severity.WARNING, provision, words, "likely costs money", "Have it estimated.")


def commented(data):
    """The words that each comment stands at, with what it says."""
    document = Document(io.BytesIO(data))
    open_, found = {}, {}
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_[element.get(qn("w:id"))] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            found[element.get(qn("w:id"))] = open_.pop(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            open_ = {number: words + element.text for number, words in open_.items()}
    return [(found[str(one.comment_id)], one.text) for one in document.comments]


def test_a_comment_stands_at_its_words():
    data = render_remarks_docx(READING, [remark("op2", "convene a conference")])

    assert commented(data) == [
        ("convene a conference", "Likely costs money. Have it estimated. [draft-costs, warning]")
    ]


def test_comments_that_overlap_each_have_their_words():
    words = ["convene a conference", "a conference of ports", "conference"]
    data = render_remarks_docx(READING, [remark("op2", one) for one in words])

    assert [one for one, _ in commented(data)] == words


@pytest.mark.parametrize(
    ("provision", "words", "at"),
    [
        ("op1.a", "of the valley & the <hills>", "of the valley & the <hills>"),
        ("op1", "words that run over several provisions", "Requests the Panel to mend the pumps:"),
        ("", "", "WELLS"),
        ("op99", "gone", "WELLS"),
    ],
)
def test_a_remark_always_has_a_place(provision, words, at):
    ((found, _),) = commented(render_remarks_docx(READING, [remark(provision, words)]))

    assert found.startswith(at)


def test_the_words_of_the_draft_are_all_there_in_their_order():
    document = Document(io.BytesIO(render_remarks_docx(READING, [remark("op2", "convene")])))
    whole = "\n".join(paragraph.text for paragraph in document.paragraphs)

    places = [whole.index(provision.text) for provision in READING.provisions]
    assert places == sorted(places)
    assert "(a) of the valley" in whole


def test_the_same_call_makes_the_same_bytes():
    assert render_remarks_docx(READING, [remark("op2", "convene")]) == render_remarks_docx(
        READING, [remark("op2", "convene")]
    )


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_with_its_comments(tmp_path):
    (tmp_path / "checked.docx").write_bytes(render_remarks_docx(READING, [remark("op2", "convene a conference")]))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    call = ["soffice", profile, "--headless", "--convert-to", "fodt", "--outdir", tmp_path, tmp_path / "checked.docx"]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    text = (tmp_path / "checked.fodt").read_text("utf-8")

    assert "<office:annotation " in text
    assert "Likely costs money" in text
