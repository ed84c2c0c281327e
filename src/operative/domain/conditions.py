"""Explicit requirements that bind how mandates are carried out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from operative.domain.acts import Quote
from operative.domain.elements import Element
from operative.domain.spans import Span

__all__ = ["Condition", "ConditionKind"]


class ConditionKind(StrEnum):
    """What a condition asks for."""

    PRESERVATION = "preservation"
    """What some provisions say must be kept while others are carried out."""
    PROVISO = "proviso"
    """Something must be so: provided that, on the understanding that, if."""
    CONSENT = "consent"
    """Somebody must have agreed or asked."""
    RESERVE = "reserve"
    """Something is left untouched: without prejudice to, notwithstanding."""
    SUBJECT = "subject"
    """It hangs on something else: subject to, pending."""
    EXCEPTION = "exception"
    """It holds but for a case: unless, except."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One explicit condition. The quote's span counts characters of the passage that opens with `paragraph`.

    `binds` are the ids of the provisions whose contents it protects, or that stand under it; `towards` those in
    carrying out which it must hold. `elements` are the single things in what it protects.
    """

    id: str
    provision: str
    paragraph: str
    kind: ConditionKind
    quote: Quote
    binds: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    elements: tuple[Element, ...] = ()

    def moved(self, to: Callable[[Span], Span]) -> "Condition":
        """The same condition with its own place counted otherwise; its elements may stand in another paragraph."""
        return replace(self, quote=replace(self.quote, span=to(self.quote.span)))
