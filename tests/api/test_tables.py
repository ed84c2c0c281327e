"""Tables through the API: looked at, entered, refused."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from operative.bootstrap.dossiers import Dossiers
from operative.domain.days import PartialDate
from operative.domain.facts.dossiers import DossierOpened

from .conftest import TokenOf

PLAN = b"No,Action,Colour\n1,Dig wells,red\n2,Line wells,\n,,blue\n"
URL = "/api/v1/dossiers/plan/tables"


@pytest.fixture(scope="module")
def writer(site: Dossiers, token_of: TokenOf):
    site.create("plan", DossierOpened("Plan"), by="Ana", effective=PartialDate("2024"))
    return token_of("Ana", "write")


def send(client: Client, header, data=PLAN, **given):
    return client.post(URL, {"file": SimpleUploadedFile("plan.csv", data), **given}, **header)


def test_a_table_is_looked_at_and_then_entered_once(client, site, writer):
    looked = send(client, writer).json()
    assert [row["fate"] for row in looked["intake"]["rows"]] == ["new", "new", "refused"]
    assert (looked["entries"], looked["version"], site.open("plan").version) == (0, 1, 1)

    given = {"enter": "true", "expected": 1, "columns": '{"Colour": "status"}', "on": "2024-06"}
    entered = send(client, writer, **given).json()
    assert (entered["entries"], entered["version"]) == (6, 7)
    assert "status: red" in entered["intake"]["rows"][0]["changes"]

    assert send(client, writer, **given).json()["entries"] == 0
    changed = send(client, writer, PLAN.replace(b"Dig", b"Fill"), **given)
    assert (changed.status_code, changed.json()["code"]) == (409, "stale-version")


@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        ({"columns": "["}, 400, "wrong-call"),
        ({"columns": '{"No": "colour"}'}, 400, "wrong-call"),
        ({"columns": '{"Shape": "id"}'}, 400, "wrong-call"),
        ({"columns": "[]"}, 400, "wrong-call"),
        ({"columns": '{"No": []}'}, 400, "wrong-call"),
        ({"holds": "wells"}, 400, "wrong-call"),
        ({"on": "soon"}, 400, "wrong-call"),
        ({"sheet": "Plan"}, 400, "wrong-call"),
    ],
)
def test_a_wrong_call_is_told_and_enters_nothing(given, status, code, client, site, writer):
    version = site.open("plan").version
    answer = send(client, writer, enter="true", **given)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert site.open("plan").version == version


def test_what_is_no_table_is_told(client, writer):
    assert send(client, writer, b"%PDF-1.7").json()["code"] == "no-reader"


def test_who_may_not_write_is_told_so(client, token_of, writer):
    assert send(client, token_of("Ben", "read")).status_code == 403
    assert send(client, token_of("Ben", "write")).status_code == 403
