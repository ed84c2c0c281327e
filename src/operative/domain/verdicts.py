"""How a draft treats an element: what the machine suggests, and what a person signed."""

from dataclasses import dataclass
from enum import StrEnum

from operative.domain.acts import Quote

__all__ = ["Shift", "Suggestion", "Turn", "Verdict"]


class Verdict(StrEnum):
    """How a draft treats an element, the best first; `added` is for what no element asked."""

    EXPLICIT = "explicit"
    """Said with the element's own words, inflection and order aside."""
    EQUIVALENT = "equivalent"
    """Said as strongly, in other words."""
    IMPLICIT = "implicit"
    """Not said, but it follows from what is said."""
    BY_REFERENCE = "by reference"
    """Kept by pointing at the resolution, or at its paragraph, without saying it."""
    NARROWED = "narrowed"
    """Said less strongly, of fewer, or with a limit."""
    SILENT = "silent"
    """Nothing in the draft says it."""
    CONTRADICTED = "contradicted"
    """The draft says the opposite, or gives it away."""
    ADDED = "added"
    """The draft says something that no element asked for."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the words of a draft suggest for one element, never more than a suggestion.

    `provision` is where the resolution has the element; `passage` where the draft treats it ("" where nowhere), and
    `quote` its words there, with the span in the draft's source. `missing` are words of the element that the draft
    lacks, `added` words of the draft that the element lacks. An addition has no element: `element` is "", and `label`
    says in short what was added. `rule` names what decided, with its version.
    """

    element: str
    label: str
    provision: str
    verdict: Verdict
    why: str
    rule: str
    passage: str = ""
    quote: Quote | None = None
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


class Turn(StrEnum):
    """What became of an element, or of an addition, from one draft to the next."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    VANISHED = "vanished"
    APPEARED = "appeared"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Shift:
    """One element, or one addition, in two drafts; None where a draft does not have the addition."""

    turn: Turn
    label: str
    old: Suggestion | None
    new: Suggestion | None
