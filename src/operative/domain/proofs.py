"""The documents of a dossier, and whether their texts are at hand."""

from dataclasses import dataclass

from operative.domain.days import PartialDate
from operative.domain.facts.dossiers import DocumentRole

__all__ = ["DocumentView"]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document that the dossier names: what it is for, which entries cite it, and its text, "" while not at hand.

    `sha256`, `name` and `language` are those of the text that was attached last.
    """

    key: str
    role: DocumentRole
    symbol: str
    title: str
    body: str
    dated: PartialDate | None
    url: str
    sha256: str
    name: str
    language: str
    cited_by: tuple[int, ...]
    entry: int
    summary: str

    @property
    def at_hand(self) -> bool:
        """Whether its text is attached."""
        return bool(self.sha256)
