"""Where dossiers are kept: the address of the database, as it is set or given, made into settings."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from operative.bootstrap.configuration import value_of
from operative.errors import UnreachableStore, WrongCall

__all__ = ["MEMORY", "Address", "address_of", "configure", "data_folder", "default_corpus", "default_url"]

MEMORY = "memory:"
POSTGRESQL = ("postgresql", "postgres")
SQLITE_OPTIONS = {
    # A writer takes its turn when it begins, and waits for others; each commit is on the disk before it returns.
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": "PRAGMA synchronous = FULL",
}


@dataclass(frozen=True, slots=True)
class Address:
    """A database: its settings for Django (None: memory), and the folder beside which a signing key belongs."""

    settings: dict[str, Any] | None
    beside: Path


def data_folder() -> Path:
    """The folder for the data of a user's programs (XDG), with ours in it."""
    given = os.environ.get("XDG_DATA_HOME", "")
    return (Path(given) if given else Path.home() / ".local" / "share") / "operative"


def default_url() -> str:
    """The address that is set (`database.url`); without one, a file in the user's data folder."""
    return value_of("database.url") or f"sqlite:///{data_folder() / 'operative.db'}"


def default_corpus() -> Path | None:
    """The folder of the corpus that is set; None without one."""
    given = value_of("corpus")
    return Path(given).expanduser() if given else None


def address_of(url: str) -> Address:
    """The database that an address names: memory:, sqlite:///path, postgresql://user:password@host:port/name.

    Three strokes and a path from here, four strokes and a path from the root. Raises `WrongCall` for another address.
    """
    if url == MEMORY:
        return Address(None, data_folder())
    scheme = url.partition(":")[0]
    if scheme == "sqlite" and url.startswith("sqlite:///") and len(url) > len("sqlite:///"):
        path = Path(unquote(url.removeprefix("sqlite:///"))).expanduser().absolute()
        settings = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": SQLITE_OPTIONS}
        return Address(settings, path.parent)
    if scheme in POSTGRESQL:
        return Address(_postgresql(url), data_folder())
    # The address may hold a password: what is said of it is its first word.
    raise WrongCall(f"no database has an address that begins with {scheme!r}; write sqlite:///PATH or postgresql://...")


def _postgresql(url: str) -> dict[str, Any]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as exc:
        raise WrongCall("the address of the database cannot be read; write postgresql://user@host:port/name") from exc
    options = dict(parse_qsl(parts.query))
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise WrongCall("the address of the database names none; write postgresql://user@host:port/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": options.pop("port", str(port or "")),
        "OPTIONS": options,
    }


def configure(url: str | None = None, *, extra_apps: Sequence[str] = (), **options: Any) -> str:
    """The name by which Django knows the database, set up and with its tables made.

    The web application calls it with its own applications and settings, and then shares the database with the store.
    Raises `WrongCall` for an address that is none, and `UnreachableStore` where no database answers.
    """
    settings = address_of(url or default_url()).settings
    if settings is None:
        raise WrongCall("Django keeps nothing in memory; write sqlite:///PATH or postgresql://...")
    if settings["ENGINE"].endswith("sqlite3"):
        folder = Path(settings["NAME"]).parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as exc:
            raise UnreachableStore(f"{folder}: {exc.strerror or exc}") from exc
    elif find_spec("psycopg") is None:
        raise WrongCall("PostgreSQL needs a driver: pip install 'operative[postgresql]'")
    # Django is loaded by those who open a database, and by nobody else.
    from operative.store.configuration import configure as set_up
    from operative.store.configuration import migrate

    alias = set_up(settings, extra_apps=extra_apps, **options)
    migrate(alias)
    return alias
