"""A page of a PDF as a picture, to be looked at beside what was read out of it."""

import struct
import zlib
from ctypes import string_at

from operative.errors import DamagedSource
from operative.text.packing import PAGE_SIZE
from operative.text.pdf.binding import pdfium
from operative.text.pdf.sheets import open_document

__all__ = ["draw_page"]

_DOTS_PER_INCH = 120
_MOST_DOTS = 4_000_000
_GREY, _WHITE = 1, 0xFFFFFFFF
_ANNOTATIONS = 1


def draw_page(data: bytes, *, page: str) -> bytes:
    """The size of a page, counted from 1, and its picture in grey as PNG. Not for several threads at once.

    Raises the error that fits where the document does not open, and `DamagedSource` for a page that is not there.
    """
    library = pdfium()
    with open_document(data) as (document, pages):
        number = int(page)
        handle = library.load_page(document, number - 1) if 0 < number <= pages else None
        if not handle:
            raise DamagedSource(f"page {page} cannot be drawn; the file has {pages}")
        try:
            width, height = library.page_width(handle), library.page_height(handle)
            return PAGE_SIZE.pack(width, height) + _draw(handle, width, height)
        finally:
            library.close_page(handle)


def _draw(handle: int, width: float, height: float) -> bytes:
    library = pdfium()
    scale = _DOTS_PER_INCH / 72
    if width * height * scale**2 > _MOST_DOTS:
        scale = (_MOST_DOTS / (width * height)) ** 0.5
    columns, rows = max(int(width * scale), 1), max(int(height * scale), 1)
    bitmap = library.create_bitmap(columns, rows, _GREY, None, 0)
    if not bitmap:
        raise DamagedSource("the page cannot be drawn")
    try:
        library.fill_bitmap(bitmap, 0, 0, columns, rows, _WHITE)
        library.render_page(bitmap, handle, 0, 0, columns, rows, 0, _ANNOTATIONS)
        stride, start = library.bitmap_stride(bitmap), library.bitmap_buffer(bitmap)
        lines = [string_at(start + row * stride, columns) for row in range(rows)]
    finally:
        library.destroy_bitmap(bitmap)
    return _png(columns, rows, lines)


def _png(columns: int, rows: int, lines: list[bytes]) -> bytes:
    """A PNG in eight bits of grey; each line begins with the filter that it takes, which is none."""
    head = struct.pack(">IIBBBBB", columns, rows, 8, 0, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + line for line in lines), 6)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
