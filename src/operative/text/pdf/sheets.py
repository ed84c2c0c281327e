"""Pages of a PDF as PDFium sees them: runs of characters and drawn rules."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, create_string_buffer

from operative.errors import DamagedSource, EmptySource, EncryptedSource, SourceTooCostly
from operative.text.pdf.binding import Pdfium, pdfium
from operative.text.pdf.rules import read_rules
from operative.text.pdf.shapes import BOLD, ITALIC, TURNED, Run, Sheet

__all__ = ["MOST_PAGES", "open_document", "read_sheet"]

MOST_PAGES = 20_000
_PASSWORD, _SECURITY = 4, 5
"""What PDFium says of files that it may not open."""
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|slanted|[-,]it\b", re.IGNORECASE)
_SLANTED_FLAG, _FORCED_BOLD_FLAG, _FILL_AND_STROKE = 1 << 6, 1 << 18, 2
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NOT_PRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_WORD_GAP = 0.17
"""The least blank, in ems, that parts two words; kerned letters of these files stand up to .15 apart."""


@contextmanager
def open_document(data: bytes) -> Iterator[tuple[int, int]]:
    """The handle of a document and the number of its pages, closed at the end.

    Raises the error that fits where the file is empty, damaged, locked, or claims more than `MOST_PAGES` pages.
    """
    if not data.strip(b"\x00 \t\r\n\f"):
        raise EmptySource("the file has no content")
    library = pdfium()
    document = library.load_document(data, len(data), None)
    if not document:
        code = library.last_error()
        if code in (_PASSWORD, _SECURITY):
            raise EncryptedSource("the PDF opens only with a password")
        raise DamagedSource("the PDF has no readable structure: it is truncated, damaged or of another format")
    try:
        pages = library.count_pages(document)
        if pages < 1:
            raise DamagedSource("the PDF has no pages: it is truncated or damaged")
        if pages > MOST_PAGES:
            raise SourceTooCostly(f"the PDF claims {pages} pages; at most {MOST_PAGES} are read")
        yield document, pages
    finally:
        library.close_document(document)


def read_sheet(document: int, number: int) -> Sheet | None:
    """What is seen on page `number`, counted from 1; None where the page cannot be had."""
    library = pdfium()
    page = library.load_page(document, number - 1)
    if not page:
        return None
    try:
        text = library.load_text(page)
        if not text:
            return None
        try:
            return _sheet(library, page, text, number)
        finally:
            library.close_text(text)
    finally:
        library.close_page(page)


def _sheet(library: Pdfium, page: int, text: int, number: int) -> Sheet:
    box = library.float_rect()
    library.page_box(page, byref(box))
    words = _words(library, text)
    reader = _RunReader(library, text, words, (box.left, box.bottom, box.right, box.top))
    runs = reader.read(0)
    quarter = reader.most_quarter(runs)
    if quarter:
        runs = reader.read(quarter)
    width, height = box.right - box.left, box.top - box.bottom
    rules = [] if quarter else read_rules(library, page, box.left, box.top)
    if quarter in (1, 3):
        width, height = height, width
    mirrored = reader.right_to_left and _mostly_right_to_left(words)
    if mirrored:
        runs = [run._replace(left=width - run.right, right=width - run.left) for run in runs]
        rules = [rule._replace(left=width - rule.right, right=width - rule.left) for rule in rules]
    return Sheet(number, width, height, runs, rules, mirrored)


def _words(library: Pdfium, text: int) -> str:
    """All characters of the page, one for each that PDFium counts."""
    count = library.count_chars(text)
    if count <= 0:
        return ""
    buffer = create_string_buffer(4 * count + 4)
    written = library.get_text(text, 0, count, buffer)
    words = buffer.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(words) == count:
        return words
    codes = (library.char_unicode(text, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\x00" for code in codes)


def _mostly_right_to_left(words: str) -> bool:
    return 2 * len(_RIGHT_TO_LEFT.findall(words)) > sum(map(str.isalpha, words))


class _RunReader:
    """Cuts the characters of one page into runs."""

    def __init__(self, library: Pdfium, text: int, words: str, box: tuple[float, float, float, float]) -> None:
        self.library = library
        self.text = text
        self.words = words
        self.page_box = box
        self.right_to_left = _RIGHT_TO_LEFT.search(words) is not None
        self.rect = library.float_rect()
        self.matrix = library.matrix()
        self.faces: dict[int, int] = {}
        self.quarters = [0, 0, 0, 0]

    def most_quarter(self, runs: list[Run]) -> int:
        """By how many quarter turns most letters of the page are turned to the left."""
        return self.quarters.index(max(self.quarters)) if runs else 0

    def read(self, quarter: int) -> list[Run]:
        """The runs of the page, held so that letters turned by `quarter` stand upright."""
        self.quarters = [0, 0, 0, 0]
        runs: list[Run] = []
        at, size, spaced, last = 0, len(self.words), False, 0
        char_object, text = self.library.char_object, self.text
        while at < size:
            thing = char_object(text, at)
            if thing is None:
                at += 1
                spaced = True
                continue
            end = self._end_of(thing, at)
            for start, stop in self._parts(at, end):
                runs.append(self._run(thing, start, stop, quarter, spaced, fresh=thing != last))
                spaced, last = True, thing
            at, spaced = end, False
        return runs

    def _end_of(self, thing: int, start: int) -> int:
        """Where the characters that one object draws end: tried at the line's end first, then halved."""
        char_object, text = self.library.char_object, self.text
        end = self.words.find("\r", start)
        high = (end if end >= 0 else len(self.words)) - 1
        if char_object(text, high) == thing:
            return high + 1
        low = start
        while high - low > 1:
            middle = (low + high) >> 1
            if char_object(text, middle) == thing:
                low = middle
            else:
                high = middle
        return low + 1

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """The range without the blanks that PDFium only guessed, and that are too narrow or wide enough to part it."""
        words, text, generated = self.words, self.text, self.library.char_generated
        at = words.find(" ", start, end)
        cuts = []
        while at >= 0:
            if generated(text, at):
                cuts.append(at)
            at = words.find(" ", at + 1, end)
        if not cuts:
            return [(start, end)]
        parts = []
        for cut in cuts:
            if cut > start:
                parts.append((start, cut))
            start = cut + 1
        if start < end:
            parts.append((start, end))
        return parts

    def _run(self, thing: int, start: int, end: int, quarter: int, spaced: bool, fresh: bool) -> Run:
        library, text, rect, matrix = self.library, self.text, self.rect, self.matrix
        library.char_matrix(text, start, byref(matrix))
        library.char_box(text, end - 1, byref(rect))
        a, b = matrix.a, matrix.b
        size = library.char_size(text, start)
        words = self.words[start:end]
        if not words.isprintable():
            words = _NOT_PRINTED.sub(lambda found: "-" if found.group() == "\ufffe" else " ", words)
        style = self._style(thing)
        if a > 0 and -0.2 * a < b < 0.2 * a and not quarter:
            self.quarters[0] += end - start
            box = self.page_box
            left, right = matrix.e, rect.right
            if self.right_to_left or not fresh:
                far = rect.left
                library.char_box(text, start, byref(rect))
                left, right = min(far, rect.left), max(right, rect.right)
            if matrix.c > 0.15 * a:
                style |= ITALIC
            return Run(words, left - box[0], right - box[0], box[3] - matrix.f, size * abs(matrix.d), style, spaced)
        return self._turned(words, start, end, quarter, size, style, spaced)

    def _turned(self, words: str, start: int, end: int, quarter: int, size: float, style: int, spaced: bool) -> Run:
        """A run on a page with turned letters, as seen after turning the page back by `quarter`."""
        matrix, rect, (left, bottom, right, top) = self.matrix, self.rect, self.page_box
        own = 0
        if abs(matrix.b) > abs(matrix.a):
            own = 1 if matrix.b > 0 else 3
        elif matrix.a < 0:
            own = 2
        self.quarters[own] += end - start
        x1, y1, x2, y2 = rect.left, rect.bottom, rect.right, rect.top
        self.library.char_box(self.text, start, byref(rect))
        x1, y1, x2, y2 = min(x1, rect.left), min(y1, rect.bottom), max(x2, rect.right), max(y2, rect.top)
        near, far, base = (
            (x1 - left, x2 - left, top - matrix.f),
            (y1 - bottom, y2 - bottom, matrix.e - left),
            (right - x2, right - x1, matrix.f - bottom),
            (top - y2, top - y1, right - matrix.e),
        )[quarter]
        scale = max(abs(matrix.a), abs(matrix.b))
        return Run(words, near, far, base, size * scale, style | (0 if own == quarter else TURNED), spaced)

    def _style(self, thing: int) -> int:
        font = self.library.object_font(thing)
        if font is None:
            return 0
        style = self.faces.get(font)
        if style is None:
            style = self.faces[font] = self._face(font)
        if self.library.object_render(thing) == _FILL_AND_STROKE:
            style |= BOLD
        return style

    def _face(self, font: int) -> int:
        buffer = create_string_buffer(256)
        length = self.library.font_name(font, buffer, 256)
        name = buffer.raw[: max(min(length, 256) - 1, 0)].decode("utf-8", "replace")
        flags = self.library.font_flags(font)
        style = BOLD if _BOLD_NAME.search(name) or flags & _FORCED_BOLD_FLAG else 0
        if _ITALIC_NAME.search(name) or flags & _SLANTED_FLAG:
            style |= ITALIC
        return style
