"""Which lines are text, and which are furniture of the page or notes at its foot."""

import re
from collections import Counter
from dataclasses import dataclass

from operative.domain.spans import Span
from operative.domain.texts import MarkKind, Role, Text

__all__ = ["Row", "Rows", "split_rows"]

PAGE_NUMBER = re.compile(r"(?:Page\s+)?\d{1,4}\s*(?:/|of|sur|de)\s*\d{1,4}$|[-–—]\s*\d{1,4}\s*[-–—]$|/\.\.\.$")
"""12/34, - 5 -, Page 3 of 10, /..."""
JOB_NUMBER = re.compile(
    r"(?:\d{1,4}/\d{1,4}\s+)?\*?\d{2}-\d{5}\*?(?:\s*\([A-Z]\))?(?:\s+\d{6}.*|\s+\d{1,4}/\d{1,4})?$"
    r"|\*\d{6,}\*$|GE\.\d{2}-\d+.*$"
)
"""23-24976 (E)    261223, 23-24976 3/12, *2324976*, GE.24-06524(E)"""
PAGE_EDGE = 3
"""How many printed lines from the top or the foot of a page can be furniture."""
RULES = "_＿‗—–-"
SEPARATOR = re.compile(rf"[{RULES}]{{5,}}$")
COUNTS = "*/GP-–—"
"""What page and job numbers begin with, beside figures."""
HEADING_MARK = re.compile(r"#{1,6}\s*(?=[^\s#])")
"""The signs before a heading in Markdown"""
NOTE_LABEL = re.compile(r"(?P<marker>\d{1,3}|[*†‡§]{1,4}|[a-z])(?:/?\s+|(?=[A-Z“\"«《]))(?=\S)")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text to be read: its place without outer white space, and what is known of its beginning."""

    start: int
    end: int
    page: int
    opens: bool | None
    gap: bool
    """Blank space stands before it."""
    turn: bool
    """A page ended before it."""
    table: bool = False
    kind: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines of a text by what they are; `notes` has one list of rows a note, with its marker."""

    body: tuple[Row, ...]
    notes: tuple[tuple[str, int, tuple[Row, ...]], ...]
    """Marker, end of the marker in the source, rows."""
    furniture: tuple[Span, ...]


def split_rows(text: Text) -> Rows:
    """The rows of a text, its notes and the furniture; every visible character is in one of the three."""
    rows = _rows_of(text)
    if any(line.role in (Role.NOTE, Role.FURNITURE) for line in text.lines) or text.media_type != "text/plain":
        return _told(text, rows)
    return _guessed(text.content, rows)


def _rows_of(text: Text) -> list[tuple[Row, Role]]:
    """Trimmed lines with their roles. Blank lines only leave a gap."""
    content, out, end, page = text.content, [], 0, 0
    for line in text.lines:
        start, stop = line.start, line.end
        if start < stop and (content[start].isspace() or content[stop - 1].isspace()):
            words = content[start:stop].strip()
            start += len(content[start:stop]) - len(content[start:stop].lstrip())
            stop = start + len(words)
        if start >= stop:
            continue
        between = content.count("\n", end, start)
        turn = line.page != page and page != 0
        row = Row(
            start,
            stop,
            line.page,
            line.opens,
            between > 1 or end == 0,
            turn,
            line.role is Role.TABLE,
            line.kind,
            line.depth,
        )
        out.append((row, line.role))
        end, page = stop, line.page
    return out


def _told(text: Text, rows: list[tuple[Row, Role]]) -> Rows:
    """The source or its reader told the roles."""
    body, furniture = [], []
    notes: list[tuple[str, int, list[Row]]] = []
    labels = {mark.span.start: mark for mark in text.marks if mark.kind is MarkKind.LABEL}
    turn = False
    for row, role in rows:
        turn = turn or row.turn
        if role is Role.FURNITURE:
            furniture.append(Span(row.start, row.end))
        elif role is Role.NOTE:
            label = labels.get(row.start)
            if label is not None:
                notes.append((label.value or label.span.of(text.content).strip(), label.span.end, [row]))
            elif notes:
                notes[-1][2].append(row)
            else:
                notes.append(("", row.start, [row]))
        else:
            body.append(_turned(row, turn))
            turn = False
    return Rows(tuple(body), tuple((m, e, tuple(r)) for m, e, r in notes), tuple(furniture))


def _turned(row: Row, turn: bool) -> Row:
    if turn == row.turn:
        return row
    return Row(row.start, row.end, row.page, row.opens, row.gap, turn, row.table, row.kind, row.depth)


def _heading_of(row: Row, begin: int) -> Row:
    return Row(row.start + begin, row.end, row.page, True, row.gap, row.turn)


def _guessed(content: str, rows: list[tuple[Row, Role]]) -> Rows:
    """Plain text: furniture is known by its form and its place on the page, notes by the rule above them."""
    edge = _edges([row for row, _ in rows])
    words = [content[row.start : row.end] for row, _ in rows]
    often = Counter(w for w, near in zip(words, edge, strict=True) if near)
    first: set[str] = set()
    body: list[Row] = []
    furniture: list[Span] = []
    notes: list[tuple[str, int, list[Row]]] = []
    state = _Foot()
    turn = False
    for (row, _), printed, near in zip(rows, words, edge, strict=True):
        turn = turn or row.turn
        rule = printed[0] in RULES and SEPARATOR.match(printed) is not None
        if not rule and _is_furniture(printed, near, often[printed], printed in first):
            furniture.append(Span(row.start, row.end))
            state.leave_at_gap = state.inside
            turn = True
            continue
        first.add(printed)
        if state.takes(row, printed, content, notes):
            if state.separator is not None:
                furniture.append(state.separator)
                state.separator = None
            continue
        if state.separator is not None:
            # A rule with no note below it is a rule: it parts, and says nothing.
            furniture.append(state.separator)
            state.separator = None
        if rule:
            state.separator = Span(row.start, row.end)
            state.page = row.page
            continue
        if printed[0] == "#" and (mark := HEADING_MARK.match(printed)):
            furniture.append(Span(row.start, row.start + mark.end()))
            row = _heading_of(row, mark.end())
        body.append(_turned(row, turn))
        turn = False
    if state.separator is not None:
        furniture.append(state.separator)
    return Rows(tuple(body), tuple((m, e, tuple(r)) for m, e, r in notes), tuple(sorted(furniture)))


class _Foot:
    """Where we are at the foot of a page: behind the rule, and inside the notes, or not."""

    def __init__(self) -> None:
        self.separator: Span | None = None
        self.inside = False
        self.leave_at_gap = False
        self.page = 0

    def takes(self, row: Row, printed: str, content: str, notes: list[tuple[str, int, list[Row]]]) -> bool:
        """Whether the row is part of the notes; puts it there."""
        if self.separator is None and not self.inside:
            return False
        label = NOTE_LABEL.match(printed)
        if self.separator is not None:
            self.inside = label is not None and not row.turn and _follows(label["marker"], notes)
            self.leave_at_gap = False
            if not self.inside:
                return False
        elif row.page != self.page or (self.leave_at_gap and row.gap) or (label is None and row.gap):
            self.inside = False
            return False
        if label is not None and (not notes or self.separator is not None or _next(notes[-1][0], label["marker"])):
            notes.append((label["marker"], row.start + label.end(), [row]))
        else:
            notes[-1][2].append(row)
        return True


def _next(before: str, marker: str) -> bool:
    if before.isdigit() and marker.isdigit():
        return int(marker) == int(before) + 1
    return (not marker.isdigit() and not marker.isalpha() and len(marker) == len(before) + 1) or ord(marker[0]) == ord(
        before[0]
    ) + 1


def _follows(marker: str, notes: list[tuple[str, int, list[Row]]]) -> bool:
    """A page may begin its notes anew, or go on from the page before; a single letter other than a is part of a
    sentence.
    """
    if not marker.isdigit():
        return not marker.isalpha() or marker == "a"
    last = next((int(m) for m, _, _ in reversed(notes) if m.isdigit()), 0)
    return int(marker) == 1 or int(marker) > last


def _edges(rows: list[Row]) -> list[bool]:
    """For each row, whether it stands at the top or the foot of its page."""
    near = [False] * len(rows)
    if not rows or rows[-1].page == rows[0].page:
        return near
    begin = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or rows[i].page != rows[begin].page:
            for j in (*range(begin, min(begin + PAGE_EDGE, i)), *range(max(begin, i - PAGE_EDGE), i)):
                near[j] = True
            begin = i
    return near


def _counts(printed: str) -> bool:
    """3/12 counts pages; 78/12 does not."""
    figures = [int(figure) for figure in re.findall(r"\d+", printed)]
    return len(figures) < 2 or figures[0] <= figures[1]


def _is_furniture(printed: str, near: bool, count: int, seen: bool) -> bool:
    """Page and job numbers by their form anywhere; other lines when they come back at the edges of pages."""
    if len(printed) > 120:
        return False
    if printed[0].isdecimal() or printed[0] in COUNTS:
        if JOB_NUMBER.match(printed):
            return True
        if PAGE_NUMBER.match(printed) and (near or _counts(printed)):
            return True
    return (
        near and seen and count > 1 and not printed[0].islower() and not printed.endswith((",", ";", "，", "；", "،"))
    )
