"""Dossiers in memory: for tests, trials and demonstrations; gone when the process ends."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from heapq import nlargest
from threading import Lock

from operative.domain.checkpoints import Checkpoint
from operative.domain.claims import Claim
from operative.domain.entries import Entry, Statement
from operative.dossiers.citations import citing_of, documents_in
from operative.dossiers.ledger import START, seal_all
from operative.dossiers.ports import Citing, Head, Held, Row, place_of
from operative.errors import StaleVersion

__all__ = ["MemoryLedgers"]


class MemoryLedgers:
    """Keeps ledgers as the databases do: as texts with digests, safe for many threads."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Row]] = {}
        self._sources: dict[str, bytes] = {}
        self._readings: dict[str, tuple[str, str]] = {}
        self._checkpoints: list[Checkpoint] = []
        self._claims: dict[tuple[str, str], tuple[Claim, ...]] = {}
        self._lock = Lock()

    def keys(self) -> tuple[str, ...]:
        """The keys of all dossiers, in the order of their code points."""
        return tuple(sorted(self._rows))

    def head(self, dossier: str) -> Head:
        """The last entry of the ledger."""
        rows = self._rows.get(dossier)
        return Head(rows[-1].number, rows[-1].digest) if rows else START

    def append(
        self,
        dossier: str,
        statements: Sequence[Statement],
        *,
        expected: int,
        recorded: datetime,
        sources: Sequence[Held] = (),
    ) -> tuple[Entry, ...]:
        """The statements as entries, and the bytes that they speak of: all of it or nothing."""
        with self._lock:
            head = self.head(dossier)
            if head.number != expected:
                raise StaleVersion(f"{dossier} is at entry {head.number}, not {expected}: look again, then write")
            entries, rows = seal_all(dossier, statements, head, recorded)
            for one in sources:
                self.keep(*one)
            if rows:
                self._rows.setdefault(dossier, []).extend(rows)
            return entries

    def rows(
        self, dossier: str, *, after: int = 0, upto: int | None = None, kinds: Iterable[str] | None = None
    ) -> list[Row]:
        """The entries as they are kept, in the order of their numbers."""
        rows = self._rows.get(dossier, [])[after:upto]
        if kinds is None:
            return rows
        wanted = frozenset(kinds)
        return [row for row in rows if row.kind in wanted]

    def tail(self, dossier: str, most: int, *, upto: int, until: str, recorded: str | None = None) -> list[Row]:
        """The last entries in the order of their days, at most so many."""
        rows = self.rows(dossier, upto=upto)
        known = (row for row in rows if row.last <= until and (recorded is None or row.recorded <= recorded))
        return sorted(nlargest(most, known, key=place_of), key=place_of)

    def citings(self, dossier: str, *, upto: int) -> list[Citing]:
        """The entries with evidence, in the order of their days."""
        rows = sorted(self.rows(dossier, upto=upto), key=place_of)
        return [citing_of(row) for row in rows if documents_in(row.body)]

    def corrections(self, dossier: str) -> list[tuple[int, str, int]]:
        """Of each entry that corrects another: its number, when it was recorded, and the number that it corrects."""
        rows = self._rows.get(dossier, [])
        return [(row.number, row.recorded, row.corrects) for row in rows if row.corrects is not None]

    def keep(self, data: bytes, name: str, media_type: str = "") -> str:
        """The SHA-256, in hex, by which the bytes are kept."""
        sha256 = hashlib.sha256(data).hexdigest()
        self._sources.setdefault(sha256, data)
        return sha256

    def source(self, sha256: str) -> bytes | None:
        """The bytes with this digest; None where none are kept."""
        return self._sources.get(sha256)

    def checkpoints(self, dossier: str) -> tuple[Checkpoint, ...]:
        """The signed marks of the ledger."""
        mine = (one for one in self._checkpoints if one.dossier == dossier)
        return tuple(sorted(mine, key=lambda one: (one.number, one.made)))

    def add_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Keeps a signed mark."""
        self._checkpoints.append(checkpoint)

    def reading(self, sha256: str, logic: str) -> str | None:
        """What this version of the program read out of a source."""
        version, text = self._readings.get(sha256, ("", ""))
        return text if version == logic else None

    def keep_reading(self, sha256: str, logic: str, text: str) -> None:
        """Keeps what was read; what an older version had read goes."""
        self._readings[sha256] = (logic, text)

    def claims(self, sha256: str, scope: str) -> tuple[Claim, ...]:
        """What was said, in one scope, of the values that were read out of a source."""
        return self._claims.get((sha256, scope), ())

    def add_claims(self, sha256: str, scope: str, claims: Sequence[Claim]) -> None:
        """Keeps what is said of values of a source."""
        with self._lock:
            self._claims[sha256, scope] = (*self.claims(sha256, scope), *claims)
