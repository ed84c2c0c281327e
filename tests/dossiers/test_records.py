"""Plain data that is wrong is refused, with the place where it is wrong."""

import json
from typing import Any

import pytest

from operative.domain.facts.dossiers import DossierOpened, EventNoted, RoleGranted
from operative.domain.facts.estimates import InputStated
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.reports import ReportFiled
from operative.domain.people import Role
from operative.dossiers.ledger import entry_from_plain, entry_of, statement_from_plain
from operative.dossiers.ports import Row
from operative.dossiers.records import as_plain, canonical, from_plain, restore
from operative.errors import MalformedRecord

INPUT = {"name": "x", "unit": "USD"}
MANDATE = {"id": "m1", "document": "res", "provision": "op2", "label": "Report", "modality": "directive"}


@pytest.mark.parametrize(
    ("wanted", "plain", "message"),
    [
        (DossierOpened, [], "DossierOpened: expected a table of fields, found []"),
        (DossierOpened, {}, "DossierOpened needs 'title'"),
        (DossierOpened, {"title": "W", "titel": "W"}, "DossierOpened has no field 'titel'; there are: title, body"),
        (DossierOpened, {"title": 7}, "DossierOpened.title: expected words, found 7"),
        (
            DossierOpened,
            {"title": "W", "confidential": 1},
            "DossierOpened.confidential: expected true or false, found 1",
        ),
        (RoleGranted, {"person": "Ana", "role": "king"}, "RoleGranted.role: 'king' is no Role; there are: reader"),
        (InputStated, {**INPUT, "value": "much"}, "InputStated.value: 'much' is no Decimal"),
        (InputStated, {**INPUT, "value": "NaN"}, "InputStated.value: 'NaN' is no Decimal"),
        (InputStated, {**INPUT, "value": 7}, "InputStated.value: expected words in quotation marks, found 7"),
        (MandateStated, {**MANDATE, "scope": "costs"}, "MandateStated.scope: expected a list, found 'costs'"),
        (MandateStated, {**MANDATE, "due": {"latest": "2016-02-30"}}, "MandateStated.due.latest: '2016-02-30' is no "),
        (
            ReportFiled,
            {"id": "r", "document": "d", "answers": [{"mandate": "m"}, {"mandate": "m", "given": "yes"}]},
            "ReportFiled.answers[1].given: expected true or false, found 'yes'",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(wanted: Any, plain: Any, message: str):
    with pytest.raises(MalformedRecord) as told:
        from_plain(wanted, plain)

    assert str(told.value).startswith(message)


def test_a_role_may_be_taken_away():
    assert from_plain(RoleGranted, {"person": "Ana", "role": None}) == RoleGranted("Ana", None)
    assert restore(RoleGranted, {"person": "Ana", "role": "officer"}) == RoleGranted("Ana", Role.OFFICER)


def test_only_what_differs_from_its_default_is_written():
    fact = DossierOpened("W", confidential=True)

    assert as_plain(fact) == {"title": "W", "confidential": True}
    assert as_plain(DossierOpened("W"), whole=True) == {
        "title": "W",
        "body": "",
        "participant": "",
        "counterpart": "",
        "confidential": False,
    }
    assert canonical({"b": "é", "a": [1, None]}) == '{"a":[1,null],"b":"é"}'.encode()


@pytest.mark.parametrize(
    "plain",
    [
        {"kind": "well.dug", "effective": "2016", "by": "Ana", "fact": {}},
        {"effective": "2016", "by": "Ana", "fact": {}},
        {"kind": "event.noted", "effective": "2016", "fact": {"title": "x"}},
        {"kind": "event.noted", "effective": "soon", "by": "Ana", "fact": {"title": "x"}},
    ],
)
def test_a_statement_that_is_none_is_refused(plain: dict[str, Any]):
    with pytest.raises(MalformedRecord):
        statement_from_plain(plain)
    with pytest.raises(MalformedRecord):
        entry_from_plain({**plain, "dossier": "wells", "number": 1, "recorded": "2016-01-01", "digest": ""})


KEPT = {
    "by": "Ana",
    "dossier": "wells",
    "effective": "2016",
    "fact": {"title": "x"},
    "kind": "event.noted",
    "number": 1,
    "recorded": "2016-01-01T00:00:00+00:00",
}


def test_a_stored_text_is_an_entry():
    assert entry_of(Row(1, "", "event.noted", "", None, json.dumps(KEPT), "d")).fact == EventNoted("x")


@pytest.mark.parametrize(
    "body",
    [
        "no JSON",
        "[]",
        "{}",
        *(json.dumps({key: one for key, one in KEPT.items() if key != missing}) for missing in KEPT),
        *(
            json.dumps(KEPT | wrong)
            for wrong in (
                {"kind": "well.dug"},
                {"kind": ["event.noted"]},
                {"effective": "soon"},
                {"effective": 2016},
                {"fact": {"x": 1}},
                {"fact": []},
                {"evidence": [{"quote": "no document"}]},
                {"evidence": 7},
                {"basis": "hearsay"},
                {"recorded": "today"},
                {"more": 1},
            )
        ),
    ],
)
def test_a_stored_text_that_is_no_entry_is_refused(body: str):
    with pytest.raises(MalformedRecord):
        entry_of(Row(1, "", "event.noted", "", None, body, ""))
