"""All that was read out of one source."""

from dataclasses import dataclass

from operative.domain.acts import Act
from operative.domain.conditions import Condition
from operative.domain.documents import Document
from operative.domain.findings import Finding
from operative.domain.goals import Goal
from operative.domain.mandates import Mandate
from operative.domain.provisions import Note, Provision
from operative.domain.references import Reference
from operative.domain.sources import Source
from operative.domain.spans import Span
from operative.domain.texts import Text

__all__ = ["Extent", "Reading", "Structure"]


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a run of source characters went: `use` is provision, note, title, furniture or unread."""

    span: Span
    use: str


@dataclass(frozen=True, slots=True)
class Structure:
    """What stage 2 makes of a text. `documents` has one entry for each resolution in the file, at least one.

    `extents` are in order, disjoint, and cover every visible character of the source.
    """

    documents: tuple[Document, ...]
    provisions: tuple[Provision, ...]
    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = ()
    extents: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one source; every span counts characters of `text.content`."""

    source: Source
    text: Text
    documents: tuple[Document, ...]
    provisions: tuple[Provision, ...]
    notes: tuple[Note, ...]
    acts: tuple[Act, ...]
    references: tuple[Reference, ...]
    findings: tuple[Finding, ...]
    extents: tuple[Extent, ...]
    mandates: tuple[Mandate, ...] = ()
    conditions: tuple[Condition, ...] = ()
    goals: tuple[Goal, ...] = ()

    @property
    def document(self) -> Document:
        """The first, and mostly the only, document of the source."""
        return self.documents[0]
