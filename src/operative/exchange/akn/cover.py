"""The title block and the closing lines, with what they name."""

import re
from bisect import bisect_left

from operative.domain.documents import Document
from operative.domain.readings import Reading
from operative.domain.spans import Span
from operative.domain.texts import MarkKind
from operative.exchange.characters import as_attribute, as_text
from operative.vocabulary.calendar import find_dates, find_session

__all__ = ["Cover"]

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ELEMENTS = {
    "symbol": ("docNumber", ' refersTo="#symbol"'),
    "number": ("docNumber", ' refersTo="#number"'),
    "title": ("docTitle", ' refersTo="#resolutionTitle"'),
    "adoption": ("docTitle", ' refersTo="#adoption"'),
    "publisher": ("docAuthority", ' refersTo="#publisher"'),
    "organ": ("docAuthority", ' refersTo="#issuingBody"'),
    "body": ("docAuthority", ' refersTo="#issuingBody"'),
    "distribution": ("docStatus", ' refersTo="#generalDistribution"'),
    "kind": ("docType", ""),
    "proponent": ("docProponent", ""),
    "stage": ("docStage", ""),
    "session": ("session", ""),
    "meeting": ("inline", ' name="adoptionMeeting"'),
    "agenda_item": ("inline", ' name="agenda item"'),
    "agenda_title": ("inline", ' name="agenda item name"'),
    "origin": ("inline", ' name="originating document"'),
    "original_language": ("inline", ' name="originalLanguage"'),
    "decision_type": ("inline", ' name="decision type"'),
    "vote": ("inline", ' name="vote"'),
}
DATED = {"adopted": "#adoptionDate", "issued": "#dateOfIssuance"}
"""Names whose element needs the day in figures."""


class Cover:
    """Writes lines of the title block of one reading."""

    def __init__(self, reading: Reading, language: str) -> None:
        self._content = reading.text.content
        self._language = language
        self._marks = [mark for mark in reading.text.marks if mark.kind is MarkKind.META]
        self._starts = [mark.span.start for mark in self._marks]

    def paragraph(self, span: Span, document: Document) -> str:
        """One line as a paragraph: named by the marks of the source, else by the values that the document has."""
        out: list[str] = []
        at = span.start
        stack: list[tuple[int, str]] = []
        for inner, before, after in self.tags(span, document, closing=False):
            at = self._closed(stack, inner.start, at, out)
            out += [self._text(at, inner.start), before]
            at = inner.start
            stack.append((inner.end, after))
        at = self._closed(stack, span.end, at, out)
        out.append(self._text(at, span.end))
        return f"<p>{' '.join(''.join(out).split())}</p>\n"

    def _closed(self, stack: list[tuple[int, str]], until: int, at: int, out: list[str]) -> int:
        while stack and stack[-1][0] <= until:
            end, after = stack.pop()
            out += [self._text(at, end), after]
            at = end
        return at

    def tags(self, span: Span, document: Document, closing: bool = True) -> list[tuple[Span, str, str]]:
        """The places in a line that have a name, with the tags around them; a place inside another comes after it."""
        named = self._named(span) or self._recognized(span, document, closing)
        out: list[tuple[Span, str, str]] = []
        for inner, name in named:
            if not out or out[-1][0].covers(inner) or out[-1][0].end <= inner.start:
                element, attributes = self._element(name, inner, document)
                out.append((inner, f"<{element}{attributes}>", f"</{element}>"))
        return out

    def _named(self, span: Span) -> list[tuple[Span, str]]:
        found: list[tuple[Span, str]] = []
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        for mark in self._marks[first:last]:
            if mark.span.end <= span.end and (mark.value in ELEMENTS or mark.value in DATED):
                found.append((mark.span, mark.value))
        return found

    def _recognized(self, span: Span, document: Document, closing: bool) -> list[tuple[Span, str]]:
        """The values of the document where this line prints them, in order, none across another."""
        line = span.of(self._content)
        dates = list(find_dates(line, self._language))
        found = [(place, "adopted") for place, when in dates if when == document.adopted][:1]
        session = find_session(line, self._language)
        if session is not None and str(session[0]) == document.session:
            found.append((session[1], "session"))
        taken = [place for place, _ in dates] + [place for place, name in found if name == "session"]
        for name, value in self._values(document, closing):
            match = re.search(rf"(?<!\w){re.escape(value)}(?!\w)", line) if value else None
            place = Span(*match.span()) if match else None
            if place is not None and not any(place.start < one.end and one.start < place.end for one in taken):
                taken.append(place)
                found.append((place, name))
        return [(Span(span.start + place.start, span.start + place.end), name) for place, name in sorted(found)]

    def _values(self, document: Document, closing: bool) -> list[tuple[str, str]]:
        """Names and values that a line may print, the longer ones first."""
        if closing:
            return [("vote", document.vote)]
        return [
            ("symbol", document.symbol),
            ("distribution", document.distribution),
            ("agenda_item", document.agenda_item if len(document.agenda_item) > 3 else ""),
            ("body", document.body_name),
            ("number", document.number),
        ]

    def _element(self, name: str, span: Span, document: Document) -> tuple[str, str]:
        if name in DATED:
            when = next((iso for _, iso in find_dates(span.of(self._content), self._language)), "")
            if DAY.fullmatch(when):
                return "docDate", f' date="{when}" refersTo="{DATED[name]}"'
            return "inline", f' name="{name}"'
        element, attributes = ELEMENTS[name]
        if name == "session" and document.session:
            attributes = f' value="{as_attribute(document.session)}"'
        return element, attributes

    def _text(self, start: int, end: int) -> str:
        return as_text(self._content[start:end])
