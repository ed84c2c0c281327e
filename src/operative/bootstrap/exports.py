"""A dossier in the forms that other programs read, by the names of the forms."""

from collections.abc import Callable, Mapping
from datetime import date

from operative.bootstrap.casebooks import export_casebook, export_ledger
from operative.bootstrap.dossiers import Dossier
from operative.bootstrap.feeds import make_calendar, make_feed
from operative.errors import WrongCall
from operative.exchange.linked.dossiers import render_linked

__all__ = ["EXPORTS", "export_dossier"]

EXPORTS: Mapping[str, Callable[[Dossier, date], bytes]] = {
    "casebook": lambda dossier, _: export_casebook(dossier).encode(),
    "ledger": lambda dossier, _: export_ledger(dossier).encode(),
    "ical": lambda dossier, on: make_calendar(dossier, dossier.history(on)),
    "atom": lambda dossier, _: make_feed(dossier),
    "jsonld": lambda dossier, on: render_linked(dossier.key, dossier.entries(), dossier.history(on)),
}
"""What writes each form, as of a day where the form has one."""


def export_dossier(dossier: Dossier, form: str, on: date) -> bytes:
    """The dossier in a form; raises `WrongCall` for a form that there is not."""
    if form not in EXPORTS:
        raise WrongCall(f"no dossier is written as {form!r}; there are: {', '.join(EXPORTS)}")
    return EXPORTS[form](dossier, on)
