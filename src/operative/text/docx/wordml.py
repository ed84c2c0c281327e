"""Names of WordprocessingML, and the few ways in which its values are written."""

from lxml import etree

__all__ = [
    "ALTERNATE", "CHOICE", "FALLBACK", "R", "W", "child", "integer", "is_on", "local", "value"
]  # fmt: skip

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE, CHOICE, FALLBACK = (COMPATIBILITY + name for name in ("AlternateContent", "Choice", "Fallback"))

VAL = W + "val"
OFF = frozenset(("0", "false", "off", "none"))


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant on a path of names."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: etree._Element | None, *path: str) -> str | None:
    """The value that the descendant on a path carries; None where either is missing."""
    found = child(element, *path)
    return None if found is None else found.get(VAL)


def is_on(element: etree._Element) -> bool:
    """Whether a switch is on; it is when it has no value."""
    return element.get(VAL, "1") not in OFF


def integer(written: str | None, default: int) -> int:
    """A whole number as written, or the default where it is none or beyond reason."""
    written = (written or "").strip()
    return int(written) if written.removeprefix("-").isdecimal() and len(written) < 10 else default
