"""What goes out as a casebook, as rows or as linked data comes back as the same ledger; what was changed does not."""

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from operative.bootstrap.dossiers import Dossier, Dossiers
from operative.bootstrap.exports import export_dossier, import_dossier
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, DossierOpened, EntryWithdrawn, EventNoted
from operative.errors import BrokenLedger, MalformedRecord
from operative.store.memory import MemoryLedgers
from tests.reports.papers import demo

ON = date(2030, 6, 1)
FORMS = {"casebook": "wells.yaml", "ledger": "wells.jsonl", "csv": "wells.csv", "jsonld": "wells.jsonld"}
NASTY = '=HYPERLINK("x"),\n\u202eقرار ; \'" \ttab @sum 水 \U0001f4a7 -1'


def empty(folder: Path) -> Dossiers:
    return Dossiers(MemoryLedgers(), lambda: datetime(2030, 5, 1, 12, 30, 15, 250, UTC), folder / "key")


@pytest.fixture
def wells(tmp_path) -> Dossier:
    dossier = empty(tmp_path).create("wells", DossierOpened(NASTY), by=NASTY, effective=PartialDate("2030"))
    proof = (Evidence.quoting("res", "op2", NASTY), Evidence("res", url="https://example.org/?a=1,2"))
    dossier.enter([
        Statement(DocumentNamed("res", DocumentRole.RESOLUTION, NASTY), PartialDate("2030-02"), "Ana"),
        Statement(EventNoted(NASTY, ("a", "b")), PartialDate("2030-03-04"), "Ana", proof, NASTY),
    ])  # fmt: skip
    dossier.enter([Statement(EntryWithdrawn(NASTY), PartialDate("2030-03-05"), "Ana", corrects=3)])
    return dossier


@pytest.mark.parametrize("form", FORMS)
def test_a_ledger_comes_back_as_it_was(tmp_path, wells, form):
    data = export_dossier(wells, form, ON)
    back = import_dossier(empty(tmp_path), data, FORMS[form])

    assert tuple(back.entries()) == tuple(wells.entries())
    assert export_dossier(back, form, ON) == data


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("key", ["lro-concert-2024", "iom-un-2015"])
def test_the_dossiers_that_come_along_come_back(tmp_path, form, key):
    there = demo(tmp_path).open(key)
    back = import_dossier(empty(tmp_path), export_dossier(there, form, ON), FORMS[form])

    assert tuple(back.entries()) == tuple(there.entries())


def test_signed_marks_come_back_and_are_good(tmp_path, wells):
    wells.checkpoint()
    data = export_dossier(wells, "ledger", ON)
    place = empty(tmp_path)
    back = import_dossier(place, data, "wells.jsonl")

    assert back.checkpoints() == wells.checkpoints() != ()
    assert back.verify() == ()
    assert import_dossier(place, data, "wells.jsonl").checkpoints() == wells.checkpoints()


@pytest.mark.parametrize("mark", [b'{"checkpoint": 5}', b'{"checkpoint": {"number": "x"}}', b'{"checkpoint": {}}'])
def test_a_mark_that_is_none_is_refused(tmp_path, wells, mark):
    place = empty(tmp_path)
    with pytest.raises(MalformedRecord):
        import_dossier(place, export_dossier(wells, "ledger", ON) + mark, "wells.jsonl")
    assert place.keys() == ()


def test_no_cell_of_a_ledger_is_a_formula(wells):
    rows = list(csv.reader(io.StringIO(export_dossier(wells, "csv", ON).decode("utf-8-sig"), newline="")))

    assert all(cell[:1] not in ("=", "+", "-", "@", "\t", "\r") for row in rows for cell in row)
    assert [row[0] for row in rows[1:]] == ["1", "2", "3", "4"]


def test_rows_that_were_sorted_and_edited_by_hand_are_still_the_same_ledger(tmp_path, wells):
    header, *rows = csv.reader(io.StringIO(export_dossier(wells, "csv", ON).decode("utf-8-sig"), newline=""))
    out = io.StringIO(newline="")
    csv.writer(out).writerows([header, *([*(["edited"] * (len(row) - 1)), row[-1]] for row in reversed(rows))])

    assert tuple(import_dossier(empty(tmp_path), out.getvalue().encode(), "a.CSV").entries()) == tuple(wells.entries())


@pytest.mark.parametrize("form", ["csv", "jsonld", "ledger"])
def test_a_record_that_was_changed_is_refused(tmp_path, wells, form):
    data = export_dossier(wells, form, ON)
    changed = data.replace(b"2030-03-04", b"2030-03-05")

    assert changed != data
    with pytest.raises(BrokenLedger):
        import_dossier(empty(tmp_path), changed, FORMS[form])


@pytest.mark.parametrize(
    "data", [b"", b"a,b\r\n1,2\r\n", b"record\r\n5\r\n", b"record\r\n{\r\n", b"\xff\xfe\x00", b"record\r\n{}"]
)
@pytest.mark.parametrize("name", FORMS.values())
def test_what_is_no_dossier_is_refused(tmp_path, data, name):
    with pytest.raises(MalformedRecord):
        import_dossier(empty(tmp_path), data, name)
