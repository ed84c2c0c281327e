"""Make the sample as Word and PDF out of the bundled texts:  python tools/make_sample.py build/sample

The bundled .txt files look as if a program had got them out of a PDF: lines are broken, numbers stand alone, hyphens
are lost. Here they are set again as they would have been printed: italic lead verbs, automatic numbers, real footnotes.
"""

import json
import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import docx
import typst
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Cm
from docx.text.paragraph import Paragraph

HERE = Path(__file__).resolve().parent
TEXTS = HERE.parent / "src" / "operative" / "samples"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

LEADS = (
    "Recalling", "Having examined", "Mindful", "Noting", "Taking into account", "Desiring",
    "Welcomes", "Invites", "Instructs", "Further instructs", "Also requests", "Requests", "Decides",
)  # fmt: skip
INNER_LEADS = (" and commends ",)
MENDED = {"nonprofit": "non-profit", "InterInstitution": "Inter-Institution"}

NUMBER = re.compile(r"(?P<number>\d{1,2}\.)(?:\s+(?P<words>\S.*))?")
LETTER = re.compile(r"\((?P<number>[a-z])\)\s+(?P<words>.+)")
CALL = re.compile(r"(?<=[A-Za-z],)(?P<marker>\d)\b")
NOTE = re.compile(r"(?P<marker>\d)\s+(?P<words>.+)")


@dataclass(slots=True)
class Block:
    """One printed block: title, line, heading, number, letter or plain."""

    kind: str
    text: str = ""
    number: str = ""

    def add(self, words: str) -> None:
        """Append the words of one more line."""
        self.text = f"{self.text} {words}".strip()


def split_blocks(text: str) -> tuple[list[Block], dict[str, str]]:
    """The blocks of a bundled text, and its notes by marker."""
    body, _, foot = text.partition("\n__________\n")
    notes: dict[str, str] = {}
    for line in foot.splitlines():
        if match := NOTE.fullmatch(line.strip()):
            notes[match["marker"]] = match["words"]
    blocks: list[Block] = []
    fresh = True
    for line in body.splitlines():
        words = line.strip()
        if not words:
            fresh = True
        elif (match := NUMBER.fullmatch(words)) or (match := LETTER.fullmatch(words)):
            kind, number = ("letter", f"({match['number']})") if words[0] == "(" else ("number", match["number"])
            blocks.append(Block(kind, match["words"] or "", number))
            fresh = False
        elif fresh or opens_paragraph(words, blocks[-1]):
            blocks.append(Block(kind_of_line(words, blocks), words))
            fresh = False
        else:
            blocks[-1].add(words)
    for block in blocks:
        for lost, printed in MENDED.items():
            block.text = block.text.replace(lost, printed)
    return blocks, notes


def kind_of_line(words: str, blocks: list[Block]) -> str:
    """Title lines come first; an article or a Roman numeral heads a section; all else is running text."""
    if re.match(r"(?:Article \d+|[IVX]+\. )", words) or (blocks and re.fullmatch(r"Article \d+", blocks[-1].text)):
        return "heading"
    if any(block.kind in ("plain", "number", "heading") for block in blocks) or words.endswith(","):
        return "plain"
    if words.startswith("RESOLUTION") or (words.isupper() and "/" not in words):
        return "title"
    return "line"


def opens_paragraph(words: str, before: Block) -> bool:
    """Whether a line that follows another without a blank line begins a paragraph of its own."""
    if before.kind == "title":
        return not words.isupper()
    if not before.text:
        return False  # a number on a line of its own waits for its words
    ended = before.text[-1] in ",;.:" or CALL.search(before.text[-3:])
    return before.kind in ("heading", "line") or bool(ended and words.startswith((*LEADS, "Have agreed")))


def runs_of(block: Block, notes: dict[str, str]) -> list[tuple[str, str]]:
    """The block as runs (kind, text): plain, italic (lead verbs) and note."""
    text, runs = block.text, []
    lead = next((lead for lead in LEADS if text.startswith(lead)), "")
    if lead and block.kind in ("plain", "number"):
        runs.append(("italic", lead))
        text = text.removeprefix(lead)
    for inner in INNER_LEADS:
        before, verb, after = text.partition(inner)
        if verb:
            runs += [("plain", before + " and "), ("italic", verb.removeprefix(" and ").strip())]
            text = " " + after
    at = 0
    for match in CALL.finditer(text):
        if match["marker"] in notes:
            runs += [("plain", text[at : match.start()]), ("note", notes[match["marker"]])]
            at = match.end()
    return [(kind, words) for kind, words in [*runs, ("plain", text[at:])] if words]


def write_pdf(name: str, blocks: list[Block], notes: dict[str, str], path: Path) -> None:
    """Set the blocks with Typst; the text goes in as data."""
    first = blocks[0].text
    sample = {
        "title": first,
        "symbol": first.replace("RESOLUTION", "Resolution") if first[-1].isdigit() else "Agreement",
        "job": f"{sum(map(ord, name)) % 90000 + 10000}",
        "blocks": [
            {
                "kind": block.kind,
                "number": block.number,
                "runs": [{"kind": kind, "text": text} for kind, text in runs_of(block, notes)],
            }
            for block in blocks
        ],
    }
    typst.compile(str(HERE / "sample.typ"), output=str(path), sys_inputs={"text": json.dumps(sample)})


NUMBERING = f"""<w:abstractNum xmlns:w="{WORD}" w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
</w:abstractNum>"""


def write_docx(blocks: list[Block], notes: dict[str, str], path: Path) -> None:
    """Write the blocks as Word: numbers are automatic, notes are footnotes, lead verbs italic."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING))
    sections, footnotes = 90, []
    for block in blocks:
        paragraph = document.add_paragraph()
        if block.kind in ("title", "line"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if block.kind == "number" and block.number == "1.":
            sections += 1  # numbers begin anew, as under a new article
            start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
            numbering.append(
                parse_xml(f'<w:num xmlns:w="{WORD}" w:numId="{sections}"><w:abstractNumId w:val="90"/>{start}</w:num>')
            )
        if block.kind in ("number", "letter"):
            level = int(block.kind == "letter")
            properties = f'<w:numPr xmlns:w="{WORD}"><w:ilvl w:val="{level}"/><w:numId w:val="{sections}"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(properties))
            paragraph.paragraph_format.left_indent = Cm(1.2 * level)
        add_runs(paragraph, block, notes, footnotes)
    if footnotes:
        add_footnotes(document, footnotes)
    document.save(str(path))


def add_runs(paragraph: Paragraph, block: Block, notes: dict[str, str], footnotes: list[str]) -> None:
    """Put the runs of a block into a paragraph of Word; notes are collected."""
    for kind, text in runs_of(block, notes):
        if kind == "note":
            footnotes.append(text)
            call = f'<w:footnoteReference xmlns:w="{WORD}" w:id="{len(footnotes) + 1}"/>'
            run = paragraph.add_run()
            run.font.superscript = True
            run._r.append(parse_xml(call))
        else:
            run = paragraph.add_run(text)
            run.italic = True if kind == "italic" else None
            run.bold = True if block.kind in ("title", "heading") else None


def add_footnotes(document: docx.document.Document, footnotes: list[str]) -> None:
    """Add the part of a Word file that holds footnotes."""
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
        for number, text in enumerate(footnotes, start=2)
    )
    rules = "".join(
        f'<w:footnote w:type="{rule}" w:id="{number}"><w:p><w:r><w:{rule}/></w:r></w:p></w:footnote>'
        for number, rule in enumerate(("separator", "continuationSeparator"))
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes xmlns:w="{WORD}">{rules}{notes}</w:footnotes>'.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def main(folder: Path) -> None:
    """Make every bundled text in three formats, unless it is there and not older than the text and this program."""
    folder.mkdir(parents=True, exist_ok=True)
    tools = max((HERE / "sample.typ").stat().st_mtime, Path(__file__).stat().st_mtime)
    for source in sorted(TEXTS.glob("*.txt")):
        made = [folder / source.name, *(folder / f"{source.stem}.{ending}" for ending in ("docx", "pdf"))]
        if all(path.exists() and path.stat().st_mtime >= max(tools, source.stat().st_mtime) for path in made):
            continue
        blocks, notes = split_blocks(source.read_text("utf-8"))
        # Written whole, then named: several test processes may come at once.
        part = folder / f".{source.stem}.{os.getpid()}.part"
        for path in made:
            if path.suffix == ".pdf":
                write_pdf(source.stem, blocks, notes, part)
            elif path.suffix == ".docx":
                write_docx(blocks, notes, part)
            else:
                shutil.copyfile(source, part)
            part.replace(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
