"""The whole database in one file, taken while it is in use, and put back into an empty one of either kind.

The file is a ZIP archive: `backup.json` says what is in it, and each table is a member of JSON lines, as Django writes
its rows. It is the same for SQLite and PostgreSQL, so that it also moves dossiers from the one to the other.
"""

import hashlib
import io
import json
import os
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from graphlib import TopologicalSorter
from itertools import islice
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.core.serializers import deserialize, serialize
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, InterfaceError, OperationalError, connections, models, transaction
from django.db.models import Max, OuterRef, Subquery

from operative.errors import DamagedBackup, Refused, UnreachableStore, WrongCall
from operative.store.models import Dossier, Entry

__all__ = ["Backup", "Head", "Table", "read_backup", "restore_backup", "write_backup"]

FORM = "operative/backup@1"
CONTENTS = "backup.json"
AT_A_TIME = 500
"""Rows that are fetched and stored together."""
SNAPSHOT = {
    # Whoever writes meanwhile is not held up, and is not seen.
    "sqlite": "BEGIN DEFERRED",
    "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
}
PASSING = frozenset({"attempt", "onetimelink"})
"""Tables that are not kept: what counts sign-ins, and links that are good once."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a backup: its name, the number of its rows, SHA-256 of its member."""

    name: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a dossier in a backup."""

    dossier: str
    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: when it was made and by which version, its tables, the heads of its dossiers."""

    made: datetime
    version: str
    tables: tuple[Table, ...]
    heads: tuple[Head, ...]


def write_backup(alias: str, labels: Sequence[str], file: Path, made: datetime, version: str) -> Backup:
    """The tables of these applications as they stand at one moment, in a new file that only its owner may read.

    `made` and `version` say when, and by which version of the program.

    The file stands under its name when it is whole, and not before. Raises `WrongCall` where it cannot be written, or
    stands there already, and `UnreachableStore` where the database fails.
    """
    if file.exists():
        raise WrongCall(f"{file} is there already; a backup is never written over another")
    partial = file.with_name(f"{file.name}.part")
    try:
        with os.fdopen(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as out:
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, snapshot(alias):
                tables = tuple(write_table(archive, model, alias) for model in kept_models(labels))
                backup = Backup(made, version, tables, heads_of(alias))
                archive.writestr(CONTENTS, json.dumps(as_plain(backup), ensure_ascii=False, indent=1))
            out.flush()
            os.fsync(out.fileno())
        partial.replace(file)
    except OSError as exc:
        partial.unlink(missing_ok=True)
        raise WrongCall(f"{file}: {exc.strerror or exc}") from exc
    except (DatabaseError, InterfaceError) as exc:
        partial.unlink(missing_ok=True)
        raise UnreachableStore(f"the database fails: {exc}") from exc
    return backup


def read_backup(file: Path) -> Backup:
    """What a backup holds, after each member was held against its digest.

    Raises `WrongCall` where there is no such file, `DamagedBackup` for a file that is none, or that was changed.
    """
    with opened(file) as archive:
        backup = contents_of(archive)
        for table in backup.tables:
            digest = hashlib.sha256()
            with archive.open(table.name) as member:
                while part := member.read(2**20):
                    digest.update(part)
            if digest.hexdigest() != table.sha256:
                raise DamagedBackup(f"{file}: {table.name} is not what was written")
    return backup


def restore_backup(alias: str, labels: Sequence[str], file: Path, check: Callable[[Backup], None]) -> Backup:
    """Puts a backup into a database with tables and nothing in them; all of it or, where `check` raises, nothing.

    Raises `Refused` where the database holds anything, `UnreachableStore` where it fails, and what `read_backup` does.
    """
    backup = read_backup(file)
    named = {model._meta.label_lower: model for model in kept_models(labels)}
    unknown = [table.name for table in backup.tables if table.name not in named]
    if unknown:
        raise DamagedBackup(f"{file} has tables that this version does not know: {', '.join(unknown)}")
    try:
        with opened(file) as archive, transaction.atomic(using=alias):
            held = [name for name, model in named.items() if model.objects.using(alias).exists()]
            if held:
                raise Refused(f"the database is not empty ({', '.join(held)}); a backup goes into a new one")
            for name, model in named.items():
                if name in archive.namelist():
                    fill_table(archive, model, alias)
            set_sequences(alias, named.values())
            check(backup)
    except (OperationalError, InterfaceError) as exc:
        raise UnreachableStore(f"the database fails: {exc}") from exc
    except (DeserializationError, DatabaseError) as exc:
        raise DamagedBackup(f"{file} does not fit the tables of this version: {exc}") from exc
    return backup


@contextmanager
def snapshot(alias: str) -> Iterator[None]:
    """All reading within sees the database as it stood at one moment."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        cursor.execute(SNAPSHOT[connection.vendor])
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


@contextmanager
def opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """The archive; raises `WrongCall` where the file does not open, `DamagedBackup` where it is no archive of ours."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except OSError as exc:
        raise WrongCall(f"{file}: {exc.strerror or exc}") from exc
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError) as exc:
        raise DamagedBackup(f"{file} is no backup, or was cut off: {exc}") from exc


def contents_of(archive: zipfile.ZipFile) -> Backup:
    """What `backup.json` says."""
    try:
        said = json.loads(archive.read(CONTENTS))
        if said["form"] != FORM:
            raise DamagedBackup(f"a backup has the form {FORM}; this has {said['form']!r}")
        return Backup(
            datetime.fromisoformat(said["made"]),
            str(said["version"]),
            tuple(Table(**one) for one in said["tables"]),
            tuple(Head(**one) for one in said["heads"]),
        )
    except (ValueError, TypeError, KeyError) as exc:
        raise DamagedBackup(f"{CONTENTS} does not say what is in the backup: {exc}") from exc


def as_plain(backup: Backup) -> dict[str, Any]:
    """The members of `backup.json`."""
    return {"form": FORM, **asdict(backup), "made": backup.made.isoformat()}


def kept_models(labels: Sequence[str]) -> list[type[models.Model]]:
    """The tables of these applications in an order in which each comes after those that it points to."""
    wanted = [
        model
        for label in labels
        for model in apps.get_app_config(label).get_models()
        if model._meta.model_name not in PASSING
    ]
    pointed: dict[type[models.Model], set[Any]] = {
        model: {field.related_model for field in model._meta.fields if field.is_relation} for model in wanted
    }
    return list(TopologicalSorter(pointed).static_order())


def heads_of(alias: str) -> tuple[Head, ...]:
    """The last entry of each dossier."""
    last = Entry.objects.using(alias).filter(dossier=OuterRef("pk")).order_by("-number")
    found = Dossier.objects.using(alias).annotate(
        number=Max("entry__number"), digest=Subquery(last.values("digest")[:1])
    )
    return tuple(
        Head(key, number, digest)
        for key, number, digest in found.order_by("key").values_list("key", "number", "digest")
        if number
    )


def write_table(archive: zipfile.ZipFile, model: type[models.Model], alias: str) -> Table:
    """A table as a member of the archive."""
    name = model._meta.label_lower
    with archive.open(name, "w", force_zip64=True) as member:
        lines = Counted(member)
        rows = model._default_manager.using(alias).order_by("pk").iterator(AT_A_TIME)
        serialize("jsonl", rows, stream=lines, ensure_ascii=False)
    return Table(name, lines.rows, lines.digest.hexdigest())


class Counted:
    """Text that is written into a member, with its lines counted and its bytes digested."""

    def __init__(self, member: Any) -> None:
        self._member = member
        self.rows, self.digest = 0, hashlib.sha256()

    def write(self, words: str) -> None:
        """Writes words."""
        data = words.encode("utf-8")
        self.rows += data.count(b"\n")
        self.digest.update(data)
        self._member.write(data)


def fill_table(archive: zipfile.ZipFile, model: type[models.Model], alias: str) -> None:
    """Puts the rows of a member into their table, under the numbers that they had."""
    with archive.open(model._meta.label_lower) as member, io.TextIOWrapper(member, "utf-8", newline="\n") as lines:
        rows = (one.object for one in deserialize("jsonl", lines, using=alias))
        while part := list(islice(rows, AT_A_TIME)):
            model._default_manager.using(alias).bulk_create(part)


def set_sequences(alias: str, filled: Iterable[type[models.Model]]) -> None:
    """What is written next gets numbers after those that were put in."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(filled)):
            cursor.execute(statement)
