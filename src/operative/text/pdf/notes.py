"""Footnotes: which lines at the foot of a page are notes, and which raised markers call them."""

import re

from operative.domain.texts import Role
from operative.text.pdf.shapes import RAISED, Print, Rule

__all__ = ["CALL_WORDS", "mark_notes"]

_SEPARATOR = re.compile(r"[_\u2015\u2500]{5,}|[-\u2013\u2014]{8,}")
_LABEL = re.compile(r"(?:\d{1,3}|[a-z]{1,2}|[*†‡§¶#]{1,4}|[¹²³⁴-⁹⁰]{1,3})(?=[\s/.)]|$)|\d{1,3}(?=[A-Z“(])")
# "12 See A/59/710." "* The present text ..."
CALL_WORDS = re.compile(r"\d{1,3}(?:\s*,\s*\d{1,3})*|[a-z]{1,2}|[*†‡§¶#]{1,4}|[¹²³⁴-⁹⁰]{1,3}")
"""What a marker of a note looks like, alone."""
_FEWEST_PAGES_BELOW = 0.35
"""Notes without a separator are looked for below this share of the page's height."""
_SMALLER = 0.93


def _label_end(line: Print) -> int:
    """Where the marker at the head of what may be a note ends; 0 where the line has none."""
    found = _LABEL.match(line.words)
    if found is not None:
        return min(line.styles[0].end, found.end()) if _is_raised(line) else found.end()
    raised = line.words[: line.styles[0].end].rstrip() if _is_raised(line) else ""
    # "¹Report": a raised number needs no space behind it.
    return len(raised) if CALL_WORDS.fullmatch(raised) and not raised.isalpha() else 0


def _is_raised(line: Print) -> bool:
    """Whether the line begins with a raised marker."""
    return bool(line.styles) and line.styles[0].start == 0 and bool(line.styles[0].bits & RAISED)


def mark_notes(lines: list[Print], rules: list[Rule], height: float, body_size: float) -> None:
    """Sets the role of the notes at the foot of a column, and of notes under a table, in place."""
    start = _after_separator(lines, rules, height)
    if start is None:
        start = _by_size(lines, height, body_size)
    if start is not None:
        for line in lines[start:]:
            if line.role is not Role.FURNITURE:
                line.role = Role.NOTE
        _label([line for line in lines[start:] if line.role is Role.NOTE])
        lines = lines[:start]
    _mark_table_notes(lines)


def _label(notes: list[Print]) -> None:
    """Sets the markers of notes: the raised ones, or, where none is raised, those that count on from the first."""
    if any(_is_raised(line) for line in notes):
        for line in notes:
            line.label = _label_end(line) if _is_raised(line) else 0
        return
    before = ""
    for line in notes:
        end = _label_end(line)
        marker = line.words[:end]
        if end and (not before or (marker.isdigit() and before.isdigit() and int(marker) == int(before) + 1)):
            line.label, before = end, marker
        elif end and not marker.isalnum():
            line.label = end


def _after_separator(lines: list[Print], rules: list[Rule], height: float) -> int | None:
    """The first line after a printed stroke, or below a short rule with small letters or a marker beneath."""
    for number, line in enumerate(lines):
        if _SEPARATOR.fullmatch(line.words):
            line.role = Role.FURNITURE
            if number + 1 < len(lines) and _label_end(lines[number + 1]):
                return number + 1
            if number + 1 < len(lines) and _all_small(lines[number + 1 :], lines[:number]):
                return number + 1
    if not lines:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    for rule in rules:
        short = 30 < rule.right - rule.left < 0.6 * (right - left) and abs(rule.left - left) < 80
        if not short or rule.top < _FEWEST_PAGES_BELOW * height or rule.bottom - rule.top > 3:
            continue
        below = next((number for number, line in enumerate(lines) if line.top >= rule.top - 2), None)
        if below and all(line.base <= rule.top + 2 for line in lines[:below]):
            rest, before = lines[below:], lines[:below]
            plain = all(line.role is not Role.TABLE for line in rest)
            if plain and _is_note(rest[0], before) and _all_small(rest, before):
                return below
    return None


def _is_note(line: Print, before: list[Print]) -> bool:
    small = line.size < _SMALLER * _usual_size(before)
    return (_label_end(line) > 0 and (_is_raised(line) or small)) or (small and len(before) > 2)


def _usual_size(lines: list[Print]) -> float:
    sizes: dict[float, int] = {}
    for line in lines:
        sizes[line.size] = sizes.get(line.size, 0) + len(line.words)
    return max(sizes, key=lambda size: sizes[size]) if sizes else 0.0


def _all_small(lines: list[Print], before: list[Print]) -> bool:
    usual = _usual_size(before) or 99.0
    return all(line.size <= 1.02 * usual for line in lines)


def _by_size(lines: list[Print], height: float, body_size: float) -> int | None:
    """The first of the last lines that is a note by its raised marker, or by a marker and small letters."""
    start = None
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if line.base < _FEWEST_PAGES_BELOW * height or line.role is Role.TABLE:
            break
        small = line.size < _SMALLER * body_size
        if _label_end(line) and (_is_raised(line) or small):
            start = number
        elif not small and (start is not None or number + 1 < len(lines) - 3):
            break
    if start == 0 or start is None:
        return start if start == 0 and lines[0].size < _SMALLER * body_size else None
    gap = lines[start].base - lines[start - 1].base
    return start if gap > 1.3 * lines[start].size else None


def _mark_table_notes(lines: list[Print]) -> None:
    """Small lines with raised markers right under a table are its notes."""
    under = False
    size = 0.0
    for line in lines:
        raised = _is_raised(line)
        if line.role is Role.TABLE:
            under, size = True, line.size
        elif under and line.role is Role.BODY and line.size <= 1.02 * size and (raised or _continues(line)):
            line.role = Role.NOTE
            line.label = _label_end(line) if raised else 0
        elif line.role is Role.BODY:
            under = False


def _continues(line: Print) -> bool:
    return line.words[:1].islower()
