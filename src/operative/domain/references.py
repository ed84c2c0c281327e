"""Citations of documents, and of other places in the same text."""

from dataclasses import dataclass

from operative.domain.spans import Span

__all__ = ["Reference"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation as printed, its target (symbol, treaty or provision id; "" unresolved), and the place in the
    target.
    """

    quote: str
    target: str
    span: Span
    pinpoint: str = ""
    provision: str = ""
    rule: str = ""
