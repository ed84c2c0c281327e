"""How a call wants its files read and shown."""

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Order"]


@dataclass(frozen=True, slots=True)
class Order:
    """How the files of one call are to be read and shown."""

    to: str = "table"
    language: str | None = None
    changes: str = "accepted"
    explain: str | None = None
    full: bool = False
    width: int = 100
    colour: bool = False
    sample: Path | None = None
    claims: Path | None = None
    model: bool = False
