"""Pages of a dossier that a table was taken into."""

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


def test_the_file_of_a_table_can_be_had(planned, client_of):
    document = planned.history().facts(DocumentNamed)[0].key
    client = client_of("reader")

    assert b"".join(client.get(f"/dossiers/plan/documents/{document}/source")) == PLAN
