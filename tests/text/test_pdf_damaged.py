"""Damaged, locked, hostile and scanned PDFs: a named error or a finding, never an empty success."""

import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from operative.domain.findings import Severity
from operative.errors import DamagedSource, EmptySource, EncryptedSource, NoTextLayer, OperativeError, SourceTooCostly
from operative.text import ocr
from operative.text.pdf import gathering, read_pdf
from operative.text.pdf.scans import Recognizer
from operative.text.pdf.sheets import open_document, read_sheet

from .pdf_files import Page, file_of, pdf_of, stream

SHEET = Page().text(72, 700, "The Council of the Harbour Union met.")
LOCKED = "/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -44/O<" + "28" * 32 + ">/U<" + "91" * 32 + ">>>/ID[<00><00>]"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"

BAD = [
    ("no bytes", b"", EmptySource),
    ("blanks", b" " * 1_000_000, EmptySource),
    ("zeros", b"\x00" * 1_000, EmptySource),
    ("zeros after the head", b"%PDF-1.7\n" + b"\x00" * 100_000, DamagedSource),
    ("not a PDF", b"The Council of the Harbour Union met.", DamagedSource),
    ("cut in the first object", pdf_of(SHEET)[:60], DamagedSource),
    ("locked", file_of([CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"], LOCKED), EncryptedSource),
    ("no pages", file_of([CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"]), DamagedSource),
    ("pages that are not there", file_of([CATALOG, b"<</Type/Pages/Kids[9 0 R]/Count 15000>>"]), DamagedSource),
    ("too many pages", file_of([CATALOG, b"<</Type/Pages/Kids[9 0 R]/Count 500000>>"]), SourceTooCostly),
    ("blank page", pdf_of(Page()), EmptySource),
]


@pytest.mark.parametrize(("data", "error"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_files_are_refused_by_name(data: bytes, error: type[OperativeError]) -> None:
    with pytest.raises(error):
        read_pdf(data)


def test_cut_file_is_read_as_far_as_it_goes_and_says_so() -> None:
    whole = pdf_of(*[SHEET] * 3)

    text = read_pdf(whole[: whole.rindex(b"xref")])

    assert "The Council of the Harbour Union met." in text.content
    assert [(one.code, one.severity) for one in text.findings] == [("source-truncated", Severity.ERROR)]


def test_page_that_is_missing_is_reported() -> None:
    whole = pdf_of(SHEET).replace(b"/Count 1>>", b"/Count 3>>")

    findings = read_pdf(whole).findings

    assert [(one.code, one.message) for one in findings] == [("page-unreadable", "pages 2 to 3 cannot be read")]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_refused_by_name(data: st.DataObject) -> None:
    """Bytes of a good file, some of them changed, give a text or one of our errors."""
    whole = bytearray(pdf_of(SHEET, SHEET))
    for place, byte in data.draw(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=12)):
        whole[place] = byte
    try:
        content = read_pdf(bytes(whole)).content
    except OperativeError as exc:
        content = exc.code

    assert content


def picture_of(words: bytes, *, stamp: str = "") -> bytes:
    """A PDF whose page is one picture; `words` are its dots, one row of 8 repeated."""
    dots = zlib.compress(words * 100)
    image = stream(
        dots,
        "/Type/XObject/Subtype/Image/Width 8/Height 100/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode",
    )
    page = Page().text(72, 20, stamp) if stamp else Page()
    return file_of(
        [
            CATALOG,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
            b"/Resources<</XObject<</I 5 0 R>>/Font<</regular 6 0 R>>>>>>",
            stream(("q 612 0 0 792 0 0 cm /I Do Q " + " ".join(page.drawn)).encode()),
            image,
            b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        ]
    )


def recognized() -> Iterator[ocr.Word]:
    lines = ("The Council of the Harbour", "Union met in the spring.", "Small print")
    for line, words in enumerate(lines):
        for place, word in enumerate(words.split()):
            top = 300 + 50 * line
            yield ocr.Word(word, 300 + 200 * place, top, 480 + 200 * place, top + 40, line, 1, 90.0)


@pytest.mark.parametrize("stamp", ["", "Digitized by the library"])
def test_scan_without_an_engine_is_no_success(monkeypatch: pytest.MonkeyPatch, stamp: str) -> None:
    monkeypatch.setattr(gathering, "find_engine", lambda: None)

    with pytest.raises(NoTextLayer, match="pictures of pages"):
        read_pdf(picture_of(b"\x00\xff" * 4, stamp=stamp))


@pytest.mark.parametrize("stamp", ["", "Digitized by the library"])
def test_scan_is_recognized_and_says_so(monkeypatch: pytest.MonkeyPatch, stamp: str) -> None:
    monkeypatch.setattr(gathering, "find_engine", lambda: ocr.Engine("engine", ("eng",)))
    monkeypatch.setattr("operative.text.pdf.scans.read_picture", lambda *_: list(recognized()))

    text = read_pdf(picture_of(b"\x00\xff" * 4, stamp=stamp))

    assert text.content == "The Council of the Harbour\nUnion met in the spring.\nSmall print"
    (finding,) = text.findings
    assert (finding.code, finding.severity) == ("ocr", Severity.WARNING)
    assert finding.span is not None
    assert finding.span.of(text.content) == text.content
    assert "90 %" in finding.message


def test_engine_that_fails_leaves_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "find_engine", lambda: ocr.Engine("/nowhere/engine", ("eng",)))

    with pytest.raises(NoTextLayer):
        read_pdf(picture_of(b"\x00\xff" * 4))


@pytest.mark.skipif(ocr.find_engine() is None, reason="tesseract is not installed")
def test_printed_words_are_recognized() -> None:
    page = Page()
    page.lines(
        72,
        700,
        "The Council of the Harbour Union met in the spring",
        "and thanked the three pilots.",
        size=14,
        leading=18,
    )
    engine = ocr.find_engine()
    assert engine is not None

    with open_document(pdf_of(page)) as (document, _):
        sheet = read_sheet(document, 1)
        assert sheet is not None
        Recognizer(engine).read(document, sheet)

    words = "".join(run.words for run in sheet.runs)
    assert words.strip() == "The Council of the Harbour Union met in the spring and thanked the three pilots."
    assert [round(run.base) for run in sheet.runs[:2]] == pytest.approx([92, 92], abs=2)
