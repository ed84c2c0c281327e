"""A reading as one Akoma Ntoso document: which part of it stands where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from operative.domain.documents import Document
from operative.domain.provisions import Kind, Provision
from operative.domain.readings import Reading
from operative.domain.spans import Span
from operative.exchange.akn.body import Body
from operative.exchange.akn.characters import as_attribute, as_text, without_controls
from operative.exchange.akn.cover import Cover
from operative.exchange.akn.head import document_name, head, language_code
from operative.exchange.akn.ids import name_elements
from operative.exchange.akn.tables import Tables
from operative.exchange.akn.weave import Loom

__all__ = ["render_akn"]

ROOT = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
ROMAN = re.compile(r"[IVXLC]{1,7}")
MAIN = frozenset((Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.ARTICLE, Kind.BODY))


@dataclass(slots=True)
class _Parts:
    """The provisions of one document by the part of the mark-up they belong to."""

    cover: list[Span] = field(default_factory=list)
    title: list[Provision] = field(default_factory=list)
    preface: list[Span] = field(default_factory=list)
    preamble: list[Provision] = field(default_factory=list)
    main: list[Provision] = field(default_factory=list)
    closing: list[Provision] = field(default_factory=list)
    annexes: list[tuple[Provision, list[Provision]]] = field(default_factory=list)
    unread: list[Span] = field(default_factory=list)


def render_akn(reading: Reading) -> bytes:
    """The reading as Akoma Ntoso 1.0, valid by the schema, in the shape that the United Nations publishes.

    Every provision, note and line of the title block is there; only furniture of the page is left out. Several
    documents in one source become a collection. Kinds that the mark-up alone would not tell stand in `class`.
    Characters that XML forbids become U+FFFD.
    """
    writer = _Writer(reading)
    documents = [writer.statement(place) for place in range(len(reading.documents))]
    whole = documents[0] if len(documents) == 1 else writer.collection(documents)
    xml = f'<?xml version="1.0" encoding="UTF-8"?>\n{ROOT}{whole}</akomaNtoso>\n'
    return without_controls(xml).encode()


class _Writer:
    """Writes the documents of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._language = reading.source.language
        names = name_elements(reading.provisions)
        self._names = names
        self._loom = Loom(reading, names, self._language or "en")
        self._body = Body(reading.provisions, names, self._loom, Tables(reading.text, self._loom))
        self._cover = Cover(reading, self._language if language_code(self._language) != "und" else "en")
        self._parts = _split(reading, self._body)

    def collection(self, documents: Sequence[str]) -> str:
        """Several documents as one publication."""
        references, components = [], []
        for place, (document, written) in enumerate(zip(self._reading.documents, documents, strict=True), 1):
            shown = as_attribute(document.number or document.symbol or document.title[:80] or f"{place}")
            references.append(
                f'<component eId="compref_{place}"><documentRef eId="docref_{place}" href="#comp_{place}"'
                f' showAs="{shown}"/></component>\n'
            )
            components.append(f'<component eId="comp_{place}">{written}</component>\n')
        return (
            f'<documentCollection name="publication">{head(self._reading.document, self._language)}'
            f"<collectionBody>{''.join(references)}</collectionBody>"
            f'<components eId="components_1">{"".join(components)}</components></documentCollection>'
        )

    def statement(self, place: int) -> str:
        """One document."""
        document, parts = self._reading.documents[place], self._parts[place]
        meta = head(document, self._language, inner=len(self._parts) > 1)
        cover = self._block("coverPage", [self._cover.paragraph(span, document) for span in parts.cover])
        preface = self._block("preface", self._preface(parts, document))
        preamble = self._block("preamble", [self._body.preamble(one) for one in parts.preamble])
        main = self._body.body(parts.main) + self._unread(parts.unread)
        closing = self._block("conclusions", [self._closing(one, document) for one in parts.closing])
        annexed = [self._body.body(provisions) for _, provisions in parts.annexes]
        if place == len(self._parts) - 1:
            foot = self._foot()
            main, annexed = (main, [*annexed[:-1], annexed[-1] + foot]) if annexed else (main + foot, annexed)
        attached = self._attachments(parts, annexed, document)
        return (
            f'<statement name="{document_name(document.kind)}">{meta}{cover}{preface}'
            f"{preamble}<mainBody>{main or '<p/>'}</mainBody>{closing}{attached}</statement>\n"
        )

    def _block(self, name: str, inner: Sequence[str]) -> str:
        return f"<{name}>{''.join(inner)}</{name}>" if inner else ""

    def _preface(self, parts: _Parts, document: Document) -> list[str]:
        titles = []
        for title in parts.title:
            number = f"<docNumber>{as_text(title.number)}</docNumber> " if title.number else ""
            tags = [tag for tag in self._cover.tags(title.span, document, closing=False) if "Number" not in tag[1]]
            words = self._loom.words(title, tags=tags)
            if not any("docTitle" in before for _, before, _ in tags):
                words = f'<docTitle refersTo="#resolutionTitle">{words}</docTitle>'
            titles.append(f'<p eId="{self._names[title.id]}">{number}{words}</p>')
        return titles + [self._cover.paragraph(span, document) for span in parts.preface]

    def _unread(self, spans: Sequence[Span]) -> str:
        """What no stage could read, kept as it stands."""
        written = "".join(f"<p>{as_text(self._squeezed(span))}</p>" for span in spans)
        return f'<container name="unread">{written}</container>\n' if written else ""

    def _foot(self) -> str:
        """The notes that no place calls."""
        written = "".join(f"<p>{as_text(f'{note.marker} {note.text}'.strip())}</p>" for note in self._loom.uncalled())
        return f'<container name="notes">{written}</container>\n' if written else ""

    def _squeezed(self, span: Span) -> str:
        return " ".join(span.of(self._reading.text.content).split())

    def _closing(self, provision: Provision, document: Document) -> str:
        """A closing line, with names around what it names."""
        words = self._loom.words(provision, tags=self._cover.tags(provision.span, document))
        return f'<p eId="{self._names[provision.id]}">{words}</p>'

    def _attachments(self, parts: _Parts, annexed: Sequence[str], document: Document) -> str:
        written = []
        for place, ((annex, _), inner) in enumerate(zip(parts.annexes, annexed, strict=True), 1):
            num = f"<num>{as_text(annex.number)}</num>" if annex.number else ""
            written.append(
                f'<attachment eId="{self._names[annex.id]}">{num}<heading>{self._loom.words(annex)}</heading>'
                f'<doc name="annex">{head(document, self._language, f"annex_{place}", inner=True)}'
                f"<mainBody>{inner or '<p/>'}</mainBody></doc></attachment>\n"
            )
        return f"<attachments>{''.join(written)}</attachments>" if written else ""


def _split(reading: Reading, body: Body) -> list[_Parts]:
    """The parts of each document; provisions of a document begin with its `first`."""
    firsts = {document.first: place for place, document in enumerate(reading.documents) if document.first and place}
    groups: list[list[Provision]] = [[] for _ in reading.documents]
    place = 0
    for provision in reading.provisions:
        place = firsts.get(provision.id, place)
        groups[place].append(provision)
    parts = [_parted([one for one in group if body.is_top(one)]) for group in groups]
    _put_title_blocks(reading, parts, [group[-1].span.start if group else -1 for group in groups])
    return parts


def _parted(provisions: Sequence[Provision]) -> _Parts:
    """Top provisions of one document by part, in order."""
    parts = _Parts()
    begin = _main_begins(provisions)
    for place, provision in enumerate(provisions):
        kind = provision.kind
        if kind is Kind.ANNEX:
            parts.annexes.append((provision, []))
        elif parts.annexes:
            parts.annexes[-1][1].append(provision)
        elif kind is Kind.TITLE:
            parts.title.append(provision)
        elif kind is Kind.CLOSING:
            parts.closing.append(provision)
        elif place >= begin:
            parts.main.append(provision)
        else:
            parts.preamble.append(provision)
    return parts


def _main_begins(provisions: Sequence[Provision]) -> int:
    """The place where the main body begins: at its first paragraph, with the headings directly before it.

    A heading with a number, or one that follows the enacting formula, begins a section: then its preamble is the
    section's own.
    """
    begin = len(provisions)
    for place, provision in enumerate(provisions):
        if provision.kind in MAIN or (provision.kind is Kind.HEADING and _begins_section(provisions, place)):
            begin = place
            break
    while begin and provisions[begin - 1].kind is Kind.HEADING:
        begin -= 1
    return begin


def _begins_section(provisions: Sequence[Provision], place: int) -> bool:
    heading = provisions[place]
    numbered = heading.number or ROMAN.fullmatch(heading.text.strip(". "))
    return bool(numbered) or (place > 0 and provisions[place - 1].kind is Kind.ENACTING)


def _put_title_blocks(reading: Reading, parts: Sequence[_Parts], lasts: Sequence[int]) -> None:
    """Lines of title blocks and unread words: each to the document that is not over before it."""
    place = 0
    for extent in reading.extents:
        if extent.use not in ("title", "unread"):
            continue
        while place < len(parts) - 1 and lasts[place] < extent.span.start:
            place += 1
        part = parts[place]
        if extent.use == "unread":
            part.unread.append(extent.span)
        elif any(title.span.covers(extent.span) for title in part.title):
            continue
        elif part.title and part.title[0].span.start < extent.span.start:
            part.preface.append(extent.span)
        else:
            part.cover.append(extent.span)
