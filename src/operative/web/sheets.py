"""A text as the body printed it, row by row, with tags around the words that carry values."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from operative.domain.provisions import Kind, Provision
from operative.domain.readings import Reading
from operative.domain.spans import Span
from operative.exchange.characters import without_controls
from operative.exchange.dress import HtmlDress
from operative.exchange.parts import Parts, find_below, find_parts, words_before
from operative.exchange.tables import Tables
from operative.exchange.weave import Loom

__all__ = ["Row", "Tag", "sheet_of"]

TITLED = frozenset((Kind.TITLE, Kind.HEADING, Kind.ARTICLE, Kind.ANNEX))
DEEPEST = 5
Tag = tuple[Span, str, str]
"""A place of the source with the mark-up that stands before and after its words."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the page: the words, the notes that they call, and whose row it is ("" for lines of no provision).

    `level` is how deep the provision stands, `again` says that the words come back to a provision after what is below
    it.
    """

    id: str
    kind: str
    number: str
    words: SafeString
    notes: SafeString = field(default=SafeString(""))
    level: int = 0
    page: int = 0
    again: bool = False


def sheet_of(reading: Reading, tags: Sequence[Tag] = ()) -> tuple[Row, ...]:
    """The rows of the whole text, in order; every character of the source is escaped."""
    return tuple(_Writer(reading, tags).rows())


class _Writer:
    def __init__(self, reading: Reading, tags: Sequence[Tag]) -> None:
        self._reading = reading
        self._dress = HtmlDress(
            {one.id: one.id for one in reading.provisions},
            reading.source.language or "en",
            clean=without_controls,
            rel="noreferrer",
        )
        self._loom = Loom(reading, self._dress)
        self._tables = Tables(reading.text)
        self._below = find_below(reading.provisions)
        self._tags = sorted(tags, key=lambda tag: (tag[0].start, -tag[0].end))
        self._starts = [tag[0].start for tag in self._tags]
        self._longest = max((tag[0].end - tag[0].start for tag in self._tags), default=0)
        self._headed = False

    def rows(self) -> Iterator[Row]:
        """All rows."""
        for parts in find_parts(self._reading):
            yield from self._document(parts)
        for note in self._loom.uncalled():
            yield Row("", "note", escape(note.marker), escape(note.text))

    def _document(self, parts: Parts) -> Iterator[Row]:
        yield from (self._line(span, "cover") for span in parts.cover)
        for title in parts.title:
            yield from self._provision(title)
        yield from (self._line(span, "cover") for span in parts.preface)
        for provision in (*parts.preamble, *parts.main):
            yield from self._provision(provision)
        yield from (self._line(span, "unread") for span in parts.unread)
        for provision in parts.closing:
            yield from self._provision(provision)
        for annex, inner in parts.annexes:
            for provision in (annex, *inner):
                yield from self._provision(provision)

    def _line(self, span: Span, kind: str) -> Row:
        words = " ".join(span.of(self._reading.text.content).split())
        return Row("", kind, "", SafeString(self._dress.text(words)))

    def _provision(self, provision: Provision, level: int = 0) -> Iterator[Row]:
        """A provision, what stands below it, and the words that come back to it."""
        below = self._below.get(provision.id, ())
        split = words_before(provision, below)
        yield self._row(provision, level, 0, split)
        for one in below:
            yield from self._provision(one, min(level + 1, DEEPEST))
        if split < len(provision.text):
            yield self._row(provision, level, split, len(provision.text))

    def _row(self, provision: Provision, level: int, start: int, end: int) -> Row:
        words = self._words(provision, start, end)
        number = escape(provision.number or "") if not start else ""
        notes = SafeString(self._notes())
        kind = str(provision.kind)
        return Row(provision.id, kind, number, SafeString(words), notes, level, provision.page, again=start > 0)

    def _words(self, provision: Provision, start: int, end: int) -> str:
        tags = self._tags_in(provision)
        if provision.kind in TITLED:
            element = "h2" if provision.kind in (Kind.TITLE, Kind.ANNEX) or not self._headed else "h3"
            self._headed = True
            return f"<{element}>{self._loom.words(provision, start, end, tags)}</{element}>"
        if start or end < len(provision.text):
            return f"<p>{self._loom.words(provision, start, end, tags).strip()}</p>"
        out = []
        for piece in self._tables.pieces_of(provision):
            if piece.rows:
                rows = "".join(f"<tr>{self._cells(provision, row, tags)}</tr>" for row in piece.rows)
                region = f'<div class="wide" tabindex="0" role="region" aria-label="{_("Table")}">'
                out.append(f"{region}<table>{rows}</table></div>")
            else:
                out.append(f"<p>{self._loom.words(provision, piece.start, piece.end, tags).strip()}</p>")
        return "".join(out)

    def _tags_in(self, provision: Provision) -> Sequence[Tag]:
        first = bisect_left(self._starts, provision.span.start - self._longest)
        last = bisect_right(self._starts, provision.span.end)
        return [tag for tag in self._tags[first:last] if tag[0].end > provision.span.start]

    def _cells(self, provision: Provision, row: Sequence[tuple[int, int]], tags: Sequence[Tag]) -> str:
        cells = (self._loom.words(provision, low, high, tags) if low < high else "" for low, high in row)
        return "".join(f"<td>{cell}</td>" for cell in cells)

    def _notes(self) -> str:
        """The notes that were called since the last time."""
        called, self._dress.called = self._dress.called, []
        return "".join(
            f'<p id="note-{number}"><a href="#call-{number}">{escape(note.marker)}</a> {escape(note.text)}</p>'
            for number, note in called
        )
