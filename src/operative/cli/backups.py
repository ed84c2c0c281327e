"""`operative backup` and `operative restore`: the whole database in one file, and back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from operative.cli.database import database_option
from operative.cli.wording import count

if TYPE_CHECKING:
    from operative.store.backups import Backup

__all__ = ["backup", "restore"]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@database_option
def backup(file: Path, database: str | None) -> int:
    """Write all dossiers, texts and accounts into one file, as they stand at one moment.

    The site goes on meanwhile. Afterwards every ledger is held against its digests. Only the owner may read the file.
    The keys beside the database are not in it: keep signing-key.pem and site-secret elsewhere.

    \b
    Examples:
      operative backup operative-2026-11-23.zip
      operative backup nightly.zip --database postgresql://operative@localhost/operative

    Exit codes: 0 written, all ledgers whole; 1 written, and a ledger is not whole; 2 wrong call.
    """
    # The store loads here, not with the command: `operative --help` must start at once.
    from operative.bootstrap.backups import back_up, broken_ledgers
    from operative.bootstrap.dossiers import open_dossiers

    say(back_up(file, database), f"written to {file}")
    broken = broken_ledgers(open_dossiers(database))
    for key, finding in broken:
        click.echo(f"{key}: {finding.code}: {finding.message}", err=True)
    return int(bool(broken))


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@database_option
def restore(file: Path, database: str | None) -> int:
    """Put a backup into an empty database: all of it, with every ledger whole, or nothing.

    A backup of SQLite goes into PostgreSQL too, and the other way round.

    \b
    Examples:
      operative restore operative-2026-11-23.zip --database sqlite:///restored.db
      operative restore operative-2026-11-23.zip --database postgresql://operative@localhost/operative

    Exit codes: 0 restored, all ledgers whole; 1 nothing was restored; 2 wrong call.
    """
    # For the reason above.
    from operative.bootstrap.backups import restore as put_back

    say(put_back(file, database), "restored, and every ledger is whole")
    return 0


def say(found: "Backup", done: str) -> None:
    """What a backup holds, in one line."""
    rows = sum(table.rows for table in found.tables)
    entries = sum(head.number for head in found.heads)
    click.echo(f"{count(len(found.heads), 'dossier')}, {entries:,} entries, {count(rows, 'row')}: {done}")
