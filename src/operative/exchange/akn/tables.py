"""Tables that stand in a provision: rows and cells as the source parts them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from operative.domain.provisions import Provision
from operative.domain.spans import Span
from operative.domain.texts import Line, Role, Text
from operative.exchange.akn.weave import Loom, place_of

__all__ = ["Tables"]


class Tables:
    """Knows which lines of a text are rows of tables."""

    def __init__(self, text: Text, loom: Loom) -> None:
        self._content = text.content
        self._rows = [line for line in text.lines if line.role is Role.TABLE]
        self._starts = [line.start for line in self._rows]
        self._loom = loom

    def rows_of(self, provision: Provision) -> list[Line]:
        """The rows inside a provision, in order."""
        if not self._rows:
            return []
        return self._rows[
            bisect_left(self._starts, provision.span.start) : bisect_right(self._starts, provision.span.end - 1)
        ]

    def blocks(self, provision: Provision, rows: Sequence[Line], name: str) -> str:
        """The words of a provision with tables in it: rows, and the words before, between and after them."""
        out: list[str] = []
        at = place = 0
        open_table = False
        for row in rows:
            low, high = place_of(provision.segments, row.start, row.end)
            if low > at + 1:
                out.append("</table>\n" if open_table else "")
                out.append(f"<p>{self._loom.words(provision, at, low).strip()}</p>\n")
                open_table = False
            if not open_table:
                place += 1
                out.append(f'<table eId="{name}__table_{place}">')
                open_table = True
            out.append(f"<tr>{self._cells(provision, row)}</tr>\n")
            at = max(at, high)
        out.append("</table>\n")
        if at < len(provision.text):
            out.append(f"<p>{self._loom.words(provision, at).strip()}</p>\n")
        return "".join(out)

    def _cells(self, provision: Provision, row: Line) -> str:
        """The cells of a row; a number that is printed in the first one stands in the provision's own place."""
        out, at = [], row.start
        for cell in self._content[row.start : row.end].split("\t"):
            span = Span(at, at + len(cell))
            at += len(cell) + 1
            low, high = place_of(provision.segments, span.start, span.end)
            out.append(f"<td><p>{self._loom.words(provision, low, high) if high > low else ''}</p></td>\n")
        return "".join(out)
