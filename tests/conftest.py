"""What all tests share: the built sample, and the real documents where they are at hand."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

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
