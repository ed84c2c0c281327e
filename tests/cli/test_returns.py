import json

import pytest
from tests.commands import call
from tests.exchange.edited import edited

from operative.bootstrap.dossiers import open_dossiers
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.dossiers import DossierOpened, EventNoted


@pytest.fixture
def report(tmp_path, monkeypatch):
    """A report in which two lines were edited, in the folder of the call."""
    url = f"sqlite:///{tmp_path / 'wells.db'}"
    monkeypatch.setenv("OPERATIVE_DATABASE_URL", url)
    monkeypatch.chdir(tmp_path)
    dossier = open_dossiers(url).create("wells", DossierOpened("Wells"), by="Ana", effective=PartialDate("2030-01-01"))
    dossier.enter([Statement(EventNoted("letter to the mayor"), PartialDate("2030-03-10"), "Ana")])
    assert call("report", "make", "wells", "--as-of", "2030-06-01", "--out", "made.docx") == 0
    made = (tmp_path / "made.docx").read_bytes()
    changes = (("letter to the mayor", "letter to the deputy"), ("No membership", "Little membership"))
    (tmp_path / "edited.docx").write_bytes(edited(made, *changes))
    return dossier


def told(capsys):
    call("report", "back", "wells", "edited.docx", "--to", "json")
    return json.loads(capsys.readouterr().out.rpartition("bytes\n")[2])


def test_changes_are_shown_with_what_they_rest_on(report, capsys):
    first = told(capsys)["offers"][0]
    assert call("report", "back", "wells", "edited.docx") == 0
    shown = capsys.readouterr().out

    assert shown.startswith("working-group as of 2030-06-01, made of entry 2: ")
    assert f"{first['edit']['id']}  {first['edit']['line']}  changed (Operative, 2030-06-01, not tracked)" in shown
    assert "  now: 10 March 2030: letter to the deputy.\n  rests on entry 2\n  to accept it corrects entry 2" in shown
    assert "  cannot be accepted: " in shown


def test_a_person_answers_by_name(report, capsys):
    first, *others = (one["edit"]["id"] for one in told(capsys)["offers"])
    answers = ("--accept", first, *(word for one in others for word in ("--decline", one)))

    assert call("report", "back", "wells", "edited.docx", *answers) == 2
    assert "say who accepts and declines: --by NAME" in capsys.readouterr().err
    assert report.version == 2
    assert call("report", "back", "wells", "edited.docx", *answers, "--by", "Ana") == 0
    assert "event.noted, 10 March 2030" in capsys.readouterr().out
    assert {one["answer"] for one in told(capsys)["offers"]} == {"accepted", "declined"}


@pytest.mark.parametrize(
    ("file", "code", "said"),
    [
        ("made.docx", 0, ": 0 changes"),
        ("wells.db", 1, "damaged-source: not a whole zip archive"),
        ("nowhere.docx", 2, "nowhere.docx"),
    ],
)
def test_each_file_has_its_answer(report, capsys, file, code, said):
    assert call("report", "back", "wells", file) == code
    out, err = capsys.readouterr()
    assert said in out + err
