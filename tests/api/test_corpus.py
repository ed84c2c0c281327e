"""The search of the corpus through the API: as the page finds, counts, marks and turns."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.test import Client, override_settings

from operative.bootstrap.dossiers import Dossiers

from .conftest import TokenOf

SEARCH = "/api/v1/corpus/search"


@pytest.fixture(scope="module", autouse=True)
def shown(site: Dossiers, corpus: Path) -> Iterator[None]:
    """The site shows the corpus."""
    with override_settings(CORPUS_FOLDER=str(corpus)):
        vars(apps.get_app_config("web")).pop("corpus", None)
        yield
    vars(apps.get_app_config("web")).pop("corpus", None)


@pytest.fixture
def ask(client: Client, token_of: TokenOf) -> Any:
    """What a reader is answered."""
    token = token_of("R. Reader", "read")

    def asked(status: int = 200, **query: Any) -> dict[str, Any]:
        answer = client.get(SEARCH, query, **token)
        assert answer.status_code == status, answer.content
        return answer.json()

    return asked


def test_a_hit_says_where_it_stands_and_what_was_looked_for(ask: Any):
    found = ask(q="valley", year=2021)

    assert (found["total"], found["offset"], found["next"]) == (1, 0, None)
    (hit,) = found["hits"]
    assert (hit["symbol"], hit["provision"], hit["adopted"], hit["language"]) == ("A/RES/2", "op1", "2021-12-01", "en")
    assert [hit["text"][mark["start"] : mark["end"]] for mark in hit["marks"]] == ["valley"]


def test_facets_lead_to_what_they_count(ask: Any):
    counted = ask(q="wells")["facets"]

    assert {one["field"] for one in counted} >= {"body", "year", "verb", "kind", "language"}
    for one in counted:
        assert ask(q="wells", **{one["field"]: one["value"]})["total"] == one["count"], one


def test_pages_do_not_overlap_and_leave_nothing_out(ask: Any):
    offset, seen, states = 0, [], set()
    while offset is not None:
        page = ask(q="bridges", limit=7, offset=offset)
        seen += [(hit["document"], hit["provision"]) for hit in page["hits"]]
        states.add(page["state"])
        offset = page["next"]

    assert len(seen) == len(set(seen)) == page["total"] == 25
    assert len(states) == 1
    assert ask(q="bridges", offset=25)["hits"] == []


def test_the_api_finds_what_the_page_finds(ask: Any, client: Client):
    from operative.accounts.models import Account  # there once Django is set up

    found = ask(q="wells", kind="operative")
    client.force_login(Account.objects.get(name="R. Reader"))
    page = client.get("/corpus/", {"q": "wells", "kind": "operative"}).content.decode()

    assert f"{found['total']} provision" in " ".join(page.split())
    heads = re.findall(r'class="hit-head"><a href="/corpus/documents/(\w+)/#(\w+)"', page)
    assert [(hit["document"], hit["provision"]) for hit in found["hits"]] == heads


@pytest.mark.parametrize(
    "query",
    [{}, {"q": " "}, {"q": "wells", "year": "x"}, {"limit": 0}, {"q": "wells", "limit": 101}, {"q": '"'},
     {"q": "x" * 501}, {"q": "wells", "offset": -1}, {"q": "wells", "report": "perhaps"}],
)  # fmt: skip
def test_what_cannot_be_searched_is_a_wrong_call(query: dict[str, Any], ask: Any):
    assert ask(400, **query)["code"] == "wrong-call"


def test_it_takes_the_scope_to_read(client: Client, token_of: TokenOf):
    assert client.get(SEARCH, {"q": "wells"}).status_code == 401
    assert client.get(SEARCH, {"q": "wells"}, **token_of("R. Reader", "write")).status_code == 403
    assert client.get(SEARCH, {"q": "wells"}, **token_of("R. Reader", "feed")).status_code in (401, 403)


def test_a_site_without_a_corpus_says_so(ask: Any):
    with override_settings(CORPUS_FOLDER=""):
        vars(apps.get_app_config("web")).pop("corpus", None)
        assert "no corpus" in ask(400, q="wells")["detail"]
    vars(apps.get_app_config("web")).pop("corpus", None)
