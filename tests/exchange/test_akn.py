"""Akoma Ntoso out: valid, whole, and read back as it was."""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from operative.domain.documents import Document
from operative.domain.provisions import Kind, Note
from operative.domain.readings import Reading
from operative.domain.references import Reference
from operative.domain.spans import Span
from operative.domain.texts import Mark, MarkKind
from operative.exchange.akn import render_akn, validate_akn
from operative.exchange.akn.head import document_name
from tests.text.akn_files import NAMESPACE, WHOLE, body

from .readings import Made, read, sample

A = f"{{{NAMESPACE}}}"


def tree(reading: Reading) -> etree._Element:
    return etree.fromstring(render_akn(reading))


def words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def shape(reading: Reading) -> list[tuple[Any, ...]]:
    """What must come back: kinds, numbers, words, leads, notes and parents."""
    numbers = {provision.id: provision.number for provision in reading.provisions}
    return [(p.kind, p.number, p.text, p.lead, p.notes, numbers.get(p.parent or "")) for p in reading.provisions]


def again(reading: Reading) -> Reading:
    return read(render_akn(reading), "again.akn.xml")


READINGS = {
    "mark-up": lambda: read(WHOLE, "whole.xml"),
    "sample": sample,
    "agreement": lambda: sample("agreement-draft-1.txt"),
    "report": lambda: sample("report-2025.txt"),
}


@pytest.mark.parametrize("name", READINGS)
def test_what_is_written_is_valid(name: str) -> None:
    assert validate_akn(render_akn(READINGS[name]())) == ()


@pytest.mark.parametrize("name", READINGS)
def test_writing_and_reading_change_nothing(name: str) -> None:
    first = READINGS[name]()
    second = again(first)

    assert shape(second) == shape(first)
    assert [(n.marker, n.text) for n in second.notes] == [(n.marker, n.text) for n in first.notes]
    assert render_akn(again(second)) == render_akn(second)


def test_the_title_block_comes_back() -> None:
    first = read(WHOLE, "whole.xml").document
    second = again(read(WHOLE, "whole.xml")).document

    assert second == first
    assert (first.symbol, first.number, first.session, first.adopted) == ("HC/RES/12/7", "12/7", "12", "2024-05-03")


def test_the_shape_is_that_of_official_documents() -> None:
    root = tree(read(WHOLE, "whole.xml"))
    statement = root[0]

    assert statement.tag == f"{A}statement"
    assert statement.get("name") == "resolution"
    assert [etree.QName(part).localname for part in statement] == [
        *("meta", "coverPage", "preface", "preamble", "mainBody", "conclusions", "attachments"),
    ]
    assert words(statement.find(f"{A}preface/{A}p/{A}docTitle")) == "Dredging of shared channels"
    assert statement.find(f"{A}preamble/{A}formula").get("name") == "enactingFormula"
    assert statement.find(f"{A}preamble/{A}container").get("name") == "Recalling"
    first = statement.find(f"{A}mainBody/{A}paragraph")
    assert words(first.find(f"{A}num")) == "1."
    assert words(first.find(f"{A}list/{A}intro/{A}p/{A}span")) == "Requests"
    assert [words(num) for num in first.findall(f".//{A}point/{A}num")] == ["(a)", "(b)", "(i)"]
    assert words(first.find(f"{A}list/{A}wrapUp")) == "and to report to the Council;"
    section = statement.find(f"{A}mainBody/{A}hcontainer")
    assert words(section.find(f"{A}heading")) == "Money"
    assert words(section.find(f"{A}paragraph/{A}num")) == "2."
    note = statement.find(f".//{A}authorialNote")
    assert (note.get("marker"), words(note), note.getprevious().tag) == ("1", "See HC/11/R.3, annex.", f"{A}ref")
    assert note.getprevious().tail == " of 9 May 2023,"
    assert words(statement.find(f"{A}attachments/{A}attachment/{A}heading")) == "Annex"
    assert statement.find(f"{A}attachments/{A}attachment/{A}doc").get("name") == "annex"
    assert statement.find(f"{A}conclusions/{A}p/{A}docDate").get("date") == "2024-05-03"


def test_identifiers_are_those_of_the_naming_convention() -> None:
    root = tree(read(WHOLE, "whole.xml"))
    names = [node.get("eId") for node in root.iter() if node.get("eId")]

    assert len(names) == len(set(names))
    assert {"para_1", "para_1__list_1", "para_1__point_a", "para_1__point_b__point_i", "para_2"} <= set(names)


def test_work_expression_and_manifestation_are_identified() -> None:
    made = Made("fr").add(Kind.OPERATIVE, "Décide de draguer.", "op1", number="1.")
    identification = tree(made.reading()).find(f"{A}statement/{A}meta/{A}identification")
    work = "/akn/zz/statement/resolution/harbour-council/2024-05-03/7"

    assert [part.find(f"{A}FRBRuri").get("value") for part in identification] == [
        work,
        f"{work}/fra@",
        f"{work}/fra@.xml",
    ]
    assert identification.find(f"{A}FRBRWork/{A}FRBRdate").get("date") == "2024-05-03"
    assert identification.find(f"{A}FRBRExpression/{A}FRBRlanguage").get("language") == "fra"


def test_a_document_without_a_day_claims_none() -> None:
    reading = read(b"The Harbour Council,\n\n1. Requests the Board to dredge the canal.\n", "draft.txt")
    days = list(tree(reading).iter(f"{A}FRBRdate"))

    assert [day.get("name") for day in days] == ["unknown"] * 3
    assert again(reading).document.adopted == ""


@pytest.mark.parametrize(
    ("kind", "symbol", "name"),
    [
        ("resolution", "A/RES/91/7", "resolution"),
        ("resolution", "A/C.9/91/L.7", "draftResolution"),
        ("draft resolution", "", "draftResolution"),
        ("statement", "", "presidentialStatement"),
    ],
)
def test_a_draft_is_named_as_one(kind: str, symbol: str, name: str) -> None:
    assert document_name(kind, symbol) == name


def test_references_lead_to_symbols_and_to_places_of_the_text() -> None:
    made = Made().add(Kind.OPERATIVE, "Recalls A/RES/61/16 and (a) below and the Canal Act:", "op1", number="1.")
    made.add(Kind.SUBPARAGRAPH, "Silt;", "op1.a", number="(a)", parent="op1")
    for quote, target in (("A/RES/61/16", "A/RES/61/16"), ("(a)", "#op1.a"), ("Canal Act", "Canal Act"), ("below", "")):
        at = made.content.index(quote)
        made.references.append(Reference(quote, target, Span(at, at + len(quote)), provision="op1"))
    data = render_akn(made.reading())

    assert validate_akn(data) == ()
    assert [(words(ref), ref.get("href")) for ref in etree.fromstring(data).iter(f"{A}ref")] == [
        ("A/RES/61/16", "https://undocs.org/en/A/RES/61/16"),
        ("(a)", "#para_1__point_a"),
        ("Canal Act", "/akn/ontology/reference/Canal_Act"),
    ]


def test_marks_that_cross_are_cut() -> None:
    made = Made().add(Kind.OPERATIVE, "Decides to dredge the bay.", "op1", number="1.")
    at = made.content.index("Decides")
    made.marks += [
        Mark(MarkKind.ITALIC, Span(at, at + 10)),
        Mark(MarkKind.LINK, Span(at + 8, at + 17), "https://example.org/a b?c=1&d=2"),
    ]
    data = render_akn(made.reading())

    assert validate_akn(data) == ()
    assert words(etree.fromstring(data).find(f".//{A}mainBody")) == "1. Decides to dredge the bay."
    assert [ref.get("href") for ref in etree.fromstring(data).iter(f"{A}ref")] == ["https://example.org/a%20b?c=1&d=2"]


def test_a_note_called_twice_is_printed_once() -> None:
    made = Made().add(Kind.OPERATIVE, "Notes A and B.", "op1", number="1.", notes=("1", "1"), calls=(7, 13))
    made.notes.append(Note("1", "See C.", "op1", Span(0, 0)))
    root = tree(made.reading())

    assert len(root.findall(f".//{A}authorialNote")) == 1
    assert [ref.get("href") for ref in root.iter(f"{A}noteRef")] == ["#authorialNote_1"]


def test_notes_without_a_call_and_unread_words_are_kept() -> None:
    made = Made().add(Kind.OPERATIVE, "Decides to wait.", "op1", number="1.")
    made.notes.append(Note("*", "Not yet in force.", "", Span(0, 0)))
    made.put("scrawl in the margin", "unread")
    data = render_akn(made.reading())

    assert validate_akn(data) == ()
    assert words(etree.fromstring(data).find(f".//{A}container[@name='notes']")) == "* Not yet in force."
    assert words(etree.fromstring(data).find(f".//{A}container[@name='unread']")) == "scrawl in the margin"


def test_several_documents_are_a_collection() -> None:
    made = Made().add(Kind.TITLE, "Silt", "title").add(Kind.OPERATIVE, "Decides to dredge.", "op1", number="1.")
    made.add(Kind.TITLE, "Lights", "r2.title").add(Kind.OPERATIVE, "Decides to light.", "r2.op1", number="1.")
    made.documents.append(Document(kind="decision", number="8", body_name="Harbour Council", first="r2.title"))
    data = render_akn(made.reading())
    root = etree.fromstring(data)

    assert validate_akn(data) == ()
    statements = root.findall(f"{A}documentCollection/{A}components/{A}component/{A}statement")
    assert [statement.get("name") for statement in statements] == ["resolution", "decision"]
    assert [words(s.find(f"{A}preface")) for s in statements] == ["Silt", "Lights"]
    assert [p.text for p in again(made.reading()).provisions if p.kind is Kind.TITLE] == ["Silt", "Lights"]


def test_a_reading_without_a_provision_is_valid() -> None:
    assert validate_akn(render_akn(Made().reading())) == ()


def test_tables_are_tables() -> None:
    table = (
        "<paragraph><num>1.</num><content><p>Sets these dues:</p>"
        "<table><tr><td><p>Boat</p></td><td><p>Due</p></td></tr>"
        "<tr><td><p>Barge</p></td><td><p>3 &amp; 4</p></td></tr></table><p>payable in May.</p></content></paragraph>"
    )
    first = read(body(table), "table.xml")
    data = render_akn(first)
    root = etree.fromstring(data)

    assert validate_akn(data) == ()
    assert [[words(cell) for cell in row] for row in root.iter(f"{A}tr")] == [["Boat", "Due"], ["Barge", "3 & 4"]]
    assert [words(p) for p in root.find(f".//{A}content").findall(f"{A}p")] == ["Sets these dues:", "payable in May."]
    assert shape(again(first)) == shape(first)


def test_characters_that_xml_forbids_leave_a_mark() -> None:
    made = Made().add(Kind.OPERATIVE, "Decides\x0b to \ud800dredge\x00 & <wait>.", "op1", number="1.\x01")
    data = render_akn(made.reading())

    assert validate_akn(data) == ()
    assert (
        words(etree.fromstring(data).find(f".//{A}mainBody"))
        == "1.\ufffd Decides\ufffd to \ufffddredge\ufffd & <wait>."
    )


def test_the_validator_says_where_a_document_breaks_the_schema() -> None:
    broken = render_akn(sample()).replace(b"<mainBody>", b"<mainbody>").replace(b"</mainBody>", b"</mainbody>")

    assert {finding.code for finding in validate_akn(broken)} == {"akn-invalid"}
    assert [finding.code for finding in validate_akn(b"<akomaNtoso")] == ["not-well-formed"]


KINDS = st.sampled_from(list(Kind))
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=40).filter(str.strip)
NUMBERS = st.none() | st.sampled_from(["1.", "2.", "(a)", "(i)", "–", "I", "bis & <x>", "1 2"])


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(KINDS, TEXTS, NUMBERS, st.integers(0, 5), st.booleans()), max_size=12))
def test_any_order_of_provisions_is_valid(rows: list[tuple[Kind, str, str | None, int, bool]]) -> None:
    made = Made()
    for place, (kind, text, number, above, noted) in enumerate(rows):
        known = [p.id for p in made.provisions]
        parent = known[-above] if 0 < above <= len(known) else None
        called = {"notes": (str(place),), "calls": (len(text) // 2,)} if noted else {}
        made.add(kind, text, f"p{place}", number=number, parent=parent, lead=text[:3] if noted else None, **called)
        if noted:
            made.notes.append(Note(str(place), text, f"p{place}", Span(0, 0)))

    assert validate_akn(render_akn(made.reading())) == ()


def documents_of(folder: Path, count: int) -> list[Path]:
    files = sorted(folder.rglob("*.xml"))
    return random.Random(208).sample(files, min(count, len(files)))


@pytest.mark.field
@pytest.mark.parametrize("pack", ["akn_en_dev", "akn_six_dev"])
def test_official_documents_are_written_valid_and_read_back(field_pack: Any, pack: str) -> None:
    for path in documents_of(field_pack(pack), 30):
        first = read(path.read_bytes(), path.name)
        data = render_akn(first)

        assert validate_akn(data) == (), path.name
        assert shape(read(data, "again.akn.xml")) == shape(first), path.name


def test_the_title_block_of_plain_text_is_named() -> None:
    cover = tree(sample()).find(f"{A}statement/{A}coverPage")

    assert words(cover.find(f".//{A}docNumber")) == "208"
    assert words(cover.find(f".//{A}docAuthority")) == "Council"
    assert (words(cover.find(f".//{A}session")), cover.find(f".//{A}session").get("value")) == ("43rd Session", "43")
    assert (words(cover.find(f".//{A}docDate")), cover.find(f".//{A}docDate").get("date")) == (
        "6 June 2024",
        "2024-06-06",
    )


def test_a_body_with_a_common_name_is_known_again_by_the_identifier() -> None:
    made = Made().add(Kind.OPERATIVE, "Decides to dredge.", "op1", number="1.")
    made.documents = [Document("resolution", number="7", body="iom-council", body_name="Council", adopted="2024-05-03")]

    assert again(made.reading()).document.body == "iom-council"
