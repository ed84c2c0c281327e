"""Who names which document among its mandates."""

from dataclasses import dataclass

__all__ = ["MandateMention"]


@dataclass(frozen=True, slots=True)
class MandateMention:
    """A document that an entity names among its mandates, for a part of its work, with the entry that says so.

    `document` is its key in the dossier, `symbol` what people call it; `cited_in` says where the entity names it.
    """

    entity: str
    document: str
    symbol: str
    cited_in: str
    part: str
    label: str
    entry: int
