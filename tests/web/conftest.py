"""The site on a database of its own, with the two dossiers that come along, and readers who are signed in."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.test import Client, override_settings

from operative.bootstrap.dossiers import Dossiers
from operative.bootstrap.openings import open_on_resolution
from operative.bootstrap.settings import address_of, configure
from operative.bootstrap.site import APPS, site_settings
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.dossiers import RoleGranted
from operative.domain.people import Role

STORE = "operative.store"
ClientOf = Callable[..., Client]


FILL = """
import sys
from operative.bootstrap.casebooks import open_demo
from operative.bootstrap.dossiers import open_dossiers
from operative.bootstrap.serving import prepare_site
prepare_site(sys.argv[1])
open_demo(open_dossiers(sys.argv[1]))
"""


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demonstration in it, to be copied; made by another process, which has Django to itself."""
    file = tmp_path_factory.mktemp("site") / "filled.db"
    subprocess.run([sys.executable, "-c", FILL, f"sqlite:///{file}"], check=True)
    return file


@contextmanager
def opened_site(filled: Path, file: Path) -> Iterator[Dossiers]:
    """The dossiers of the site on a copy of the filled database.

    Django has one configuration in a process. It is made for the store alone, as the tests of the store want it; the
    applications of the site are there as long as this is open, so tests can come in any order.
    """
    shutil.copy(filled, file)
    if not settings.configured:
        configure(f"sqlite:///{file}")
    # Stays when the rest goes: Django tells of every setting that goes back, and will not tell of an empty secret.
    settings.SECRET_KEY = "not a secret"
    before = _database(file)
    try:
        site = dict(site_settings("", ("localhost", "testserver")))
        del site["SECRET_KEY"]
        given = {**site, "DOSSIERS_URL": f"sqlite:///{file}"}
        with override_settings(INSTALLED_APPS=[STORE, *APPS], **given):
            web: Any = apps.get_app_config("web")
            yield web.dossiers
    finally:
        connections[DEFAULT_DB_ALIAS].close()
        connections.settings[DEFAULT_DB_ALIAS] = before
        del connections[DEFAULT_DB_ALIAS]


def _database(file: Path) -> dict[str, Any]:
    """Has Django's first database be this file; gives what it was."""
    before = connections.settings[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS].close()
    del connections[DEFAULT_DB_ALIAS]
    given = address_of(f"sqlite:///{file}").settings or {}
    empty = {"HOST": "", "PORT": "", "USER": "", "PASSWORD": ""}
    connections.settings[DEFAULT_DB_ALIAS] = {**before, **empty, **given}
    return before


@pytest.fixture
def site(filled: Path, tmp_path: Path) -> Iterator[Dossiers]:
    """The dossiers of the site, on a fresh copy."""
    with opened_site(filled, tmp_path / "site.db") as opened:
        yield opened


def sign_in(
    site: Dossiers, name: str, role: Role | None = None, key: str = "", *, administrator: bool = False
) -> Client:
    """A signed-in client for a name; with a role and the key of a dossier, the person has that role in it."""
    # The tables of accounts are there only once Django is set up.
    from operative.accounts.models import Account

    account, _ = Account.objects.get_or_create(name=name, defaults={"administrator": administrator})
    if role is not None:
        dossier = site.open(key)
        by = next(dossier.entries()).statement.by
        dossier.enter([Statement(RoleGranted(name, role), PartialDate("2020"), by)])
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def client_of(site: Dossiers) -> ClientOf:
    """A signed-in client for a name; with a role and the key of a dossier, the person has that role in it."""

    return partial(sign_in, site)


@pytest.fixture
def wells(site: Dossiers) -> str:
    """The key of a dossier on the text that comes along, opened by A. Clerk."""
    text = (files("operative") / "samples" / "resolution-208.txt").read_bytes()
    open_on_resolution(site, "wells", text, by="A. Clerk", today=date(2025, 9, 1), name="resolution-208.txt")
    return "wells"
