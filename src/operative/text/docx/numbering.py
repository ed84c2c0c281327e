"""Automatic numbers of a Word document: lists, their levels, and where each has got to."""

import re
from dataclasses import dataclass, field

from lxml import etree

from operative.text.docx.styles import NumberedBy, Styles
from operative.text.docx.wordml import W, child, integer, is_on, value
from operative.text.galleys import BULLET
from operative.text.numbers import render_number

__all__ = ["Level", "Numbering"]

LEVELS = 9
PLACE = re.compile(r"%(?P<level>[1-9])")
DASHES = frozenset("-–—‒−")
NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and is printed."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    """The level above (from 1) that begins it anew; None: any level above; 0: none."""
    legal: bool = False
    """Numbers of the levels above are printed in digits."""
    style: str = ""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list in the text: the definition that it shares with others, and its levels."""

    definition: str
    levels: tuple[Level | None, ...]
    restarts: dict[int, int]
    """Levels that begin at a number of their own where this list begins."""


@dataclass(slots=True)
class Numbering:
    """The lists of one document, and the number that each level has reached."""

    styles: Styles
    lists: dict[str, etree._Element] = field(default_factory=dict)
    definitions: dict[str, etree._Element] = field(default_factory=dict)
    unknown_forms: set[str] = field(default_factory=set)
    _read: dict[str, NumberedList | None] = field(default_factory=dict)
    _reached: dict[str, list[int | None]] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def read(cls, root: etree._Element | None, styles: Styles) -> "Numbering":
        """The lists in a part; none where there is no part."""
        numbering = cls(styles)
        for element in root if root is not None else ():
            if element.tag == W + "num":
                numbering.lists.setdefault(element.get(W + "numId", ""), element)
            elif element.tag == W + "abstractNum":
                numbering.definitions.setdefault(element.get(W + "abstractNumId", ""), element)
        return numbering

    def place_of(self, properties: etree._Element | None, style: str) -> tuple[str, int] | None:
        """The list and the level of a paragraph, by its own properties or its style; None where it has no number."""
        own = child(properties, "numPr")
        list_id, written = value(own, "numId"), value(own, "ilvl")
        by_style = self.styles.numbered_by(style) if list_id is None else NumberedBy()
        list_id = by_style.list_id if list_id is None else list_id
        if list_id is None or list_id == NO_LIST:
            return None
        if written is not None:
            return list_id, integer(written, 0)
        if by_style.list_id is None:
            return list_id, 0
        return list_id, self._level_of_style(list_id, style, by_style.level or 0)

    def next_number(self, list_id: str, depth: int) -> str:
        """Count one paragraph; its number as printed, "" where it prints none."""
        numbered = self._list(list_id)
        level = numbered.levels[depth] if numbered is not None and 0 <= depth < LEVELS else None
        if numbered is None or level is None:
            return ""
        reached = self._reached.setdefault(numbered.definition, [None] * LEVELS)
        if depth in numbered.restarts and (list_id, depth) not in self._restarted:
            self._restarted.add((list_id, depth))
            reached[depth] = numbered.restarts[depth]
        else:
            before = reached[depth]
            reached[depth] = numbered.restarts.get(depth, level.start) if before is None else before + 1
        for below in range(depth + 1, LEVELS):
            other = numbered.levels[below]
            if other is None or other.restart is None or depth < other.restart:
                reached[below] = None
        return self._printed(numbered, level, reached)

    def _printed(self, numbered: NumberedList, level: Level, reached: list[int | None]) -> str:
        if level.form == "bullet":
            mark = level.text.strip()
            return mark if mark in DASHES else BULLET

        def number_at(place: re.Match[str]) -> str:
            depth = int(place["level"]) - 1
            other = numbered.levels[depth] or Level()
            value_there = reached[depth]
            form = "decimal" if level.legal and other.form != "none" else other.form
            return self._rendered(other.start if value_there is None else value_there, form)

        return PLACE.sub(number_at, level.text).strip()

    def _rendered(self, number: int, form: str) -> str:
        printed = render_number(number, form)
        if printed is None:
            self.unknown_forms.add(form)
        return str(number) if printed is None else printed

    def _level_of_style(self, list_id: str, style: str, stated: int) -> int:
        numbered = self._list(list_id)
        levels = numbered.levels if numbered is not None else ()
        return next((depth for depth, level in enumerate(levels) if level is not None and level.style == style), stated)

    def _list(self, list_id: str) -> NumberedList | None:
        if list_id not in self._read:
            element = self.lists.get(list_id)
            self._read[list_id] = None if element is None else self._read_list(element)
        return self._read[list_id]

    def _read_list(self, element: etree._Element) -> NumberedList:
        name, definition = self._definition(value(element, "abstractNumId") or "")
        levels: list[Level | None] = [None] * LEVELS
        restarts: dict[int, int] = {}
        for found in definition.iterchildren(W + "lvl") if definition is not None else ():
            depth = integer(found.get(W + "ilvl"), -1)
            if 0 <= depth < LEVELS:
                levels[depth] = _read_level(found)
        for change in element.iterchildren(W + "lvlOverride"):
            depth = integer(change.get(W + "ilvl"), -1)
            if not 0 <= depth < LEVELS:
                continue
            own = change.find(W + "lvl")
            levels[depth] = levels[depth] if own is None else _read_level(own)
            start = value(change, "startOverride")
            if start is not None:
                restarts[depth] = integer(start, 1)
        return NumberedList(name, tuple(levels), restarts)

    def _definition(self, name: str) -> tuple[str, etree._Element | None]:
        """A definition may only point to a numbering style, which points to the list with the real one."""
        definition = self.definitions.get(name)
        style = value(definition, "numStyleLink")
        if style is not None:
            linked = value(self.lists.get(self.styles.list_of(style) or ""), "abstractNumId") or ""
            if value(self.definitions.get(linked), "numStyleLink") is None:
                return linked, self.definitions.get(linked)
        return name, definition


def _read_level(element: etree._Element) -> Level:
    legal = element.find(W + "isLgl")
    restart = value(element, "lvlRestart")
    form = value(element, "numFmt")
    if form is None:
        form = _custom_form(element)
    picture = element.find(W + "lvlPicBulletId")
    return Level(
        integer(value(element, "start"), 0),
        "bullet" if picture is not None else form,
        value(element, "lvlText") or "",
        None if restart is None else integer(restart, 0),
        legal is not None and is_on(legal),
        value(element, "pStyle") or "",
    )


def _custom_form(element: etree._Element) -> str:
    # Newer formats stand in a choice for old programs; the last one is what those print.
    last = "decimal"
    for found in element.iter(W + "numFmt"):
        last = found.get(W + "val", last)
    return last
