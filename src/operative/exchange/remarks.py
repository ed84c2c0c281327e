"""Remarks on a draft as a document of a word processor: the draft, with a comment at the words of each remark."""

import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol

from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from operative.domain.documents import Document as TitleBlock
from operative.domain.provisions import Kind, Provision
from operative.domain.remarks import Remark
from operative.domain.spans import Span
from operative.exchange.characters import without_controls
from operative.exchange.papers.docx import same_each_time

__all__ = ["render_remarks_docx"]

HEADS = {Kind.TITLE: 1, Kind.ANNEX: 1, Kind.ARTICLE: 2, Kind.HEADING: 2}
AUTHOR, INITIALS = "Operative", "Op"
STEP = 18
"""Points by which a provision stands further in than the one that it belongs to."""


class Checked(Protocol):
    """What is needed of a reading to show its words again."""

    @property
    def document(self) -> TitleBlock:
        """The first document of the source."""

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """All provisions in the order of the text."""


def render_remarks_docx(reading: Checked, remarks: Iterable[Remark]) -> bytes:
    """The draft as DOCX with real comments; a remark on the text as such stands at its first words.

    The layout is ours, the words are those of the draft. The same call makes the same bytes.
    """
    document = Document()
    document.core_properties.author = document.core_properties.last_modified_by = AUTHOR
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Georgia", Pt(10.5)
    ids = {one.id for one in reading.provisions}
    by_provision: defaultdict[str, list[Remark]] = defaultdict(list)
    for remark in remarks:
        by_provision[remark.provision if remark.provision in ids else ""].append(remark)
    depths: dict[str, int] = {}
    first: Paragraph | None = None
    for provision in reading.provisions:
        depths[provision.id] = depths.get(provision.parent or "", -1) + 1
        paragraph = _written(document, provision, depths[provision.id], by_provision[provision.id])
        first = first or paragraph
    if by_provision[""]:
        held = first or document.add_paragraph(reading.document.title or reading.document.symbol or "-")
        for remark in by_provision[""]:
            _comment(document, list(held.runs), remark)
    out = io.BytesIO()
    document.save(out)
    return same_each_time(out.getvalue())


def _written(document: Opened, provision: Provision, depth: int, remarks: Sequence[Remark]) -> Paragraph:
    """One provision with its number; its words are parted where a comment begins or ends."""
    level = HEADS.get(provision.kind)
    paragraph = document.add_heading("", level) if level else document.add_paragraph()
    paragraph.paragraph_format.left_indent = Pt(STEP * depth) if depth and not level else None
    if provision.number:
        paragraph.add_run(f"{without_controls(provision.number)} ")
    places = [_place(provision.text, remark) for remark in remarks]
    cuts = sorted({0, len(provision.text), *(at for span in places for at in (span.start, span.end))})
    runs = [
        (Span(start, end), paragraph.add_run(without_controls(provision.text[start:end])))
        for start, end in pairwise(cuts)
    ]
    for remark, place in zip(remarks, places, strict=True):
        held = [run for span, run in runs if place.covers(span)] or [paragraph.add_run("")]
        _comment(document, held, remark)
    return paragraph


def _place(text: str, remark: Remark) -> Span:
    """Where the words of a remark stand in a provision; all of it where they run over several."""
    at = text.find(remark.words) if remark.words else -1
    return Span(at, at + len(remark.words)) if at >= 0 else Span(0, len(text))


def _comment(document: Opened, runs: Sequence[Run], remark: Remark) -> None:
    said = without_controls(f"{remark.message}. {remark.suggestion} [{remark.code}, {remark.severity.value}]")
    comment = document.add_comment(runs, said[:1].upper() + said[1:], AUTHOR, INITIALS)
    # The moment of the call would make every call another file.
    comment._comment_elm.attrib.pop(qn("w:date"), "")
