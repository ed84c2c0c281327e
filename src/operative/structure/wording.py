"""Drafts become provisions: their words, leads and notes, with the map back to the source."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence

from operative.domain.findings import Finding, Severity
from operative.domain.provisions import Note, Provision
from operative.domain.spans import Span
from operative.domain.texts import Mark, MarkKind, Text
from operative.structure.drafts import Draft
from operative.structure.leads import find_lead
from operative.structure.mending import Words, mend, place_of
from operative.structure.notes import Call
from operative.structure.rows import Row, Rows
from operative.vocabulary.styles import Style

__all__ = ["Wording"]

LEAD_LENGTH = 120


class Wording:
    """The words of one text, ready to be asked for in pieces."""

    def __init__(self, text: Text, calls: Sequence[Call], style: Style) -> None:
        self._content, self._calls, self._style = text.content, calls, style
        self._starts = [span.start for span, _ in calls]
        self._words = Words(text.content, style.compounds)
        self._italics = [mark for mark in text.marks if mark.kind is MarkKind.ITALIC]
        self._italic_starts = [mark.span.start for mark in self._italics]

    def provision(self, draft: Draft) -> Provision:
        """The provision that a draft stands for."""
        first, begin = draft.blocks[0]
        calls = [call for block, _ in draft.blocks for call in self._calls_in(block.start, block.end)]
        rows = [row for block, _ in draft.blocks for row in block.rows]
        printed, segments = mend(self._content, rows, begin, [span for span, _ in calls], self._words)
        italics = self._italics_at(segments[0].source if segments else begin)
        return Provision(
            id=draft.id,
            kind=draft.kind,
            text=printed,
            span=Span(first.start, draft.blocks[-1][0].end),
            number=draft.number,
            parent=draft.parent,
            lead=find_lead(printed, segments, draft.kind, italics, self._style),
            page=first.page,
            notes=tuple(marker for _, marker in calls),
            calls=tuple(place_of(segments, span.start) for span, _ in calls),
            segments=segments,
        )

    def _calls_in(self, start: int, end: int) -> Sequence[Call]:
        return self._calls[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _italics_at(self, start: int) -> Sequence[Mark]:
        """The italic runs that can be part of a lead which begins here."""
        low = bisect_left(self._italic_starts, start - 2)
        return self._italics[low : bisect_right(self._italic_starts, start + LEAD_LENGTH)]

    def notes(self, rows: Rows, provisions: Sequence[Provision]) -> tuple[tuple[Note, ...], tuple[Finding, ...]]:
        """All notes, each with the provision that calls it, and a finding for each that none does.

        Markers may count anew on each page or in each part, so the calls of a marker are taken in order.
        """
        waiting: dict[str, deque[str]] = {}
        for provision in provisions:
            for marker in provision.notes:
                waiting.setdefault(marker, deque()).append(provision.id)
        notes, findings = [], []
        for marker, begin, note_rows in rows.notes:
            span = Span(note_rows[0].start, note_rows[-1].end)
            callers = waiting.get(marker)
            if not callers:
                message = f"no place calls note {marker or '(without a marker)'}"
                findings.append(Finding("note-uncalled", Severity.INFO, message, span))
            notes.append(Note(marker, self._note(note_rows, begin), callers.popleft() if callers else "", span))
        return tuple(notes), tuple(findings)

    def _note(self, rows: Sequence[Row], begin: int) -> str:
        printed, _ = mend(self._content, [row for row in rows if row.end > begin], begin, (), self._words)
        return printed
