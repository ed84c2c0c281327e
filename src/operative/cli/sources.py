"""Which files a call means, and under which names their readings go out."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from operative.errors import WrongCall

__all__ = ["ENDINGS", "SUFFIXES", "Gathered", "gather", "name_outputs", "plain_name"]

SUFFIXES = frozenset({".akn", ".docx", ".htm", ".html", ".md", ".pdf", ".text", ".txt", ".xhtml", ".xml"})
"""What is taken out of a folder; a file that is named itself is read whatever its ending."""

ENDINGS = {"json": ".json", "akn": ".akn.xml", "md": ".md", "html": ".html"}
"""How the files of `--out` end."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files to read in order, the names that do not exist, and how many files of folders were passed over."""

    files: tuple[Path, ...]
    missing: tuple[Path, ...]
    passed_over: int


def gather(names: Iterable[str], out: Path | None = None) -> Gathered:
    """The files that the arguments name; folders are walked in order, without hidden files and without `out`."""
    files: dict[Path, None] = {}
    missing: list[Path] = []
    passed_over = 0
    for name in names:
        path = Path(name)
        if name == "-":
            files[path] = None
        elif path.is_dir():
            for found in walk(path, out):
                if found.suffix.lower() in SUFFIXES and found.is_file():  # not a pipe: it would wait for ever
                    files[found] = None
                else:
                    passed_over += 1
        elif path.exists():
            files[path] = None
        else:
            missing.append(path)
    return Gathered(tuple(files), tuple(missing), passed_over)


def walk(folder: Path, out: Path | None) -> Iterable[Path]:
    """All files under a folder, sorted, without hidden ones and those of the folder that readings go to."""
    for place, folders, names in os.walk(folder):
        if out is not None and place != str(folder) and os.path.realpath(place) == os.path.realpath(out):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(place, name)


def name_outputs(files: Sequence[Path], form: str, folder: Path) -> dict[Path, Path]:
    """Where each reading goes: `<stem>.json` in the folder; a second file of the same stem becomes `<stem>-2.json`.

    No name is given twice (letter case does not count), and none is that of a file to be read.
    """
    if folder.exists() and not folder.is_dir():
        raise WrongCall(f"--out {folder} is a file; name a folder, it is made where missing")
    taken = {os.path.realpath(path).casefold() for path in files}
    outputs: dict[Path, Path] = {}
    for path in files:
        plain = plain_name(path, form)
        target, copy = folder / plain, 1
        while (key := os.path.realpath(target).casefold()) in taken:
            copy += 1
            target = folder / f"{plain.removesuffix(ENDINGS[form])}-{copy}{ENDINGS[form]}"
        taken.add(key)
        outputs[path] = target
    return outputs


def plain_name(path: Path, form: str) -> str:
    """The name of a reading where no other file claims it: the stem of the source with the ending of the form."""
    return ("stdin" if str(path) == "-" else path.stem) + ENDINGS[form]
