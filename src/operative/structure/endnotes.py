"""Notes at the foot of a page or of a text without a rule above them."""

import re
from collections.abc import Sequence
from itertools import groupby

from operative.structure.rows import Row

__all__ = ["split_endnotes"]

Note = tuple[str, int, tuple[Row, ...]]
LABEL = re.compile(r"(?P<marker>\d{1,3})(?:\s+(?=[^\W\d_]|[“\"«(])|(?=[A-ZÀ-ÖА-Я])|$)")
"""58 Ibid., 59See, or the number alone on its line."""
SKIPS = 3
"""How many numbers may be missing between two notes: a page of print holds the notes of several texts."""


def split_endnotes(content: str, rows: Sequence[Row]) -> tuple[list[Row], list[Note]]:
    """The rows without the notes that end their page, and these notes.

    Notes without a rule are told by five things at once: blank space stands above them, each begins with a bare number, the
    numbers rise, nothing else stands between or below them, and the text above calls the first of them.
    """
    body: list[Row] = []
    notes: list[Note] = []
    for _, group in groupby(rows, key=lambda row: row.page):
        page = list(group)
        at = _first_note(content, page)
        body += page[:at]
        notes += _notes(content, page[at:])
    return body, notes


def _marker(content: str, row: Row) -> int | None:
    label = LABEL.match(content, row.start, row.end)
    return int(label["marker"]) if label else None


def _first_note(content: str, page: Sequence[Row]) -> int:
    """Where the notes of a page begin; behind its last row where it has none."""
    found = len(page)
    after: int | None = None
    for i in range(len(page) - 1, 0, -1):
        marker = _marker(content, page[i])
        if marker is not None and (after is None or marker < after <= marker + SKIPS):
            after = marker
            if page[i].gap and _is_called(content, page[0].start, page[i - 1].end, str(marker)):
                found = i
        elif page[i].gap or page[i].table:
            break
    return found


def _is_called(content: str, start: int, end: int, marker: str) -> bool:
    """Whether a letter or a mark stands before the number in the text, and no word that takes a number behind it."""
    calls = re.compile(rf"(?<=[^\W\d_]|[,.;:)”\"’\]])[ ]?{marker}(?=[\s,.;:)]|$)")
    return calls.search(content, start, end) is not None


def _notes(content: str, rows: Sequence[Row]) -> list[Note]:
    groups: list[tuple[str, int, list[Row]]] = []
    for row in rows:
        label = LABEL.match(content, row.start, row.end)
        if label and (not groups or 0 < int(label["marker"]) - int(groups[-1][0]) <= SKIPS):
            groups.append((label["marker"], label.end(), [row]))
        else:
            groups[-1][2].append(row)
    return [(marker, end, tuple(note)) for marker, end, note in groups]
