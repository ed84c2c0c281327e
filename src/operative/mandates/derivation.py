"""Stage 4 as one call: what the acts of a text make of its mandates, conditions and goals."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from operative.domain.acts import Act
from operative.domain.conditions import Condition
from operative.domain.goals import Goal
from operative.domain.mandates import Mandate
from operative.domain.passages import Passage
from operative.domain.provisions import Provision
from operative.domain.spans import Span
from operative.mandates.abbreviations import find_abbreviations
from operative.mandates.conditions import derive_conditions
from operative.mandates.goals import derive_goals
from operative.mandates.mandates import derive_mandates

__all__ = ["Derived", "derive_duties"]


class _Placed(Protocol):
    @property
    def paragraph(self) -> str: ...

    def moved(self, to: Callable[[Span], Span]) -> "_Placed": ...


_T = TypeVar("_T", bound=_Placed)


@dataclass(frozen=True, slots=True)
class Derived:
    """All that stage 4 gives; spans count characters of the passage that opens with the value's `paragraph`."""

    mandates: tuple[Mandate, ...] = ()
    conditions: tuple[Condition, ...] = ()
    goals: tuple[Goal, ...] = ()

    def in_source(self, passages: Iterable[Passage]) -> "Derived":
        """The same values with spans that count characters of the source."""
        by_head = {passage.head.id: passage for passage in passages}
        conditions = tuple(
            replace(_moved(condition, by_head), elements=tuple(_moved(e, by_head) for e in condition.elements))
            for condition in self.conditions
        )
        return Derived(
            tuple(_moved(mandate, by_head) for mandate in self.mandates),
            conditions,
            tuple(_moved(goal, by_head) for goal in self.goals),
        )


def _moved(value: _T, by_head: dict[str, Passage]) -> _T:
    moved: _T = value.moved(by_head[value.paragraph].source_of)  # type: ignore[assignment]
    return moved


def derive_duties(
    passages: Sequence[Passage],
    acts: Sequence[Sequence[Act]],
    provisions: Sequence[Provision] = (),
    language: str = "en",
) -> Derived:
    """The mandates, conditions and goals of a text; `acts` are those of each passage, spans within it.

    `provisions` are all units of the text, where abbreviations are explained.
    """
    conditions = derive_conditions(passages, acts, language)
    goals = derive_goals(passages, acts, language, abbreviations=find_abbreviations(provisions))
    return Derived(derive_mandates(passages, acts, conditions, language), conditions, goals)
