"""The words of a provision with what is in them: italics, references, notes."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from operative.domain.provisions import Kind, Note, Provision
from operative.domain.readings import Reading
from operative.domain.references import Reference
from operative.domain.spans import Segment, Span
from operative.domain.texts import MarkKind

__all__ = ["Dress", "Loom", "place_of"]

UNSET = frozenset((Kind.TITLE, Kind.ENACTING, Kind.HEADING, Kind.ANNEX, Kind.CLOSING))
"""Kinds whose typesetting says nothing: they are bold or italic as a whole."""

OVERLAP = 4
"""How many ranges that begin before a place can reach it."""
LED = frozenset((Kind.PREAMBULAR, Kind.OPERATIVE))

UPRIGHT = frozenset(("ar", "zh"))
"""Languages whose script has no italics."""
SPACE = " \u00a0\t\n"


class Dress(Protocol):
    """How words look in one format: the port that each format fills."""

    tags: Mapping[MarkKind, tuple[str, str]]
    """What stands before and after characters that are set in this way; ways that are not here leave no trace."""

    def text(self, words: str) -> str:
        """Words with the characters escaped that mean something in the format."""

    def link(self, target: str) -> tuple[str, str] | None:
        """What stands before and after words that refer to `target`, or None where it leads nowhere."""

    def note(self, number: int, note: Note) -> str:
        """A note at the place that calls it first; notes are counted from 1."""

    def call(self, marker: str, number: int) -> str:
        """Another call of a note; `number` is 0 where no note has this marker."""


@dataclass(frozen=True, slots=True)
class _Range:
    start: int
    end: int
    before: str
    after: str


class Loom:
    """Weaves the words of the provisions of one reading."""

    def __init__(self, reading: Reading, dress: Dress) -> None:
        self._dress = dress
        self._italic = dress.tags[MarkKind.ITALIC]
        self._marks = [m for m in reading.text.marks if m.kind in dress.tags or m.kind is MarkKind.LINK]
        shown = any(mark.kind in (MarkKind.ITALIC, MarkKind.BOLD) for mark in reading.text.marks)
        self._set = shown or reading.source.language in UPRIGHT
        """Whether the source shows how it is set; else leads are set in italics, as printed documents do."""
        self._starts = [mark.span.start for mark in self._marks]
        self._references: dict[str, list[Reference]] = {}
        for reference in reading.references:
            if reference.target:
                self._references.setdefault(reference.provision, []).append(reference)
        self._notes: dict[tuple[str, str], list[Note]] = {}
        self._by_marker: dict[str, int] = {}
        for note in reading.notes:
            self._notes.setdefault((note.provision, note.marker), []).append(note)
        self._count = 0
        self._known: tuple[str, list[_Range]] = ("", [])

    def words(
        self,
        provision: Provision,
        start: int = 0,
        end: int | None = None,
        tags: Sequence[tuple[Span, str, str]] = (),
    ) -> str:
        """The words from `start` to `end`, escaped, with their mark-up, and `tags` around places of the source."""
        text = provision.text
        stop = len(text) if end is None else end
        calls = provision.calls
        if not calls and not tags and not self._marks and provision.id not in self._references:
            lead = provision.lead if start == 0 and provision.kind in LED else None
            if lead and text.startswith(lead):
                before, after = self._italic
                return f"{before}{self._dress.text(lead)}{after}{self._dress.text(text[len(lead) : stop])}"
            return self._dress.text(text[start:stop])
        tagged = [_Range(*place_of(provision.segments, one.start, one.end), *tag) for one, *tag in tags]
        ranges = [r for r in (*tagged, *self._near(provision, start, stop)) if r.start < stop and r.end > start]
        places = [(at, marker) for at, marker in zip(calls, provision.notes, strict=False) if start <= at <= stop]
        if start:
            places = [(at, marker) for at, marker in places if at > start]
        return self._woven(provision, start, stop, _nested(ranges, start, stop), places)

    def _near(self, provision: Provision, start: int, stop: int) -> Sequence[_Range]:
        """The ranges that can touch a part of the words; a table asks for each of its cells."""
        if self._known[0] != provision.id:
            self._known = (provision.id, sorted(self._ranges(provision), key=lambda one: one.start))
        ranges = self._known[1]
        low = bisect_left(ranges, start, key=lambda one: one.start) - OVERLAP
        return ranges[max(0, low) : bisect_left(ranges, stop, key=lambda one: one.start)]

    def _ranges(self, provision: Provision) -> list[_Range]:
        """What covers the words, in places of the words."""
        segments = provision.segments
        if not segments:
            return []
        first, last = segments[0].source, segments[-1].source + segments[-1].length
        low_mark = max(0, bisect_left(self._starts, first) - OVERLAP)
        found: list[_Range] = []
        linked: list[_Range] = []
        cited: list[_Range] = []
        for mark in self._marks[low_mark : bisect_right(self._starts, last)]:
            if mark.kind is MarkKind.LINK:
                linked += self._range(provision, mark.span, self._dress.link(mark.value))
            elif provision.kind not in UNSET:
                found += self._range(provision, mark.span, self._dress.tags[mark.kind])
        for reference in self._references.get(provision.id, ()):
            for one in self._range(provision, reference.span, self._dress.link(reference.target)):
                # The middle ones of a range share their words: a link leads to the first of them only.
                if not any(other.start < one.end and one.start < other.end for other in (*linked, *cited[-1:])):
                    cited.append(one)
        lead = provision.lead
        if lead and not self._set and provision.kind in LED and provision.text.startswith(lead):
            found.append(_Range(0, len(lead), *self._italic))
        return found + cited + linked

    def _range(self, provision: Provision, span: Span, tags: tuple[str, str] | None) -> list[_Range]:
        """The words that stand for `span`, without white space at their ends; none where nothing of it is printed."""
        if tags is None:
            return []
        low, high = place_of(provision.segments, span.start, span.end)
        while low < high and provision.text[low] in SPACE:
            low += 1
        while low < high and provision.text[high - 1] in SPACE:
            high -= 1
        return [_Range(low, high, *tags)] if low < high else []

    def _woven(
        self, provision: Provision, start: int, stop: int, ranges: Sequence[_Range], places: Sequence[tuple[int, str]]
    ) -> str:
        """Openings, closings and notes at their places; what ends comes first, then notes, then openings."""
        events: list[tuple[int, int, int, str]] = []
        for order, one in enumerate(ranges):
            events.append((one.start, 2, order, one.before))
            events.append((one.end, 0, -order, one.after))
        events += [(at, 1, order, self._note(provision, marker)) for order, (at, marker) in enumerate(places)]
        out, at = [], start
        for place, _, _, words in sorted(events):
            if place > at:
                out.append(self._dress.text(provision.text[at:place]))
                at = place
            out.append(words)
        out.append(self._dress.text(provision.text[at:stop]))
        return "".join(out)

    def _note(self, provision: Provision, marker: str) -> str:
        """The note at the place that calls it; a second call refers to the first, one without a note stays a call."""
        waiting = self._notes.get((provision.id, marker))
        if not waiting:
            return self._dress.call(marker, self._by_marker.get(marker, 0))
        self._count += 1
        self._by_marker[marker] = self._count
        return self._dress.note(self._count, waiting.pop(0))

    def uncalled(self) -> list[Note]:
        """The notes that no place has called."""
        return [note for waiting in self._notes.values() for note in waiting]


def place_of(segments: Sequence[Segment], start: int, end: int) -> tuple[int, int]:
    """The range of the words that stands for a range of the source."""
    low = high = -1
    first = bisect_right(segments, start, key=lambda one: one.source) - 1
    for segment in segments[max(0, first) :]:
        if segment.source >= end:
            break
        begin, stop = max(start, segment.source), min(end, segment.source + segment.length)
        if begin < stop:
            shift = segment.at - segment.source
            low = begin + shift if low < 0 else low
            high = stop + shift
    return (low, high) if low >= 0 else (0, 0)


def _nested(ranges: Sequence[_Range], start: int, stop: int) -> list[_Range]:
    """The ranges cut so that each lies in another or beside it."""
    out: list[_Range] = []
    open_ends: list[int] = []
    for one in sorted(ranges, key=lambda r: (r.start, -r.end)):
        low, high = max(one.start, start), min(one.end, stop)
        while open_ends and open_ends[-1] <= low:
            open_ends.pop()
        if open_ends:
            high = min(high, open_ends[-1])
        if low < high:
            out.append(_Range(low, high, one.before, one.after))
            open_ends.append(high)
    return out
