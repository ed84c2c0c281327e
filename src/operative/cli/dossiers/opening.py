"""`operative dossier open`, `attach` and `grant`."""

from datetime import date
from pathlib import Path

import click

from operative.cli.dossiers.options import HELP, Write, choice, database_option, dossiers_of, writes
from operative.domain.days import PartialDate
from operative.domain.facts.dossiers import DocumentRole, RoleGranted
from operative.domain.people import Role

__all__ = ["attach", "grant", "open_"]

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("open", context_settings=HELP)
@click.argument("key", metavar="CASE")
@click.argument("resolution", type=FILE)
@click.option("--title", default="", metavar="TEXT", help="What it is about. [default: the resolution's title]")
@click.option("--by", required=True, metavar="NAME", help="Who opens it, and administers it from then on.")
@click.option("--participant", default="", metavar="NAME", help="The organization whose standing is followed.")
@click.option("--counterpart", default="", metavar="NAME", help="The other side.")
@click.option("--on", "adopted", metavar="DATE", help="The day of adoption, where the text does not say it.")
@click.option("--confidential", is_flag=True, help="Only for those who have a role in it.")
@database_option
def open_(
    key: str,
    resolution: Path,
    title: str,
    by: str,
    participant: str,
    counterpart: str,
    adopted: str | None,
    confidential: bool,
    database: str | None,
) -> int:
    """Open the dossier CASE on a RESOLUTION: what it asks is entered as proposed requests, each with its words.

    \b
    Examples:
      operative dossier open lro-concert resolution-208.pdf --by "A. Clerk"

    Exit codes: 0 opened; 1 refused, with the reason; 2 wrong call.
    """
    # The readers load with the file to read.
    from operative.bootstrap.openings import open_on_resolution

    dossier = open_on_resolution(
        dossiers_of(database),
        key,
        resolution,
        by=by,
        title=title,
        participant=participant,
        counterpart=counterpart,
        adopted=PartialDate(adopted) if adopted else None,
        confidential=confidential,
        today=date.today(),
    )
    click.echo(f"{key}: opened with {dossier.version} entries; look at it with: operative dossier show {key}")
    return 0


@click.command(context_settings=HELP)
@writes
@click.argument("document")
@click.argument("file", type=FILE)
@click.option("--role", type=choice(*DocumentRole), help="What it is, where the dossier does not know it yet.")
@click.option("--symbol", default="", metavar="TEXT", help="Its symbol, where the dossier does not know it yet.")
@click.option("--title", default="", metavar="TEXT", help="Its title, where the dossier does not know it yet.")
def attach(write: Write, document: str, file: Path, role: str | None, symbol: str, title: str) -> int:
    """Attach FILE as the text of DOCUMENT: from then on evidence quotes its words.

    \b
    Examples:
      operative dossier attach CASE report-2025 report-2025.pdf --by "A. Clerk"
      operative dossier attach CASE report-2026 report.pdf --role report --symbol C/45/3 --by "A. Clerk"

    Exit codes: 0 attached; 1 the file cannot be read, or refused; 2 wrong call.
    """
    # The readers load with the file to read.
    from operative.bootstrap.openings import Naming, attach_document
    from operative.cli.dossiers.tables import show_entries

    naming = Naming(DocumentRole(role), symbol, title) if role else None
    entries = attach_document(write.dossier, document, file, naming=naming, **write.grounded())
    show_entries(entries, write.to)
    return 0


@click.command(context_settings=HELP)
@writes
@click.argument("person")
@click.argument("role", type=choice(*Role, "none"))
def grant(write: Write, person: str, role: str) -> int:
    """Give PERSON a ROLE in the dossier, or take it away with "none".

    Whoever opened the dossier is its administrator, and only an administrator gives roles.

    Exit codes: 0 entered; 1 refused, with the reason; 2 wrong call.
    """
    return write.enter(RoleGranted(person, None if role == "none" else Role(role)))
