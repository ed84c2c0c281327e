"""What is seen of the site from outside: health, readiness, figures and lines, none of which names anybody."""

import io
import json
import logging
import sys
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest

from operative.bootstrap.logs import Lines, set_up_logs
from operative.bootstrap.watching import Watch
from operative.errors import WrongCall


class Site:
    """A small application behind a `Watch`."""

    def __init__(self, hindrance: str = "", token: str = "") -> None:
        self.watch = Watch(self.answer, ready=lambda: hindrance, route_of=lambda path: "dossiers/<key>/", token=token)

    @staticmethod
    def answer(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [b"nothing"]

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        environ: dict[str, Any] = {"PATH_INFO": path, **headers}
        setup_testing_defaults(environ)
        seen: list[Any] = []
        body = b"".join(self.watch(environ, lambda status, given: seen.extend((status, dict(given)))))
        return int(seen[0].split()[0]), seen[1], body


@pytest.mark.parametrize(("hindrance", "status", "words"), [("", 200, b"ready"), ("no tables", 503, b"no tables")])
def test_ready_says_what_hinders(hindrance, status, words):
    found, headers, body = Site(hindrance).get("/ready")

    assert (found, body.strip()) == (status, words)
    assert headers["Cache-Control"] == "no-store"


def test_alive_also_where_the_database_is_not():
    assert Site("the database does not answer").get("/health")[0] == 200


def test_a_probe_without_a_body():
    environ: dict[str, Any] = {"PATH_INFO": "/health", "REQUEST_METHOD": "HEAD"}

    assert Site().watch(environ, lambda *_: None) == [b""]


def test_no_figures_without_a_token():
    assert Site().get("/metrics")[0] == 404
    assert Site().get("/metrics", HTTP_AUTHORIZATION="Bearer ")[0] == 404


@pytest.mark.parametrize("shown", ["", "Bearer", "Bearer other", "Bearer figures2", "Basic figures", "Bearer é"])
def test_no_figures_for_another_token(shown):
    assert Site(token="figures").get("/metrics", HTTP_AUTHORIZATION=shown)[0] == 401


def test_figures_count_by_route_and_name_no_dossier():
    site = Site(token="figures")
    site.get("/dossiers/quiet-wells/")
    site.get("/dossiers/quiet-wells/", REQUEST_METHOD="MADE-UP-BY-A-STRANGER")

    status, _, body = site.get("/metrics", HTTP_AUTHORIZATION="Bearer figures")

    assert status == 200
    assert b'operative_requests_total{method="GET",route="dossiers/<key>/",status="404"} 1.0' in body
    assert b'method="other"' in body
    assert b"operative_request_seconds_bucket" in body
    assert b"quiet-wells" not in body
    assert b"STRANGER" not in body


@pytest.mark.parametrize(("given", "kept"), [("abc-1.2_3", True), ("a b", False), ("x" * 65, False), ("a\n{}", False)])
def test_a_request_keeps_its_name_where_it_is_one(given, kept):
    name = Site().get("/", HTTP_X_REQUEST_ID=given)[1]["X-Request-ID"]

    assert (name == given) is kept
    assert name.isprintable()


def test_a_line_names_the_route_and_not_the_path():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Lines())
    log = logging.getLogger("operative.requests")
    log.addHandler(handler)
    level = log.level
    log.setLevel("INFO")
    try:
        Site().get("/dossiers/quiet-wells/", REMOTE_ADDR="203.0.113.9", HTTP_X_REQUEST_ID="r1")
    finally:
        log.removeHandler(handler)
        log.setLevel(level)

    line = json.loads(stream.getvalue())
    assert (line["request"], line["method"], line["route"], line["status"]) == ("r1", "GET", "dossiers/<key>/", 404)
    assert line["milliseconds"] >= 0
    assert "quiet-wells" not in stream.getvalue()
    assert "203.0.113.9" not in stream.getvalue()


def test_a_failure_is_logged_by_its_places_and_without_its_values():
    def fail(secret: str) -> None:
        raise ValueError(secret)

    try:
        fail("quiet-wells")
    except ValueError:
        record = logging.makeLogRecord(
            {"name": "django.request", "levelname": "ERROR", "msg": "Failed: %s", "args": ("/dossiers/quiet-wells/",)}
        )
        record.exc_info = sys.exc_info()

    words = Lines().format(record)

    assert "quiet-wells" not in words
    line = json.loads(words)
    assert line["error"] == "ValueError"
    assert len(line["places"]) == 2
    assert all(place.startswith(__name__) for place in line["places"])


def test_another_form_of_log_is_refused():
    with pytest.raises(WrongCall, match="xml"):
        set_up_logs("xml")
