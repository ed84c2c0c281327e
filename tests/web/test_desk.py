"""The desk says what needs a person; the list of dossiers has no more than they may see."""

from datetime import date
from typing import cast

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from operative.bootstrap.casebooks import export_casebook, shipped_casebook
from operative.bootstrap.dossiers import Dossier, Dossiers
from operative.domain.needs import Need, Urgency
from operative.domain.people import Role

from .conftest import ClientOf

KEY = "lro-concert-2024"
CASE = "iom-un-2015"


def test_the_desk_is_for_who_is_signed_in(site: Dossiers):
    assert Client().get("/").status_code == 302


def test_at_most_seven_lines_each_with_its_action_and_by_role(client_of: ClientOf):
    page = client_of("Ana", Role.LEGAL_ADVISER, KEY).get("/").content.decode()
    plain = client_of("Bo", Role.READER, KEY).get("/").content.decode()

    lines = "".join(part.split("</ul>")[0] for part in page.split('<ul class="rows desk">')[1:])
    assert 0 < lines.count("<li>") <= 7
    assert lines.count('class="button"') == lines.count("<li>")
    assert ">Sign<" in lines
    assert ">Sign<" not in plain
    assert "Waiting for you" in page
    assert "data-drop" in page


def test_what_is_open_for_years_stands_out_and_may_be_closed_by_who_writes(client_of: ClientOf):
    page = client_of("Ana", Role.OFFICER, CASE).get("/").content.decode()
    plain = client_of("Bo", Role.READER, CASE).get("/").content.decode()

    group = page.split("Open for years, without a day")[1].split("</section>")[0]
    assert "unanswered for 1" in group
    assert f"/dossiers/{CASE}/enter/move/?mandate=" in group
    assert "or close it" not in plain


def test_seven_lines_are_open_and_the_rest_is_folded(site: Dossiers):
    # The pages load only once Django is set up.
    from operative.web.cases import Case
    from operative.web.pages.desk import Line, _groups

    case = Case(cast(Dossier, None), date(2030, 1, 1), None, "Ana", None)
    lines = [Line(case, Need(Urgency.LATE, str(number), "requests", "Record")) for number in range(9)]
    lines += [Line(case, Need(Urgency.WAITING, str(number), "requests", "Record")) for number in range(2)]

    groups = tuple(_groups(lines))

    assert [(len(one.shown), len(one.folded)) for one in groups] == [(6, 3), (1, 1)]


def test_the_newest_entries_are_told_in_sentences(client_of: ClientOf):
    page = client_of("Bo", Role.READER, CASE).get("/").content.decode()

    assert "Bo is reader" in page.split('<ul class="rows news">')[1]


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
