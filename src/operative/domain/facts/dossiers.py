"""Facts about the dossier itself: its opening, people, documents and plain events."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from operative.domain.days import PartialDate
from operative.domain.people import Role

__all__ = [
    "DocumentAttached",
    "DocumentNamed",
    "DocumentRole",
    "DossierClosed",
    "DossierOpened",
    "EntryWithdrawn",
    "EventNoted",
    "RoleGranted",
]


class DocumentRole(StrEnum):
    """What a document is for the dossier."""

    RESOLUTION = "resolution"
    REPORT = "report"
    DRAFT = "draft"
    AGREEMENT = "agreement"
    DECISION = "decision"
    RULES = "rules"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class DossierOpened:
    """A dossier begins: what it follows, for which organization (`participant`) and which body."""

    kind: ClassVar[str] = "dossier.opened"
    title: str
    body: str = ""
    participant: str = ""
    counterpart: str = ""
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class DossierClosed:
    """A dossier ends, with the reason."""

    kind: ClassVar[str] = "dossier.closed"
    reason: str


@dataclass(frozen=True, slots=True)
class RoleGranted:
    """A person is given a role in the dossier; the role None takes it away."""

    kind: ClassVar[str] = "role.granted"
    person: str
    role: Role | None


@dataclass(frozen=True, slots=True)
class DocumentNamed:
    """A document belongs to the dossier, whether its text is at hand or not; `key` is how entries cite it."""

    kind: ClassVar[str] = "document.named"
    key: str
    role: DocumentRole
    symbol: str = ""
    title: str = ""
    body: str = ""
    dated: PartialDate | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class DocumentAttached:
    """The bytes of a named document are kept, by their SHA-256."""

    kind: ClassVar[str] = "document.attached"
    document: str
    sha256: str
    name: str
    media_type: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class EventNoted:
    """Something happened that belongs on the time line and moves nothing."""

    kind: ClassVar[str] = "event.noted"
    title: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryWithdrawn:
    """The corrected entry is taken back; it stays to be read, and counts no more."""

    kind: ClassVar[str] = "entry.withdrawn"
    reason: str
