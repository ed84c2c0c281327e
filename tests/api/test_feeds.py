"""Calendars and feeds over HTTP: who opens them with what, and what is sent again."""

from base64 import b64encode
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar
from lxml import etree

from operative.bootstrap.dossiers import Dossiers
from operative.bootstrap.openings import open_on_resolution
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.dossiers import EventNoted, RoleGranted
from operative.domain.people import Role

from .conftest import TokenOf

OPEN, HIDDEN = "lro-concert-2024", "quiet-wells"
SECRET = "Wells nobody knows of"
ADDRESSES = ("dossiers/{key}/calendar.ics", "dossiers/{key}/feed.atom", "feed.atom")


@pytest.fixture(scope="module", autouse=True)
def hidden(site: Dossiers) -> None:
    """A confidential dossier that Rhea may read."""
    text = (files("operative") / "samples" / "resolution-208.txt").read_bytes()
    today = date(2025, 9, 1)
    dossier = open_on_resolution(site, HIDDEN, text, by="A. Clerk", today=today, title=SECRET, confidential=True)
    dossier.enter([Statement(RoleGranted("Rhea", Role.READER), PartialDate("2025"), "A. Clerk")])


def asked(client: Client, address: str, way: str, header: dict[str, str], **more: Any) -> Any:
    """The answer to a caller who shows the token in one of the ways."""
    token = header["HTTP_AUTHORIZATION"].removeprefix("Bearer ")
    path = f"/api/v1/{address}"
    if way == "address":
        return client.get(path, {"token": token}, **more)
    if way == "password":
        header = {"HTTP_AUTHORIZATION": f"Basic {b64encode(f'any:{token}'.encode()).decode()}"}
    return client.get(path, **header, **more)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("way", "scopes", "status"),
    [
        ("header", ("read",), 200),
        ("header", ("feed",), 200),
        ("header", ("write",), 403),
        ("password", ("feed",), 200),
        ("password", ("sign",), 403),
        ("address", ("feed",), 200),
        ("address", ("read",), 401),
        ("address", ("feed", "read"), 401),
    ],
)
def test_which_token_opens_a_feed_in_which_way(client, token_of: TokenOf, address, way, scopes, status):
    token = token_of("Otto", *scopes)
    answer = asked(client, address.format(key=OPEN), way, token)

    assert answer.status_code == status
    assert SECRET.encode() not in answer.content
    assert token["HTTP_AUTHORIZATION"].removeprefix("Bearer ").encode() not in answer.content


@pytest.mark.parametrize("way", ["header", "password", "address"])
def test_a_confidential_dossier_is_there_for_those_with_a_role_alone(client, token_of: TokenOf, way):
    reader, other = token_of("Rhea", "feed"), token_of("Otto", "feed")
    for address in ADDRESSES:
        seen = asked(client, address.format(key=HIDDEN), way, reader)
        assert seen.status_code == 200
        assert SECRET.encode() in seen.content
    for address in ADDRESSES[:2]:
        missing = asked(client, address.format(key="quiet-wellz"), way, other)
        answer = asked(client, address.format(key=HIDDEN), way, other)
        assert (answer.status_code, missing.status_code) == (404, 404)
        assert answer.content.replace(b"quiet-wells", b"quiet-wellz") == missing.content


@pytest.mark.parametrize("address", ["dossiers/", f"dossiers/{OPEN}/ledger", f"dossiers/{OPEN}/status"])
def test_a_token_for_feeds_opens_nothing_else(client, token_of: TokenOf, address):
    header = token_of("Otto", "feed")

    assert asked(client, address, "header", header).status_code == 403
    assert asked(client, address, "address", header).status_code == 401


def test_a_stranger_is_asked_for_a_password(client):
    answer = client.get(f"/api/v1/dossiers/{OPEN}/feed.atom")

    assert (answer.status_code, answer["WWW-Authenticate"][:5]) == (401, "Basic")
    assert "WWW-Authenticate" not in client.get("/api/v1/dossiers/")


@pytest.mark.parametrize("address", ADDRESSES[:2])
def test_what_the_caller_has_already_is_not_sent_again(client, site: Dossiers, token_of: TokenOf, address):
    header, address = token_of("Otto", "feed"), address.format(key=OPEN)
    first = asked(client, address, "header", header)
    since = {"HTTP_IF_MODIFIED_SINCE": first["Last-Modified"]}
    same = {"HTTP_IF_NONE_MATCH": first["ETag"]}

    assert [asked(client, address, "header", header, **more).status_code for more in (since, same)] == [304, 304]
    assert asked(client, address, "header", header, HTTP_IF_NONE_MATCH='"other"').content == first.content
    dossier = site.open(OPEN)
    dossier.enter([Statement(EventNoted("Rain"), PartialDate("2025"), next(dossier.entries()).statement.by)])
    again = asked(client, address, "header", header, **same)
    assert again.status_code == (200 if "atom" in address else 304)


def test_links_lead_to_the_pages_and_hold_no_token(client, token_of: TokenOf):
    header = token_of("Otto", "feed")
    root = etree.fromstring(asked(client, ADDRESSES[2], "address", header).content)
    links = {one.get("rel"): one.get("href") for one in root.findall("{*}link")}
    calendar = Calendar.from_ical(asked(client, f"dossiers/{OPEN}/calendar.ics", "address", header).content)

    assert links == {"self": "http://testserver/api/v1/feed.atom", "alternate": "http://testserver/"}
    assert {str(one["URL"]) for one in calendar.subcomponents} == {f"http://testserver/dossiers/{OPEN}/"}
