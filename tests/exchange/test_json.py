"""The contract `operative/reading@1`."""

import json
from typing import Any

import pytest

from operative.domain.acts import Act, Force, Quote, Timing, TimingKind
from operative.domain.documents import Document
from operative.domain.findings import Finding, Severity
from operative.domain.provisions import Kind
from operative.domain.readings import Reading
from operative.domain.spans import Span
from operative.exchange.found import act_as_dict
from operative.exchange.json import render_json

from .readings import SAMPLES, Made, understood

TEXT = str
MAYBE = (str, type(None))
SPAN = "span"
SCHEMA: dict[str, Any] = {
    "format": TEXT,
    "source": {"name": TEXT, "media_type": TEXT, "sha256": TEXT, "pages": int, "language": TEXT},
    "document": dict.fromkeys(("kind", "symbol", "number", "title", "body", "session", "adopted", "iri"), MAYBE),
    "provisions": [
        {
            "id": TEXT,
            "kind": TEXT,
            "number": MAYBE,
            "parent": MAYBE,
            "lead": MAYBE,
            "text": TEXT,
            "page": int,
            "span": SPAN,
            "notes": [TEXT],
        }
    ],
    "notes": [{"marker": TEXT, "text": TEXT, "provision": MAYBE}],
    "acts": [
        {
            "id": TEXT,
            "provision": TEXT,
            "lead": TEXT,
            "force": TEXT,
            "addressees": [TEXT],
            "action": TEXT,
            "deliverables": [TEXT],
            "recipients": [TEXT],
            "channels": [TEXT],
            "timings": [{"quote": TEXT, "kind": TEXT, "value": TEXT, "span": SPAN}],
            "conditions": [TEXT],
            "resources": [TEXT],
            "reporting_duty": bool,
            "span": SPAN,
        }
    ],
    "references": [{"provision": TEXT, "quote": TEXT, "target": MAYBE, "pinpoint": MAYBE, "span": SPAN}],
    "mandates": [],
    "conditions": [],
    "goals": [],
    "findings": [{"code": TEXT, "severity": TEXT, "message": TEXT, "span": (list, type(None))}],
}


def breaks(value: object, schema: Any, place: str = "$") -> list[str]:
    """Where a value does not have the shape of the schema; keys that the schema does not name are allowed."""
    if schema == SPAN:
        fits = isinstance(value, list) and len(value) == 2 and all(isinstance(n, int) for n in value)
        return [] if fits and value[0] <= value[1] else [f"{place}: {value!r} is no span"]  # type: ignore[index]
    if isinstance(schema, dict):
        if not isinstance(value, dict):
            return [f"{place}: no object"]
        missing = [f"{place}.{key}: missing" for key in schema if key not in value]
        return missing + [
            b for key in schema if key in value for b in breaks(value[key], schema[key], f"{place}.{key}")
        ]
    if isinstance(schema, list):
        if not isinstance(value, list):
            return [f"{place}: no list"]
        return [b for i, one in enumerate(value) for b in (breaks(one, schema[0], f"{place}[{i}]") if schema else [])]
    return [] if isinstance(value, schema) else [f"{place}: {value!r} is no {schema}"]


def dumped(reading: Reading) -> dict[str, Any]:
    out: dict[str, Any] = json.loads(render_json(reading))
    return out


def with_an_act() -> Reading:
    made = Made().add(Kind.OPERATIVE, "Requests the Pilot Master to report by 1 May 2026.", "op1", number="1.")
    at = made.content.index("Requests")
    act = Act(
        lead="Requests",
        force=Force.DIRECTIVE,
        span=Span(at, at + 50),
        addressees=(Quote("the Pilot Master", Span(at + 9, at + 25)),),
        action="report",
        timings=(Timing("by 1 May 2026", TimingKind.DATE, "2026-05-01", Span(at + 36, at + 49)),),
        reporting_duty=True,
        provision="op1",
        id="op1-act1",
    )
    reading = made.reading()
    return Reading(
        source=reading.source,
        text=reading.text,
        documents=reading.documents,
        provisions=reading.provisions,
        notes=(),
        acts=(act,),
        references=(),
        findings=(Finding("number-missing", Severity.WARNING, "no paragraph 2"),),
        extents=reading.extents,
    )


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.txt")))
def test_readings_keep_the_contract(name: str) -> None:
    reading = dumped(understood((SAMPLES / name).read_bytes(), name))

    assert breaks(reading, SCHEMA) == []
    assert reading["format"] == "operative/reading@1"
    assert list(reading)[: len(SCHEMA)] == list(SCHEMA)


def test_an_act_stands_as_the_guide_says_with_its_evidence() -> None:
    reading = with_an_act()
    act = dumped(reading)["acts"][0]

    assert breaks(dumped(reading), SCHEMA) == []
    assert act == {
        "id": "op1-act1",
        "provision": "op1",
        "lead": "Requests",
        "force": "directive",
        "addressees": ["the Pilot Master"],
        "action": "report",
        "deliverables": [],
        "recipients": [],
        "channels": [],
        "timings": [{"quote": "by 1 May 2026", "kind": "date", "value": "2026-05-01", "span": [39, 52]}],
        "conditions": [],
        "resources": [],
        "reporting_duty": True,
        "span": [3, 53],
        "evidence": {
            "addressees": [[12, 28]],
            "deliverables": [],
            "recipients": [],
            "channels": [],
            "conditions": [],
            "resources": [],
        },
    }
    assert Span(12, 28).of(reading.text.content) == "the Pilot Master"
    assert Span(39, 52).of(reading.text.content) == "by 1 May 2026"


def test_the_form_of_the_guide_has_no_places() -> None:
    assert act_as_dict(with_an_act().acts[0]) == {
        "lead": "Requests",
        "force": "directive",
        "addressees": ["the Pilot Master"],
        "action": "report",
        "deliverables": [],
        "recipients": [],
        "channels": [],
        "timings": [{"quote": "by 1 May 2026", "kind": "date", "value": "2026-05-01"}],
        "conditions": [],
        "resources": [],
        "reporting_duty": True,
    }


def test_what_is_unstated_is_null() -> None:
    document = dumped(with_an_act())["document"]

    assert document["symbol"] is None
    assert document["number"] == "7"
    assert document["iri"] == "/akn/zz/statement/resolution/harbour-council/2024-05-03/7"


def test_documents_come_where_there_are_several() -> None:
    made = Made().add(Kind.TITLE, "Silt", "title").add(Kind.TITLE, "Lights", "r2.title")
    made.documents.append(Document(kind="decision", number="8", first="r2.title"))

    assert "documents" not in dumped(with_an_act())
    assert [(d["number"], d["first"]) for d in dumped(made.reading())["documents"]] == [("7", None), ("8", "r2.title")]


def test_each_provision_and_act_has_a_line_of_its_own() -> None:
    lines = render_json(with_an_act()).splitlines()

    assert sum('"id": "op1"' in line for line in lines) == 1
    assert all(json.loads(line.strip().rstrip(",").removesuffix("]")) for line in lines if line.startswith("  {"))


def test_half_characters_leave_a_mark() -> None:
    made = Made().add(Kind.OPERATIVE, "Decides \ud800 “ß” \x00", "op1")

    assert json.loads(render_json(made.reading()).encode())["provisions"][0]["text"] == "Decides \ufffd “ß” \x00"
