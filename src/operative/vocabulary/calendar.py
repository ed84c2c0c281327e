"""Months, dates and numbered sessions in running text, for each language, from `data/calendar`."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from operative.domain.spans import Span
from operative.vocabulary.loader import known_language, load
from operative.vocabulary.numerals import any_accent, ordinal_pattern, read_cardinal, read_ordinal

__all__ = [
    "date_pattern",
    "date_shape",
    "day_and_month",
    "find_dates",
    "find_session",
    "iso_date",
    "month_names",
    "month_pattern",
    "read_month",
    "read_ordinal",
]

YEARS = range(1800, 2200)
ISO_DAY = r"(?<!\d)(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|[〇零一二三四五六七八九]{4}")
BEFORE_YEAR, AFTER_YEAR = 48, 16
"""How far from its year the other parts of a date can stand: only there is it looked for."""


@cache
def month_pattern(language: str) -> str:
    """A pattern without groups for the name of a month, in lower case, longest names first."""
    names = sorted(load("calendar", known_language(language))["months"], key=len, reverse=True)
    return "(?:" + "|".join(re.sub(r"/", r"\\s?/\\s?", any_accent(name.lower())) for name in names) + ")"


@cache
def month_names(language: str) -> tuple[str, ...]:
    """The names of the months in lower case, each spelling once."""
    return tuple(sorted({name.lower() for name in load("calendar", known_language(language))["months"]}))


@cache
def _months(language: str) -> dict[str, int]:
    return {_plain(name): number for name, number in load("calendar", language)["months"].items()}


def _plain(name: str) -> str:
    folded = re.sub(r"\s*/\s*", "/", re.sub(r"\s+", " ", name.casefold()))
    return folded.translate(str.maketrans("éû", "eu"))


def read_month(name: str, language: str) -> int | None:
    """The number of the month with this name, in any of its spellings; None where it is no month."""
    return _months(known_language(language)).get(_plain(name.strip().removesuffix(".")))


@cache
def date_pattern(language: str) -> re.Pattern[str]:
    """The dates of a language; groups day, month and year carry the number of their form: `day0`, `month0`, `year0`."""
    table = load("calendar", known_language(language))
    forms = [_form(entry["form"], str(number), language) for number, entry in enumerate(table["dates"])]
    return re.compile("|".join([*forms, ISO_DAY]), re.IGNORECASE)


@cache
def date_shape(language: str) -> tuple[str, str]:
    """Patterns without groups for a date with its year, and for a day of a month without one, in lower case."""
    table = load("calendar", known_language(language))
    dates = [_form(entry["form"], "", language) for entry in table["dates"]]
    days = [_form(form, "", language) for form in table["day_month"]]
    return _without_groups(dates), _without_groups(days)


def _without_groups(forms: list[str]) -> str:
    return "(?:" + re.sub(r"\(\?P<\w+>", "(?:", "|".join(forms)) + ")"


def _form(form: str, number: str, language: str) -> str:
    """The pattern of one way to print a date."""
    table = load("calendar", language)
    han = table.get("positional", False)
    suffixes = "|".join(re.escape(s) for s in sorted(table["day_suffixes"], key=len, reverse=True))
    suffix = rf"(?:\s?(?:{suffixes}))?" if suffixes else ""
    day = rf"(?<!\d)(?P<day{number}>\d{{1,2}}" + ("|[一二三四五六七八九十]{1,3})" if han else rf"){suffix}(?![\d/])")
    month = f"(?P<month{number}>{month_pattern(language)})" + ("" if han else r"\.?")
    year = rf"(?<!\d)(?P<year{number}>\d{{4}}(?!\d)" + ("|[〇零一二三四五六七八九]{4})" if han else ")")
    edge = r"(?<!\w)" if form.startswith("{month}") and language != "ar" else ""
    pattern = edge + re.escape(form).replace(r"\ ", r"\s+")
    for place, part in ((r"\{day\}", day), (r"\{month\}", month), (r"\{year\}", year)):
        pattern = pattern.replace(place, part)
    return pattern


def iso_date(year: int, month: int = 0, day: int = 0) -> str:
    """The ISO 8601 form of what is known; a day that the month does not have is left out."""
    if not month:
        return f"{year:04}"
    try:
        return date(year, month, day).isoformat() if day else f"{year:04}-{month:02}"
    except ValueError:
        return f"{year:04}-{month:02}"


def find_dates(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """Each date with a year in the text, in order: its place and its ISO 8601 value, to the day or to the month."""
    pattern, done = date_pattern(known_language(language)), 0
    for year in YEAR.finditer(text):
        if year.start() < done:
            continue
        match = pattern.search(text, max(done, year.start() - BEFORE_YEAR), year.end() + AFTER_YEAR)
        value = date_value(match, language) if match else ""
        if match and value:
            yield Span(*match.span()), value
            done = match.end()


def date_value(match: re.Match[str], language: str) -> str:
    """The ISO 8601 value of a match of `date_pattern`; "" where the year is out of range."""
    found = {name.rstrip("0123456789"): words for name, words in match.groupdict().items() if words}
    if "iso" in found:
        year, month, day = (int(part) for part in found["iso"].split("-"))
        return iso_date(year, month, day) if year in YEARS and 1 <= month <= 12 else ""
    year = _number(found["year"], language)
    month = read_month(found["month"], language) or 0
    return iso_date(year, month, _number(found.get("day", "0"), language)) if year in YEARS else ""


def day_and_month(words: str, language: str) -> tuple[int, int] | None:
    """The day and month of a date that names no year ("3 May"), day 0 where only a month is said; else None."""
    month = re.search(month_pattern(known_language(language)), words.lower())
    number = read_month(month.group(), language) if month else None
    if month is None or number is None:
        return None
    day = re.search(r"\d{1,2}", words[: month.start()] + " " + words[month.end() :])
    return (int(day.group()) if day else 0), number


def _number(words: str, language: str) -> int:
    return int(words) if words.isdecimal() else read_cardinal(words, language) or 0


@cache
def session_pattern(language: str) -> re.Pattern[str]:
    """Numbered sessions as a title block names them; group `ordinal0` and so on by form."""
    table = load("calendar", known_language(language))
    qualifiers = "|".join(any_accent(w) for w in sorted(table["qualifiers"]["words"], key=len, reverse=True))
    gap = "" if table.get("positional") else r"\s+"
    optional = f"(?:(?:{qualifiers}){gap})?" if qualifiers else ""
    forms = []
    for number, entry in enumerate(table["sessions"]):
        words = any_accent(entry["form"]).replace(r"\{qualifier\}" + (gap and r"\s+"), optional)
        words = words.replace(r"\{ordinal\}", f"(?P<ordinal{number}>{ordinal_pattern(language)})")
        forms.append(words + ("" if table.get("positional") else r"(?!\w)"))
    return re.compile("|".join(forms), re.IGNORECASE)


def find_session(text: str, language: str) -> tuple[int, Span] | None:
    """The first numbered session that the text names ("Ninety-first session"), and where."""
    for match in session_pattern(language).finditer(text):
        words = next(words for words in match.groupdict().values() if words)
        number = read_ordinal(words, language)
        if number:
            return number, Span(*match.span())
    return None
