"""A reading as Markdown: readable as it stands, and by programs that know footnotes."""

import re
from collections.abc import Mapping, Sequence

from operative.domain.documents import Document
from operative.domain.provisions import Kind, Note, Provision
from operative.domain.readings import Reading
from operative.domain.spans import Span
from operative.domain.texts import MarkKind
from operative.exchange.addresses import address_of
from operative.exchange.parts import Parts, find_below, find_parts, words_before
from operative.exchange.tables import Tables
from operative.exchange.weave import Loom

__all__ = ["render_markdown"]

SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
OPENING = re.compile(r"^(\d+)([.)])(?=\s|$)|^([#+-])(?=\s|$)")
"""What would begin a list or a heading."""
TITLED = {Kind.ANNEX: "## ", Kind.HEADING: "### ", Kind.ARTICLE: "### "}


def render_markdown(reading: Reading) -> str:
    """The text as Markdown: number in bold, lead in italics, points as nested lists, notes as footnotes."""
    writer = _Writer(reading)
    documents = [
        writer.document(document, parts) for document, parts in zip(reading.documents, find_parts(reading), strict=True)
    ]
    notes = writer.notes()
    return "\n\n---\n\n".join(documents) + (f"\n\n{notes}" if notes else "") + "\n"


class _MarkdownDress:
    """Fills the port `Dress`."""

    tags: Mapping[MarkKind, tuple[str, str]] = {
        MarkKind.ITALIC: ("*", "*"),
        MarkKind.INSERTED: ("<ins>", "</ins>"),
        MarkKind.DELETED: ("<del>", "</del>"),
    }

    def __init__(self, language: str) -> None:
        self._language = language
        self.called: list[tuple[int, Note]] = []

    def text(self, words: str) -> str:
        """Words with the signs of Markdown escaped."""
        return escaped(words)

    def link(self, target: str) -> tuple[str, str] | None:
        """A link to a web address."""
        address = address_of(target, {}, self._language)
        if not address.startswith(("https://", "http://")):
            return None
        safe = address.replace("(", "%28").replace(")", "%29").replace(" ", "%20").replace("<", "%3C")
        return "[", f"]({safe})"

    def note(self, number: int, note: Note) -> str:
        """A footnote."""
        self.called.append((number, note))
        return f"[^{number}]"

    def call(self, marker: str, number: int) -> str:
        """The footnote again, or the marker alone."""
        return f"[^{number}]" if number else f"<sup>{escaped(marker)}</sup>"


def escaped(words: str) -> str:
    """Words that mean nothing to Markdown."""
    return SPECIAL.sub(r"\\\1", words.replace("&", "&amp;")) if SPECIAL.search(words) or "&" in words else words


class _Writer:
    """Writes the documents of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._dress = _MarkdownDress(reading.source.language or "en")
        self._loom = Loom(reading, self._dress)
        self._tables = Tables(reading.text)
        self._below = find_below(reading.provisions)

    def document(self, document: Document, parts: Parts) -> str:
        """One document, its blocks apart by blank lines."""
        blocks: list[str] = []
        cover = [self._line(span) for span in parts.cover]
        if cover:
            blocks.append("  \n".join(cover))
        titles = [" ".join(filter(None, (escaped(t.number or ""), self._loom.words(t)))) for t in parts.title]
        blocks += [f"# {title}" for title in titles or filter(None, [escaped(document.title or document.symbol)])]
        if parts.preface:
            blocks.append("  \n".join(self._line(span) for span in parts.preface))
        for provision in (*parts.preamble, *parts.main):
            blocks += self._provision(provision)
        blocks += [self._line(span) for span in parts.unread]
        for provision in parts.closing:
            blocks += self._provision(provision)
        for annex, provisions in parts.annexes:
            for provision in (annex, *provisions):
                blocks += self._provision(provision)
        return "\n\n".join(blocks)

    def notes(self) -> str:
        """All notes, the called ones first."""
        called = [f"[^{number}]: {escaped(note.text)}" for number, note in self._dress.called]
        uncalled = [escaped(f"{note.marker} {note.text}".strip()) for note in self._loom.uncalled()]
        return "\n".join(called) + ("\n\n" if called and uncalled else "") + "\n\n".join(uncalled)

    def _provision(self, provision: Provision) -> list[str]:
        """The blocks of a provision at the top: its words, the list below it, the words after the list."""
        below = self._below.get(provision.id, ())
        split = words_before(provision, below)
        number = escaped(provision.number) if provision.number else ""
        if provision.kind in TITLED:
            words = " ".join(filter(None, (number, self._loom.words(provision))))
            blocks = [f"{TITLED[provision.kind]}{words}"]
            return blocks + [block for one in below for block in self._provision(one)]
        blocks = [_opened(words) for words in self._blocks(provision, split)]
        if number:
            blocks[0] = f"**{number}** {self._bare(blocks[0])}".strip()
        if below:
            blocks.append("\n".join(line for one in below for line in self._point(one, 0)))
        if split < len(provision.text):
            blocks.append(_opened(self._loom.words(provision, split).strip()))
        return blocks

    def _bare(self, words: str) -> str:
        """Words behind a number, where they can begin nothing; a table keeps its own line."""
        return f"\n\n{words}" if words.startswith("| ") else words

    def _blocks(self, provision: Provision, split: int) -> list[str]:
        """The words before the points; tables as tables."""
        if split < len(provision.text) or self._below.get(provision.id):
            return [self._loom.words(provision, 0, split).strip()]
        out = []
        for piece in self._tables.pieces_of(provision):
            if not piece.rows:
                out.append(self._loom.words(provision, piece.start, piece.end).strip())
                continue
            width = max(len(row) for row in piece.rows)
            rows = [self._cells(provision, row, width) for row in piece.rows]
            out.append("\n".join((rows[0], "|" + " --- |" * width, *rows[1:])))
        return out

    def _cells(self, provision: Provision, row: Sequence[tuple[int, int]], width: int) -> str:
        cells = [self._loom.words(provision, low, high) if low < high else "" for low, high in row]
        return "| " + " | ".join(cells + [""] * (width - len(cells))) + " |"

    def _point(self, provision: Provision, level: int) -> list[str]:
        """A point as an item of a list, those below it one level deeper."""
        below = self._below.get(provision.id, ())
        split = words_before(provision, below)
        indent = "  " * level
        number = f"{escaped(provision.number)} " if provision.number else ""
        lines = [f"{indent}- {_opened(number + self._loom.words(provision, 0, split).strip())}"]
        for one in below:
            lines += self._point(one, level + 1)
        if split < len(provision.text):
            lines.append(f"\n{indent}  {self._loom.words(provision, split).strip()}")
        return lines

    def _line(self, span: Span) -> str:
        return _opened(escaped(" ".join(span.of(self._reading.text.content).split())))


def _opened(words: str) -> str:
    """Words that begin a line, so that they begin nothing else."""
    match = OPENING.match(words)
    if match is None:
        return words
    return f"{match[1]}\\{words[len(match[1]) :]}" if match[1] else f"\\{words}"
