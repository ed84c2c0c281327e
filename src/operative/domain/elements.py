"""The single things that a condition says must be preserved or retained."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from operative.domain.acts import Quote
from operative.domain.spans import Span

__all__ = ["Element", "ElementKind", "Strength"]


class ElementKind(StrEnum):
    """What an element says of its subject: how it is made, a quality that it has, or a part that it plays."""

    FEATURE = "feature"
    ATTRIBUTE = "attribute"
    ROLE = "role"


class Strength(StrEnum):
    """How strongly words bind: stated as a fact, or by a modal verb; unstated where there is no finite verb."""

    IS = "is"
    MUST = "must"
    SHALL = "shall"
    SHOULD = "should"
    MAY = "may"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Element:
    """One atomic thing. The quote's span counts characters of the passage that opens with `paragraph`.

    `label` is short and made from the words, with lost hyphens and shared words put back; `subject` is of whom it is
    said.
    """

    id: str
    provision: str
    paragraph: str
    kind: ElementKind
    strength: Strength
    label: str
    quote: Quote
    subject: str = ""

    def moved(self, to: Callable[[Span], Span]) -> "Element":
        """The same element with its place counted otherwise."""
        return replace(self, quote=replace(self.quote, span=to(self.quote.span)))
