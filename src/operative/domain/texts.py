"""Source text with geometry: what every reader of stage 1 gives to stage 2.

`Text.content` holds every character that the reader got out of the source, in reading order; all spans of a reading
count its characters. Lines cover all of its visible characters, in order, without overlap.
"""

from dataclasses import dataclass
from enum import StrEnum

from operative.domain.findings import Finding
from operative.domain.spans import Span

__all__ = ["Box", "Line", "Mark", "MarkKind", "Role", "Text"]


class Role(StrEnum):
    """What a line is on its page, as far as the reader of the format knows."""

    BODY = "body"
    FURNITURE = "furniture"
    NOTE = "note"
    TABLE = "table"


class MarkKind(StrEnum):
    """How characters are set, or what the mark-up says of them."""

    ITALIC = "italic"
    BOLD = "bold"
    CALL = "call"
    """The marker of a note at the place that calls it."""
    LABEL = "label"
    """The marker of a note at the head of the note itself."""
    NUMBER = "number"
    """The printed number of a provision, where the mark-up tells."""
    LINK = "link"
    """A reference that the mark-up carries; `value` is its target."""
    INSERTED = "inserted"
    DELETED = "deleted"
    META = "meta"
    """A value that the mark-up names; `value` is the name: symbol, title, session, adopted, body."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is true of a range of characters."""

    kind: MarkKind
    span: Span
    value: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or one whole paragraph where the format has no printed lines.

    `opens` says whether a new paragraph begins here: True and False where the format or the geometry tells, None where
    only the words can. `kind` and `depth` are what mark-up says of the block (a value of `Kind`), else "" and 0.
    """

    start: int
    end: int
    page: int = 1
    role: Role = Role.BODY
    opens: bool | None = None
    box: Box | None = None
    kind: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """Everything that a reader got out of a source. Marks are in order of their start."""

    content: str
    lines: tuple[Line, ...]
    media_type: str
    pages: int = 0
    marks: tuple[Mark, ...] = ()
    language: str | None = None
    """Only where the source itself declares it."""
    findings: tuple[Finding, ...] = ()
    declared: tuple[tuple[str, str], ...] = ()
    """(name, value) pairs that the source declares and no page prints, such as the identifier of the work; where a
    source holds several documents, each begins with ("document", kind)."""
