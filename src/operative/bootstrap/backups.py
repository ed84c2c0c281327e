"""Backups: the database of the site in one file, and back; ledgers are held against their digests both times."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from operative import __version__
from operative.bootstrap.dossiers import Dossiers, open_dossiers, utc_now
from operative.bootstrap.serving import configure_site
from operative.domain.findings import Finding, Severity
from operative.errors import BrokenLedger

if TYPE_CHECKING:
    from operative.store.backups import Backup

__all__ = ["back_up", "broken_ledgers", "restore"]

KEPT = ("operative", "accounts")
"""The applications whose tables are kept."""


def back_up(file: Path, database: str | None = None, now: Callable[[], datetime] = utc_now) -> "Backup":
    """Writes all dossiers, texts and accounts into a file, as they stand at one moment, while the database is in use.

    Raises `WrongCall` where the file is there already or cannot be written, and `UnreachableStore`.
    """
    alias = configure_site(database)
    # Its tables are classes of Django, which must be set up before they are loaded.
    from operative.store.backups import write_backup

    return write_backup(alias, KEPT, file, now(), __version__)


def restore(file: Path, database: str | None = None) -> "Backup":
    """Puts a backup into an empty database of either kind: all of it, with ledgers that are whole, or nothing.

    Raises `Refused` where the database holds anything, `DamagedBackup` for a file that is no backup, `BrokenLedger`
    where a ledger in it is not as it was recorded.
    """
    alias = configure_site(database)
    from operative.store.backups import restore_backup  # for the reason above

    return restore_backup(alias, KEPT, file, lambda backup: check_whole(backup, open_dossiers(database)))


def check_whole(backup: "Backup", dossiers: Dossiers) -> None:
    """Raises `BrokenLedger` unless the dossiers are those of the backup, each whole up to its last entry."""
    there = {key: dossiers.ledgers.head(key) for key in dossiers.ledgers.keys()}  # noqa: SIM118 (it is no dict)
    for head in backup.heads:
        found = there.pop(head.dossier, None)
        if found is None or (found.number, found.digest) != (head.number, head.digest):
            raise BrokenLedger(f"{head.dossier} does not end with entry {head.number} of the backup")
    if there:
        raise BrokenLedger(f"there are dossiers that the backup does not name: {', '.join(sorted(there))}")
    for key, finding in broken_ledgers(dossiers):
        raise BrokenLedger(f"{key}: {finding.message}")


def broken_ledgers(dossiers: Dossiers) -> list[tuple[str, Finding]]:
    """What is wrong with the ledgers, by dossier; nothing where all are as they were recorded."""
    return [
        (key, finding)
        for key in dossiers.ledgers.keys()  # noqa: SIM118 (it is no dict)
        for finding in dossiers.open(key).verify(())
        if finding.severity is Severity.ERROR
    ]
