"""Units of quantities: which may be added, and what a product of two is."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from operative.errors import WrongFormula

__all__ = ["PLAIN", "Unit", "read_unit"]

LONGEST = 60
# "USD", "US$", "m2", "full-time"
SYMBOL = re.compile(r"[^\W\d_][\w.'’$€£¥-]*\Z|[$€£¥]\Z")
PER = re.compile(r"\s*/\s*|\s+per\s+", re.IGNORECASE)
PER_CENT = re.compile(r"\bper\s?cent\b", re.IGNORECASE)
SCALES = {
    "%": Decimal("0.01"),
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "1": Decimal(1),
    "ratio": Decimal(1),
    "share": Decimal(1),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A product of symbols, each with its power, times a plain factor: "USD thousand" is 1000 times USD."""

    factor: Decimal
    powers: tuple[tuple[str, int], ...] = ()

    def times(self, other: "Unit", sign: int = 1) -> "Unit":
        """The unit of a product; with the sign -1, of a quotient."""
        powers = dict(self.powers)
        for symbol, power in other.powers:
            powers[symbol] = powers.get(symbol, 0) + sign * power
        factor = self.factor * other.factor if sign == 1 else self.factor / other.factor
        return Unit(factor, tuple(sorted((symbol, power) for symbol, power in powers.items() if power)))

    def fits(self, other: "Unit") -> bool:
        """Whether quantities in the two units can be added, after scaling."""
        return self.powers == other.powers

    def __str__(self) -> str:
        above = [_powered(symbol, power) for symbol, power in self.powers if power > 0]
        below = [_powered(symbol, -power) for symbol, power in self.powers if power < 0]
        return "/".join([" ".join(above) or ("1" if below else "a plain number"), *below])


PLAIN = Unit(Decimal(1))
"""The unit of a plain number."""


@lru_cache(maxsize=1024)
def read_unit(text: str) -> Unit:
    """The unit that words describe: "USD", "USD thousand", "%", "USD per person", "" for plain numbers.

    `%`, hundred, thousand, million and billion scale; "ratio" and "share" are plain numbers. Nothing else is
    converted: USD and CHF are two units, and so are "person" and "persons". Raises `WrongFormula`.
    """
    squeezed = PER_CENT.sub("%", " ".join(text.split()))
    if len(squeezed) > LONGEST:
        raise WrongFormula(f"the unit {squeezed[:LONGEST]!r}... is too long")
    if not squeezed:
        return PLAIN
    unit = PLAIN
    for position, part in enumerate(PER.split(squeezed)):
        words = part.replace("%", " % ").replace("*", " ").replace("·", " ").split()
        if not words:
            raise WrongFormula(f"{text!r} is no unit: something is missing beside the stroke")
        for word in words:
            unit = unit.times(_symbol(word, text), -1 if position else 1)
    return unit


def _symbol(word: str, text: str) -> Unit:
    scale = SCALES.get(word.lower()) or SCALES.get(word.lower().removesuffix("s"))
    if scale is not None:
        return Unit(scale)
    if not SYMBOL.match(word):
        raise WrongFormula(f"{text!r} is no unit: {word!r} is no word")
    return Unit(Decimal(1), ((word, 1),))


def _powered(symbol: str, power: int) -> str:
    return symbol if power == 1 else f"{symbol}^{power}"
