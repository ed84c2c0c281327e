"""Many sources into a corpus: once each, from folders, archives and lists, whatever one of them does."""

import json
import os
import signal
import tarfile
import zipfile

import pytest

from operative.bootstrap import bulk
from operative.bootstrap.bulk import read_into
from operative.bootstrap.supplies import supplies_of
from operative.corpus.corpora import Corpus
from operative.errors import UnreadableSource, WrongCall

TEXT = """RESOLUTION No. {number}
(Adopted by the Council at its 43rd Session, on 6 June 2024)

WELLS

The Council,
Mindful of the state of the wells,
1.
Requests the Secretariat to mend well {number} and to report to the Council by June 2025.
"""
BLOCKS = [{"text": "Notes the wells", "type": "paragraph", "paragraph_type": "operative"}]


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    (folder / "old").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for name in ("1.txt", "old/2.txt", ".hidden/3.txt", ".4.txt", "5.odd"):
        (folder / name).write_text(TEXT.format(number=name[-5]))
    (folder / "blocks.json").write_text(json.dumps(BLOCKS))
    return folder


def names(paths):
    return [str(one) if isinstance(one, UnreadableSource) else one.name for one in supplies_of(paths)]


def test_a_corpus_holds_structure_acts_and_citations(texts, tmp_path):
    summary = read_into([texts], tmp_path / "memory", jobs=2)
    corpus = Corpus.open(tmp_path / "memory")

    assert (summary.read, summary.known, summary.failed) == (3, 0, [])
    assert {holding.number for holding in corpus.holdings.values()} == {"1", "2", ""}
    assert {(act.force, act.addressees, act.reporting_duty) for act in corpus.acts} >= {
        ("directive", ("the Secretariat",), True)
    }
    assert sum(p.provision == "op1" for p in corpus.provisions) == 3


def test_a_source_is_read_once_and_only_what_is_new_later(texts, tmp_path):
    read_into([texts], tmp_path / "memory", jobs=1)
    (texts / "copy.txt").write_bytes((texts / "1.txt").read_bytes())
    (texts / "new.txt").write_text(TEXT.format(number=9))
    summary = read_into([texts], tmp_path / "memory", jobs=1)

    assert (summary.read, summary.known) == (1, 4)
    assert len(Corpus.open(tmp_path / "memory").holdings) == 4


def test_quick_leaves_out_the_acts(texts, tmp_path):
    read_into([texts], tmp_path / "memory", jobs=1, quick=True)
    corpus = Corpus.open(tmp_path / "memory")

    assert not corpus.acts
    assert corpus.provisions


def test_what_cannot_be_read_is_told_once_and_can_be_tried_again(texts, tmp_path):
    (texts / "cut.pdf").write_bytes(b"%PDF-1.4 cut off")
    first = read_into([texts], tmp_path / "memory", jobs=2)
    second = read_into([texts], tmp_path / "memory", jobs=2)
    third = read_into([texts], tmp_path / "memory", jobs=2, retry=True)

    assert [name for name, _, _ in first.failed] == ["cut.pdf"]
    assert (second.failed, second.known) == ([], 4)
    assert third.codes == first.codes
    assert first.read == 3


def test_a_source_that_kills_its_process_loses_only_itself(texts, tmp_path, monkeypatch):
    take_in = bulk.take_in

    def deadly(job, quick):
        if job[1] == "1.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        return take_in(job, quick)

    monkeypatch.setattr(bulk, "take_in", deadly)
    summary = read_into([texts], tmp_path / "memory", jobs=2)

    assert [(name, code) for name, code, _ in summary.failed] == [("1.txt", "reader-crashed")]
    assert summary.read == 2


def test_stopped_in_the_midst_the_next_call_goes_on(texts, tmp_path):
    def stop(summary):
        if summary.read == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_into([texts], tmp_path / "memory", jobs=1, watch=stop)
    summary = read_into([texts], tmp_path / "memory", jobs=1)

    assert (summary.known, summary.read) == (2, 1)


def test_a_corpus_in_the_folder_is_no_source(texts):
    first = read_into([texts], texts / "memory", jobs=1)
    second = read_into([texts], texts / "memory", jobs=1)

    assert (first.read, second.read, second.known, second.failed) == (3, 0, 3, [])


def test_folders_are_walked_without_hidden_files(texts):
    assert names([texts]) == ["1.txt", "blocks.json", "old/2.txt"]


@pytest.mark.parametrize("ending", ["zip", "tar", "tar.gz", "tar.xz"])
def test_archives_are_read_in_place(texts, tmp_path, ending):
    archive = tmp_path / f"texts.{ending}"
    if ending == "zip":
        with zipfile.ZipFile(archive, "w") as file:
            for name in ("1.txt", "old/2.txt", "5.odd", ".4.txt"):
                file.write(texts / name, name)
    else:
        with tarfile.open(archive, f"w:{ending.partition('.')[2]}") as file:
            file.add(texts, "texts", filter=lambda info: None if "hidden" in info.name else info)
    summary = read_into([archive], tmp_path / "memory", jobs=2)

    assert summary.failed == []
    assert {holding.number for holding in Corpus.open(tmp_path / "memory").holdings.values()} >= {"1", "2"}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("list.manifest", "# wells\n1.txt\n\nold/2.txt\n", ["1.txt", "old/2.txt"]),
        ("list.csv", "no,file\n1,old/2.txt\n2,\n", ["old/2.txt"]),
    ],
)
def test_lists_name_files_beside_them(texts, name, text, expected):
    (texts / name).write_text(text)

    assert names([texts / name]) == expected


def test_a_name_in_a_list_that_does_not_exist_is_told(texts, tmp_path):
    (texts / "list.manifest").write_text("1.txt\nnone.txt\n")
    summary = read_into([texts / "list.manifest"], tmp_path / "memory", jobs=1)

    assert summary.read == 1
    assert summary.codes == {"unreadable-source": 1}


def test_a_damaged_archive_is_told(texts, tmp_path):
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04 cut off")
    summary = read_into([tmp_path / "cut.zip", texts], tmp_path / "memory", jobs=1)

    assert summary.codes == {"damaged-source": 1}
    assert summary.read == 3


@pytest.mark.parametrize(("name", "text"), [("none", None), ("list.csv", "name\n1.txt\n")])
def test_a_call_without_sense_is_refused(tmp_path, name, text):
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(WrongCall):
        list(supplies_of([tmp_path / name]))
