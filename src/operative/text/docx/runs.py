"""What stands inside a paragraph of a Word document: runs, fields, links, notes called, tracked changes."""

from dataclasses import dataclass, field
from enum import StrEnum

from lxml import etree

from operative.domain.texts import MarkKind
from operative.errors import SourceTooCostly
from operative.text.docx.fields import Fields
from operative.text.docx.notes import Notes
from operative.text.docx.package import Relation
from operative.text.docx.styles import Face, Styles, face_of
from operative.text.docx.symbols import symbol_of
from operative.text.docx.wordml import ALTERNATE, CHOICE, FALLBACK, R, W, local, value
from operative.text.galleys import ONE_LINE, Piece, Setting

__all__ = ["MOST_DEPTH", "Changes", "Losses", "Runs", "alternative_of"]

MOST_DEPTH = 60
"""Containers within containers; no author nests so deep."""

REPLACED = "\ufffd"
ITALIC, BOLD = (MarkKind.ITALIC, ""), (MarkKind.BOLD, "")
INSERTED, DELETED = (MarkKind.INSERTED, ""), (MarkKind.DELETED, "")

CHARACTERS = {
    W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}  # fmt: skip
NEW = frozenset((W + "ins", W + "moveTo"))
OLD = frozenset((W + "del", W + "moveFrom"))
SILENT = frozenset(
    W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "rt")
)
DRAWN = frozenset((W + "drawing", W + "pict", W + "object", ALTERNATE))
NOTE_CALLS = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
NOTE_LABELS = frozenset((W + "footnoteRef", W + "endnoteRef"))


class Changes(StrEnum):
    """Which side of the tracked changes is read."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


@dataclass(slots=True)
class Losses:
    """What is in the file and not in the text, counted."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, what: str) -> None:
        """Count one more of a kind."""
        self.counts[what] = self.counts.get(what, 0) + 1


@dataclass(slots=True)
class Runs:
    """Reads paragraphs of one part, in order: fields and pages go on from one to the next."""

    styles: Styles
    notes: Notes | None
    relations: dict[str, Relation]
    changes: Changes
    losses: Losses
    label: str = ""
    """The marker of the note that is being read."""
    page: int = 1
    explicit_pages: bool = False
    """Count page breaks set by hand, because the file does not tell where pages were turned."""
    boxes: list[etree._Element] = field(default_factory=list)
    """Text boxes anchored in the paragraph."""
    fields: Fields = field(default_factory=Fields)
    first_page: int = 0
    """The page of the first character of the paragraph; 0 before it."""
    _pieces: list[Piece] = field(default_factory=list)
    _face: Face = field(default_factory=Face)

    def pieces_of(self, paragraph: etree._Element, style: str) -> list[Piece]:
        """The characters of a paragraph; its text boxes wait in `boxes`."""
        self._pieces, self.boxes, self.first_page = [], [], 0
        self._face = self.styles.face(style)
        if self.fields.open and self.fields.show_all():
            self.losses.add("field")
        self._walk(paragraph, (), 0)
        return self._pieces

    def keeps(self, element: etree._Element) -> bool:
        """Whether what stands in this element is part of the text on the side of the changes that is read."""
        return element.tag not in (OLD if self.changes is Changes.ACCEPTED else NEW)

    def _walk(self, parent: etree._Element, setting: Setting, depth: int) -> None:
        if depth > MOST_DEPTH:
            raise SourceTooCostly(f"containers are nested more than {MOST_DEPTH} deep")
        for element in parent:
            tag = element.tag
            if tag == W + "r":
                self._run(element, setting)
            elif tag in SILENT:
                continue
            elif tag in NEW or tag in OLD:
                if self.keeps(element):
                    self._walk(element, (*setting, INSERTED if tag in NEW else DELETED), depth + 1)
            elif tag == W + "hyperlink":
                target = self._target(element)
                self._walk(element, (*setting, (MarkKind.LINK, target)) if target else setting, depth + 1)
            elif tag == W + "fldSimple":
                link = self.fields.link_of(element.get(W + "instr", ""))
                self._walk(element, (*setting, (MarkKind.LINK, link)) if link else setting, depth + 1)
            elif tag == ALTERNATE:
                self._walk(alternative_of(element), setting, depth + 1)
            elif local(element) == "t":
                self._add((element.text or "").translate(ONE_LINE), setting)  # in a formula
            elif len(element):
                self._walk(element, setting, depth + 1)

    def _run(self, run: etree._Element, setting: Setting) -> None:
        first = run[0] if len(run) else None
        if first is not None and first.tag == W + "rPr":
            setting, hidden = self._setting(first, setting)
            if hidden:
                self.losses.add("hidden")
                return
        elif self._face.hidden:
            self.losses.add("hidden")
            return
        else:
            setting = _with_face(self._face, setting)
        own_marker = ""
        for element in run:
            tag = element.tag
            if tag == W + "t":
                if own_marker:
                    self._call_as(own_marker, element.text or "", setting)
                    own_marker = ""
                elif element.text:
                    self._add(element.text.translate(ONE_LINE), setting)
            elif tag in CHARACTERS:
                self._break_or_space(element, setting)
            elif tag in NOTE_CALLS:
                own_marker = self._call(element, setting)
            elif tag == W + "sym" and own_marker:
                self._call_as(own_marker, _symbol(element), setting)
                own_marker = ""
            else:
                self._rarely(element, setting)

    def _rarely(self, element: etree._Element, setting: Setting) -> None:
        tag = element.tag
        if tag == W + "lastRenderedPageBreak":
            self.page += not self.explicit_pages
        elif tag == W + "fldChar":
            self.fields.step(element.get(W + "fldCharType", ""))
        elif tag in (W + "instrText", W + "delInstrText"):
            self.fields.instruct(element.text or "")
        elif tag == W + "delText":
            if self.changes is Changes.ORIGINAL:
                self._add((element.text or "").translate(ONE_LINE), setting)
        elif tag == W + "sym":
            self._add(_symbol(element), setting)
        elif tag in NOTE_LABELS:
            self._add(self.label, (*setting, (MarkKind.LABEL, self.label)))
        elif tag in DRAWN:
            self._boxes_in(element, 0)
        elif tag == W + "ruby":
            for base in element.iterchildren(W + "rubyBase"):
                self._walk(base, setting, MOST_DEPTH)
        elif tag == W + "commentReference":
            self.losses.add("comment")

    def _setting(self, properties: etree._Element, setting: Setting) -> tuple[Setting, bool]:
        face = face_of(properties)
        style = value(properties, "rStyle")
        lower = self._face.toggled(self.styles.face(style)) if style else self._face
        face = face.over(lower)
        return _with_face(face, setting), bool(face.hidden)

    def _add(self, characters: str, setting: Setting) -> None:
        if not characters or self.fields.hidden:
            return
        if self.fields.link:
            setting = (*setting, (MarkKind.LINK, self.fields.link))
        if self.fields.calls_note:
            setting = (*setting, (MarkKind.CALL, characters.strip()))
        self.first_page = self.first_page or self.page
        self._pieces.append((characters, setting))

    def _break_or_space(self, element: etree._Element, setting: Setting) -> None:
        self._add(CHARACTERS[str(element.tag)], setting)
        if self.explicit_pages and element.get(W + "type") == "page":
            self.page += 1

    def _call(self, element: etree._Element, setting: Setting) -> str:
        """Count a note and print its marker; or the note's kind and id, where the author's own marker follows."""
        if self.notes is None or self.fields.hidden:
            return ""
        kind, note_id = NOTE_CALLS[str(element.tag)], element.get(W + "id", "")
        if element.get(W + "customMarkFollows", "0") in ("1", "true", "on"):
            return f"{kind} {note_id}"
        marker = self.notes.call(kind, note_id, self.page)
        self._add(marker, (*setting, (MarkKind.CALL, marker)))
        return ""

    def _call_as(self, note: str, marker: str, setting: Setting) -> None:
        kind, _, note_id = note.partition(" ")
        words = marker.translate(ONE_LINE)
        if self.notes is not None and words.strip():
            self.notes.call_as(kind, note_id, words.strip())
            setting = (*setting, (MarkKind.CALL, words.strip()))
        self._add(words, setting)

    def _target(self, link: etree._Element) -> str:
        relation = self.relations.get(link.get(R + "id", ""))
        anchor = link.get(W + "anchor", "")
        address = relation.target if relation is not None and relation.external else ""
        return f"{address}#{anchor}" if anchor else address

    def _boxes_in(self, element: etree._Element, depth: int) -> None:
        for inner in alternative_of(element) if element.tag == ALTERNATE else element:
            if inner.tag == W + "txbxContent":
                self.boxes.append(inner)
            elif inner.tag == ALTERNATE or (depth < MOST_DEPTH and len(inner)):
                self._boxes_in(inner, depth + 1)
            elif local(inner) in ("relIds", "chart"):
                self.losses.add("drawing")


def alternative_of(element: etree._Element) -> etree._Element:
    """What a choice between newer and older mark-up offers first; the element itself where it offers nothing."""
    choice = element.find(CHOICE)
    if choice is not None and len(choice):
        return choice
    fallback = element.find(FALLBACK)
    return element if fallback is None else fallback


def _with_face(face: Face, setting: Setting) -> Setting:
    if face.italic:
        setting = (*setting, ITALIC)
    return (*setting, BOLD) if face.bold else setting


def _symbol(element: etree._Element) -> str:
    return symbol_of(element.get(W + "font", ""), element.get(W + "char", "")) or REPLACED
