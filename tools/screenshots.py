"""Pictures of every page, made of the two dossiers that come along, as of one day.

    python tools/screenshots.py FOLDER [NAME...]

Each page is taken 1280 and 390 pixels wide, two of them in the dark too; NAME picks some of the pages. It takes
Chromium.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

DAY = "2026-09-15"
CASE = "/dossiers/lro-concert-2024"
FOUNDING = "/dossiers/iom-un-2015"
PAGES = {
    "desk": "/",
    "reader": f"{CASE}/documents/resolution-208/",
    "dossier": f"{CASE}/",
    "requests": f"{CASE}/requests/",
    "conditions": f"{CASE}/conditions/",
    "redline": f"{CASE}/redline/",
    "mechanisms": f"{FOUNDING}/mechanisms/",
    "costs": f"{CASE}/costs/",
    "reports": f"{CASE}/reports/",
    "session": f"{CASE}/session/",
    "corpus": "/corpus/?q=report",
    "brief": f"{FOUNDING}/brief/",
    "ledger": f"{CASE}/ledger/",
}
DARK = ("dossier", "conditions")
SIZES = {1280: 900, 390: 844}
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-sync", "--disable-component-update")
NAME, PASSWORD = "Ines Calloway", "a long sentence here"
READ = "from operative.cli.main import main; main()"
SERVE = """
import sys
from pathlib import Path
from operative.bootstrap.serving import prepare_site, serve
application = prepare_site(sys.argv[1], corpus=Path(sys.argv[2]))
from operative.accounts.models import Account
from operative.bootstrap.casebooks import open_demo
from operative.bootstrap.dossiers import open_dossiers
open_demo(open_dossiers(sys.argv[1]))
account = Account(name=sys.argv[3], administrator=True)
account.set_password(sys.argv[4])
account.save()
serve(application, "127.0.0.1", 0, lambda address: print(address, flush=True))
"""


def take(folder: Path, names: list[str]) -> list[Path]:
    """The pictures that were made."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        sys.exit("no Chromium is installed (Debian: apt-get install chromium)")
    folder.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        made = [path for name in names for path in pictures(browser, address, folder, name)]
        browser.close()
    return made


def pictures(browser: Browser, address: str, folder: Path, name: str) -> Iterator[Path]:
    """One page in each width, and in the dark where that is wanted."""
    for width, height in SIZES.items():
        for scheme in ("light", "dark") if name in DARK else ("light",):
            page = browser.new_context(
                base_url=address, viewport={"width": width, "height": height}, color_scheme=scheme,
                locale="en-GB", timezone_id="UTC", reduced_motion="reduce",
            ).new_page()  # fmt: skip
            page.goto("/sign-in")
            page.get_by_label("Name").fill(NAME)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("main").get_by_role("button", name="Sign in").click()
            path = PAGES[name]
            page.goto(f"{path}{'&' if '?' in path else '?'}as_of={DAY}")
            file = folder / f"{name}-{width}{'-dark' if scheme == 'dark' else ''}.png"
            page.screenshot(path=file, animations="disabled", caret="hide")
            page.context.close()
            yield file


@contextmanager
def served() -> Iterator[str]:
    """The address of a site with the two dossiers, and a corpus of the texts that come along."""
    with tempfile.TemporaryDirectory() as place:
        corpus = f"{place}/corpus"
        texts = str(files("operative") / "samples")
        program = [sys.executable, "-c", READ, "corpus", "read", texts, "--into", corpus]
        subprocess.run(program, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        program = [sys.executable, "-c", SERVE, f"sqlite:///{place}/site.db", corpus, NAME, PASSWORD]
        with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as serving:
            assert serving.stdout is not None
            try:
                yield serving.stdout.readline().strip()
            finally:
                serving.terminate()


def main() -> None:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(PAGES)}")
    args = parser.parse_args()
    if unknown := [name for name in args.names if name not in PAGES]:
        parser.error(f"there is no page {unknown[0]}; there are: {', '.join(PAGES)}")
    for path in take(args.folder, args.names or list(PAGES)):
        print(f"{path}  {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
