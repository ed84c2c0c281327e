"""How the papers of a body look: paper, symbol, lines at the head, header, and how it counts."""

import re
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Counting", "HouseStyle", "PaperSize"]

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
COUNTER = re.compile(r"[1aAiI]")


class PaperSize(StrEnum):
    """The paper that a body prints on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Counting:
    """How paragraphs, or headings, are counted, by a printed example of the first: "1.", "(a)", "II" is none; "I."."""

    first: str

    @property
    def counter(self) -> str:
        """The character that counts: 1, a, A, i or I; "" for what is not counted."""
        found = COUNTER.search(self.first)
        return found[0] if found else ""

    def printed(self, number: int) -> str:
        """The number as it is printed; "" for what is not counted.

        >>> Counting("(a)").printed(28), Counting("I.").printed(9), Counting("").printed(3)
        ('(bb)', 'IX.', '')
        """
        return COUNTER.sub(lambda found: _counted(number, found[0]), self.first, count=1)


def _counted(number: int, counter: str) -> str:
    if counter == "1":
        return str(number)
    told = _letters(number) if counter in "aA" else _roman(number)
    return told if counter.islower() else told.upper()


def _letters(number: int) -> str:
    """ "a" to "z", then "aa", "bb" as word processors count."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    told = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        told += letters * times
    return told


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The look of a paper, with every word filled in. `margin` is in millimetres; `lines` stand below the symbol."""

    key: str = "plain"
    size: PaperSize = PaperSize.A4
    margin: int = 25
    symbol: str = ""
    lines: tuple[str, ...] = ()
    header: str = ""
    headings: Counting = Counting("")
    paragraphs: Counting = Counting("1.")
    points: Counting = Counting("(a)")
