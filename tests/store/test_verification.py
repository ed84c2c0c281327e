"""Whatever is done to a ledger behind the program's back is found, by the program and by the stand-alone verifier."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from django.db import connections

from operative.bootstrap.dossiers import Dossier
from operative.bootstrap.signing import make_key, public_of
from operative.dossiers.ledger import digest_after, rows_of, seal

from .conftest import NOON, an_event

TABLES = ("operative_entry", "operative_source", "operative_checkpoint")
TRIGGERS = {"sqlite": ("no_update", "no_delete", "no_replace"), "postgresql": ("no_change", "no_truncate")}
TEXT = b"RESOLUTION No. 7\n\nThe Council,\n1.\nRequests the Director General to dig wells.\n"


def tamper(dossier: Dossier, *statements: str) -> None:
    """What an administrator of the database could do: take the triggers off, and write."""
    connection = connections[dossier._ledgers.alias]
    with connection.cursor() as cursor:
        for table in TABLES:
            for name in TRIGGERS[connection.vendor]:
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{name}{on}")
        for statement in statements:
            cursor.execute(statement)


def codes(dossier: Dossier) -> set[str]:
    """What verification finds."""
    return {finding.code for finding in dossier.verify()}


def verified(dossier: Dossier, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """What the stand-alone program says of the exported ledger, without our package in reach."""
    file = folder / "ledger.jsonl"
    file.write_text("".join(dossier.export()), "utf-8")
    program = files("operative.store").joinpath("verify_ledger.py")
    return subprocess.run([sys.executable, "-I", str(program), str(file), *more], capture_output=True, text=True)


def test_an_untouched_ledger_verifies(wells: Dossier, tmp_path: Path):
    wells.checkpoint()
    wells.attach("res", TEXT, by="Ana", name="res.txt")
    mark = wells.checkpoint()

    assert wells.verify() == ()
    assert verified(wells, tmp_path, mark.key).stdout == "The ledger is as it was recorded.\n"


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["UPDATE operative_entry SET body = replace(body, 'dug', 'filled') WHERE number = 3"], {"ledger-changed"}),
        (
            ["UPDATE operative_entry SET body = replace(body, '\"Ana\"', '\"Eve\"') WHERE number = 1"],
            {"ledger-changed"},
        ),
        (["DELETE FROM operative_entry WHERE number = 3"], {"ledger-gap", "ledger-changed"}),
        (["DELETE FROM operative_entry WHERE number = 1"], {"ledger-gap", "ledger-changed"}),
        (["DELETE FROM operative_entry WHERE number = 4"], {"ledger-truncated"}),
        (
            [
                "UPDATE operative_entry SET number = 99 WHERE number = 3",
                "UPDATE operative_entry SET number = 3 WHERE number = 4",
                "UPDATE operative_entry SET number = 4 WHERE number = 99",
            ],
            {"ledger-changed", "checkpoint-broken"},
        ),
        (["UPDATE operative_checkpoint SET number = 3"], {"checkpoint-forged", "checkpoint-broken"}),
        (["UPDATE operative_checkpoint SET made = '2016-10-06T12:00:00+00:00'"], {"checkpoint-forged"}),
    ],
)
def test_each_change_is_found(wells: Dossier, tmp_path: Path, statements: list[str], expected: set[str]):
    wells.checkpoint()
    assert codes(wells) == set()

    tamper(wells, *statements)

    assert codes(wells) == expected
    assert verified(wells, tmp_path).returncode == 1


@pytest.mark.parametrize(
    "change",
    ["last = '2030-01-01'", "kind = 'dossier.closed'", "corrects = 2", "recorded = '2016-10-05T12:02:59.9+00:00'"],
)
def test_what_is_kept_beside_a_text_must_fit_it(wells: Dossier, change: str):
    tamper(wells, f"UPDATE operative_entry SET {change} WHERE number = 3")

    assert "ledger-misfiled" in codes(wells)


def test_a_ledger_written_anew_with_all_its_digests_breaks_its_checkpoint(wells: Dossier, tmp_path: Path):
    wells.checkpoint()
    rows = wells._ledgers.rows("wells")
    forged = rows[2].body.replace("dug", "filled")
    third = digest_after(rows[1].digest, forged.encode())
    fourth = digest_after(third, rows[3].body.encode())

    tamper(
        wells,
        f"UPDATE operative_entry SET body = '{forged}', digest = '{third}' WHERE number = 3",
        f"UPDATE operative_entry SET digest = '{fourth}' WHERE number = 4",
    )

    assert codes(wells) == {"checkpoint-broken"}
    assert "other entries" in verified(wells, tmp_path).stdout


def test_a_checkpoint_of_another_key_is_told(wells: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    wells.checkpoint()
    other = make_key(tmp_path / "other.pem")
    ours = wells.checkpoints()[0].key

    assert {one.code for one in wells.verify([public_of(other)])} == {"checkpoint-foreign"}
    assert wells.verify([public_of(other), ours]) == ()
    assert wells.verify([]) == ()
    assert verified(wells, tmp_path, public_of(other)).returncode == 1
    assert verified(wells, tmp_path, ours).returncode == 0


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE operative_source SET data = substr(data, 2)", {"source-changed"}),
        ("DELETE FROM operative_source", {"source-lost"}),
    ],
)
def test_changed_bytes_of_a_document_are_found(wells: Dossier, statement: str, expected: set[str]):
    wells.attach("res", TEXT, by="Ana", name="res.txt")
    assert codes(wells) == set()

    tamper(wells, "DELETE FROM operative_sourcereading", statement)

    assert codes(wells) == expected


def test_a_clock_that_was_set_back_is_told(wells: Dossier):
    wells._ledgers.append("wells", [an_event("late")], expected=4, recorded=NOON.replace(year=2015))

    assert codes(wells) == {"ledger-clock"}


def test_a_row_slipped_in_at_the_end_is_found(wells: Dossier):
    head = wells._ledgers.head("wells")
    (row,) = rows_of([seal("wells", 6, NOON.replace(year=2020), an_event("slipped in"), head.digest)])
    told = ", ".join(f"'{one}'" for one in (row.recorded, row.kind, row.last, row.body, row.digest))

    tamper(
        wells,
        "INSERT INTO operative_entry (dossier_id, number, recorded, kind, last, body, digest) "
        f"SELECT id, 6, {told} FROM operative_dossier",
    )

    assert codes(wells) == {"ledger-gap"}
