"""Provisions made by hand, and how the rows of a redline are written in tests."""

import re

from operative.domain.provisions import Kind, Provision
from operative.domain.redlines import Change, Piece, RedlineRow
from operative.domain.spans import Span

KINDS = {"art": Kind.ARTICLE, "op": Kind.OPERATIVE, "pp": Kind.PREAMBULAR, "title": Kind.TITLE, "h": Kind.HEADING}
MARKS = {Change.SAME: ("", ""), Change.REMOVED: ("[-", "-]"), Change.ADDED: ("{+", "+}")}


def a_provision(id: str, text: str) -> Provision:
    """A provision whose kind, number and parent follow from its identifier: "op2.a" is a sub-paragraph of "op2"."""
    parent, _, last = id.rpartition(".")
    stem = re.match(r"[a-z]*", id.rpartition(".")[2])
    kind = Kind.SUBPARAGRAPH if parent else KINDS[stem[0] if stem else ""]
    return Provision(id, kind, text, Span(0, 0), number=last or id, parent=parent or None)


def a_text(**provisions: str) -> list[Provision]:
    """Provisions by identifier; "__" stands for the dot."""
    return [a_provision(id.replace("__", "."), text) for id, text in provisions.items()]


def marked(pieces: tuple[Piece, ...]) -> str:
    """The pieces as "both [-old-] {+new+}"."""
    return "".join(f"{MARKS[piece.change][0]}{piece.words}{MARKS[piece.change][1]}" for piece in pieces)


def places(rows: tuple[RedlineRow, ...]) -> list[str]:
    """Each row as "same op1 > op2", with "moved" where it is."""
    return [f"{row.change}{' moved' if row.moved else ''} {row.old or '-'} > {row.new or '-'}" for row in rows]


def old_text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.was or piece.words for piece in pieces if piece.change is not Change.ADDED)


def new_text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.words for piece in pieces if piece.change is not Change.REMOVED)
