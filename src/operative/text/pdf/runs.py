"""The characters of a page cut into runs: what one drawing operation sets in one style on one base line.

Upright pages that are read from left to right, nearly all there are, go a short way; turned letters and scripts written
from right to left need more questions for each run.
"""

import re
from ctypes import byref, c_float, create_string_buffer

from operative.text.pdf.binding import Pdfium
from operative.text.pdf.shapes import BOLD, ITALIC, TURNED, Run

__all__ = ["RIGHT_TO_LEFT", "Faces", "read_runs", "read_turned_runs"]

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NOT_PRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|slanted|[-,]it\b", re.IGNORECASE)
_SLANTED_FLAG, _FORCED_BOLD_FLAG, _FILL_AND_STROKE = 1 << 6, 1 << 18, 2
_SLANT = 0.15
"""From so much shear on, letters of an upright font are slanted."""

Edges = tuple[float, float, float, float]


class Faces:
    """Styles of the fonts of one page, asked once for each font."""

    def __init__(self, library: Pdfium) -> None:
        self._library = library
        self._known: dict[int | None, int] = {None: 0}

    def style(self, thing: int) -> int:
        """The style of the letters that a text object draws."""
        font = self._library.object_font(thing)
        style = self._known.get(font)
        if style is None:
            style = self._known[font] = self._face(font)
        return style | BOLD if self._library.object_render(thing) == _FILL_AND_STROKE else style

    def _face(self, font: int) -> int:
        buffer = create_string_buffer(256)
        length = self._library.font_name(font, buffer, 256)
        name = buffer.raw[: max(min(length, 256) - 1, 0)].decode("utf-8", "replace")
        flags = self._library.font_flags(font)
        style = BOLD if _BOLD_NAME.search(name) or (flags > 0 and flags & _FORCED_BOLD_FLAG) else 0
        return style | ITALIC if _ITALIC_NAME.search(name) or (flags > 0 and flags & _SLANTED_FLAG) else style


def read_runs(library: Pdfium, text: int, words: str, page: Edges) -> list[Run] | None:
    """The runs of an upright page; None where letters are turned."""
    char_object, char_matrix, char_box, char_size = (
        library.char_object, library.char_matrix, library.char_box, library.char_size
    )  # fmt: skip
    style_of = Faces(library).style
    matrix, rect = (c_float * 6)(), (c_float * 4)()
    to_matrix, to_rect = byref(matrix), byref(rect)
    left_edge, _, _, top_edge = page
    runs: list[Run] = []
    at, size, stop, spaced, last = 0, len(words), -1, False, 0
    while at < size:
        thing = char_object(text, at)
        if thing is None:
            at += 1
            spaced = True
            continue
        if stop <= at:
            stop = words.find("\r", at)
            if stop < 0:
                stop = size
        end = stop if char_object(text, stop - 1) == thing else _end_of(library, text, thing, at, stop - 1)
        char_matrix(text, at, to_matrix)
        char_box(text, end - 1, to_rect)
        across, rise, shear, height, left, base = matrix
        if rise or across <= 0:
            return None
        right = rect[2] - left_edge
        if thing == last:
            char_box(text, at, to_rect)
            left = rect[0]
        style = style_of(thing) | (ITALIC if shear > _SLANT * across else 0)
        run = Run(words[at:end], left - left_edge, right, top_edge - base, char_size(text, at) * height, style, spaced)
        runs += _clean(library, text, run, at, left_edge)
        at, spaced, last = end, False, thing
    return runs


def _end_of(library: Pdfium, text: int, thing: int, low: int, high: int) -> int:
    """Where the characters that one object draws end, found by halving: it draws `low` and does not draw `high`."""
    char_object = library.char_object
    while high - low > 1:
        middle = (low + high) >> 1
        if char_object(text, middle) == thing:
            low = middle
        else:
            high = middle
    return low + 1


def _clean(library: Pdfium, text: int, run: Run, start: int, left_edge: float) -> tuple[Run, ...] | list[Run]:
    """The run without what is not printed, parted where PDFium guessed a blank between its letters.

    No file was seen where one object has both printed and guessed blanks, so the first and the last are asked.
    """
    words = run.words
    blank = words.find(" ")
    generated = library.char_generated
    if blank >= 0 and (generated(text, start + blank) or generated(text, start + words.rfind(" "))):
        return _parted(library, text, run, start, left_edge)
    if words.isprintable():
        return (run,)
    return (run._replace(words=_printed(words)),)


def _printed(words: str) -> str:
    """The characters with blanks for those that are not printed; PDFium hides hyphens at line ends behind U+FFFE."""
    return _NOT_PRINTED.sub(lambda found: "-" if found.group() == "\ufffe" else " ", words)


def _parted(library: Pdfium, text: int, run: Run, start: int, left_edge: float) -> list[Run]:
    rect = (c_float * 4)()
    parts: list[Run] = []
    at = 0
    blanks = [index for index, letter in enumerate(run.words) if letter == " "]
    cuts = [index for index in blanks if library.char_generated(text, start + index)]
    for cut in (*cuts, len(run.words)):
        if cut > at:
            library.char_box(text, start + at, byref(rect))
            left, right = rect[0], rect[2]
            library.char_box(text, start + cut - 1, byref(rect))
            left, right = min(left, rect[0]) - left_edge, max(right, rect[2]) - left_edge
            spaced = run.spaced if not parts and at == 0 else True
            parts.append(run._replace(words=_printed(run.words[at:cut]), left=left, right=right, spaced=spaced))
        at = cut + 1
    return parts


def read_turned_runs(library: Pdfium, text: int, words: str, page: Edges) -> tuple[list[Run], int]:
    """The runs of any page, seen so that most letters stand upright, and by how many quarters it was turned."""
    counts = [0, 0, 0, 0]
    at = 0
    matrix = (c_float * 6)()
    spans: list[tuple[int, int, int, int]] = []
    while at < len(words):
        thing = library.char_object(text, at)
        if thing is None:
            at += 1
            continue
        stop = words.find("\r", at)
        stop = len(words) if stop < 0 else stop
        same = library.char_object(text, stop - 1) == thing
        end = stop if same else _end_of(library, text, thing, at, stop - 1)
        library.char_matrix(text, at, byref(matrix))
        quarter = _quarter(matrix[0], matrix[1])
        counts[quarter] += end - at
        spans.append((at, end, thing, quarter))
        at = end
    most = counts.index(max(counts))
    style_of = Faces(library).style
    runs: list[Run] = []
    before = 0
    for start, end, thing, quarter in spans:
        style = style_of(thing) | (0 if quarter == most else TURNED)
        run = _turned(library, text, words, (start, end), most, style, page)
        runs.append(run._replace(spaced=start > before))
        before = end
    return runs, most


def _quarter(across: float, rise: float) -> int:
    """By how many quarters letters are turned to the left."""
    if abs(rise) > abs(across):
        return 1 if rise > 0 else 3
    return 2 if across < 0 else 0


def _turned(
    library: Pdfium, text: int, words: str, span: tuple[int, int], quarter: int, style: int, page: Edges
) -> Run:
    """One run on a page that is turned back by `quarter`, whichever way its letters go."""
    matrix, rect = (c_float * 6)(), (c_float * 4)()
    start, end = span
    library.char_matrix(text, start, byref(matrix))
    library.char_box(text, start, byref(rect))
    left, top, right, bottom = rect
    library.char_box(text, end - 1, byref(rect))
    left, right = min(left, rect[0]), max(right, rect[2])
    bottom, top = min(bottom, rect[3]), max(top, rect[1])
    page_left, page_bottom, page_right, page_top = page
    near, far, base = (
        (left - page_left, right - page_left, page_top - matrix[5]),
        (bottom - page_bottom, top - page_bottom, matrix[4] - page_left),
        (page_right - right, page_right - left, matrix[5] - page_bottom),
        (page_top - top, page_top - bottom, page_right - matrix[4]),
    )[quarter]
    shear = matrix[2] if quarter % 2 == 0 else matrix[3]
    if matrix[1] == 0 and shear > _SLANT * matrix[0] > 0:
        style |= ITALIC
    size = library.char_size(text, start) * max(abs(matrix[2]), abs(matrix[3]))
    return Run(_printed(words[start:end]), near, far, base, size, style, False)
