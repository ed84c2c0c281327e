"""The time expressions of each language, compiled from `data/timings`, grouped by the literal in them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from operative.domain.acts import TimingKind
from operative.vocabulary.calendar import date_shape, month_names, month_pattern
from operative.vocabulary.loader import known_language, load
from operative.vocabulary.notation import phrase_pattern
from operative.vocabulary.numerals import cardinal_pattern, ordinal_pattern

__all__ = ["Anchor", "Idiom", "Idioms", "idioms_of"]

YEAR = r"(?<![\d/])(?:19|20)\d\d(?![\d/])"
FIGURED = ("{year}", "{month}")
"""Anchors that stand for figures, or for the name of a month beside them."""

DATED = ("dates", "when", "date", "fulldate", "day_month", "range")
"""Slots with a figure in them, not far from where they begin."""

LONG = 400
"""A slot whose pattern has more characters than this is left to the second look."""

VALUE_SLOTS = (*DATED, "sessions", "length", "longness", "unit", "event", "instant", "yearsession")
"""Slots whose words the value is made of: they become named groups where an idiom is read."""


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@dataclass(frozen=True, slots=True)
class Lazy:
    """A pattern that is compiled when it is first needed: a text calls for few of those that a language has."""

    source: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        return _compiled(self.source)


@dataclass(frozen=True, slots=True)
class Idiom:
    """One entry of a vocabulary of timings, ready to be matched."""

    name: str
    kind: TimingKind
    words: Lazy
    value: str = ""
    relation: str = ""
    before: Lazy | None = None
    not_before: Lazy | None = None
    after: Lazy | None = None
    not_after: Lazy | None = None
    future: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """Literals of which one stands in every match of the idioms; where there are none, a year does."""

    literals: tuple[str, ...]
    finder: Lazy
    idioms: tuple[Idiom, ...]


@dataclass(frozen=True, slots=True)
class Idioms:
    """All that is known of the timings of one language: anchors with one literal, with several, and with figures."""

    language: str
    single: tuple[tuple[str, Anchor], ...]
    several: tuple[Anchor, ...]
    dated: tuple[Anchor, ...]
    units: Mapping[str, str]
    past: re.Pattern[str] | None
    turns: re.Pattern[str]
    """Where what is done ends to tell."""
    future: re.Pattern[str] | None
    coverage: re.Pattern[str] | None
    adoption: frozenset[str]
    articles: tuple[str, ...]
    joins: re.Pattern[str]
    ranges: re.Pattern[str]
    portions: re.Pattern[str]


@cache
def idioms_of(language: str) -> Idioms:
    """The timings of a language."""
    table = load("timings", known_language(language))
    slots = _slots(table, language)
    grouped: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for entry in table["idiom"]:
        grouped.setdefault(tuple(entry.get("anchors") or [entry["anchor"]]), []).append(entry)
    anchors = {key: _anchor(key, entries, slots, language) for key, entries in grouped.items()}
    return Idioms(
        language,
        tuple((key[0], anchor) for key, anchor in anchors.items() if len(key) == 1 and key[0] not in FIGURED),
        tuple(anchor for key, anchor in anchors.items() if len(key) > 1),
        tuple(anchor for key, anchor in anchors.items() if key[0] in FIGURED),
        table["units"],
        _clues(table.get("past", {}), slots, language),
        _turns(table, language),
        _clues(table.get("future", {}), slots, language),
        _clues(table.get("coverage", {}), slots, language),
        frozenset(table.get("adoption", {}).get("words", ())),
        tuple(table.get("articles", ())),
        re.compile("|".join(map(re.escape, table["joins"])) or "(?!)"),
        _ranges(table, language),
        re.compile(rf"\s+(?:{'|'.join(table.get('portions', ())) or '(?!)'})\b"),
    )


def _edges(language: str) -> tuple[str, str]:
    """What stands at both sides of a whole word; Chinese prints no spaces, Arabic glues its small words on."""
    if language == "zh":
        return "", ""
    return (r"(?<!\w)[وفبلك]?" if language == "ar" else r"(?<![\w-])"), r"(?!\w)"


def _gap(language: str) -> str:
    return r"\s*" if language == "zh" else r"\s+"


def _slots(table: Mapping[str, Any], language: str) -> dict[str, str]:
    """The patterns that forms may name in braces: figures and dates, runs of words, and what the language brings."""
    slots = _figure_slots(table, language) | _word_slots(table, language)
    for name, form in table["slots"].items():
        slots[name] = phrase_pattern(form, slots, gap=_gap(language))
    return slots


def _figure_slots(table: Mapping[str, Any], language: str) -> dict[str, str]:
    """Numbers, dates, and lists and ranges of them."""
    (date, day_month), gap = date_shape(language), _gap(language)
    ordinal, cardinal = ordinal_pattern(language), cardinal_pattern(language)
    join = "|".join(map(re.escape, sorted(table["joins"], key=len, reverse=True)))
    comma = rf"(?:\s?[,،、;]{gap}(?:(?:{join}){gap})?|{gap}(?:{join}){gap}|[和及]|و(?=\w))"
    among = rf"(?:{comma}|{gap}(?:{'|'.join(map(re.escape, table['ranges']))}){gap}|[至到])"
    any_date = rf"(?:{date}|{YEAR})"
    days = table["slots"].get("weekday", "")
    weekday = rf"(?:{phrase_pattern(days, {}, gap=gap)},?\s+)?" if days else ""
    partial = rf"{weekday}(?:{any_date}|{day_month}|\d{{1,2}}(?:er|º|°)?)(?!\w)"
    return {
        "date": any_date,
        "fulldate": date,
        "dates": rf"(?:{partial}{comma}){{0,6}}{weekday}{any_date}(?:{comma}(?:{any_date})){{0,6}}",
        "day_month": day_month + r"(?!,?\s+(?:de\s+)?\d{4})",
        "month": month_pattern(language),
        "year": YEAR,
        "range": _range(table, date, day_month, weekday, language),
        "ordinals": rf"{ordinal}(?:{among}(?:\w{{1,3}}\s+)?(?:{ordinal})){{0,6}}",
        "ordinal": ordinal,
        "cardinal": rf"(?:{cardinal}|\d{{1,3}})",
        "unit": "|".join(re.escape(u) for u in sorted(table["units"], key=len, reverse=True)),
    }


def _word_slots(table: Mapping[str, Any], language: str) -> dict[str, str]:
    """Runs of words: a few, an event up to where its sentence turns, a clause up to a mark."""
    gap, han = _gap(language), language == "zh"
    word = r"[^\s，。；、：（）“”]" if han else r"[^\s,;:.()“”«»]+"
    between, several = ("", 40) if han else (r"\s+", 22)
    stops = table.get("stops", [])
    stop, instant_stop = _boundary(stops, gap), _boundary([*stops, *table.get("instant_stops", [])], gap)
    adoption = "|".join(phrase_pattern(w, {}, gap=gap) for w in table.get("adoption", {}).get("words", [])) or "(?!)"
    run = rf"{word}(?:{between}{word})"
    return {
        "word": word,
        "few": rf"{run}{{0,3}}?",
        "obj": rf"{run}{{0,8}}?",
        "letters": r"\w{2,}",
        "gerund": r"\w{2,}ing",
        "event": rf"(?!\d){run}{{0,{several}}}?{stop}",
        "instant": rf"(?:{adoption})|(?:{date_shape(language)[0]}|{YEAR})|(?!\d){run}{{0,{several}}}?{instant_stop}",
        "clause": rf"{run}{{1,{several}}}?{_boundary(table['joins'][:1], gap)}",
        "start": r"(?=\S)",
        "figure": r"(?=[^;]{0,44}\d)",
    }


def _boundary(stops: Iterable[str], gap: str) -> str:
    """Where a loose run of words ends: at a mark, at the end, or before one of the small words that open a new part."""
    marks = r"\s*(?:[,;:()“”«»،؛，。；：]|\.(?:\s|$)|$)"
    words = "|".join(re.escape(s).replace(r"\ ", gap) for s in stops)
    return rf"(?={marks}|\s(?:{words})(?!\w))" if words else f"(?={marks})"


def _range(table: Mapping[str, Any], date: str, day_month: str, weekday: str, language: str) -> str:
    gap = _gap(language)
    joins = "|".join(re.escape(r) for r in table["ranges"])
    partial = rf"(?:{date}|{day_month}|{YEAR}|\d{{1,2}}(?:er|º)?|{month_pattern(language)})"
    return rf"{partial},?(?:{gap}(?:{joins}){gap}|\s?[-‐‑–—]\s?|[至到]){weekday}(?:{date}|{YEAR})"


def _turns(table: Mapping[str, Any], language: str) -> re.Pattern[str]:
    turns = (phrase_pattern(form, {}, gap=_gap(language)) for form in table.get("past", {}).get("turns", ()))
    return re.compile("|".join(rf",\s+(?:{turn})(?!\w)" for turn in turns) or "(?!)")


def _ranges(table: Mapping[str, Any], language: str) -> re.Pattern[str]:
    gap = _gap(language)
    joins = "|".join(re.escape(r) for r in table["ranges"])
    return re.compile(rf",?{gap}(?:{joins}){gap}|\s?[-‐‑–—]\s?|[至到]")


def _anchor(
    key: tuple[str, ...], entries: Iterable[Mapping[str, Any]], slots: Mapping[str, str], language: str
) -> Anchor:
    gap, (left, right) = _gap(language), _edges(language)
    idioms, alternatives = [], []
    for number, entry in enumerate(entries):
        openings = [phrase_pattern(_opening(form, slots), slots, gap=gap) for form in entry["forms"]]
        alternatives.append(f"(?:{'|'.join(openings)})(?P<i{number}>)")
        idioms.append(_idiom(entry, slots, gap, left, right))
    finder = Lazy(left + "(?:" + "|".join(alternatives) + ")")
    literals = _literals(key[0], language) if key[0] in FIGURED else key
    return Anchor(literals, finder, tuple(idioms))


def _opening(form: str, slots: Mapping[str, str]) -> str:
    """What a form opens with, up to the first slot that is long to match: enough to find where it may stand."""
    depth, cut = 0, 0
    for token in re.finditer(r"[\[(]|[\])]|\{(?P<slot>[a-z_]+)\}", form):
        if token["slot"] is None:
            cut = token.start() if not depth and token.group() in "([" else cut
            depth += 1 if token.group() in "([" else -1
        elif len(slots[token["slot"]]) > LONG:
            place = cut if depth else token.start()
            follows = "{figure}" if token["slot"] in DATED else "{start}"
            return form[:place] + follows if form[:place].strip() else form
    return form


def _literals(anchor: str, language: str) -> tuple[str, ...]:
    """What to look for beside figures: the full names of the months, or nothing where any year will do."""
    if anchor == "{year}":
        return ()
    names = month_names(language)
    return tuple(name for name in names if not any(other != name and other.startswith(name) for other in names))


def _idiom(entry: Mapping[str, Any], slots: Mapping[str, str], gap: str, left: str, right: str) -> Idiom:
    def beside(key: str, form: str) -> Lazy | None:
        return Lazy(form.format(phrase_pattern(entry[key], slots, gap=gap))) if key in entry else None

    named = [_named(form, number, slots, gap) for number, form in enumerate(entry["forms"])]
    return Idiom(
        f"{'-'.join(filter(None, (entry['kind'], entry.get('bound', ''))))}: {entry['forms'][0]}",
        TimingKind(entry["kind"]),
        Lazy(f"{left}(?:{'|'.join(named)}){right}"),
        entry.get("value", ""),
        entry.get("relation", ""),
        beside("before", rf"(?:^|[^\w])(?:{{}}){gap}\Z"),
        beside("not_before", rf"(?:^|[^\w])(?:{{}}){gap}\Z"),
        beside("after", rf"{gap}(?:{{}})(?!\w)"),
        beside("not_after", rf",?{gap}(?:{{}})(?!\w)"),
        entry.get("future", False),
        entry.get("past", False),
    )


def _named(form: str, number: int, slots: Mapping[str, str], gap: str) -> str:
    """The pattern of a form with a named group for each of its slots that makes a value."""
    once = dict(slots)

    def mark(slot: re.Match[str]) -> str:
        name = slot["name"]
        if name not in VALUE_SLOTS:
            return slot.group()
        own = f"{name}_{'abcdefgh'[len(once) - len(slots)]}"
        once[own] = f"(?P<{name}__{number}{own[-1]}>{slots[name]})"
        return "{" + own + "}"

    marked = re.sub(r"\{(?P<name>[a-z_]+)\}", mark, form)
    return phrase_pattern(marked, once, gap=gap)


def _clues(table: Mapping[str, Any], slots: Mapping[str, str], language: str) -> re.Pattern[str] | None:
    """A pattern for any of the clue words; group `again` says that they follow a word that takes the clue back."""
    if not table:
        return None
    gap, (left, right) = _gap(language), _edges(language)
    again = "|".join(phrase_pattern(w, slots, gap=gap) for w in table.get("again", []))
    taken_back = rf"(?P<again>(?:{again}){gap})?" if again else "(?P<again>(?!))?"
    words = "|".join(phrase_pattern(w, slots, gap=gap) for w in table["words"])
    return re.compile(rf"{left}{taken_back}(?:{words}){right}")
