"""Numbers and amounts in words: grouped by three, never rounded."""

from decimal import Decimal

__all__ = ["say_amount", "say_change", "say_list", "say_range"]


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


def say_range(low: Decimal | None, base: Decimal | None, high: Decimal | None, unit: str) -> str:
    """Three values in words, as far as they are known: "10 USD", "10 (8 to 12) USD", "8 to 12 USD", "unknown"."""
    bounds = "" if low is None or high is None else f"{say_amount(low, '')} to {say_amount(high, '')}"
    if base is None:
        return f"{bounds} {unit}".rstrip() if bounds else "unknown"
    if not bounds or low == base == high:
        return say_amount(base, unit)
    return f"{say_amount(base, '')} ({bounds}) {unit}".rstrip()


def say_list(words: tuple[str, ...] | list[str]) -> str:
    """A list: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
