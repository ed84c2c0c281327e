"""The dossiers that come along, and their papers."""

from datetime import UTC, date, datetime
from functools import cache

from operative.bootstrap.casebooks import open_demo
from operative.bootstrap.dossiers import Dossiers
from operative.bootstrap.reports import paper_for
from operative.domain.papers import Paper, PaperKind
from operative.store.memory import MemoryLedgers

NOW = datetime(2026, 1, 5, tzinfo=UTC)


@cache
def demo(folder) -> Dossiers:
    """Both dossiers, in memory."""
    dossiers = Dossiers(MemoryLedgers(), lambda: NOW, folder / "key")
    open_demo(dossiers)
    return dossiers


def paper(
    folder, kind: str, key: str = "lro-concert-2024", on: date = date(2025, 12, 31), language: str = "en"
) -> Paper:
    """A paper of one of the dossiers."""
    dossier = demo(folder).open(key)
    return paper_for(dossier, dossier.history(on), PaperKind(kind), language=language)
