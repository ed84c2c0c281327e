"""The desk says what needs a person; the list of dossiers has no more than they may see."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from operative.bootstrap.casebooks import export_casebook, shipped_casebook
from operative.bootstrap.dossiers import Dossiers
from operative.domain.people import Role

from .conftest import ClientOf

KEY = "lro-concert-2024"


def test_the_desk_is_for_who_is_signed_in(site: Dossiers):
    assert Client().get("/").status_code == 302


def test_at_most_seven_lines_each_with_its_action_and_by_role(client_of: ClientOf):
    page = client_of("Ana", Role.LEGAL_ADVISER, KEY).get("/").content.decode()
    plain = client_of("Bo", Role.READER, KEY).get("/").content.decode()

    lines = page.split('<ul class="rows desk">')[1].split("</ul>")[0]
    assert 0 < lines.count("<li>") <= 7
    assert lines.count('class="button"') == lines.count("<li>")
    assert ">Sign<" in lines
    assert ">Sign<" not in plain
    assert "data-drop" in page


def test_dossiers_are_listed_and_a_casebook_makes_one(client_of: ClientOf, site: Dossiers):
    eve = client_of("Eve", administrator=True)
    text = shipped_casebook(KEY).replace(KEY, "concert-2", 1)

    answer = eve.post("/dossiers/", {"casebook": SimpleUploadedFile("c.yaml", text.encode())})

    assert answer.status_code == 302
    key = answer.url.split("/")[2]
    assert key in (*site.keys(),)
    assert f'href="/dossiers/{key}/"'.encode() in eve.get("/dossiers/").content


def test_a_casebook_that_cannot_be_taken_says_why(client_of: ClientOf, site: Dossiers):
    eve = client_of("Eve", administrator=True)
    before = site.keys()

    for data, status in ((b"\xff\xfe", 400), (b"no: casebook", 400), (b"", 400)):
        answer = eve.post("/dossiers/", {"casebook": SimpleUploadedFile("c.yaml", data)})
        assert answer.status_code == status
        assert b'role="alert"' in answer.content
    assert site.keys() == before


def test_only_who_administers_the_site_brings_the_words_of_others(client_of: ClientOf, site: Dossiers):
    casebook = SimpleUploadedFile("c.yaml", export_casebook(site.open(KEY)).encode())

    assert client_of("Ana", Role.ADMINISTRATOR, KEY).post("/dossiers/", {"casebook": casebook}).status_code == 403
