"""Where a table begins in its sheet, and what its columns say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from operative.domain.facts.tables import ColumnUse, TableField, TableKind
from operative.domain.sheets import Sheet, SheetRow
from operative.errors import WrongCall
from operative.vocabulary.tables import heading_words, plain_heading

__all__ = ["Headings", "find_headings", "find_kind", "find_unit", "suggest_columns"]

LOOKED_AT = 40
"""Rows at the top of a sheet in which headings are looked for."""
WHOLE, END, BEGINNING = 100, 60, 30
"""What it is worth that a heading is, ends in, or begins with a known one; how likely that one is takes from it."""
ABOUT_FULL = 0.6
"""Of the cells of the fullest row, a row of headings has this share at least: a title has one cell."""
PAIR = 2
"""Cells of a row that says something of the whole table: what, and its value."""
UNIT = re.compile(r"[(\[](?P<unit>[A-Z]{3}(?: (?:thousand|million|billion))?)[)\]]\s*\Z")
NEEDED = {
    TableKind.ACTIONS: {TableField.LABEL, TableField.MANDATE},
    TableKind.COSTS: {TableField.AMOUNT},
    TableKind.CITATIONS: {TableField.SYMBOL, TableField.SHORT_SYMBOL},
}
"""Of these, one at least makes a table one of its kind."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of the columns, each only once, and the rows in which they stand."""

    first: int
    last: int
    names: tuple[str, ...]


def find_headings(sheet: Sheet, row: int | None = None) -> Headings:
    """The headings of a sheet: in the row that is named, else in the one that has most known ones.

    A row above that groups columns, and a row below that parts them, are taken with them. Raises `WrongCall` where
    there is no such row.
    """
    if row is not None:
        place = next((n for n, one in enumerate(sheet.rows) if one.number == row), None)
        if place is None:
            raise WrongCall(f"sheet {sheet.name!r} has no words in row {row}")
        return Headings(row, row, _told_apart(sheet.rows[place].cells))
    if not sheet.rows:
        raise WrongCall(f"sheet {sheet.name!r} is empty")
    best = _best(sheet.rows[:LOOKED_AT])
    first, last = _widened(sheet.rows, best)
    groups = [_spread(one.cells) if one is not sheet.rows[last] else one.cells for one in sheet.rows[first : last + 1]]
    width = max(map(len, groups))
    names = [_joined([cells[n] for cells in groups if n < len(cells)]) for n in range(width)]
    return Headings(sheet.rows[first].number, sheet.rows[last].number, _told_apart(names))


def find_kind(names: Sequence[str]) -> TableKind:
    """The kind of table that the most headings speak for; raises `WrongCall` where none has a column that it needs."""
    found = {kind: suggest_columns(names, kind) for kind in TableKind}
    fitting = [kind for kind, uses in found.items() if NEEDED[kind] & {one.field for one in uses}]
    if not fitting:
        there = ", ".join(filter(None, names))
        raise WrongCall(f"nothing is known of the headings {there}: say what the rows are, and what columns say")
    return max(fitting, key=lambda kind: len(found[kind]))


def find_unit(columns: Sequence[ColumnUse]) -> str:
    """The unit that stands in brackets behind the heading of the amounts: "Amount (USD thousand)"; "" without one."""
    found = (UNIT.search(one.heading) for one in columns if one.field is TableField.AMOUNT)
    return next((one["unit"] for one in found if one), "")


def suggest_columns(names: Sequence[str], kind: TableKind) -> tuple[ColumnUse, ...]:
    """What the columns with these headings say, as far as the vocabulary knows; each field is taken by one column."""
    offers = []
    for place, name in enumerate(names):
        for field, worth in _readings(name, kind).items():
            offers.append((-worth, place, name, field))
    taken: dict[TableField, str] = {}
    for _, _, name, field in sorted(offers):
        if field not in taken and name not in taken.values():
            taken[field] = name
    order = {name: place for place, name in enumerate(names)}
    return tuple(ColumnUse(name, field) for field, name in sorted(taken.items(), key=lambda one: order[one[1]]))


def _readings(name: str, kind: TableKind) -> dict[TableField, int]:
    """What a heading may say, and how well: as a whole, else by the words that it ends or begins with."""
    known, words = heading_words(kind), plain_heading(name).split()
    parts = [(WHOLE, words)]
    parts += [(END, words[start:]) for start in range(1, len(words))]
    parts += [(BEGINNING, words[:end]) for end in range(len(words) - 1, 0, -1)]
    found: dict[TableField, int] = {}
    for worth, part in parts:
        field, place = known.get(" ".join(part), (None, 0))
        if field is not None:
            found.setdefault(field, worth - place)
    return found


def _best(rows: Sequence[SheetRow]) -> int:
    """The place of the first row with most known headings; where none is known, of the first that is about full."""
    known = [_known(row) for row in rows]
    if any(known):
        return known.index(max(known))
    words = [sum(map(bool, row.cells)) for row in rows]
    return next(place for place, count in enumerate(words) if count >= max(words) * ABOUT_FULL)


def _known(row: SheetRow) -> int:
    """How many different known headings stand in a row."""
    names = {name for name in map(plain_heading, row.cells) if name}
    return max(sum(name in heading_words(kind) for name in names) for kind in TableKind)


def _widened(rows: Sequence[SheetRow], best: int) -> tuple[int, int]:
    """The first and last row of the headings around the best one."""
    first, last = best, best
    above = rows[best - 1] if best else None
    # "Made on | 1 May" above a table is about the whole of it: groups stand over its columns, not over the first two.
    if above and above.number == rows[best].number - 1 and any(above.cells[PAIR:]) and len(set(above.cells) - {""}) > 1:
        first = best - 1
    below = rows[best + 1] if best + 1 < len(rows) else None
    if below and below.number == rows[best].number + 1 and _parts(rows[best], below):
        last = best + 1
    return first, last


def _parts(row: SheetRow, below: SheetRow) -> bool:
    """Whether the row below headings says more of them: it repeats those of merged cells, or has words under a heading
    and the empty cells to its right, and none under the first.
    """
    pairs = [(row.cell(n), below.cell(n)) for n in range(max(len(row.cells), len(below.cells)))]
    own = [upper for upper, lower in pairs if lower and upper != lower]
    repeated = any(upper and upper == lower for upper, lower in pairs)
    first = next((lower for upper, lower in pairs if upper), "")
    return bool(own) and (repeated or (not first and len(own) > 1 and "" in own))


def _spread(cells: Sequence[str]) -> tuple[str, ...]:
    """The words of a row that groups columns, over the empty cells to their right."""
    out: list[str] = []
    for cell in cells:
        out.append(cell or (out[-1] if out else ""))
    return tuple(out)


def _joined(parts: Sequence[str]) -> str:
    return " ".join(dict.fromkeys(" ".join(one.split()) for one in parts if one))


def _told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """The names, a number behind each that was there before: "Status", "Status (2)"; a column without one is ""."""
    seen: dict[str, int] = {}
    out = []
    for name in (" ".join(one.split()) for one in names):
        seen[name] = seen.get(name, 0) + 1
        out.append(f"{name} ({seen[name]})" if name and seen[name] > 1 else name)
    return tuple(out)
