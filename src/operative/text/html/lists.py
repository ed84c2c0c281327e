"""Numbers that a browser prints before the items of a list."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from operative.text.galleys import BULLET
from operative.text.numbers import render_number

__all__ = ["Counter", "counter_of"]

LIST_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(?P<type>none|decimal|(?:lower|upper)-(?:alpha|latin|roman))\b"
)
TYPES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
}  # fmt: skip
# An item that brings its own number: "1. Requests", "(a) To report"
OWN_NUMBER = re.compile(r"\s*(?:\(?(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxIVX]{1,5})[.)]|[•–—-])\s")


@dataclass(slots=True)
class Counter:
    """Where a list has got to; `form` is "" for a list without numbers."""

    form: str
    next: int = 1
    step: int = 1

    def number_of(self, item: etree._Element) -> str:
        """Count one item; its number as printed, "" where it prints none or brings its own."""
        stated = item.get("value", "")
        if stated.strip().isdecimal() and len(stated) < 9:
            self.next = int(stated)
        number = self.next
        self.next += self.step
        style = LIST_STYLE.search(item.get("style") or "")
        form = style["type"] if style else self.form
        words = next((str(words) for words in item.itertext() if words.strip()), "")
        if form == "none" or OWN_NUMBER.match(words):
            return ""
        render = FORMS.get(form)
        return BULLET if render is None else render(number)


def counter_of(element: etree._Element) -> Counter:
    """The counter of an `ol` or `ul`."""
    style = LIST_STYLE.search(element.get("style") or "")
    if style is not None:
        form = style["type"]
    elif element.tag == "ol":
        form = TYPES.get(element.get("type") or "1", "decimal")
    else:
        form = "bullet"
    reverse = element.get("reversed") is not None
    start = element.get("start") or ""
    items = sum(child.tag == "li" for child in element) if reverse else 1
    first = int(start) if start.strip().isdecimal() and len(start) < 9 else items
    return Counter(form, first, -1 if reverse else 1)


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters or str(number)


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": lambda number: f"{number}.",
    "lower-alpha": lambda number: f"({_letters(number)})",
    "lower-latin": lambda number: f"({_letters(number)})",
    "upper-alpha": lambda number: f"({_letters(number).upper()})",
    "upper-latin": lambda number: f"({_letters(number).upper()})",
    "lower-roman": lambda number: f"({render_number(number, 'lowerRoman')})",
    "upper-roman": lambda number: f"({render_number(number, 'upperRoman')})",
}
