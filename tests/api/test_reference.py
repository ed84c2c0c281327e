"""The reference of the API names every call, view, scope and code that there is."""

import re
from typing import Any, get_args

from django.test import Client

from operative.bootstrap.dossiers import Dossiers
from tests.docs.public_names import page

REFERENCE = page("reference/api.md")


def test_every_call_is_in_the_reference(site: Dossiers, client: Client):
    paths: dict[str, dict[str, Any]] = client.get("/api/v1/openapi.json").json()["paths"]
    there = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}

    assert set(re.findall(r"`((?:GET|POST|PUT|PATCH|DELETE) /\S+)`", REFERENCE)) == there


def test_every_view_scope_and_code_is_in_the_reference(site: Dossiers):
    # They load the tables of accounts, which are there only once Django is set up.
    from operative.accounts.secrets import SCOPES
    from operative.api.dossiers import VIEWS, ViewName
    from operative.api.problems import CODES

    named = set(re.findall(r"`([a-z-]+)`", REFERENCE))

    assert get_args(ViewName) == tuple(VIEWS)
    assert {*VIEWS, *SCOPES, *(code for code, _ in CODES.values())} <= named
