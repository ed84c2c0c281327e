"""What a drafter may wish to change in a text under work."""

from dataclasses import dataclass

from operative.domain.findings import Severity
from operative.domain.spans import Span

__all__ = ["Remark"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a draft to look at: its words and place, and what would be better.

    `provision` is the id of the provision ("" for the text as such), `span` counts characters of the source where it
    is known. Always a suggestion: the drafter decides.
    """

    code: str
    severity: Severity
    provision: str
    words: str
    message: str
    suggestion: str
    span: Span | None = None
