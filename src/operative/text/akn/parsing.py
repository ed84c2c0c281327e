"""From bytes to a tree of Akoma Ntoso elements, without trusting the bytes."""

from lxml import etree

from operative.domain.findings import Finding, Severity
from operative.errors import DamagedSource, EmptySource, HostileSource, NoReader

__all__ = ["NAMESPACE", "local", "parse_akn"]

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""The OASIS standard; committee drafts added a suffix such as `/CSD13`."""

DEEP = "Excessive depth"
"""What the parser says of elements that are nested deeper than it goes."""


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for comments, instructions and entities."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def parse_akn(data: bytes) -> tuple[etree._Element, tuple[Finding, ...]]:
    """The root of a document, with a finding where it is not well-formed but most of it could be had.

    Raises `HostileSource` for any document type declaration: Akoma Ntoso is defined by a schema and needs none, and
    external entities and entity bombs cannot come without one.
    """
    if not data.strip():
        raise EmptySource("the file has no bytes; Akoma Ntoso begins with <akomaNtoso")
    if b"<!DOCTYPE" in data.replace(b"\0", b""):  # zero bytes: UTF-16 and UTF-32
        raise HostileSource("the XML declares a document type; Akoma Ntoso needs none, remove <!DOCTYPE ...>")
    findings: tuple[Finding, ...] = ()
    try:
        root = etree.fromstring(data, _parser(recover=False))
    except etree.XMLSyntaxError as exc:
        if DEEP in str(exc.msg):
            raise HostileSource("the XML is nested too deep: elements stand in one another by the hundreds") from exc
        root = _recovered(data, exc)
        message = f"the XML is not well-formed ({exc.msg}); what follows that place may be missing"
        findings = (Finding("not-well-formed", Severity.ERROR, message),)
    if root.getroottree().docinfo.internalDTD is not None:
        raise HostileSource("the XML declares a document type; Akoma Ntoso needs none")
    if local(root) != "akomaNtoso" or not str(root.tag).startswith(f"{{{NAMESPACE}"):
        if findings:
            raise DamagedSource(f"{findings[0].message}; it cannot be told whether this is Akoma Ntoso")
        raise NoReader(f"no reader for XML with the root {root.tag}; there is one for {{{NAMESPACE}}}akomaNtoso")
    return root, findings


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=recover
    )


def _recovered(data: bytes, error: etree.XMLSyntaxError) -> etree._Element:
    """What a lenient parser makes of it, if words are left."""
    try:
        root = etree.fromstring(data, _parser(recover=True))
    except etree.XMLSyntaxError as exc:
        raise DamagedSource(f"the XML is not well-formed and nothing of it can be read: {exc.msg}") from exc
    if root is None or not any(str(text).strip() for text in root.itertext()):
        raise DamagedSource(f"the XML is not well-formed and nothing of it can be read: {error.msg}") from error
    return root
