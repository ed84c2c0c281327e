"""Facets as links: each value with how many hits have it, chosen ones with the link that takes them away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operative.bootstrap.corpora import FACETS
from operative.domain.hits import FacetCount
from operative.vocabulary.bodies import bodies
from operative.web.templatetags.texts import language_words

__all__ = ["Choice", "Facet", "Filter", "body_words", "filters_of", "group_facets"]

NAMES = {
    "body": gettext_lazy("Body"),
    "year": gettext_lazy("Year"),
    "verb": gettext_lazy("Verb"),
    "force": gettext_lazy("Force"),
    "timing": gettext_lazy("Time"),
    "report": gettext_lazy("Asks for a report"),
    "condition": gettext_lazy("Sets a condition"),
    "kind": gettext_lazy("Part of the text"),
    "language": gettext_lazy("Language"),
}
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Filter:
    """A value that was chosen, its name in words, and the address without it."""

    field: str
    value: str
    name: str
    words: str
    without: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen, how many hits have it, and the address with it."""

    words: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A field with its values; `rest` are those after the first few."""

    name: str
    first: Sequence[Choice]
    rest: Sequence[Choice]


def filters_of(asked: Mapping[str, str]) -> tuple[Filter, ...]:
    """What the address says was chosen."""
    chosen = {field: asked[field][:200] for field in FACETS if asked.get(field)}
    typed = asked.get("q", "").strip()
    return tuple(
        Filter(field, value, str(NAMES[field]), _words(field, value), _address(typed, _without(chosen, field)))
        for field, value in chosen.items()
    )


def group_facets(counts: Iterable[FacetCount], typed: str, chosen: Sequence[Filter]) -> list[Facet]:
    """The facets that part the hits; those with one value, or chosen already, do not."""
    given = {one.field: one.value for one in chosen}
    found: dict[str, list[Choice]] = {}
    for one in counts:
        if one.field not in given:
            address = _address(typed, {**given, one.field: one.value})
            found.setdefault(one.field, []).append(Choice(_words(one.field, one.value), one.count, address))
    if "year" in found:
        found["year"].sort(key=lambda one: one.words, reverse=True)
    return [
        Facet(str(NAMES[field]), choices[:SHOWN], choices[SHOWN:])
        for field, choices in found.items()
        if len(choices) > 1
    ]


@cache
def _bodies() -> Mapping[str, str]:
    return {body.key: next(iter(body.names.get("en", ())), body.key) for body in bodies()}


def body_words(key: str) -> str:
    """A body as people call it."""
    return _bodies().get(key, key)


def _words(field: str, value: str) -> str:
    match field:
        case "body":
            return body_words(value)
        case "language":
            return language_words(value)
        case "report" | "condition":
            return _("yes") if value == "yes" else _("no")
    return value


def _without(chosen: Mapping[str, str], field: str) -> dict[str, str]:
    return {name: value for name, value in chosen.items() if name != field}


def _address(typed: str, chosen: Mapping[str, str]) -> str:
    asked = {"q": typed, **chosen} if typed else dict(chosen)
    return f"/corpus/?{urlencode(asked)}" if asked else "/corpus/"
