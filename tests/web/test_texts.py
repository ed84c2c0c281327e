"""A file is brought, read, opened as a dossier or joined to one; it is nobody else's; nothing that fails is lost."""

from importlib.resources import files
from io import BytesIO
from typing import Any

import pytest
from django.test import Client

from operative.bootstrap.dossiers import Dossiers
from operative.domain.facts.conditions import DraftRegistered
from operative.domain.facts.dossiers import DocumentAttached
from operative.domain.people import Role

from .conftest import ClientOf

SAMPLES = files("operative") / "samples"
RESOLUTION = (SAMPLES / "resolution-208.txt").read_bytes()
DRAFT = (SAMPLES / "agreement-draft-1.txt").read_bytes()


def bring(client: Client, *given: tuple[str, bytes]) -> Any:
    named = []
    for name, data in given:
        file = BytesIO(data)
        file.name = name
        named.append(file)
    return client.post("/texts/", {"files": named})


def test_a_text_is_read_and_opens_a_dossier_once(client_of: ClientOf, site: Dossiers):
    eve = client_of("Eve")

    answer = bring(eve, ("wells.txt", RESOLUTION))
    page = eve.get(answer.url)

    assert answer.status_code == 302
    assert b'id="op2"' in page.content
    assert b"Open a dossier on it" in page.content
    assert b"wells.txt" in eve.get("/texts/").content
    before = set(site.keys())
    said = {"open-title": "Wells of the coast", "open-adopted": "2024-06-06", "open-participant": "LRO"}
    opened = [eve.post(f"{answer.url}open", said) for _ in range(2)]
    (key,) = set(site.keys()) - before
    assert {one.url for one in opened} == {f"/dossiers/{key}/"}
    assert any(entry.fact.kind == "mandate.stated" for entry in site.open(key).entries())


def test_a_key_that_is_taken_tells_nothing(client_of: ClientOf, site: Dossiers):
    said = {"open-title": "Wells", "open-adopted": "2024-06-06", "open-confidential": "on"}
    for name in ("Eve", "Adam"):
        person = client_of(name)
        where = bring(person, ("wells.txt", RESOLUTION)).url
        answer = person.post(f"{where}open", said)
        assert answer.status_code == 302
        assert person.get(answer.url).status_code == 200


def test_a_form_that_lacks_something_comes_back_with_what_was_typed(client_of: ClientOf):
    eve = client_of("Eve")
    where = bring(eve, ("wells.txt", RESOLUTION)).url

    answer = eve.post(f"{where}open", {"open-title": "Wells of the coast", "open-adopted": "last spring"})

    assert answer.status_code == 400
    assert b"Wells of the coast" in answer.content
    assert b"last spring" in answer.content


def test_a_text_joins_a_dossier_as_a_draft_once(client_of: ClientOf, site: Dossiers, wells: str):
    ana = client_of("Ana", Role.CONTRIBUTOR, wells)
    where = bring(ana, ("draft.txt", DRAFT)).url
    said = {"join-dossier": wells, "join-role": "draft", "join-label": "draft 1", "join-on": "2025-09"}

    answers = [ana.post(f"{where}join", said) for _ in range(2)]

    history = site.open(wells).history()
    assert {one.url for one in answers} == {f"/dossiers/{wells}/documents/draft-1/"}
    assert [one.label for one in history.facts(DraftRegistered)] == ["draft 1"]
    assert [one.document for one in history.facts(DocumentAttached)].count("draft-1") == 1
    assert ana.get(answers[0].url).status_code == 200


def test_nobody_joins_a_dossier_in_which_they_may_not_write(client_of: ClientOf, wells: str):
    ana = client_of("Ana", Role.READER, wells)
    where = bring(ana, ("draft.txt", DRAFT)).url
    said = {"join-dossier": wells, "join-role": "draft", "join-label": "draft 1", "join-on": "2025-09"}

    assert ana.post(f"{where}join", said).status_code == 400
    assert b"Let it join" not in ana.get(where).content


def test_an_upload_is_there_for_nobody_else(client_of: ClientOf):
    where = bring(client_of("Eve"), ("draft.txt", DRAFT + b"\nours")).url
    adam = client_of("Adam")

    for path in ("", "source", "pages/1.png", "?words=1-20"):
        assert adam.get(where + path).status_code == 404, path
    for path in ("open", "join", "correct", "read-again"):
        assert adam.post(where + path).status_code == 404, path
    assert Client().get(where).status_code == 302
    assert b"draft.txt" not in adam.get("/texts/").content


def test_a_source_of_a_confidential_dossier_is_there_for_its_people_only(client_of: ClientOf, site: Dossiers):
    eve, adam = client_of("Eve"), client_of("Adam")
    where = bring(eve, ("wells.txt", RESOLUTION + b"\nours")).url
    said = {"open-title": "Secret wells", "open-adopted": "2024-06-06"}

    hidden = eve.post(f"{where}open", {**said, "open-confidential": "on"}).url
    assert [adam.get(one).status_code for one in (where, hidden)] == [404, 404]
    documents = list(site.open(hidden.split("/")[2]).history().facts(DocumentAttached))
    assert adam.get(f"{hidden}documents/{documents[0].document}/").status_code == 404
    assert b"Secret wells" not in adam.get("/dossiers/").content

    shown = eve.post(f"{where}open", {**said, "open-title": "Open wells"}).url
    assert adam.get(where).url == f"{shown}documents/{documents[0].document}/"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b" ", b"empty-source"),
        ("broken.pdf", b"%PDF-1.4 nothing follows", b"damaged-source"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(40), b"no-reader"),
        ("bomb.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><akomaNtoso xmlns="x">&b;</akomaNtoso>', b"-source"),
    ],
)
def test_what_cannot_be_read_is_told_and_kept(client_of: ClientOf, name: str, data: bytes, code: bytes):
    eve = client_of("Eve")

    where = bring(eve, (name, data)).url
    page = eve.get(where)

    assert page.status_code == 422
    assert code in page.content
    assert b"".join(eve.get(f"{where}source")) == data
    assert code in eve.get("/texts/").content


def test_several_files_come_at_once_and_one_that_fails_does_not_hinder_the_others(client_of: ClientOf):
    eve = client_of("Eve")

    answer = bring(eve, ("a.txt", RESOLUTION), ("b.pdf", b"%PDF-1.4"), ("c.txt", DRAFT))
    page = eve.get(answer.url).content.decode()

    assert answer.url == "/texts/"
    assert "2 files are read." in page
    assert "1 cannot be read" in page


def test_a_file_that_is_too_large_is_named_and_the_others_are_taken(
    client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("operative.web.pages.texts.LARGEST", len(RESOLUTION))
    eve = client_of("Eve")

    answer = bring(eve, ("large.txt", RESOLUTION * 2), ("small.txt", RESOLUTION))

    assert answer.status_code == 413
    assert b"large.txt: The file is larger" in answer.content
    assert b"small.txt" in answer.content
    assert eve.post("/texts/").status_code == 400
