"""`operative dossier import`, `export`, `verify`, and `operative demo`."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from operative.cli.dossiers.options import HELP, choice, database_option, dossiers_of
from operative.domain.days import PartialDate
from operative.errors import UnreadableSource, WrongCall

if TYPE_CHECKING:
    from operative.bootstrap.dossiers import Dossiers

__all__ = ["demo", "export", "import_", "verify"]

EXPORTS = ("casebook", "ledger", "ical", "atom", "csv", "jsonld")
SITE = "site"
"""The form that is a folder."""


@click.command("import", context_settings=HELP)
@click.argument("casebook", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--key", metavar="CASE", help="Another key than the casebook's own.")
@click.option(
    "--attach",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Attach the texts in DIR whose names are keys of documents.",
)
@database_option
def import_(casebook: Path, key: str | None, folder: Path | None, database: str | None) -> int:
    """Make a dossier from a CASEBOOK, or from a ledger exported as CSV, JSON lines or JSON-LD (by the end of the name);
    every entry passes the same checks as by hand.

    \b
    Examples:
      operative dossier import iom-un-2015.yaml --attach texts/

    Exit codes: 0 imported; 1 refused, with every reason; 2 wrong call.
    """
    # YAML and Django load with the casebook to read.
    from operative.bootstrap.casebooks import attach_folder
    from operative.bootstrap.exports import import_dossier

    dossiers = dossiers_of(database)
    try:
        data = casebook.read_bytes()
    except OSError as exc:
        raise UnreadableSource(f"{casebook}: {exc}") from exc
    dossier = import_dossier(dossiers, data, casebook.name, key=key)
    click.echo(f"{dossier.key}: {dossier.version} entries")
    if folder is not None:
        for line in attach_folder(dossier, folder):
            click.echo(line)
    return 0


@click.command(context_settings=HELP)
@click.argument("key", metavar="CASE")
@click.option(
    "--as",
    "form",
    type=choice(*EXPORTS, SITE),
    default="casebook",
    show_default=True,
    help="A casebook to read, the ledger as JSON lines with digests, a calendar, a feed, rows, linked data, or pages.",
)
@click.option(
    "--as-of", "as_of", metavar="DATE", help="As it stood on a day: calendar, linked data, pages. [default: today]"
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR",
    help="Write into FILE, pages into DIR. [default: standard output]",
)
@click.option("--language", type=choice("en", "fr", "es"), default="en", show_default=True, help="Of pages.")
@click.option("--by", default="", metavar="NAME", help="Pages of a confidential dossier: the officer who takes it out.")
@database_option
def export(
    key: str, form: str, as_of: str | None, out: Path | None, language: str, by: str, database: str | None
) -> int:
    """Write a dossier in a form that other programs read. A casebook, a ledger, rows (CSV) and linked data
    (JSON-LD) lose nothing; a calendar (iCalendar) has what is due and sessions, a feed (Atom) the last hundred entries
    in words. A site is a folder of pages that open from disk.

    \b
    Examples:
      operative dossier export iom-un-2015 --as ical --out iom-un-2015.ics
      operative dossier export iom-un-2015 --as site --out pages/

    Exit codes: 0 written; 1 no such dossier; 2 wrong call.
    """
    # YAML and Django load with the dossier to write.
    from operative.bootstrap.exports import export_dossier

    on = PartialDate(as_of).last if as_of else date.today()
    dossiers = dossiers_of(database)
    dossier = dossiers.open(key)
    if form == SITE:
        return _export_pages(dossiers, key, out, on, language, by)
    data = export_dossier(dossier, form, on)
    if out is None:
        click.echo(data, nl=False)
        return 0
    try:
        out.write_bytes(data)
    except OSError as exc:
        raise WrongCall(f"{out}: {exc.strerror or exc}") from exc
    click.echo(f"{out}: {dossier.version} entries")
    return 0


def _export_pages(dossiers: "Dossiers", key: str, out: Path | None, on: date, language: str, by: str) -> int:
    """The pages of a dossier in a folder; the exit code."""
    # The renderers load with the pages to write.
    from operative.bootstrap.sites import check_leaving, make_site, write_site

    if out is None:
        raise WrongCall("pages go into a folder; name one: --out DIR")
    check_leaving(dossiers, key, by)
    dossier = dossiers.open(key)
    pages = make_site(dossier, dossier.history(on), language)
    write_site(pages, out)
    click.echo(f"{out}: {len(pages)} pages; open {out / 'index.html'}")
    return 0


@click.command(context_settings=HELP)
@click.argument("key", metavar="CASE")
@click.option("--sign", "checkpoint", is_flag=True, help="Sign the head of the ledger afterwards, if it is whole.")
@database_option
def verify(key: str, checkpoint: bool, database: str | None) -> int:
    """Check the chain of digests, the signed checkpoints and the kept documents; then, whether the texts say what
    entries quote from them.

    Exit codes: 0 whole; 1 something was changed, lost or put in another order, each named; 2 wrong call.
    """
    # The rules load with the dossier to check.
    from operative.bootstrap.proofs import check_proofs

    dossier = dossiers_of(database).open(key)
    findings = dossier.verify()
    for finding in findings:
        click.echo(f"{finding.severity}: {finding.code}: {finding.message}")
    broken = any(str(finding.severity) == "error" for finding in findings)
    if broken:
        return 1
    click.echo(f"{key}: {dossier.version} entries, whole")
    for finding in check_proofs(dossier):
        click.echo(f"{finding.severity}: {finding.code}: {finding.message}")
    if checkpoint:
        signed = dossier.checkpoint()
        click.echo(f"signed at entry {signed.number} with key {signed.key[:16]}...")
    return 0


@click.command(context_settings=HELP)
@click.option(
    "--attach",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Attach the texts in DIR whose names are keys of documents.",
)
@database_option
def demo(folder: Path | None, database: str | None) -> int:
    """Open the two dossiers that come with Operative: a fictional one, complete, and the founding case as facts.

    \b
    Examples:
      operative demo && operative dossier show lro-concert-2024

    Exit codes: 0 opened.
    """
    # YAML and Django load with the dossiers to open.
    from operative.bootstrap.casebooks import attach_folder, open_demo

    for dossier in open_demo(dossiers_of(database)):
        click.echo(f"{dossier.key}: {dossier.version} entries")
        if folder is not None:
            for line in attach_folder(dossier, folder):
                click.echo(f"  {line}")
    return 0
