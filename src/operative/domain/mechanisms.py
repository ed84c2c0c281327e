"""Coordination bodies."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Level", "Mechanism"]


class Level(StrEnum):
    """Where a mechanism meets, as far as its name or the vocabulary says."""

    GLOBAL = "global"
    REGIONAL = "regional"
    COUNTRY = "country"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A coordination body: its key in the vocabulary ("" where none knows it), name, abbreviation and level."""

    key: str
    name: str
    abbreviation: str = ""
    level: Level = Level.UNSTATED
