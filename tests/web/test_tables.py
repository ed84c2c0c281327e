"""Tables brought by form: what would happen is shown, columns are chosen, and then it is entered, once."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from operative.bootstrap.tables import Choices, enter_table
from operative.domain.days import PartialDate
from operative.domain.facts.dossiers import EventNoted
from operative.domain.facts.mandates import MandateStated
from operative.domain.people import Role

PLAN = b"No;Action;Lead unit;Deadline;Colour\n1;Dig wells;Water Unit;2031-12-31;red\n2;Line wells;;;\n;;Lake Unit;;\n"


def bring(client, data=PLAN, name="plan.csv"):
    return client.post("/dossiers/wells/tables/", {"file": SimpleUploadedFile(name, data)})


@pytest.fixture
def client(client_of, wells):
    return client_of("Ada", Role.CONTRIBUTOR, wells)


def fields_of(page):
    """What the form that enters the table sends."""
    form = page.content.decode().rpartition('<form method="post"')[2]
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def test_bringing_a_table_shows_what_would_happen_and_enters_nothing(client, site, wells):
    before = site.open(wells).version
    page = client.get(bring(client).url)
    words = " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())

    assert "3 rows: 2 new, 0 changed, 0 the same, 1 refused" in words
    assert "to do: Dig wells" in words
    assert "the row has neither an id nor a label" in words
    assert site.open(wells).version == before


def test_the_columns_are_as_they_are_chosen(client, wells):
    url = bring(client).url
    page = client.get(url, {"holds": "actions", "column:Action": "label", "column:Colour": "status", "column:No": "id"})

    assert "status: red" in page.content.decode()
    assert "owner: Water Unit" in page.content.decode()
    left_out = client.get(url, {"holds": "actions", "column:Lead unit": ""})
    assert "owner: Water Unit" not in left_out.content.decode()


def test_entering_enters_what_was_shown_in_the_name_of_the_reader_and_only_once(client, site, wells):
    url = bring(client).url
    sent = fields_of(client.get(url, {"holds": "actions", "column:Colour": "status", "on": "2025-10"}))
    done = client.post(url, sent)

    assert (done.status_code, done.url) == (302, "/dossiers/wells/requests/")
    history = site.open(wells).history()
    assert {one.id for one in history.facts(MandateStated)} > {"plan-1", "plan-2"}
    event = next(entry for entry, fact in history.of(EventNoted) if fact.title == "status: red")
    assert (event.statement.by, str(event.effective)) == ("Ada", "2025-10")
    version = site.open(wells).version
    assert client.post(url, sent).status_code == 302
    assert site.open(wells).version == version


def test_who_was_overtaken_sees_what_came_first_and_enters_nothing(client, site, wells):
    url = bring(client).url
    sent = fields_of(client.get(url))
    data = b"No,Action\n7,Fill in wells\n"
    enter_table(site, site.open(wells), data, "other.csv", by="Ben", on=PartialDate("2025-10"), choices=Choices())
    version = site.open(wells).version
    page = client.post(url, sent)

    assert page.status_code == 409
    assert "Somebody wrote to the dossier first" in page.content.decode()
    assert site.open(wells).version == version
    assert client.post(url, fields_of(page)).status_code == 302


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        (b"%PDF-1.7", 422, "no table"),
        (b" ", 422, "nothing in it"),
        (b'No,Action\n1,"Dig', 422, "line 2"),
    ],
)
def test_what_is_no_table_is_said_above_the_form(data, status, said, client):
    page = bring(client, data)

    assert page.status_code == status
    assert said in page.content.decode()


def test_headings_that_nobody_knows_can_still_be_told(client):
    url = bring(client, "رقم;إجراء\n1;حفر الآبار\n".encode()).url
    page = client.get(url)
    told = client.get(url, {"holds": "actions", "column:رقم": "id", "column:إجراء": "label"})

    assert (page.status_code, "nothing is known of the headings" in page.content.decode()) == (400, True)
    assert "حفر الآبار" in told.content.decode()


def test_what_was_chosen_stays_when_it_cannot_be_so(client):
    chosen = {"holds": "actions", "column:No": "id", "column:Colour": "id", "column:Action": "label"}
    page = client.get(bring(client).url, chosen)
    words = page.content.decode()

    assert (page.status_code, "two columns cannot both be id: No, Colour" in words) == (400, True)
    assert re.search(r'name="column:Colour">.*?<option value="id" selected>', words, re.DOTALL)


def test_with_another_kind_of_table_columns_are_suggested_anew(client):
    url = bring(client, b"Item,Amount,Entity,Symbol\nPumps,5,LRO,L/RES/4\n").url
    chosen = {"holds": "citations", "before": "costs", "column:Item": "label", "column:Amount": "amount"}
    page = client.get(url, chosen).content.decode()

    assert "LRO names L/RES/4" in page


@pytest.mark.parametrize("given", [{"holds": "wells"}, {"column:No": "wells"}, {"column:Shape": "id"}, {"on": "soon"}])
def test_a_damaged_form_is_told_so(given, client):
    assert client.get(bring(client).url, given).status_code == 400


def test_a_table_that_somebody_else_brought_is_not_there(client, client_of, wells):
    url = bring(client).url

    assert client_of("Ben", Role.OFFICER, wells).get(url).status_code == 404


def test_who_only_reads_brings_no_table(client, client_of, wells):
    url = bring(client).url
    reader = client_of("Cleo", Role.READER, wells)

    assert [reader.get(one).status_code for one in ("/dossiers/wells/tables/", url)] == [403, 403]
    assert "/tables/" not in reader.get("/dossiers/wells/").content.decode()
    assert "/dossiers/wells/tables/" in client.get("/dossiers/wells/").content.decode()
