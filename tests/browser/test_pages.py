"""Every page for everybody: nothing that axe finds, light and dark, and nothing wider than a telephone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .conftest import PageOf

CASE = "/dossiers/lro-concert-2024/"
PAGES = (
    "/",
    "/dossiers/",
    "/texts/",
    "/account/",
    "/people/",
    "/nowhere",
    CASE,
    *(f"{CASE}{name}/" for name in ("requests", "conditions", "redline", "mechanisms", "costs", "reports", "session")),
    f"{CASE}ledger/",
    f"{CASE}documents/resolution-208/",
    "/dossiers/wells/conditions/e-op3.a-1/?draft=draft+2",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everybody(path: str, page_of: PageOf):
    page = page_of("Eve")
    page.set_viewport_size({"width": 1280, "height": 900})
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(path)
        told = Axe().run(page)
        found |= {f"{one['id']} ({scheme})": one["nodes"][0]["html"][:200] for one in told.response["violations"]}
    page.set_viewport_size({"width": 390, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth")

    assert found == {}
    assert wide <= 390
