"""The tool that takes the pictures of the documentation."""

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser

TOOL = Path(__file__).resolve().parents[2] / "tools" / "screenshots.py"


def test_a_page_is_taken_in_both_widths(browser: Browser, tmp_path: Path):
    subprocess.run([sys.executable, str(TOOL), str(tmp_path), "brief"], check=True, capture_output=True)

    sizes = {file.name: int.from_bytes(file.read_bytes()[16:20]) for file in tmp_path.glob("*.png")}
    assert sizes == {"brief-1280.png": 1280, "brief-390.png": 390}
