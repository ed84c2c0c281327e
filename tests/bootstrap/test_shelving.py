"""Parts of a corpus that are written while others are read."""

from pathlib import Path

import pytest

from operative.bootstrap import shelving
from operative.bootstrap.shelving import Shelf
from operative.corpus.corpora import Corpus
from operative.corpus.indexing import INDEX
from operative.corpus.packing import PackedRecord, pack_record
from operative.domain.holdings import HeldProvision, Holding, Intake, IntakeRecord
from operative.errors import WrongCall


def record(number: int) -> PackedRecord:
    key = f"{number:016x}"
    holding = Holding(key, f"{number}.txt", "en")
    provision = HeldProvision(key, "op1", "operative", "Requests the Board to cut reeds;")
    return pack_record(IntakeRecord(Intake(f"{number:064x}", f"{number}.txt"), (holding,), (provision,)))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(shelving, "PART_PROVISIONS", 2)
    Corpus.open_or_make(tmp_path / "memory")
    return tmp_path / "memory"


def shelve(folder: Path, count: int, *, stopped: bool = False) -> None:
    with Shelf(folder) as shelf:
        for number in range(count):
            shelf.put(record(number))
        if stopped:
            raise KeyboardInterrupt


def test_full_parts_and_the_rest_are_kept_and_indexed(folder):
    shelve(folder, 5)

    corpus = Corpus.open(folder)
    assert len(corpus.parts) == 3
    assert sorted(corpus.holdings) == [f"{number:016x}" for number in range(5)]
    assert corpus.is_current(INDEX)


def test_what_was_given_is_kept_where_the_reading_is_stopped(folder):
    with pytest.raises(KeyboardInterrupt):
        shelve(folder, 3, stopped=True)

    assert len(Corpus.open(folder).holdings) == 3


def test_a_part_that_cannot_be_written_beside_says_why(folder):
    (folder / "corpus.json").write_text("{}")

    with pytest.raises(WrongCall, match="holds None"):
        shelve(folder, 2)
