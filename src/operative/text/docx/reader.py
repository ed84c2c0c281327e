"""Word document -> `Text`."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from operative.domain.findings import Finding, Severity
from operative.domain.texts import Role, Text
from operative.errors import DamagedSource, WrongCall
from operative.text.docx.blocks import Blocks
from operative.text.docx.notes import Notes, notes_in
from operative.text.docx.numbering import Numbering
from operative.text.docx.package import Package, Relation, open_package
from operative.text.docx.runs import Changes, Losses, Runs
from operative.text.docx.styles import Styles, without_table_styles
from operative.text.docx.wordml import R, W, child, is_on
from operative.text.galleys import Galley, Paragraph, labelled

__all__ = ["MEDIA_TYPE", "read_docx"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

LOSSES = {
    "part": ("part-not-read", Severity.ERROR, "{} parts in another format are set into the document; not read"),
    "drawing": ("drawing-not-read", Severity.WARNING, "{} charts or diagrams; their words are not read"),
    "field": ("field-damaged", Severity.WARNING, "{} fields without an end; what follows was read as text"),
    "note": ("note-missing", Severity.WARNING, "{} notes are called that the file does not have"),
    "hidden": ("text-hidden", Severity.INFO, "{} runs are hidden on the page; not read"),
    "comment": ("comments-left-out", Severity.INFO, "{} comments beside the text; not read"),
    "number": ("number-without-words", Severity.INFO, "{} numbered paragraphs are empty; counted, not read"),
}


def read_docx(data: bytes, *, changes: str = "accepted") -> Text:
    """The text with numbers, notes, tables and marks; `changes` says which side of tracked changes: accepted, original.

    Headers that only the first page has are its masthead and part of the text; other headers and footers are furniture.
    """
    try:
        side = Changes(changes)
    except ValueError as exc:
        raise WrongCall(f"changes: {changes!r}; there are: {', '.join(Changes)}") from exc
    return _Reader.of(open_package(data), side).read()


@dataclass(slots=True)
class _Reader:
    """One document being read: what its parts share."""

    package: Package
    relations: dict[str, Relation]
    """Those of the main part."""
    body: etree._Element
    changes: Changes
    styles: Styles
    numbering: Numbering
    notes: Notes
    even_pages: bool
    losses: Losses = field(default_factory=Losses)

    @classmethod
    def of(cls, package: Package, changes: Changes) -> "_Reader":
        main = package.main_part()
        root = package.xml(main) if main else None
        body = child(root, "body")
        if body is None:
            raise DamagedSource("no document in the archive: word/document.xml with a body is missing")
        relations = package.relations(main)
        parts = {relation.kind: relation.target for relation in relations.values()}
        settings = package.xml(parts.get("settings", ""))
        styles = Styles.read(package.xml(parts.get("styles", ""), without_table_styles))
        numbering = Numbering.read(package.xml(parts.get("numbering", "")), styles)
        even = child(settings, "evenAndOddHeaders")
        notes = Notes(settings, tuple(body.iter(W + "sectPr")))
        return cls(package, relations, body, changes, styles, numbering, notes, even is not None and is_on(even))

    def read(self) -> Text:
        galley = Galley()
        mastheads, headers, footers = self._furniture()
        for part in mastheads:
            self._set(galley, self._part(part, Role.BODY))
        for part in headers:
            self._set(galley, self._part(part, Role.FURNITURE))
        runs = Runs(self.styles, self.notes, self.relations, self.changes, self.losses)
        runs.explicit_pages = next(self.body.iter(W + "lastRenderedPageBreak"), None) is None
        self._set(galley, Blocks(runs, self.numbering, printed=bool(galley.size)).read(self.body))
        self._set(galley, self._notes())
        for part in footers:
            self._set(galley, self._part(part, Role.FURNITURE))
        pages = 0 if runs.explicit_pages and runs.page == 1 else runs.page
        return galley.text(MEDIA_TYPE, pages=pages, language=None, findings=tuple(self._findings()))

    def _set(self, galley: Galley, paragraphs: Iterator[Paragraph]) -> None:
        for paragraph in paragraphs:
            galley.add(paragraph)

    def _part(self, part: str, role: Role) -> Iterator[Paragraph]:
        root = self.package.xml(part)
        if root is not None:
            runs = Runs(self.styles, None, self.package.relations(part), self.changes, self.losses)
            yield from Blocks(runs, self.numbering, role).read(root)

    def _furniture(self) -> tuple[list[str], list[str], list[str]]:
        """Parts with the masthead, with running headers, and with footers; only those that are printed."""
        mastheads: list[str] = []
        headers: list[str] = []
        footers: list[str] = []
        for number, section in enumerate(self.notes.sections):
            title_page = child(section, "titlePg")
            has_first = title_page is not None and is_on(title_page)
            for element in section:
                if element.tag not in (W + "headerReference", W + "footerReference"):
                    continue
                relation, page = self.relations.get(element.get(R + "id", "")), element.get(W + "type")
                printed = {"first": has_first, "even": self.even_pages}.get(page or "", True)
                if relation is None or not printed:
                    continue
                if element.tag == W + "footerReference":
                    footers.append(relation.target)
                elif page == "first" and number == 0:
                    mastheads.append(relation.target)
                else:
                    headers.append(relation.target)
        once = [part for part in dict.fromkeys(headers) if part not in mastheads]
        return mastheads, once, list(dict.fromkeys(footers))

    def _notes(self) -> Iterator[Paragraph]:
        """The notes that the text calls, in the order of their calls; those that it does not call are not printed."""
        parts = {relation.kind: relation.target for relation in self.relations.values()}
        for kind in ("footnote", "endnote"):
            called = [(note_id, marker) for of_kind, note_id, marker in self.notes.called if of_kind == kind]
            part = parts.get(f"{kind}s", "")
            elements = notes_in(self.package.xml(part), kind) if called else {}
            relations = self.package.relations(part) if called else {}
            for note_id, marker in called:
                if note_id not in elements:
                    self.losses.add("note")
                    continue
                runs = Runs(self.styles, None, relations, self.changes, self.losses, marker)
                yield from labelled(Blocks(runs, self.numbering, Role.NOTE).read(elements[note_id]), marker)

    def _findings(self) -> Iterator[Finding]:
        for loss, count in self.losses.counts.items():
            code, severity, message = LOSSES[loss]
            yield Finding(code, severity, message.format(count))
        for form in sorted(self.numbering.unknown_forms):
            message = f"the number format {form!r} is not known; printed as digits"
            yield Finding("number-format-unknown", Severity.WARNING, message)
