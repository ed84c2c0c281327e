"""How long a whole reading of PDFs takes, against the time pypdfium2 needs for their raw text, in the same run."""

import statistics
import time
from pathlib import Path

import pypdfium2
from rows import Row

import operative

ROUNDS = 3


def raw_text(path: Path) -> int:
    """Characters of the raw text of a PDF."""
    document = pypdfium2.PdfDocument(path)
    try:
        return sum(len(page.get_textpage().get_text_range()) for page in document)
    finally:
        document.close()


def measure(data: Path) -> list[Row]:
    """The ratio of both times over all PDFs, the median of three rounds."""
    files = sorted((data / "pdf_benchmark").glob("*.pdf"))
    operative.read(files[0]), raw_text(files[0])  # what is loaded on first use does not count
    ratios: list[float] = []
    whole = 0.0
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for path in files:
            raw_text(path)
        middle = time.perf_counter()
        for path in files:
            operative.read(path)
        whole = time.perf_counter() - middle
        ratios.append(whole / (middle - begun))
    note = f"{len(files) / whole:.1f} documents a second"
    return [Row("PDF reading : raw text", "pdf_benchmark", statistics.median(ratios), 2.0, "lower", "x", note=note)]
