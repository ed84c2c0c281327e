"""Django, set up in code: one configuration for the store and for whatever else lives in the same database."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connections

from operative.errors import UnreachableStore, WrongCall

__all__ = ["configure", "hindrance_of", "migrate"]

STORE = "operative.store"
PATIENCE = 30
"""Seconds for which a writer waits for another."""
TURN = 7_411_309_642
"""The number under which processes on PostgreSQL take turns at making tables."""


def configure(database: Mapping[str, Any], *, extra_apps: Sequence[str] = (), **options: Any) -> str:
    """The name by which Django knows the database (`DATABASES`), after setting Django up where nobody has yet.

    `extra_apps` and `options` are added to the settings; the first call decides them, for Django has one
    configuration in a process. Raises `WrongCall` where a later call wants applications that the first did not name.
    """
    if not settings.configured:
        settings.configure(
            DATABASES={DEFAULT_DB_ALIAS: dict(database)},
            INSTALLED_APPS=[STORE, *extra_apps],
            **{"USE_TZ": True, "TIME_ZONE": "UTC", "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField", **options},
        )
    if not apps.ready:
        django.setup()
    missing = [one for one in (STORE, *extra_apps) if not apps.is_installed(one) and one not in settings.INSTALLED_APPS]
    if missing:
        raise WrongCall(f"Django is set up already, without {', '.join(missing)}: name all applications at first")
    return _alias_of(database)


def _alias_of(database: Mapping[str, Any]) -> str:
    """A name for the database; the same database has the same name."""
    known = connections.settings
    for alias, one in known.items():
        if all(one.get(key) == value for key, value in database.items() if key != "OPTIONS"):
            return str(alias)
    alias = f"operative{len(known)}"
    # What Django fills in at its start; a database that comes later takes it from the first.
    defaults = {key: value for key, value in known[DEFAULT_DB_ALIAS].items() if key in FILLED}
    known[alias] = {**defaults, "HOST": "", "PORT": "", "USER": "", "PASSWORD": "", "OPTIONS": {}, **database}
    return alias


FILLED = ("ATOMIC_REQUESTS", "AUTOCOMMIT", "CONN_MAX_AGE", "CONN_HEALTH_CHECKS", "TIME_ZONE", "TEST")


def migrate(alias: str) -> None:
    """Makes or renews the tables where that is to be done; at once where not. Many processes may call it together.

    Raises `UnreachableStore` where the database does not answer.
    """
    connection = connections[alias]
    try:
        if not _pending(connection):
            return
        with _turn(connection):
            if _pending(connection):
                call_command("migrate", database=alias, interactive=False, verbosity=0)
    except (DatabaseError, InterfaceError) as exc:
        raise UnreachableStore(f"the database does not open: {_first_line(exc)}") from exc


def hindrance_of(alias: str) -> str:
    """What keeps the database from being used, in words; nothing where it answers, with the tables of this version."""
    connection = connections[alias]
    # Who asks stands outside of any request: a connection that broke meanwhile must not be asked again.
    connection.close_if_unusable_or_obsolete()
    try:
        return "its tables are of an earlier version" if _pending(connection) else ""
    except (DatabaseError, InterfaceError) as exc:
        connection.close()
        return f"the database does not answer: {type(exc).__name__}"


def _pending(connection: Any) -> bool:
    """Whether a migration of an installed application has not been applied; asks one table, and loads no migration."""
    wanted = {
        (app.label, found.name)
        for app in apps.get_app_configs()
        if (folder := Path(app.path) / "migrations").is_dir()
        for found in iter_modules([str(folder)])
        if not found.name.startswith("_")
    }
    connection.ensure_connection()
    with connection.cursor() as cursor:
        try:
            cursor.execute("SELECT app, name FROM django_migrations")
        except DatabaseError:  # no such table: nothing was applied
            return True
        return bool(wanted - set(cursor.fetchall()))


@contextmanager
def _turn(connection: Any) -> Iterator[None]:
    """One process at a time makes tables."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [TURN])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [TURN])
        return
    name = str(connection.settings_dict["NAME"])
    # A lock of SQLite's own works on every system and ends with the process that holds it.
    lock = sqlite3.connect(f"{name}.lock", timeout=PATIENCE * 4, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode = WAL")
        yield
    finally:
        lock.close()


def _first_line(exc: Exception) -> str:
    return str(exc).strip().partition("\n")[0]
