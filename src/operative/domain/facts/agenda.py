"""Facts about links to the international agenda."""

from dataclasses import dataclass
from typing import ClassVar

__all__ = ["LinkClaimed"]


@dataclass(frozen=True, slots=True)
class LinkClaimed:
    """Somebody says that a mandate, goal or resolution serves a goal of the international agenda ("SDG 10.7")."""

    kind: ClassVar[str] = "link.claimed"
    subject: str
    target: str
    label: str = ""
    stand: bool = True
