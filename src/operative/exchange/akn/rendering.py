"""A reading as one Akoma Ntoso document: which part of it stands where."""

from collections.abc import Sequence

from operative.domain.documents import Document
from operative.domain.provisions import Provision
from operative.domain.readings import Reading
from operative.domain.spans import Span
from operative.exchange.akn.analysis import analysis, events, named
from operative.exchange.akn.body import Body
from operative.exchange.akn.cover import Cover
from operative.exchange.akn.dress import AknDress
from operative.exchange.akn.head import document_name, head, language_code
from operative.exchange.akn.ids import name_elements
from operative.exchange.characters import as_attribute, as_text, without_controls
from operative.exchange.parts import Parts, find_below, find_parts
from operative.exchange.tables import Tables
from operative.exchange.weave import Loom

__all__ = ["render_akn"]

ROOT = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'


def render_akn(reading: Reading, *, analysed: bool = True) -> bytes:
    """The reading as Akoma Ntoso 1.0, valid by the schema, in the shape that the United Nations publishes.

    Every provision, note and line of the title block is there; only furniture of the page is left out. Several
    documents in one source become a collection. Kinds that the mark-up alone would not tell stand in `class`.
    Characters that XML forbids become U+FFFD. What was found in the text is written where it is to be `analysed`.
    """
    writer = _Writer(reading, analysed)
    documents = [writer.statement(place) for place in range(len(reading.documents))]
    whole = documents[0] if len(documents) == 1 else writer.collection(documents)
    xml = f'<?xml version="1.0" encoding="UTF-8"?>\n{ROOT}{whole}</akomaNtoso>\n'
    return without_controls(xml).encode()


class _Writer:
    """Writes the documents of one reading."""

    def __init__(self, reading: Reading, analysed: bool) -> None:
        self._reading, self._analysed = reading, analysed
        self._language = reading.source.language
        names = name_elements(reading.provisions)
        self._names = names
        self._loom = Loom(reading, AknDress(names, self._language or "en"))
        self._body = Body(names, self._loom, Tables(reading.text), find_below(reading.provisions))
        self._cover = Cover(reading, self._language if language_code(self._language) != "und" else "en")
        self._parts = find_parts(reading)
        self._many = len(self._parts) > 1

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
            f'<documentCollection name="publication">{self._whole_head()}'
            f"<collectionBody>{''.join(references)}</collectionBody>"
            f'<components eId="components_1">{"".join(components)}</components></documentCollection>'
        )

    def _whole_head(self) -> str:
        """The meta block around everything, with what was found in the text."""
        reading = self._reading
        found = "" if self._many else events(reading.document)
        found += analysis(reading, self._names) if self._analysed else ""
        return head(reading.document, self._language, found=found, names=named(reading))

    def statement(self, place: int) -> str:
        """One document."""
        document, parts = self._reading.documents[place], self._parts[place]
        meta = head(document, self._language, found=events(document), names=None) if self._many else self._whole_head()
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
            f'<statement name="{document_name(document.kind, document.symbol)}">{meta}{cover}{preface}'
            f"{preamble}<mainBody>{main or '<p/>'}</mainBody>{closing}{attached}</statement>\n"
        )

    def _block(self, name: str, inner: Sequence[str]) -> str:
        return f"<{name}>{''.join(inner)}</{name}>" if inner else ""

    def _preface(self, parts: Parts, document: Document) -> list[str]:
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

    def _attachments(self, parts: Parts, annexed: Sequence[str], document: Document) -> str:
        written = []
        for place, ((annex, _), inner) in enumerate(zip(parts.annexes, annexed, strict=True), 1):
            num = f"<num>{as_text(annex.number)}</num>" if annex.number else ""
            written.append(
                f'<attachment eId="{self._names[annex.id]}">{num}<heading>{self._loom.words(annex)}</heading>'
                f'<doc name="annex">{head(document, self._language, f"annex_{place}", names=None)}'
                f"<mainBody>{inner or '<p/>'}</mainBody></doc></attachment>\n"
            )
        return f"<attachments>{''.join(written)}</attachments>" if written else ""
