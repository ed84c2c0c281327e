"""The paragraphs, points, sections and tables of a body, each as lines of its owner."""

from lxml import etree

from operative.domain.provisions import Kind
from operative.domain.texts import Role
from operative.text.akn.inline import own_words, printed, write_inline
from operative.text.akn.kinds import Levels, Paragraph, Place, is_operative, kind_of, kind_said, look, names_annex
from operative.text.akn.notes import write_foot, write_notes, write_uncalled
from operative.text.akn.parsing import local
from operative.text.akn.sheet import Owner, Sheet
from operative.text.akn.tables import write_table

__all__ = ["Units"]

SECTIONS = frozenset(
    (
        *("section", "part", "chapter", "title", "book", "tome", "division", "hcontainer"),
        *("subsection", "subpart", "subchapter", "subtitle", "subdivision"),
    )
)
TITLES = frozenset(("heading", "subheading", "crossHeading", "docTitle"))
PARAGRAPHS = frozenset(["paragraph", "alinea", "clause", "rule", "level"])
POINTS = frozenset(["point", "item", "indent", "li", "subparagraph", "subclause", "subrule"])
LISTS = frozenset(["list", "sublist", "blockList", "ul", "ol"])
WRAPPERS = frozenset(("content", "intro", "wrapUp", "alinea", "blockContainer", "tblock"))


class Units:
    """Writes what a body holds; knows where it stands: before or in an annex, in which section, below which number."""

    def __init__(self, sheet: Sheet, place: Place, language: str, acts: bool) -> None:
        self.place = place
        self._sheet = sheet
        self._language = language
        self._acts = acts
        self._levels = Levels()
        self._base = 1 if place is Place.QUOTED else 0
        self._untitled = False

    def begin_annex(self) -> None:
        """The first title that comes is that of the annex, whatever its words."""
        self._untitled = True

    def write_body(self, body: etree._Element) -> None:
        """Everything in a main body, in order."""
        self._write_children(body)

    def _write_children(self, parent: etree._Element) -> None:
        for child in parent:
            name = local(child)
            if name == "article":
                self._write_article(child)
            elif name in SECTIONS:
                self._write_children(child)
            elif name in PARAGRAPHS or name in POINTS:
                self._write_top(child)
            elif name in TITLES:
                self._write_title(child)
            elif name == "num":
                self._sheet.number = printed(child)
            elif name == "container" and child.get("name") == "notes":
                write_uncalled(child, self._sheet)
            elif name == "container":
                self.write_container(child, Kind.PREAMBULAR if child.get("name") == "preambular" else Kind.BODY)
            elif name in LISTS:
                self._write_list(child, Owner(self._base_kind(), self._base), self._base + 1)
            elif name == "table":
                write_table(child, Owner(Kind.BODY, self._base), self._sheet)
            elif name:
                self._write_loose(child)
            self.write_notes()
        self._flush_number(Owner(Kind.HEADING, self._base))

    def _base_kind(self) -> Kind:
        return Kind.OPERATIVE if self.place is Place.MAIN else Kind.BODY

    def _write_article(self, article: etree._Element) -> None:
        owner = Owner(Kind.ARTICLE, self._base)
        for child in article:
            name = local(child)
            if name == "num":
                self._sheet.number = printed(child)
            elif name in PARAGRAPHS:
                self._write_unit(child, Owner(kind_said(child) or Kind.BODY, self._base + 1))
            elif name in LISTS:
                self._write_list(child, owner, self._base + 1)
            elif name in TITLES and owner.opened:
                self._write_block(child, Owner(Kind.HEADING, self._base + 1))
            elif name:
                self._write_block(child, owner)
        self._flush_number(owner)

    def _write_title(self, element: etree._Element) -> None:
        """A heading between paragraphs; the official mark-up also sets the preamble of a section so."""
        if element.get("refersTo") == "#preamble":
            self._levels.restart()
            self._flush_number(Owner(Kind.HEADING, self._base))
            kind = Kind.PREAMBULAR if self.place is Place.MAIN else Kind.BODY
            self._write_block(element, Owner(kind, self._base))
            return
        words = printed(element)
        kind = self._enter(Kind.ANNEX if names_annex(words, self._language) else Kind.HEADING)
        self._write_block(element, Owner(kind, self._base))

    def _write_top(self, element: etree._Element) -> None:
        """A paragraph at the top of the body: its kind is told by its looks."""
        paragraph = look(element)
        if paragraph.note and not paragraph.number:
            write_foot(element, paragraph.words, self._sheet)
            return
        if paragraph.number and printed(element) == paragraph.number:
            self._flush(self._sheet.number)
            self._sheet.number = paragraph.number  # its words are in the paragraph that follows
            return
        kind = self._enter(self._kind_of(element, paragraph))
        depth = self._base
        if kind_said(element):
            self._levels.restart()
        elif kind is Kind.SUBPARAGRAPH or (kind is Kind.BODY and paragraph.lettered):
            depth += self._levels.depth_of(paragraph.number or "-")
        else:
            self._levels.restart()
        self._write_unit(element, Owner(kind, depth))

    def _kind_of(self, element: etree._Element, paragraph: Paragraph) -> Kind:
        if said := kind_said(element):
            return said
        if local(element) in POINTS:
            return Kind.SUBPARAGRAPH if self.place is Place.MAIN else Kind.BODY
        kinds = [own_words(node) for node in element.iter() if local(node) == "docType"]
        if kinds and names_annex(kinds[0], self._language):
            return Kind.ANNEX
        return kind_of(paragraph, self.place, self._language, self._acts and local(element) != "alinea")

    def _enter(self, kind: Kind) -> Kind:
        """What follows the title of an annex is annexed."""
        if self._untitled and kind is Kind.HEADING:
            kind = Kind.ANNEX
        self._untitled = False
        if kind is Kind.ANNEX:
            self.place = Place.ANNEX
        return kind

    def _write_loose(self, element: etree._Element) -> None:
        """A block that stands in no paragraph: a title, a number of a section, words."""
        inner = [local(child) for child in element if local(child)]
        if inner == ["num"] and not own_words(element):
            self._sheet.number = printed(element)
        elif "docTitle" in inner:
            self._write_block(element, Owner(Kind.TITLE), named=True)
        else:
            self._write_block(element, Owner(Kind.BODY, self._base))

    def _write_unit(self, element: etree._Element, owner: Owner, role: Role = Role.BODY) -> None:
        """A paragraph or point with all that it holds; words after its points come back to it."""
        below = Kind.SUBPARAGRAPH if owner.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH) else Kind.BODY
        number = next((printed(child) for child in element if local(child) == "num"), "")
        if number:
            self._flush(self._sheet.number)
            self._sheet.number = number
        if (element.text or "").strip():
            self._write_block(element, owner, role=role)  # words without a paragraph around them
            return
        for child in element:
            name = local(child)
            if name in ("heading", "subheading") and owner.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.BODY):
                self._write_block(child, Owner(Kind.HEADING, owner.depth), numbered=False)
            elif name in LISTS:
                self._write_list(child, owner, owner.depth + 1)
            elif name in POINTS or name == "paragraph":
                self._flush_number(owner)
                self._write_unit(child, Owner(kind_said(child) or below, owner.depth + 1))
            elif name and name != "num":
                self._write_block(child, owner, role=role)
        self._flush_number(owner)

    def _write_list(self, element: etree._Element, owner: Owner, depth: int) -> None:
        """The introduction and the words after the list belong to the owner, points are one level deeper."""
        below = Kind.SUBPARAGRAPH if owner.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH) else Kind.BODY
        for child in element:
            name = local(child)
            if name in POINTS:
                self._flush_number(owner)
                self._write_unit(child, Owner(kind_said(child) or below, depth))
            elif name in LISTS:
                self._write_list(child, Owner(below, depth), depth + 1)
            elif name in TITLES or (name and local(element) == "sublist"):
                self._write_block(child, Owner(Kind.HEADING, depth))
            elif name:
                self._write_block(child, owner)

    def _write_block(
        self,
        element: etree._Element,
        owner: Owner,
        *,
        role: Role = Role.BODY,
        numbered: bool = True,
        named: bool = False,
    ) -> None:
        """A block, or a wrapper of blocks."""
        name = local(element)
        if name == "table":
            write_table(element, owner, self._sheet)
        elif name in LISTS:
            self._write_list(element, owner, owner.depth + 1)
        elif name in WRAPPERS and not (element.text or "").strip():
            for child in element:
                if local(child):
                    self._write_block(child, owner, role=role, numbered=numbered, named=named)
        else:
            self._sheet.begin(owner, role=role, numbered=numbered)
            write_inline(element, self._sheet, lambda inner: self._write_inside(inner, owner, role), named)
            self._sheet.end()

    def _write_inside(self, element: etree._Element, owner: Owner, role: Role) -> None:
        """A block inside the words of another: the words go on after it."""
        name = local(element)
        self._sheet.end()
        if name in ("embeddedStructure", "quotedStructure"):
            Units._quoted(self, owner.depth + 1).write_body(element)
        elif name in ("heading", "subheading", "crossHeading") and owner.kind == Kind.HEADING:
            self._write_block(element, owner)
        elif name == "num" and (parent := element.getparent()) is not None and local(parent) in POINTS:
            pass  # the number of the point, which is printed
        elif name == "num":
            self._sheet.begin(owner, role=role)
            write_inline(element, self._sheet, lambda inner: self._write_inside(inner, owner, role))
            return
        else:
            self._write_block(element, owner, role=role)
        self._sheet.begin(owner, role=role)

    def _quoted(self, base: int) -> "Units":
        inner = Units(self._sheet, Place.QUOTED, self._language, acts=False)
        inner._base = base
        return inner

    def write_loose(self, element: etree._Element, kind: Kind) -> None:
        """A block outside the body."""
        if self.place is not Place.MAIN and kind is Kind.PREAMBULAR:
            kind = Kind.BODY
        self._write_block(element, Owner(self._enter(kind), self._base))
        self.write_notes()

    def write_container(self, element: etree._Element, kind: Kind) -> None:
        """A container is one unit, with its lists and tables in it."""
        owner = Owner(kind if self.place is Place.MAIN else Kind.BODY, self._base)
        self._sheet.end()
        first = len(self._sheet.lines)
        for child in element:
            name = local(child)
            if name in LISTS and kind_said(child):
                self._write_list(child, Owner(Kind.OPERATIVE), self._base + 1)
            elif name in LISTS:
                self._write_flat(child, owner)
            elif name:
                self._write_block(child, owner)
        lead = element.get("name", "")
        if kind is Kind.PREAMBULAR and lead and own_words(element).startswith(lead):
            self._sheet.mark_head(first, len(lead), "lead")
        self.write_notes()

    def _write_flat(self, element: etree._Element, owner: Owner) -> None:
        """A list in a preambular paragraph, which stays one unit: its numbers are words.

        A numbered item that opens with a typeset lead is an operative paragraph, wherever the mark-up puts it.
        """
        self._sheet.begin(owner)
        for child in element:
            name = local(child)
            if name in POINTS and self.place is Place.MAIN and is_operative(look(child)):
                self._write_unit(child, Owner(Kind.OPERATIVE))
            elif name in POINTS or name in LISTS:
                self._write_flat(child, owner)
            elif name:
                write_inline(child, self._sheet, lambda _: None)
                if name == "num":
                    self._sheet.tab()
                    continue
                self._sheet.end()
            self._sheet.begin(owner)

    def write_notes(self) -> None:
        """Print the notes that were called, below the unit that calls them."""
        write_notes(self._sheet)

    def _flush_number(self, owner: Owner) -> None:
        """A number without words is printed all the same."""
        if self._sheet.number:
            self._sheet.begin(owner)
            self._sheet.end()

    def _flush(self, number: str) -> None:
        if number:
            self._sheet.number = number
            self._flush_number(Owner(Kind.HEADING, self._base))
