"""Ledgers of a fictional body for the tests: statements, the entries that they make, and histories of them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Entry, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts import Fact
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, DossierOpened
from operative.dossiers.admission import Check, admit
from operative.dossiers.history import History

END = date(9999, 12, 31)
RECORDED = datetime(2032, 1, 1, tzinfo=UTC)
PROOF = (Evidence.quoting("rules", "Rule 1", "words of the rule"),)


def told(fact: Fact, day: str = "2030-01-01", by: str = "A. Clerk", evidence: Iterable[Evidence] = PROOF,
         corrects: int | None = None, basis: Basis = Basis.SEEN) -> Statement:  # fmt: skip
    """A statement of the fact as of the day."""
    return Statement(fact, PartialDate(day), by, tuple(evidence), corrects=corrects, basis=basis)


def entries_of(statements: Iterable[Statement | Fact]) -> list[Entry]:
    """The statements as entries, numbered from 1; a bare fact is told with what `told` takes for granted."""
    said = [one if isinstance(one, Statement) else told(one) for one in statements]
    return [
        Entry("wells", number, RECORDED + timedelta(seconds=number), one, f"{number:064x}")
        for number, one in enumerate(said, 1)
    ]


def history_of(*statements: Statement | Fact, on: str = "2031-12-31") -> History:
    """What these statements come to on a day."""
    return History(entries_of(statements), date.fromisoformat(on))


OPENED: tuple[Statement, ...] = (
    told(DossierOpened("Wells", body="Lake Council", participant="LRO"), evidence=()),
    told(DocumentNamed("rules", DocumentRole.RULES, title="Rules of the Lake Council"), evidence=()),
)
"""How each ledger begins of which the admission is tested."""


def try_after(statements: Sequence[Statement | Fact], last: Statement | Fact,
              checks: Mapping[type[Any], Sequence[Check]]) -> None:  # fmt: skip
    """Raise what the admission of the last statement raises after the others."""
    before = entries_of([*OPENED, *statements])
    admit(History(before, END), last if isinstance(last, Statement) else told(last), checks, day=RECORDED.date())
