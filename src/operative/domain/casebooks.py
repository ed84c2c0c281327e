"""A dossier as one text that people read: what was entered, and how it was sealed where it comes from a ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from operative.domain.entries import Entry, Statement

__all__ = ["Casebook", "Seal"]


@dataclass(frozen=True, slots=True)
class Seal:
    """What the ledger gave an entry: its number, the moment of recording (UTC) and the digest."""

    number: int
    recorded: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class Casebook:
    """The statements of a dossier in their order; `seals` are as many, or none where nobody has entered them yet."""

    key: str
    statements: tuple[Statement, ...]
    title: str = ""
    seals: tuple[Seal, ...] = ()

    @classmethod
    def of(cls, key: str, entries: Sequence[Entry], title: str = "") -> "Casebook":
        """The casebook of a ledger."""
        seals = tuple(Seal(one.number, one.recorded, one.digest) for one in entries)
        return cls(key, tuple(one.statement for one in entries), title, seals)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries as they were sealed; none where they were not."""
        return tuple(
            Entry(self.key, seal.number, seal.recorded, statement, seal.digest)
            for statement, seal in zip(self.statements, self.seals, strict=False)
        )
