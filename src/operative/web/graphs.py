"""The citations around one text: listed by document, and drawn with what it rests on before it and what cites it after.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from operative.bootstrap.corpora import OpenCorpus
from operative.domain.citations import Citation

__all__ = ["Drawing", "Neighbour", "draw_around", "neighbours_cited", "neighbours_citing"]

MOST = 12
"""Texts that are drawn on each side; the list has all."""

STEP = 26
SHORT = 34


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A text that cites or is cited: its name, address and day of adoption as written, with each citation."""

    called: str
    address: str
    adopted: str
    held: bool
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A text in the drawing: where its line ends, and where its words stand."""

    neighbour: Neighbour
    label: str
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The texts around one, with the height of the drawing, and how many more there are on each side."""

    height: int
    middle: int
    cited: tuple[Node, ...]
    citing: tuple[Node, ...]
    more_cited: int
    more_citing: int


def neighbours_cited(opened: OpenCorpus, document: str) -> tuple[Neighbour, ...]:
    """The texts that a document cites, by how often, then as they come; words that name no text are left out."""
    found: dict[str, list[Citation]] = {}
    for one in opened.graph.cites(document):
        if one.symbol:
            found.setdefault(one.target or one.symbol, []).append(one)
    return _ranked(_neighbour(opened, group[0].target, group[0].symbol, group) for group in found.values())


def neighbours_citing(opened: OpenCorpus, symbol: str) -> tuple[Neighbour, ...]:
    """The texts that cite a symbol, by how often, then by day."""
    found: dict[str, list[Citation]] = {}
    for one in opened.graph.cited_by(symbol) if symbol else ():
        found.setdefault(one.place.document, []).append(one)
    return _ranked(_neighbour(opened, key, "", group) for key, group in found.items())


def draw_around(cited: Sequence[Neighbour], citing: Sequence[Neighbour]) -> Drawing | None:
    """The drawing; None where there is nothing around the text."""
    if not cited and not citing:
        return None
    left, right = cited[:MOST], citing[:MOST]
    rows = max(len(left) + (len(cited) > MOST), len(right) + (len(citing) > MOST), 2)
    height = rows * STEP + 40
    return Drawing(
        height,
        height // 2 + 10,
        _column(left, height),
        _column(right, height),
        len(cited) - len(left),
        len(citing) - len(right),
    )


def _ranked(found: Iterable[Neighbour]) -> tuple[Neighbour, ...]:
    return tuple(sorted(found, key=lambda one: -len(one.citations)))


def _neighbour(opened: OpenCorpus, key: str, symbol: str, citations: Sequence[Citation]) -> Neighbour:
    holding = opened.holdings.get(key)
    if holding is None:
        return Neighbour(symbol, f"/corpus/cited/?{urlencode({'symbol': symbol})}", "", False, tuple(citations))
    return Neighbour(holding.called, f"/corpus/documents/{key}/", holding.adopted, True, tuple(citations))


def _column(neighbours: Sequence[Neighbour], height: int) -> tuple[Node, ...]:
    above = (height - 20 - len(neighbours) * STEP) // 2 + 20
    return tuple(
        Node(one, _short(one.called), above + place * STEP + STEP // 2) for place, one in enumerate(neighbours)
    )


def _short(words: str) -> str:
    return words if len(words) <= SHORT else words[: SHORT - 1].rstrip() + "…"
