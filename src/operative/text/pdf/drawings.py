"""What is drawn on a page besides letters: lines, which part notes from text and cells from cells, and pictures."""

from ctypes import byref, c_float, c_void_p
from typing import NamedTuple

from operative.text.pdf.binding import Pdfium
from operative.text.pdf.shapes import Rule

__all__ = ["Drawings", "read_drawings"]

_MOST_OBJECTS = 5_000
_MOST_RULES = 1_000
_THIN = 2.5
_TOUCH = 1.5
_RECTANGLE = (2, 4, 5)
"""How many segments a line or a rectangle has."""


class Drawings(NamedTuple):
    """Straight lines from top to bottom, how many things are drawn, and the area of all pictures."""

    rules: list[Rule]
    drawn: int
    picture: float


def read_drawings(library: Pdfium, page: c_void_p, left: float, top: float) -> Drawings:
    """The drawings of a page, touching pieces of lines joined; no lines where the page is full of drawings."""
    count = library.count_objects(page)
    if count > _MOST_OBJECTS:
        return Drawings([], count, 0.0)
    get_object, kind, text, path = library.get_object, library.object_kind, library.text, library.path
    things = [c_void_p(get_object(page, index)) for index in range(count)]
    others = [(sort, thing) for thing in things if (sort := kind(thing)) != text]
    bounds = tuple(c_float() for _ in range(4))
    references = tuple(byref(bound) for bound in bounds)
    pieces: list[Rule] = []
    area = 0.0
    for sort, thing in others:
        lined = sort == path and library.segment_count(thing) in _RECTANGLE and len(pieces) <= _MOST_RULES
        if not (lined or sort == library.image) or not library.object_box(thing, *references):
            continue
        x1, y1, x2, y2 = (bound.value for bound in bounds)
        if lined:
            pieces.extend(_edges(Rule(x1 - left, top - y2, x2 - left, top - y1)))
        else:
            area += (x2 - x1) * (y2 - y1)
    rules = sorted(_joined(pieces), key=lambda rule: (rule.top, rule.left)) if 0 < len(pieces) <= _MOST_RULES else []
    return Drawings(rules, len(others), area)


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
            right, bottom = max(last.right, rule.right), max(last.bottom, rule.bottom)
            joined[-1] = Rule(last.left, min(last.top, rule.top), right, bottom)
        else:
            joined.append(rule)
    return joined
