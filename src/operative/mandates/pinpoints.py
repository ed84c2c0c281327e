"""Places of the same text that a sentence points at: "subparagraphs (a) and (b)", "paragraph 2 (c) above"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from operative.domain.passages import Passage
from operative.domain.provisions import Kind, Provision
from operative.mandates.words import Words
from operative.vocabulary.provisos import PlaceWords

__all__ = ["Index", "Place", "find_places", "make_index"]

BRACKETED = re.compile(r"\((?:[a-z]|[ivxl]{1,5}|\d{1,2})\)$")
BARE = re.compile(r"(?:[a-z]|[ivxl]{1,5}|\d{1,3})$")
FURTHEST_OWNER = 4
"""How many words before a label are looked at to see whether it belongs to another text: "article 5, paragraph 2"."""


@dataclass(frozen=True, slots=True)
class Place:
    """The words from `first` to `last` name these provisions."""

    first: int
    last: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The provisions of a text by their printed numbers: paragraphs by prefix and number, the rest below its parent."""

    provisions: dict[str, Provision]
    """In the order of the text."""
    paragraphs: dict[tuple[str, str], str]
    children: dict[str, tuple[tuple[str, str], ...]]

    def below(self, id: str) -> tuple[str, ...]:
        """The provisions under one, itself first."""
        return (id, *(found for _, child in self.children.get(id, ()) for found in self.below(child)))

    def ancestors(self, id: str) -> list[str]:
        """The provision and those above it, nearest first."""
        found = [id]
        while (parent := self.provisions[found[-1]].parent) and parent in self.provisions and parent not in found:
            found.append(parent)
        return found

    def before(self, id: str) -> str:
        """The last paragraph with parts of its own before a paragraph; "" where none is."""
        last = ""
        for known in self.provisions:
            if known == id:
                break
            if known in self.children and not self.provisions[known].parent:
                last = known
        return last


def make_index(passages: Sequence[Passage]) -> Index:
    """The provisions of all passages by their printed numbers."""
    provisions: dict[str, Provision] = {}
    paragraphs: dict[tuple[str, str], str] = {}
    children: dict[str, list[tuple[str, str]]] = {}
    for passage in passages:
        for provision in passage.provisions:
            provisions[provision.id] = provision
            label = _label(provision.number or "")
            if provision is passage.head:
                paragraphs.setdefault((_prefix(provision.id), label), provision.id)
            elif provision.parent:
                children.setdefault(provision.parent, []).append((label, provision.id))
    return Index(provisions, paragraphs, {parent: tuple(rest) for parent, rest in children.items()})


def _label(number: str) -> str:
    return "".join(c for c in number.casefold() if c.isalnum())


def _prefix(id: str) -> str:
    """What stands before the number of the paragraph: later documents of a file have their own."""
    return id.rpartition("op")[0]


@dataclass(frozen=True, slots=True)
class _Unit:
    """One printed place: the number of its paragraph, "" where none is said, and the labels below it."""

    paragraph: str
    labels: tuple[str, ...]
    end: int


def find_places(words: Words, first: int, last: int, at: str, index: Index, vocabulary: PlaceWords) -> list[Place]:
    """The places that the words from `first` to `last` name, seen from the provision `at`; none of another text."""
    found: list[Place] = []
    here = first
    while here < last:
        noun = words.low[here] in vocabulary.units
        begin = here + 1 if noun else here
        unit = _unit(words, begin, last, vocabulary, noun, words.low[here] in vocabulary.paragraphs)
        if unit is None or (not noun and not _stands_alone(words, here)):
            here += 1
            continue
        units, ranges, end = _sequence(words, unit, last, vocabulary, noun, words.low[here] in vocabulary.paragraphs)
        units, end = _owned(words, units, end, last, vocabulary)
        if units and not _belongs_elsewhere(words, here, end, vocabulary):
            ids = _resolve(units, ranges, at, index)
            if ids:
                found.append(Place(here, end, ids))
        here = end
    return found


def _stands_alone(words: Words, at: int) -> bool:
    """Whether a bracket is no ending of the word before it: "State(s)"."""
    start = words.starts[at]
    return start == 0 or not words.text[start - 1].isalpha()


def _unit(words: Words, at: int, last: int, vocabulary: PlaceWords, noun: bool, paragraph: bool) -> _Unit | None:
    """The place that is printed at `at`; a label without brackets counts only behind a noun such as "point"."""
    number, labels, here = "", [], at
    if at < last and noun and words.low[at].isdigit() and len(words.low[at]) <= 3:
        number, here = words.low[at], at + 1
    while here < last:
        low = words.low[here]
        closed = here + 1 < last and words.low[here + 1] == ")" and words.starts[here + 1] == words.ends[here]
        if BRACKETED.match(low):
            labels.append(low.strip("()"))
            here += 1
        elif closed and BARE.match(low) and not low.isdigit():
            labels.append(low)
            here += 2
        else:
            break
    if not labels and not number and noun and not paragraph and here < last and BARE.match(words.low[here]):
        labels.append(words.low[here])
        here += 1
    if number and not paragraph and not labels:
        number, labels = "", [number]
    return _Unit(number, tuple(labels), here) if labels or number else None


def _sequence(
    words: Words, unit: _Unit, last: int, vocabulary: PlaceWords, noun: bool, paragraph: bool
) -> tuple[list[_Unit], list[bool], int]:
    """The unit and those joined to it; the flags say which stand at the end of a range."""
    units, ranges, end = [unit], [False], unit.end
    while True:
        here, ranged, joined = end, False, False
        while here < last and here - end < 3:
            if words.low[here] in vocabulary.units and joined:
                here += 1
            elif words.low[here] in vocabulary.joins:
                here, joined = here + 1, True
            elif words.low[here] in vocabulary.ranges:
                here, ranged, joined = here + 1, True, True
            else:
                break
        following = _unit(words, here, last, vocabulary, noun, paragraph) if joined else None
        if following is None or _falls(units[-1], following):
            return units, ranges, end
        if following.labels and not following.paragraph:
            following = _Unit(units[-1].paragraph, following.labels, following.end)
        units.append(following)
        ranges.append(ranged)
        end = following.end


def _falls(before: _Unit, after: _Unit) -> bool:
    """Whether the second place stands before the first, so that they are no list: "when doing (c), (a) holds"."""
    if before.paragraph or after.paragraph or len(before.labels) != len(after.labels):
        return False
    return _rank(after.labels[-1]) < _rank(before.labels[-1])


def _rank(label: str) -> tuple[int, str]:
    if label.isdigit():
        return int(label), ""
    romans = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
    return (romans[label], "") if label in romans else (0, label)


def _owned(words: Words, units: list[_Unit], end: int, last: int, vocabulary: PlaceWords) -> tuple[list[_Unit], int]:
    """The places with the paragraph that follows them: "subparagraphs (a) and (b) of paragraph 2"."""
    if end + 2 < last and words.low[end] in vocabulary.of and words.low[end + 1] in vocabulary.paragraphs:
        owner = words.low[end + 2]
        if owner.isdigit() and not any(unit.paragraph for unit in units):
            return [_Unit(owner, unit.labels, unit.end) for unit in units], end + 3
    return units, end


def _belongs_elsewhere(words: Words, first: int, end: int, vocabulary: PlaceWords) -> bool:
    """Whether the place is one of another text: "article 5, paragraph 2 (a)", "paragraph 3 of resolution 12"."""
    for back in range(first - 1, max(-1, first - 1 - FURTHEST_OWNER), -1):
        word = words.low[back]
        if word in vocabulary.foreign:
            return True
        if word != "," and not word.isdigit() and not BARE.match(word) and not BRACKETED.match(word):
            break
    if end < len(words) and words.low[end] in vocabulary.of:
        step = vocabulary.owners.length_at(words.low, end + 1)
        if step:
            return False
        return not (end + 1 < len(words) and words.low[end + 1] in vocabulary.paragraphs)
    return False


def _resolve(units: list[_Unit], ranges: list[bool], at: str, index: Index) -> tuple[str, ...]:
    found: list[str] = []
    for unit, ranged in zip(units, ranges, strict=True):
        id = _id_of(unit, at, index)
        if id and ranged and found:
            found += [between for between in _between(found[-1], id, index) if between not in found]
        elif id and id not in found:
            found.append(id)
    return tuple(found)


def _id_of(unit: _Unit, at: str, index: Index) -> str:
    """The provision that a place names: under the paragraph it says, else under the nearest one above `at`."""
    if unit.paragraph:
        bases = [index.paragraphs.get((_prefix(at), unit.paragraph), "")]
    else:
        bases = index.ancestors(at)
        if index.provisions[bases[-1]].kind is Kind.BODY and (before := index.before(bases[-1])):
            bases.append(before)
    for base in bases:
        id = base
        for label in unit.labels:
            id = next((child for known, child in index.children.get(id, ()) if known == label), "")
        if id:
            return id
    if len(unit.labels) == 1 and not unit.paragraph:
        same = [id for id in index.below(bases[-1]) if _label(index.provisions[id].number or "") == unit.labels[0]]
        if len(same) == 1 and same[0] != bases[-1]:
            return same[0]
    return ""


def _between(first: str, last: str, index: Index) -> list[str]:
    """The provisions of one level behind the first, up to the last."""
    parent = index.provisions[first].parent or ""
    level = [id for _, id in index.children.get(parent, ())] or [
        id for (prefix, _), id in index.paragraphs.items() if prefix == _prefix(first)
    ]
    if first not in level or last not in level:
        return [last]
    return level[level.index(first) + 1 : level.index(last) + 1]
