"""Values of time expressions: ISO 8601 dates and lengths, numbered sessions, anchors."""

import re

from operative.clauses.timing_idioms import Idiom, Idioms
from operative.domain.acts import TimingKind
from operative.vocabulary.calendar import day_and_month, find_dates, iso_date
from operative.vocabulary.numerals import cardinal_pattern, ordinal_pattern, read_cardinal, read_ordinal

__all__ = ["days_of", "length_of", "value_of"]

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def value_of(idiom: Idiom, match: re.Match[str], idioms: Idioms, text: str) -> str:
    """The normalized value of a match in `text` as printed; "" where its words make no value."""
    part = {name.split("__")[0]: words for name, words in match.groupdict().items() if words}
    for name in ("event", "instant"):
        if name in part:
            part["event"] = next(text[slice(*match.span(n))] for n, w in match.groupdict().items() if w == part[name])
    if idiom.value == "text":
        return "session:" + _bare(re.sub(r"^\w+\s+", "", text[slice(*match.span())]), idioms)
    if idiom.value:
        return idiom.value
    match idiom.kind:
        case TimingKind.DATE:
            slots = (part[slot] for slot in ("dates", "when", "fulldate", "date") if slot in part)
            return ",".join(days_of(next(slots, match.group()), idioms))
        case TimingKind.SESSION:
            return _sessions(part, match.group(), idioms)
        case TimingKind.EVENT:
            return text[slice(*match.span())]
        case _:
            return _length(part, idiom, idioms)


def days_of(words: str, idioms: Idioms) -> list[str]:
    """Each date that the words name, as precise as they are: `2031-05-03`, `2031-05`, `2031`, `--05-03`."""
    dates = [(span.start, span.end, value) for span, value in find_dates(words, idioms.language)]
    for year in YEAR.finditer(words):
        if not any(start <= year.start() < end for start, end, _ in dates):
            dates.append((year.start(), year.end(), year.group()))
    if not dates and (day := day_and_month(words, idioms.language)):
        return [f"--{day[1]:02}-{day[0]:02}" if day[0] else f"--{day[1]:02}"]
    values: list[str] = []
    done = 0
    for start, end, value in sorted(dates):
        values += [*_shared(words[done:start], value, idioms), value]
        done = end
    return values


def _shared(words: str, value: str, idioms: Idioms) -> list[str]:
    """The days that share the month and year of the date after them: "3 and 4 May 2031", "3 May and 6 June 2031"."""
    if len(value) < 10:
        return []
    found, year, month = [], int(value[:4]), int(value[5:7])
    for part in reversed(re.split(r"(?<=\w)\W+(?=(?:[^\W\d]+\W+){0,2}\d)", words)):
        day = re.search(r"\d{1,2}", part)
        if day is not None:
            named = day_and_month(part, idioms.language)
            month = named[1] if named else month
            found.append(iso_date(year, month, int(day.group())))
    return found[::-1]


def _sessions(part: dict[str, str], words: str, idioms: Idioms) -> str:
    years = part.get("yearsession") or part.get("dates")
    if years and "sessions" not in part:
        return "session:" + ",".join(YEAR.findall(years))
    words = part.get("sessions", words)
    found = list(re.finditer(ordinal_pattern(idioms.language), words))
    if part.get("sessions"):
        found = [m for m in found if not idioms.portions.match(words, m.end())]
    numbers = [number for m in found if (number := read_ordinal(m.group(), idioms.language))]
    if len(numbers) == 2 and _is_range(words[found[-2].end() : found[-1].start()], idioms) and numbers[0] < numbers[1]:
        numbers = list(range(numbers[0], numbers[1] + 1))
    return "session:" + ",".join(map(str, numbers)) if numbers else ""


def _is_range(between: str, idioms: Idioms) -> bool:
    return idioms.ranges.fullmatch(between) is not None and idioms.joins.search(between) is None


def _length(part: dict[str, str], idiom: Idiom, idioms: Idioms) -> str:
    if "range" in part:
        return _range(part["range"], idioms)
    length = length_of(part.get("length") or part.get("longness") or part.get("unit") or "", idioms)
    if length and idiom.relation and "event" in part:
        return f"{length} {idiom.relation}:{_anchor(part['event'], idioms)}"
    return length


def length_of(words: str, idioms: Idioms) -> str:
    """The ISO 8601 length of "thirty days", "a two-week" or "month" (one)."""
    units = sorted(idioms.units, key=len, reverse=True)
    found = [(at, unit) for unit in units if (at := words.rfind(unit)) >= 0]
    if not found:
        return ""
    _, unit = max(found, key=lambda f: (f[0], len(f[1])))
    digits = re.search(r"\d+", words)
    number = int(digits.group()) if digits else _count(words, idioms)
    letter = idioms.units[unit]
    return f"PT{number}H" if letter == "H" else f"P{number}{letter}"


def _count(words: str, idioms: Idioms) -> int:
    """The number that stands first in the words; 1 where none does."""
    number = re.search(cardinal_pattern(idioms.language), words)
    return (number and read_cardinal(number.group(), idioms.language)) or 1


def _range(words: str, idioms: Idioms) -> str:
    """`from/to`; what the first day leaves out is what the second one says."""
    last = [(span.start, span.end, value) for span, value in find_dates(words, idioms.language)]
    years = list(YEAR.finditer(words))
    end = last[-1][2] if last and last[-1][1] >= years[-1].end() else years[-1].group()
    cut = last[-1][0] if last and last[-1][2] == end else years[-1].start()
    first = words[:cut]
    dates = days_of(first, idioms)
    if dates and not dates[0].startswith("--"):
        return f"{dates[0]}/{end}"
    year, month = int(end[:4]), int(end[5:7] or 0)
    if dates:
        pieces = [int(piece) for piece in dates[0][2:].split("-")]
        return f"{iso_date(year, pieces[0], *pieces[1:])}/{end}"
    day = re.search(r"\d{1,2}", first)
    return f"{iso_date(year, month, int(day.group()))}/{end}" if day and month else end


def _anchor(event: str, idioms: Idioms) -> str:
    """What a length counts from: `adoption`, a date, or the words without their article."""
    plain = re.sub(r"\s+", " ", event)
    if any(plain.lower().startswith(words) for words in idioms.adoption):
        return "adoption"
    dates = list(find_dates(plain, idioms.language))
    return dates[0][1] if dates and dates[0][0].start < 4 else _bare(plain, idioms)


def _bare(words: str, idioms: Idioms) -> str:
    for article in idioms.articles:
        words = words.removeprefix(article + " ")
    return words
