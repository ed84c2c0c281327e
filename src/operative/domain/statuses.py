"""A dossier on one screen."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from operative.domain.evidence import Evidence
from operative.domain.findings import Finding

__all__ = ["Aspect", "Meaning", "Status", "StatusRow"]


class Aspect(StrEnum):
    """What a row is about."""

    REQUESTS = "requests"
    CONDITIONS = "conditions"
    MECHANISMS = "mechanisms"
    COSTS = "costs"
    DECISION = "next decision"


class Meaning(StrEnum):
    """What a state means for who looks: nothing to do, something to look at, a gap, or not known."""

    FINE = "fine"
    LOOK = "look"
    GAP = "gap"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One of the five rows: its state in a word or two, in `words` with its numbers, and what comes next, when.

    `next_date` is None where no day is known; `next_words` says what is due then. `entries` are those that
    the row is reckoned from.
    """

    name: Aspect
    state: str
    meaning: Meaning
    words: str
    next_date: date | None = None
    next_words: str = ""
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """The title of a dossier, one sentence of what was asked, with its evidence, and the five rows."""

    title: str
    asked: str
    evidence: tuple[Evidence, ...]
    rows: tuple[StatusRow, ...]
    closed: bool = False
    findings: tuple[Finding, ...] = ()
