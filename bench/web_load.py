"""Fifty readers and five writers at once for a minute, on SQLite and on PostgreSQL: errors, lost entries, how fast.

    python bench/web_load.py [SECONDS]

The site is served by a process of its own, as `operative serve` does it. Readers go round the pages of a dossier,
writers enter events through the API, all into the same dossier. Afterwards every entry that was acknowledged must stand
in the ledger, and the ledger must verify. Beside the rate of pages stands that of a bare page, asked for by as many.
"""

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from rows import Row

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.postgresql import Absent, server  # it lies beside this folder, not in it

READERS, WRITERS = 50, 5
SECONDS = 60.0
BARE_SECONDS = 5.0
PATIENCE = 60
KEY = "lro-concert-2024"
PAGES = ("", "requests/", "conditions/", "mechanisms/", "costs/", "reports/", "session/", "brief/", "ledger/")
PASSWORD = "a long sentence here"
SERVE = """
import sys
from operative.bootstrap.serving import prepare_site, serve
application = prepare_site(sys.argv[1])
from operative.accounts.models import Account
from operative.accounts.secrets import make_token
from operative.bootstrap.casebooks import open_demo
from operative.bootstrap.dossiers import open_dossiers
open_demo(open_dossiers(sys.argv[1]))
account = Account(name="Eve", administrator=True)
account.set_password(sys.argv[2])
account.save()
print(make_token(account, "load", ["read", "write"]), flush=True)
serve(application, "127.0.0.1", 0, lambda address: print(address, flush=True))
"""


@dataclass
class Tally:
    """What one client did: answers, what went wrong, and the entries that were acknowledged, by number and title."""

    answers: int = 0
    wrong: list[str] = field(default_factory=list)
    entries: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Site:
    """A site that runs: where it answers, a session that reads and a token that writes."""

    address: str
    token: str
    cookie: str

    def ask(
        self, connection: HTTPConnection, method: str, path: str, body: str = "", **headers: str
    ) -> tuple[int, bytes]:
        """The status and body of an answer."""
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def connect(self) -> HTTPConnection:
        """A connection of its own for each client."""
        return HTTPConnection(urlsplit(self.address).netloc, timeout=PATIENCE)


def measure(data: Path, seconds: float = SECONDS) -> list[Row]:
    """Rows for both databases; PostgreSQL is left out, and said so, where none is installed."""
    with tempfile.TemporaryDirectory() as folder:
        rows = _on("SQLite", f"sqlite:///{folder}/site.db", seconds)
    try:
        with server(quick=False) as running:
            rows += _on("PostgreSQL", running.url(running.new_database()), seconds)
    except Absent as absent:
        rows.append(Row("load, errors", "PostgreSQL", None, 0, "lower", note=f"not measured: {absent}"))
    return rows


def _on(name: str, url: str, seconds: float) -> list[Row]:
    with served(url) as site:
        bare = sum(one.answers for one in _run([_reader(site, ("/sign-in",))] * READERS, BARE_SECONDS)) / BARE_SECONDS
        paths = tuple(f"/dossiers/{KEY}/{page}" for page in PAGES)
        clients = [_reader(site, paths[number % len(paths) :] + paths) for number in range(READERS)]
        told = _run([*clients, *(_writer(site, number) for number in range(WRITERS))], seconds)
        lost, findings = _lost(site, told)
    wrong = [words for one in told for words in one.wrong]
    read, written = sum(one.answers for one in told[:READERS]), sum(len(one.entries) for one in told)
    where = f"{name}, {READERS} readers, {WRITERS} writers"
    note = f"{seconds:.0f} s: {read:,} pages, {written:,} entries; {wrong[0] if wrong else 'none wrong'}"
    return [
        Row("load, errors", where, len(wrong), 0, "lower", note=note),
        Row("load, acknowledged entries lost", where, lost, 0, "lower", note=f"{findings} findings of the ledger"),
        Row("load, pages", where, read / seconds, unit="/s", note=f"{bare / (read / seconds):.1f} times as many bare"),
        Row("load, entries", where, written / seconds, unit="/s", note="each in a transaction of its own, on the disk"),
    ]


def _run(clients: list[Callable[[float, Tally], None]], seconds: float) -> list[Tally]:
    told = [Tally() for _ in clients]
    end = time.monotonic() + seconds
    threads = [threading.Thread(target=one, args=(end, tally)) for one, tally in zip(clients, told, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def _reader(site: Site, paths: tuple[str, ...]) -> Callable[[float, Tally], None]:
    def read(end: float, tally: Tally) -> None:
        connection = site.connect()
        for number in count():
            if time.monotonic() > end:
                return
            path = paths[number % len(paths)]
            try:
                status, body = site.ask(connection, "GET", path, Cookie=site.cookie if path != "/sign-in" else "")
            except (OSError, HTTPException) as exc:
                tally.wrong.append(f"{path}: {type(exc).__name__}: {exc}")
                connection = site.connect()
                continue
            tally.answers += 1
            if status != 200 or not body.rstrip().endswith(b"</html>"):
                tally.wrong.append(f"{path}: {status}")

    return read


def _writer(site: Site, number: int) -> Callable[[float, Tally], None]:
    headers = {"Authorization": f"Bearer {site.token}", "Content-Type": "application/json"}

    def write(end: float, tally: Tally) -> None:
        connection = site.connect()
        for turn in count():
            if time.monotonic() > end:
                return
            title = f"writer {number}, turn {turn}"
            said = {"statements": [{"kind": "event.noted", "fact": {"title": title}, "effective": "2026-06"}]}
            try:
                path = f"/api/v1/dossiers/{KEY}/ledger"
                status, body = site.ask(connection, "POST", path, json.dumps(said), **headers)
            except (OSError, HTTPException) as exc:
                tally.wrong.append(f"entry: {type(exc).__name__}: {exc}")
                connection = site.connect()
                continue
            if status == 201:
                tally.entries |= {one["number"]: title for one in json.loads(body)["entries"]}
            else:
                tally.wrong.append(f"entry: {status} {body[:120]!r}")

    return write


def _lost(site: Site, told: list[Tally]) -> tuple[int, int]:
    """How many acknowledged entries are not in the ledger under their number, and the findings of its verification."""
    there: dict[int, Any] = {}
    connection, headers = site.connect(), {"Authorization": f"Bearer {site.token}"}
    after: int | None = 0
    while after is not None:
        page = json.loads(site.ask(connection, "GET", f"/api/v1/dossiers/{KEY}/ledger?after={after}", **headers)[1])
        there |= {one["number"]: one["fact"].get("title") for one in page["entries"]}
        after = page["next"]
    verified = json.loads(site.ask(connection, "POST", f"/api/v1/dossiers/{KEY}/verify", **headers)[1])
    acknowledged = [pair for one in told for pair in one.entries.items()]
    return sum(there.get(number) != title for number, title in acknowledged), len(verified["findings"])


@contextmanager
def served(url: str) -> Iterator[Site]:
    program = [sys.executable, "-c", SERVE, url, PASSWORD]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout is not None
        try:
            token, address = running.stdout.readline().strip(), running.stdout.readline().strip()
            yield Site(address, token, _signed_in(address))
        finally:
            running.terminate()


def _signed_in(address: str) -> str:
    """The cookie of a session."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    connection.request("GET", "/sign-in")
    answer = connection.getresponse()
    page = answer.read().decode()
    cookie = answer.headers["Set-Cookie"].partition(";")[0]
    token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    form = urlencode({"name": "Eve", "password": PASSWORD, "csrfmiddlewaretoken": token})
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded", "Referer": address}
    connection.request("POST", "/sign-in", form, headers)
    answer = connection.getresponse()
    answer.read()
    cookies = [one.partition(";")[0] for one in answer.headers.get_all("Set-Cookie") or ()]
    return "; ".join(cookies)


if __name__ == "__main__":
    for row in measure(Path(), float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS):
        print(row)
