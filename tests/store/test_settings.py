"""The address of the database, and its tables: made when first opened, by however many at once."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from operative.bootstrap.settings import address_of, configure, data_folder, default_url
from operative.errors import UnreachableStore, WrongCall

OPEN = """
import sys
from operative.bootstrap.dossiers import open_dossiers
sys.stdin.readline()
print(open_dossiers(sys.argv[1]).keys())
"""


def test_without_a_setting_it_is_a_file_in_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("OPERATIVE_DATABASE_URL", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_url() == f"sqlite:///{tmp_path}/operative/operative.db"
    assert address_of(default_url()).settings["NAME"] == f"{tmp_path}/operative/operative.db"

    monkeypatch.delenv("XDG_DATA_HOME")
    assert data_folder() == Path.home() / ".local" / "share" / "operative"

    monkeypatch.setenv("OPERATIVE_DATABASE_URL", "sqlite:///here.db")
    assert address_of(default_url()).settings["NAME"] == str(Path.cwd() / "here.db")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite:////var/lib/a%20b.db", {"NAME": "/var/lib/a b.db"}),
        ("sqlite:///~/a.db", {"NAME": str(Path.home() / "a.db")}),
        (
            "postgresql://ana:p%40ss%2F@db.example.org:5433/follow%2Dup?sslmode=require",
            {
                "NAME": "follow-up",
                "USER": "ana",
                "PASSWORD": "p@ss/",
                "HOST": "db.example.org",
                "PORT": "5433",
                "OPTIONS": {"sslmode": "require"},
            },
        ),
        (
            "postgres:///follow?host=/run/postgresql",
            {"NAME": "follow", "HOST": "/run/postgresql", "PORT": "", "USER": ""},
        ),
    ],
)
def test_an_address_becomes_settings(url: str, expected: dict[str, object]):
    settings = address_of(url).settings

    assert {key: settings[key] for key in expected} == expected


@pytest.mark.parametrize(
    "url",
    [
        "mysql://u:secret@h/db",
        "sqlite://secret.db",
        "sqlite:///",
        "postgresql://secret@host",
        "postgresql://h:secret/db",
    ],
)
def test_another_address_is_refused_and_no_password_told(url: str):
    with pytest.raises(WrongCall) as told:
        address_of(url)

    assert "secret" not in str(told.value)


def test_memory_has_no_tables():
    with pytest.raises(WrongCall, match="memory"):
        configure("memory:")


def test_a_database_that_does_not_open_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(UnreachableStore):
        configure(f"sqlite:///{tmp_path}/file/a.db")
    (tmp_path / "no.db").write_text("no database, though long enough to be taken for one" * 100)
    with pytest.raises(UnreachableStore):
        configure(f"sqlite:///{tmp_path}/no.db")
    pytest.importorskip("psycopg")
    with pytest.raises(UnreachableStore):
        configure("postgresql://nobody:secret@127.0.0.1:1/none")


def test_the_same_database_has_the_same_name(sqlite_url: str, tmp_path: Path):
    first = configure(sqlite_url)

    assert configure(sqlite_url) == first
    assert configure(f"sqlite:///{tmp_path}/other.db") != first


def test_applications_must_be_named_at_first(sqlite_url: str):
    configure(sqlite_url)

    with pytest.raises(WrongCall, match=r"django\.contrib\.auth"):
        configure(sqlite_url, extra_apps=("django.contrib.auth", "django.contrib.contenttypes"))


def test_the_web_shares_the_configuration(sqlite_url: str):
    code = """
import sys
from operative.bootstrap.settings import configure
apps = ("django.contrib.auth", "django.contrib.contenttypes")
alias = configure(sys.argv[1], extra_apps=apps, ROOT_URLCONF="none", LANGUAGE_CODE="fr")
from django.conf import settings
from django.contrib.auth.models import User
from operative.bootstrap.dossiers import open_dossiers
print(alias, settings.LANGUAGE_CODE, User.objects.count(), open_dossiers(sys.argv[1]).ledgers.alias)
"""
    done = subprocess.run([sys.executable, "-c", code, sqlite_url], capture_output=True, text=True)

    assert (done.stdout, done.stderr) == ("default fr 0 default\n", "")


def test_many_open_an_empty_database_at_once(database_url: str, postgresql_server, request: pytest.FixtureRequest):
    url = database_url
    if url.startswith("postgresql"):
        url = postgresql_server.url(postgresql_server.new_database())
    pipe = subprocess.PIPE
    opening = [
        subprocess.Popen([sys.executable, "-c", OPEN, url], stdin=pipe, stdout=pipe, stderr=pipe, text=True)
        for _ in range(4)
    ]
    for one in opening:
        one.stdin.write("go\n")
        one.stdin.flush()

    assert [one.communicate(timeout=120) for one in opening] == [("()\n", "")] * 4


def test_sqlite_writes_ahead_and_to_the_disk(sqlite_url: str):
    from django.db import connections

    alias = configure(sqlite_url)

    with connections[alias].cursor() as cursor:
        pragmas = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
        keys = cursor.execute("PRAGMA foreign_keys").fetchone()[0]
    assert pragmas == {"journal_mode": "wal", "synchronous": 2}
    assert keys == 1
    assert sqlite3.sqlite_version_info >= (3, 31)


def test_models_and_migrations_agree(sqlite_url: str):
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    configure(sqlite_url)
    loader = MigrationLoader(None)
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))

    assert detector.changes(graph=loader.graph, trim_to_apps={"operative"}) == {}


def test_importing_operative_loads_no_database_and_no_xml():
    code = "import sys, operative, operative.bootstrap.settings as s; print([*{'django', 'lxml'} & sys.modules.keys()])"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
