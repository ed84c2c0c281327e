"""The characters of a page cut into runs: what one drawing operation sets in one style on one base line.

Upright pages that are read from left to right, nearly all there are, go a short way; turned letters and scripts written
from right to left need more questions for each run.
"""

import re
from collections.abc import Callable
from ctypes import byref, c_double, c_float, c_void_p, create_string_buffer
from unicodedata import normalize

from operative.text.pdf.binding import Pdfium
from operative.text.pdf.shapes import BOLD, ITALIC, RAISED, TURNED, Run

__all__ = ["RIGHT_TO_LEFT", "read_runs", "read_turned_runs"]

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ALEF_LAM = re.compile("[\u0622\u0623\u0625\u0627]\u0644")
_PRINTED_FORMS = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]+")
_NOT_PRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|slanted|[-,]it\b", re.IGNORECASE)
_SLANTED_FLAG, _FORCED_BOLD_FLAG, _FILL_AND_STROKE = 1 << 6, 1 << 18, 2
_SLANT = 0.15
"""From so much shear on, letters of an upright font are slanted."""
_SHORT, _INK = 3, 0.2
"""Markers of notes have at most so many digits, and stand at least so far, in ems, above the base line."""

Edges = tuple[float, float, float, float]


def _face(library: Pdfium, font: int) -> int:
    """The style of a font, by its name and its flags."""
    buffer = create_string_buffer(256)
    length = library.font_name(font, buffer, 256)
    name = buffer.raw[: max(min(length, 256) - 1, 0)].decode("utf-8", "replace")
    flags = max(library.font_flags(font), 0)
    style = BOLD if _BOLD_NAME.search(name) or flags & _FORCED_BOLD_FLAG else 0
    return style | ITALIC if _ITALIC_NAME.search(name) or flags & _SLANTED_FLAG else style


def read_runs(library: Pdfium, text: c_void_p, words: str, page: Edges) -> list[Run] | None:
    """The runs of an upright page; None where letters are turned."""
    char_object, char_matrix, char_box = library.char_object, library.char_matrix, library.char_box
    char_size, object_font, object_render = library.char_size, library.object_font, library.object_render
    faces: dict[int | None, int] = {None: 0}
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
        if stop <= at and (stop := words.find("\r", at)) < 0:
            stop = size
        end = stop if char_object(text, stop - 1) == thing else _end_of(char_object, text, thing, at, stop - 1)
        char_matrix(text, at, to_matrix)
        char_box(text, end - 1, to_rect)
        across, rise, shear, height, left, base = matrix
        if rise or across <= 0:
            return None
        right = rect[2] - left_edge
        if thing == last:
            char_box(text, at, to_rect)
            left = rect[0]
        handle = c_void_p(thing)
        style = faces.get(font := object_font(handle), -1)
        if style < 0:
            style = faces[font] = _face(library, font)
        if shear > _SLANT * across or object_render(handle) == _FILL_AND_STROKE:
            style |= ITALIC if shear > _SLANT * across else BOLD
        run = Run(words[at:end], left - left_edge, right, top_edge - base, char_size(text, at) * height, style, spaced)
        runs.append(run)
        if " " in run[0] or not run[0].isprintable() or (end - at <= _SHORT and run[0].isdigit()):
            _clean(library, text, runs, at, page)
        at, spaced, last = end, False, thing
    return runs


def _is_raised(library: Pdfium, text: c_void_p, at: int, base: float, size: float) -> bool:
    """Whether a digit is drawn above its base line: fonts have raised digits of their own."""
    edges = tuple(c_double() for _ in range(4))
    library.char_ink(text, at, *(byref(edge) for edge in edges))
    return edges[2].value - base > _INK * size


def _end_of(char_object: Callable[[c_void_p, int], int], text: c_void_p, thing: int, low: int, high: int) -> int:
    """Where the characters that one object draws end, found by halving: it draws `low` and does not draw `high`."""
    while high - low > 1:
        middle = (low + high) >> 1
        if char_object(text, middle) == thing:
            low = middle
        else:
            high = middle
    return low + 1


def _clean(library: Pdfium, text: c_void_p, runs: list[Run], start: int, page: Edges) -> None:
    """Takes what is not printed out of the last run, parts it where PDFium guessed a blank between its letters, and
    marks raised digits.

    No file was seen where one object has both printed and guessed blanks, so the first and the last are asked.
    """
    run = runs[-1]
    words = run.words
    blank, generated = words.find(" "), library.char_generated
    if blank >= 0 and (generated(text, start + blank) or generated(text, start + words.rfind(" "))):
        runs[-1:] = _parted(library, text, run, start, page[0])
    elif not words.isprintable():
        runs[-1] = run._replace(words=_printed(words))
    elif words.isdigit() and len(words) <= _SHORT and _is_raised(library, text, start, page[3] - run.base, run.size):
        runs[-1] = run._replace(style=run.style | RAISED)


def _printed(words: str) -> str:
    """The characters with blanks for those that are not printed; PDFium hides hyphens at line ends behind U+FFFE."""
    return _NOT_PRINTED.sub(lambda found: "-" if found.group() == "\ufffe" else " ", words)


def _parted(library: Pdfium, text: c_void_p, run: Run, start: int, left_edge: float) -> list[Run]:
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


def read_turned_runs(library: Pdfium, text: c_void_p, words: str, page: Edges) -> tuple[list[Run], int]:
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
        end = stop if same else _end_of(library.char_object, text, thing, at, stop - 1)
        library.char_matrix(text, at, byref(matrix))
        quarter = _quarter(matrix[0], matrix[1])
        counts[quarter] += end - at
        spans.append((at, end, thing, quarter))
        at = end
    most = counts.index(max(counts))
    runs: list[Run] = []
    before = 0
    for start, end, thing, quarter in spans:
        font = library.object_font(c_void_p(thing))
        style = (_face(library, font) if font else 0) | (0 if quarter == most else TURNED)
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
    library: Pdfium, text: c_void_p, words: str, span: tuple[int, int], quarter: int, style: int, page: Edges
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
    return Run(_in_order(library, text, words, span), near, far, base, size, style, False)


def _in_order(library: Pdfium, text: c_void_p, words: str, span: tuple[int, int]) -> str:
    """The characters as they are written: PDFium turns round what one drawn letter stands for (lam with alef), and
    leaves the forms that letters take in print.
    """
    start, end = span
    letters = list(words[start:end])
    first, second = (c_float * 4)(), (c_float * 4)()
    for found in _ALEF_LAM.finditer(words, start, end):
        library.char_box(text, found.start(), byref(first))
        library.char_box(text, found.start() + 1, byref(second))
        if first[:] == second[:]:
            at = found.start() - start
            letters[at : at + 2] = letters[at + 1], letters[at]
    return _printed(_PRINTED_FORMS.sub(lambda form: normalize("NFKC", form.group()), "".join(letters)))
