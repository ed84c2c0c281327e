"""A paper as DOCX that people edit: real headings, numbering, footnotes, table heads, and tracked changes."""

import io
import zipfile
from datetime import datetime, time

from docx import Document
from docx.document import Document as Opened
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.shared import Pt, RGBColor

from operative.domain.papers import Paper, notes_of, numbers_of
from operative.exchange.papers.wordml import Writer, footnotes_xml, numbering_xml, styles_xml

__all__ = ["render_docx", "same_each_time"]

EPOCH = (1980, 1, 1, 0, 0, 0)
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def render_docx(paper: Paper) -> bytes:
    """The paper as a document of a word processor; a redline as tracked changes by its author on the paper's day."""
    document = Document()
    _set_up(document, paper)
    numbers = notes_of(paper.blocks)
    writer = Writer(numbers, paper.author or "Operative", f"{paper.on.isoformat()}T00:00:00Z", paper.language)
    document.add_heading(writer.clean(paper.title), 0)
    for name, value in paper.front:
        document.add_paragraph(writer.clean(f"{name}: {value}"))
    body = document.element.body
    end = body.sectPr
    for block, number in numbers_of(paper.blocks):
        for element in writer.write(block, number):
            end.addprevious(parse_xml(element))
    notes = footnotes_xml(numbers, writer)
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    out = io.BytesIO()
    document.save(out)
    return same_each_time(out.getvalue())


def _set_up(document: Opened, paper: Paper) -> None:
    """Styles, numbering, language and properties."""
    properties, moment = document.core_properties, datetime.combine(paper.on, time())
    properties.title, properties.author, properties.language = paper.title[:255], "Operative", paper.language
    properties.created = properties.modified = moment
    properties.last_modified_by, properties.comments, properties.revision = "Operative", "", 1
    numbering = document.part.numbering_part.element
    for element in numbering_xml():
        found = parse_xml(element)
        # Word wants every abstract numbering before the first concrete one.
        if found.tag.endswith("abstractNum"):
            numbering.insert(0, found)
        else:
            numbering.append(found)
    styles = document.styles
    for element in styles_xml(paper.language):
        styles.element.append(parse_xml(element))
    _set_language(document, paper.language)
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Georgia", Pt(10.5)
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        styles[name].font.name, styles[name].font.color.rgb = "Georgia", RGBColor(0x1A, 0x1A, 0x1A)
    styles["Title"].font.size = Pt(18)


def _set_language(document: Opened, language: str) -> None:
    for found in document.styles.element.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}lang"):
        for name in list(found.attrib):
            if name.endswith("}val"):
                found.set(name, language)


def same_each_time(data: bytes) -> bytes:
    """The package with every member of the same moment."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
