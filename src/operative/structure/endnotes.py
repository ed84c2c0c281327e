"""Notes at the foot of a page or of a text without a rule above them."""

import re
from collections.abc import Sequence
from itertools import groupby

from operative.structure.rows import Row, Rows

__all__ = ["take_endnotes"]

Note = tuple[str, int, tuple[Row, ...]]
LABEL = re.compile(r"(?P<marker>\d{1,3})(?:/\s+|\s+(?=[^\W\d_]|[“\"«(])|(?=[A-ZÀ-ÖА-Я])|$)")
"""58 Ibid., 59See, 1/ Ibid., or the number alone on its line."""
CITATION = re.compile(r"\bIbid\b|\b[A-Z]{1,3}/[\w/.-]*\d|\b(?:vol|para|chap)s?\.\s")
SKIPS = 3
"""How many numbers may be missing between two notes: a page of print holds the notes of several texts."""


def take_endnotes(content: str, rows: Rows) -> Rows:
    """The rows with the notes that end a page told apart from its text.

    Notes without a rule are told by these things at once: blank space stands above them, each begins with a bare
    number,
    the numbers rise, nothing else stands between or below them, and the text above calls the first of them or they cite
    as notes do.
    """
    body: list[Row] = []
    notes: list[Note] = []
    for _, group in groupby(rows.body, key=lambda row: row.page):
        page = list(group)
        at = _first_note(content, page)
        body += page[:at]
        notes += _notes(content, page[at:])
    return Rows(tuple(body), tuple(notes), rows.furniture) if notes else rows


def _label(content: str, rows: Sequence[Row], i: int) -> re.Match[str] | None:
    """The number that a note begins with; alone on its line it needs words below."""
    label = LABEL.match(content, rows[i].start, rows[i].end)
    if label is not None and label.end() == rows[i].end and (i + 1 == len(rows) or rows[i + 1].gap):
        return None
    return label


def _first_note(content: str, page: Sequence[Row]) -> int:
    """Where the notes of a page begin; behind its last row where it has none."""
    found = len(page)
    after: int | None = None
    for i in range(len(page) - 1, 0, -1):
        label = _label(content, page, i)
        if label is not None and (after is None or 0 < after - int(label["marker"]) <= SKIPS):
            after = int(label["marker"])
            above = page[i - 1].end
            cites = CITATION.search(content, page[i].start, page[-1].end) is not None
            if page[i].gap and (cites or _is_called(content, above, label["marker"])):
                found = i
        elif page[i].gap or page[i].table:
            break
    return found


def _is_called(content: str, end: int, marker: str) -> bool:
    """Whether the number stands in the text above as one that calls a note: behind a letter, a mark or a year."""
    calls = re.compile(rf"(?:(?<=[^\W\d_])|(?<=[,.;:)”\"’\]])|(?<=\b[12]\d\d\d)) ?{marker}(?=[\s,.;:)]|$)")
    return calls.search(content, 0, end) is not None


def _notes(content: str, rows: Sequence[Row]) -> list[Note]:
    groups: list[tuple[str, int, list[Row]]] = []
    for i, row in enumerate(rows):
        label = _label(content, rows, i)
        if label and (not groups or 0 < int(label["marker"]) - int(groups[-1][0]) <= SKIPS):
            groups.append((label["marker"], label.end(), [row]))
        else:
            groups[-1][2].append(row)
    return [(marker, end, tuple(note)) for marker, end, note in groups]
