"""Lines joined into paragraphs: where each begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from operative.structure.numbering import Label, find_label, opens_list, readings_of
from operative.structure.rows import Row
from operative.vocabulary.styles import Style

__all__ = ["Block", "split_blocks"]

ANNEX_LENGTH = 24
JOINED_ON = re.compile(r"[,;，；]\s*(?:and|or|et|ou|y|o|и|или|و|以及|和)$")
"""`; and` at the end of a list entry"""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as printed: its rows, its number if it has one, and whether space or a page stands before it."""

    rows: tuple[Row, ...]
    label: Label | None
    start: int
    end: int
    page: int
    gap: bool
    turn: bool
    table: bool = False
    inner: Label | None = None
    """A second number behind the first: the (a) of `2. (a)`, the 1 of `A 1.`"""


def split_blocks(content: str, rows: Sequence[Row], style: Style) -> list[Block]:
    """Paragraphs in order; each row is in exactly one.

    A paragraph begins where the reader says so, behind blank space, at a number that can stand here, and, where a
    text has no blank
    space between its paragraphs or a page was turned, at a lead phrase behind a closing mark.
    """
    opening = _Openings(content, rows, style)
    groups: list[list[Row]] = []
    labels: list[Label | None] = []
    for i, row in enumerate(rows):
        label = find_label(content, row.start, row.end)
        if i == 0 or opening.begins(i, label):
            groups.append([row])
            labels.append(label)
        else:
            groups[-1].append(row)
    return [
        Block(
            tuple(group),
            label,
            group[0].start,
            group[-1].end,
            group[0].page,
            group[0].gap,
            group[0].turn,
            group[0].table,
            find_label(content, label.end, group[0].end) if label and not label.paren else None,
        )
        for group, label in zip(groups, labels, strict=True)
    ]


class _Openings:
    """Decides for each row whether a paragraph begins there."""

    def __init__(self, content: str, rows: Sequence[Row], style: Style) -> None:
        self.content, self.rows, self.style = content, rows, style
        gaps = sum(row.gap for row in rows[1:])
        self.tight = gaps * 8 < len(rows)
        lengths = sorted(row.end - row.start for row in rows)
        self.width = lengths[len(lengths) * 9 // 10] if lengths else 0
        self.unwrapped = self.width > 170

    def begins(self, i: int, label: Label | None) -> bool:
        row, before = self.rows[i], self.rows[i - 1]
        if self._names_annex(before) or (row.opens is None and self._names_annex(row)):
            return True
        if row.opens is not None:
            return row.opens
        if row.table != before.table or row.table:
            return True
        if label is None and self._is_bare_label(before):
            return False
        closed = self.content[before.end - 1] in self.style.terminal or self._closed_by_mark(before)
        if label is not None and self._fits(label, row, closed):
            return True
        if row.gap and not row.turn:
            return not self._broken(before, row)
        if row.turn:
            return self._ended(before) or (closed and (self._leads(row, label) or self._stands_alone(i)))
        if self.unwrapped:
            return True
        if not self.tight:
            return False
        if self._ended(before) and self._starts(row):
            return True
        return self._is_formula(i) or (closed and self._leads(row, label))

    def _is_formula(self, i: int) -> bool:
        """ "The Council," before a line that opens with a verb."""
        row = self.rows[i]
        if i + 1 >= len(self.rows) or self.content[row.end - 1] not in ",،，":
            return False
        article = not self.style.articles or self.content.startswith(self.style.articles, row.start)
        return article and self.style.preambular.match(self.content, self.rows[i + 1].start) is not None

    def _starts(self, row: Row) -> bool:
        """A capital or a figure, where the language begins with one."""
        return not self.style.cased or not self.content[row.start].islower()

    def _leads(self, row: Row, label: Label | None) -> bool:
        at = label.end if label else row.start
        first = self.content[at : at + 1]
        if first in '“"«‘':
            return True
        if self.style.cased and self.style.language != "ru" and not first.isupper():
            return False
        if label is not None:
            return True
        return (
            self.style.preambular.match(self.content, at) is not None
            or self.style.operative.match(self.content, at) is not None
            or self.style.speaks.match(self.content, at) is not None
        )

    def _broken(self, before: Row, row: Row) -> bool:
        """Blank space inside a sentence: the line before ends on a hyphen, a comma is missing, and a small letter
        follows.
        """
        tail = self.content[before.end - 1]
        return tail in "-‐" and self.content[row.start].islower()
