"""Tables that stand in a provision: rows and cells as the source parts them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from operative.domain.provisions import Provision
from operative.domain.texts import Line, Role, Text
from operative.exchange.weave import place_of

__all__ = ["Piece", "Tables"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, or the rows of a table; all are places in the words of the provision."""

    start: int
    end: int
    rows: tuple[tuple[tuple[int, int], ...], ...] = ()


class Tables:
    """Knows which lines of a text are rows of tables."""

    def __init__(self, text: Text) -> None:
        self._content = text.content
        self._rows = [line for line in text.lines if line.role is Role.TABLE]
        self._starts = [line.start for line in self._rows]

    def pieces_of(self, provision: Provision) -> Sequence[Piece]:
        """The words of a provision in order: tables, and what stands before, between and after them."""
        rows = self._rows_in(provision)
        if not rows:
            return (Piece(0, len(provision.text)),)
        out: list[Piece] = []
        cells: list[tuple[tuple[int, int], ...]] = []
        at = begin = 0
        for row in rows:
            low, high = place_of(provision.segments, row.start, row.end)
            if low > at + 1:
                out += [Piece(begin, at, tuple(cells))] if cells else []
                out.append(Piece(at, low))
                cells, begin = [], low
            cells.append(self._cells(provision, row))
            at = max(at, high)
        out.append(Piece(begin, at, tuple(cells)))
        return (*out, Piece(at, len(provision.text))) if at < len(provision.text) else out

    def _rows_in(self, provision: Provision) -> Sequence[Line]:
        if not self._rows:
            return ()
        first = bisect_left(self._starts, provision.span.start)
        return self._rows[first : bisect_right(self._starts, provision.span.end - 1)]

    def _cells(self, provision: Provision, row: Line) -> tuple[tuple[int, int], ...]:
        """The cells of a row; a printed number stands in the provision's own place, its cell is empty."""
        out, at = [], row.start
        for cell in self._content[row.start : row.end].split("\t"):
            out.append(place_of(provision.segments, at, at + len(cell)))
            at += len(cell) + 1
        return tuple(out)
