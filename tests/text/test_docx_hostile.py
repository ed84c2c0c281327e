"""Word files that are broken, locked or made to harm: a named error, at once, in little memory."""

import io
import time
import tracemalloc
import zipfile

import pytest

from operative.errors import DamagedSource, EncryptedSource, HostileSource, NoReader, OperativeError, SourceTooCostly
from operative.text.docx import read_docx

from .word_files import NAMESPACES, a_paragraph, a_row, a_table, a_word_file, a_zip

SOUND = a_word_file(a_paragraph("Words"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def a_document(body: str, before: str = "") -> str:
    return f"{before}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def with_document(xml: str | bytes, **members: bytes) -> bytes:
    return a_zip({"word/document.xml": xml, **{f"word/media/{name}.bin": data for name, data in members.items()}})


def locked() -> bytes:
    """The sound file with the flag of encryption on every member."""
    data = bytearray(SOUND)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


def damaged_inside() -> bytes:
    """The sound file with its main part overwritten, so that it does not unpack to what its checksum says."""
    with zipfile.ZipFile(io.BytesIO(SOUND)) as archive:
        info = archive.getinfo("word/document.xml")
    start = info.header_offset + 30 + len(info.filename)
    return SOUND[: start + 20] + b"\xff" * 40 + SOUND[start + 60 :]


ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
HARM = [
    ("nothing", b"", DamagedSource),
    ("text", b"The Council decides", DamagedSource),
    ("cut off", SOUND[: len(SOUND) // 2], DamagedSource),
    ("overwritten inside", damaged_inside(), DamagedSource),
    ("another archive", a_zip({"readme.txt": "hello"}), DamagedSource),
    ("not well-formed", with_document("<w:document><w:body>"), DamagedSource),
    ("no body", with_document(f"<w:document {NAMESPACES}/>"), DamagedSource),
    ("another root", with_document("<html><body>x</body></html>"), DamagedSource),
    ("locked archive", locked(), EncryptedSource),
    ("locked by Word", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), EncryptedSource),
    ("old Word", OLE + bytes(600) + "WordDocument".encode("utf-16-le"), NoReader),
    ("external entity", with_document(a_document(a_paragraph("&a;"), ENTITY)), HostileSource),
    ("entities that multiply", with_document(a_document(a_paragraph("&c;"), LAUGHS)), HostileSource),
    ("entities in UTF-16", with_document(a_document(a_paragraph("&a;"), ENTITY).encode("utf-16")), HostileSource),
    ("bomb in the text", with_document(a_document(a_paragraph(" " * 30_000_000))), HostileSource),
    (
        "bomb in pictures",
        with_document(a_document(a_paragraph("x")), **{f"p{n}": bytes(2**27) for n in range(5)}),
        HostileSource,
    ),
    ("six thousand parts", with_document(a_document(""), **{f"p{n}": b"" for n in range(6000)}), HostileSource),
    ("two million paragraphs", with_document(a_document("<w:p/>" * 1_300_000 + "<w:p />" * 800_000)), HostileSource),
    ("a million short runs", with_document(a_document("<w:r/>" * 900_000 + "<w:r a=''/>" * 600_000)), OperativeError),
    (
        "fields without end",
        with_document(a_document(a_paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 500, "x"))),
        SourceTooCostly,
    ),
    ("controls within controls", with_document(a_document("<w:sdt>" * 100 + "</w:sdt>" * 100)), SourceTooCostly),
    ("beyond the depth of the parser", with_document(a_document("<w:sdt>" * 5000 + "</w:sdt>" * 5000)), HostileSource),
]


@pytest.mark.parametrize(("data", "error"), [row[1:] for row in HARM], ids=[row[0] for row in HARM])
def test_harm_is_refused_by_name(data: bytes, error: type[OperativeError]) -> None:
    began = time.perf_counter()
    with pytest.raises(error) as raised:
        read_docx(data)

    assert time.perf_counter() - began < 5
    assert len(str(raised.value)) > 10


def nested_tables(levels: int) -> str:
    body = a_paragraph("x")
    for _ in range(levels):
        body = a_table(a_row(body))
    return body


def test_tables_nest_to_a_limit() -> None:
    assert read_docx(a_word_file(nested_tables(5))).content == "x"
    with pytest.raises(SourceTooCostly):
        read_docx(a_word_file(nested_tables(40)))


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    data = with_document(a_document(a_paragraph(" " * 100_000_000)))
    tracemalloc.start()
    try:
        with pytest.raises(HostileSource):
            read_docx(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 10_000_000


def test_a_long_repetitive_document_is_no_bomb() -> None:
    words = "Requests the Keeper of Wells to report to the Assembly at its next session, within existing resources; "
    text = read_docx(a_word_file(a_paragraph(words * 3) * 20_000))

    assert len(text.lines) == 20_000
