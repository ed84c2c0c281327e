"""Note markers in running text: superscripts are not digits of the text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from operative.domain.spans import Span
from operative.domain.texts import Mark, MarkKind
from operative.structure.rows import Rows

__all__ = ["Call", "find_calls"]

Call = tuple[Span, str]
"""Where a note is called, and its marker."""

GLUED = r"(?<=[^\W\d_]|[,.;:)\]”’\"»…%*，。；：）」》、؛،]){marker}(?![\d/]|[.,]\d|\w)"
"""people,4   Agency3   （附件）12"""
BEHIND_FIGURE = r"(?:(?<=\d/\d\d)|(?<=\d/\d\d\d)|(?<=\b[12]\d\d\d)){marker}(?=[\s,.;:)]|$)"
"""resolution 59/3009 is 59/300 and note 9; September 20167 is 2016 and note 7"""
SLASHED = r"(?<=[\w,.;:)\]”’\"»]) ?{marker}/(?=[\s,.;:)\]]|$)"
"""of that Council, 1/"""
APART = r"(?<=[,.;:)\]”’\"»]) {marker}(?=[\s,.;:)]|$)|(?<=[^\W\d_]) {marker}(?=[,.;:)]|\n|$)"
"""Namibia, 41   of that opinion 42; : a space before it, and a mark or the end of the line beside it"""
LOOSE = r"(?:(?<=[^\W\d_])|(?<=\b[12]\d\d\d)) {marker}(?=\s)"
"""the fourth report 31 of the Committee, of 26 May 1972 69 that"""
STARS = re.compile(r"^\W+$")


def find_calls(content: str, rows: Rows, marks: Sequence[Mark], loose: bool = False) -> list[Call]:
    """All places that call a note, in order.

    Where the source marks superscripts, those are the calls. In plain text the notes at the foot of a page tell which
    markers to look for on that page: each stands behind the one before, glued to a word, a mark or a figure that it
    does
    not belong to, or, where the calls are `loose`, behind a space.
    """
    told = [(mark.span, mark.value or mark.span.of(content).strip()) for mark in marks if mark.kind is MarkKind.CALL]
    if told or not rows.notes:
        return told
    return sorted(_guessed(content, rows, loose))


def _groups(rows: Rows) -> list[tuple[int, int, list[str]]]:
    """Start and end of the text above each foot of notes, with the markers in it."""
    groups: list[tuple[int, int, list[str]]] = []
    begin, last_end = 0, -1
    body = [row.start for row in rows.body]
    for marker, _, note_rows in rows.notes:
        start, end = note_rows[0].start, note_rows[-1].end
        if groups and bisect_right(body, last_end) == bisect_left(body, start):
            groups[-1][2].append(marker)
        else:
            groups.append((begin, start, [marker]))
        begin = last_end = end
    return groups


def _guessed(content: str, rows: Rows, loose: bool) -> list[Call]:
    calls: list[Call] = []
    starts, ends = [row.start for row in rows.body], [row.end for row in rows.body]
    for start, end, markers in _groups(rows):
        at = start
        for marker in markers:
            found = _find(content, at, end, _patterns(marker, loose), marker)
            if found is None or not _inside(found.start, starts, ends):
                continue
            calls.append((found, marker))
            at = found.end
    return calls


@lru_cache(maxsize=1024)
def _patterns(marker: str, loose: bool) -> tuple[re.Pattern[str], ...]:
    wanted = re.escape(marker)
    if STARS.match(marker):
        return (re.compile(rf"(?<=\w){wanted}(?!\*)"),)
    glued = "|".join(form.replace("{marker}", wanted) for form in (GLUED, BEHIND_FIGURE))
    return tuple(
        re.compile(form.replace("{marker}", wanted))
        for form in ((glued, SLASHED, APART, LOOSE) if loose else (glued, SLASHED))
    )


def _find(content: str, start: int, end: int, patterns: tuple[re.Pattern[str], ...], marker: str) -> Span | None:
    """The first place of the marker that the surest pattern accepts; plain search comes first, since patterns that look
    behind are slow.
    """
    places = []
    at = content.find(marker, start, end)
    while at >= 0:
        places.append(at)
        at = content.find(marker, at + 1, end)
    for pattern in patterns:
        for at in places:
            if match := pattern.match(content, at, end):
                return Span(at, match.end())
            if at > start and content[at - 1] == " " and (match := pattern.match(content, at - 1, end)):
                return Span(at - 1, match.end())
    return None


def _inside(at: int, starts: Sequence[int], ends: Sequence[int]) -> bool:
    row = bisect_right(starts, at) - 1
    return row >= 0 and at < ends[row]
