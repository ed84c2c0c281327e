"""A dossier in the forms that other programs read, by the names of the forms."""

from collections.abc import Callable, Mapping
from datetime import date

from operative.bootstrap.casebooks import export_casebook, export_ledger, import_casebook
from operative.bootstrap.dossiers import Dossier, Dossiers
from operative.bootstrap.feeds import make_calendar, make_feed
from operative.domain.casebooks import Casebook
from operative.domain.entries import Entry
from operative.domain.facts.dossiers import DossierOpened
from operative.dossiers.titles import names_of
from operative.errors import MalformedRecord, WrongCall
from operative.exchange.casebooks import render_casebook
from operative.exchange.ledger_rows import read_rows, render_rows
from operative.exchange.ledgers import read_ledger, read_marks
from operative.exchange.linked.dossiers import read_linked, render_linked

__all__ = ["EXPORTS", "export_dossier", "import_dossier"]

EXPORTS: Mapping[str, Callable[[Dossier, date], bytes]] = {
    "casebook": lambda dossier, _: export_casebook(dossier).encode(),
    "ledger": lambda dossier, _: export_ledger(dossier).encode(),
    "ical": lambda dossier, on: make_calendar(dossier, dossier.history(on)),
    "atom": lambda dossier, _: make_feed(dossier),
    "csv": lambda dossier, _: render_rows(dossier.entries(), names_of(dossier.history(date.max))),
    "jsonld": lambda dossier, on: render_linked(dossier.key, dossier.entries(), dossier.history(on)),
}
"""What writes each form, as of a day where the form has one."""


def export_dossier(dossier: Dossier, form: str, on: date) -> bytes:
    """The dossier in a form; raises `WrongCall` for a form that there is not."""
    if form not in EXPORTS:
        raise WrongCall(f"no dossier is written as {form!r}; there are: {', '.join(EXPORTS)}")
    return EXPORTS[form](dossier, on)


READERS: Mapping[str, Callable[[bytes], tuple[Entry, ...]]] = {
    ".csv": read_rows,
    ".jsonld": read_linked,
    ".jsonl": read_ledger,
}
"""What reads the ledger out of a file, by the end of its name; a file with any other end is a casebook."""


def import_dossier(dossiers: Dossiers, data: bytes, name: str, *, key: str | None = None) -> Dossier:
    """The dossier that a file holds, entered here: a casebook, or a ledger that was written as CSV, JSON lines or
    JSON-LD. With JSON lines come the signed marks.

    Raises as `import_casebook` does, and `MalformedRecord` for bytes that are none of these.
    """
    reader = next((found for end, found in READERS.items() if name.lower().endswith(end)), None)
    if reader is None:
        try:
            return import_casebook(dossiers, data.decode("utf-8"), key=key)
        except UnicodeDecodeError as exc:
            raise MalformedRecord(f"{name} is no casebook: {exc}") from exc
    entries = reader(data)
    if not entries or len({one.dossier for one in entries}) > 1:
        raise MalformedRecord(f"{name} holds no ledger of one dossier")
    opened = next((one.fact for one in entries if isinstance(one.fact, DossierOpened)), DossierOpened(""))
    casebook = Casebook.of(entries[0].dossier, entries, opened.title)
    marks = read_marks(data) if reader is read_ledger else ()
    dossier = import_casebook(dossiers, render_casebook(casebook), key=key)
    there = dossier.checkpoints()
    for mark in marks:
        if mark not in there:
            dossiers.ledgers.add_checkpoint(mark)
    return dossier
