"""What those who run the site see of it: that it lives, that it is ready, what it measures, and a line a request.

It stands around the whole application, before hosts, sessions and accounts: who asks whether the site lives has none
of them. No line and no figure holds a name, a key of a dossier or an address of a reader: routes stand in for paths.
"""

import hmac
import logging
import re
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import uuid4

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

__all__ = ["Watch"]

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

LOG = logging.getLogger("operative.requests")
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
TEXT = "text/plain; charset=utf-8"


class Watch:
    """An application with /health, /ready and, for who shows the token, /metrics before it.

    `ready` returns what keeps the site from answering, in words; nothing where it can. `route_of` names the pattern
    that a path falls under.
    """

    def __init__(
        self,
        application: Application,
        *,
        ready: Callable[[], str],
        route_of: Callable[[str], str],
        token: str = "",
    ) -> None:
        self._application, self._ready, self._route_of, self._token = application, ready, route_of, token
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._answers = Counter(
            "operative_requests", "Requests answered.", ("method", "route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "operative_request_seconds", "Time until the answer began.", ("route",), registry=self._registry
        )
        self._probes: Mapping[str, Callable[[Environ], tuple[str, str, bytes]]] = {
            "/health": self._health,
            "/ready": self._readiness,
            "/metrics": self._metrics,
        }

    def __call__(self, request: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """The answer of the probe, or of the application, which is counted and logged."""
        probe = self._probes.get(request.get("PATH_INFO", ""))
        if probe is None or (probe == self._metrics and not self._token):
            return self._watched(request, start_response)
        status, form, body = probe(request)
        start_response(
            status, [("Content-Type", form), ("Content-Length", str(len(body))), ("Cache-Control", "no-store")]
        )
        return [b""] if request.get("REQUEST_METHOD") == "HEAD" else [body]

    def _watched(self, request: Environ, start_response: StartResponse) -> Iterable[bytes]:
        begun = time.perf_counter()
        given = request.get("HTTP_X_REQUEST_ID", "")
        name = given if REQUEST_ID.fullmatch(given) else uuid4().hex
        route = self._route_of(request.get("PATH_INFO", ""))

        def started(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            seconds, number = time.perf_counter() - begun, status.partition(" ")[0]
            method = request.get("REQUEST_METHOD", "")
            self._answers.labels(method if method in METHODS else "other", route, number).inc()
            self._seconds.labels(route).observe(seconds)
            said = {"request": name, "method": method, "route": route, "status": int(number)}
            LOG.info("answered", extra={"said": {**said, "milliseconds": round(seconds * 1000, 1)}})
            return start_response(status, [*headers, ("X-Request-ID", name)], *more)

        return self._application(request, started)

    def _health(self, request: Environ) -> tuple[str, str, bytes]:
        return "200 OK", TEXT, b"alive\n"

    def _readiness(self, request: Environ) -> tuple[str, str, bytes]:
        if hindrance := self._ready():
            return "503 Service Unavailable", TEXT, f"{hindrance}\n".encode()
        return "200 OK", TEXT, b"ready\n"

    def _metrics(self, request: Environ) -> tuple[str, str, bytes]:
        shown = request.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer ").encode("latin-1", "replace")
        if not hmac.compare_digest(shown, self._token.encode()):
            return "401 Unauthorized", TEXT, b"show the token that is set as metrics.token\n"
        return "200 OK", CONTENT_TYPE_PLAIN_0_0_4, generate_latest(self._registry)


METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
"""What is counted by name; a stranger could make up others without end."""
