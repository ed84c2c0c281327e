"""The site on a database of its own, with the two dossiers that come along, and readers who are signed in."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.test import Client, override_settings

from operative.bootstrap.casebooks import open_demo
from operative.bootstrap.dossiers import Dossiers, open_dossiers
from operative.bootstrap.openings import open_on_resolution
from operative.bootstrap.serving import prepare_site
from operative.bootstrap.settings import address_of
from operative.bootstrap.site import APPS, site_settings
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.dossiers import RoleGranted
from operative.domain.people import Role

STORE = "operative.store"
ClientOf = Callable[..., Client]


@pytest.fixture(scope="session")
def _installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Django with the applications of the site, for these tests only where other tests had set it up before."""
    if not settings.configured:
        prepare_site(f"sqlite:///{tmp_path_factory.mktemp('first') / 'first.db'}")
    site = site_settings("not a secret", ("localhost", "testserver"))
    with override_settings(INSTALLED_APPS=[STORE, *APPS], **site):
        yield


@pytest.fixture(scope="session")
def _filled(_installed: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demonstration in it, to be copied: making its tables takes longer than a test."""
    file = tmp_path_factory.mktemp("site") / "filled.db"
    _use(file)
    prepare_site(f"sqlite:///{file}")
    open_demo(open_dossiers(f"sqlite:///{file}"))
    connections[DEFAULT_DB_ALIAS].close()
    return file


@pytest.fixture
def site(_filled: Path, tmp_path: Path) -> Iterator[Dossiers]:
    """The dossiers of the site, on a fresh copy."""
    file = tmp_path / "site.db"
    shutil.copy(_filled, file)
    _use(file)
    web: Any = apps.get_app_config("web")
    web.__dict__.pop("dossiers", None)
    with override_settings(DOSSIERS_URL=f"sqlite:///{file}"):
        yield web.dossiers
    connections[DEFAULT_DB_ALIAS].close()
    web.__dict__.pop("dossiers", None)


def _use(file: Path) -> None:
    """Has Django's first database be this file."""
    connections[DEFAULT_DB_ALIAS].close()
    del connections[DEFAULT_DB_ALIAS]
    given = address_of(f"sqlite:///{file}").settings or {}
    empty = {"HOST": "", "PORT": "", "USER": "", "PASSWORD": ""}
    connections.settings[DEFAULT_DB_ALIAS] = {**connections.settings[DEFAULT_DB_ALIAS], **empty, **given}


@pytest.fixture
def client_of(site: Dossiers) -> ClientOf:
    """A signed-in client for a name; with a role and the key of a dossier, the person has that role in it."""

    def made(name: str, role: Role | None = None, key: str = "", *, administrator: bool = False) -> Client:
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

    return made


@pytest.fixture
def wells(site: Dossiers) -> str:
    """The key of a dossier on the text that comes along, opened by A. Clerk."""
    text = (files("operative") / "samples" / "resolution-208.txt").read_bytes()
    open_on_resolution(site, "wells", text, by="A. Clerk", today=date(2025, 9, 1), name="resolution-208.txt")
    return "wells"
