"""What happened in a dossier, line by line."""

from dataclasses import dataclass
from datetime import datetime

from operative.domain.days import PartialDate
from operative.domain.entries import Basis
from operative.domain.evidence import Evidence

__all__ = ["Line"]


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in plain words: the day that it is about, when it was recorded, who says so, and on what it rests.

    `documents` are those that it cites. `conflicts` say what other sources disagree with it about. `corrected_by` is
    the number of the entry that took its place, None where it stands; `before` are the lines that it takes the place
    of, the last first: both are told only where they are asked for.
    """

    number: int
    day: PartialDate
    recorded: datetime
    kind: str
    title: str
    by: str
    basis: Basis
    evidence: tuple[Evidence, ...]
    documents: tuple[str, ...]
    note: str = ""
    conflicts: tuple[str, ...] = ()
    corrected_by: int | None = None
    before: tuple["Line", ...] = ()
