"""The functions of PDFium that reading needs, called without the cost of the general binding.

The general binding turns every pointer into an object; a page asks for thousands of them. The same functions with plain
integers cost a fifth.
"""

from ctypes import PYFUNCTYPE, c_char_p, c_double, c_float, c_int, c_uint, c_ulong, c_void_p, cast
from functools import cache
from typing import Any

import pypdfium2_raw as raw  # type: ignore[import-untyped]

__all__ = ["Pdfium", "pdfium"]


def _plain(function: object, result: Any, *arguments: Any) -> Any:
    return PYFUNCTYPE(result, *arguments)(cast(function, c_void_p).value or 0)  # type: ignore[arg-type]


def _quick(function: object, result: Any) -> Any:
    """The function without declared arguments, which are not converted then: pointers must come as `c_void_p`.

    A declared argument costs a call of its converter, more than the rest of a call together.
    """
    return PYFUNCTYPE(result)(cast(function, c_void_p).value or 0)  # type: ignore[arg-type]


class Pdfium:
    """PDFium, started, with integers as handles, or `c_void_p` for what is asked often. Not for several threads."""

    def __init__(self) -> None:
        raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(2, None, None, 0))
        self.load_document = _plain(raw.FPDF_LoadMemDocument64, c_void_p, c_char_p, c_ulong, c_char_p)
        self.close_document = _plain(raw.FPDF_CloseDocument, None, c_void_p)
        self.last_error = _plain(raw.FPDF_GetLastError, c_ulong)
        self.count_pages = _plain(raw.FPDF_GetPageCount, c_int, c_void_p)
        self.load_page = _plain(raw.FPDF_LoadPage, c_void_p, c_void_p, c_int)
        self.close_page = _plain(raw.FPDF_ClosePage, None, c_void_p)
        self.page_box = _plain(raw.FPDF_GetPageBoundingBox, c_int, c_void_p, c_void_p)
        self.load_text = _plain(raw.FPDFText_LoadPage, c_void_p, c_void_p)
        self.close_text = _plain(raw.FPDFText_ClosePage, None, c_void_p)
        self.count_chars = _plain(raw.FPDFText_CountChars, c_int, c_void_p)
        self.get_text = _plain(raw.FPDFText_GetText, c_int, c_void_p, c_int, c_int, c_void_p)
        self.char_unicode = _plain(raw.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
        self.char_object = _quick(raw.FPDFText_GetTextObject, c_void_p)
        self.char_generated = _quick(raw.FPDFText_IsGenerated, c_int)
        self.char_box = _quick(raw.FPDFText_GetLooseCharBox, c_int)
        self.char_ink = _quick(raw.FPDFText_GetCharBox, c_int)
        self.char_matrix = _quick(raw.FPDFText_GetMatrix, c_int)
        self.char_size = _quick(raw.FPDFText_GetFontSize, c_double)
        self.object_font = _quick(raw.FPDFTextObj_GetFont, c_void_p)
        self.object_render = _quick(raw.FPDFTextObj_GetTextRenderMode, c_int)
        self.font_flags = _plain(raw.FPDFFont_GetFlags, c_int, c_void_p)
        self.font_name = _plain(raw.FPDFFont_GetBaseFontName, c_ulong, c_void_p, c_void_p, c_ulong)
        self.count_objects = _plain(raw.FPDFPage_CountObjects, c_int, c_void_p)
        self.get_object = _quick(raw.FPDFPage_GetObject, c_void_p)
        self.object_kind = _quick(raw.FPDFPageObj_GetType, c_int)
        self.object_box = _quick(raw.FPDFPageObj_GetBounds, c_int)
        self.segment_count = _quick(raw.FPDFPath_CountSegments, c_int)
        self._bind_drawing()
        self.float_rect = raw.FS_RECTF
        self.text = int(raw.FPDF_PAGEOBJ_TEXT)
        self.path = int(raw.FPDF_PAGEOBJ_PATH)
        self.image = int(raw.FPDF_PAGEOBJ_IMAGE)

    def _bind_drawing(self) -> None:
        self.page_width = _plain(raw.FPDF_GetPageWidthF, c_float, c_void_p)
        self.page_height = _plain(raw.FPDF_GetPageHeightF, c_float, c_void_p)
        self.create_bitmap = _plain(raw.FPDFBitmap_CreateEx, c_void_p, c_int, c_int, c_int, c_void_p, c_int)
        self.fill_bitmap = _plain(raw.FPDFBitmap_FillRect, c_int, c_void_p, c_int, c_int, c_int, c_int, c_ulong)
        self.bitmap_buffer = _plain(raw.FPDFBitmap_GetBuffer, c_void_p, c_void_p)
        self.bitmap_stride = _plain(raw.FPDFBitmap_GetStride, c_int, c_void_p)
        self.destroy_bitmap = _plain(raw.FPDFBitmap_Destroy, None, c_void_p)
        self.render_page = _plain(
            raw.FPDF_RenderPageBitmap, None, c_void_p, c_void_p, c_int, c_int, c_int, c_int, c_int, c_int
        )


@cache
def pdfium() -> Pdfium:
    """The one started library."""
    return Pdfium()
