"""Numbers and amounts in words: grouped by three, never rounded."""

from collections.abc import Sequence
from decimal import Decimal

__all__ = ["say_amount", "say_change", "say_first", "say_list"]


def say_amount(value: Decimal, unit: str) -> str:
    """A value with its unit: "4,702.1 USD thousand", "3 %"."""
    plain = value if value else Decimal(0)
    text = format(plain, ",f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text} {unit}".rstrip()


def say_change(value: Decimal, unit: str) -> str:
    """A difference with its sign: "+200 USD", "-1.5 %"."""
    return f"{'+' if value > 0 else ''}{say_amount(value, unit)}"


def say_first(words: Sequence[str], most: int) -> str:
    """The first so many of a list, and how many there are besides: "a, b and 3 more"."""
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return f"{', '.join(words[:most])}{more}"


def say_list(words: tuple[str, ...] | list[str]) -> str:
    """A list: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
