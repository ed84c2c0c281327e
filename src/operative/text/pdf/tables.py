"""Tables: rows whose cells stand under each other, with or without drawn rules."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from operative.domain.texts import Role
from operative.text.pdf.fragments import join_fragments
from operative.text.pdf.shapes import Fragment, Print, Rule

__all__ = ["Table", "find_tables"]

_CELL_GAP = 1.5
"""The least blank, in ems, between two cells."""
_ROW = 0.25
_EDGE = 4.0
"""How far, in points, edges of cells in one column may lie apart."""
_FEWEST_ROWS = 3
_PROSE = 24
"""From so many letters on, on average, two cells side by side are columns of prose."""


@dataclass(slots=True)
class Table:
    """A table, or a part of one that stands on one page."""

    left: float
    right: float
    base: float
    size: float
    fragments: list[Fragment]
    lines: list[Print] = field(default_factory=list)
    words: str = ""
    turned: bool = False


def find_tables(fragments: list[Fragment], rules: list[Rule]) -> list[Table]:
    """The tables of one page; a hanging number before its text makes none."""
    upright = [fragment for fragment in fragments if not fragment.turned]
    tables = _grids(upright, rules)
    taken = {id(fragment) for table in tables for fragment in table.fragments}
    rows = _rows([fragment for fragment in upright if id(fragment) not in taken])
    if sum(1 for row in rows if len(row) > 1) < 2:
        return tables
    cells = [_cells(row) if len(row) > 1 else row for row in rows]
    if sum(1 for row in cells if len(row) > 1) < 2:
        return tables
    at = 0
    while at < len(cells):
        end = _end_of_table(cells, at, rules)
        if end is None:
            at += 1
            continue
        start = _start_of_table(cells, at, rules)
        inside = [one for row in rows[start:end] for one in row]
        edges = _column_edges(cells[start:end])
        tables.append(_made(inside, [_row_line(_cells(row, edges)) for row in rows[start:end]]))
        at = end
    return tables


def _rows(fragments: list[Fragment]) -> list[list[Fragment]]:
    rows: list[list[Fragment]] = []
    base = size = 0.0
    for fragment in sorted(fragments, key=lambda one: (one.base, one.left)):
        if rows and fragment.base - base <= _ROW * size:
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
            base, size = fragment.base, fragment.size
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _column_edges(rows: list[list[Fragment]]) -> list[float]:
    """Where cells after the first begin in several rows."""
    lefts = sorted(cell.left for row in rows for cell in row[1:])
    return [left for left, after in pairwise(lefts) if after - left <= _EDGE / 2]


def _cells(row: list[Fragment], edges: Sequence[float] = ()) -> list[Fragment]:
    """The fragments of a row, joined up to the gap of cells; a hanging number belongs to its text.

    Fragments that begin at an edge where cells begin in other rows are cells, however near.
    """
    cells = [row[0]]
    for fragment in row[1:]:
        last = cells[-1]
        gap = fragment.left - last.right
        label = len(cells) == 1 and last.words.strip()[-1:] in (".", ")", "]") and len(last.words.strip()) <= 8
        if label or (gap < _CELL_GAP * fragment.size and not any(abs(fragment.left - edge) < 2 for edge in edges)):
            cells[-1] = join_fragments(last, fragment, " ")
        else:
            cells.append(fragment)
    return cells


def _end_of_table(rows: list[list[Fragment]], start: int, rules: list[Rule]) -> int | None:
    """The row after the table whose first row with several cells is `start`; None where none begins there."""
    if len(rows[start]) < 2:
        return None
    several, end = [start], start + 1
    while end < len(rows) and end - several[-1] <= 3 and _follows(rows, end, several):
        if len(rows[end]) > 1:
            several.append(end)
        end += 1
    end = several[-1] + 1
    inside = rows[start:end]
    top, bottom = inside[0][0].base - 3 * inside[0][0].size, inside[-1][0].base + 2 * inside[-1][0].size
    ruled = sum(1 for rule in rules if top < rule.top < bottom and rule.right - rule.left > 40) >= 2
    if len(several) < (2 if ruled else _FEWEST_ROWS) or not _aligned([rows[index] for index in several]):
        return None
    cells = [cell for index in several for cell in rows[index]]
    if not ruled and sum(len(cell.words) for cell in cells) > _PROSE * len(cells):
        return None
    if ruled:
        lowest = max(rule.top for rule in rules if top < rule.top < bottom)
        while end < len(rows) and rows[end][0].base <= lowest:
            end += 1
    return end


def _follows(rows: list[list[Fragment]], index: int, several: list[int]) -> bool:
    """Whether a row goes on with a table: near, not set larger, and not across the columns."""
    row, above = rows[index], rows[index - 1]
    em = max(above[0].size, row[0].size)
    if row[0].base - above[0].base > 3.5 * em:
        return False
    if len(row) > 1:
        return True
    second = rows[several[-1]][1]
    return row[0].right <= second.left or row[0].left >= rows[several[-1]][0].right - _EDGE


def _aligned(rows: list[list[Fragment]]) -> bool:
    """Whether cells of most rows end or begin under cells of the row before."""
    lefts = [cell.left for row in rows for cell in row[1:]]
    rights = [cell.right for row in rows for cell in row[1:]]
    middles = [(cell.left + cell.right) / 2 for row in rows for cell in row[1:]]
    return any(_share_with_mate(edges) >= 0.6 for edges in (lefts, rights, middles))


def _share_with_mate(edges: list[float]) -> float:
    edges = sorted(edges)
    mates = sum(
        1
        for index, edge in enumerate(edges)
        if (index and edge - edges[index - 1] <= _EDGE) or (index + 1 < len(edges) and edges[index + 1] - edge <= _EDGE)
    )
    return mates / len(edges)


def _start_of_table(rows: list[list[Fragment]], first: int, rules: list[Rule]) -> int:
    """The first row that still stands below the table's top rule, where one is drawn near."""
    top = rows[first][0].base
    highest = top - 9 * rows[first][0].size
    near = [rule.top for rule in rules if highest < rule.top < top and rule.right - rule.left > 80]
    if not near:
        return first
    start = first
    while start > 0 and rows[start - 1][0].base > min(near) and len(rows[start - 1][0].words) < 60:
        start -= 1
    return start


def _made(fragments: list[Fragment], lines: list[Print]) -> Table:
    return Table(
        min(line.left for line in lines),
        max(line.right for line in lines),
        lines[0].base,
        lines[0].size,
        fragments,
        lines,
        "\n".join(line.words for line in lines),
    )


def _row_line(cells: list[Fragment]) -> Print:
    whole = cells[0]
    for cell in cells[1:]:
        whole = join_fragments(whole, cell, "\t")
    words = whole.words.rstrip()
    bottom = max(cell.base for cell in cells)
    return Print(
        words.lstrip(), whole.left, whole.right, cells[0].base, whole.size, whole.styles, role=Role.TABLE, bottom=bottom
    )


def _grids(fragments: list[Fragment], rules: list[Rule]) -> list[Table]:
    """Tables with drawn cells: a line for each row, however many printed lines its cells have."""
    upright = [rule for rule in rules if rule.bottom - rule.top > rule.right - rule.left and rule.bottom - rule.top > 8]
    level = [rule for rule in rules if rule.right - rule.left > rule.bottom - rule.top]
    if len(upright) < 3 or len(level) < 3:
        return []
    tables = []
    for box, inner in _frames(level, upright):
        lines, used = [], []
        across = [one for one in fragments if box.left - 2 < one.left < box.right]
        for top, bottom in pairwise(inner):
            row = [one for one in across if top < one.base - 0.3 * one.size < bottom]
            if not row:
                continue
            sides = sorted({round(r.left) for r in upright if r.top < bottom - 3 and r.bottom > top + 3})
            used += row
            lines.append(_grid_line(row, [side for side in sides if box.left - 3 <= side <= box.right + 3]))
        if sum("\t" in line.words for line in lines) >= 2:
            tables.append(_made(used, lines))
    return tables


def _frames(level: list[Rule], upright: list[Rule]) -> list[tuple[Rule, list[float]]]:
    """Boxes that upright rules make with level ones, and the heights of their level rules."""
    frames: list[tuple[Rule, list[float]]] = []
    groups: list[list[Rule]] = []
    for rule in sorted(upright, key=lambda rule: rule.top):
        near = next((group for group in groups if rule.top <= max(one.bottom for one in group) + 4), None)
        if near is None:
            groups.append([rule])
        else:
            near.append(rule)
    for group in groups:
        box = Rule(
            min(one.left for one in group),
            min(one.top for one in group),
            max(one.right for one in group),
            max(one.bottom for one in group),
        )
        heights: list[float] = []
        for rule in level:
            inside = box.top - 4 <= rule.top <= box.bottom + 4 and rule.right > box.left and rule.left < box.right
            if inside and (not heights or rule.top - heights[-1] > 4):
                heights.append(rule.top)
        if len({round(one.left / 4) for one in group}) >= 3 and len(heights) >= 3:
            frames.append((box, heights))
    return frames


def _grid_line(fragments: list[Fragment], sides: list[int]) -> Print:
    """One row of a grid: the words of each cell in one piece, cells parted by tabs."""
    columns: dict[int, list[Fragment]] = {}
    for fragment in fragments:
        middle = (fragment.left + min(fragment.right, fragment.left + fragment.size)) / 2
        columns.setdefault(sum(1 for side in sides if side <= middle), []).append(fragment)
    cells = []
    for number in sorted(columns):
        cell: Fragment | None = None
        for row in _rows(columns[number]):
            for part in row:
                cell = part if cell is None else join_fragments(cell, part, " ")
        if cell is not None:
            cells.append(cell)
    return _row_line(cells)
