"""Rows in files: what was written comes back, and nothing half written is seen."""

import pytest

from operative.corpus.corpora import Corpus
from operative.corpus.parts import part_folders, write_part
from operative.domain.holdings import HeldAct, HeldProvision, HeldReference, Holding, Intake, IntakeRecord
from operative.errors import WrongCall

RECORD = IntakeRecord(
    Intake("ab" * 32, "wells.txt", "text/plain", "en"),
    (Holding("abababababababab", "wells.txt", "en", "resolution", "C/RES/7", adopted="2024-06"),),
    (HeldProvision("abababababababab", "op1", "operative", "Requests …", "1.", "", "Requests"),),
    (
        HeldAct(
            *("abababababababab", "op1", "op1-act1", "Requests", "directive", "to report"),
            addressees=("the Board",),
            timings=("annually", "by June"),
            reporting_duty=True,
        ),
    ),
    (HeldReference("abababababababab", "op1", "61/16", "A/RES/61/16", "paragraph 2"),),
)
FAILED = IntakeRecord(Intake("cd" * 32, "bad.pdf", error="damaged-source", message="cut off"))


def test_rows_come_back_as_they_were(tmp_path):
    corpus = Corpus.open_or_make(tmp_path / "memory")
    corpus.add([RECORD, FAILED])
    again = Corpus.open(tmp_path / "memory")

    assert set(again.intakes) == {RECORD.intake, FAILED.intake}
    assert again.holdings == {"abababababababab": RECORD.holdings[0]}
    assert (again.provisions, again.acts, again.references) == (RECORD.provisions, RECORD.acts, RECORD.references)


def test_a_part_that_was_not_finished_is_none(tmp_path):
    write_part(tmp_path, [RECORD])
    (tmp_path / "parts" / ".0123").mkdir()

    assert len(part_folders(tmp_path)) == 1


def test_the_same_sources_are_one_part(tmp_path):
    assert write_part(tmp_path, [RECORD]) == write_part(tmp_path, [RECORD])
    assert len(part_folders(tmp_path)) == 1


def test_a_later_reading_replaces_a_failure(tmp_path):
    corpus = Corpus.open_or_make(tmp_path / "memory")
    corpus.add([FAILED])
    corpus.add([IntakeRecord(Intake("cd" * 32, "bad.pdf", "application/pdf", "en"))])

    assert [intake.error for intake in corpus.intakes] == [""]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "holds no corpus"),
        ({"corpus.json": "not json"}, "holds no corpus"),
        ({"corpus.json": '{"format": "operative/corpus@9"}'}, "corpus@9"),
        ({"letter.txt": "Dear all"}, "holds no corpus"),
    ],
)
def test_another_folder_is_refused(tmp_path, files, said):
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(WrongCall, match=said):
        Corpus.open(tmp_path)
    if files:
        with pytest.raises(WrongCall, match=said):
            Corpus.open_or_make(tmp_path)


def test_what_is_derived_is_current_until_a_part_comes(tmp_path):
    corpus = Corpus.open_or_make(tmp_path / "memory")
    corpus.derived("words").mkdir(parents=True)
    assert not corpus.is_current("words")
    corpus.mark_current("words")
    assert corpus.is_current("words")
    corpus.add([RECORD])
    assert not corpus.is_current("words")
