"""Drawn lines of a page: what parts the notes from the text, and the rows and cells of tables."""

from ctypes import byref, c_float

from operative.text.pdf.binding import Pdfium
from operative.text.pdf.shapes import Rule

__all__ = ["read_rules"]

_MOST_OBJECTS = 5_000
_MOST_RULES = 1_000
_THIN = 2.5
_TOUCH = 1.5
_RECTANGLE = (2, 4, 5)
"""How many segments a line or a rectangle has."""


def read_rules(library: Pdfium, page: int, left: float, top: float) -> tuple[list[Rule], bool]:
    """The straight lines drawn on the page, touching pieces joined, from top to bottom, and whether anything is drawn.

    Pages full of drawings give no lines.
    """
    count = library.count_objects(page)
    if count > _MOST_OBJECTS:
        return [], True
    get_object, kind, path, text = library.get_object, library.object_kind, library.path, library.text
    paths, pictured = [], False
    for index in range(count):
        thing = get_object(page, index)
        sort = kind(thing)
        if sort != text:
            pictured = True
            if sort == path and library.segment_count(thing) in _RECTANGLE:
                paths.append(thing)
    pieces: list[Rule] = []
    bounds = tuple(c_float() for _ in range(4))
    references = tuple(byref(bound) for bound in bounds)
    for thing in paths[: _MOST_RULES + 1]:
        if library.object_box(thing, *references):
            x1, y1, x2, y2 = (bound.value for bound in bounds)
            pieces.extend(_edges(Rule(x1 - left, top - y2, x2 - left, top - y1)))
    if len(pieces) > _MOST_RULES:
        return [], True
    return sorted(_joined(pieces), key=lambda rule: (rule.top, rule.left)), pictured


def _edges(box: Rule) -> list[Rule]:
    """The box itself where it is thin, else its four sides."""
    x1, y1, x2, y2 = box
    if x2 - x1 <= _THIN or y2 - y1 <= _THIN:
        return [box]
    return [Rule(x1, y1, x2, y1), Rule(x1, y2, x2, y2), Rule(x1, y1, x1, y2), Rule(x2, y1, x2, y2)]


def _joined(pieces: list[Rule]) -> list[Rule]:
    flat = [rule for rule in pieces if rule.right - rule.left > rule.bottom - rule.top]
    tall = [rule for rule in pieces if rule.right - rule.left < rule.bottom - rule.top]
    dots = [rule for rule in pieces if rule.right - rule.left == rule.bottom - rule.top]
    swapped = [Rule(top, left, bottom, right) for left, top, right, bottom in tall + dots]
    level = _level(flat + dots)
    upright = [Rule(left, top, right, bottom) for top, left, bottom, right in _level(swapped)]
    return [rule for rule in level + upright if max(rule.right - rule.left, rule.bottom - rule.top) > _THIN]


def _level(pieces: list[Rule]) -> list[Rule]:
    """Level pieces, joined where they touch end to end."""
    joined: list[Rule] = []
    for rule in sorted(pieces, key=lambda rule: (round(rule.top), rule.left)):
        last = joined[-1] if joined else None
        if last and abs(rule.top - last.top) <= _TOUCH and rule.left - last.right <= _TOUCH:
            joined[-1] = Rule(last.left, min(last.top, rule.top), max(last.right, rule.right), max(last.bottom, rule.bottom))
        else:
            joined.append(rule)
    return joined
