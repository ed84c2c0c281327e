"""The part of the walk through the founding case that needs the texts: each command is run where they are at hand."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.public_names import page
from tests.docs.test_walks import agrees

BLOCK = re.compile(r"^```text\n(?P<lines>\$ .*?)^```$", re.MULTILINE | re.DOTALL)


def steps() -> list[tuple[str, list[str]]]:
    """The commands, each with the lines that it must print."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.finditer(page("tutorial/founding-case.md")):
        for line in block["lines"].splitlines():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ "), []))
            else:
                found[-1][1].append(line)
    return found


@pytest.mark.field
def test_the_walk_with_the_texts_works_as_written(tmp_path: Path, field_data: Path) -> None:
    shutil.copy(field_data / "seed" / "resolution-1309.txt", tmp_path)
    shutil.copy(field_data / "case" / "A_RES_70_296.txt", tmp_path)
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "OPERATIVE_DATABASE_URL": f"sqlite:///{tmp_path}/walk.db",
        "COLUMNS": "100",
    }
    commands = steps()
    assert len(commands) > 12
    for command, shown in commands:
        done = subprocess.run(
            command, shell=True, cwd=tmp_path, capture_output=True, text=True, env=environment, timeout=120
        )
        printed = (done.stdout + done.stderr).splitlines()

        assert done.returncode == 0, f"$ {command}\n" + "\n".join(printed)
        assert agrees([re.sub(r" \.\.\. .*", " ...", line) for line in shown], printed), "\n".join(printed)
