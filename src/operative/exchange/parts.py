"""The parts of a document: title block, preamble, body, closing lines, annexes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from operative.domain.provisions import Kind, Provision
from operative.domain.readings import Reading
from operative.domain.spans import Span

__all__ = ["Parts", "find_below", "find_parts", "words_before"]

ROMAN = re.compile(r"[IVXLC]{1,7}")
MAIN = frozenset((Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.ARTICLE, Kind.BODY))


@dataclass(slots=True)
class Parts:
    """The provisions of one document, and the lines of its title block, by the part of the text where they stand."""

    cover: list[Span] = field(default_factory=list)
    title: list[Provision] = field(default_factory=list)
    preface: list[Span] = field(default_factory=list)
    preamble: list[Provision] = field(default_factory=list)
    main: list[Provision] = field(default_factory=list)
    closing: list[Provision] = field(default_factory=list)
    annexes: list[tuple[Provision, list[Provision]]] = field(default_factory=list)
    unread: list[Span] = field(default_factory=list)


def find_below(provisions: Iterable[Provision]) -> Mapping[str, Sequence[Provision]]:
    """What stands directly below each provision, but for annexes, whose provisions stand at the top of theirs."""
    below: dict[str, list[Provision]] = {}
    known: dict[str, Kind] = {}
    for provision in provisions:
        known[provision.id] = provision.kind
        if provision.parent is not None and known.get(provision.parent, Kind.ANNEX) is not Kind.ANNEX:
            below.setdefault(provision.parent, []).append(provision)
    return below


def words_before(provision: Provision, below: Sequence[Provision]) -> int:
    """How many characters of the words stand before the first of the provisions below; the rest follows them."""
    first = below[0].span.start if below else provision.span.end
    return next((one.at for one in provision.segments if one.source > first), len(provision.text))


def find_parts(reading: Reading) -> list[Parts]:
    """The parts of each document; provisions of a document begin with its `first`."""
    firsts = {document.first: place for place, document in enumerate(reading.documents) if document.first and place}
    groups: list[list[Provision]] = [[] for _ in reading.documents]
    place = 0
    for provision in reading.provisions:
        place = firsts.get(provision.id, place)
        groups[place].append(provision)
    annexes = {provision.id for provision in reading.provisions if provision.kind is Kind.ANNEX}
    known = {provision.id for provision in reading.provisions} - annexes
    parts = [_parted([one for one in group if one.parent not in known]) for group in groups]
    _put_title_blocks(reading, parts, [group[-1].span.start if group else -1 for group in groups])
    return parts


def _parted(provisions: Sequence[Provision]) -> Parts:
    """Top provisions of one document by part, in order."""
    parts = Parts()
    begin = _main_begins(provisions)
    for place, provision in enumerate(provisions):
        kind = provision.kind
        if kind is Kind.ANNEX:
            parts.annexes.append((provision, []))
        elif parts.annexes:
            parts.annexes[-1][1].append(provision)
        elif kind is Kind.TITLE:
            parts.title.append(provision)
        elif kind is Kind.CLOSING:
            parts.closing.append(provision)
        elif place >= begin:
            parts.main.append(provision)
        else:
            parts.preamble.append(provision)
    return parts


def _main_begins(provisions: Sequence[Provision]) -> int:
    """The place where the main body begins: at its first paragraph, with the headings directly before it.

    A heading with a number, or one that follows the enacting formula, begins a section: then its preamble is the
    section's own.
    """
    begin = len(provisions)
    for place, provision in enumerate(provisions):
        if provision.kind in MAIN or (provision.kind is Kind.HEADING and _begins_section(provisions, place)):
            begin = place
            break
    while begin and provisions[begin - 1].kind is Kind.HEADING:
        begin -= 1
    return begin


def _begins_section(provisions: Sequence[Provision], place: int) -> bool:
    heading = provisions[place]
    numbered = heading.number or ROMAN.fullmatch(heading.text.strip(". "))
    return bool(numbered) or (place > 0 and provisions[place - 1].kind is Kind.ENACTING)


def _put_title_blocks(reading: Reading, parts: Sequence[Parts], lasts: Sequence[int]) -> None:
    """Lines of title blocks and unread words: each to the document that is not over before it."""
    place = 0
    for extent in reading.extents:
        if extent.use not in ("title", "unread"):
            continue
        while place < len(parts) - 1 and lasts[place] < extent.span.start:
            place += 1
        part = parts[place]
        if extent.use == "unread":
            part.unread.append(extent.span)
        elif any(title.span.covers(extent.span) for title in part.title):
            continue
        elif part.title and part.title[0].span.start < extent.span.start:
            part.preface.append(extent.span)
        else:
            part.cover.append(extent.span)
