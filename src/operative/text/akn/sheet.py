"""The text being written while a tree is walked: characters, lines, marks."""

import re
from dataclasses import dataclass

from lxml import etree

from operative.domain.spans import Span
from operative.domain.texts import Line, Mark, MarkKind, Role

__all__ = ["Note", "Owner", "Sheet"]

SPACES = " \t\r\n"
RUN = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class Owner:
    """The unit that blocks belong to: the first block opens it, later ones continue it."""

    kind: str
    depth: int = 0
    opened: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A note waiting for the end of the unit that calls it."""

    marker: str
    element: etree._Element


class Sheet:
    """Collects printed characters: white space of the mark-up is squeezed, each block is one line."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self.marks: list[Mark] = []
        self.lines: list[Line] = []
        self.number = ""
        """The printed number that the next numbered block begins with."""
        self._parts: list[str] = []
        self._size = 0
        self._start = -1
        self._spaced = False
        self._owner = Owner("")
        self._role = Role.BODY
        self._open: list[tuple[MarkKind, str, int]] = []
        self._skip = ""

    @property
    def content(self) -> str:
        """All characters so far."""
        return "".join(self._parts)

    def begin(self, owner: Owner, *, role: Role = Role.BODY, numbered: bool = True) -> None:
        """Begin a block of `owner`, with the number that waits, if it may take one."""
        self.end()
        self._owner, self._role = owner, role
        if numbered and self.number:
            number, self.number = self.number, ""
            self.open(MarkKind.NUMBER)
            self.write(number)
            self.close()
            self.tab()

    def end(self) -> None:
        """End the block; one without a character leaves no line."""
        if self._start >= 0:
            owner = self._owner
            while self._parts[-1] == "\t":
                self._parts.pop()
                self._size -= 1
            line = Line(
                self._start, self._size, role=self._role, opens=not owner.opened, kind=owner.kind, depth=owner.depth
            )
            self.lines.append(line)
            owner.opened = True
        self._start = -1
        self._spaced = False

    def write(self, text: str | None) -> None:
        """Add characters; runs of white space become one space, none at the ends of a block."""
        if not text:
            return
        words = text.strip(SPACES)
        if words and self._skip:
            words, self._skip = words.removeprefix(self._skip).lstrip(SPACES), ""
        if not words:
            self._spaced = True
            return
        if self._start < 0:
            if self._size:
                self._add("\n")
            self._start = self._size
        elif (self._spaced or text[0] in SPACES) and self._parts[-1] != "\t":
            self._add(" ")
        self._open = [(kind, value, self._size if at < 0 else at) for kind, value, at in self._open]
        self._add(RUN.sub(" ", words))
        self._spaced = text[-1] in SPACES

    def tab(self) -> None:
        """A gap between number and words, or between the cells of a row."""
        if self._start < 0:
            if self._size:
                self._add("\n")
            self._start = self._size
        self._add("\t")
        self._spaced = False

    def open(self, kind: MarkKind, value: str = "") -> None:
        """Begin a mark; it starts with the next character."""
        self._open.append((kind, value, -1))

    def close(self) -> None:
        """End the mark that was begun last; one without a character is none."""
        kind, value, start = self._open.pop()
        if start >= 0:
            self.marks.append(Mark(kind, Span(start, self._size), value))

    def mark_head(self, line: int, length: int, meaning: str) -> None:
        """Name the first characters of a line that is written."""
        if line < len(self.lines):
            start = self.lines[line].start
            self.marks.append(Mark(MarkKind.META, Span(start, start + length), meaning))

    def call(self, marker: str, bracketed: bool) -> None:
        """The marker of a note where it is called; `bracketed` when the mark-up has printed "(" before it."""
        start = self._size - 1 if bracketed and self._parts and self._parts[-1].endswith("(") else -1
        spaced, self._spaced = self._spaced, False
        self.open(MarkKind.CALL, marker)
        self.write(marker)
        if start >= 0:
            self._open[-1] = (MarkKind.CALL, marker, start)
        self.close()
        self._spaced = spaced

    def bracket(self) -> None:
        """Take a ")" into the call that stands directly before it."""
        last = self.marks[-1] if self.marks else None
        if last is None or last.kind is not MarkKind.CALL or last.span.end != self._size:
            self.write(")")
            return
        self._spaced = False
        self.write(")")
        self.marks[-1] = Mark(last.kind, Span(last.span.start, self._size), last.value)

    def label(self, marker: str, words: str) -> None:
        """The marker at the head of a note; one that the note's own words repeat is printed once."""
        self.open(MarkKind.LABEL, marker)
        self.write(marker)
        self.close()
        self.tab()
        if words.startswith("()"):
            self._skip = "()"
        elif words.startswith(marker) and (not marker.isalnum() or not words[len(marker) : len(marker) + 1].isalnum()):
            self._skip = marker

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._size += len(text)
