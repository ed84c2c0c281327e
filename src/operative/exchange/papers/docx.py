"""A paper as DOCX that people edit: real headings, numbering, footnotes, table heads, and tracked changes."""

import io
import zipfile
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.document import Document as Opened
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Length, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Line

from operative.domain.house_styles import PaperSize
from operative.domain.papers import Paper, notes_of, numbers_of
from operative.exchange.characters import without_controls
from operative.exchange.papers.origins import properties_xml
from operative.exchange.papers.wordml import Writer, field_xml, footnotes_xml, numbering_xml, styles_xml

__all__ = ["render_docx", "same_each_time"]

SIZES = {PaperSize.A4: (Mm(210), Mm(297)), PaperSize.LETTER: (Mm(215.9), Mm(279.4))}
FONT, INK = "Georgia", RGBColor(0x1A, 0x1A, 0x1A)
EPOCH = (1980, 1, 1, 0, 0, 0)
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def render_docx(paper: Paper) -> bytes:
    """The paper as a document of a word processor; a redline as tracked changes by its author on the paper's day."""
    document = Document()
    _set_up(document, paper)
    numbers = notes_of(paper.blocks)
    moment, width = f"{paper.on.isoformat()}T00:00:00Z", round(_text_width(paper) / Pt(1) * 20)
    writer = Writer(numbers, paper.author or "Operative", moment, paper.language, width)
    end = document.element.body.sectPr
    for element in writer.front(paper):
        end.addprevious(parse_xml(element))
    for at, (block, number) in enumerate(numbers_of(paper), 1):
        for element in writer.write(block, number, f"b{at}"):
            end.addprevious(parse_xml(element))
    notes = footnotes_xml(numbers, writer)
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    package = document.part.package
    made = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, properties_xml(paper), package)
    package.relate_to(made, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
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
    for element in numbering_xml(paper.style.paragraphs, paper.style.points):
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
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Caption"):
        _set_font(styles[name])
    styles["Normal"].font.size, styles["Title"].font.size, styles["Caption"].font.size = Pt(10.5), Pt(18), Pt(10.5)
    styles["Title"].font.bold = True
    # The template draws a coloured line below titles.
    for border in styles["Title"].element.findall(".//" + qn("w:pBdr")):
        border.getparent().remove(border)
    for name in ("Header", "Footer"):
        styles[name].font.size = Pt(8.5)
        styles[name].paragraph_format.tab_stops.clear_all()
    _set_page(document, paper)


def _set_font(style: Any) -> None:
    """The font of the paper, also where the template takes that of its theme."""
    style.font.name = FONT
    style.font.color.rgb = INK
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _set_page(document: Opened, paper: Paper) -> None:
    """Paper and margins; from the second page on a line at the head; on every page its number at the foot."""
    section, style = document.sections[0], paper.style
    section.page_width, section.page_height = SIZES[style.size]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(style.margin)
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.text = without_controls(f"{style.header or paper.title}\t{paper.on.isoformat()}")
    head.paragraph_format.tab_stops.add_tab_stop(_text_width(paper), WD_TAB_ALIGNMENT.RIGHT)
    for foot in (section.footer, section.first_page_footer):
        _number_pages(foot.paragraphs[0])


def _number_pages(line: Line) -> None:
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for element in (*field_xml("PAGE"), *field_xml("NUMPAGES", before=" / ")):
        line._p.append(parse_xml(element))


def _text_width(paper: Paper) -> Length:
    """Of a page between its margins."""
    width, _ = SIZES[paper.style.size]
    return Length(width - 2 * Mm(paper.style.margin))


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
