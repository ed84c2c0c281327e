"""Text recognition of page pictures by tesseract, where it is installed."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Engine", "Picture", "Word", "find_engine", "find_script", "read_picture"]

SECONDS = 20.0
"""The most that one page may take."""
_SCRIPTS = {
    "Latin": ("eng", "fra", "spa"),
    "Cyrillic": ("rus", "eng"),
    "Arabic": ("ara", "eng"),
    "Han": ("chi_sim", "eng"),
}
"""Which languages are tried on which script: the official ones of the United Nations."""
_WORD_LEVEL = "5"
_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in grey, one byte for each dot, from the top left corner."""

    width: int
    height: int
    dots: bytes
    dots_per_inch: int

    @property
    def file(self) -> bytes:
        """The picture as a file that every image program reads (PGM)."""
        return b"P5\n%d %d\n255\n" % (self.width, self.height) + self.dots


class Word(NamedTuple):
    """One recognized word, its place in dots, the numbers of its line and block, and how sure the engine is, of 100."""

    words: str
    left: int
    top: int
    right: int
    bottom: int
    line: int
    block: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Engine:
    """An installed tesseract and the languages that it knows."""

    path: str
    languages: tuple[str, ...]


def find_engine() -> Engine | None:
    """The tesseract on this machine; None where there is none, or where it knows no language."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    listed = _run([path, "--list-langs"], b"")
    # The first line is a heading; the rest are names.
    languages = tuple(line.strip() for line in (listed or "").splitlines()[1:] if line.strip())
    return Engine(path, languages) if any(name not in ("osd", "equ") for name in languages) else None


def find_script(engine: Engine, picture: Picture) -> str:
    """The script of a page as far as the engine can tell scripts apart, else Latin."""
    known = {script for script, names in _SCRIPTS.items() if names[0] in engine.languages}
    if "osd" not in engine.languages or len(known) < 2:
        return next(iter(known), "Latin")
    answer = _run([engine.path, "stdin", "stdout", "--psm", "0"], picture.file) or ""
    found = [line.partition(":")[2].strip() for line in answer.splitlines() if line.startswith("Script:")]
    return found[0] if found and found[0] in known else "Latin"


def read_picture(engine: Engine, picture: Picture, script: str) -> list[Word] | None:
    """The words on a page in reading order; None where the engine fails or takes too long."""
    wanted = [name for name in _SCRIPTS.get(script, ()) if name in engine.languages]
    names = wanted or [name for name in engine.languages if name not in ("osd", "equ")][:1]
    command = [engine.path, "stdin", "stdout", "-l", "+".join(names), "--dpi", str(picture.dots_per_inch), "tsv"]
    answer = _run(command, picture.file)
    return None if answer is None else list(_words(answer.splitlines()))


def _words(rows: Iterable[str]) -> Iterable[Word]:
    line = 0
    place: tuple[str, ...] = ()
    for row in rows:
        fields = row.split("\t")
        if len(fields) != _COLUMNS or fields[0] != _WORD_LEVEL or not fields[11].strip():
            continue
        if tuple(fields[1:5]) != place:
            place, line = tuple(fields[1:5]), line + 1
        left, top, width, height = (int(field) for field in fields[6:10])
        block, confidence = int(fields[2]), float(fields[10])
        yield Word(fields[11].strip(), left, top, left + width, top + height, line, block, confidence)


def _run(command: list[str], given: bytes) -> str | None:
    """What the engine prints; None where it fails. One thread: more of them get in each other's way."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=SECONDS, env=environment, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")
