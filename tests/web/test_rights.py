"""Who sees and does what: every address of the pages and of the API, for every sort of reader."""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from operative.bootstrap.dossiers import Dossiers
from operative.bootstrap.openings import open_on_resolution, register_draft
from operative.domain.days import PartialDate
from operative.domain.facts.dossiers import DocumentAttached
from operative.domain.people import Role

from .conftest import opened_site, sign_in

SAMPLES = files("operative") / "samples"
HIDDEN = "quiet-wells"
SECRET = "Wells nobody knows of"
OPEN = "open-wells"
WHO = ("stranger", "nobody", "reader", "contributor", "officer", "legal adviser", "administrator", "site")
MEMBERS = WHO[2:7]
ANYBODY = WHO[1:]
"""Whoever is signed in."""

PAGES = {
    "desk": "/",
    "account": "/account/",
    "dossiers": "/dossiers/",
    "texts": "/texts/",
    "dossier": "/dossiers/{key}/",
    "requests": "/dossiers/{key}/requests/",
    "conditions": "/dossiers/{key}/conditions/",
    "element": "/dossiers/{key}/conditions/{element}/?draft=draft+1",
    "redline": "/dossiers/{key}/redline/",
    "make-report": "/dossiers/{key}/reports/make?kind=brief&to=csv",
    "mechanisms": "/dossiers/{key}/mechanisms/",
    "costs": "/dossiers/{key}/costs/",
    "reports": "/dossiers/{key}/reports/",
    "session": "/dossiers/{key}/session/",
    "brief": "/dossiers/{key}/brief/",
    "ledger": "/dossiers/{key}/ledger/",
    "casebook": "/dossiers/{key}/ledger/casebook",
    "lines": "/dossiers/{key}/ledger/lines",
    "document": "/dossiers/{key}/documents/draft-1/",
    "document-source": "/dossiers/{key}/documents/draft-1/source",
    "cite-document": "/dossiers/{key}/documents/draft-1/cite",
}
"""Pages that whoever may see the dossier may see."""

FORMS = {
    "verify": ("/dossiers/{key}/ledger/verify", None),
    "enter": ("/dossiers/{key}/enter/event/", Role.CONTRIBUTOR),
    "tables": ("/dossiers/{key}/tables/", Role.CONTRIBUTOR),
    "element": ("/dossiers/{key}/conditions/{element}/?draft=draft+1", Role.LEGAL_ADVISER),
    "correct-document": ("/dossiers/{key}/documents/draft-1/correct", Role.CONTRIBUTOR),
    "reread-document": ("/dossiers/{key}/documents/draft-1/read-again", Role.CONTRIBUTOR),
}
"""Addresses that take a form, and the least role whose form is looked at."""

ELSEWHERE = {
    "sign-in", "sign-out", "welcome", "people", "tokens",  # test_accounts
    "text", "open-dossier", "join-dossier", "correct-text", "reread-text", "text-source", "text-page",  # test_texts
    "cite-text",  # test_citing
    "corpus", "corpus-cited", "corpus-document", "corpus-documents", "corpus-lineage", "make-report",  # theirs
    "document-page",  # test_reader
    "table",  # test_tables
    "openid", "openid-back", "openid-link",  # test_openid
}  # fmt: skip
"""Addresses whose rights other tests hold to account."""

OPEN_TO_ALL = {"sign-in", "openid", "openid-back", "sign-out", "welcome"}
API = ("ledger", "casebook", "calendar.ics", "feed.atom", "verdicts?draft=draft+1", "status", "documents", "timeline")


@pytest.fixture(scope="module")
def site(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossiers]:
    """A confidential dossier and an open one with the same text, with a person in each role."""
    with opened_site(filled, tmp_path_factory.mktemp("rights") / "site.db") as opened:
        for key, title in ((HIDDEN, SECRET), (OPEN, "Wells for everybody")):
            text = (SAMPLES / "resolution-208.txt").read_bytes()
            today = date(2025, 9, 1)
            dossier = open_on_resolution(
                opened, key, text, by="A. Clerk", today=today, title=title, confidential=key == HIDDEN
            )
            draft = (SAMPLES / "agreement-draft-1.txt").read_bytes()
            register_draft(dossier, "draft 1", draft, by="A. Clerk", on=PartialDate("2025-09"), name="draft.txt")
        yield opened


@pytest.fixture(scope="module")
def clients(site: Dossiers) -> dict[str, Client]:
    """A client for each sort of reader."""
    made = {"stranger": Client(), "nobody": sign_in(site, "nobody"), "site": sign_in(site, "site", administrator=True)}
    for role in Role:
        for key in (HIDDEN, OPEN):
            made[str(role)] = sign_in(site, f"a {role}", role, key)
    return made


@pytest.fixture(scope="module")
def element(site: Dossiers) -> str:
    """An element of a condition."""
    return next(entry.fact.id for entry in site.open(OPEN).entries() if entry.fact.kind == "element.stated")


def names(patterns: Any) -> Iterator[str]:
    """The names of all addresses of the pages."""
    for one in patterns:
        if isinstance(one, URLResolver):
            if one.namespace is None:
                yield from names(one.url_patterns)
        elif isinstance(one, URLPattern) and "api" not in str(one.pattern):
            yield one.name


def test_every_address_is_held_to_account(site: Dossiers):
    patterns = [one for one in get_resolver().url_patterns if "api" not in str(one.pattern)]
    assert set(names(patterns)) <= set(PAGES) | set(FORMS) | ELSEWHERE


def test_strangers_come_no_further_than_the_door(site: Dossiers):
    """Whatever address there is, and comes: who is not signed in is sent to sign in."""
    for one in get_resolver().url_patterns:
        if "api" in str(one.pattern) or not isinstance(one, URLResolver):
            continue
        for page in one.url_patterns:
            values = {name: 1 if name == "number" else "x" for name in page.pattern.converters}
            address = reverse(page.name, kwargs=values)
            for ask in (Client().get, Client().post):
                answer = ask(address)
                shut = answer.status_code == 302 and answer.url.startswith("/sign-in?next=")
                assert shut is (page.name not in OPEN_TO_ALL), address


@pytest.mark.parametrize("name", PAGES)
def test_who_sees_a_page(name: str, clients: dict[str, Client], element: str):
    address = PAGES[name].format(key=OPEN, element=element)
    seen = {who: clients[who].get(address) for who in WHO}

    assert (seen["stranger"].status_code, seen["stranger"].url[:14]) == (302, "/sign-in?next=")
    assert {who: seen[who].status_code for who in ANYBODY} == dict.fromkeys(ANYBODY, 200)


@pytest.mark.parametrize("name", [name for name, address in PAGES.items() if "{key}" in address])
def test_who_sees_a_page_of_a_confidential_dossier(name: str, clients: dict[str, Client], element: str):
    address = PAGES[name].format(key=HIDDEN, element=element)
    missing = PAGES[name].format(key="quiet-wellz", element=element)
    seen = {who: clients[who].get(address) for who in WHO}

    assert {who: seen[who].status_code for who in MEMBERS} == dict.fromkeys(MEMBERS, 200)
    assert seen["stranger"].status_code == clients["stranger"].get(missing).status_code == 302
    for who in ("nobody", "site"):
        assert seen[who].status_code == 404
        assert seen[who].content.replace(b"quiet-wells", b"quiet-wellz") == same(clients[who].get(missing), seen[who])


def same(answer: Any, other: Any) -> bytes:
    """The page, with the tokens of its forms taken from the other one: each page has its own."""
    mark = b'name="csrfmiddlewaretoken" value="'
    content: bytes = answer.content
    for mine, theirs in zip(content.split(mark)[1:], other.content.split(mark)[1:], strict=True):
        content = content.replace(mine[:64], theirs[:64])
    return content


@pytest.mark.parametrize("name", FORMS)
def test_who_may_send_a_form(name: str, clients: dict[str, Client], site: Dossiers, element: str):
    path, least = FORMS[name]
    version = site.open(OPEN).version
    sent = {who: clients[who].post(path.format(key=OPEN, element=element), {}) for who in WHO}
    allowed = [
        who
        for who in WHO
        if who == "site" or (who in MEMBERS and least and WHO.index(who) > list(Role).index(least) + 1)
    ]
    allowed = list(ANYBODY) if least is None else allowed

    assert (sent["stranger"].status_code, sent["stranger"].url) == (302, "/sign-in?next=/")
    refused = {who for who in ANYBODY if sent[who].status_code == 403}
    assert refused == set(ANYBODY) - set(allowed)
    assert all(sent[who].status_code < 500 for who in WHO)
    assert site.open(OPEN).version == version


@pytest.mark.parametrize("name", FORMS)
def test_forms_of_a_confidential_dossier_lead_nowhere(name: str, clients: dict[str, Client], element: str):
    address = FORMS[name][0].format(key=HIDDEN, element=element)

    assert [clients[who].post(address, {}).status_code for who in ("nobody", "site")] == [404, 404]


@pytest.mark.parametrize("view", API)
def test_who_reads_what_of_the_api(view: str, clients: dict[str, Client]):
    seen = {who: clients[who].get(f"/api/v1/dossiers/{OPEN}/{view}") for who in WHO}
    hidden = {who: clients[who].get(f"/api/v1/dossiers/{HIDDEN}/{view}") for who in WHO}
    missing = clients["nobody"].get(f"/api/v1/dossiers/quiet-wellz/{view}")

    assert {who: seen[who].status_code for who in WHO} == {"stranger": 401, **dict.fromkeys(ANYBODY, 200)}
    assert {who: hidden[who].status_code for who in WHO} == {
        "stranger": 401, "nobody": 404, "site": 404, **dict.fromkeys(MEMBERS, 200),
    }  # fmt: skip
    assert hidden["nobody"].content.replace(b"quiet-wells", b"quiet-wellz") == missing.content


def test_nothing_that_lists_tells_of_a_confidential_dossier(clients: dict[str, Client]):
    lists = ("/", "/dossiers/", "/texts/", "/api/v1/dossiers/", "/dossiers/nowhere/", "/api/v1/dossiers/nowhere/status")
    for who in WHO:
        told = [address for address in lists if said(clients[who].get(address))]
        assert bool(told) == (who in MEMBERS), (who, told)


def said(answer: Any) -> bool:
    """Whether a page names the confidential dossier."""
    return SECRET.encode() in answer.content or HIDDEN.encode() + b"/" in answer.content


@pytest.mark.parametrize(
    ("kind", "fact", "least"),
    [
        ("event.noted", {"title": "Rain"}, Role.CONTRIBUTOR),
        ("role.granted", {"person": "a contributor", "role": "administrator"}, Role.ADMINISTRATOR),
        ("entry.withdrawn", {"reason": "not ours"}, Role.ADMINISTRATOR),
        ("dossier.opened", {"title": "Ours now", "confidential": False}, Role.ADMINISTRATOR),
    ],
)
def test_who_enters_what_through_the_api(
    kind: str, fact: dict[str, Any], least: Role, clients: dict[str, Client], site: Dossiers
):
    """Whoever withdraws or corrects an entry needs the role that it took."""
    entries = list(site.open(OPEN).entries())
    corrects = {
        "entry.withdrawn": next(one.number for one in entries if one.fact.kind == "role.granted"),
        "dossier.opened": 1,
    }
    # A stale version: who is let in is told so, and nothing is changed.
    said = {
        "statements": [{"kind": kind, "fact": fact, "effective": "2025", "corrects": corrects.get(kind)}],
        "expected": 1,
    }
    sent = {
        who: clients[who].post(f"/api/v1/dossiers/{OPEN}/ledger", said, "application/json").status_code for who in WHO
    }
    let_in = [who for who in MEMBERS if WHO.index(who) - 2 >= list(Role).index(least)] + ["site"]

    assert sent == {"stranger": 401, **dict.fromkeys(ANYBODY, 403), **dict.fromkeys(let_in, 409)}


def test_only_who_administers_the_site_brings_casebooks(clients: dict[str, Client]):
    casebook = "format: operative/casebook@1\nkey: quiet-wells\nby: A. Clerk\nentries: []\n"
    sent = {who: clients[who].post("/api/v1/dossiers/", casebook, "application/yaml").status_code for who in WHO}

    assert {who for who in WHO if sent[who] == 403} == set(ANYBODY) - {"site"}


@pytest.mark.parametrize("whose", ["nobody's", "others'", "all's"])
def test_a_casebook_attaches_only_texts_that_its_bringer_may_read(
    whose: str, clients: dict[str, Client], site: Dossiers
):
    """The words do not tell whether a text that is not for the bringer is kept."""
    others = site.ledgers.keep(b"For the eyes of others only.", "secret.txt")
    all_of_us = site.open(OPEN).history(date.max).facts(DocumentAttached)[0].sha256
    told = {"nobody's": "0" * 64, "others'": others, "all's": all_of_us}[whose]
    key = f"taken-{told[:4]}"
    casebook = (
        f"format: operative/casebook@1\nkey: {key}\nby: A. Clerk\nentries:\n"
        "- day: 2030\n  dossier.opened: {title: W}\n"
        "- day: 2030\n  document.named: {key: res, role: resolution}\n"
        f"- day: 2030\n  document.attached: {{document: res, sha256: '{told}', name: x.txt}}\n"
    )
    by_api = clients["site"].post("/api/v1/dossiers/", casebook, "application/yaml")
    file = SimpleUploadedFile("c.yaml", casebook.replace(f"key: {key}", f"key: {key}-too").encode())
    by_page = clients["site"].post("/dossiers/", {"casebook": file})

    assert (by_api.status_code, by_page.status_code) == ((201, 302) if whose == "all's" else (403, 403))
    if whose != "all's":
        message = f"bring the texts of these documents first, then the casebook: res ({told})"
        assert by_api.json()["detail"] == message
        assert key not in site.keys()  # noqa: SIM118  # it is no mapping
