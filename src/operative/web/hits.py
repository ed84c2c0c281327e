"""The picture of a page with the boxes of the words that carry values."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from operative.domain.readings import Reading
from operative.domain.spans import Span
from operative.domain.texts import Line, Text
from operative.exchange.dress import RIGHT_TO_LEFT
from operative.web.cases import dossiers_of
from operative.web.deeds import name_of, values_in
from operative.web.pairs import pairs_of
from operative.web.places import Place

__all__ = ["Hit", "hits_of", "page_of", "pictured"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A box on a page, in points from its top left corner, around words that carry a value."""

    left: str
    top: str
    width: str
    height: str
    place: str
    act: str
    label: str
    chosen: bool = False


def pictured(request: HttpRequest, place: Place, reading: Reading, chosen: Span | None, wanted: str) -> dict[str, Any]:
    """What the template needs to show a page; the page of the chosen words where no number is said."""
    number = int(wanted) if wanted.isdecimal() and len(wanted) < 6 else page_of(reading.text, chosen)
    number = min(max(number, 1), reading.source.pages)
    drawn = dossiers_of(request).pictures.page(place.sha256, number)
    pairs = pairs_of(reading)
    hits: list[Hit] = []
    for pair in pairs:
        for value, act in values_in(pair.does):
            label = f"{name_of(value.field)}: {value.said or value.words}"
            hits += hits_of(reading, value.span, number, value.place, act, label)
    if chosen is not None:
        hits += hits_of(reading, chosen, number, f"{chosen.start}-{chosen.end}", "", "", chosen=True)
    size = (f"{drawn.width:.2f}", f"{drawn.height:.2f}") if drawn else ("", "")
    there = [one for one in pairs if one.row.page == number and any(True for _ in values_in(one.does))]
    return {"page": number, "hits": hits, "size": size, "pairs": there}


def page_of(text: Text, span: Span | None) -> int:
    """The page on which words begin; the first for none."""
    if span is None:
        return 1
    return next((line.page for line in _lines(text, span)), 1)


def hits_of(
    reading: Reading, span: Span, page: int, place: str, act: str, label: str, *, chosen: bool = False
) -> Iterator[Hit]:
    """A box for each printed line of the page on which the words stand, as wide as their share of its letters."""
    backwards = reading.source.language in RIGHT_TO_LEFT
    for line in _lines(reading.text, span):
        if line.page != page or line.box is None:
            continue
        length = max(line.end - line.start, 1)
        first, last = max(span.start, line.start) - line.start, min(span.end, line.end) - line.start
        share = (line.box.right - line.box.left) / length
        low = line.box.right - share * last if backwards else line.box.left + share * first
        width, height = share * (last - first), line.box.bottom - line.box.top
        numbers = [f"{one:.1f}" for one in (low - 1, line.box.top - 1, width + 2, height + 2)]
        yield Hit(numbers[0], numbers[1], numbers[2], numbers[3], place, act, label, chosen)


def _lines(text: Text, span: Span) -> Iterator[Line]:
    """The lines that the words touch; lines are in order."""
    at = max(bisect_right(text.lines, span.start, key=lambda line: line.start) - 1, 0)
    for line in text.lines[at:]:
        if line.start >= span.end:
            return
        if line.end > span.start:
            yield line
