"""Which reader takes some bytes, by what they are and not by what they are called."""

import time
from contextlib import suppress

import pytest

from operative.errors import DamagedSource, EmptySource, HostileSource, NoReader, OperativeError
from operative.text.media import AKN, DOCX, HTML, PDF, PLAIN, READERS, find_media_type

from .word_files import a_paragraph, a_word_file, a_zip

WORD = a_word_file(a_paragraph("Words"))
OASIS = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement/></akomaNtoso>'
PREFIXED = '<a:akomaNtoso xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17"/>'
OLDER = '<akomaNtoso xmlns="http://www.akomantoso.org/2.0"/>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

READ = [
    ("PDF", b"%PDF-1.7\n%\xe2\xe3", "a.pdf", PDF),
    ("PDF under another name", b"%PDF-1.7\n%\xe2\xe3", "a.txt", PDF),
    ("PDF behind white space", b"\r\n\r\n%PDF-1.4\n", "a.pdf", PDF),
    ("PDF behind the header of a mail", b"Content-Type: application/pdf\n\n%PDF-1.4\n1 0 obj\n<<>>\n%%EOF", "a", PDF),
    ("text about PDF", b"A file begins with %PDF-1.4 and goes on.", "a.txt", PLAIN),
    ("Word", WORD, "a.docx", DOCX),
    ("Word under another name", WORD, "a.pdf", DOCX),
    ("Word, cut off", WORD[:600], "a", DOCX),
    ("Word, main part elsewhere", a_zip({"word/document2.xml": "<x/>"}), "a", DOCX),
    ("Word, locked", OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", DOCX),
    ("HTML", b"<!DOCTYPE html><html><body><p>x</p></body></html>", "a.html", HTML),
    ("HTML under another name", b"\n<html><body>x</body></html>", "a.txt", HTML),
    ("HTML behind a comment", b"<!-- saved -->\n<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<p>x", "a", HTML),
    ("HTML in pieces", b"<p>The Council</p>", "a", HTML),
    ("XHTML", b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', "a.xml", HTML),
    ("HTML that begins with words", b"The Council<br>decides", "a.htm", HTML),
    ("text with a sign", b"The Council<br>decides", "a.txt", PLAIN),
    ("Akoma Ntoso", OASIS.encode(), "a.xml", AKN),
    ("Akoma Ntoso, declared", f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- x -->{OASIS}'.encode(), "a.xml", AKN),
    ("Akoma Ntoso, byte order mark", b"\xef\xbb\xbf" + OASIS.encode(), "a.xml", AKN),
    ("Akoma Ntoso, UTF-16", OASIS.encode("utf-16"), "a.xml", AKN),
    ("Akoma Ntoso under another name", OASIS.encode(), "a.txt", AKN),
    ("Akoma Ntoso with a prefix", PREFIXED.encode(), "a.xml", AKN),
    ("Akoma Ntoso, older", OLDER.encode(), "a.xml", AKN),
    ("text", "Le Conseil a décidé".encode(), "a.txt", PLAIN),
    ("text without a name", b"The Council decides", "", PLAIN),
    ("text under another name", b"The Council decides", "a.pdf", PLAIN),
    ("text in Latin-1", "Le Conseil a décidé".encode("latin-1"), "a.txt", PLAIN),
    ("text in UTF-16", "The Council".encode("utf-16"), "a.txt", PLAIN),
    ("text in UTF-16 without mark", "The Council decides to meet".encode("utf-16-le"), "a.txt", PLAIN),
    ("text with zero bytes", b"The Council\0decides\0to meet", "a.txt", PLAIN),
    ("text that begins with a bracket", b"<draft> The Council decides", "a.txt", PLAIN),
    ("text that begins like a picture", b"BM is a village", "a.txt", PLAIN),
    ("white space", b"   \n", "a.txt", PLAIN),
]


@pytest.mark.parametrize(("data", "name", "expected"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_content_tells(data: bytes, name: str, expected: str) -> None:
    assert find_media_type(data, name) == expected


REFUSED = [
    ("nothing", b"", "a.pdf", EmptySource, "no bytes"),
    ("PNG", b"\x89PNG\r\n\x1a\n" + bytes(20), "a.pdf", NoReader, "image/png"),
    ("JPEG", b"\xff\xd8\xff\xe0" + bytes(20), "a.txt", NoReader, "image/jpeg"),
    ("BMP", b"BM" + bytes(50), "a", NoReader, "image/bmp"),
    ("sheet", a_zip({"xl/workbook.xml": "<x/>"}), "a.docx", NoReader, "spreadsheetml"),
    ("slides", a_zip({"ppt/presentation.xml": "<x/>"}), "a.docx", NoReader, "presentationml"),
    ("archive", a_zip({"readme.txt": "hello"}), "a.docx", NoReader, "application/zip"),
    ("archive, cut off", a_zip({"readme.txt": "hello"})[:60], "a.zip", DamagedSource, "zip"),
    ("old Word", OLE, "a.doc", NoReader, "application/msword"),
    ("RTF", b"{\\rtf1 The Council}", "a.doc", NoReader, "application/rtf"),
    (
        "another namespace",
        b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>',
        "a.xml",
        NoReader,
        "Atom",
    ),
    ("no namespace", b"<?xml version='1.0'?><note><to/></note>", "a.xml", NoReader, "no namespace"),
    (
        "external entity",
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///x">]><x>&a;</x>',
        "a.xml",
        HostileSource,
        "entities",
    ),
    (
        "entities without a declaration",
        b'<!DOCTYPE lolz [<!ENTITY a "ha">]><lolz>&a;</lolz>',
        "a.xml",
        HostileSource,
        "entities",
    ),
    ("declaration alone", b'<?xml version="1.0"?>', "a.xml", DamagedSource, "root"),
    ("bytes", bytes(range(256)) * 20, "a.txt", NoReader, "octet-stream"),
]


@pytest.mark.parametrize(
    ("data", "name", "error", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_no_reader_takes(data: bytes, name: str, error: type[OperativeError], words: str) -> None:
    with pytest.raises(error, match=words):
        find_media_type(data, name)


def test_a_refusal_says_what_is_read() -> None:
    with pytest.raises(NoReader) as raised:
        find_media_type(b"GIF89a" + bytes(20), "a.gif")

    assert all(media_type in str(raised.value) for media_type in READERS)


@pytest.mark.parametrize(
    "data",
    [
        b" " * 5_000_000,
        b"<" * 5_000_000,
        b"<!-- -->" * 500_000,
        b"<!DOCTYPE a [" + b"] " * 2_000_000,
        b"PK\x03\x04" * 1_000_000,
    ],
    ids=["spaces", "brackets", "comments", "a doctype without end", "headers of zip members"],
)
def test_long_sources_are_told_at_once(data: bytes) -> None:
    began = time.perf_counter()
    with suppress(OperativeError):
        find_media_type(data, "a")

    assert time.perf_counter() - began < 2
