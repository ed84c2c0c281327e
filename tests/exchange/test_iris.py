"""Identifiers of documents, as their organizations publish them."""

import pytest

from operative.domain.documents import Document
from operative.exchange.akn.iris import find_iri, work_iri
from operative.vocabulary.loader import load

UN = "/akn/un/statement/deliberation"
KNOWN = [
    ("unga", "resolution", "A/RES/77/188", "77/188", "2022-12-15", f"{UN}/unga/2022-12-15/77-188/"),
    ("unga", "decision", "A/DEC/76/402", "76/402", "2022-05-10", f"{UN}/unga/2022-05-10/76-402/"),
    ("unga", "resolution", "A/RES/74/232 B", "", "2020-08-11", f"{UN}/unga/2020-08-11/74-232B/"),
    ("unga", "resolution", "A/RES/75/101 A-B", "", "2020-12-10", f"{UN}/unga/2020-12-10/75-101A-B/"),
    ("unga", "resolution", "A/RES/ES-11/1", "", "2022-03-02", f"{UN}/unga/2022-03-02/ES-11-1/"),
    ("unga", "resolution", "A/RES/S-32/1", "", "2021-06-02", f"{UN}/unga/2021-06-02/S-32-1/"),
    ("unga", "resolution", "", "77/188", "2022-12-15", f"{UN}/unga/2022-12-15/77-188/"),
    ("unsc", "resolution", "S/RES/2707 (2023)", "", "2023-11-14", f"{UN}/unsc/2023-11-14/2707-2023/"),
    ("unsc", "resolution", "", "2707 (2023)", "2023-11-14", f"{UN}/unsc/2023-11-14/2707-2023/"),
    ("unsc", "statement", "S/PRST/2015/5", "", "2015-02-06", f"{UN}/unsc/2015-02-06/2015-5/"),
    ("ecosoc", "resolution", "E/RES/2023/20", "", "2023-07-25", f"{UN}/unecosoc/2023-07-25/2023-20/"),
    ("hrc", "resolution", "A/HRC/RES/55/18", "", "2024-04-04", f"{UN}/unga-hrc/2024-04-04/55-18/"),
    ("iom-council", "resolution", "", "1309", "2015-11-24", "/akn/un-iom/statement/resolution/council/2015-11-24/1309"),
    (
        "iom-council",
        "resolution",
        "C/106/RES/1309",
        "1309",
        "2015-11-24",
        "/akn/un-iom/statement/resolution/council/2015-11-24/1309",
    ),
    (
        "wha",
        "resolution",
        "WHA66.1",
        "WHA66.1",
        "2013-05-24",
        "/akn/un-who/statement/resolution/assembly/2013-05-24/66-1",
    ),
    ("unfccc-cop", "decision", "1/CP.22", "1/CP.22", "2016", "/akn/un-unfccc/statement/decision/cop/2016/1-22"),
]


@pytest.mark.parametrize(("body", "kind", "symbol", "number", "adopted", "expected"), KNOWN)
def test_known_bodies(body: str, kind: str, symbol: str, number: str, adopted: str, expected: str) -> None:
    document = Document(kind=kind, symbol=symbol, number=number, body=body, adopted=adopted)

    assert find_iri(document) == expected


def test_a_body_that_no_vocabulary_knows_keeps_its_name() -> None:
    document = Document(kind="resolution", number="12", body_name="Conseil du Port", adopted="2024-05-03")

    assert find_iri(document) == "/akn/zz/statement/resolution/conseil-du-port/2024-05-03/12"


UNSTATED = [
    ("no body", Document(number="12", adopted="2024-05-03")),
    ("no day", Document(number="12", body="unga")),
    ("no number", Document(body="unga", adopted="2024-05-03")),
]


@pytest.mark.parametrize("document", [row[1] for row in UNSTATED], ids=[row[0] for row in UNSTATED])
def test_what_the_text_does_not_say_makes_no_identifier(document: Document) -> None:
    assert find_iri(document) == ""


def test_a_written_document_always_has_one() -> None:
    assert work_iri(Document()) == "/akn/zz/statement/document/body/0001-01-01/nn"


def test_examples_of_the_vocabulary_begin_with_what_they_exemplify() -> None:
    for key, row in load("iris")["bodies"].items():
        document = Document(kind=row["example"].split("/")[4], number="1", body=key, adopted="2020-01-01")
        beginning = row["example"].split(row["path"])[0] + row["path"]

        assert find_iri(document).startswith(f"{beginning}/"), key


def test_identifiers_follow_the_naming_convention() -> None:
    uri = pytest.importorskip("cobalt").FrbrUri.parse(KNOWN[-4][-1])

    assert (uri.country, uri.locality, uri.doctype, uri.subtype, uri.actor) == (
        "un",
        "iom",
        "statement",
        "resolution",
        "council",
    )
    assert (uri.date, uri.number) == ("2015-11-24", "1309")
