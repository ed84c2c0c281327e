"""The parts of a document in order: cover, preface, preamble, body, conclusions, annexes, component documents."""

from collections.abc import Iterator

from lxml import etree

from operative.domain.provisions import Kind
from operative.text.akn.declared import declared_of, language_of
from operative.text.akn.inline import own_words, printed, write_inline
from operative.text.akn.kinds import Place, look
from operative.text.akn.parsing import local
from operative.text.akn.sheet import Owner, Sheet
from operative.text.akn.units import Units

__all__ = ["Documents"]

DECIDING = ("decision", "presidentialStatement", "statement")
"""Documents whose paragraphs decide without number or typeset lead."""
FORMULAS = ("formula", "enactingFormula")
PREAMBULAR = frozenset(("container", "recitals", "recital", "citations", "citation", "blockList"))


class Documents:
    """Writes the documents of a file onto one sheet and keeps what they declare."""

    def __init__(self, sheet: Sheet) -> None:
        self.declared: list[tuple[str, str]] = []
        self.language = ""
        self._sheet = sheet

    def write_all(self, root: etree._Element) -> None:
        """All documents below the root, with the components of a collection as documents of their own."""
        for child in root:
            if local(child) == "components":
                self._write_components(child, Place.MAIN)
            elif local(child):
                self._write_document(child, Place.MAIN)

    def _write_document(self, document: etree._Element, place: Place) -> None:
        if place is Place.MAIN and local(document) != "documentCollection":
            self.declared.extend(declared_of(document))
        self.language = self.language or language_of(document)
        acts = document.get("name") in DECIDING or not self._has_acts(document)
        units = Units(self._sheet, place, self.language or "en", acts)
        for part in document:
            name = local(part)
            if name in ("coverPage", "preface"):
                self._write_title_block(part, place)
            elif name == "preamble":
                self._write_preamble(part, units)
            elif name in ("mainBody", "body", "portionBody", "debateBody", "judgmentBody"):
                units.write_body(part)
            elif name in ("conclusions", "signatures"):
                self._write_closing(part, place)
            elif name == "attachments":
                self._write_attachments(part)
            elif name in ("components", "collectionBody"):
                self._write_components(part, Place.MAIN if local(document) == "documentCollection" else Place.QUOTED)
            units.write_notes()

    def _has_acts(self, document: etree._Element) -> bool:
        """Whether a paragraph of the main body is numbered, or opens with a typeset lead."""
        body = next((part for part in document if local(part) == "mainBody"), None)
        if body is None:
            return False
        found = (look(node) for node in body.iter() if local(node) == "paragraph")
        return any(looks.words and (looks.number or looks.lead) and not looks.titled for looks in found)

    def _write_components(self, components: etree._Element, place: Place) -> None:
        for component in components:
            for document in component:
                if local(document) not in ("", "documentRef"):
                    self._write_document(document, place)

    def _write_title_block(self, part: etree._Element, place: Place) -> None:
        """Each line of the cover stands for itself; what the mark-up names is marked, the title is a unit."""
        for block in _blocks_of(part, ("p", "block", "longTitle")):
            owner = Owner(self._title_kind(block, place))
            self._sheet.begin(owner)
            write_inline(block, self._sheet, lambda _: None, named=True)
            self._sheet.end()

    def _title_kind(self, block: etree._Element, place: Place) -> str:
        if place is not Place.MAIN:
            return Kind.HEADING
        titles = [node for node in block.iter() if local(node) == "docTitle" or local(node) == "longTitle"]
        titled = [node for node in titles if self._is_title(node)]
        return Kind.TITLE if titled or local(block) == "longTitle" else ""

    def _is_title(self, title: etree._Element) -> bool:
        """The cover also says how and when the text was adopted, in an element of the same name."""
        said = (title.get("refersTo") or "").removeprefix("#")
        return said == "resolutionNumber" or (said != "adoption" and self._place_of(title) == "preface")

    def _place_of(self, element: etree._Element) -> str:
        return next((local(a) for a in element.iterancestors() if local(a) in ("coverPage", "preface")), "")

    def _write_preamble(self, preamble: etree._Element, units: Units) -> None:
        for child in preamble:
            name = local(child)
            if name == "formula" or child.get("name") in FORMULAS:
                units.write_container(child, Kind.ENACTING)
            elif name in PREAMBULAR:
                units.write_container(child, Kind.PREAMBULAR)
            elif name in ("p", "block", "preamble", "longTitle"):
                goes_on = own_words(child).endswith((",", "،", "，"))
                units.write_loose(child, Kind.PREAMBULAR if goes_on else Kind.HEADING)
            elif name:
                self._write_preamble(child, units)

    def _write_closing(self, part: etree._Element, place: Place) -> None:
        kind = Kind.CLOSING if place is Place.MAIN else Kind.BODY
        for block in _blocks_of(part):
            self._sheet.begin(Owner(kind))
            write_inline(block, self._sheet, lambda _: None, named=True)
            self._sheet.end()

    def _write_attachments(self, attachments: etree._Element) -> None:
        """Each attachment begins an annex: with the words that name it, or with the first that it has."""
        for attachment in attachments:
            units = Units(self._sheet, Place.ANNEX, self.language or "en", acts=False)
            units.begin_annex()
            for part in attachment:
                if local(part) == "num":
                    self._sheet.number = printed(part)
                elif local(part) in ("heading", "subheading"):
                    units.write_loose(part, Kind.HEADING)
                elif local(part):
                    self._write_attached(part, units)
            units.write_notes()

    def _write_attached(self, document: etree._Element, units: Units) -> None:
        for part in document:
            name = local(part)
            if name in ("coverPage", "preface", "preamble"):
                for block in _blocks_of(part):
                    units.write_loose(block, Kind.HEADING if name != "preamble" else Kind.BODY)
            elif name in ("mainBody", "body"):
                units.write_body(part)
            elif name == "conclusions":
                self._write_closing(part, Place.ANNEX)
            elif name == "attachments":
                self._write_attachments(part)
            elif name in ("components", "collectionBody"):
                self._write_components(part, Place.ANNEX)


def _blocks_of(part: etree._Element, names: tuple[str, ...] = ("p", "block")) -> Iterator[etree._Element]:
    """The printed blocks below `part`, but for those of its notes."""
    for child in part:
        if local(child) in names and printed(child):
            yield child
        elif local(child) not in ("", "authorialNote"):
            yield from _blocks_of(child, names)
