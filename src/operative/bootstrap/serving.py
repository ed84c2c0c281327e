"""The site on one machine: accounts, pages and API on the database of the dossiers."""

import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from operative.bootstrap.configuration import value_of
from operative.bootstrap.logs import set_up_logs
from operative.bootstrap.providers import default_provider
from operative.bootstrap.settings import address_of, configure, default_corpus, default_url
from operative.bootstrap.site import APPS, site_secret, site_settings
from operative.bootstrap.watching import Watch

__all__ = ["configure_site", "first_link", "prepare_site", "serve"]

THREADS = 8
LARGEST_REQUEST = 400 * 2**20
"""Bytes that a request may have: several files at once, each with its own limit."""
LOCAL = ("localhost", "127.0.0.1", "[::1]")


def prepare_site(
    database: str | None = None,
    *,
    hosts: tuple[str, ...] = (),
    https: bool = False,
    corpus: Path | None = None,
    **more: Any,
) -> Callable[..., Any]:
    """The WSGI application of the site, with the tables of dossiers and accounts made."""
    alias = configure_site(database, hosts=hosts, https=https, corpus=corpus, **more)
    # Django's handler can load only after the settings.
    from django.core.wsgi import get_wsgi_application

    return Watch(
        get_wsgi_application(),
        ready=lambda: hindrance_of(alias),
        route_of=route_of,
        token=value_of("metrics.token"),
    )


def configure_site(
    database: str | None = None,
    *,
    hosts: tuple[str, ...] = (),
    https: bool = False,
    corpus: Path | None = None,
    **more: Any,
) -> str:
    """The name by which Django knows the database of the site, with the tables of dossiers and accounts made."""
    url = database or default_url()
    secret = site_secret(address_of(url).beside)
    settings = {**site_settings(secret, (*LOCAL, *hosts), https=https), "DOSSIERS_URL": url}
    folder = corpus or default_corpus()
    settings |= {"CORPUS_FOLDER": str(folder.absolute()) if folder else "", "OPENID": default_provider(), **more}
    return configure(url, extra_apps=APPS, **settings)


def hindrance_of(alias: str) -> str:
    """What keeps the site from answering, in words; nothing where its database answers and has its tables."""
    # The store loads Django, which wants its settings first.
    from operative.store.configuration import hindrance_of as asked

    return asked(alias)


def route_of(path: str) -> str:
    """The pattern that a path falls under; `none` for one that falls under none."""
    # Addresses are known only after the settings.
    from django.urls import Resolver404, resolve

    if path.startswith("/static/"):
        return "static"
    try:
        return resolve(path).route
    except Resolver404:
        return "none"


def first_link(name: str) -> str | None:
    """The path by which the first administrator sets a password; None where somebody administers the site already."""
    # The tables of accounts exist only after the settings.
    from operative.accounts.models import Account
    from operative.accounts.names import name_of_person
    from operative.accounts.secrets import make_link

    found = Account.objects.filter(administrator=True).first()
    if found is not None and found.has_usable_password():
        return None
    if found is None:
        found = Account(name=name_of_person(name) or "Administrator", administrator=True)
        found.set_unusable_password()
        found.save()
    return f"/welcome/{make_link(found, datetime.now(UTC))}"


def serve(
    application: Callable[..., Any], host: str, port: int, ready: Callable[[str], None], *, https: bool = False
) -> None:
    """Serve until stopped; `ready` is told the address when it answers. `https`: a proxy before it speaks HTTPS.

    Asked to end (SIGTERM), it takes no new request and gives those under way up to five seconds to be answered.
    """
    set_up_logs(value_of("log.form"))
    # The server loads only where one is wanted.
    from waitress.server import create_server

    scheme = "https" if https else "http"
    server = create_server(
        application, host=host, port=port, threads=THREADS, ident="operative", url_scheme=scheme,
        max_request_body_size=LARGEST_REQUEST,
    )  # fmt: skip
    shown = f"[{host}]" if ":" in host else host
    ready(f"http://{shown}:{getattr(server, 'effective_port', port)}")
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        server.run()
    finally:
        signal.signal(signal.SIGTERM, before)
        server.close()
