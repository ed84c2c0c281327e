"""Whether the evidence of a dossier stands in the texts that are at hand now."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from operative.bootstrap.dossiers import Dossier
from operative.domain.facts.dossiers import DocumentAttached
from operative.domain.findings import Finding
from operative.domain.readings import Reading
from operative.domain.sheets import TABLES, Workbook
from operative.dossiers.documents import check_evidence
from operative.dossiers.history import History
from operative.dossiers.tables.proofs import check_cells
from operative.errors import UnreadableSource
from operative.text.sheets.reader import read_workbook

__all__ = ["check_proofs", "readings_at_hand"]


def check_proofs(dossier: Dossier) -> tuple[Finding, ...]:
    """A finding for each piece of evidence whose words or place its document does not have.

    Texts are attached after entries cite them: this looks again. It says nothing of the chain of entries, which
    `Dossier.verify` checks.
    """
    history = dossier.history(date.max)
    readings = readings_at_hand(dossier, (fact.document for fact in history.facts(DocumentAttached)))
    return (*check_evidence(history, readings), *check_cells(history, _tables_at_hand(dossier, history)))


def _tables_at_hand(dossier: Dossier, history: History) -> dict[str, Workbook]:
    """The tables that the dossier was given, by document, as far as they are kept and can be read."""
    found: dict[str, Workbook] = {}
    for fact in history.facts(DocumentAttached):
        data = dossier.source(fact.document) if fact.media_type in TABLES else None
        if data is not None:
            with suppress(UnreadableSource):
                found[fact.document] = read_workbook(data, fact.name)
    return found


def readings_at_hand(dossier: Dossier, documents: Iterable[str]) -> dict[str, Reading]:
    """What is read out of those of the documents that have a text at hand, by document."""
    return {key: reading for key in dict.fromkeys(documents) if (reading := dossier.reading(key)) is not None}
