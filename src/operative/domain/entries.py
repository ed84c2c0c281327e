"""Dated, evidenced facts, as they stand in a ledger."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from operative.domain.days import PartialDate
from operative.domain.evidence import Evidence
from operative.domain.facts import Fact

__all__ = ["Basis", "Entry", "Statement"]


class Basis(StrEnum):
    """On what a statement rests: seen in its source, or background knowledge that nobody has checked."""

    SEEN = "seen"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody wants entered: a fact, the day from which it holds, who says so, and the evidence.

    `corrects` is the number of the entry that this one replaces, or withdraws where the fact is `EntryWithdrawn`.
    """

    fact: Fact
    effective: PartialDate
    by: str
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    basis: Basis = Basis.SEEN
    corrects: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement in the ledger of a dossier: its number from 1, when it was recorded (UTC), and its digest.

    `digest` is SHA-256, in hex, of the digest before it (64 zeros before the first) and of the canonical entry.
    """

    dossier: str
    number: int
    recorded: datetime
    statement: Statement
    digest: str

    @property
    def fact(self) -> Fact:
        """What the entry states."""
        return self.statement.fact

    @property
    def effective(self) -> PartialDate:
        """The day from which it holds."""
        return self.statement.effective
