"""Characters as XML and HTML want them."""

import re
from urllib.parse import quote

__all__ = ["as_attribute", "as_text", "as_uri", "without_controls"]

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""No XML document may hold these, not even as a reference."""


def as_text(words: str) -> str:
    """The words as the content of an element."""
    if "&" in words:
        words = words.replace("&", "&amp;")
    if "<" in words:
        words = words.replace("<", "&lt;")
    return words.replace(">", "&gt;") if ">" in words else words


def as_attribute(words: str) -> str:
    """The words as the value of an attribute."""
    return as_text(" ".join(words.split())).replace('"', "&quot;")


def as_uri(target: str) -> str:
    """The target with every character that no address may hold written as %XX."""
    return quote(target, safe="/:?#[]@!$&'()*+,;=%~").replace("&", "&amp;")


def without_controls(document: str) -> str:
    """The document with a visible mark (U+FFFD) in place of every character that XML forbids."""
    return FORBIDDEN.sub("\ufffd", document) if FORBIDDEN.search(document) else document
