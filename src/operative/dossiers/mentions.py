"""Which entities name which documents among their mandates."""

from collections.abc import Mapping, Sequence
from typing import Any

from operative.domain.entries import Statement
from operative.domain.facts.citations import MandateCited
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.mentions import MandateMention
from operative.dossiers.admission import Check, need
from operative.dossiers.history import History
from operative.errors import MissingEvidence, Refused

__all__ = ["CHECKS", "find_mentions"]


def find_mentions(history: History) -> tuple[MandateMention, ...]:
    """What entities named by the day, by entity, then by symbol."""
    symbols = {one.key: one.symbol or one.title or one.key for one in history.facts(DocumentNamed)}
    found = [
        MandateMention(one.entity, one.document, symbols[one.document], one.cited_in, one.part, one.label, entry.number)
        for entry, one in history.of(MandateCited)
    ]
    return tuple(sorted(found, key=lambda one: (one.entity.casefold(), one.symbol, one.entry)))


def _check_cited(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, MandateCited)
    need(history, DocumentNamed, "key", fact.document, "document")
    if not (fact.entity.strip() or fact.cited_in.strip()):
        raise Refused(f"who names {fact.document} among its mandates, or where: entity, cited_in")
    if not statement.evidence:
        raise MissingEvidence(f"that {fact.entity or fact.cited_in} names {fact.document} needs evidence")


CHECKS: Mapping[type[Any], Sequence[Check]] = {MandateCited: (_check_cited,)}
"""What must be so before a document is said to be named among mandates."""
