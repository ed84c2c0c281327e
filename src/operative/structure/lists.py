"""Lists inside lists: which number goes on with which list."""

from collections.abc import Sequence
from dataclasses import dataclass

from operative.structure.numbering import Label, Scheme, continues, opens_list, readings_of

__all__ = ["Level", "Lists"]


@dataclass(slots=True)
class Level:
    """An open list: how it counts, where it stands, and the id of its newest entry and of what it hangs on."""

    scheme: Scheme
    last: int
    entry: str
    parent: str


class Lists:
    """The lists that are open at a place of the text, the outermost first."""

    def __init__(self) -> None:
        self.levels: list[Level] = []

    def clear(self) -> None:
        """A new paragraph begins: no list is open."""
        self.levels.clear()

    def place(self, label: Label, ahead: Sequence[Label], top: str) -> tuple[str, Scheme, int, bool] | None:
        """Where an entry with this number goes: the id it hangs on, its scheme and value, and whether it was expected.

        The innermost list that the number continues wins; a number that could also open a list of its own, such as
        (i) behind (h), goes
        by the number that follows it. None where the number cannot be read.
        """
        readings = readings_of(label)
        if not readings:
            return None
        going_on = [i for i, level in enumerate(self.levels) if continues(level.scheme, level.last, label)]
        opening = opens_list(label)
        if going_on and opening is not None and opening is not self.levels[going_on[-1]].scheme:
            after = readings_of(ahead[0]) if ahead else ()
            if (opening, 2) in after:
                going_on = []
        if going_on:
            level = self.levels[going_on[-1]]
            del self.levels[going_on[-1] + 1 :]
            value = next((v for s, v in readings if s is level.scheme), level.last + 1)
            return level.parent, level.scheme, value, True
        if opening is not None:
            parent = self.levels[-1].entry if self.levels else top
            return parent, opening, 1, True
        return self._misplaced(readings, top)

    def _misplaced(self, readings: tuple[tuple[Scheme, int], ...], top: str) -> tuple[str, Scheme, int, bool]:
        """A number out of order stays with the innermost list that counts its way; with none it hangs on the
        paragraph.
        """
        for i in reversed(range(len(self.levels))):
            for scheme, value in readings:
                if self.levels[i].scheme is scheme:
                    del self.levels[i + 1 :]
                    return self.levels[i].parent, scheme, value, False
        scheme, value = readings[0]
        return top, scheme, value, False

    def enter(self, scheme: Scheme, value: int, entry: str, parent: str) -> None:
        """The entry now stands in its list, which is opened where it is new."""
        for i, level in enumerate(self.levels):
            if level.scheme is scheme and level.parent == parent:
                level.last, level.entry = value, entry
                del self.levels[i + 1 :]
                return
        while self.levels and self.levels[-1].entry != parent:
            self.levels.pop()
        self.levels.append(Level(scheme, value, entry, parent))
