"""What Akoma Ntoso says beside the text: steps, events and what was found, valid and whole."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import etree

from operative.bootstrap.corrections import settled
from operative.domain.claims import Author, Claim, Stand, anchor_of
from operative.errors import HostileSource, NoReader
from operative.exchange.akn import render_akn, validate_akn
from operative.exchange.found import analysis_as_dict
from operative.text.akn.analysis import read_analysis
from tests.exchange.readings import SAMPLES, understood

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
TWO = "RESOLUTION No. 7\n\nThe Council,\n1.\nRequests the Director General to dig wells.\n"


def sample(name="resolution-208.txt"):
    return understood((SAMPLES / name).read_bytes(), name)


READINGS = {
    "sample": sample,
    "agreement": lambda: sample("agreement-draft-1.txt"),
    "report": lambda: sample("report-2025.txt"),
    "hostile": lambda: understood(TWO.replace("wells", "<w> & \"wells\" = 'é' ]]>").encode(), "hostile.txt"),
}


@pytest.fixture(scope="module", params=READINGS)
def reading(request):
    return READINGS[request.param]()


def test_what_was_found_comes_back_as_it_was(reading):
    written = render_akn(reading)

    assert validate_akn(written) == ()
    found = analysis_as_dict(reading)
    assert read_analysis(written) == (found if any(found.values()) else {})


def test_a_reading_of_what_was_written_finds_the_same(reading):
    written = render_akn(reading)
    again = understood(written, "again.akn.xml")

    assert analysis_as_dict(again) == analysis_as_dict(reading)


def test_what_a_person_corrected_is_in_the_file():
    reading = sample()
    act = next(one for one in reading.acts if one.addressees)
    words = next(one.text for one in reading.provisions if one.id == act.provision)
    wrong = act.addressees[0].words
    claim = Claim(
        anchor_of(act, words),
        "addressees",
        wrong,
        Stand.REJECTED,
        Author.PERSON,
        "A. Clerk",
        datetime(2030, 1, 1, tzinfo=UTC),
    )
    said = read_analysis(render_akn(settled(reading, (claim,))))

    told = next(one for one in said["acts"] if one["id"] == act.id)
    assert wrong not in told["addressees"]


def meta(reading):
    return etree.fromstring(render_akn(reading)).find(f".//{AKN}meta")


@pytest.mark.parametrize(
    ("kind", "symbol", "outcome"),
    [("resolution", "A/RES/77/188", "adopted"), ("resolution", "A/C.9/91/L.7", "proposed"), ("draft", "", "proposed")],
)
def test_a_draft_is_proposed_and_another_text_adopted(kind, symbol, outcome):
    reading = sample()
    document = replace(reading.document, kind=kind, symbol=symbol, adopted="2030-05-01")
    block = meta(replace(reading, documents=(document,)))

    (event,), (step,) = block.find(f"{AKN}lifecycle"), block.find(f"{AKN}workflow")
    assert (event.get("date"), event.get("refersTo"), event.get("type")) == ("2030-05-01", f"#{outcome}", "generation")
    assert (step.get("date"), step.get("by"), step.get("outcome")) == ("2030-05-01", "#body", f"#{outcome}")
    named = {one.get("eId") for one in block.find(f"{AKN}references")}
    assert {"original", "body", "issuingBody", outcome} <= named


@pytest.mark.parametrize("adopted", ["", "2030", "2030-05"])
def test_a_text_without_its_day_has_no_events(adopted):
    reading = sample()
    block = meta(replace(reading, documents=(replace(reading.document, adopted=adopted),)))

    assert block.find(f"{AKN}lifecycle") is None
    assert block.find(f"{AKN}workflow") is None


def test_who_is_asked_what_is_cited_and_each_mechanism_has_a_reference():
    reading = sample()
    references = list(meta(reading).find(f"{AKN}references"))
    shown = {name: [one.get("showAs") for one in references if one.tag == f"{AKN}{name}"] for name in
             ("activeRef", "TLCRole", "TLCOrganization")}  # fmt: skip

    assert set(shown["TLCRole"]) >= {quote.words for act in reading.acts for quote in act.addressees}
    assert set(shown["activeRef"]) <= {one.target for one in reading.references}
    assert {one.mechanism.name for one in reading.goals} <= set(shown["TLCOrganization"])
    assert len({one.get("eId") for one in references}) == len(references)


def test_each_finding_says_at_which_element_its_words_stand():
    root = etree.fromstring(render_akn(sample()))
    names = {one.get("eId") for one in root.iter() if one.get("eId")}
    links = [one.get("href") for one in root.iter("{https://operative.invalid/ns/analysis}item") if one.get("href")]

    assert links
    assert {one.removeprefix("#") for one in links} <= names


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"<a/>", NoReader), (b'<!DOCTYPE a [<!ENTITY b "c">]><akomaNtoso/>', HostileSource)],
)
def test_what_is_no_akoma_ntoso_is_refused(data, error):
    with pytest.raises(error):
        read_analysis(data)


def test_those_who_are_asked_in_another_script_have_addresses_of_their_own():
    reading = sample()
    act = next(one for one in reading.acts if one.addressees)
    names = ("Генеральный секретарь", "Государства-члены", "الأمين العام", "秘书长", "État partie", "Etat partie")
    asked = replace(act, addressees=tuple(replace(act.addressees[0], words=name) for name in names))
    roles = meta(replace(reading, acts=(asked,))).findall(f".//{AKN}TLCRole")

    # Two spellings of one name are one address; no other two are.
    own = [one for one in roles if one.get("eId").startswith("addressee_")]
    assert [one.get("showAs") for one in own] == list(names[:-1])
    assert len({one.get("href") for one in own}) == 5
