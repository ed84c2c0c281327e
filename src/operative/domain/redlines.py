"""Two texts provision by provision, and word by word."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Change", "Piece", "RedlineRow"]


class Change(StrEnum):
    """What happened to a provision, or to a run of words."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that both texts have (`same`), only the old (`removed`), or only the new (`added`).

    Where both have the words, but print them with another hyphen, apostrophe, quotation mark or blank, `words` is how
    the new text prints them, and `was` how the old one does; else `was` is "".
    """

    change: Change
    words: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class RedlineRow:
    """One provision in the old and in the new text; "" where one of them does not have it.

    `old` and `new` are ids of provisions; `moved` says that it stands in another place, changed or not. `likeness` is
    the share of words that both have, from 0 to 1.
    """

    change: Change
    old: str
    new: str
    pieces: tuple[Piece, ...]
    moved: bool = False
    likeness: float = 1.0
