"""A paper as rows: CSV and XLSX, in which no cell is taken for a formula."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence

from operative.domain.papers import Heading, Marked, Paper, PaperTable, Paragraph, Sentence, numbers_of
from operative.domain.redlines import Change
from operative.exchange.characters import as_text, without_controls

__all__ = ["harmless", "render_csv", "render_xlsx", "rows_of"]

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a program for tables takes as the start of a formula."""
LONGEST = 32_767
"""Characters that a cell of XLSX holds."""
CUT = " [cut; the whole is in the CSV]"
EPOCH = (1980, 1, 1, 0, 0, 0)


def rows_of(paper: Paper) -> Iterator[tuple[str, ...]]:
    """A paper with one table as the rows of the table, with the evidence last; any other as one row per sentence."""
    evidence = paper.labels.get("evidence", "Evidence")
    tables = [one for one in paper.blocks if isinstance(one, PaperTable)]
    if len(tables) == 1 and all(isinstance(one, PaperTable | Heading) for one in paper.blocks):
        yield (*tables[0].header, evidence)
        for row in tables[0].rows:
            yield (*(one.words for one in row), _proof(row))
        return
    yield "section", "place", "column", "words", evidence.lower()
    section = ""
    for block, number in numbers_of(paper):
        match block:
            case Heading(words):
                section = f"{number} {words}".strip()
            case Paragraph(sentences):
                yield from ((section, number, "", one.words, _proof((one,))) for one in sentences)
            case PaperTable(caption, header, rows):
                for place, row in enumerate(rows, 1):
                    for name, cell in zip(header, row, strict=True):
                        yield caption, str(place), name, cell.words, _proof((cell,))
            case Marked(place, pieces, notes):
                for piece in pieces:
                    if piece.change is not Change.SAME:
                        yield section, place, str(piece.change), piece.words, _proof((Sentence("", notes),))


def _proof(sentences: Iterable[Sentence]) -> str:
    """The words of the notes, each once."""
    return " ".join(dict.fromkeys(note.words for one in sentences for note in one.notes))


def harmless(cell: str) -> str:
    """The cell with an apostrophe before what would be taken for the start of a formula, blanks before it or not."""
    plain = without_controls(cell.replace("\x00", "\ufffd"))
    return f"'{plain}" if plain.startswith(STARTS) or plain.lstrip().startswith(STARTS[:4]) else plain


def render_csv(paper: Paper) -> bytes:
    """The rows as CSV (RFC 4180), with a mark in front by which programs know that it is UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows_of(paper))
    return out.getvalue().encode("utf-8-sig", "replace")


def render_xlsx(paper: Paper) -> bytes:
    """The rows as one sheet of strings: the first row stays in view, and no cell is a formula."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in PARTS.items():
            package.writestr(_file(name), HEAD + part)
        with package.open(_file("xl/worksheets/sheet1.xml"), "w") as sheet:
            sheet.write((HEAD + SHEET).encode())
            for number, row in enumerate(rows_of(paper), 1):
                sheet.write(_row(number, row).encode("utf-8", "replace"))
            sheet.write(b"</sheetData></worksheet>")
    return out.getvalue()


def _file(name: str) -> zipfile.ZipInfo:
    """A member of the package, of the same moment each time."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _row(number: int, row: Sequence[str]) -> str:
    style = ' s="1"' if number == 1 else ""
    cells = "".join(f'<c t="inlineStr"{style}><is><t xml:space="preserve">{_cell(one)}</t></is></c>' for one in row)
    return f'<row r="{number}">{cells}</row>'


def _cell(words: str) -> str:
    told = harmless(words)
    return as_text(told if len(told) <= LONGEST else told[: LONGEST - len(CUT)] + CUT)


HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET = (
    f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="8" width="36" '
    'customWidth="1"/></cols><sheetData>'
)
PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPES}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPES}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Paper" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/worksheet" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/>'
        "</Relationships>"
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="10"/><name val="Calibri"/></font><font><b/>'
        '<sz val="10"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>'
        '</fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf applyAlignment="1"><alignment '
        'vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" '
        'wrapText="1"/></xf></cellXfs></styleSheet>'
    ),
}
"""The parts of a package that are the same for every paper."""
