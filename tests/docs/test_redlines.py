"""The examples on the page of redlines come out as printed."""

import re

import pytest

import operative
from operative.comparison.pieces import find_pieces
from operative.comparison.shifts import RANKS, find_shifts
from operative.domain.acts import Quote
from operative.domain.spans import Span
from operative.domain.verdicts import Suggestion, Verdict
from tests.comparison.provisions import marked

from .public_names import page

PAGE = page("concepts/redlines.md")


def rows(*head: str) -> list[list[str]]:
    """The rows of the table with this head."""
    table = PAGE.split(f"| {' | '.join(head)} |\n", 1)[1].split("\n\n", 1)[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[1:]]


def test_the_provisions_are_followed_as_printed():
    old, new = re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    shown = [
        [
            f"{row.change}, moved" if row.moved else str(row.change),
            f"`{row.old}`" if row.old else "",
            f"`{row.new}`" if row.new else "",
            marked(row.pieces),
        ]
        for row in operative.redline(old.encode(), new.encode(), language="en")
    ]

    assert shown == rows("change", "old", "new", "words")


@pytest.mark.parametrize(("old", "new", "shown"), rows("old", "new", "redline"))
def test_the_words_are_marked_as_printed(old, new, shown):
    assert marked(find_pieces(old.strip("`"), new.strip("`"))) == shown.strip("`")


def test_the_order_of_verdicts_is_as_printed():
    assert [row[1] for row in rows("place", "verdict", "why there")] == [str(verdict) for verdict in RANKS]


@pytest.mark.parametrize(("old", "new", "turn"), rows("old", "new", "turn"))
def test_turns_are_as_printed(old, new, turn):
    was, now = (Suggestion("e1", "e1", "op1", Verdict(one), "", "", "", Quote("", Span(0, 0))) for one in (old, new))

    assert [shift.turn for shift in find_shifts([was], [now])] == [turn]
