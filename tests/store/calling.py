"""The command in a process of its own: Django is set up once in a process, and for the site otherwise."""

import os
import subprocess
import sys
from pathlib import Path

RUN = "from operative.cli.main import main; main()"


def run(*words: str | Path, **more: object) -> "subprocess.CompletedProcess[str]":
    call = [sys.executable, "-c", RUN, *map(str, words)]
    return subprocess.run(call, capture_output=True, text=True, timeout=120, env=os.environ, **more)  # type: ignore[call-overload, no-any-return]
