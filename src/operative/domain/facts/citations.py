"""Facts about who names which document among its mandates."""

from dataclasses import dataclass
from typing import ClassVar

__all__ = ["MandateCited"]


@dataclass(frozen=True, slots=True)
class MandateCited:
    """An entity names a document among its mandates: where it says so, and for which part of its work.

    `document` is the key of what is named, `cited_in` the budget or plan that names it, `label` what it says of it.
    """

    kind: ClassVar[str] = "mandate.cited"
    document: str
    entity: str = ""
    cited_in: str = ""
    part: str = ""
    label: str = ""
