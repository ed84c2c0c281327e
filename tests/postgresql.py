"""A PostgreSQL server of our own for the length of a test run: on a free port of this machine, gone afterwards."""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

PATIENCE = 60
PLACES = ("/usr/lib/postgresql/18/bin", "/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin")
PLACES = (*PLACES, "/usr/lib/postgresql/15/bin", "/usr/local/bin", "/usr/local/pgsql/bin")
QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
"""Tests outlive no power cut; a server that is to be measured is started without these."""


class Absent(Exception):
    """There is no server to be had here, and why."""


@contextmanager
def server(*, quick: bool = True) -> Iterator["Server"]:
    """A running server; raises `Absent` where none can be had."""
    binaries = find_binaries()
    user = find_user()
    place = Path(tempfile.mkdtemp(prefix="operative-postgresql-"))
    running = None
    try:
        if user:
            shutil.chown(place, user)
        password = secrets.token_hex(8) + "@:/ä"
        (place / "password").write_text(password, "utf-8")
        (place / "password").chmod(0o644)
        called = {"user": user, "cwd": place} if user else {"cwd": place}
        options = ["-U", "operative", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        initdb = [binaries / "initdb", "-D", place / "data", "--pwfile", place / "password", *options]
        made = subprocess.run(initdb, capture_output=True, text=True, **called)
        if made.returncode:
            raise Absent(f"initdb: {made.stderr.strip()[-300:]}")
        port = free_port()
        options = ["-D", place / "data", "-p", str(port), "-h", "127.0.0.1", "-k", place]
        quickly = [part for one in (QUICK if quick else ()) for part in ("-c", one)]
        with (place / "log").open("wb") as log:
            running = subprocess.Popen([binaries / "postgres", *options, *quickly], stdout=log, stderr=log, **called)
        found = Server(port, password)
        found.wait(running, place / "log")
        yield found
    finally:
        if running is not None and running.poll() is None:
            running.send_signal(signal.SIGINT)  # ends sessions and stops
            running.wait(PATIENCE)
        shutil.rmtree(place, ignore_errors=True)


class Server:
    """A server that runs: databases are made in it, and named by their address."""

    def __init__(self, port: int, password: str) -> None:
        self.port, self._password, self._made = port, password, 0

    def connect(self, database: str = "postgres"):
        """A connection that commits each statement."""
        import psycopg  # only where a server is

        return psycopg.connect(
            host="127.0.0.1", port=self.port, user="operative", password=self._password, dbname=database,
            autocommit=True,
        )  # fmt: skip

    def url(self, database: str) -> str:
        """The address of a database."""
        return f"postgresql://operative:{quote(self._password, safe='')}@127.0.0.1:{self.port}/{database}"

    def new_database(self, like: str = "template1") -> str:
        """The name of a new database, a copy of another."""
        self._made += 1
        name = f"test{self._made}"
        with self.connect() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
        return name

    def make_tables(self) -> None:
        """Makes the database `tables`, from which others are copied."""
        from django.db import connections  # only where a server is

        from operative.bootstrap.settings import configure

        with self.connect() as connection:
            connection.execute("CREATE DATABASE tables")
        connections[configure(self.url("tables"))].close()

    def wait(self, running: subprocess.Popen, log: Path) -> None:
        """Returns when the server answers."""
        import psycopg  # only where a server is

        end = time.monotonic() + PATIENCE
        while True:
            try:
                self.connect().close()
                return
            except psycopg.OperationalError as exc:
                if running.poll() is not None or time.monotonic() > end:
                    raise Absent(f"the server did not start: {log.read_text('utf-8', 'replace')[-300:]}") from exc
                time.sleep(0.05)


def find_binaries() -> Path:
    """The folder of the server's programs."""
    try:
        import psycopg  # noqa: F401  the driver
    except ImportError as exc:
        raise Absent("psycopg is not installed") from exc
    on_path = shutil.which("postgres")
    for place in (*([Path(on_path).resolve().parent] if on_path else []), *map(Path, PLACES)):
        if (place / "postgres").exists() and (place / "initdb").exists():
            return place
    raise Absent("no PostgreSQL server is installed (Debian: apt-get install postgresql)")


def find_user() -> str:
    """Under whose name the server runs: it refuses to run as root; "" is the user who tests."""
    if os.getuid() != 0:
        return ""
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    raise Absent("a server does not run as root, and there is no other user")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
