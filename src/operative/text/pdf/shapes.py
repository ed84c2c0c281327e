"""What is seen on a page before it becomes text: runs, fragments, rules, and the lines that they make.

Distances are in points from the top left corner of the page as a reader holds it: `base` is where letters stand, and
grows downwards. On pages that are read from right to left, left and right are exchanged (`Sheet.mirrored`), so that
"left" is the edge where lines begin.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from operative.domain.texts import Role

__all__ = ["BOLD", "ITALIC", "RAISED", "TURNED", "Fragment", "Print", "Rule", "Run", "Sheet", "Style"]

ITALIC, BOLD, RAISED, TURNED = 1, 2, 4, 8
"""Bits of a style."""


class Run(NamedTuple):
    """Characters that one drawing operation of the PDF sets in one style; `spaced`: blank paper stands before them."""

    words: str
    left: float
    right: float
    base: float
    size: float
    style: int
    spaced: bool


class Rule(NamedTuple):
    """A straight drawn line, or the thin rectangle that stands for one."""

    left: float
    top: float
    right: float
    bottom: float


class Style(NamedTuple):
    """A range of characters of one line, and the bits of its style."""

    start: int
    end: int
    bits: int


@dataclass(slots=True)
class Fragment:
    """Runs that stand on one base line without a wide gap between them."""

    words: str
    left: float
    right: float
    base: float
    size: float
    styles: list[Style] = field(default_factory=list)
    turned: bool = False


@dataclass(slots=True)
class Print:
    """One printed line, or one row of a table with its cells parted by tabs."""

    words: str
    left: float
    right: float
    base: float
    size: float
    styles: list[Style]
    page: int = 1
    role: Role = Role.BODY
    opens: bool | None = None
    column: int = 0
    """Counts the columns and bands of a page in reading order: lines of one column stand under each other."""
    text_left: float = 0.0
    """Where the words begin after a number that hangs before them; `left` where none does."""
    label: int = 0
    """How many letters the marker at the head of a note has."""
    bottom: float = 0.0
    """The base line of the last printed line where a row of a table has several."""

    @property
    def top(self) -> float:
        """Where the tallest letters end."""
        return self.base - 0.8 * self.size


@dataclass(slots=True)
class Sheet:
    """What is seen on one page."""

    number: int
    width: float
    height: float
    runs: list[Run]
    rules: list[Rule]
    mirrored: bool = False
    letters: int = 0
    """How many letters the text layer holds."""
    garbled: int = 0
    """How many of them stand for nothing that is known."""
    drawn: int = 0
    """How many things other than letters are drawn: letters may be drawn as outlines."""
    picture: float = 0.0
    """The share of the page that pictures cover."""
