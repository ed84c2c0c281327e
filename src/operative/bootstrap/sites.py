"""A dossier as a folder of pages that opens from disk."""

from datetime import date
from pathlib import Path

from operative.bootstrap.dossiers import Dossier, Dossiers
from operative.bootstrap.drafts import suggestions_at_hand
from operative.bootstrap.proofs import readings_at_hand
from operative.bootstrap.reports import paper_for
from operative.bootstrap.visits import visit
from operative.domain.facts.dossiers import DossierOpened
from operative.domain.papers import PaperKind
from operative.domain.people import Role, includes
from operative.dossiers.documents import find_documents
from operative.dossiers.history import History
from operative.dossiers.status import find_status
from operative.dossiers.timeline import find_timeline
from operative.errors import NotEntitled, WrongCall
from operative.exchange.sites import COLUMNS, Folder, render_site
from operative.reports.words import words_of

__all__ = ["check_leaving", "make_site", "write_site"]

PAPERS = {
    "brief.html": PaperKind.BRIEF,
    "working-group.html": PaperKind.WORKING_GROUP,
    "status.html": PaperKind.STATUS_7,
    "conditions.html": PaperKind.MATRIX,
    "costs.html": PaperKind.COSTS,
    "proposals.html": PaperKind.PROPOSALS,
}
"""The papers of a site by the names of their files."""


def make_site(dossier: Dossier, history: History, language: str = "en") -> dict[str, bytes]:
    """The pages by the names of their files, as of the day of the history; the same call makes the same bytes."""
    words = words_of(language)
    documents = find_documents(history)
    readings = readings_at_hand(dossier, (one.key for one in documents if one.at_hand))
    fixed = {"as_of": words.front("as_of"), "ledger": words.front("ledger_alone"), "documents": words.head("documents")}
    fixed |= {name: words.column(name) for name in COLUMNS}
    folder = Folder(
        dossier.key,
        history.on,
        language,
        fixed,
        find_status(history, suggestions_at_hand(history, dossier)),
        {name: paper_for(dossier, history, kind, language=language) for name, kind in PAPERS.items()},
        find_timeline(history, dossier.entries()),
        documents,
        readings,
    )
    return render_site(folder)


def check_leaving(dossiers: Dossiers, key: str, by: str) -> None:
    """Raise `NotEntitled` for a confidential dossier, unless an officer of it asks by name."""
    dossier = dossiers.open(key)
    if not any(opened.confidential for opened in dossier.history(date.max).facts(DossierOpened)):
        return
    if not by:
        raise NotEntitled(f"{key} is confidential: pages are made only for an officer of it; say who: --by NAME")
    _, role = visit(dossiers, key, by)
    if not includes(role, Role.OFFICER):
        raise NotEntitled(f"{key} is confidential: taking it out takes an officer; {by} is {role}")


def write_site(pages: dict[str, bytes], folder: Path) -> None:
    """The pages in a folder, which is made; raises `WrongCall` where that cannot be written."""
    try:
        for name, data in pages.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    except OSError as exc:
        raise WrongCall(f"{folder}: {exc.strerror or exc}") from exc
