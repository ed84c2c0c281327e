"""The API does what its OpenAPI document says, whatever it is sent."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS, load_all_checks

from operative.bootstrap.dossiers import Dossiers

from .conftest import TokenOf

DOCUMENT = "/api/v1/openapi.json"
EXAMPLES = int(os.environ.get("OPERATIVE_API_EXAMPLES", "8"))
"""Calls of each operation; OPERATIVE_API_EXAMPLES=300 for a long look."""

load_all_checks()
LEFT_OUT = {
    # A dossier is named by its key: most keys name none, and then what else was sent does not matter.
    "positive_data_acceptance",
    "negative_data_rejection",
    "missing_required_header",
    # What a session is refused is tested one by one.
    "ignored_auth",
}
HELD = [check for name in CHECKS.get_all_names() if name not in LEFT_OUT for check in CHECKS.get_by_names([name])]


@pytest.fixture(scope="module")
def operations(site: Dossiers, corpus: Path) -> Iterator[Any]:
    with override_settings(CORPUS_FOLDER=str(corpus)):
        yield schemathesis.openapi.from_wsgi(DOCUMENT, get_wsgi_application())


@pytest.fixture(scope="module")
def paths(operations: Any) -> list[Any]:
    return [found.ok() for found in operations.get_all_operations()]


def test_whatever_is_sent_is_answered_as_documented(paths: list[Any], token_of: TokenOf, site: Dossiers):
    """No failure of ours, no status that is not documented, the media types and shapes that are."""
    token = token_of("Ana", "read", "write", "sign", administrator=True)["HTTP_AUTHORIZATION"]
    key = site.keys()[0]

    for operation in paths:

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        @schemathesis_given(operation)
        def call(case: Any) -> None:
            for named in (case.path_parameters.get("key"), key):
                if named is None and "key" in case.path_parameters:
                    continue
                if "key" in case.path_parameters:
                    case.path_parameters["key"] = named
                case.call_and_validate(headers={"Authorization": token}, checks=HELD)

        call()


def schemathesis_given(operation: Any) -> Any:
    """The decorator that gives calls of an operation."""
    from hypothesis import given

    return given(case=operation.as_strategy())
