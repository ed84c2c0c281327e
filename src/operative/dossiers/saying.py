"""Days and lists in English words, no more precise than they are."""

from collections.abc import Iterable, Sequence

from operative.domain.days import PartialDate

__all__ = ["either", "say_day", "say_on", "sharpest"]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def say_day(day: PartialDate) -> str:
    """A day, month or year in words: "6 June 2024", "June 2024", "2024"."""
    parts = [int(part) for part in day.iso.split("-")]
    words = [str(parts[0]).zfill(4)]
    if len(parts) > 1:
        words.insert(0, MONTHS[parts[1] - 1])
    if len(parts) > 2:
        words.insert(0, str(parts[2]))
    return " ".join(words)


def say_on(day: PartialDate) -> str:
    """A day with its preposition: "on 6 June 2024", "in June 2024", "in 2024"."""
    return f"{'on' if len(day.iso) == 10 else 'in'} {say_day(day)}"


def either(words: Sequence[str]) -> str:
    """A list of which one is right: "a, b or c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} or {words[-1]}"


def sharpest(days: Iterable[PartialDate]) -> tuple[PartialDate, ...]:
    """The days without those that a more precise one says too: "2016" and "2016-09-19" do not disagree.

    What remains are days that exclude each other, the earliest first.
    """
    kept = set(days)
    return tuple(
        sorted(day for day in kept if not any(other != day and other.iso.startswith(day.iso) for other in kept))
    )
