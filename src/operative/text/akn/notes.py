"""Notes: printed below the unit that calls them."""

import re

from lxml import etree

from operative.domain.texts import Role
from operative.text.akn.inline import printed, write_inline
from operative.text.akn.parsing import local
from operative.text.akn.sheet import Owner, Sheet

__all__ = ["write_foot", "write_notes", "write_uncalled"]

LABEL = re.compile(r"(?P<marker>\d{1,3}|[*†‡§]{1,3}|[a-z])(?=\s|\w{2})")
"""1 See the report, * Not yet in force."""


def write_notes(sheet: Sheet) -> None:
    """Print the notes that wait on the sheet."""
    sheet.end()
    while sheet.notes:
        note = sheet.notes.pop(0)
        _write_note(note.marker, note.element, printed(note.element), sheet)


def write_foot(element: etree._Element, words: str, sheet: Sheet) -> None:
    """Print a paragraph that is set as a note; its marker is its first word."""
    label = LABEL.match(words)
    _write_note(label["marker"] if label else "", element, words, sheet)


def write_uncalled(container: etree._Element, sheet: Sheet) -> None:
    """Print notes that no place calls."""
    for note in container:
        if local(note):
            write_foot(note, printed(note), sheet)


def _write_note(marker: str, element: etree._Element, words: str, sheet: Sheet) -> None:
    owner = Owner("")
    sheet.begin(owner, role=Role.NOTE, numbered=False)
    if marker:
        sheet.label(marker, words)
    for block in element.iter():
        if local(block) in ("p", "block", "crossHeading"):
            write_inline(block, sheet, lambda _: None)
            sheet.end()
            sheet.begin(owner, role=Role.NOTE, numbered=False)
    sheet.end()
