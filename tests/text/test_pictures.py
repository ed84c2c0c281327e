"""A page of a PDF is drawn in the child process, to its size, and what cannot be drawn is a named error."""

import struct
import zlib

import pytest

from operative.errors import DamagedSource, EmptySource, SourceTooCostly
from operative.text.bounded import Limits, draw_bounded
from operative.text.packing import PAGE_SIZE

from .pdf_files import Page, pdf_of

DRAWER = "operative.text.pdf.pictures:draw_page"


def test_a_page_has_its_size_and_its_ink():
    drawn = draw_bounded(DRAWER, pdf_of(Page().text(72, 700, "The Council,")), page="1")
    width, height = PAGE_SIZE.unpack_from(drawn)
    png = drawn[PAGE_SIZE.size :]
    columns, rows = struct.unpack_from(">II", png, 16)
    start = png.index(b"IDAT") + 4
    dots = zlib.decompressobj().decompress(png[start:])

    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert (columns, rows) == (int(width * 120 / 72), int(height * 120 / 72))
    assert len(dots) == rows * (columns + 1)
    assert 0 < sum(dot < 128 for dot in dots) - rows < len(dots) / 20


@pytest.mark.parametrize(
    ("data", "page", "error"),
    [(b"%PDF-1.4 not one", "1", DamagedSource), (b"", "1", EmptySource), (None, "2", DamagedSource)],
)
def test_what_cannot_be_drawn_is_named(data: bytes | None, page: str, error: type[Exception]):
    whole = pdf_of(Page().text(72, 700, "The Council,")) if data is None else data
    with pytest.raises(error):
        draw_bounded(DRAWER, whole, page=page)


def test_a_drawing_has_its_limit_of_time():
    whole = pdf_of(Page().text(72, 700, "The Council,"))
    with pytest.raises(SourceTooCostly):
        draw_bounded(DRAWER, whole, Limits(seconds=0.0, seconds_per_megabyte=0.0), page="1")
