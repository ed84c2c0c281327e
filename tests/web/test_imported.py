"""Pages of a dossier that a table was taken into."""

import re
from urllib.parse import unquote

import pytest

from operative.bootstrap.tables import Choices, enter_table
from operative.domain.days import PartialDate
from operative.domain.facts.dossiers import DocumentNamed, DossierOpened

PLAN = (
    b"No;Action;Lead unit;Deadline;Next step;Status\n"
    b"1;Dig wells;Water Unit;2024-12-31;Choose places;begun\n2;Line wells;;;;\n"
)
CITED = b"Entity,Full document symbol,Source,Origin document\nLRO,L/RES/4,Council resolutions,Budget 2024\n"
COSTS = b"Item,Amount (CHF),Year\nPumps,12500,2024\n"


@pytest.fixture
def planned(site):
    day = PartialDate("2024-01-01")
    dossier = site.create("plan", DossierOpened("Plan of the lakes", "Council", "LRO"), by="ada", effective=day)
    for name, data in (("plan.csv", PLAN), ("cited.csv", CITED), ("costs.csv", COSTS)):
        enter_table(site, dossier, data, name, by="ada", on=day, choices=Choices())
    return dossier


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("", "Plan of the lakes"),
        ("requests/", "Dig wells"),
        ("conditions/", ""),
        ("mechanisms/", ""),
        ("costs/", ""),
        ("reports/", ""),
        ("session/", ""),
        ("brief/", "Plan of the lakes"),
        ("ledger/", "status: begun"),
    ],
)
def test_every_page_shows_a_dossier_of_tables(page, shown, planned, client_of):
    answer = client_of("reader").get(f"/dossiers/plan/{page}?as_of=2024-06-01")

    assert answer.status_code == 200
    assert shown in answer.content.decode()


def test_evidence_leads_to_its_cell(planned, client_of):
    client = client_of("reader")
    ledger = client.get("/dossiers/plan/ledger/").content.decode()
    link = re.search(r'<a href="(?P<page>[^"#]*/documents/plan-[^"#]*)#(?P<cell>[^"]*B2)"', ledger)
    page = client.get(link["page"])

    assert page.status_code == 200
    assert f'id="{unquote(link["cell"])}" dir="auto">Dig wells</td>' in page.content.decode()


def test_of_a_very_long_table_the_beginning_is_shown_and_the_rest_counted(planned, client_of, monkeypatch):
    monkeypatch.setattr("operative.web.pages.sheets.SHOWN", 2)
    document = planned.history().facts(DocumentNamed)[0].key
    page = client_of("reader").get(f"/dossiers/plan/documents/{document}/").content.decode()

    assert "Line wells" not in page
    assert "1 more row is not shown." in page


def test_a_table_is_no_text_to_be_cited_corrected_or_set_beside_another(planned, client_of):
    document = planned.history().facts(DocumentNamed)[0].key
    client = client_of("ada")

    assert client.get(f"/dossiers/plan/documents/{document}/cite").status_code == 404
    assert client.post(f"/dossiers/plan/documents/{document}/correct", {}).status_code in (404, 422)
    other = client.get("/dossiers/lro-concert-2024/documents/resolution-208/?versions=1").content.decode()
    assert "plan.csv" not in other


def test_the_file_of_a_table_can_be_had(planned, client_of):
    document = planned.history().facts(DocumentNamed)[0].key
    client = client_of("reader")

    assert b"".join(client.get(f"/dossiers/plan/documents/{document}/source")) == PLAN
