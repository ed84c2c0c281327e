"""Server time of every page of a dossier with 10,000 entries, against a bare page of the same server.

    python bench/web.py

Each page is asked for in one process through the whole application, without a network; the 99th of 100 answers counts,
in processor time, for others use the machine.
"""

import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from rows import Row

from operative.bootstrap.casebooks import open_demo
from operative.bootstrap.dossiers import open_dossiers
from operative.bootstrap.serving import prepare_site
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.dossiers import EventNoted

ENTRIES = 10_000
ROUNDS = 100
LARGEST = 50.0
KEY = "lro-concert-2024"
CASE = (
    "",
    "requests/",
    "conditions/",
    "redline/",
    "mechanisms/",
    "costs/",
    "reports/",
    "session/",
    "brief/",
    "ledger/",
    "documents/resolution-208/",
    "enter/event/",
)
PAGES = ("/", "/dossiers/", "/texts/", *(f"/dossiers/{KEY}/{name}" for name in CASE))
BARE = "/sign-in"


def measure(data: Path) -> list[Row]:
    """Milliseconds of each page, and how many times a bare page that is."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/site.db"
        prepare_site(url, hosts=("testserver",))
        dossiers = open_dossiers(url)
        open_demo(dossiers)
        dossier = dossiers.open(KEY)
        days = (date(2016, 1, 1) + timedelta(days=number // 5) for number in range(ENTRIES - dossier.version))
        dossier.enter([Statement(EventNoted(f"event {day}"), PartialDate.of(day), "Ana") for day in days])
        return [_row(path, *_times(path)) for path in PAGES]


def _times(path: str) -> tuple[float, float, int]:
    """The 99th of a hundred answers and the median of the bare page, in milliseconds; and the bytes of the page."""
    # They load the tables of accounts, which are there once the site is prepared.
    from django.test import Client

    from operative.accounts.models import Account

    client = Client()
    account, _ = Account.objects.get_or_create(name="Eve", defaults={"administrator": True})
    client.force_login(account)
    stranger = Client()
    size = len(client.get(path).content)
    found, bare = [], []
    for _round in range(ROUNDS):
        begun = time.process_time()
        client.get(path)
        between = time.process_time()
        stranger.get(BARE)
        found.append((between - begun) * 1000)
        bare.append((time.process_time() - between) * 1000)
    return sorted(found)[ROUNDS * 99 // 100 - 1], sorted(bare)[ROUNDS // 2], size


def _row(path: str, worst: float, bare: float, size: int) -> Row:
    note = f"{worst / bare:.1f} times a bare page, {size / 1000:.0f} kB"
    return Row("page, 99 of 100", path.replace(KEY, "…"), worst, LARGEST, "lower", "ms", note=note)


if __name__ == "__main__":
    for row in measure(Path()):
        print(row)
