"""A backup holds all there is at one moment; what comes back is whole, or nothing comes back."""

import hashlib
import json
import resource
import zipfile
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from operative.bootstrap.dossiers import open_dossiers
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.dossiers import DossierOpened, EventNoted

from .calling import run


def ledger(url: str, key: str = "lro-concert-2024") -> str:
    return run("dossier", "export", key, "--as", "ledger", "--database", url).stdout


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database with the two dossiers to try."""
    url = f"sqlite:///{tmp_path_factory.mktemp('filled') / 'a.db'}"
    assert run("demo", "--database", url).returncode == 0
    return url


@pytest.fixture(scope="module")
def backup(filled: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("backup") / "backup.zip"
    done = run("backup", file, "--database", filled)
    assert done.returncode == 0, done.stderr
    return file


def test_what_comes_back_is_what_was_there_on_both_databases(filled, backup, postgresql_url, tmp_path):
    first = run("restore", backup, "--database", postgresql_url)
    assert first.returncode == 0, first.stderr
    again = tmp_path / "again.zip"
    assert run("backup", again, "--database", postgresql_url).returncode == 0
    url = f"sqlite:///{tmp_path / 'b.db'}"
    assert run("restore", again, "--database", url).returncode == 0

    assert ledger(filled) == ledger(postgresql_url) == ledger(url) != ""


def test_writing_goes_on_after_a_restore(backup, postgresql_url):
    assert run("restore", backup, "--database", postgresql_url).returncode == 0
    dossiers = open_dossiers(postgresql_url)

    made = dossiers.create("after", DossierOpened("After"), by="Ada")

    assert made.version == 1
    assert made.verify() == ()


def test_only_its_owner_reads_a_backup(backup):
    assert backup.stat().st_mode & 0o077 == 0


def test_a_backup_is_never_written_over_another(filled, backup):
    before = backup.read_bytes()

    assert run("backup", backup, "--database", filled).returncode == 2
    assert backup.read_bytes() == before


def test_a_database_that_holds_anything_is_left_alone(filled, backup):
    before = ledger(filled)

    done = run("restore", backup, "--database", filled)

    assert "refused" in done.stderr
    assert ledger(filled) == before


def changed(backup: Path, file: Path, name: str, change: Callable[[bytes], bytes], *, honest: bool) -> None:
    """A copy of a backup with one member changed; honest: with its digest put right."""
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(file, "w") as new:
        said = json.loads(old.read("backup.json"))
        for member in old.namelist():
            data = change(old.read(member)) if member == name else old.read(member)
            for table in said["tables"]:
                if honest and table["name"] == member:
                    table["sha256"] = hashlib.sha256(data).hexdigest()
            if member != "backup.json":
                new.writestr(member, data)
        new.writestr("backup.json", json.dumps(said) if name != "backup.json" else change(old.read(name)))


FIRST_DIGIT = (b"2024", b"2023")


@pytest.mark.parametrize(
    ("name", "change", "honest", "code"),
    [
        ("operative.entry", lambda data: data.replace(*FIRST_DIGIT, 1), False, "damaged-backup"),
        ("operative.entry", lambda data: data.replace(*FIRST_DIGIT, 1), True, "broken-ledger"),
        ("operative.entry", lambda data: data.rstrip().rpartition(b"\n")[0] + b"\n", True, "broken-ledger"),
        ("operative.entry", lambda data: data + b"{}\n", True, "damaged-backup"),
        ("operative.source", lambda data: b"", True, "broken-ledger"),
        ("backup.json", lambda data: data.replace(b"backup@1", b"backup@9"), False, "damaged-backup"),
        ("backup.json", lambda data: b"{}", False, "damaged-backup"),
    ],
)
def test_a_changed_backup_puts_nothing_back(backup, tmp_path, name, change, honest, code):
    file, url = tmp_path / "changed.zip", f"sqlite:///{tmp_path / 'c.db'}"
    changed(backup, file, name, change, honest=honest)

    done = run("restore", file, "--database", url)

    assert (done.returncode, code in done.stderr) == (1, True), done.stderr
    assert open_dossiers(url).keys() == ()


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04"])
def test_a_file_that_is_no_backup(tmp_path, data):
    file = tmp_path / "other.zip"
    file.write_bytes(data)

    done = run("restore", file, "--database", f"sqlite:///{tmp_path / 'd.db'}")

    assert "damaged-backup" in done.stderr


def test_a_backup_that_was_cut_off(backup, tmp_path):
    file = tmp_path / "cut.zip"
    file.write_bytes(backup.read_bytes()[:-200])

    assert "damaged-backup" in run("restore", file, "--database", f"sqlite:///{tmp_path / 'e.db'}").stderr


def test_a_full_disk_leaves_no_half_backup(filled, tmp_path):
    file = tmp_path / "full.zip"
    # The limit is that of one file: the database and its index of 32 kB open, the backup does not fit.
    small = 40_000

    done = run(
        "backup",
        file,
        "--database",
        filled,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (small, small)),
    )

    assert (done.returncode, "File too large" in done.stderr) == (2, True), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_backup_while_somebody_writes_is_whole(database_url, tmp_path):
    dossiers = open_dossiers(database_url)
    dossier = dossiers.create("busy", DossierOpened("Busy"), by="Ada")
    stop = Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            dossier.enter([Statement(EventNoted(f"Noted {number}"), PartialDate("2026-01-01"), "Ada")])

    writer = Thread(target=write)
    writer.start()
    try:
        done = run("backup", tmp_path / "busy.zip", "--database", database_url)
    finally:
        stop.set()
        writer.join()
    assert done.returncode == 0, done.stderr

    url = f"sqlite:///{tmp_path / 'f.db'}"
    assert run("restore", tmp_path / "busy.zip", "--database", url).returncode == 0
    restored = ledger(url, "busy").splitlines()
    assert 1 < len(restored) <= dossier.version + 1
    assert ledger(database_url, "busy").splitlines()[: len(restored)] == restored
