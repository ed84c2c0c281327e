"""States to be reached or kept, such as membership of a mechanism."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from operative.domain.acts import Quote
from operative.domain.elements import Strength
from operative.domain.mechanisms import Mechanism
from operative.domain.spans import Span

__all__ = ["Goal", "GoalVerb", "Relation"]


class GoalVerb(StrEnum):
    """What is to be done about a standing: to seek it, to take it up, to keep it, or to give it up."""

    SEEK = "seek"
    JOIN = "join"
    CONTINUE = "continue"
    END = "end"


class Relation(StrEnum):
    """The standing in a mechanism that a goal is about."""

    MEMBERSHIP = "membership"
    OBSERVER = "observer"
    PARTICIPATION = "participation"


@dataclass(frozen=True, slots=True)
class Goal:
    """One standing in one mechanism. Spans count characters of the passage that opens with `paragraph`.

    `name` is the mechanism as printed; `parent` the name of the mechanism that the text puts it under, "" where it puts
    it under none; `open_list` says that the text names it only as one of several.
    """

    id: str
    provision: str
    paragraph: str
    verb: GoalVerb
    relation: Relation
    strength: Strength
    phrase: Quote
    name: Quote
    mechanism: Mechanism
    subject: str = ""
    parent: str = ""
    open_list: bool = False

    def moved(self, to: Callable[[Span], Span]) -> "Goal":
        """The same goal with its places counted otherwise."""
        phrase, name = (replace(quote, span=to(quote.span)) for quote in (self.phrase, self.name))
        return replace(self, phrase=phrase, name=name)
