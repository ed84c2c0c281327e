"""Sentences of views, made of patterns that the pages can say in another language."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from operative.domain.days import PartialDate
from operative.domain.phrases import Phrase
from operative.dossiers.figures import say_amount
from operative.dossiers.saying import say_day

__all__ = ["dated", "joined", "listed", "say", "say_count", "say_days", "say_range", "say_since", "say_while"]

YEAR, MONTH = 365.25, 30.44
"""Days, on average."""
SLACK = 15
"""Days that nobody misses in years."""


def say(pattern: str, **values: object) -> Phrase:
    """A pattern with its values put in: `say("{number} overdue", number=2)`; the pattern is a key of the catalogues."""
    return Phrase(pattern.format(**_english(values)), pattern, values)


def say_count(one: str, several: str, number: int, **values: object) -> Phrase:
    """The pattern for one, or for several, with `number` put in: "1 day", "2 days"."""
    given = {**values, "number": number}
    return Phrase((one if number == 1 else several).format(**_english(given)), one, given, several, number)


def joined(parts: Iterable[object], between: str = ", ") -> Phrase:
    """Phrases in a row, with the mark between them that every language has."""
    values = {f"part{place}": part for place, part in enumerate(parts)}
    return say(between.join(f"{{{name}}}" for name in values), **values)


def listed(names: Iterable[object], most: int = 2) -> Phrase:
    """Names in a row: "a", "a and b", "a, b and 2 more"; `most` are named where there are more than one beyond."""
    found = list(names)
    if len(found) > most + 1:
        found = [*found[:most], say_count("{number} more", "{number} more", len(found) - most)]
    if len(found) < 2:
        return joined(found)
    return say("{names} and {last}", names=joined(found[:-1]), last=found[-1])


def dated(day: PartialDate) -> Phrase:
    """A day with its preposition: "on 6 June 2024", "in June 2024"."""
    return say("on {day}", day=day) if len(day.iso) == 10 else say("in {month}", month=day)


def say_since(days: Sequence[PartialDate]) -> Phrase:
    """Since when, where one day is told or several are: "since May 2016 or 19 September 2016: sources differ"."""
    if len(days) == 1:
        return say("since {day}", day=days[0])
    return say("since {days}: sources differ", days=say_days(days))


def say_days(days: Sequence[PartialDate]) -> Phrase:
    """Days of which one is right: "May 2016 or 19 September 2016"."""
    if len(days) < 2:
        return joined(days)
    return say("{days} or {last}", days=joined(days[:-1]), last=days[-1])


def say_while(days: int) -> Phrase:
    """How long something takes, as people say it: "60 days", "5 months", "11 years"."""
    if days < 3 * MONTH:
        return say_count("{number} day", "{number} days", days)
    if days < 2 * YEAR - SLACK:
        return say_count("{number} month", "{number} months", int(days / MONTH))
    return say_count("{number} year", "{number} years", int((days + SLACK) / YEAR))


def say_range(low: Decimal | None, base: Decimal | None, high: Decimal | None, unit: str) -> str:
    """Three values in words, as far as they are known: "10 USD", "10 (8 to 12) USD", "8 to 12 USD", "unknown"."""
    bounds = "" if low is None or high is None else say("{low} to {high}", low=low, high=high)
    if base is None:
        return _with(bounds, unit) if bounds else say("unknown")
    if not bounds or low == base == high:
        return _with(base, unit)
    return _with(say("{base} ({bounds})", base=base, bounds=bounds), unit)


def _with(value: object, unit: str) -> Phrase:
    return say("{value} {unit}", value=value, unit=unit) if unit else say("{value}", value=value)


def _english(values: dict[str, object]) -> dict[str, object]:
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: object) -> object:
    if isinstance(value, PartialDate):
        return say_day(value)
    if isinstance(value, date):
        return say_day(PartialDate.of(value))
    if isinstance(value, Decimal):
        return say_amount(value, "")
    return value
