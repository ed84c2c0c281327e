"""What persons signed of drafts, and whether a condition is kept by it."""

from dataclasses import dataclass
from enum import StrEnum

from operative.domain.conditions import ConditionKind
from operative.domain.days import PartialDate
from operative.domain.elements import ElementKind, Strength
from operative.domain.evidence import Evidence
from operative.domain.findings import Finding
from operative.domain.verdicts import Suggestion, Verdict

__all__ = ["ConditionView", "DraftView", "ElementView", "Keeping", "Signature"]


class Keeping(StrEnum):
    """Whether a draft keeps a condition, by signatures alone."""

    KEPT = "kept"
    """Every element is signed as explicit, equivalent, implicit or by reference."""
    NOT_KEPT = "not kept"
    """At least one element is signed as narrowed, silent or contradicted."""
    OPEN = "open"
    """Signatures are missing, and none says that an element is lost; or there is no element to sign."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A verdict that a person signed. `overruled` says that the machine had suggested another one."""

    draft: str
    element: str
    verdict: Verdict
    by: str
    day: PartialDate
    entry: int
    reason: str = ""
    suggested: Verdict | None = None
    overruled: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ElementView:
    """One element under one draft: what is suggested, which counts for nothing, and what is signed, which counts.

    `earlier` are signatures that this one takes the place of, the first made first.
    """

    id: str
    label: str
    provision: str
    sort: ElementKind
    strength: Strength
    subject: str
    suggestion: Suggestion | None
    signature: Signature | None
    earlier: tuple[Signature, ...]
    summary: str
    entry: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionView:
    """A condition under one draft; `draft` is "" where none is registered yet.

    `signed` of `total` elements are signed; `summary` says what they say, in words.
    """

    id: str
    label: str
    document: str
    provision: str
    sort: ConditionKind
    draft: str
    keeping: Keeping
    signed: int
    total: int
    elements: tuple[ElementView, ...]
    summary: str
    entry: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft with every condition held against it; `followed_by` are the drafts that took its place.

    What was signed under a draft stays with it. `additions` are suggestions of what no element asked.
    """

    label: str
    document: str
    since: PartialDate
    brought_by: str
    follows: str
    followed_by: tuple[str, ...]
    conditions: tuple[ConditionView, ...]
    additions: tuple[Suggestion, ...]
    summary: str
    entry: int
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()
