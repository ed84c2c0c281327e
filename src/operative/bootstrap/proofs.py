"""Whether the evidence of a dossier stands in the texts that are at hand now."""

from collections.abc import Iterable
from datetime import date

from operative.bootstrap.dossiers import Dossier
from operative.domain.facts.dossiers import DocumentAttached
from operative.domain.findings import Finding
from operative.domain.readings import Reading
from operative.dossiers.documents import check_evidence

__all__ = ["check_proofs", "readings_at_hand"]


def check_proofs(dossier: Dossier) -> tuple[Finding, ...]:
    """A finding for each piece of evidence whose words or place its document does not have.

    Texts are attached after entries cite them: this looks again. It says nothing of the chain of entries, which
    `Dossier.verify` checks.
    """
    history = dossier.history(date.max)
    readings = readings_at_hand(dossier, (fact.document for fact in history.facts(DocumentAttached)))
    return check_evidence(history, readings)


def readings_at_hand(dossier: Dossier, documents: Iterable[str]) -> dict[str, Reading]:
    """What is read out of those of the documents that have a text at hand, by document."""
    return {key: reading for key in dict.fromkeys(documents) if (reading := dossier.reading(key)) is not None}
