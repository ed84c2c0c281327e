"""The text beside what it does: words and values point at each other; persons correct in place, and nothing is lost."""

import re
from importlib.resources import files
from typing import Any

import pytest
from django.test import Client

from operative.bootstrap.dossiers import Dossiers
from operative.domain.facts.dossiers import DocumentAttached
from operative.domain.people import Role
from tests.text.pdf_files import Page, pdf_of

from .conftest import ClientOf
from .test_texts import bring

WELLS = """RESOLUTION No. 7
(Adopted by the Council at its 43rd Session, on 6 June 2024)

WELLS

The Council,
Mindful of the state of the wells,
1.
Requests the Director General to report to the Council by June 2031 on the wells of the coast;
2.
Decides:
(a) to keep <script>alert(1)</script> & the fund;
(b) to close the old wells.
"""
PUITS = """RÉSOLUTION No 7
(Adoptée par le Conseil à sa quarante-troisième session, le 6 juin 2024)

PUITS

Le Conseil,
Conscient de l'état des puits,
1.
Prie le Directeur général de faire rapport au Conseil d'ici à juin 2031 sur les puits de la côte.
"""


@pytest.fixture
def eve(client_of: ClientOf) -> Client:
    return client_of("Eve")


@pytest.fixture
def where(eve: Client) -> str:
    return str(bring(eve, ("wells.txt", WELLS.encode())).url)


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def say(client: Client, where: str, **said: str) -> Any:
    return client.post(f"{where}correct", {"act": "op1-act1", "field": "timings", "do": "correct", **said})


def test_words_and_values_point_at_each_other(eve: Client, where: str):
    page = text_of(eve.get(where))

    (place,) = set(re.findall(r'data-words="([\d-]+)"[^>]*title="When: ', page))
    assert f'href="?words={place}#words" data-words="{place}"' in page
    shown = re.sub(r"</?span[^>]*>", "", text_of(eve.get(f"{where}?words={place}")))
    assert '<mark id="words">by June 2031</mark>' in shown
    assert "due by June 2031" in page
    assert 'id="op1"' in page
    assert 'id="op2.a"' in page
    assert "<i>Requests</i>" in page


def test_every_character_of_the_source_is_escaped(eve: Client, where: str):
    page = text_of(eve.get(where))

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; the fund" in page


NOWHERE = ("words=5-1", "words=a-b", "words=999999-1000000", "act=op9-act1", "page=2", "beside=x")


def test_words_that_run_over_provisions_are_marked_in_each_and_named_once(eve: Client, where: str):
    page = text_of(eve.get(f"{where}?words=0-100000"))

    assert page.count('<mark id="words">') == 1
    assert page.count("<mark>") > 2


@pytest.mark.parametrize("query", NOWHERE)
def test_an_address_that_asks_for_what_is_not_there_shows_the_text(eve: Client, where: str, query: str):
    answer = eve.get(f"{where}?{query}")

    assert answer.status_code == 200
    assert b'id="op1"' in answer.content


def test_a_corrected_deadline_stands_in_the_history_and_a_new_reading_keeps_it(eve: Client, where: str):
    words = "by June 2031"
    answer = say(eve, where, rejected=words, added=words, kind="date", value="2031-06-15", seen="0")
    assert answer.status_code == 302
    assert "15 June 2031" in text_of(eve.get(where))

    assert eve.post(f"{where}read-again").status_code == 302
    page = text_of(eve.get(f"{where}?act=op1-act1"))

    assert "as Eve corrected" in page
    history = page[page.index("History</h3>") :]
    assert history.index("The rules read When") < history.index("Eve, <time")
    assert "(due by June 2031)" in history
    assert "(date: 2031-06-15)" in history


def test_a_value_is_rejected_and_another_added(eve: Client, where: str):
    say(eve, where, field="addressees", rejected="the Director General", do="reject", seen="0")
    say(eve, where, field="addressees", added="the council", do="add", seen="1")

    page = text_of(eve.get(where))
    assert re.findall(r'title="Who: ([^"]*)"', page) == ["the Council"]


def test_words_that_do_not_stand_there_come_back_with_what_was_typed(eve: Client, where: str):
    answer = say(eve, where, field="addressees", added="the Secretary", do="add", seen="0")

    assert answer.status_code == 400
    assert "does not stand in the provision" in text_of(answer)
    assert 'value="the Secretary"' in text_of(answer)
    assert "Eve, <time" not in text_of(eve.get(f"{where}?act=op1-act1"))


def test_a_form_that_is_older_than_the_last_word_changes_nothing(eve: Client, where: str):
    say(eve, where, field="addressees", rejected="the Director General", do="reject", seen="0")

    answer = say(eve, where, rejected="by June 2031", added="by June 2031", value="2032", seen="0")

    assert answer.status_code == 409
    assert "Eve corrected this act meanwhile" in text_of(answer)
    assert 'value="2032"' in text_of(answer)
    assert "2032" not in text_of(eve.get(where))


def test_a_form_that_is_sent_twice_counts_once(eve: Client, where: str):
    said = {"field": "addressees", "rejected": "the Director General", "do": "reject", "seen": "0"}

    assert [say(eve, where, **said).status_code for _ in range(2)] == [302, 302]
    assert text_of(eve.get(f"{where}?act=op1-act1")).count("Eve, <time") == 1


def test_in_a_dossier_contributors_correct_and_it_counts_there_only(client_of: ClientOf, site: Dossiers, wells: str):
    history = site.open(wells).history()
    (attached,) = history.facts(DocumentAttached)
    where = f"/dossiers/{wells}/documents/{attached.document}/"
    reading = site.reading(attached.sha256, attached.name)
    act = next(one for one in reading.acts if one.addressees)
    said = {"act": act.id, "field": "addressees", "rejected": act.addressees[0].words, "do": "reject", "seen": "0"}

    assert client_of("Rita", Role.READER, wells).post(f"{where}correct", said).status_code == 403
    assert client_of("Carl", Role.CONTRIBUTOR, wells).post(f"{where}correct", said).status_code == 302

    here = next(one for one in site.open(wells).reading(attached.document).acts if one.id == act.id)
    assert here.addressees == act.addressees[1:]
    adam = client_of("Adam")
    data = (files("operative") / "samples" / "resolution-208.txt").read_bytes()
    own = bring(adam, ("mine.txt", data)).url
    assert "Carl" not in text_of(adam.get(f"{own}?act={act.id}"))
    assert "Carl" in text_of(adam.get(f"{where}?act={act.id}"))


def test_two_languages_stand_side_by_side_by_their_provisions(eve: Client, where: str):
    other = bring(eve, ("puits.txt", PUITS.encode())).url
    key = other.strip("/")

    page = text_of(eve.get(f"{where}?beside={key}"))

    assert 'class="sheet versions"' in page
    pairs = page.split('<div class="pair">')
    (first,) = [one for one in pairs if 'id="op1"' in one]
    assert "Directeur général" in first
    assert 'lang="fr"' in first
    assert page.count('id="op1"') == 1
    adam = Client()
    assert adam.get(f"{where}?beside={key}").status_code == 302


def test_a_text_from_right_to_left_is_set_so(eve: Client):
    arabic = "القرار ٧\n\nالمجلس،\n\n١ - يطلب إلى المدير العام أن يقدم تقريرا إلى المجلس في دورته الحادية والثمانين؛\n"
    page = text_of(eve.get(bring(eve, ("a.txt", arabic.encode())).url))

    assert 'lang="ar" dir="rtl"' in page


def test_pages_of_a_pdf_are_drawn_with_the_words_that_carry_values(eve: Client):
    lines = WELLS.splitlines()
    sheet = Page()
    sheet.lines(72, 700, *lines)
    where = bring(eve, ("wells.pdf", pdf_of(sheet))).url

    page = text_of(eve.get(f"{where}?page=1"))
    picture = eve.get(f"{where}pages/1.png")

    assert 'viewBox="0 0 612.00 792.00"' in page
    assert page.count('class="hit"') >= 3
    assert picture.content.startswith(b"\x89PNG")
    assert picture.headers["Cache-Control"].startswith("private")
    assert eve.get(f"{where}pages/1.png", headers={"If-None-Match": picture.headers["ETag"]}).status_code == 304
    assert [eve.get(f"{where}pages/{number}.png").status_code for number in (0, 2)] == [404, 404]
    boxes = [float(one) for one in re.findall(r'class="hit" x="([\d.]+)"', page)]
    assert all(60 < one < 600 for one in boxes)


def test_a_document_without_text_says_so(client_of: ClientOf, site: Dossiers):
    key = site.keys()[0]
    page = client_of("Eve").get(f"/dossiers/{key}/documents/nowhere/")

    assert page.status_code == 404


def test_every_document_of_the_demonstration_is_shown(client_of: ClientOf, site: Dossiers):
    eve = client_of("Eve", administrator=True)
    seen = 0
    for key in (*site.keys(),):
        for one in site.open(key).history().facts(DocumentAttached):
            answer = eve.get(f"/dossiers/{key}/documents/{one.document}/")
            assert answer.status_code == 200, one.document
            assert len(answer.content) < 200_000
            seen += 1
    assert seen > 2
