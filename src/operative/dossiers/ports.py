"""What a dossier needs of the place where it is kept."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from operative.domain.checkpoints import Checkpoint
from operative.domain.claims import Claim
from operative.domain.entries import Entry, Statement

__all__ = ["Citing", "Head", "Held", "Ledgers", "Row", "place_of"]


class Head(NamedTuple):
    """The last entry of a ledger: its number and digest; 0 and 64 zeros before the first."""

    number: int
    digest: str


class Held(NamedTuple):
    """Bytes that come with entries, and are kept with them."""

    data: bytes
    name: str
    media_type: str = ""


class Row(NamedTuple):
    """An entry as it is kept: `body`, its canonical text, and its digest.

    The rest repeats what the text says, so that entries are found without being read: the moment of recording (ISO
    8601 with microseconds, UTC), the kind of its fact, the day from which it counts (ISO 8601), and what it corrects.
    """

    number: int
    recorded: str
    kind: str
    last: str
    corrects: int | None
    body: str
    digest: str


def place_of(row: "Row | Citing") -> tuple[str, int]:
    """Entries stand in the order of their days, and those of one day as they were recorded."""
    return row.last, row.number


class Citing(NamedTuple):
    """An entry with evidence, as `Row` tells it; `told` is a JSON list of the documents that it gives, each once.

    Of an entry that an older version recorded, `told` is its whole text.
    """

    number: int
    recorded: str
    kind: str
    last: str
    told: str


class Ledgers(Protocol):
    """Ledgers by the key of their dossier, the bytes of sources by their digest, and what was read out of them.

    Entries, checkpoints, sources and claims are added, and never changed or removed. The scope of a claim is the place
    where it counts: a dossier, or whoever brought the source.
    """

    def keys(self) -> tuple[str, ...]:
        """The keys of all dossiers, in the order of their code points."""

    def head(self, dossier: str) -> Head:
        """The last entry of the ledger."""

    def append(
        self,
        dossier: str,
        statements: Sequence[Statement],
        *,
        expected: int,
        recorded: datetime,
        sources: Sequence[Held] = (),
    ) -> tuple[Entry, ...]:
        """The statements as entries, with the bytes that they speak of: all or nothing, for good when this returns.

        Raises `StaleVersion` where `expected` is not the number of the last entry, `WrongCall` for a moment without
        a time zone.
        """

    def rows(
        self, dossier: str, *, after: int = 0, upto: int | None = None, kinds: Iterable[str] | None = None
    ) -> list[Row]:
        """The entries as they are kept, in the order of their numbers: those after a number, up to one, of kinds."""

    def tail(self, dossier: str, most: int, *, upto: int, until: str, recorded: str | None = None) -> list[Row]:
        """The last entries in the order of their days, those of one day by their numbers: at most so many.

        Only those up to a number, up to a day, and up to a moment of recording; both as rows tell them.
        """

    def citings(self, dossier: str, *, upto: int) -> list[Citing]:
        """The entries with evidence, up to a number, in the order of their days, those of one day by their numbers."""

    def corrections(self, dossier: str) -> list[tuple[int, str, int]]:
        """Of each entry that corrects another: its number, when it was recorded, and the number that it corrects."""

    def keep(self, data: bytes, name: str, media_type: str = "") -> str:
        """The SHA-256, in hex, by which the bytes are kept: once, with the first name that they came with."""

    def source(self, sha256: str) -> bytes | None:
        """The bytes with this digest; None where none are kept."""

    def checkpoints(self, dossier: str) -> tuple[Checkpoint, ...]:
        """The signed marks of the ledger, in the order of their entries, then of their making."""

    def add_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Keeps a signed mark."""

    def reading(self, sha256: str, logic: str) -> str | None:
        """What a version of the program read out of a source, as JSON; None where it has not read it yet."""

    def keep_reading(self, sha256: str, logic: str, text: str) -> None:
        """Keeps what was read; what an older version had read goes."""

    def claims(self, sha256: str, scope: str) -> tuple[Claim, ...]:
        """What was said, in one scope, of the values that were read out of a source, in the order of the saying."""

    def add_claims(self, sha256: str, scope: str, claims: Sequence[Claim]) -> None:
        """Keeps what is said of values of a source that is kept; all of it or nothing."""
