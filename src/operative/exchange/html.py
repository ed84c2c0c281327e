"""A reading as one web page that needs nothing else: no script, no font, no second file."""

from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files

from operative.domain.documents import Document
from operative.domain.findings import Finding, Severity
from operative.domain.provisions import Kind, Provision
from operative.domain.readings import Reading
from operative.domain.spans import Span
from operative.exchange.characters import without_controls
from operative.exchange.dress import HtmlDress, direction_of
from operative.exchange.parts import Parts, find_below, find_parts, words_before
from operative.exchange.tables import Tables
from operative.exchange.weave import Loom

__all__ = ["render_html"]

TITLED = {Kind.HEADING: "h3", Kind.ARTICLE: "h3", Kind.ANNEX: "h2"}


def render_html(reading: Reading) -> str:
    """The text as a page: number in the margin, lead in italics, notes beside or below, in its language and direction.

    What a person should look at (warnings and errors) stands at the end. Every word of the source is escaped.
    """
    language = reading.source.language or "en"
    direction = direction_of(language)
    writer = _Writer(reading, language)
    articles = "".join(
        writer.article(document, parts) for document, parts in zip(reading.documents, find_parts(reading), strict=True)
    )
    title = reading.document.title or reading.document.number or reading.document.symbol or reading.source.name
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
        f"<main>\n{articles}{writer.uncalled()}{_to_look_at(reading)}</main>\n</body>\n</html>\n"
    )
    return without_controls(page)


class _Writer:
    """Writes the documents of one reading."""

    def __init__(self, reading: Reading, language: str) -> None:
        self._content = reading.text.content
        self._dress = HtmlDress({provision.id: provision.id for provision in reading.provisions}, language)
        self._loom = Loom(reading, self._dress)
        self._tables = Tables(reading.text)
        self._below = find_below(reading.provisions)

    def article(self, document: Document, parts: Parts) -> str:
        """One document."""
        preamble = "".join(self._provision(one) for one in parts.preamble)
        main = "".join(self._provision(one) for one in parts.main) + self._unread(parts.unread)
        closing = "".join(self._provision(one) for one in parts.closing)
        annexes = "".join(self._annex(annex, inner) for annex, inner in parts.annexes)
        sections = _section("preamble", preamble) + _section("main", main) + _section("closing", closing)
        return f"<article>\n{self._header(document, parts)}{sections}{annexes}</article>\n"

    def uncalled(self) -> str:
        """The notes that no place calls."""
        written = "".join(f"<p>{escape(f'{n.marker} {n.text}'.strip())}</p>\n" for n in self._loom.uncalled())
        return f'<section class="notes">\n{written}</section>\n' if written else ""

    def _header(self, document: Document, parts: Parts) -> str:
        lines = "".join(f"<li>{escape(self._line(span))}</li>\n" for span in parts.cover)
        cover = f'<ul class="cover">\n{lines}</ul>\n' if lines else ""
        titles = "".join(self._title(title) for title in parts.title)
        if not titles:
            fallback = document.title or document.number or document.symbol
            titles = f"<h1>{escape(fallback)}</h1>\n" if fallback else ""
        after = "".join(f"<li>{escape(self._line(span))}</li>\n" for span in parts.preface)
        after = f'<ul class="cover">\n{after}</ul>\n' if after else ""
        return f"<header>\n{cover}{titles}{after}</header>\n" if cover or titles or after else ""

    def _title(self, title: Provision) -> str:
        number = f'<span class="designation">{escape(title.number)}</span> ' if title.number else ""
        return f'<h1 id="{escape(title.id)}">{number}{self._loom.words(title)}</h1>\n{self._notes()}'

    def _annex(self, annex: Provision, provisions: Sequence[Provision]) -> str:
        inner = "".join(self._provision(one) for one in provisions)
        return f'<section class="annex">\n{self._provision(annex)}{inner}</section>\n'

    def _provision(self, provision: Provision, level: int = 0) -> str:
        """A provision, what stands below it, and the words that come back to it."""
        below = self._below.get(provision.id, ())
        split = words_before(provision, below)
        out = [self._row(provision, level, 0, split, named=True)]
        out += [self._provision(one, level + 1) for one in below]
        if split < len(provision.text):
            out.append(self._row(provision, level, split, len(provision.text), named=False))
        return "".join(out)

    def _row(self, provision: Provision, level: int, start: int, end: int, *, named: bool) -> str:
        name = escape(provision.id)
        printed = escape(provision.number or "") if named else ""
        number = f'<a class="number" href="#{name}">{printed}</a>' if printed else ""
        anchor = f' id="{name}"' if named else ""
        style = f' style="--level: {level}"' if level else ""
        words = self._words(provision, start, end)
        return (
            f'<div class="provision {provision.kind}"{anchor}{style}>{number}<div class="words">{words}</div>'
            f"{self._notes()}</div>\n"
        )

    def _words(self, provision: Provision, start: int, end: int) -> str:
        if provision.kind in TITLED:
            element = TITLED[provision.kind]
            return f"<{element}>{self._loom.words(provision, start, end)}</{element}>"
        if start or end < len(provision.text):
            return f"<p>{self._loom.words(provision, start, end).strip()}</p>"
        out = []
        for piece in self._tables.pieces_of(provision):
            if piece.rows:
                rows = "".join(f"<tr>{self._cells(provision, row)}</tr>\n" for row in piece.rows)
                out.append(f'<div class="table" tabindex="0"><table>\n{rows}</table></div>')
            elif piece.start == 0 and piece.end == len(provision.text):
                out.append(f"<p>{self._loom.words(provision)}</p>")
            else:
                out.append(f"<p>{self._loom.words(provision, piece.start, piece.end).strip()}</p>")
        return "".join(out)

    def _cells(self, provision: Provision, row: Sequence[tuple[int, int]]) -> str:
        cells = (self._loom.words(provision, low, high) if low < high else "" for low, high in row)
        return "".join(f"<td>{cell}</td>" for cell in cells)

    def _notes(self) -> str:
        """The notes that were called since the last time."""
        called, self._dress.called = self._dress.called, []
        written = "".join(
            f'<p id="note-{number}"><a href="#call-{number}">{escape(note.marker)}</a> {escape(note.text)}</p>'
            for number, note in called
        )
        return f'<div class="notes" role="note">{written}</div>' if written else ""

    def _unread(self, spans: Sequence[Span]) -> str:
        return "".join(
            f'<div class="provision unread"><div class="words"><p>{escape(self._line(span))}</p></div></div>\n'
            for span in spans
        )

    def _line(self, span: Span) -> str:
        return " ".join(span.of(self._content).split())


def _section(name: str, inner: str) -> str:
    return f'<section class="{name}">\n{inner}</section>\n' if inner else ""


def _to_look_at(reading: Reading) -> str:
    """Warnings and errors with the words they are about."""
    found = [finding for finding in reading.findings if finding.severity is not Severity.INFO]
    if not found:
        return ""
    items = "".join(f"<li>{_finding(finding, reading.text.content)}</li>\n" for finding in found)
    return f'<section class="findings" lang="en" dir="ltr">\n<h2>To look at</h2>\n<ul>\n{items}</ul>\n</section>\n'


def _finding(finding: Finding, content: str) -> str:
    words = " ".join(finding.span.of(content).split())[:120] if finding.span else ""
    quoted = f" <q>{escape(words)}</q>" if words else ""
    return f"<b>{finding.severity.capitalize()}:</b> {escape(finding.message)}{quoted}"


@cache
def _style() -> str:
    return (files("operative.exchange") / "page.css").read_text("utf-8")
