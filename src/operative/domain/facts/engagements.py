"""Facts about contacts with the other side."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

__all__ = ["EngagementHeld", "Form"]


class Form(StrEnum):
    """How two sides are in touch."""

    LETTER = "letter"
    MEETING = "meeting"
    ROUND = "round"
    CALL = "call"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class EngagementHeld:
    """A letter, a meeting, a round: with whom, who took part, what was raised, and what came of it.

    `raised` are ids of mandates, elements and goals.
    """

    kind: ClassVar[str] = "engagement.held"
    id: str
    form: Form
    counterpart: str
    title: str
    participants: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()
    outcome: str = ""
