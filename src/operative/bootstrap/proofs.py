"""Whether the evidence of a dossier stands in the texts that are at hand now."""

from datetime import date

from operative.bootstrap.dossiers import Dossier
from operative.domain.facts.dossiers import DocumentAttached
from operative.domain.findings import Finding
from operative.dossiers.documents import check_evidence

__all__ = ["check_proofs"]


def check_proofs(dossier: Dossier) -> tuple[Finding, ...]:
    """A finding for each piece of evidence whose words or place its document does not have.

    Texts are attached after entries cite them: this looks again. It says nothing of the chain of entries, which
    `Dossier.verify` checks.
    """
    history = dossier.history(date.max)
    documents = dict.fromkeys(fact.document for fact in history.facts(DocumentAttached))
    readings = {key: reading for key in documents if (reading := dossier.reading(key)) is not None}
    return check_evidence(history, readings)
