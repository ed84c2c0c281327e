"""References from the pages of texts: for who may see the text, in both forms, with the provision that is asked for."""

import json
from hashlib import sha256
from importlib.resources import files

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from operative.bootstrap.dossiers import Dossiers

from .conftest import ClientOf


def document(site: Dossiers, key: str) -> str:
    """The address of the text of a dossier."""
    attached = next(one.fact for one in site.open(key).entries() if one.fact.kind == "document.attached")
    return f"/dossiers/{key}/documents/{attached.document}/"


def test_a_provision_is_cited_with_its_address(site: Dossiers, client_of: ClientOf, wells: str):
    base = document(site, wells)
    client = client_of("Otto")
    bibtex, csl = (client.get(f"{base}cite", {"to": form, "provision": "op3"}) for form in ("bibtex", "csl"))
    (item,) = json.loads(csl.content)

    assert b"note = {para. 3}" in bibtex.content
    assert f"url = {{http://testserver{base}#op3}}".encode() in bibtex.content
    assert (item["number"], item["section"], item["URL"]) == ("208", "para. 3", f"http://testserver{base}#op3")
    assert 'filename="reference.bib"' in bibtex["Content-Disposition"]
    assert b"cite?to=csl" in client.get(base).content


@pytest.mark.parametrize("asked", [{"to": "ris"}, {"provision": "op99"}])
def test_what_is_not_there_is_not_cited(site: Dossiers, client_of: ClientOf, wells: str, asked: dict[str, str]):
    assert client_of("Otto").get(f"{document(site, wells)}cite", asked).status_code == 404


def test_a_text_of_ones_own_is_cited_by_its_owner_alone(site: Dossiers, client_of: ClientOf):
    data = (files("operative") / "samples" / "resolution-208.txt").read_bytes() + b"\n"
    owner, address = client_of("Otto"), f"/texts/{sha256(data).hexdigest()}/cite"
    owner.post("/texts/", {"files": SimpleUploadedFile("wells.txt", data)})

    assert owner.get(address).status_code == 200
    assert client_of("Rhea").get(address).status_code == 404
