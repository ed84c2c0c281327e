"""Evidence that was entered before its text was attached is looked at again."""

import pytest

from operative.bootstrap.dossiers import Dossier, open_dossiers
from operative.bootstrap.proofs import check_proofs
from operative.cli.main import main
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, DossierOpened, EventNoted

TEXT = b"RESOLUTION No. 7\n\nThe Council,\n1.\nRequests the Director General to dig wells.\n"


@pytest.fixture
def wells(tmp_path, monkeypatch) -> Dossier:
    url = f"sqlite:///{tmp_path / 'wells.db'}"
    monkeypatch.setenv("OPERATIVE_DATABASE_URL", url)
    dossier = open_dossiers(url).create("wells", DossierOpened("Wells"), by="Ana", effective=PartialDate("2030"))
    named = [DocumentNamed(key, DocumentRole.RESOLUTION) for key in ("res", "other")]
    cited = [
        (Evidence.quoting("res", "op1", "dig wells"),),
        (Evidence.quoting("res", "op1", "dig two wells"), Evidence.quoting("other", "", "anything")),
        (Evidence("res", "op9"),),
    ]
    day = PartialDate("2030-02-01")
    noted = [Statement(EventNoted(f"event {number}"), day, "Ana", proof) for number, proof in enumerate(cited)]
    dossier.enter([*(Statement(one, day, "Ana") for one in named), *noted])
    return dossier


def test_what_the_text_does_not_say_is_found_once_it_is_there(wells: Dossier):
    before = check_proofs(wells)
    wells.attach("res", TEXT, by="Ana", name="res.txt")

    assert before == ()
    assert [(one.code, one.message) for one in check_proofs(wells)] == [
        ("evidence-not-found", "entry 5, res op1: the document does not say 'dig two wells'"),
        ("place-unknown", "entry 6, res op9: the document has no such place"),
    ]
    assert wells.verify() == ()


def test_the_command_tells_and_the_chain_stays_whole(wells: Dossier, capsys):
    wells.attach("res", TEXT, by="Ana", name="res.txt")
    with pytest.raises(SystemExit) as left:
        main(["dossier", "verify", "wells"])

    said = capsys.readouterr().out.splitlines()
    assert left.value.code == 0
    assert said[0] == "wells: 7 entries, whole"
    assert said[1] == "warning: evidence-not-found: entry 5, res op1: the document does not say 'dig two wells'"
    assert len(said) == 3
