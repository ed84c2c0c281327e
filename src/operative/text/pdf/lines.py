"""Fragments to printed lines in reading order: rows, columns, and tables between them."""

import re
from collections.abc import Sequence

from operative.domain.texts import Role
from operative.text.pdf.fragments import WORD_GAP, join_fragments
from operative.text.pdf.shapes import RAISED, Fragment, Print, Rule, Style
from operative.text.pdf.tables import Table, find_tables

__all__ = ["LABEL", "read_lines", "read_rows"]

LABEL = re.compile(
    r"(?:\(?(?:\d{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,7}|[a-zA-Z]{2})[.)\]]{1,2}|\(\d{1,3}[a-z]?\)|\[\d+\]"
    r"|\d{1,3}/\d{1,4}\.?|\d{1,2}(?:\.\d{1,2}){1,4}\.?|[•●▪■–—\-*·o\uf0b7\uf0a7])(?=\s|$)"
)
# "12." "(a)" "(iv)" "78/102." "3.1.2" "•"
_ROW = 0.25
"""How far, in ems, base lines of one row may lie apart."""
_LINE_GAP = 2.5
"""Blank, in ems, that still stands inside a sentence: a justified line, a number before its text."""
_LABEL_GAP = 6.0
_LONE_RAISE = 1.2
"""How high, in ems, a marker that stands alone may be above the line that it follows."""


def read_lines(fragments: list[Fragment], rules: list[Rule], width: float) -> list[Print]:
    """The lines of one page in the order in which a person reads them; `column` counts the columns."""
    fragments = _with_raised(fragments)
    tables = find_tables(fragments, rules)
    taken = {id(fragment) for table in tables for fragment in table.fragments}
    items: list[Fragment | Table] = [fragment for fragment in fragments if id(fragment) not in taken]
    items.extend(tables)
    lines: list[Print] = []
    for number, column in enumerate(_columns(items, width)):
        for line in read_rows(column):
            line.column = number
            lines.append(line)
    return lines


def read_rows(items: list[Fragment | Table]) -> list[Print]:
    """The lines of one column, from top to bottom and in a row from left to right."""
    lines: list[Print] = []
    for row in _rows(items):
        if len(row) == 1 and isinstance(row[0], Fragment):
            lines.append(_line(row[0], row[0].left))
            continue
        current: Fragment | None = None
        text_left = 0.0
        for item in sorted(row, key=lambda item: item.left):
            if isinstance(item, Table):
                lines.extend(item.lines)
                continue
            if current is not None:
                gap = item.left - current.right
                labelled = LABEL.fullmatch(current.words.strip()) is not None
                if gap <= (_LABEL_GAP if labelled else _LINE_GAP) * max(item.size, current.size) and not item.turned:
                    blank = gap > WORD_GAP * current.size and not (item.styles and item.styles[0].bits & RAISED)
                    current = join_fragments(current, item, " " if blank else "")
                    if labelled:
                        text_left = item.left
                    continue
                lines.append(_line(current, text_left))
            current, text_left = item, item.left
        if current is not None:
            lines.append(_line(current, text_left))
    return _side_by_side(lines)


def _side_by_side(lines: list[Print]) -> list[Print]:
    """The lines with what stands a little lower to the left before what stands to the right, as in title blocks."""
    for number in range(1, len(lines)):
        before, line = lines[number - 1], lines[number]
        if line.right < before.left and line.base - before.base < 0.5 * max(line.size, before.size):
            lines[number - 1], lines[number] = line, before
    return lines


def _line(fragment: Fragment, text_left: float) -> Print:
    words = fragment.words
    styles = fragment.styles
    cut = len(words) - len(words.lstrip())
    words = words.strip()
    if cut:
        styles = [Style(max(style.start - cut, 0), style.end - cut, style.bits) for style in styles]
    return Print(
        words,
        fragment.left,
        fragment.right,
        fragment.base,
        fragment.size,
        styles,
        text_left=text_left,
        role=Role.FURNITURE if fragment.turned else Role.BODY,
        bottom=fragment.base,
    )


def _rows(items: list[Fragment | Table]) -> list[list[Fragment | Table]]:
    rows: list[list[Fragment | Table]] = []
    base = size = 0.0
    for item in sorted(items, key=lambda item: (item.base, item.left)):
        small, large = sorted((size, item.size))
        if rows and item.base - base <= _ROW * large and large <= 2.2 * small:
            rows[-1].append(item)
        else:
            rows.append([item])
            base, size = item.base, item.size
    return rows


def _with_raised(fragments: list[Fragment]) -> list[Fragment]:
    """The fragments with raised markers that stand alone joined to the words that they follow."""
    small = [one for one in fragments if len(one.words.strip()) <= 3 and one.words.strip().isalnum()]
    if not small:
        return fragments
    gone: set[int] = set()
    joined: dict[int, Fragment] = {}
    for marker in small:
        for host in fragments:
            lift = host.base - marker.base
            if (
                0.15 * host.size <= lift <= _LONE_RAISE * host.size
                and len(host.words) > 3
                and -0.3 * host.size <= marker.left - host.right <= 0.5 * host.size
                and marker.size <= host.size * 1.1
                and id(host) not in gone
            ):
                marker.styles = [Style(0, len(marker.words.strip()), RAISED)]
                joined[id(host)] = join_fragments(joined.get(id(host), host), marker, "")
                gone.add(id(marker))
                break
    return [joined.get(id(one), one) for one in fragments if id(one) not in gone]


def _columns(items: list[Fragment | Table], width: float) -> list[list[Fragment | Table]]:
    """The items parted into columns and the bands between them, in reading order."""
    edge = _gutter(items, width)
    if edge is None:
        return [items]
    bands: list[list[Fragment | Table]] = []
    left: list[Fragment | Table] = []
    right: list[Fragment | Table] = []
    across: list[Fragment | Table] = []
    for item in sorted(items, key=lambda item: item.base):
        if item.left >= edge - 2:
            if across:
                bands, across = [*bands, across], []
            right.append(item)
        elif item.right <= edge:
            if across:
                bands, across = [*bands, across], []
            left.append(item)
        else:
            bands += [band for band in (left, right) if band]
            left, right = [], []
            across.append(item)
    bands += [band for band in (across, left, right) if band]
    return bands


def _gutter(items: list[Fragment | Table], width: float) -> float | None:
    """The left edge of a second column of prose; None where the page has one column."""
    right_side = [item for item in items if item.left > 0.3 * width and isinstance(item, Fragment) and not item.turned]
    if len(right_side) < 4:
        return None
    counts: dict[int, int] = {}
    for item in right_side:
        if len(item.words) > 20:
            counts[round(item.left / 3)] = counts.get(round(item.left / 3), 0) + 1
    if not counts:
        return None
    best = max(counts, key=lambda key: counts[key])
    if counts[best] < 3:
        return None
    edge = best * 3 - 2.0
    left = [item for item in items if item.right <= edge]
    right = [item for item in right_side if item.left >= edge - 2]
    crossing = [item for item in items if item.left < edge - 2 and item.right > edge]
    prose = all(
        len(side) >= 3 and sum(len(item.words) for item in side if isinstance(item, Fragment)) >= 20 * len(side)
        for side in (left, right)
    )
    top, bottom = max(_top(left), _top(right)), min(_bottom(left), _bottom(right))
    inside = sum(1 for item in crossing if top < item.base < bottom)
    together = sum(1 for item in left + right if top <= item.base <= bottom)
    if not prose or together < 6 or 3 * inside > together:
        return None
    return edge


def _top(items: Sequence[Fragment | Table]) -> float:
    return min((item.base for item in items), default=0.0)


def _bottom(items: Sequence[Fragment | Table]) -> float:
    return max((item.base for item in items), default=0.0)
