"""Lines joined into paragraphs: where each begins, and its words with a map back to the source."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from operative.domain.spans import Segment, Span
from operative.structure.numbering import Label, Scheme, find_label, opens_list, readings_of
from operative.structure.rows import Row
from operative.vocabulary.styles import Style

__all__ = ["Block", "Words", "mend", "split_blocks"]

ODD = re.compile(r"[^\S ]+ *| {2,}| [^\S ]+ *|[\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\ufeff]+")
"""What does not stand in the words of a provision: runs of white space (one space stays), soft hyphens, direction
marks.
"""
UNEVEN = re.compile(r"[^\S \n]|  | \n|\n |[-‐‑/\u00ad⺀-鿿豈-﫿＀-￯]\n|[\u00ad\u200b-\u200f\u202a-\u202e\ufeff]")
"""What keeps lines from being joined by a space just as they are."""
HYPHEN = re.compile(r"(?P<left>[^\W\d_]+)[-‐‑]$")
LONGEST_WORD = 60
ANNEX_LENGTH = 24
HEAD_WORD = re.compile(r"[^\W\d_]+")
JOINED_ON = re.compile(r"[,;，；]\s*(?:and|or|et|ou|y|o|и|или|و|以及|和)$")
"""`; and` at the end of a list entry"""
COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HAN = re.compile(r"[⺀-鿿豈-﫿＀-￯、-〿“”‘’]")
KEPT_PREFIXES = frozenset(
    [
        "non",
        "anti",
        "co",
        "counter",
        "cross",
        "ex",
        "extra",
        "high",
        "inter",
        "intra",
        "long",
        "low",
        "mid",
        "multi",
        "over",
        "post",
        "pre",
        "pro",
        "re",
        "self",
        "semi",
        "short",
        "sub",
        "trans",
        "under",
        "vice",
        "well",
    ]
)
"""Left halves that mostly keep their hyphen: non-proliferation, follow-up is decided by its own words."""


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


class Words:
    """The words of a text, asked for when a hyphen stands at the end of a line."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._known: frozenset[str] | None = None

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Whether `left-` + `right` is one compound word, and not a word that was broken to fit the line.

        In this order: a capital behind the hyphen; the joined word stands elsewhere in the text; the compound does;
        the left half
        is a prefix that keeps it; both halves are words of the text.
        """
        if right[:1].isupper():
            return True
        if self._known is None:
            self._known = frozenset(COMPOUND.findall(self._content.lower()))
        left, right = left.lower(), right.lower()
        if f"{left}-{right}" in self._known:
            return True
        if left + right in self._known:
            return False
        return left in KEPT_PREFIXES or (left in self._known and right in self._known)


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
        gaps = sum(row.gap for row in rows)
        self.tight = gaps * 8 < len(rows)
        lengths = sorted(row.end - row.start for row in rows)
        self.width = lengths[len(lengths) * 9 // 10] if lengths else 0
        self.unwrapped = self.width > 170
        self.last: dict[Scheme, int] = {}

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
        return self.tight and closed and self._leads(row, label)

    def _names_annex(self, row: Row) -> bool:
        """ "Annex II" on a line of its own that begins a paragraph: a printer sets it and the title below it as one."""
        if row.end - row.start > ANNEX_LENGTH or row.opens is False:
            return False
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

    def _closed_by_mark(self, before: Row) -> bool:
        """A closing mark with a note marker or a quotation mark behind it: `people,4`, `...” `, `; and`."""
        tail = self.content[max(before.start, before.end - 8) : before.end].rstrip('0123456789*”"’»)] ')
        if tail and tail[-1] in self.style.terminal:
            return True
        return JOINED_ON.search(self.content, max(before.start, before.end - 8), before.end) is not None

    def _fits(self, label: Label, row: Row, closed: bool) -> bool:
        """A number opens a paragraph behind blank space or a closing mark; else it is part of the sentence."""
        alone = label.end >= row.end
        if row.gap and not row.turn:
            return True
        if closed or alone:
            first = opens_list(label)
            return first is not None or any(value > 1 for _, value in readings_of(label))
        return False

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


def _pieces(rows: Iterable[Row], start: int, cuts: Sequence[Span]) -> list[tuple[int, int]]:
    """The ranges of the source that carry the words: rows without the number before `start` and without the cuts."""
    pieces = []
    starts = [cut.start for cut in cuts]
    for row in rows:
        low, high = max(row.start, start), row.end
        if low >= high:
            continue
        for cut in cuts[bisect_left(starts, low) : bisect_right(starts, high - 1)]:
            if cut.start > low:
                pieces.append((low, cut.start))
            low = max(low, cut.end)
        if low < high:
            pieces.append((low, high))
    return pieces


def mend(
    content: str, rows: Sequence[Row], start: int, cuts: Sequence[Span], words: Words
) -> tuple[str, tuple[Segment, ...]]:
    """The words of some rows as one text, white space squeezed and broken words mended, with the map back to the
    source.
    """
    if not cuts and start < rows[-1].end and not UNEVEN.search(content, start, rows[-1].end):
        return _even(content, rows, start)
    return _uneven(content, _pieces(rows, start, cuts), words)


def _even(content: str, rows: Sequence[Row], start: int) -> tuple[str, tuple[Segment, ...]]:
    """Lines that are joined by nothing but a space."""
    pieces: list[str] = []
    segments: list[Segment] = []
    at = 0
    for row in rows:
        low = row.start if row.start > start else start
        if low < row.end:
            pieces.append(content[low : row.end])
            segments.append(Segment(at, low, row.end - low))
            at += row.end - low + 1
    return " ".join(pieces), tuple(segments)


def _uneven(content: str, pieces: Sequence[tuple[int, int]], words: Words) -> tuple[str, tuple[Segment, ...]]:
    out: list[str] = []
    segments: list[Segment] = []
    at, end = 0, -1
    for low, high in pieces:
        piece = content[low:high]
        if end >= 0:
            # Pieces that touch but for a cut are one line; others are two.
            joint = " " if "\n" in content[end:low] or content[low - 1].isspace() or content[end].isspace() else ""
            if joint:
                joint = _joint(out, piece, words)
            if joint == "-":
                out[-1] = out[-1][:-1]
                at -= 1
                last = segments[-1]
                segments[-1] = Segment(last.at, last.source, last.length - 1)
            elif joint and not out[-1].endswith(" "):
                out.append(" ")
                at += 1
        end = high
        for word, shift in _clean(piece):
            out.append(word)
            segments.append(Segment(at, low + shift, len(word)))
            at += len(word)
    return _trimmed("".join(out), segments)


def _joint(out: list[str], piece: str, words: Words) -> str:
    """What joins a line to the next: a space, nothing (Chinese, a hyphen that stays), or "-" for a hyphen to take
    away.
    """
    left = out[-1] if out else ""
    if left.endswith("\u00ad"):
        return ""
    tail = left[-1:]
    if tail in "-‐‑/" and len(left) > 1:
        hyphen, head = HYPHEN.search(left, max(0, len(left) - LONGEST_WORD)), HEAD_WORD.match(piece)
        if hyphen and head:
            return "" if words.keeps_hyphen(hyphen["left"], head[0]) else "-"
        if not left[-2].isspace() and head is not None:
            return ""
    if tail > "⺀" and HAN.match(tail) and HAN.match(piece):
        return ""
    return " "


def _clean(piece: str) -> list[tuple[str, int]]:
    """Runs of the piece that stay, with their places."""
    odd = ODD.search(piece)
    if odd is None:
        return [(piece, 0)]
    runs, at = [], 0
    for odd in ODD.finditer(piece):
        space = odd[0].strip("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff")
        if odd.start() > at:
            runs.append((piece[at : odd.start()], at))
        if space and odd.start() > 0:
            runs.append((" ", odd.start()))
        at = odd.end()
    if at < len(piece):
        runs.append((piece[at:], at))
    return runs


def _trimmed(text: str, segments: list[Segment]) -> tuple[str, tuple[Segment, ...]]:
    """Without white space at both ends."""
    bare = text.strip()
    if len(bare) == len(text):
        return text, tuple(segments)
    left = len(text) - len(text.lstrip())
    kept = []
    for segment in segments:
        low, high = max(segment.at, left), min(segment.at + segment.length, left + len(bare))
        if low < high:
            kept.append(Segment(low - left, segment.source + low - segment.at, high - low))
    return bare, tuple(kept)
