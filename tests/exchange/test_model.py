"""A model is asked over HTTP; here a stand-in on this machine answers."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

import operative
from operative.domain.acts import Act, Force
from operative.domain.claims import Author
from operative.domain.spans import Span
from operative.exchange.model import Endpoint, suggest_claims

WORDS = "Requests that the plan be sent to the Assembly without delay;"
NOW = datetime(2026, 5, 1, tzinfo=UTC)


@contextmanager
def stand_in(answer: str, status: int = 200) -> Iterator[tuple[str, list[dict[str, object]]]]:
    """A server that gives one answer to everything, and keeps what it was asked."""
    asked: list[dict[str, object]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append(json.loads(body) | {"path": self.path, "key": self.headers.get("Authorization", "")})
            reply = answer.encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
    finally:
        server.shutdown()
        server.server_close()


def reply(content: str) -> str:
    return json.dumps({"choices": [{"message": {"content": content}}]})


def an_act() -> Act:
    return Act("Requests", Force.DIRECTIVE, Span(0, len(WORDS)))


def test_words_of_the_paragraph_become_claims_and_others_are_dropped() -> None:
    content = json.dumps({"recipients": ["the Assembly", "the Moon"], "deliverables": "the plan", "timings": ["soon"]})
    with stand_in(reply(content)) as (url, asked):
        claims, findings = suggest_claims(Endpoint(url, "small", "secret"), an_act(), WORDS, NOW)

    assert [(claim.field, claim.value, claim.author, claim.made_by) for claim in claims] == [
        ("recipients", "the Assembly", Author.MODEL, "small")
    ]
    assert findings == ()
    assert asked[0]["path"] == "/v1/chat/completions"
    assert asked[0]["key"] == "Bearer secret"
    assert asked[0]["model"] == "small"


@pytest.mark.parametrize(
    ("answer", "status"),
    [("", 200), ("not JSON", 200), (reply("[1]"), 200), (reply("nonsense"), 200), ("{}", 200), (reply("{}"), 500)],
)
def test_a_model_that_fails_is_a_finding(answer: str, status: int) -> None:
    with stand_in(answer, status) as (url, _):
        claims, findings = suggest_claims(Endpoint(url, "small"), an_act(), WORDS, NOW)

    assert claims == ()
    assert [finding.code for finding in findings] == ["model-failed"]


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/v1", "file:///etc", "nowhere"])
def test_an_address_that_does_not_answer_is_a_finding(url: str) -> None:
    _, findings = suggest_claims(Endpoint(url, "small", timeout=1), an_act(), WORDS, NOW)

    assert [finding.code for finding in findings] == ["model-failed"]


def test_a_reading_takes_what_the_rules_left_empty_and_nothing_else() -> None:
    text = "RESOLUTION No. 7\n\nThe Council,\n\nRecalling,\n\n1. Requests the Director to send the plan onwards;\n"
    content = json.dumps({"addressees": ["the plan"], "resources": ["onwards"]})
    with stand_in(reply(content)) as (url, _):
        act = operative.read(text.encode(), language="en", model=Endpoint(url, "small")).acts[0]

    assert [quote.words for quote in act.addressees] == ["the Director"]
    assert [(quote.words, quote.rule) for quote in act.resources] == [("onwards", "model:small")]
    assert act.resources[0].span.of(text) == "onwards"
