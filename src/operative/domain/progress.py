"""Where the mandates of a dossier stand on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from operative.domain.days import PartialDate
from operative.domain.evidence import Evidence
from operative.domain.findings import Finding
from operative.domain.mandates import Modality
from operative.domain.windows import Window

__all__ = ["ENDED", "MandateState", "MandateView"]


class MandateState(StrEnum):
    """How far a mandate has come; the five from `renewed` on are the lifecycle words of 2026."""

    PROPOSED = "proposed"
    """Read out of a text; nobody has accepted it yet."""
    ACCEPTED = "accepted"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in progress"
    REPORTED = "reported"
    FULFILLED = "fulfilled"
    DISCONTINUED = "discontinued"
    SUPERSEDED = "superseded"
    RENEWED = "renewed"
    """In force again: what was reported before counts no more."""
    ADAPTED = "adapted"
    """In force, in other words than before."""
    MERGED = "merged"
    REPLACED = "replaced"
    RETIRED = "retired"


ENDED = frozenset(
    {
        MandateState.FULFILLED,
        MandateState.DISCONTINUED,
        MandateState.SUPERSEDED,
        MandateState.MERGED,
        MandateState.REPLACED,
        MandateState.RETIRED,
    }
)
"""The states in which nothing is waited for."""


@dataclass(frozen=True, slots=True)
class MandateView:
    """Where one mandate stands: its state in a word, and in `summary` with what a reader asks next.

    `due` is the window that is waited for, or the last there was, None where the mandate is ended; without a last day
    it is never overdue, and `unanswered_days` counts from `unanswered_since`. `unanswered` are the parts of its scope
    that no report has answered, `missing` what it would take to call it fulfilled. `entries` are the numbers of the
    entries that brought it here, the first and each step that took effect, and `evidence` is theirs. `background`
    says that the last of them rests on knowledge that nobody has checked.
    """

    id: str
    label: str
    document: str
    provision: str
    modality: Modality
    addressee: str
    state: MandateState
    since: PartialDate
    summary: str
    owner: str = ""
    next_action: str = ""
    next_owner: str = ""
    next_by: PartialDate | None = None
    due: Window | None = None
    overdue: bool = False
    unanswered_since: date | None = None
    unanswered_days: int | None = None
    unanswered: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    into: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    entries: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reporting_duty: bool = False
    background: bool = False
    findings: tuple[Finding, ...] = ()
