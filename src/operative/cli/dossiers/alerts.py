"""`operative alerts list`."""

import click

from operative.cli.dossiers.options import HELP, Look, looks
from operative.cli.dossiers.tables import show_view

__all__ = ["list_"]

LEAD = 14
"""Days."""


@click.command("list", context_settings=HELP)
@looks
@click.option(
    "--lead",
    type=click.IntRange(0, 3660),
    default=LEAD,
    show_default=True,
    help="So many days before its last day a request is due soon.",
)
def list_(look: Look, lead: int) -> int:
    """Show what there is to tell of the requests of a dossier: what is due soon, late, or answered.

    Each thing has an identity that stays the same from day to day, so that a program can tell it once.

    \b
    Examples:
      operative alerts list lro-concert-2024 --as-of 2024-12-20 --lead 60
      operative alerts list lro-concert-2024 --to json

    Exit codes: 0 shown; 1 no such dossier; 2 wrong call.
    """
    # The rules load with the dossier to look at.
    from operative.dossiers.alerts import find_alerts

    found = find_alerts(look.history(look.dossier), lead)
    rows = (
        (one.kind, one.summary, one.addressee, one.label, f"{one.mandate}, entry {one.entries[0]}") for one in found
    )
    columns = ("", "when", "of whom", "what", "request")
    return show_view(found, look.to, columns, rows, "There is nothing to tell on this day.")
