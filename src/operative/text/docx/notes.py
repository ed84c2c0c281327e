"""Footnotes and endnotes of a Word document: their markers, in the order in which the text calls them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from operative.text.docx.wordml import W, child, integer, value
from operative.text.numbers import render_number

__all__ = ["NoteKind", "Notes", "notes_in"]

FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
CHICAGO = "*†‡§"
NoteKind = str
"""footnote or endnote"""


@dataclass(frozen=True, slots=True)
class Counting:
    """How the notes of a section count."""

    form: str
    start: int
    restart: str


@dataclass(slots=True)
class Notes:
    """The notes that were called so far; the reader says when a section or a page ends."""

    settings: etree._Element | None
    sections: Sequence[etree._Element]
    called: list[tuple[NoteKind, str, str]] = field(default_factory=list)
    """Kind, id and marker, in the order of the text."""
    section: int = 0
    _reached: dict[NoteKind, tuple[int, int]] = field(default_factory=dict)
    """The last number given, and the section or page it was given in."""

    def call(self, kind: NoteKind, note_id: str, page: int) -> str:
        """Count one note; its marker."""
        counting = self._counting(kind)
        unit = {"eachSect": self.section, "eachPage": page}.get(counting.restart, 0)
        last, last_unit = self._reached.get(kind, (counting.start - 1, unit))
        number = counting.start if unit != last_unit else last + 1
        self._reached[kind] = number, unit
        marker = _chicago(number) if counting.form == "chicago" else render_number(number, counting.form)
        self.called.append((kind, note_id, marker or str(number)))
        return self.called[-1][2]

    def call_as(self, kind: NoteKind, note_id: str, marker: str) -> None:
        """A note with a marker of the author's own, which does not count."""
        self.called.append((kind, note_id, marker))

    def _counting(self, kind: NoteKind) -> Counting:
        name = f"{kind}Pr"
        section = self.sections[self.section] if self.section < len(self.sections) else None
        own, general = child(section, name), child(self.settings, name)

        def stated(what: str) -> str | None:
            return value(own, what) or value(general, what)

        return Counting(stated("numFmt") or FORMS[kind], integer(stated("numStart"), 1), stated("numRestart") or "")


def _chicago(number: int) -> str:
    times, place = divmod(number - 1, len(CHICAGO))
    return CHICAGO[place] * (times % 10 + 1)


def notes_in(root: etree._Element | None, kind: NoteKind) -> dict[str, etree._Element]:
    """The notes in a part by their id, without the rules that part notes from text."""
    elements = root.iterchildren(W + kind) if root is not None else ()
    return {note.get(W + "id", ""): note for note in elements if note.get(W + "type", "normal") == "normal"}
