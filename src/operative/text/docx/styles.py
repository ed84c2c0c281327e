"""Styles of a Word document: what a paragraph or a run takes from its style and the styles that one builds on."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from operative.text.docx.wordml import W, child, integer, is_on, value

__all__ = ["Face", "NumberedBy", "Styles", "face_of", "without_table_styles"]

STYLE, STYLE_END = b"<w:style ", b"</w:style>"
OF_TABLES = b'w:type="table"'

LONGEST_CHAIN = 30
"""Styles built on one another; more than this is a circle."""


@dataclass(frozen=True, slots=True)
class Face:
    """How letters are set. None is unstated."""

    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None

    def over(self, lower: "Face") -> "Face":
        """This one, and what it leaves unstated from `lower`."""
        return Face(
            lower.italic if self.italic is None else self.italic,
            lower.bold if self.bold is None else self.bold,
            lower.hidden if self.hidden is None else self.hidden,
        )

    def toggled(self, other: "Face") -> "Face":
        """Two styles at once: italics within italics are upright again."""
        return Face(
            bool(self.italic) != bool(other.italic),
            bool(self.bold) != bool(other.bold),
            bool(self.hidden) != bool(other.hidden),
        )


PLAIN = Face()


@dataclass(frozen=True, slots=True)
class NumberedBy:
    """The list and the level that number a paragraph; None is unstated."""

    list_id: str | None = None
    level: int | None = None


def face_of(properties: etree._Element | None) -> Face:
    """What run properties say themselves. Right-to-left runs have italics and bold of their own."""
    if properties is None or not len(properties):
        return PLAIN
    complex_script = properties.find(W + "rtl") is not None
    switches: dict[str, bool | None] = dict.fromkeys(("i", "b", "vanish", "iCs", "bCs"))
    for element in properties:
        name = str(element.tag).removeprefix(W)
        if name in switches:
            switches[name] = is_on(element)
    if complex_script:
        return Face(switches["iCs"], switches["bCs"], switches["vanish"])
    return Face(switches["i"], switches["b"], switches["vanish"])


@dataclass(slots=True)
class Styles:
    """The styles of one document by their id, each looked up once."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""
    """The style of paragraphs that name none."""
    _faces: dict[str, Face] = field(default_factory=dict)
    _lists: dict[str, NumberedBy] = field(default_factory=dict)

    @classmethod
    def read(cls, root: etree._Element | None) -> "Styles":
        """The styles in a part; none where there is no part."""
        styles = cls()
        for element in root.iterchildren(W + "style") if root is not None else ():
            name = element.get(W + "styleId", "")
            styles.elements.setdefault(name, element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                styles.default = name
        return styles

    def face(self, name: str) -> Face:
        """How letters under a style are set."""
        if name not in self._faces:
            face = PLAIN
            for element in self._chain(name):
                face = face.over(face_of(element.find(W + "rPr")))
            self._faces[name] = face
        return self._faces[name]

    def numbered_by(self, name: str) -> NumberedBy:
        """The list that a style puts its paragraphs in."""
        if name not in self._lists:
            list_id, level = None, None
            for element in self._chain(name):
                properties = child(element, "pPr", "numPr")
                written = value(properties, "ilvl")
                list_id = value(properties, "numId") if list_id is None else list_id
                level = integer(written, 0) if level is None and written is not None else level
            self._lists[name] = NumberedBy(list_id, level)
        return self._lists[name]

    def list_of(self, name: str) -> str | None:
        """The list that a numbering style stands for."""
        return value(self.elements.get(name), "pPr", "numPr", "numId")

    def _chain(self, name: str) -> Iterator[etree._Element]:
        """The style and the ones it builds on, nearest first."""
        for _ in range(LONGEST_CHAIN):
            element = self.elements.get(name)
            if element is None:
                return
            yield element
            name = value(element, "basedOn") or ""


def without_table_styles(data: bytes) -> bytes:
    """The XML of styles without those of tables: most of the file in many documents, and of no use here."""
    parts: list[bytes] = []
    kept = at = 0
    while (start := data.find(STYLE, at)) >= 0:
        end = data.find(STYLE_END, start)
        if end < 0:
            break
        at = end + len(STYLE_END)
        if OF_TABLES in data[start : data.find(b">", start)]:
            parts.append(data[kept:start])
            kept = at
    return b"".join((*parts, data[kept:]))
