"""What kind of source some bytes are, by their content first."""

import codecs
import io
import re
import zipfile

from operative.errors import DamagedSource, EmptySource, HostileSource, NoReader

__all__ = ["AKN", "DOCX", "HTML", "PDF", "PLAIN", "READERS", "find_media_type"]

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
AKN = "application/akn+xml"
PLAIN = "text/plain"
READERS = (PDF, DOCX, HTML, AKN, PLAIN)
"""The media types that can be read."""

HEAD = 65_536
"""Bytes in which the beginning of the text itself is looked for."""

MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x7fELF", "application/x-elf"),
    (b"MZ\x90\0", "application/x-msdownload"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\0\0\0\x1cftyp", "video/mp4"),
    (b"\0\0\0\x20ftyp", "video/mp4"),
    (b"RIFF", "audio/x-riff"),
)
TEXT_LIKE = frozenset(("image/bmp", "application/x-bzip2", "audio/mpeg", "audio/x-riff", "audio/ogg"))
"""Media types whose first letters may also begin a text; they need a zero byte near by."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
MOST_MEMBERS = 20_000
EMPTY_ZIP = b"PK\x05\x06"
OFFICE = (
    ("word/", DOCX),
    ("xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
MIMETYPE = re.compile(rb"\Amimetype(?P<type>application/[a-zA-Z0-9.+-]{1,80})")
"""The first member of an OpenDocument or EPUB archive, which is not packed."""

PDF_HEAD = re.compile(rb"%PDF-\d")
PDF_BODY = re.compile(rb"\bobj\b|%%EOF|startxref")

# What may stand before the root of XML: a declaration, comments, instructions, a document type
XML_DECLARATION = re.compile(r"\s*<\?xml\b")
PROLOG = re.compile(r"\s+|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
ROOT = re.compile(r"<(?:(?P<prefix>[\w.-]+):)?(?P<name>[A-Za-z_][\w.-]*)(?P<attributes>[^<>]*)")
NAMESPACE = re.compile(r"""\bxmlns(?::(?P<prefix>[\w.-]+))?\s*=\s*["'](?P<name>[^"']*)["']""")
ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
DOCTYPE = re.compile(r"<!doctype\s+(?P<name>[\w:.-]+)", re.IGNORECASE)

AKN_NAMESPACE = re.compile(r"http://(?:docs\.oasis-open\.org/legaldocml/ns/akn/|www\.akomantoso\.org/)")
XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
# fmt: off
HTML_ROOTS = frozenset((
    "html", "head", "body", "title", "meta", "style", "script", "link", "base", "div", "p", "h1", "h2", "h3", "h4",
    "h5", "h6", "table", "ol", "ul", "span", "a", "b", "i", "br", "font", "center", "article", "section", "main",
    "header", "nav", "pre", "iframe",
))
# fmt: on
HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")

# Controls that no text has; white space, escape and zero bytes (UTF-16, stray ones) are not here.
CONTROLS = bytes(code for code in range(32) if code not in b"\0\t\n\v\f\r\x1a\x1b")
MOST_CONTROLS = 0.05


def find_media_type(data: bytes, name: str) -> str:
    """One of `READERS`; the name decides only where the content leaves a choice.

    Raises `NoReader` for media that no reader takes, `EmptySource` for no bytes, and `HostileSource` for XML that
    declares entities.
    """
    if not data:
        raise EmptySource(f"{name or 'the source'} has no bytes")
    media_type = _by_magic(data, name.lower()) or _by_markup(data, name.lower()) or PLAIN
    if media_type not in READERS:
        raise NoReader(f"no reader for {media_type}; there are readers for: {', '.join(READERS)}")
    return media_type


def _by_magic(data: bytes, name: str) -> str:
    found = PDF_HEAD.search(data, 0, 1024)
    if found and (not data[: found.start()].strip(b"\xef\xbb\xbf \t\r\n\0") or PDF_BODY.search(data)):
        return PDF
    if data.startswith((ZIP, EMPTY_ZIP)):
        return _of_archive(data, name)
    if data.startswith(OLE):
        return DOCX if "EncryptedPackage".encode("utf-16-le") in data else "application/msword"
    for magic, media_type in MAGIC:
        if data.startswith(magic) and (media_type not in TEXT_LIKE or b"\0" in data[:64]):
            return media_type
    head = data[:HEAD]
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or head.count(0) > len(head) * 0.2
    controls = len(head) - len(head.translate(None, CONTROLS))
    return "application/octet-stream" if not wide and controls > len(head) * MOST_CONTROLS else ""


def _of_archive(data: bytes, name: str) -> str:
    """The kind of a zip archive, by the names of its members; a broken one may still tell by the first of them."""
    if data.count(b"PK\x01\x02") > MOST_MEMBERS:
        return DOCX if b"word/" in data else "application/zip"
    try:
        members = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as exc:
        if b"word/" in data or name.endswith(".docx"):
            return DOCX
        raise DamagedSource(f"not a whole zip archive: {exc}") from exc
    for folder, media_type in OFFICE:
        if any(member.replace("\\", "/").lstrip("/").lower().startswith(folder) for member in members):
            return media_type
    stated = MIMETYPE.match(data[30:200])
    return stated["type"].decode("ascii") if stated else "application/zip"


def _by_markup(data: bytes, name: str) -> str:
    head = _decoded(data[:HEAD])
    is_xml = XML_DECLARATION.match(head) is not None
    at = 0
    while found := PROLOG.match(head, at):
        at = found.end()
        if doctype := DOCTYPE.match(found.group()):
            if doctype["name"].lower() == "html" and not ENTITY.search(found.group()):
                return HTML
            is_xml = True
    root = ROOT.match(head, at)
    if is_xml and ENTITY.search(head, 0, root.start() if root else len(head)):
        raise HostileSource("the document type declares entities; XML is read without")
    if root is None:
        return _of_headless(head, is_xml, name)
    return _of_root(root, is_xml, name, head)


def _of_headless(head: str, is_xml: bool, name: str) -> str:
    if is_xml:
        raise DamagedSource("an XML declaration without a root element behind it")
    return HTML if name.endswith(HTML_NAMES) and TAG.search(head) else ""


def _of_root(root: re.Match[str], is_xml: bool, name: str, head: str) -> str:
    namespaces = {found["prefix"] or "": found["name"] for found in NAMESPACE.finditer(root["attributes"])}
    namespace = namespaces.get(root["prefix"] or "", "")
    if AKN_NAMESPACE.match(namespace) or root["name"] == "akomaNtoso":
        return AKN
    if namespace == XHTML_NAMESPACE or root["name"].lower() in HTML_ROOTS:
        return HTML
    if is_xml or namespace or name.endswith(".xml"):
        where = f"the namespace {namespace!r}" if namespace else "no namespace"
        message = f"no reader for XML with the root {root['name']!r} in {where}"
        raise NoReader(f"{message}, only for Akoma Ntoso and XHTML; there are readers for: {', '.join(READERS)}")
    return HTML if name.endswith(HTML_NAMES) and TAG.search(head) else ""


def _decoded(head: bytes) -> str:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "replace")
    if head.startswith((b"<\0", b"\0<")):
        return head.decode("utf-16-le" if head[1] == 0 else "utf-16-be", "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
