"""Papers of 200 pages as DOCX and PDF, and tables of 50,000 rows as CSV and XLSX: seconds, pages and memory.

    python bench/papers.py

Nothing real is needed: the words are made here. Each is made in a process of its own, whose greatest memory counts.
"""

import json
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from rows import Row

from operative.domain.papers import Block, Heading, Note, Paper, PaperKind, PaperTable, Paragraph, Sentence
from operative.exchange.papers import render_paper

MOST = 10.0
"""Seconds for 200 pages."""
PARAGRAPHS, ROWS = 1860, 50_000
WORDS = (
    "The report of the Organization says what was asked, of whom, by when and on which condition, and what came of it"
)
RIGHT_TO_LEFT = "تقرير عن الآبار"


def measure(data: Path) -> list[Row]:
    """Seconds for each form; the note says how much came out and what it took."""
    found = []
    for kind, form in (("200 pages", "docx"), ("200 pages", "pdf"), ("50,000 rows", "csv"), ("50,000 rows", "xlsx")):
        call = [sys.executable, __file__, kind, form]
        told = json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)
        note = f"{told['pages']}{told['bytes'] / 1e6:.1f} MB, {told['memory'] / 1024:.0f} MB of memory"
        found.append(Row(f"paper of {kind} as {form}", "made", told["seconds"], MOST, "lower", "s", note=note))
    return found


def made(kind: str) -> Paper:
    """The paper: a long report with a note at each sentence, or one long table with hostile cells."""
    blocks = report() if kind == "200 pages" else table()
    return Paper(PaperKind.STATUS_7, "made", "A long paper", "en", date(2030, 1, 1), 1, tuple(blocks))


def report() -> list[Block]:
    """Sections with paragraphs and a table each."""
    blocks: list[Block] = []
    for number in range(PARAGRAPHS):
        if number % 40 == 0:
            rows = tuple((said(number, place), said(number, place + 1)) for place in range(8))
            blocks += [Heading(f"Part {number // 40 + 1}"), PaperTable("Standing", ("Asked", "Done"), rows)]
        blocks.append(Paragraph((said(number), said(number, 1)), depth=int(number % 3 == 2)))
    return blocks


def said(number: int, place: int = 0) -> Sentence:
    return Sentence(f"{WORDS} ({number}).", (Note(f"Report {number}, p{place}: “{WORDS[:60]}”.", (number, place)),))


def table() -> list[Block]:
    """Rows with formulas, letters from right to left, and one cell of a megabyte."""
    cells = ["=1+1", "@SUM(A1)", "-2", RIGHT_TO_LEFT, WORDS, "plain"]
    rows = [tuple(Sentence(f"{cell} {number}") for cell in cells) for number in range(ROWS)]
    rows[7] = (Sentence("x" * 2**20), *rows[7][1:])
    return [PaperTable("Rows", tuple("abcdef"), tuple(rows))]


def main(kind: str, form: str) -> None:
    """Make one, and say in JSON what it took."""
    paper = made(kind)
    begun = time.perf_counter()
    data = render_paper(paper, form)
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    pages = ""
    if form == "pdf":
        import pypdfium2  # needed to count pages only

        pages = f"{len(pypdfium2.PdfDocument(data))} pages, "
    print(json.dumps({"seconds": round(seconds, 2), "bytes": len(data), "memory": memory, "pages": pages}))


if __name__ == "__main__":
    main(*sys.argv[1:3])
