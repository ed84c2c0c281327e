"""Makes the pictures of papers in docs/images/reports, and the page that shows them.

    tools/report_pictures.py TEXTS... [--out DIR] [--keep DIR] [--dots N]

TEXTS are folders with the texts of the founding case, by the keys of its documents. The report to the working group as
of three days is made as PDF and as DOCX (drawn by LibreOffice), each page as a picture; with --keep the papers stay in
DIR. Needs soffice and pdftoppm.
"""

import argparse
import struct
import subprocess
import sys
import tempfile
import zlib
from datetime import UTC, date, datetime
from pathlib import Path

from operative.bootstrap.casebooks import attach_folder, open_demo
from operative.bootstrap.dossiers import Dossiers
from operative.bootstrap.reports import make_report
from operative.domain.papers import PaperKind
from operative.store.memory import MemoryLedgers

OUT = Path(__file__).resolve().parents[1] / "docs" / "images" / "reports"
KEY = "iom-un-2015"
DAYS = (date(2016, 5, 1), date(2016, 10, 1), date(2018, 6, 1))
PAGE = OUT.parents[1] / "explanation" / "report-pages.md"
DOTS = 75
"""An inch: small pictures, on which one still reads."""


HEAD = """# The report to the working group, page by page

The report of the founding case as of three days, as `operative report make iom-un-2015 --kind working-group` makes it
with the texts of the case attached: the same dossier, seen on 1 May 2016, 1 October 2016 and 1 June 2018. The PDF is as
it comes out, the DOCX as LibreOffice draws it. Made by `tools/report_pictures.py`;
[how to make one](../how-to/make-a-report.md).

What to look at: OP2, OP3 and OP4 each say where they stand on the day, what is unanswered since when, and which note
proves it; suggestions of the machine are in a column of their own and count for nothing; what is unknown is said to be
unknown.
"""


def main() -> int:
    """Make the papers, draw them, and say what was drawn."""
    call = argparse.ArgumentParser(description=__doc__)
    call.add_argument("texts", nargs="+", type=Path)
    call.add_argument("--out", type=Path, default=OUT)
    call.add_argument("--keep", type=Path)
    call.add_argument("--dots", type=int, default=DOTS)
    given = call.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.keep or Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        given.out.mkdir(parents=True, exist_ok=True)
        for old in given.out.glob("*.png"):
            old.unlink()
        for paper in make_papers(given.texts, place):
            draw(paper, given.out, given.dots)
    drawn = sorted(given.out.glob("*.png"), key=lambda one: (one.stem[:-2].rstrip("-"), len(one.stem), one.stem))
    if given.out == OUT:
        PAGE.write_text(page_of(drawn), "utf-8")
    print(f"{len(drawn)} pages, {sum(one.stat().st_size for one in drawn):,} bytes")
    return 0


def page_of(drawn: list[Path]) -> str:
    """The page that shows the pictures."""
    lines = [HEAD]
    for day in DAYS:
        for form in ("pdf", "docx"):
            pages = [one for one in drawn if one.stem.startswith(f"{form}-{day}-")]
            lines.append(f"## As of {day}, {form.upper()}\n")
            for number, one in enumerate(pages, 1):
                lines.append(f"![Page {number} of {len(pages)}](../images/reports/{one.name})")
            lines.append("")
    return "\n".join(lines)


def make_papers(texts: list[Path], place: Path) -> list[Path]:
    """The report as of each day, in both forms."""
    dossiers = Dossiers(MemoryLedgers(), lambda: datetime(2026, 1, 5, tzinfo=UTC), place / "key")
    open_demo(dossiers)
    dossier = dossiers.open(KEY)
    for folder in texts:
        for line in attach_folder(dossier, folder):
            print(line)
    made = []
    for day in DAYS:
        for form in ("pdf", "docx"):
            paper = place / f"{form}-{day}.{form}"
            paper.write_bytes(make_report(dossier, dossier.history(day), PaperKind.WORKING_GROUP, form))
            made.append(paper)
    return made


def draw(paper: Path, out: Path, dots: int) -> None:
    """Every page of a paper as a picture in few greys."""
    pdf = paper
    if paper.suffix == ".docx":
        pdf = paper.with_name(f"{paper.stem}.drawn.pdf")
        form = ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(paper.parent / "drawn")]
        subprocess.run(["soffice", "--headless", *form, str(paper)], check=True, capture_output=True)
        (paper.parent / "drawn" / f"{paper.stem}.pdf").rename(pdf)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-gray", "-r", str(dots), str(pdf), f"{folder}/page"], check=True)
        for number, page in enumerate(sorted(Path(folder).iterdir()), 1):
            (out / f"{paper.stem}-{number}.png").write_bytes(as_png(page.read_bytes()))


def as_png(grey: bytes) -> bytes:
    """A picture in 256 greys (PGM) as PNG in 16: a third of the bytes, and as good to read."""
    _, size, _, pixels = grey.split(b"\n", 3)
    width, height = map(int, size.split())
    rows = []
    for start in range(0, width * height, width):
        row = pixels[start : start + width] + b"\xff" * (width % 2)
        rows.append(b"\0" + bytes(row[at] & 0xF0 | row[at + 1] >> 4 for at in range(0, len(row), 2)))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(rows), 9)),
        (b"IEND", b""),
    )
    chunks = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


if __name__ == "__main__":
    sys.exit(main())
