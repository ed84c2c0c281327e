"""Lines joined into paragraphs: where each begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from operative.structure.formulas import is_bare_formula, is_formula
from operative.structure.numbering import Label, find_label, opens_list, readings_of
from operative.structure.rows import Row
from operative.vocabulary.styles import Style

__all__ = ["Block", "split_blocks"]

BARE_NUMBER = re.compile(r"(?P<number>\d{1,2})[ \t]+(?=[A-ZÀ-Ö])")
LONGEST_NAME = 60
SHORTEST_TEXT = 8
ANNEX_LENGTH = 24
SHORT_WORD = 3
SHORT_LINE = 60
"""A line no longer than this can be a heading, with anything behind it."""
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
        label = _label_of(content, row, style)
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


def _label_of(content: str, row: Row, style: Style) -> Label | None:
    """The number that a row begins with; with a comma or nothing behind it, it is one only before a verb."""
    label = find_label(content, row.start, row.end)
    if label is None and row.gap and (bare := BARE_NUMBER.match(content, row.start, row.end)):
        label = Label(bare["number"], bare["number"], bare.end(), paren=False)
    elif label is None or not label.printed.endswith(","):
        return label
    return label if label is not None and style.operative.match(content, label.end) else None


class _Openings:
    """Decides for each row whether a paragraph begins there."""

    def __init__(self, content: str, rows: Sequence[Row], style: Style) -> None:
        self.content, self.rows, self.style = content, rows, style
        gaps = sum(row.gap for row in rows[1:])
        self.tight = gaps * 8 < len(rows)
        lengths = sorted(row.end - row.start for row in rows)
        self.width = lengths[len(lengths) * 9 // 10] if lengths else 0
        self.unwrapped = self.width > 170
        self.preamble = self.roomy = False
        self.told = not self._is_torn()

    def _is_torn(self) -> bool:
        """Whether a source says of printed lines that each is a paragraph: many then go on with a small letter."""
        if not self.style.cased or len(self.rows) < SHORTEST_TEXT:
            return False
        torn = sum(
            row.opens is True
            and self.content[row.start].islower()
            and self.content[before.end - 1] not in self.style.terminal
            for before, row in zip(self.rows, self.rows[1:], strict=False)
        )
        return torn * 5 > len(self.rows)

    def begins(self, i: int, label: Label | None) -> bool:
        """Whether a paragraph begins at row `i`; rows are asked for in order."""
        opens = self._opens(i, label)
        if opens and not self.tight:
            self._follow(self.rows[i], label)
        return opens

    def _follow(self, row: Row, label: Label | None) -> None:
        """A preamble runs from the name of the body to the first number or finite verb."""
        if label is not None or self.style.operative.match(self.content, row.start) is not None:
            self.preamble = False
        elif is_bare_formula(self.content[row.start : row.end], self.style):
            self.preamble = True

    def _opens(self, i: int, label: Label | None) -> bool:
        row, before = self.rows[i], self.rows[i - 1]
        if self._stands_for_itself(before) or (row.opens is None and self._stands_for_itself(row)):
            return True
        if row.opens is not None and self.told:
            return row.opens
        if row.table != before.table or row.table:
            return True
        if label is None and self._is_bare_label(before):
            return False
        if self.content[row.start - 1] == "\t":
            # Word processors set the first line of a paragraph in, and no other.
            return True
        if label is not None and self._fits(label, row, before):
            return True
        if row.gap and not row.turn:
            return not self._broken(before, row)
        if row.turn:
            return self._ended(before) or (
                (self._leads(row, label) or self._stands_alone(i)) and self._is_closed(before)
            )
        if self.unwrapped:
            return label is not None or not self._torn(before, row)
        if not self.tight:
            return self._leads_on(i)
        if self._ended(before) and self._starts(row):
            return True
        return self._is_formula(i) or (self._leads(row, label) and self._is_closed(before))

    def _stands_for_itself(self, row: Row) -> bool:
        """ "Annex II" or "Article 5" on a line of its own: a printer may set it and the title below it as one."""
        if row.end - row.start > ANNEX_LENGTH or row.opens is False or self.content[row.start].islower():
            return False
        article = self.style.article.match(self.content, row.start, row.end)
        if article is not None and article.end() == row.end:
            return True
        return self.style.annex.match(self.content, row.start, row.end) is not None

    def _ended(self, before: Row) -> bool:
        """A line well short of the others is the last of its paragraph."""
        return before.end - before.start < self.width * 0.7

    def _stands_alone(self, i: int) -> bool:
        """A short line that is no sentence and no end of one: a heading, or a closing line."""
        row, tail = self.rows[i], self.content[self.rows[i].end - 1]
        after = self.rows[i + 1] if i + 1 < len(self.rows) else None
        apart = after is None or after.gap or after.turn
        return self._ended(row) and apart and tail not in self.style.terminal and not self.content[row.start].islower()

    def _is_bare_label(self, before: Row) -> bool:
        """The line before holds a number and nothing else."""
        label = find_label(self.content, before.start, before.end) if before.end - before.start < 12 else None
        return label is not None and label.end >= before.end

    def _is_closed(self, before: Row) -> bool:
        """A closing mark, perhaps with a note marker or a quotation mark behind it: `people,4`, `...” `, `; and`."""
        if self.content[before.end - 1] in self.style.terminal:
            return True
        tail = self.content[max(before.start, before.end - 8) : before.end].rstrip('0123456789*”"’»)] ')
        if tail and tail[-1] in self.style.terminal:
            return True
        return JOINED_ON.search(self.content, max(before.start, before.end - 8), before.end) is not None

    def _fits(self, label: Label, row: Row, before: Row) -> bool:
        """A number opens a paragraph behind blank space, a short line or a closing mark; else it is part of the
        sentence.
        """
        alone = label.end >= row.end
        if row.gap and not row.turn:
            return True
        if alone or self._ended(before) or self._is_closed(before):
            first = opens_list(label)
            return first is not None or any(value > 1 for _, value in readings_of(label))
        return False

    def _is_formula(self, i: int) -> bool:
        """ "The Council," before a line that opens with a verb."""
        row = self.rows[i]
        if i + 1 >= len(self.rows) or self.content[row.end - 1] not in ",،，":
            return False
        if self.style.preambular.match(self.content, self.rows[i + 1].start) is None:
            return False
        if not self.style.articles and not row.gap and not self._ended(self.rows[i - 1]):
            return False
        return is_formula(" ".join(self.content[row.start : row.end].split()), self.style)

    def _leads_on(self, i: int) -> bool:
        """Where most paragraphs have space between them, some have none: the name of the body, what follows it, and a
        capital lead behind the comma that ends a paragraph of the preamble.
        """
        row, before = self.rows[i], self.rows[i - 1]
        if not self.content[row.start].isupper() or not self.style.articles:
            return False
        if any(is_bare_formula(self.content[one.start : one.end], self.style) for one in (before, row)):
            return True
        if self._is_formula(i - 1) and before.end - before.start < LONGEST_NAME:
            # The recitals follow the name of the body line by line: so the text is set.
            self.preamble = self.roomy = True
            return True
        if not self.preamble or not self._is_closed(before) or not self.style.preambular.match(self.content, row.start):
            return False
        # A line that had room for the next word ended on purpose; one such line tells how the text is set.
        word = self.content[row.start : row.end].split(maxsplit=1)[0]
        self.roomy = self.roomy or before.end - before.start + len(word) + 1 < self.width
        if not self.roomy:
            return False
        # A title inside a sentence has capitals throughout.
        long = [word for word in self.content[row.start : row.end].split()[1:] if len(word) > SHORT_WORD]
        return sum(word[0].isupper() for word in long) * 2 <= len(long)

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

    def _torn(self, before: Row, row: Row) -> bool:
        """A paragraph on one line that was broken all the same: no closing mark, and a small letter or a figure
        follows.
        """
        first = self.content[row.start]
        long = before.end - before.start > SHORT_LINE
        return self.style.cased and long and (first.islower() or first.isdigit()) and not self._is_closed(before)

    def _broken(self, before: Row, row: Row) -> bool:
        """Blank space inside a sentence: the line before ends on a hyphen, a comma is missing, and a small letter
        follows.
        """
        tail = self.content[before.end - 1]
        return tail in "-‐" and self.content[row.start].islower()
