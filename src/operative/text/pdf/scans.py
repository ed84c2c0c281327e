"""Pages that are pictures: drawn, recognized, and given on as runs like those of printed text."""

from ctypes import string_at
from statistics import mean, median

from operative.text.ocr import Engine, Picture, Word, find_script, read_picture
from operative.text.pdf.binding import pdfium
from operative.text.pdf.runs import RIGHT_TO_LEFT
from operative.text.pdf.shapes import Run, Sheet

__all__ = ["Recognizer", "is_scan"]

_DOTS_PER_INCH = 300
_MOST_DOTS = 40_000_000
_FEW_LETTERS = 120
"""A page that is mostly one picture and has no more letters than a library's stamp is a scan."""
_SMALL_PICTURE, _MANY_DRAWINGS = 0.1, 100
"""A page without letters is blank where it has no more than a small picture and a few lines."""
_BELOW_BASE = frozenset("gjpqy,;()[]{}Q/|_")
_GREY, _WHITE = 1, 0xFFFFFFFF
_ANNOTATIONS = 1


def is_scan(sheet: Sheet) -> bool:
    """Whether the page holds no text that is worth the name, and something that may show some."""
    if not sheet.letters:
        return sheet.picture > _SMALL_PICTURE or sheet.drawn > _MANY_DRAWINGS
    if sheet.letters <= _FEW_LETTERS:
        return sheet.picture > 0.5
    return sheet.garbled > 0.3 * sheet.letters


class Recognizer:
    """Reads the scanned pages of one document; the script is found on the first of them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._script = ""
        self.confidences: dict[int, float] = {}

    def read(self, document: int, sheet: Sheet) -> int | None:
        """Puts the runs of recognized words on the sheet, and counts them; None where the engine fails."""
        picture = _picture(document, sheet)
        if picture is None:
            return None
        if not self._script:
            self._script = find_script(self._engine, picture)
        words = read_picture(self._engine, picture, self._script)
        if not words:
            return None if words is None else 0
        scale = 72 / picture.dots_per_inch
        runs = _runs(words, scale)
        sheet.mirrored = 2 * sum(RIGHT_TO_LEFT.search(run.words) is not None for run in runs) > len(runs)
        if sheet.mirrored:
            runs = [run._replace(left=sheet.width - run.right, right=sheet.width - run.left) for run in runs]
        sheet.runs = runs
        sheet.rules = []
        self.confidences[sheet.number] = mean(word.confidence for word in words)
        return len(words)


def _picture(document: int, sheet: Sheet) -> Picture | None:
    """The page as it would be printed."""
    library = pdfium()
    page = library.load_page(document, sheet.number - 1)
    if not page:
        return None
    try:
        width, height = library.page_width(page), library.page_height(page)
        dots = _DOTS_PER_INCH
        while width * height * (dots / 72) ** 2 > _MOST_DOTS and dots > 20:
            dots //= 2
        columns, rows = max(round(width * dots / 72), 1), max(round(height * dots / 72), 1)
        bitmap = library.create_bitmap(columns, rows, _GREY, None, 0)
        if not bitmap:
            return None
        try:
            library.fill_bitmap(bitmap, 0, 0, columns, rows, _WHITE)
            library.render_page(bitmap, page, 0, 0, columns, rows, 0, _ANNOTATIONS)
            stride, start = library.bitmap_stride(bitmap), library.bitmap_buffer(bitmap)
            lines = [string_at(start + row * stride, columns) for row in range(rows)]
        finally:
            library.destroy_bitmap(bitmap)
    finally:
        library.close_page(page)
    sheet.width, sheet.height = width, height
    return Picture(columns, rows, b"".join(lines), dots)


def _runs(words: list[Word], scale: float) -> list[Run]:
    """A run for each word; words of a line share a base line, lines of a block that are about as high share a size."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    heights = {number: max(w.bottom for w in row) - min(w.top for w in row) for number, row in lines.items()}
    blocks: dict[int, list[int]] = {}
    for number, row in lines.items():
        blocks.setdefault(row[0].block, []).append(heights[number])
    runs = []
    for number, row in lines.items():
        standing = [word.bottom for word in row if not _BELOW_BASE & set(word.words)]
        base = median(standing) if standing else max(word.bottom for word in row) - 0.2 * heights[number]
        usual = median(blocks[row[0].block])
        height = usual if 0.6 * usual < heights[number] < 1.5 * usual else heights[number]
        for word in row:
            left, right = word.left * scale, word.right * scale
            runs.append(Run(word.words + " ", left, right, base * scale, height * scale, 0, True))
    return runs
