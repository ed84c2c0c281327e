"""A text while a reader sets it: paragraphs as pieces with marks, set one below the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from operative.domain.findings import Finding
from operative.domain.spans import Span
from operative.domain.texts import Line, Mark, MarkKind, Role, Text
from operative.errors import EmptySource
from operative.text.encodings import BREAKS, mark_lost

__all__ = ["BULLET", "ONE_LINE", "Galley", "Paragraph", "Piece", "Setting", "joined", "labelled"]

Setting = tuple[tuple[MarkKind, str], ...]
"""The marks of a run of characters, each with its value."""

Piece = tuple[str, Setting]
"""Characters that are all set alike. "\\n" is a line break inside a paragraph."""

BULLET = "•"

ONE_LINE = str.maketrans(dict.fromkeys(BREAKS, " "))
"""Breaks in the mark-up are none on the page."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one row of a table, on its way to the galley."""

    pieces: tuple[Piece, ...]
    role: Role = Role.BODY
    opens: bool | None = True
    goes_on: bool | None = False
    """Whether what follows a line break inside begins a paragraph, as in `Line.opens`."""
    depth: int = 0
    page: int = 1

    @property
    def words(self) -> str:
        """The characters without their marks."""
        return "".join(characters for characters, _ in self.pieces)

    def under(self, role: Role) -> "Paragraph":
        """The same paragraph in another role."""
        return replace(self, role=role)


@dataclass(slots=True)
class Galley:
    """Lines and marks set so far."""

    parts: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    size: int = 0

    def add(self, paragraph: Paragraph) -> None:
        """Set one paragraph below the others, one line for each of its printed lines; blank ones are left out."""
        words = paragraph.words
        if not words or words.isspace():
            return
        if self.size:
            self.parts.append("\n")
            self.size += 1
        self._add_marks(paragraph.pieces)
        start, opens = self.size, paragraph.opens
        for words_of_line in words.split("\n"):
            end = start + len(words_of_line)
            if words_of_line and not words_of_line.isspace():
                line = Line(start, end, paragraph.page, paragraph.role, opens, None, "", paragraph.depth)
                self.lines.append(line)
                opens = paragraph.goes_on
            start = end + 1
        self.parts.append(words)
        self.size += len(words)

    def _add_marks(self, pieces: Iterable[Piece]) -> None:
        begun: dict[tuple[MarkKind, str], int] = {}
        at = self.size
        for characters, setting in pieces:
            if begun or setting:
                for mark in [mark for mark in begun if mark not in setting]:
                    self.marks.append(Mark(mark[0], Span(begun.pop(mark), at), mark[1]))
                for mark in setting:
                    begun.setdefault(mark, at)
            at += len(characters)
        self.marks.extend(Mark(kind, Span(start, at), value) for (kind, value), start in begun.items())

    def text(self, media_type: str, *, pages: int, language: str | None, findings: tuple[Finding, ...]) -> Text:
        """What was set, as `Text`; raises `EmptySource` where that is nothing."""
        if not self.lines:
            raise EmptySource(f"{media_type} without a single printed character")
        marks = sorted(self.marks, key=lambda mark: (mark.span.start, -mark.span.end))
        content, lost = mark_lost("".join(self.parts))
        return Text(content, tuple(self.lines), media_type, pages, tuple(marks), language, (*findings, *lost))


def joined(cells: Iterable[Iterable[Paragraph]]) -> tuple[Piece, ...]:
    """One row of a table: cells are parted by tabs, the paragraphs and lines of a cell by spaces."""
    pieces: list[Piece] = []
    for number, cell in enumerate(cells):
        if number:
            pieces.append(("\t", ()))
        for place, paragraph in enumerate(cell):
            if place:
                pieces.append((" ", ()))
            pieces.extend(
                (characters.replace("\n", " ").replace("\t", " "), marks) for characters, marks in paragraph.pieces
            )
    while pieces and pieces[-1][0].isspace():
        pieces.pop()
    return tuple(pieces)


def labelled(paragraphs: Iterator[Paragraph], marker: str) -> Iterator[Paragraph]:
    """The paragraphs of a note; the first has its marker at the head, also where the author left it out."""
    label = (MarkKind.LABEL, marker)
    for number, paragraph in enumerate(paragraphs):
        if number or any(label in marks for _, marks in paragraph.pieces):
            yield paragraph
        elif paragraph.words.lstrip().startswith(marker):
            yield replace(paragraph, pieces=_marked(paragraph, marker, label), role=Role.NOTE)
        else:
            yield replace(paragraph, pieces=((marker, (label,)), (" ", ()), *paragraph.pieces), role=Role.NOTE)


def _marked(paragraph: Paragraph, marker: str, label: tuple[MarkKind, str]) -> tuple[Piece, ...]:
    """The pieces with the label on the marker that the author typed."""
    words = paragraph.words
    before = len(words) - len(words.lstrip())
    end, at = before + len(marker), 0
    pieces: list[Piece] = []
    for characters, marks in paragraph.pieces:
        low, high = max(before - at, 0), min(max(end - at, 0), len(characters))
        if low < high:
            pieces += [(characters[:low], marks), (characters[low:high], (*marks, label)), (characters[high:], marks)]
        else:
            pieces.append((characters, marks))
        at += len(characters)
    return tuple(piece for piece in pieces if piece[0])
