"""What both databases promise besides: triggers, transactions, and processes side by side."""

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, connections, transaction

from operative.bootstrap.dossiers import open_dossiers
from operative.domain.checkpoints import Checkpoint
from operative.domain.evidence import Evidence
from operative.dossiers.citations import documents_in
from operative.dossiers.ledger import check_rows, entry_of, rows_of
from operative.dossiers.ports import Held, Ledgers

from .ledger_contract import NOON, LedgerContract, a_claim, an_event

APPEND = """
import sys
from datetime import UTC, datetime
from operative.bootstrap.dossiers import open_dossiers
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.dossiers import EventNoted
from operative.errors import StaleVersion

url, name, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
ledgers = open_dossiers(url).ledgers
print("ready", flush=True)
sys.stdin.readline()
for number in range(rounds):
    while True:
        head = ledgers.head("wells").number
        statement = Statement(EventNoted(f"{name} {number}"), PartialDate("2016"), name)
        try:
            ledgers.append("wells", [statement], expected=head, recorded=datetime.now(UTC))
            break
        except StaleVersion:
            print("stale", flush=True)
print("done", flush=True)
"""
CHANGES = [
    "UPDATE operative_entry SET body = '{}'",
    "UPDATE operative_entry SET last = '1999-01-01' WHERE number = 2",
    "DELETE FROM operative_entry WHERE number = 2",
    "DELETE FROM operative_entry",
    "UPDATE operative_source SET name = 'other'",
    "DELETE FROM operative_source",
    "UPDATE operative_checkpoint SET digest = ''",
    "DELETE FROM operative_checkpoint",
    "UPDATE operative_dossier SET key = 'roads'",
    "UPDATE operative_sourceclaim SET scope = 'roads'",
    "DELETE FROM operative_sourceclaim",
]


class DatabaseContract(LedgerContract):
    """Tests of a database; a subclass gives the fixture `url` of an empty one, and more `changes` to be refused."""

    changes: tuple[str, ...] = ()

    @pytest.fixture
    def ledgers(self, url: str) -> Iterator[Ledgers]:
        ledgers: Any = open_dossiers(url).ledgers
        yield ledgers
        ledgers.close()

    def run_sql(self, ledgers: Any, statement: str) -> None:
        with transaction.atomic(using=ledgers.alias), connections[ledgers.alias].cursor() as cursor:
            cursor.execute(statement)

    def test_what_is_written_cannot_be_changed(self, ledgers: Any):
        ledgers.append("wells", [an_event("a"), an_event("b")], expected=0, recorded=NOON)
        ledgers.add_claims(ledgers.keep(b"bytes", "a.txt"), "wells", [a_claim("the Council")])
        ledgers.add_checkpoint(Checkpoint("wells", 1, "d" * 64, NOON, "k" * 64, "s" * 128))
        before = ledgers.rows("wells")

        for change in (*CHANGES, *self.changes):
            with pytest.raises(DatabaseError, match="append-only"):
                self.run_sql(ledgers, change)

        assert ledgers.rows("wells") == before
        assert len(ledgers.checkpoints("wells")) == 1

    def test_bytes_go_where_their_entries_cannot_be_written(self, ledgers: Any, monkeypatch: pytest.MonkeyPatch):
        def stop(*rows: object) -> None:
            raise RuntimeError

        monkeypatch.setattr(ledgers, "_insert", stop)
        with pytest.raises(RuntimeError):
            ledgers.append("wells", [an_event("a")], expected=0, recorded=NOON, sources=[Held(b"bytes", "a.txt")])

        assert ledgers.source(hashlib.sha256(b"bytes").hexdigest()) is None

    def test_an_error_in_the_middle_leaves_nothing_behind(self, ledgers: Any):
        ledgers.append("wells", [an_event("a")], expected=0, recorded=NOON)

        def write_and_fail() -> None:
            with transaction.atomic(using=ledgers.alias):
                ledgers.append("wells", [an_event("b")], expected=1, recorded=NOON)
                ledgers.append("roads", [an_event("c")], expected=0, recorded=NOON)
                raise RuntimeError

        with pytest.raises(RuntimeError):
            write_and_fail()

        assert ledgers.keys() == ("wells",)
        assert [entry_of(row).fact.title for row in ledgers.rows("wells")] == ["a"]

    def test_an_entry_needs_its_dossier(self, ledgers: Any):
        told = "(dossier_id, number, recorded, kind, last, body, digest) VALUES (99, 1, '', '', '', '', '')"
        with pytest.raises(DatabaseError):
            self.run_sql(ledgers, f"INSERT INTO operative_entry {told}")

    def test_two_processes_write_at_once_and_nothing_is_lost(self, ledgers: Any, url: str):
        rounds = 40
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", APPEND, url, name, str(rounds)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for name in ("Ana", "Bo")
        ]
        for writer in writers:
            assert writer.stdout.readline() == "ready\n"
        for writer in writers:
            writer.stdin.write("go\n")
            writer.stdin.flush()
        told = [writer.communicate(timeout=120)[0].split() for writer in writers]

        rows = ledgers.rows("wells")
        assert all(words[-1] == "done" for words in told)
        assert "stale" in told[0] + told[1]
        assert check_rows("wells", rows) == ()
        assert sorted(entry_of(row).fact.title for row in rows) == sorted(
            f"{name} {number}" for name in ("Ana", "Bo") for number in range(rounds)
        )

    def test_two_who_saw_the_same_version_do_not_both_write(self, ledgers: Any, url: str):
        ledgers.append("wells", [an_event("a")], expected=0, recorded=NOON)
        code = APPEND.replace('ledgers.head("wells").number', "1").replace("break", "break", 1)
        code = code.replace('print("stale", flush=True)', 'print("stale", flush=True); sys.exit()')
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", code, url, name, "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            for name in ("Ana", "Bo", "Cy")
        ]
        for writer in writers:
            assert writer.stdout.readline() == "ready\n"
        told = sorted(writer.communicate("go\n", timeout=120)[0] for writer in writers)

        assert told == ["done\n", "stale\n", "stale\n"]
        assert ledgers.head("wells").number == 2

    def test_what_an_older_version_wrote_is_found_by_what_it_cites(self, ledgers: Ledgers):
        statement = an_event("dug", evidence=(Evidence("res"), Evidence("letter")))
        (row,) = rows_of(ledgers.append("roads", [statement], expected=0, recorded=NOON))
        with connections[ledgers.alias].cursor() as cursor:
            cursor.execute("INSERT INTO operative_dossier (key) VALUES ('wells')")
            cursor.execute("SELECT id FROM operative_dossier WHERE key = 'wells'")
            (owner,) = cursor.fetchone()
            columns = f"dossier_id, {', '.join(row._fields)}"
            cursor.execute(f"INSERT INTO operative_entry ({columns}) VALUES ({', '.join(['%s'] * 8)})", (owner, *row))

        (found,) = ledgers.citings("wells", upto=1)

        assert documents_in(found.told) == ("res", "letter")
