"""Facts about links to the international agenda."""

from dataclasses import dataclass
from typing import ClassVar

__all__ = ["LinkClaimed"]


@dataclass(frozen=True, slots=True)
class LinkClaimed:
    """Somebody says that something serves a goal of the international agenda ("SDG 10.7"), or that it does not.

    `subject` is the id of a mandate, goal, condition, element or proposal, or the key of a document.
    """

    kind: ClassVar[str] = "link.claimed"
    subject: str
    target: str
    label: str = ""
    stand: bool = True
