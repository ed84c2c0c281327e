"""Where the sources of a corpus come from: folders, single files, archives, and lists of files."""

import csv
import io
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from operative.errors import DamagedSource, OperativeError, SourceTooCostly, UnreadableSource, WrongCall

__all__ = ["LARGEST", "SUFFIXES", "Supply", "supplies_of"]

SUFFIXES = frozenset({".akn", ".docx", ".htm", ".html", ".json", ".md", ".pdf", ".text", ".txt", ".xhtml", ".xml"})
"""What is taken out of folders and archives."""

ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".txz")
LISTS = (".manifest", ".csv")

LARGEST = 256 * 2**20
"""Bytes of a source; what is larger is not unpacked."""


@dataclass(frozen=True, slots=True)
class Supply:
    """One source by name, and how to get its bytes; `size` is what is known of their number."""

    name: str
    size: int
    load: Callable[[], bytes]

    def read(self) -> bytes:
        """The bytes; raises `UnreadableSource` where they cannot be had, `SourceTooCostly` where they are too many."""
        if self.size > LARGEST:
            raise SourceTooCostly(f"{self.name} has {self.size:,} bytes; up to {LARGEST:,} are read")
        try:
            return self.load()
        except (OSError, zlib.error, zipfile.BadZipFile, tarfile.TarError, RuntimeError, NotImplementedError) as exc:
            raise UnreadableSource(f"{self.name}: {exc}") from exc


def supplies_of(names: Iterable[Path]) -> Iterator[Supply | OperativeError]:
    """The sources that the names mean, in order; what of an archive or list cannot be had comes as its error.

    A name is a folder (read with all its folders), an archive (ZIP, tar), a list of files (`.manifest`, one path a
    line; `.csv`, with a column `file`; paths are relative to the list), or a single source. Raises `WrongCall` for a
    name that does not exist, before anything is read.
    """
    names = list(names)
    for path in names:
        if not path.exists():
            raise WrongCall(f"{path}: no such file or folder")
    for path in names:
        if path.is_dir():
            yield from in_folder(path)
        elif path.name.lower().endswith(ARCHIVES):
            yield from in_archive(path)
        elif path.suffix.lower() in LISTS:
            yield from in_list(path)
        else:
            yield from_file(path, path.name)


def from_file(path: Path, name: str) -> Supply:
    """A file as a source."""
    return Supply(name, path.stat().st_size, path.read_bytes)


def in_folder(folder: Path) -> Iterator[Supply]:
    """All sources under a folder in the order of their names, without hidden ones and without what a corpus in it
    holds; archives in it are left alone.
    """
    for place, folders, names in os.walk(folder):
        if "corpus.json" in names and "parts" in folders:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith(".") and path.is_file():
                yield from_file(path, str(path.relative_to(folder)))


def in_archive(path: Path) -> Iterator[Supply | OperativeError]:
    """All sources in an archive, in its order; nothing is unpacked to disk."""
    try:
        yield from in_zip(path) if zipfile.is_zipfile(path) else in_tar(path)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError) as exc:
        yield DamagedSource(f"{path}: {exc}")


def is_wanted(name: str) -> bool:
    """Whether a member of an archive is a source."""
    last = name.rsplit("/", 1)[-1]
    return not last.startswith(".") and Path(last).suffix.lower() in SUFFIXES


def in_zip(path: Path) -> Iterator[Supply]:
    """All sources in a ZIP."""
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not info.is_dir() and is_wanted(info.filename):
                yield Supply(info.filename, info.file_size, lambda info=info: archive.read(info))  # type: ignore[misc]


def in_tar(path: Path) -> Iterator[Supply]:
    """All sources in a tar, packed or not; it is read front to back, so each must be loaded when its turn comes."""
    with tarfile.open(path, "r|*") as archive:
        for member in archive:
            if member.isfile() and is_wanted(member.name):
                yield Supply(member.name, member.size, lambda member=member: content(archive, member))  # type: ignore[misc]


def content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    """The bytes of a member of a tar."""
    file = archive.extractfile(member)
    assert file is not None
    return file.read()


def in_list(path: Path) -> Iterator[Supply | OperativeError]:
    """The files that a list names."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as exc:
        raise WrongCall(f"{path} is no list of files: {exc}") from exc
    for name in named(path, text):
        file = path.parent / name
        if file.is_file():
            yield from_file(file, name)
        else:
            yield UnreadableSource(f"{path}: {name}: no such file")


def named(path: Path, text: str) -> list[str]:
    """The names in a list."""
    if path.suffix.lower() == ".manifest":
        lines = (line.strip() for line in text.splitlines())
        return [line for line in lines if line and not line.startswith("#")]
    rows = csv.DictReader(io.StringIO(text))
    if "file" not in (rows.fieldnames or ()):
        raise WrongCall(f"{path} has no column called file; there are: {', '.join(rows.fieldnames or ())}")
    return [row["file"].strip() for row in rows if (row["file"] or "").strip()]
