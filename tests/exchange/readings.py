"""Readings to write out: of texts of our own, and made by hand."""

from dataclasses import replace
from pathlib import Path

from operative.domain.documents import Document
from operative.domain.provisions import Kind, Note, Provision
from operative.domain.readings import Extent, Reading
from operative.domain.references import Reference
from operative.domain.sources import Source
from operative.domain.spans import Segment, Span
from operative.domain.texts import Line, Mark, Text
from operative.reading import find_links, read_source, read_structure

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "operative" / "samples"


def read(data: bytes | str, name: str = "text.txt") -> Reading:
    """A reading of structure and references: all that a mark-up of the text needs."""
    structure = read_structure(data.encode() if isinstance(data, str) else data, name)
    return structure.reading(find_links(structure)[0])


def understood(data: bytes | str, name: str = "text.txt") -> Reading:
    """A reading with its acts."""
    return read_source(data.encode() if isinstance(data, str) else data, name)


def sample(name: str = "resolution-208.txt") -> Reading:
    return read((SAMPLES / name).read_bytes(), name)


class Made:
    """A reading built provision by provision; each stands on a line of its own in the content."""

    def __init__(self, language: str = "en") -> None:
        self.content = ""
        self.provisions: list[Provision] = []
        self.lines: list[Line] = []
        self.marks: list[Mark] = []
        self.notes: list[Note] = []
        self.references: list[Reference] = []
        self.extents: list[Extent] = []
        self.documents = [Document(kind="resolution", number="7", body_name="Harbour Council", adopted="2024-05-03")]
        self.language = language

    def put(self, words: str, use: str) -> Span:
        """Words on a new line."""
        start = len(self.content) + (1 if self.content else 0)
        self.content += ("\n" if self.content else "") + words
        span = Span(start, len(self.content))
        self.lines.append(Line(*(span.start, span.end)))
        self.extents.append(Extent(span, use))
        return span

    def add(self, kind: Kind, text: str, id: str, **values: object) -> "Made":
        """A provision whose words stand in the content as they are, behind its number."""
        number = values.get("number")
        span = self.put(f"{number}\t{text}" if number else text, "title" if kind is Kind.TITLE else "provision")
        at = span.end - len(text)
        provision = Provision(id, kind, text, span, segments=(Segment(0, at, len(text)),))
        self.provisions.append(replace(provision, **values))  # type: ignore[arg-type]
        return self

    def reading(self) -> Reading:
        return Reading(
            source=Source("made.txt", "text/plain", "0" * 64, 0, self.language),
            text=Text(self.content, tuple(self.lines), "text/plain", marks=tuple(self.marks)),
            documents=tuple(self.documents),
            provisions=tuple(self.provisions),
            notes=tuple(self.notes),
            acts=(),
            references=tuple(self.references),
            findings=(),
            extents=tuple(self.extents),
        )
