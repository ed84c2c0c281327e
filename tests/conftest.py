"""What all tests share: the built sample, and the real documents where they are at hand."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from .postgresql import Absent, Server, server

# A browser that Playwright drives leaves a loop running in the process; Django then takes every test for asynchronous.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
# The same examples in every run: a change is judged by what it changes. HYPOTHESIS_PROFILE=default looks for new ones.
# A busy machine makes an example late, and no rule wrong.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("OPERATIVE_DATA", ROOT.parent / "shared" / "data"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked `field` read real documents; where those are absent they are skipped, and say so."""
    if DATA.is_dir():
        return
    skip = pytest.mark.skip(reason=f"no real documents: {DATA} is not there (OPERATIVE_DATA names another place)")
    for item in items:
        if "field" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def field_data() -> Path:
    """The folder of real documents (for tests marked `field` only)."""
    return DATA


@pytest.fixture(scope="session")
def field_pack() -> Callable[[str], Path]:
    """A function from a pack's name to the folder that holds what is packed in it; unpacked once, into build/field."""

    def unpacked(name: str) -> Path:
        place = ROOT / "build" / "field" / name
        if not place.is_dir():
            place.parent.mkdir(parents=True, exist_ok=True)
            archive = next(path for path in (DATA / f"{name}.tar.xz", DATA / f"{name}.tar") if path.exists())
            with tempfile.TemporaryDirectory(dir=place.parent) as workshop:
                subprocess.run(["tar", "-xf", archive, "-C", workshop], check=True)
                try:
                    Path(workshop).rename(place)
                except OSError:  # another test process was faster
                    assert place.is_dir()
                Path(workshop).mkdir(exist_ok=True)
        return place

    return unpacked


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    """build/sample: the bundled texts as .txt, .docx and .pdf; made here where `make sample` has not."""
    folder = ROOT / "build" / "sample"
    subprocess.run([sys.executable, str(ROOT / "tools" / "make_sample.py"), str(folder)], check=True)
    return folder


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """A PostgreSQL server for this run, with our tables in its database `tables`; skipped where there is none."""
    try:
        with server() as running:
            running.make_tables()
            yield running
    except Absent as exc:
        if os.environ.get("CI"):
            pytest.fail(f"no PostgreSQL: {exc}")
        pytest.skip(f"no PostgreSQL: {exc}")


@pytest.fixture
def postgresql_url(postgresql_server: Server) -> str:
    """The address of a database with our tables and nothing in them."""
    return postgresql_server.url(postgresql_server.new_database("tables"))


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of a database that is not there yet, in a folder of its own."""
    return f"sqlite:///{tmp_path / 'store' / 'dossiers.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, one of each sort."""
    return request.getfixturevalue(f"{request.param}_url")
