"""Facts about conditions, their elements, the drafts that must keep them, and the signed verdicts."""

from dataclasses import dataclass
from typing import ClassVar

from operative.domain.conditions import ConditionKind
from operative.domain.elements import ElementKind, Strength
from operative.domain.verdicts import Verdict

__all__ = ["ConditionStated", "DraftRegistered", "ElementStated", "VerdictSigned"]


@dataclass(frozen=True, slots=True)
class ConditionStated:
    """A document sets a condition: what it binds, and towards what."""

    kind: ClassVar[str] = "condition.stated"
    id: str
    document: str
    provision: str
    sort: ConditionKind
    label: str
    binds: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ElementStated:
    """One thing that a condition says must be kept; `label` is short and ours."""

    kind: ClassVar[str] = "element.stated"
    id: str
    condition: str
    provision: str
    label: str
    sort: ElementKind
    strength: Strength = Strength.UNSTATED
    subject: str = ""


@dataclass(frozen=True, slots=True)
class DraftRegistered:
    """A version of a text under negotiation: its label, its document, who brought it, and the draft it follows."""

    kind: ClassVar[str] = "draft.registered"
    label: str
    document: str
    brought_by: str = ""
    follows: str = ""


@dataclass(frozen=True, slots=True)
class VerdictSigned:
    """A person says how a draft treats an element. `suggested` and `rule` are what the machine said, for the record.

    Where the verdict is not the suggested one, `reason` says why.
    """

    kind: ClassVar[str] = "verdict.signed"
    draft: str
    element: str
    verdict: Verdict
    suggested: Verdict | None = None
    rule: str = ""
    reason: str = ""
