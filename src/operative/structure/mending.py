"""The words of lines as one text, with a map back to the source."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from operative.domain.spans import Segment, Span
from operative.structure.rows import Row

__all__ = ["Words", "mend", "place_of"]

ODD = re.compile(r"[^\S ]+ *| {2,}| [^\S ]+ *|[\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\ufeff]+")
"""What does not stand in the words of a provision: runs of white space (one space stays), soft hyphens, marks of
direction."""
HYPHENS = "-‐‑/"
HAN_BEGINS = "⺀"
"""Characters from here on may be parted by lines without a space."""
HYPHEN = re.compile(r"(?P<left>[^\W\d_]+)[-‐‑]$")
CLOSE = ",.;:)]”»"
LONGEST_WORD = 60
HEAD_WORD = re.compile(r"[^\W\d_]+")
LAST_WORD = re.compile(r"[^\W\d_]+$")
LINE_END = re.compile(r"[-‐‑][^\S\n]*\n\s*")
"""A hyphen at the end of a line"""
MOST_BROKEN = 6
"""A text breaks words where one in so many hyphens at line ends is proved to stand in a broken word."""
COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HAN = re.compile(r"[⺀-鿿豈-﫿＀-￯、-〿“”‘’]")


class Words:
    """The words of a text, asked for when a hyphen stands at the end of a line."""

    def __init__(self, content: str, prefixes: frozenset[str]) -> None:
        self._content, self._prefixes = content, prefixes
        self._known: frozenset[str] | None = None
        self._needed = 1

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Whether `left-` + `right` is one compound word, and not a word that was broken to fit the line.

        In this order: a capital behind the hyphen; the compound stands elsewhere in the text; the joined word does; the
        left half is a prefix that keeps it. Else it goes by how the text is printed: one that breaks words keeps only
        what has two words of the text for halves; one that is seen to break none keeps all; between the two, what has
        one word of the text for a half is kept.
        """
        if right[:1].isupper():
            return True
        if self._known is None:
            self._known = self._look()
        left, right = left.lower(), right.lower()
        if f"{left}-{right}" in self._known:
            return True
        if left + right in self._known:
            return False
        halves = (left in self._known) + (right in self._known)
        return left in self._prefixes or halves >= self._needed

    def _look(self) -> frozenset[str]:
        """The words of the text, alone and in compounds; notes on the way whether the text breaks words at line ends.

        A word broken at the end of a line is no witness: its halves would prove that they are words.
        """
        low = self._content.lower()
        kept, pairs, at = [], [], 0
        for joint in LINE_END.finditer(low):
            left = LAST_WORD.search(low, max(at, joint.start() - LONGEST_WORD), joint.start())
            right = HEAD_WORD.match(low, joint.end())
            if left and right:
                pairs.append((left[0], right[0]))
                kept.append(low[at : left.start()])
                at = right.end()
        # The pattern is dear: it looks at each printed word once.
        printed = set(" ".join([*kept, low[at:]]).split())
        compounds = COMPOUND.findall(" ".join(printed))
        known = frozenset([*compounds, *(half for word in compounds if "-" in word for half in word.split("-"))])
        broken = sum(left + right in known and f"{left}-{right}" not in known for left, right in pairs)
        whole = sum(f"{left}-{right}" in known or left in self._prefixes for left, right in pairs)
        if broken * MOST_BROKEN > len(pairs):
            self._needed = 2
        elif whole and not broken:
            self._needed = 0
        return known


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
    while content[start : start + 1].isspace() and start < rows[-1].end:
        start += 1
    if not cuts and (plain := _joined(content, rows, start)):
        return plain
    return _uneven(content, _pieces(rows, start, cuts), words)


def _joined(content: str, rows: Sequence[Row], start: int) -> tuple[str, tuple[Segment, ...]] | None:
    """The lines with a space between them, as most paragraphs are mended; None where one needs a closer look."""
    pieces: list[str] = []
    segments: list[Segment] = []
    at = 0
    for row in rows:
        low = row.start if row.start > start else start
        if low >= row.end:
            continue
        piece = content[low : row.end]
        if "  " in piece or not piece.isprintable() or piece[-1] in HYPHENS or piece[-1] >= HAN_BEGINS:
            return None
        pieces.append(piece)
        segments.append(Segment(at, low, row.end - low))
        at += row.end - low + 1
    return (" ".join(pieces), tuple(segments)) if pieces else None


def _uneven(content: str, pieces: Sequence[tuple[int, int]], words: Words) -> tuple[str, tuple[Segment, ...]]:
    out: list[str] = []
    segments: list[Segment] = []
    at, end = 0, -1
    for low, high in pieces:
        piece = content[low:high]
        if end >= 0:
            # Pieces that touch but for a cut are one line; others are two. A mark stands close behind its word.
            apart = content[low - 1].isspace() or (content[end].isspace() and piece[0] not in CLOSE)
            joint = " " if "\n" in content[end:low] or apart else ""
            if joint:
                joint = _joint(out, piece, words)
            if joint == "-":
                out[-1] = out[-1][:-1]
                at -= 1
                last = segments[-1]
                segments[-1] = Segment(last.at, last.source, last.length - 1)
            elif joint and not out[-1].endswith(" ") and not piece[0].isspace():
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
    if tail in HYPHENS and len(left) > 1:
        hyphen, head = HYPHEN.search(left, max(0, len(left) - LONGEST_WORD)), HEAD_WORD.match(piece)
        if hyphen and head:
            return "" if words.keeps_hyphen(hyphen["left"], head[0]) else "-"
        if not left[-2].isspace() and head is not None:
            return ""
    if tail >= HAN_BEGINS and HAN.match(tail) and HAN.match(piece):
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


def place_of(segments: Sequence[Segment], source: int) -> int:
    """The place in mended words that stands at a place of the source, or the nearest before it."""
    place = 0
    for segment in segments:
        if segment.source > source:
            break
        place = segment.at + min(segment.length, source - segment.source)
    return place
