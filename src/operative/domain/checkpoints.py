"""Signed marks in a ledger."""

from dataclasses import dataclass
from datetime import datetime

__all__ = ["Checkpoint"]


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A signature under the digest of an entry: whoever holds the public key sees that nothing before it was changed.

    `signature` and `key` are hex: an Ed25519 signature of `message`, and the public key.
    """

    dossier: str
    number: int
    digest: str
    made: datetime
    key: str
    signature: str

    @property
    def message(self) -> bytes:
        """The bytes that are signed."""
        told = ("operative/checkpoint@1", self.dossier, str(self.number), self.digest, self.made.isoformat())
        return "".join(f"{line}\n" for line in told).encode()
