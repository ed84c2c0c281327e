"""The walks of the documentation work as written: each `$` line is run, and what the page shows must come out.

A line of only `...` in a page stands for any lines; `...` at the end of a line for the rest of it. A page is run from
top to bottom in one folder that holds the sample.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .public_names import DOCS, ROOT

WALKS = [
    path for path in (ROOT / "README.md", *sorted(DOCS.rglob("*.md"))) if "```console\n" in path.read_text("utf-8")
]
BLOCK = re.compile(r"^```console\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)


def steps(text: str) -> list[tuple[str, list[str]]]:
    """The commands of a page, each with the lines that it must print."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.finditer(text):
        for line in block["lines"].splitlines():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ "), []))
            else:
                found[-1][1].append(line)
    return found


def agrees(shown: list[str], printed: list[str]) -> bool:
    """Whether the printed lines are those that a page shows; how wide a gap is does not count."""
    lines = []
    for line in shown:
        words = re.escape(" ".join(line.removesuffix("...").split()))
        lines.append(r"(?:.*\n)*?" if line == "..." else words + (r".*\n" if line.endswith("...") else r"\n"))
    return re.fullmatch("".join(lines), "".join(" ".join(line.split()) + "\n" for line in printed)) is not None


@pytest.mark.parametrize("path", WALKS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_walk_works_as_written(path: Path, tmp_path: Path, sample_folder: Path):
    shutil.copytree(sample_folder, tmp_path / "walk")
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
        "OPERATIVE_DATABASE_URL": f"sqlite:///{tmp_path}/operative.db",
    }
    for command, shown in steps(path.read_text("utf-8")):
        done = subprocess.run(
            command, shell=True, cwd=tmp_path / "walk", capture_output=True, text=True, env=environment, timeout=120
        )
        printed = (done.stdout + done.stderr).splitlines()

        assert agrees(shown, printed), f"$ {command}\n" + "\n".join(printed)


def test_every_walk_is_found():
    assert {path.name for path in WALKS} >= {"README.md", "first-resolution.md"}


@pytest.mark.parametrize(
    ("shown", "printed", "expected"),
    [
        (["a", "b"], ["a", "b"], True),
        (["a", "..."], ["a", "b", "c"], True),
        (["a ..."], ["a long line"], True),
        (["a b"], ["  a    b "], True),
        (["a", "b"], ["a", "c"], False),
        (["a"], ["a", "b"], False),
    ],
)
def test_agrees(shown, printed, expected):
    assert agrees(shown, printed) is expected
