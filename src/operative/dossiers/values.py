"""What no entry holds, whatever it states: control characters, empty names, days and numbers beyond all measure."""

import unicodedata
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.errors import Refused

__all__ = ["check_given", "check_values"]

YEARS = range(1000, 3000)
"""The years that a day can have: a slip of the finger is beyond them."""
DIGITS = 100
"""So many digits a number can have before its point, and as many behind it."""
MAY_BE_EMPTY = frozenset({"provision", "session", "unit"})
"""Fields that must be given, and may be given as nothing: a text without numbers, a vote by letter, a ratio."""
SPACES = frozenset("\n\t")


def check_values(statement: Statement) -> None:
    """Raise `Refused` for a value that is none, with its field."""
    for where, value in _values(statement, "entry"):
        if isinstance(value, str):
            bad = next((char for char in value if unicodedata.category(char) == "Cc" and char not in SPACES), "")
            if bad:
                raise Refused(f"{where}: {value[:40]!r} holds the control character U+{ord(bad):04X}")
        elif isinstance(value, PartialDate):
            if value.first.year not in YEARS:
                raise Refused(f"{where}: {value} is not between the years {YEARS[0]} and {YEARS[-1]}")
        elif isinstance(value, Decimal):
            if value.is_finite() and value and not _is_measured(value):
                raise Refused(f"{where}: {value:.6e} has more than {DIGITS} digits before or behind its point")
        elif isinstance(value, int) and abs(value) >= 10**DIGITS:
            raise Refused(f"{where}: the number has more than {DIGITS} digits")


def check_given(statement: Statement) -> None:
    """Raise `Refused` for a name, an id or other words that a fact must have, and that are empty."""
    kind: Any = type(statement.fact)
    for name in _needed(kind):
        if not getattr(statement.fact, name).strip():
            raise Refused(f"{statement.fact.kind} needs {name!r}, and it is empty")


def _is_measured(value: Decimal) -> bool:
    return value.adjusted() < DIGITS and -int(value.as_tuple().exponent) <= DIGITS


@cache
def _needed(kind: Any) -> tuple[str, ...]:
    """The fields of a fact that hold words and must hold some."""
    return tuple(
        one.name
        for one in fields(kind)
        if one.default is MISSING and one.type in (str, "str") and one.name not in MAY_BE_EMPTY
    )


def _values(value: Any, where: str) -> Iterator[tuple[str, Any]]:
    """Every plain value in a statement, with the name of the field where it stands."""
    if isinstance(value, PartialDate) or not (is_dataclass(value) or isinstance(value, tuple)):
        yield where, value
    elif isinstance(value, tuple):
        for one in value:
            yield from _values(one, where)
    else:
        for field in fields(value):
            yield from _values(getattr(value, field.name), field.name)
