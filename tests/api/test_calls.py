"""Tokens and sessions, scopes, limits, and problems in place of pages."""

import json
from typing import Any

import pytest
from django.test import Client

from operative.bootstrap.dossiers import Dossiers
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DocumentAttached, DocumentNamed, EventNoted, RoleGranted
from operative.domain.people import Role

from .conftest import TokenOf

KEY = "lro-concert-2024"
LEDGER = f"/api/v1/dossiers/{KEY}/ledger"
RAIN = {"kind": "event.noted", "fact": {"title": "Rain"}, "effective": "2025"}


@pytest.fixture(scope="module")
def ana(site: Dossiers) -> str:
    """A legal adviser."""
    dossier = site.open(KEY)
    by = next(dossier.entries()).statement.by
    dossier.enter([Statement(RoleGranted("Ana", Role.LEGAL_ADVISER), PartialDate("2020"), by)])
    return "Ana"


def post(client: Client, body: Any, headers: dict[str, str], address: str = LEDGER) -> Any:
    said = body if isinstance(body, bytes | str) else json.dumps(body)
    return client.post(address, said, content_type="application/json", **headers)


def test_a_token_may_what_its_scopes_say(client: Client, token_of: TokenOf, ana: str, site: Dossiers):
    said = {"statements": [RAIN], "expected": site.open(KEY).version}

    refused = post(client, said, token_of(ana, "read"))
    done = post(client, said, token_of(ana, "write"))

    assert (refused.status_code, refused.json()["code"]) == (403, "not-entitled")
    assert client.get(LEDGER, **token_of(ana, "write")).status_code == 403
    assert done.status_code == 201
    assert done.json()["entries"][0]["by"] == ana
    again = post(client, said, token_of(ana, "write"))
    assert (again.status_code, again.json()["code"]) == (409, "stale-version")


def test_who_knows_a_digest_has_no_right_to_the_text(client: Client, token_of: TokenOf, ana: str, site: Dossiers):
    from operative.accounts.models import Account, Upload

    secret = site.ledgers.keep(b"For the eyes of others only.", "secret.txt", "text/plain")
    document = next(iter(site.open(KEY).history().facts(DocumentNamed))).key
    fact = {"document": document, "sha256": secret, "name": "x.txt"}
    said = {"statements": [{"kind": "document.attached", "fact": fact, "effective": "2026"}]}

    refused = post(client, said, token_of(ana, "write"))
    missing = post(client, json.loads(json.dumps(said).replace(secret, "0" * 64)), token_of(ana, "write"))

    assert (refused.status_code, refused.json()["code"]) == (403, "not-entitled")
    assert refused.json()["detail"].replace(secret, "") == missing.json()["detail"].replace("0" * 64, "")
    Upload.objects.create(account=Account.objects.get(name=ana), sha256=secret, name="secret.txt")
    assert post(client, said, token_of(ana, "write")).status_code == 201


def test_words_that_a_text_does_not_say_break_no_ledger(client: Client, token_of: TokenOf, ana: str, site: Dossiers):
    dossier = site.open(KEY)
    document = dossier.history().facts(DocumentAttached)[0].document
    proof = (Evidence.quoting(document, "", "no text has these words"),)
    (entry,) = dossier.enter([Statement(EventNoted("Rain"), PartialDate("2025"), ana, proof)])
    told = post(client, "", token_of(ana, "read"), f"/api/v1/dossiers/{KEY}/verify").json()

    assert told["whole"]
    # Other tests write into this dossier too, before or after: of the findings, those of this entry count.
    own = [one for one in told["evidence"] if one["message"].startswith(f"entry {entry.number}, {document}")]
    assert [one["code"] for one in own] == ["evidence-not-found"]


def test_signing_takes_its_own_scope(client: Client, token_of: TokenOf, ana: str):
    fact = {"element": "x", "draft": "x", "verdict": "explicit"}
    said = {"statements": [{**RAIN, "kind": "verdict.signed", "fact": fact}]}

    assert "may not sign" in post(client, said, token_of(ana, "read", "write")).json()["detail"]


def test_a_token_that_was_revoked_is_none(client: Client, token_of: TokenOf, ana: str):
    from operative.accounts.models import Token  # there once Django is set up

    header = token_of(ana, "read")
    assert client.get(LEDGER, **header).status_code == 200
    Token.objects.update(revoked="2025-01-01T00:00Z")

    assert client.get(LEDGER, **header).status_code == 401
    assert client.get(LEDGER, HTTP_AUTHORIZATION="Bearer operative_none").status_code == 401
    assert client.get(LEDGER).json()["code"] == "not-signed-in"


def test_whoever_left_calls_no_more(client: Client, token_of: TokenOf):
    from operative.accounts.models import Account  # there once Django is set up

    header = token_of("Leaver", "read")
    Account.objects.filter(name="Leaver").update(is_active=False)

    assert client.get(LEDGER, **header).status_code == 401


def test_a_session_writes_with_the_token_of_its_forms_only(client: Client, token_of: TokenOf, ana: str):
    from operative.accounts.models import Account  # there once Django is set up

    token_of(ana, "read")
    client.force_login(Account.objects.get(name=ana))

    assert client.get(LEDGER).status_code == 200
    assert post(client, {"statements": [RAIN]}, {}).status_code == 403
    client.get("/account/")
    csrf = client.cookies["csrftoken"].value
    assert post(client, {"statements": [RAIN]}, {"HTTP_X_CSRFTOKEN": csrf}).status_code == 201


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{", "Cannot parse"),
        ("[" * 100_000, "Cannot parse"),
        ('{"statements": [' + '{"a":' * 5000, "Cannot parse"),
        ('{"statements": [], "expected": ' + "9" * 5000 + "}", "Cannot parse"),
        ({}, "statements"),
        ({"statements": []}, "statements"),
        ({"statements": [RAIN], "expected": 10**30}, "expected"),
        ({"statements": [RAIN], "expected": -1}, "expected"),
        ({"statements": [{**RAIN, "corrects": 0}]}, "corrects"),
        ({"statements": [{**RAIN, "effective": "2025-02-30"}]}, "2025-02-30"),
        ({"statements": [{**RAIN, "effective": "soon"}]}, "soon"),
        ({"statements": [{**RAIN, "kind": "event.invented"}]}, "event.invented"),
        ({"statements": [{**RAIN, "fact": {"title": "a\0b"}}]}, "character"),
        ({"statements": [{**RAIN, "fact": {"title": "\ud800"}}]}, "character"),
        ({"statements": [{**RAIN, "note": "\0"}]}, "character"),
        ({"statements": [{**RAIN, "fact": {"title": [[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]}}]}, "nested"),
        ({"statements": [{**RAIN, "fact": {"title": 7}}]}, "title"),
        ({"statements": [RAIN] * 1001}, "statements"),
    ],
)
def test_what_makes_no_sense_is_a_problem(body: Any, words: str, client: Client, token_of: TokenOf, ana: str):
    answer = post(client, body, token_of(ana, "write"))

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert words in answer.json()["detail"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("status?as_of=2025", 200),
        ("status?as_of=2025-13", 400),
        ("status?as_of=9999", 400),
        ("status?as_of=0001", 400),
        ("timeline?known_at=2025-01-01T00:00Z", 200),
        ("timeline?known_at=0001-01-01T00:00%2B14:00", 400),
        ("timeline?known_at=then", 400),
        ("ledger?after=-1", 400),
        ("ledger?after=1e9", 400),
        ("ledger?after=" + "9" * 40, 400),
        ("everything", 400),
        ("verdicts", 400),
        ("verdicts?draft=none", 404),
        ("verdicts?draft=%00", 404),
    ],
)
def test_what_is_asked_of_a_view(query: str, status: int, client: Client, token_of: TokenOf, ana: str):
    answer = client.get(f"/api/v1/dossiers/{KEY}/{query}", **token_of(ana, "read"))

    assert answer.status_code == status
    assert answer["Content-Type"].startswith("application/json" if status == 200 else "application/problem+json")


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("get", "/api/", 404),
        ("get", "/api/v1/nothing", 404),
        ("get", "/api/v1/dossiers/%00/status", 404),
        ("get", f"/api/v1/dossiers/{'k' * 5000}/status", 404),
        ("delete", f"/api/v1/dossiers/{KEY}/ledger", 405),
        ("put", "/api/v1/texts/read", 405),
        ("post", "/api/v1/texts/read", 400),
    ],
)
def test_what_django_answers_itself_is_a_problem_too(
    method: str, address: str, status: int, client: Client, token_of: TokenOf, ana: str
):
    answer = getattr(client, method)(address, **token_of(ana, "read"))

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert {"type", "title", "status", "code", "detail"} <= set(answer.json())
    assert ("Allow" in answer) == (status == 405)


def test_a_failure_of_ours_is_a_problem(client: Client, token_of: TokenOf, ana: str, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("operative.api.dossiers.export_casebook", fail)
    client.raise_request_exception = False
    answer = client.get(f"/api/v1/dossiers/{KEY}/casebook", **token_of(ana, "read"))

    assert (answer.status_code, answer["Content-Type"]) == (500, "application/problem+json")
    assert "ZeroDivision" not in answer.content.decode()


def test_texts_are_read_and_compared(client: Client, token_of: TokenOf, ana: str):
    from importlib.resources import files

    from django.core.files.uploadedfile import SimpleUploadedFile

    samples = files("operative") / "samples"

    def given(name: str) -> SimpleUploadedFile:
        return SimpleUploadedFile(name, (samples / name).read_bytes())

    header = token_of(ana, "read")
    read = client.post("/api/v1/texts/read", {"file": given("resolution-208.txt")}, **header)
    both = {"resolution": given("resolution-208.txt"), "draft": given("agreement-draft-1.txt")}
    compared = client.post("/api/v1/texts/compare", both, **header)
    broken = client.post("/api/v1/texts/read", {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.4")}, **header)

    assert read.json()["acts"]
    assert any("element" in one for one in compared.json())
    assert (broken.status_code, broken.json()["code"]) == (422, "damaged-source")
