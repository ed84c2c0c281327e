"""Lines that hold two things: a heading with the paragraph below it, the name of the body with its first recital."""

import re
from collections.abc import Sequence
from dataclasses import replace

from operative.structure.rows import Row
from operative.vocabulary.styles import Style

__all__ = ["part_rows"]

LONGEST_HEADING = 120
HEADING = re.compile(r"(?P<heading>[^\W\d_a-zß-öø-ÿа-я][^\da-zß-öø-ÿа-я:;]{5,}?)\s+(?=\d{1,3}[.)°]\s+[A-ZÀ-ÖØ-ÞА-Я«“])")
"""A TITLE IN CAPITALS 14. The first paragraph below it"""
NAME = re.compile(r"(?P<name>[^\d.,;:]{6,60}?)\s+(?=1[.)°]\s+[A-ZÀ-ÖØ-ÞА-Я])")
"""The Conference 1) Considers that ..."""
LONGEST_OPENING = 1500
PAUSE = re.compile(r"[,:]\s+(?=[A-ZÀ-ÖØ-Þ])")


def part_rows(content: str, rows: Sequence[Row], style: Style) -> list[Row]:
    """The rows, those that hold two things parted in two."""
    parts: list[Row] = []
    for row in rows:
        at = row.start if row.table or row.kind else _end_of_first(content, row, style)
        if at > row.start:
            parts.append(replace(row, end=len(content[:at].rstrip())))
            row = replace(row, start=at, opens=True, gap=False, turn=False)
        parts.append(row)
    return parts


def _end_of_first(content: str, row: Row, style: Style) -> int:
    """Where the second thing begins; the start of the row where there is none."""
    if not style.cased:
        return row.start
    heading = HEADING.match(content, row.start, min(row.end, row.start + LONGEST_HEADING))
    if heading is not None:
        return heading.end()
    if style.articles and content.startswith(style.articles, row.start):
        name = NAME.match(content, row.start, row.end)
        return name.end() if name else _first_recital(content, row, style)
    return row.start


def _first_recital(content: str, row: Row, style: Style) -> int:
    """Where "Considering" stands in "The Conference, Considering ...": behind a pause, with a capital, in one
    sentence.
    """
    limit = min(row.end, row.start + LONGEST_OPENING)
    if style.speaks.match(content, row.start, limit):
        return row.start
    for pause in PAUSE.finditer(content, row.start, limit):
        if ". " in content[row.start : pause.start()]:
            break
        if style.preambular.match(content, pause.end()):
            return pause.end()
    return row.start
