"""Days and numbers as a program for tables keeps them: a count of days, told from a number by its format only."""

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

__all__ = ["is_day_format", "plain_number", "say_serial"]

BUILT_IN = frozenset({*range(14, 23), *range(27, 37), *range(50, 59)})
"""Numbers of the formats with a day that no file spells out (ECMA-376 part 1, 18.8.30)."""
NOT_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""Words in quotes, colours and conditions in brackets, and characters that stand for themselves."""
BEFORE_LEAP = 60
"""The program counts a 29 February 1900, which never was: days before it are one less."""
LAST = 2_958_465
"""31 December 9999."""


def is_day_format(number: int, code: str) -> bool:
    """Whether a number in this format shows a day: by the number of a built-in format, or by its code."""
    return number in BUILT_IN or bool(re.search(r"[yd]", NOT_FORMAT.sub("", code.partition(";")[0]), re.IGNORECASE))


def say_serial(words: str, since_1904: bool) -> str:
    """A count of days as ISO 8601, with hours and minutes where it has some; what is no count stays as it is."""
    try:
        count = float(words)
    except ValueError:
        return words
    if not 0 <= count < LAST:
        return plain_number(words)
    first = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30 if count >= BEFORE_LEAP else 31)
    moment = first + timedelta(minutes=round(count * 24 * 60))
    return moment.date().isoformat() if moment.hour == moment.minute == 0 else moment.isoformat(timespec="minutes")


def plain_number(words: str) -> str:
    """A number without exponent and without the noise of binary fractions: "1.5E+6" is "1500000"."""
    try:
        # Programs for tables show fifteen digits, and keep seventeen.
        number = Decimal(words) if len(words) < 16 else Decimal(f"{float(words):.15g}")
    except (InvalidOperation, ValueError, OverflowError):
        return words
    if not number.is_finite() or abs(number.adjusted()) > 30:
        return words
    shown = format(number, "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
