"""The parts of a Word file: a zip archive of XML, opened under caps."""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from operative.errors import DamagedSource, EncryptedSource, HostileSource, NoReader, SourceTooCostly

__all__ = ["Package", "Relation", "open_package"]

MOST_PARTS = 5_000
MOST_BYTES = 512 * 2**20
"""Of all parts together, unpacked; pictures are among them."""
MOST_XML = 64 * 2**20
"""Bytes of the XML that is read."""
MOST_TAGS = 2_000_000
"""Tags and attributes in it: each costs some 100 bytes of memory, however short it is."""
MOST_RATIO, RATIO_FROM = 200, 8 * 2**20
"""A part this much larger than its packed form, and at least this large, is a bomb."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DIRECTORY_ENTRY = b"PK\x01\x02"
ENCRYPTED = 0x1
DOCTYPE = "<!DOCTYPE"

# Word's strict form names the same things under other namespaces.
STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)

BROKEN_ARCHIVE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another: the last word of the type, and the part's name or an address outside."""

    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """The parts of one Word file by name, and how much of them was read."""

    archive: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo] = field(default_factory=dict)
    bytes_read: int = 0
    tags_read: int = 0

    def xml(self, name: str, prune: Callable[[bytes], bytes] | None = None) -> etree._Element | None:
        """The root of an XML part, without what `prune` takes out before parsing; None where there is no such part."""
        entry = self.entries.get(name.lower())
        if entry is None:
            return None
        self.bytes_read += entry.file_size
        if self.bytes_read > MOST_XML:
            raise SourceTooCostly(f"with {name} the XML is {self.bytes_read} bytes; at most {MOST_XML} are read")
        try:
            data = self.archive.read(entry)
        except BROKEN_ARCHIVE as exc:
            raise DamagedSource(f"{name} does not unpack: {exc}") from exc
        data = data if prune is None else prune(data)
        self.tags_read += data.count(b"<") + data.count(b"=")
        if self.tags_read > MOST_TAGS:
            message = f"with {name} there are {self.tags_read} tags and attributes; at most {MOST_TAGS} are read"
            raise SourceTooCostly(message)
        return _parse(data, name)

    def relations(self, name: str) -> dict[str, Relation]:
        """The relations of a part by their id; those of the package itself for the name ""."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relation] = {}
        for element in root if root is not None else ():
            target, external = element.get("Target", ""), element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            found[element.get("Id", "")] = Relation(element.get("Type", "").rpartition("/")[2], target, external)
        return found

    def main_part(self) -> str:
        """The name of the part with the document itself; "" where there is none."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target.lower() in self.entries:
                return relation.target
        return "word/document.xml" if "word/document.xml" in self.entries else ""


def open_package(data: bytes) -> Package:
    """The parts of a zip archive, after a look at its directory; nothing is unpacked yet."""
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise EncryptedSource("the document is encrypted; save it without a password")
        raise NoReader("no reader for the binary Word format (.doc); save it as .docx")
    if data.count(DIRECTORY_ENTRY) > MOST_PARTS:
        raise HostileSource(f"more than {MOST_PARTS} parts in the archive")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN_ARCHIVE as exc:
        raise DamagedSource(f"not a whole zip archive: {exc}") from exc
    infos = archive.infolist()
    if any(info.flag_bits & ENCRYPTED for info in infos):
        raise EncryptedSource("parts of the archive are encrypted")
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise HostileSource(f"the archive of {len(data)} bytes unpacks to more than {MOST_BYTES}")
    for info in infos:
        if info.file_size > max(RATIO_FROM, MOST_RATIO * info.compress_size):
            message = f"{info.filename} unpacks from {info.compress_size} to {info.file_size} bytes"
            raise HostileSource(message)
    return Package(archive, {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in infos})


def _parse(data: bytes, name: str) -> etree._Element:
    _refuse_doctype(data, name)
    if b"http://purl.oclc.org/ooxml/" in data[:4096]:
        for strict, transitional in STRICT:
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as exc:
        if "depth" in str(exc):
            raise HostileSource(f"{name} is nested deeper than any document: {exc}") from exc
        raise DamagedSource(f"{name} is not well-formed XML: {exc}") from exc
    if root.getroottree().docinfo.internalDTD is not None:
        raise HostileSource(f"{name} has a document type declaration; Word writes none")
    return root


def _refuse_doctype(data: bytes, name: str) -> None:
    # Before parsing: entities in attributes would be expanded even by a parser that leaves entities alone.
    for encoding in ("ascii", "utf-16-le", "utf-16-be"):
        if DOCTYPE.encode(encoding) in data:
            raise HostileSource(f"{name} has a document type declaration; Word writes none")
