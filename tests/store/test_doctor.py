"""The doctor finds what was done to the database behind the program's back, and says what to do."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from .calling import run


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the two dossiers to try, and the secret of a site beside it."""
    file = tmp_path_factory.mktemp("filled") / "a.db"
    assert run("demo", "--database", f"sqlite:///{file}").returncode == 0
    assert run("doctor", "--database", f"sqlite:///{file}").stdout == "all is well\n"
    return file


def sql(*statements: str) -> Callable[[Path], None]:
    """Changes made by hand, after the triggers that forbid them were taken away."""

    def done(file: Path) -> None:
        with sqlite3.connect(file) as connection:
            triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for (name,) in triggers:
                connection.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                connection.execute(statement)
        connection.close()

    return done


NINTH = "number = 9 AND dossier_id = (SELECT id FROM operative_dossier WHERE key = 'lro-concert-2024')"
ATTACHED = "SELECT json_extract(body, '$.fact.sha256') FROM operative_entry WHERE kind = 'document.attached'"


@pytest.mark.parametrize(
    ("harm", "code", "exit_code", "todo"),
    [
        (
            sql(f"UPDATE operative_entry SET body = replace(body, '2024', '2023') WHERE {NINTH}"),
            "ledger-changed", 1, "backup",
        ),
        (sql(f"DELETE FROM operative_entry WHERE {NINTH}"), "ledger-gap", 1, "backup"),
        (sql(f"UPDATE operative_source SET data = x'00' WHERE sha256 IN ({ATTACHED})"), "source-changed", 1, "backup"),
        (
            sql(f"UPDATE operative_entry SET body = '{{\"fact\": 1}}' WHERE {NINTH}"),
            "record-impossible", 1, "restore",
        ),
        (
            sql("INSERT INTO operative_source VALUES (printf('%064d', 7), 'loose.txt', 'text/plain', x'00')"),
            "text-loose", 0, "attach",
        ),
        (
            sql(
                "INSERT INTO operative_source VALUES (printf('%064d', 7), 'loose.txt', 'text/plain', x'00')",
                "INSERT INTO operative_sourcereading (source_id, logic, text) VALUES (printf('%064d', 7), 'old', '{}')",
            ),
            "readings-stale", 0, "read again",
        ),
        (lambda file: (file.parent / "site-secret").chmod(0o644), "secret-open", 1, "chmod 600"),
        (lambda file: (file.parent / "signing-key.pem").write_text("no key"), "secret-open", 1, "key"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(filled, tmp_path, monkeypatch, harm, code, exit_code, todo):
    monkeypatch.delenv("OPERATIVE_SIGNING_KEY")  # the key beside the database counts
    copy = tmp_path / "site" / "a.db"
    shutil.copytree(filled.parent, copy.parent)
    harm(copy)

    done = run("doctor", "--database", f"sqlite:///{copy}", "--to", "json")

    found = {one["code"]: one["message"] for one in json.loads(done.stdout)}
    assert code in found, done.stdout
    assert todo in found[code]
    assert done.returncode == exit_code
