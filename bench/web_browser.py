"""The largest contentful paint and the bytes of every page, in a browser on the machine that serves it.

    python bench/web_browser.py

Chromium asks for each page anew, without its cache; the median of five visits counts, and all bytes that came over the
network, styles and scripts with them.
"""

import shutil
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import CDPSession, Page, sync_playwright
from rows import Row
from web import PAGES
from web_load import Site, served

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-sync", "--disable-component-update")
VISITS = 5
LATEST, LARGEST = 0.5, 200.0
OBSERVE = """
window.painted = 0;
new PerformanceObserver(list => { for (const one of list.getEntries()) window.painted = one.startTime; })
  .observe({type: "largest-contentful-paint", buffered: true});
"""


def measure(data: Path) -> list[Row]:
    """Seconds and kilobytes of each page; nothing where no Chromium is installed."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        return [Row("largest contentful paint", "-", None, LATEST, "lower", "s", note="not measured: no Chromium")]
    with (
        tempfile.TemporaryDirectory() as folder,
        served(f"sqlite:///{folder}/site.db") as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        rows = _visited(browser.new_page(), site)
        browser.close()
    return rows


def _visited(page: Page, site: Site) -> list[Row]:
    for one in site.cookie.split("; "):
        name, _equals, value = one.partition("=")
        page.context.add_cookies([{"name": name, "value": value, "url": site.address}])
    page.add_init_script(OBSERVE)
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    rows = []
    for path in PAGES:
        visits = [_visit(page, tools, site.address + path) for _ in range(VISITS)]
        where = path.replace("lro-concert-2024", "…")
        rows.append(Row("largest contentful paint", where, median(one for one, _ in visits), LATEST, "lower", "s"))
        rows.append(Row("page with all it loads", where, visits[-1][1], LARGEST, "lower", "kB"))
    return rows


def _visit(page: Page, tools: CDPSession, address: str) -> tuple[float, float]:
    """Seconds to the largest paint, and kilobytes over the network."""
    sizes: list[float] = []

    def note(told: dict[str, float]) -> None:
        sizes.append(told["encodedDataLength"])

    tools.on("Network.loadingFinished", note)
    page.goto(address, wait_until="networkidle")
    painted = page.evaluate("window.painted")
    tools.remove_listener("Network.loadingFinished", note)
    return painted / 1000, sum(sizes) / 1000


if __name__ == "__main__":
    for row in measure(Path()):
        print(row)
