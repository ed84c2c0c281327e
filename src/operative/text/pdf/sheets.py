"""Pages of a PDF as PDFium sees them: runs of characters and drawn rules."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_void_p, create_string_buffer

from operative.errors import DamagedSource, EmptySource, EncryptedSource, SourceTooCostly
from operative.text.pdf.binding import Pdfium, pdfium
from operative.text.pdf.drawings import read_drawings
from operative.text.pdf.runs import RIGHT_TO_LEFT, read_runs, read_turned_runs
from operative.text.pdf.shapes import Sheet

__all__ = ["MOST_PAGES", "open_document", "read_sheet"]

MOST_PAGES = 20_000
_PASSWORD, _SECURITY = 4, 5
"""What PDFium says of files that it may not open."""

_USUAL = bytes([*range(5), *range(0x10, 0xD8)])
"""High halves of letters that are neither written from right to left nor private; others ask for a closer look."""
_GARBLED = re.compile("[\ue000-\uf8ff\ufffd]")


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
        if library.last_error() in (_PASSWORD, _SECURITY):
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
    edges = (box.left, box.bottom, box.right, box.top)
    words = _words(library, text)
    width, height = box.right - box.left, box.top - box.bottom
    plain = not words.encode("utf-16-be", "surrogatepass")[::2].translate(None, _USUAL)
    right_to_left = not plain and RIGHT_TO_LEFT.search(words) is not None
    handle = c_void_p(text)
    runs = None if right_to_left else read_runs(library, handle, words, edges)
    quarter = 0
    if runs is None:
        runs, quarter = read_turned_runs(library, handle, words, edges)
    drawings = read_drawings(library, c_void_p(page), box.left, box.top)
    rules = drawings.rules
    if quarter:
        rules = []
        width, height = (height, width) if quarter % 2 else (width, height)
    mirrored = right_to_left and 2 * len(RIGHT_TO_LEFT.findall(words)) > sum(map(str.isalpha, words))
    if mirrored:
        runs = [run._replace(left=width - run.right, right=width - run.left) for run in runs]
        rules = [rule._replace(left=width - rule.right, right=width - rule.left) for rule in rules]
    share = drawings.picture / (width * height) if width * height > 0 else 0.0
    letters = len(words) - words.count(" ") - 2 * words.count("\r")
    garbled = 0 if plain else len(_GARBLED.findall(words))
    return Sheet(number, width, height, runs, rules, mirrored, letters, garbled, drawings.drawn, share)


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
