"""Tables taken in by command: what is shown, what is entered, and calls that cannot be right."""

import json

import pytest
from tests.commands import call

from operative.bootstrap.dossiers import open_dossiers
from operative.domain.days import PartialDate
from operative.domain.facts.dossiers import DossierOpened

PLAN = "No,Action,Lead unit,Status\n1,Dig wells,Water Unit,begun\n2,Line wells,,\n,,Lake Unit,\n"
CALL = ("dossier", "import-table", "wells", "plan.csv", "--by", "Ana", "--on", "2030-02-01")


@pytest.fixture
def url(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'wells.db'}"
    monkeypatch.setenv("OPERATIVE_DATABASE_URL", url)
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.csv").write_text(PLAN)
    open_dossiers(url).create("wells", DossierOpened("Wells"), by="Ana", effective=PartialDate("2030-01-01"))
    return url


def version(url):
    return open_dossiers(url).open("wells").version


def test_a_look_tells_every_row_and_enters_nothing(url, capsys):
    assert call(*CALL) == 0

    out = capsys.readouterr().out
    assert "3 rows: 2 new, 0 changed, 0 same, 1 refused" in out
    assert out.index("the row has neither an id nor a label") < out.index("to do: Dig wells")
    assert "nothing is entered yet" in out
    assert version(url) == 1


def test_a_look_as_json_has_every_statement_with_its_cells(url, capsys):
    assert call(*CALL, "--to", "json") == 0

    row = json.loads(capsys.readouterr().out)["rows"][0]
    assert (row["number"], row["fate"], row["key"]) == (2, "new", "plan-1")
    assert [one["provision"] for one in row["statements"][0]["evidence"]] == ["rows!B2"]


def test_what_is_entered_is_told_and_a_second_time_nothing_is(url, capsys):
    assert call(*CALL, "--column", "Status=", "--enter") == 0
    assert "wells: entries 2 to 7" in capsys.readouterr().out
    assert "status" not in "".join(one.fact.kind for one in open_dossiers(url).open("wells").entries())

    assert call(*CALL, "--enter") == 0
    assert "wells: nothing new" in capsys.readouterr().out
    assert version(url) == 7


def test_rows_that_are_gone_are_named(url, tmp_path, capsys):
    call(*CALL, "--enter")
    (tmp_path / "plan.csv").write_text("\n".join(PLAN.splitlines()[:2]))
    call(*CALL)

    assert "no longer in the table, and left as they are: plan-2" in capsys.readouterr().out


def test_very_many_rows_are_counted_and_shown_when_asked_for(url, tmp_path, capsys):
    (tmp_path / "plan.csv").write_text("No,Action\n" + "".join(f"{n},Dig well {n}\n" for n in range(60)))
    call(*CALL)
    assert "and 20 more; --all shows them" in capsys.readouterr().out

    call(*CALL, "--all")
    assert "Dig well 59" in capsys.readouterr().out


def test_who_cites_what_is_shown_by_entity_and_document(url, tmp_path, capsys):
    rows = "LRO,L/RES/4,Budget\nLPO,L/RES/4,Budget\nLPO,L/RES/5,Budget\n"
    (tmp_path / "plan.csv").write_text(f"Entity,Full document symbol,Origin document\n{rows}")
    call(*CALL, "--enter")
    capsys.readouterr()
    shown = {}
    for asked in ((), ("--entity", "LPO"), ("--document", "L/RES/4"), ("--document", "l-res-5")):
        call("dossier", "citations", "wells", "--as-of", "2030-03-01", "--to", "json", *asked)
        shown[asked[1:]] = [(one["entity"], one["symbol"]) for one in json.loads(capsys.readouterr().out)]

    assert shown == {
        (): [("LPO", "L/RES/4"), ("LPO", "L/RES/5"), ("LRO", "L/RES/4")],
        ("LPO",): [("LPO", "L/RES/4"), ("LPO", "L/RES/5")],
        ("L/RES/4",): [("LPO", "L/RES/4"), ("LRO", "L/RES/4")],
        ("l-res-5",): [("LPO", "L/RES/5")],
    }


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("--column", "Status"), 2, "wrong-call: --column 'Status': write a heading"),
        (("--column", "Status=colour"), 2, "wrong-call: --column 'Status=colour'"),
        (("--column", "Shape=status"), 2, "wrong-call: the table has no heading 'Shape'"),
        (("--sheet", "Plan"), 2, "wrong-call: there is no sheet 'Plan'"),
        (("--heading", "9"), 2, "wrong-call: sheet 'rows' has no words in row 9"),
        (("--on", "soon"), 2, "wrong-call: 'soon' is no date"),
        (("--on", "0999"), 1, "refused: effective: 0999"),
    ],
)
def test_a_wrong_call_is_one_line_and_enters_nothing(args, code, said, url, capsys):
    assert call(*CALL, *args, "--enter") == code

    assert capsys.readouterr().err.startswith(f"operative: {said}")
    assert version(url) == 1
