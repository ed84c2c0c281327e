"""Plant each bug of tests/planted.toml in a copy of the sources, and say which of them the tests let live.

    python tools/plant.py [word of the bug's name ...]

The sources themselves are only read. A bug is caught where every test that it names fails; the tests have to pass
without it. Exits with 1 where a bug survives.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / "tests" / "planted.toml"
COPIED = ("src", "tests", "tools", "pyproject.toml", "README.md")
FAILED = re.compile(r"^FAILED (?P<test>\S+)", re.MULTILINE)
# A broken import fails every test, and says nothing about any of them: only these two ends of a run count.
PASSED_ALL, FAILED_SOME = 0, 1


@dataclass(frozen=True, slots=True)
class Bug:
    """One change that makes the program wrong, and the tests that have to notice."""

    name: str
    file: str
    find: str
    replace: str
    must_fail: tuple[str, ...]


def read_bugs(path: Path = LIST) -> tuple[Bug, ...]:
    """The bugs of the list, in its order."""
    rows = tomllib.loads(path.read_text("utf-8"))["bug"]
    return tuple(Bug(**{**row, "must_fail": tuple(row["must_fail"])}) for row in rows)


def copy_sources(place: Path) -> None:
    """Put what the tests need into an empty folder."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy2(source, place / name)


def run_tests(place: Path, tests: Sequence[str]) -> tuple[int, str]:
    """How the tests end in the copy: the exit code, and what was printed."""
    # Without stored byte code: a planted file may have the size and the second of the one before.
    surroundings = {**os.environ, "PYTHONPATH": str(place / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    call = [sys.executable, "-m", "pytest", "-q", "--tb=no", "-rf", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(call, cwd=place, env=surroundings, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def plant(place: Path, bug: Bug) -> list[str]:
    """What is wrong with the tests of a bug, planted in the copy and taken out again; nothing where it is caught."""
    file = place / bug.file
    sound = file.read_text("utf-8")
    if sound.count(bug.find) != 1:
        return [f"{bug.file} has {sound.count(bug.find)} places to plant it; there must be one"]
    file.write_text(sound.replace(bug.find, bug.replace), "utf-8")
    try:
        code, printed = run_tests(place, bug.must_fail)
    finally:
        file.write_text(sound, "utf-8")
    if code not in (PASSED_ALL, FAILED_SOME):
        return [f"the tests did not run (exit {code}): {printed.strip()[-300:]}"]
    failed = FAILED.findall(printed)
    return [f"survives {test}" for test in bug.must_fail if not any(_is_of(one, test) for one in failed)]


def _is_of(failed: str, test: str) -> bool:
    """Whether a test that failed is the named one, a case of it, or stands in the named file."""
    return failed == test or failed.startswith((f"{test}[", f"{test}::"))


def main(words: Sequence[str]) -> int:
    """Plant the bugs whose names hold one of the words; all of them without words."""
    bugs = [bug for bug in read_bugs() if not words or any(word in bug.name for word in words)]
    survivors = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        copy_sources(place)
        named = sorted({test for bug in bugs for test in bug.must_fail})
        code, printed = run_tests(place, named)
        if code != PASSED_ALL:
            print(f"the tests must pass before a bug is planted:\n{printed}")
            return 1
        for bug in bugs:
            wrong = plant(place, bug)
            survivors += bool(wrong)
            print("\n    ".join([f"{'SURVIVES' if wrong else 'caught':8}  {bug.name}", *wrong]), flush=True)
    print(f"{len(bugs) - survivors} of {len(bugs)} planted bugs are caught")
    return 1 if survivors or not bugs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
