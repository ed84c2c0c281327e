"""The site as people meet it: served by a process of its own, in the Chromium of this machine."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from operative.corpus.corpora import Corpus
from tests.corpus.rows import record
from tests.web.conftest import filled

__all__ = ["filled"]

PASSWORD = "a long sentence here"
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-sync", "--disable-component-update")
SERVE = """
import sys
from datetime import date
from importlib.resources import files
from pathlib import Path
from operative.bootstrap.serving import prepare_site, serve
application = prepare_site(sys.argv[1], corpus=Path(sys.argv[3]))
from operative.accounts.models import Account
from operative.bootstrap.dossiers import open_dossiers
from operative.bootstrap.openings import open_on_resolution, register_draft
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.dossiers import RoleGranted
from operative.domain.people import Role
for name in ("Eve", "Ana", "Adam"):
    account = Account(name=name, administrator=name == "Eve")
    account.set_password(sys.argv[2])
    account.save()
dossiers = open_dossiers(sys.argv[1])
samples = files("operative") / "samples"
text = (samples / "resolution-208.txt").read_bytes()
for key, title in (("wells", "Wells of the coast"), ("quiet-wells", "Wells nobody knows of")):
    dossier = open_on_resolution(
        dossiers, key, text, by="Ana", today=date(2025, 9, 1), title=title, confidential=key != "wells"
    )
    # The other way round than they came: the second draft is the weaker one.
    for number in (1, 2):
        draft = (samples / f"agreement-draft-{3 - number}.txt").read_bytes()
        register_draft(dossier, f"draft {number}", draft, by="Ana", on=PartialDate(f"2025-0{number + 6}"), name="d.txt")
for key in dossiers.keys():
    dossier = dossiers.open(key)
    by = next(dossier.entries()).statement.by
    if key != "quiet-wells":
        dossier.enter([Statement(RoleGranted("Ana", Role.ADMINISTRATOR), PartialDate("2020"), by)])
serve(application, "127.0.0.1", 0, lambda address: print(address, flush=True))
"""

PageOf = Callable[..., Page]


@pytest.fixture(scope="session")
def address(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site answers."""
    file = tmp_path_factory.mktemp("browser") / "site.db"
    shutil.copy(filled, file)
    corpus = file.with_name("corpus")
    Corpus.open_or_make(corpus).add(
        [
            record(1, ["Requests the Secretariat to mend the wells"], adopted="2020-12-01", title="Wells"),
            record(2, ["Recalls the wells"], adopted="2021-12-01", title="Wells", cites=[("op1", "A/RES/1", "")]),
        ]
    )
    program = [sys.executable, "-c", SERVE, f"sqlite:///{file}", PASSWORD, str(corpus)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as serving:
        assert serving.stdout is not None
        yield serving.stdout.readline().strip()
        serving.terminate()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window; the tests are skipped where there is none, and fail where nobody would see that."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium is installed (Debian: apt-get install chromium)")
        pytest.skip("no Chromium is installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def page_of(browser: Browser, address: str) -> Iterator[PageOf]:
    """A page in which somebody is signed in; the same one for the same person."""
    pages: dict[str, Page] = {}

    def made(name: str, **more: Any) -> Page:
        if name not in pages:
            page = browser.new_context(base_url=address, **more).new_page()
            page.set_default_timeout(20_000)
            page.goto("/sign-in")
            page.get_by_label("Name").fill(name)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("main").get_by_role("button", name="Sign in").click()
            pages[name] = page
        return pages[name]

    yield made
    for page in pages.values():
        page.context.close()
