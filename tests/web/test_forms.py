"""The forms that enter facts: what they enter, errors in place, stale forms, double submits, rights."""

import re
from html import unescape
from importlib.resources import files

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from operative.bootstrap.dossiers import Dossiers
from operative.bootstrap.openings import register_draft
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.decisions import MembersCounted
from operative.domain.facts.dossiers import EventNoted
from operative.domain.people import Role

from .conftest import ClientOf

KEY = "lro-concert-2024"
EVENT = {"title": "A note came", "on": "2026-09"}
FILLED = [
    ("move", {"mandate": "m-op7-1", "step": "accept", "action": "wait", "by": "2027-01", "on": "2026-11-01"},
     ["mandate.moved", "mandate.next"]),
    ("standing", {"participant": "LRO", "mechanism": "emergency-platform", "standing": "observer", "on": "2026-11",
                  "by_then": "on", "document": "report-2025"},
     ["standing.reported"]),
    ("engagement", {"form": "meeting", "title": "Round", "counterpart": "The Concert", "on": "2026-10-02",
                    "participants": "A. One\n\nB. Two", "raised": ["m-op7-1"]}, ["engagement.held"]),
    ("event", EVENT, ["event.noted"]),
    ("document", {"sort": "evidence", "title": "A letter", "on": "2026-10", "dated": "2026"}, ["document.named"]),
    ("role", {"person": "Ola Berg", "given": "officer", "on": "2026-10-01"}, ["role.granted"]),
    ("input", {"name": "post_cost", "unit": "USD thousand", "value": "180", "said_by": "HR", "on": "2026-10"},
     ["input.stated"]),
    ("session", {"label": "46th Session", "body": "Council", "opens": "2027-06", "sort": "regular", "on": "2026-10"},
     ["session.announced"]),
    ("proposal", {"title": "How to go on", "body": "Council", "options": "Stay: nothing changes\nLeave",
                  "on": "2026-10"},
     ["proposal.tabled"]),
    ("report", {"report": "report-2025", "to": "Council", "on": "2026-10"}, ["report.filed"]),
]  # fmt: skip


def entered(site: Dossiers, before: int) -> list[str]:
    return [entry.fact.kind for entry in site.open(KEY).entries(after=before)]


def wrong_in(page: bytes) -> list[str]:
    """What a page says is wrong."""
    return re.findall(r"role=.alert.*?</div>|wrong-words.*?</p>", page.decode(), re.DOTALL)


@pytest.fixture
def officer(client_of: ClientOf) -> Client:
    return client_of("Ana", Role.ADMINISTRATOR, KEY)


@pytest.mark.parametrize(("name", "typed", "kinds"), FILLED)
def test_a_form_enters_what_it_says_once(officer: Client, site: Dossiers, name: str, typed: dict, kinds: list[str]):
    address, version = f"/dossiers/{KEY}/enter/{name}/", site.open(KEY).version
    page = officer.get(address)
    assert page.status_code == 200
    assert f'name="expected" value="{version}"'.encode() in page.content

    for _ in range(2):
        answer = officer.post(address, {**typed, "expected": version})
        assert answer.status_code == 302, wrong_in(answer.content)
    assert entered(site, version) == kinds
    assert next(site.open(KEY).entries(after=version)).statement.by == "Ana"


@pytest.mark.parametrize(("name", "typed", "kinds"), FILLED)
def test_only_who_may_write_gets_the_form(client_of: ClientOf, site: Dossiers, name: str, typed: dict, kinds: list):
    reader = client_of("Bo", Role.READER, KEY)
    version = site.open(KEY).version

    assert reader.get(f"/dossiers/{KEY}/enter/{name}/").status_code == 403
    assert reader.post(f"/dossiers/{KEY}/enter/{name}/", {**typed, "expected": version}).status_code == 403
    assert site.open(KEY).version == version


def test_roles_are_given_by_administrators_alone(client_of: ClientOf):
    assert client_of("Cy", Role.OFFICER, KEY).get(f"/dossiers/{KEY}/enter/role/").status_code == 403


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("event", {"title": "Typed words", "on": "last week"}, "Write 2016, 2016-10 or 2016-10-05."),
        ("event", {"title": "", "on": "2026-10"}, "This field is required."),
        ("move", {"mandate": "m-op7-1", "on": "2026-10"}, "Choose a step, or say what is to be done next."),
        ("move", {"mandate": "m-op7-1", "step": "fulfil", "reason": "Typed words", "on": "2026"}, "no way to fulfil"),
        ("input", {"name": "Post Cost", "on": "2026-10"}, "Enter a valid value."),
        ("proposal", {"title": "Typed words", "body": "Council", "options": " ", "on": "2026-10"}, "required"),
        ("document", {"sort": "report", "on": "2026-10"}, "Say the title or the symbol"),
    ],
)
def test_what_is_wrong_is_said_in_place_and_nothing_typed_is_lost(
    officer: Client, site: Dossiers, name: str, typed: dict, words: str
):
    version = site.open(KEY).version

    answer = officer.post(f"/dossiers/{KEY}/enter/{name}/", {**typed, "expected": version})

    page = unescape(answer.content.decode())
    assert answer.status_code in (400, 409)
    assert words in page
    assert "Typed words" not in str(typed) or "Typed words" in page
    assert site.open(KEY).version == version


def test_a_stale_form_shows_what_came_first_and_can_be_sent_again(officer: Client, site: Dossiers):
    dossier, address = site.open(KEY), f"/dossiers/{KEY}/enter/event/"
    version = dossier.version
    dossier.enter([Statement(EventNoted("Somebody was faster"), PartialDate("2026-10"), "Ines Calloway")])

    answer = officer.post(address, {**EVENT, "expected": version})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody was faster" in page
    assert EVENT["title"] in page
    again = re.search(r'name="expected" value="(\d+)"', page)
    assert again is not None
    assert officer.post(address, {**EVENT, "expected": again[1]}).status_code == 302
    assert entered(site, version) == ["event.noted", "event.noted"]


def test_an_estimate_is_run_with_what_stands(officer: Client, site: Dossiers):
    page = officer.get(f"/dossiers/{KEY}/enter/estimate/").content.decode()
    service = re.search(r'<option value="(liaison\|[^"]*)"', page)
    assert service is not None
    version = site.open(KEY).version

    typed = {"service": unescape(service[1]), "year": "2026", "on": "2026-11", "expected": version}
    answer = officer.post(f"/dossiers/{KEY}/enter/estimate/", typed)

    assert answer.status_code == 302, wrong_in(answer.content)
    assert entered(site, version) == ["estimate.run"]


def test_a_draft_comes_with_its_file_once(officer: Client, site: Dossiers):
    version = site.open(KEY).version

    for _ in range(2):
        file = SimpleUploadedFile("third.txt", b"Draft agreement\n\n1. The parties shall cooperate closely.\n")
        typed = {"label": "Third draft", "file": file, "on": "2026-10-01", "expected": version}
        answer = officer.post(f"/dossiers/{KEY}/enter/draft/", typed)
        assert answer.status_code == 302, wrong_in(answer.content)
    assert entered(site, version) == ["document.named", "document.attached", "draft.registered"]
    assert "Third draft" in officer.get(f"/dossiers/{KEY}/conditions/").content.decode()


def test_a_file_that_cannot_be_read_is_said_and_nothing_is_entered(officer: Client, site: Dossiers):
    version = site.open(KEY).version
    file = SimpleUploadedFile("broken.pdf", b"%PDF-1.7 broken")

    typed = {"label": "Third draft", "file": file, "on": "2026-10-01", "expected": version}
    answer = officer.post(f"/dossiers/{KEY}/enter/draft/", typed)

    assert answer.status_code in (400, 422)
    assert site.open(KEY).version == version


def test_pages_offer_their_forms_to_writers_only(officer: Client, client_of: ClientOf):
    reader = client_of("Bo", Role.READER, KEY)

    for page, name in (("requests/", "move"), ("", "event"), ("costs/", "input"), ("session/", "proposal")):
        address, link = f"/dossiers/{KEY}/{page}", f"/dossiers/{KEY}/enter/{name}/"
        assert link in officer.get(address).content.decode()
        assert link not in reader.get(address).content.decode()
        assert link not in officer.get(f"{address}?as_of=2026-01-01").content.decode()


def test_an_unknown_form_is_no_page(officer: Client):
    assert officer.get(f"/dossiers/{KEY}/enter/nothing/").status_code == 404


def choices(client: Client, name: str, field: str) -> list[str]:
    """What a form offers for a field."""
    page = client.get(f"/dossiers/{KEY}/enter/{name}/").content.decode()
    found = page.partition(f'<select name="{field}"')[2].partition("</select>")[0]
    return [unescape(value) for value in re.findall(r'<option value="([^"]*)"', found)]


VOTES = [
    ({"yes": "1", "absent": "1"}, (1, 0, 0, 1, 0, False)),
    ({"member-0": "yes", "member-2": "abstain", "yes": "30"}, (0, 0, 0, 0, 2, False)),
    ({"consensus": "on"}, (0, 0, 0, 0, 0, True)),
]


@pytest.mark.parametrize(("typed", "found"), VOTES)
def test_a_vote_is_entered_once_and_its_outcome_decided(
    officer: Client, site: Dossiers, typed: dict, found: tuple[int, ...]
):
    members = MembersCounted("Council", 3, ("Aland", "Belmora", "Cadwen"), ("Belmora",))
    dossier = site.open(KEY)
    dossier.enter([Statement(members, PartialDate("2024"), "Ana")])
    question, version = choices(officer, "vote", "question")[0], dossier.version
    for _ in range(2):
        typed = {**typed, "question": question, "on": "2026-10", "expected": version}
        answer = officer.post(f"/dossiers/{KEY}/enter/vote/", typed)
        assert answer.status_code == 302, wrong_in(answer.content)

    taken = [entry.fact for entry in site.open(KEY).entries(after=version)]
    assert [fact.kind for fact in taken] == ["vote.taken"]
    vote = taken[0]
    assert (vote.yes, vote.no, vote.abstain, vote.absent, len(vote.ballots), vote.consensus) == found
    assert b"Belmora" not in officer.get(f"/dossiers/{KEY}/enter/vote/").content


@pytest.mark.parametrize("typed", [{}, {"yes": "0"}, {"yes": "-1"}, {"yes": "many"}, {"yes": "1" * 30}])
def test_a_vote_without_voters_is_none(officer: Client, site: Dossiers, typed: dict):
    question, version = choices(officer, "vote", "question")[0], site.open(KEY).version

    answer = officer.post(f"/dossiers/{KEY}/enter/vote/", {**typed, "question": question, "on": "2026-10"})

    assert answer.status_code == 400
    assert site.open(KEY).version == version


def test_a_decision_follows_its_vote_and_names_the_new_resolution(officer: Client, site: Dossiers):
    question = choices(officer, "vote", "question")[0]
    officer.post(f"/dossiers/{KEY}/enter/vote/", {"question": question, "consensus": "on", "on": "2026-10"})
    vote, version = choices(officer, "decision", "vote")[0], site.open(KEY).version
    typed = {"vote": vote, "resolution": "resolution-208", "closes": ["m-op7-1"], "on": "2026-10"}

    for _ in range(2):
        answer = officer.post(f"/dossiers/{KEY}/enter/decision/", {**typed, "expected": version})
        assert answer.status_code == 302, wrong_in(answer.content)

    entries = list(site.open(KEY).entries(after=version))
    assert [entry.fact.kind for entry in entries] == ["decision.recorded"]
    fact, proof = entries[0].fact, entries[0].statement.evidence
    assert (fact.vote, str(fact.outcome), fact.document, fact.closes) == (
        vote, "adopted", "resolution-208", ("m-op7-1",),
    )  # fmt: skip
    assert [one.document for one in proof] == ["resolution-208"]
    page = officer.get(f"/dossiers/{KEY}/session/").content.decode()
    assert f'href="/dossiers/{KEY}/documents/resolution-208/"' in page


def test_what_a_report_answers_has_a_place_in_it(officer: Client, site: Dossiers):
    page = officer.get(f"/dossiers/{KEY}/enter/report/").content.decode()
    places, version = re.findall(r'name="(place-[^"]+)"', page), site.open(KEY).version
    typed = {"report": "report-2025", places[0]: "para.  7", places[1]: " ", "on": "2026-10", "expected": version}

    answer = officer.post(f"/dossiers/{KEY}/enter/report/", typed)

    assert answer.status_code == 302, wrong_in(answer.content)
    entry = next(site.open(KEY).entries(after=version))
    assert [(one.given, one.provision) for one in entry.fact.answers] == [(True, "para. 7")]
    assert [one.document for one in entry.statement.evidence] == ["report-2025"]


def overtake(site: Dossiers, key: str) -> None:
    """Somebody is faster."""
    site.open(key).enter([Statement(EventNoted("Somebody was faster"), PartialDate("2026-10"), "Ines Calloway")])


@pytest.mark.parametrize(("name", "typed", "kinds"), FILLED)
def test_every_form_that_was_overtaken_keeps_what_was_typed(
    officer: Client, site: Dossiers, name: str, typed: dict, kinds: list[str]
):
    version = site.open(KEY).version
    overtake(site, KEY)

    answer = officer.post(f"/dossiers/{KEY}/enter/{name}/", {**typed, "expected": version})

    page = unescape(answer.content.decode())
    assert answer.status_code == 409
    assert "Somebody was faster" in page
    assert [words for words in typed.values() if isinstance(words, str) and words not in page and words != "on"] == []
    assert entered(site, version) == ["event.noted"]


@pytest.fixture
def signing(site: Dossiers, wells: str, client_of: ClientOf) -> tuple[Client, str]:
    """A legal adviser, and the address of an element under a draft."""
    dossier = site.open(wells)
    draft = (files("operative") / "samples" / "agreement-draft-1.txt").read_bytes()
    register_draft(dossier, "draft 1", draft, by="A. Clerk", on=PartialDate("2025-09"), name="draft.txt")
    element = next(entry.fact.id for entry in dossier.entries() if entry.fact.kind == "element.stated")
    return client_of("L. Counsel", Role.LEGAL_ADVISER, wells), f"/dossiers/{wells}/conditions/{element}/?draft=draft+1"


def test_a_signature_that_was_overtaken_keeps_what_was_typed(signing: tuple[Client, str], site: Dossiers):
    client, address = signing
    version = site.open("wells").version
    overtake(site, "wells")
    typed = {"verdict": "silent", "reason": "Nothing in the draft keeps it."}

    stale = client.post(address, {**typed, "expected": version})
    page = stale.content.decode()
    again = re.search(r'name="expected" value="(\d+)"', page)

    assert stale.status_code == 409
    assert "Somebody was faster" in page
    assert typed["reason"] in page
    assert re.search(r'value="silent" required checked', page)
    assert again is not None
    for _ in range(2):
        assert client.post(address, {**typed, "expected": again[1]}).status_code == 302
    kinds = [entry.fact.kind for entry in site.open("wells").entries(after=version)]
    assert kinds == ["event.noted", "verdict.signed"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [({"reason": "Typed words"}, "Choose a verdict."), ({"verdict": "vanished", "reason": "Typed words"}, "Choose")],
)
def test_a_signature_that_cannot_be_taken_keeps_what_was_typed(
    typed: dict, words: str, signing: tuple[Client, str], site: Dossiers
):
    client, address = signing
    version = site.open("wells").version

    answer = client.post(address, {**typed, "expected": version})

    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert "Typed words" in answer.content.decode()
    assert site.open("wells").version == version
