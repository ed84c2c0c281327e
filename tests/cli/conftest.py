"""The command with a stand-in for the readers: what is tested here is the command line itself."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
RUN = """
import sys
sys.path.insert(0, {here!r})
import operative, standin
import operative.bootstrap
sys.modules["operative.bootstrap.reading"] = operative.bootstrap.reading = standin
from operative.cli.main import main
main()
"""

Call = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def operative(tmp_path: Path) -> Call:
    """The command in a process of its own, in a new folder; gives exit code, output and errors."""

    def call(*args: str, given: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-c", RUN.format(here=str(HERE)), *args],
            cwd=tmp_path,
            input=given,
            capture_output=True,
            text=True,
            timeout=60,
            env={**os.environ, "COLUMNS": "90", **environment},
        )

    return call


@pytest.fixture
def texts(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes files (name=content, / for folders) and gives the folder."""

    def write(**contents: str) -> Path:
        for name, content in contents.items():
            path = tmp_path / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)
        return tmp_path

    return write
