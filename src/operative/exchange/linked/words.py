"""The closed sets of words of a dossier as SKOS: one scheme for each set, one concept for each word."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from operative.domain.entries import Basis
from operative.domain.facts.decisions import Outcome
from operative.domain.facts.dossiers import DocumentRole
from operative.domain.facts.mandates import Step
from operative.domain.facts.mechanisms import MechanismChange, Standing
from operative.domain.mandates import Modality
from operative.domain.progress import MandateState
from operative.domain.verdicts import Verdict

__all__ = ["SETS", "concept_of", "schemes"]

SETS: tuple[type[StrEnum], ...] = (
    Basis, DocumentRole, MandateState, MechanismChange, Modality, Outcome, Standing, Step, Verdict,
)  # fmt: skip
"""The sets that dossiers use."""


def concept_of(word: StrEnum) -> str:
    """The name of the concept of a word: `op:MandateState-in-progress`."""
    return f"op:{type(word).__name__}-{str(word).replace(' ', '-')}"


def schemes() -> Iterator[dict[str, Any]]:
    """Every scheme with its concepts."""
    for words in SETS:
        scheme = f"op:{words.__name__}"
        about = (words.__doc__ or "").partition("\n")[0]
        yield {"id": scheme, "type": "skos:ConceptScheme", "preferred": {"en": words.__name__}, "label": about}
        for word in words:
            yield {
                "id": concept_of(word),
                "type": "skos:Concept",
                "preferred": {"en": str(word)},
                "inScheme": scheme,
                "topOf": scheme,
            }
