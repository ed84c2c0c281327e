"""Every page for everybody: nothing that axe finds, light and dark, and nothing wider than a telephone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from operative.web.entries import FORMS

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
    *(f"{CASE}{name}/" for name in ("brief", "ledger", "tables", *(f"enter/{name}" for name in FORMS))),
    "/dossiers/lro-concert-2024/?as_of=never",
    "/corpus/",
    "/corpus/?q=wells",
    "/corpus/documents/",
    f"/corpus/documents/{2:016}/",
    f"{CASE}documents/resolution-208/",
    "/dossiers/wells/conditions/e-op3.a-1/?draft=draft+2",
)


SHUT = ("/sign-in", "/sign-in?next=/dossiers/", "/welcome/nothing")


def wrong_on(page: Page, path: str) -> dict[str, str]:
    """What axe finds, light and dark."""
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(path)
        told = Axe().run(page)
        found |= {f"{one['id']} ({scheme})": one["nodes"][0]["html"][:200] for one in told.response["violations"]}
    return found


def is_narrow(page: Page) -> bool:
    """Whether the page needs no scrolling sideways on a telephone."""
    page.set_viewport_size({"width": 390, "height": 800})
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size({"width": 1280, "height": 900})
    return wide <= 390


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everybody(path: str, page_of: PageOf):
    page = page_of("Eve")

    assert wrong_on(page, path) == {}
    assert is_narrow(page)


@pytest.mark.parametrize("path", SHUT)
def test_a_page_before_the_door_is_for_everybody(path: str, browser: Browser, address: str):
    page = browser.new_context(base_url=address).new_page()

    assert wrong_on(page, path) == {}
    assert is_narrow(page)
    page.context.close()


def test_a_form_that_could_not_be_taken_is_for_everybody(page_of: PageOf):
    """Without its token, and overtaken: the pages that answer forms are pages too."""
    page = page_of("Ana")
    for field, value in (("csrfmiddlewaretoken", "x" * 64), ("expected", "1"), ("on", "never")):
        page.goto(f"{CASE}enter/event/")
        page.get_by_label("What happened").fill("Words that somebody typed")
        page.evaluate(
            "([name, value]) => { document.querySelector(`main [name=${name}]`).value = value }", [field, value]
        )
        page.get_by_role("button", name="Note an event").click()
        told = Axe().run(page)

        assert [one["id"] for one in told.response["violations"]] == []
        assert page.get_by_text("Words that somebody typed").or_(
            page.locator("input[value='Words that somebody typed']")
        ).count()  # fmt: skip
        assert is_narrow(page)


def test_a_table_on_its_way_into_a_dossier_is_for_everybody(page_of: PageOf):
    """Brought, looked at and entered; then its cells, where evidence leads."""
    page = page_of("Ana")
    table = b"No;Action;Owner;Colour\n1;Dig wells;Water Unit;red\n2;Line wells;;\n;;;blue\n"
    page.goto("/dossiers/wells/tables/")
    page.get_by_label("File").set_input_files({"name": "plan.csv", "mimeType": "text/csv", "buffer": table})
    page.get_by_role("button", name="Look at it").click()
    page.get_by_label("Colour").select_option("state, as the table says")
    page.get_by_role("button", name="Look again").click()

    assert page.get_by_text("status: red").count()
    assert wrong_on(page, page.url) == {}
    assert is_narrow(page)
    page.get_by_role("button", name="Enter it").click()
    page.get_by_role("status").get_by_text("2 rows are entered.").wait_for()
    page.goto("/dossiers/wells/ledger/")
    cell = page.locator("a[href*='documents/plan-'][href$='B2']").first.get_attribute("href")
    assert wrong_on(page, str(cell)) == {}
    assert page.locator("td:target").inner_text() == "Dig wells"
    assert is_narrow(page)


@pytest.mark.parametrize("kind", ["brief", "working-group"])
def test_a_paper_in_html_is_for_everybody(kind: str, page_of: PageOf):
    page = page_of("Eve")
    paper = page.request.get(f"{CASE}reports/make?kind={kind}&to=html").text()
    empty = page.context.new_page()
    empty.set_content(paper)
    told = Axe().run(empty)
    empty.close()

    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in told.response["violations"]] == []
