"""The rows of the reader as mark-up: rendered once for each reading, and anew only where something is opened in one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from operative.domain.readings import Reading
from operative.domain.spans import Span
from operative.exchange.dress import direction_of
from operative.web.deeds import Does, deeds_of, tags_of
from operative.web.histories import Opened
from operative.web.sheets import Row, sheet_of

__all__ = ["Pair", "does_of", "pairs_of", "render_beside", "render_pairs"]

AT_HAND = 24
CHOSEN = '<mark id="words">'
TEMPLATE = "operative/reader_pair.html"
EMPTY = Does()


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of the page: the words, and what they do, or the same provision in another text."""

    row: Row
    does: Does
    other: Row | None = None


class _Known:
    """A reading that is the same only as itself: readings stay at hand as long as nothing in them changes."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and other.reading is self.reading

    def __hash__(self) -> int:
        return id(self.reading)


def render_pairs(
    request: HttpRequest, reading: Reading, chosen: Span | None, opened: Opened | None, context: Mapping[str, Any]
) -> SafeString:
    """All rows, with the words that were asked for marked, and the act that is opened open."""
    may = context["place"].may_correct
    known = _rendered(_Known(reading), get_language() or "", may)
    if chosen is None and opened is None:
        return _joined(_Known(reading), get_language() or "", may)
    pairs = pairs_of(reading, chosen)
    template = get_template(TEMPLATE)
    out: list[str] = []
    for (before, html), pair in zip(known, pairs, strict=True):
        holds = opened is not None and any(deed.act.id == opened.act.id for deed in pair.does.deeds)
        if pair.row == before.row and not holds:
            out.append(html)
        else:
            out.append(template.render({**context, "pair": pair}, request))
    return mark_safe(_named_once("".join(out)))


def _named_once(html: str) -> str:
    """Words that run over several provisions are marked in each of them; only the first mark has the name."""
    first, sep, rest = html.partition(CHOSEN)
    return first + sep + rest.replace(CHOSEN, "<mark>")


def pairs_of(reading: Reading, chosen: Span | None = None) -> Sequence[Pair]:
    """The rows of a text with what they do."""
    return _pairs(_Known(reading), get_language() or "") if chosen is None else _paired(reading, chosen)


@lru_cache(maxsize=AT_HAND)
def _pairs(known: _Known, language: str) -> Sequence[Pair]:
    return _paired(known.reading, None)


def _paired(reading: Reading, chosen: Span | None) -> Sequence[Pair]:
    found = does_of(reading)
    rows = sheet_of(reading, tuple(tags_of(found, chosen)))
    return [Pair(row, EMPTY if row.again else found.get(row.id, EMPTY)) for row in rows]


def does_of(reading: Reading) -> Mapping[str, Does]:
    """What each provision does, in the language of the reader."""
    return _does(_Known(reading), get_language() or "")


@lru_cache(maxsize=AT_HAND)
def _does(known: _Known, language: str) -> Mapping[str, Does]:
    return deeds_of(known.reading)


@lru_cache(maxsize=AT_HAND)
def _rendered(known: _Known, language: str, may_correct: bool) -> tuple[tuple[Pair, str], ...]:
    reading, template = known.reading, get_template(TEMPLATE)
    context = {"place": {"may_correct": may_correct}, **_tongue(reading)}
    return tuple((pair, template.render({**context, "pair": pair})) for pair in pairs_of(reading))


@lru_cache(maxsize=AT_HAND)
def _joined(known: _Known, language: str, may_correct: bool) -> SafeString:
    return mark_safe("".join(html for _, html in _rendered(known, language, may_correct)))


def render_beside(reading: Reading, beside: Reading) -> SafeString:
    """The provisions of both texts side by side, by their ids; what only the other has stands where it has it."""
    template = get_template(TEMPLATE)
    direction = direction_of(beside.source.language)
    context = {"beside": beside, "beside_direction": direction, **_tongue(reading)}
    pairs = _beside(sheet_of(reading), sheet_of(beside))
    return mark_safe("".join(template.render({**context, "pair": pair}) for pair in pairs))


def _tongue(reading: Reading) -> dict[str, str]:
    language = reading.source.language
    return {"language": language, "direction": direction_of(language)}


def _beside(rows: tuple[Row, ...], others: tuple[Row, ...]) -> list[Pair]:
    mine = {(row.id, row.again) for row in rows if row.id}
    place = {(row.id, row.again): number for number, row in enumerate(others) if row.id}
    pairs: list[Pair] = []
    at = 0
    for row in rows:
        number = place.get((row.id, row.again)) if row.id else None
        if number is not None and number >= at:
            pairs += [_only_there(one) for one in others[at:number] if one.id and (one.id, one.again) not in mine]
            at = number + 1
        pairs.append(Pair(row, EMPTY, others[number] if number is not None else None))
    return pairs + [_only_there(one) for one in others[at:] if one.id and (one.id, one.again) not in mine]


def _only_there(row: Row) -> Pair:
    return Pair(Row("", "missing", "", SafeString("")), EMPTY, row)
