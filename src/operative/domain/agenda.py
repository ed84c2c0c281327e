"""Links to the international agenda, with everybody who says so or not."""

from dataclasses import dataclass
from enum import StrEnum

from operative.domain.days import PartialDate
from operative.domain.evidence import Evidence

__all__ = ["LinkClaim", "LinkState", "LinkView"]


class LinkState(StrEnum):
    """Whether those who speak of a link agree."""

    CLAIMED = "claimed"
    REJECTED = "rejected"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class LinkClaim:
    """What one person holds of a link, and on what it rests."""

    by: str
    stand: bool
    on: PartialDate
    entry: int
    label: str = ""
    evidence: tuple[Evidence, ...] = ()
    background: bool = False


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link from something in the dossier to a goal of the agenda, with the claims for and against.

    Each person's last claim is shown, in the order of the ledger.
    """

    subject: str
    target: str
    state: LinkState
    words: str
    claims: tuple[LinkClaim, ...]
