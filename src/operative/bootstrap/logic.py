"""Which version of the program reads: a change of its rules or words is a new version, whatever its number."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

__all__ = ["logic_version"]

READERS = ("domain", "vocabulary", "text", "structure", "clauses", "mandates", "reading.py")
"""The parts of the program from which a reading follows."""


@cache
def logic_version() -> str:
    """A digest of all that a reading follows from."""
    told = hashlib.sha256()
    for part in READERS:
        for name, data in _contents(files("operative").joinpath(part), part):
            told.update(f"{name}\n{len(data)}\n".encode() + data)
    return told.hexdigest()


def _contents(place: Traversable, name: str) -> list[tuple[str, bytes]]:
    if place.is_file():
        return [(name, place.read_bytes())] if name.endswith((".py", ".toml")) else []
    found = []
    for one in sorted(place.iterdir(), key=lambda one: one.name):
        if not one.name.startswith((".", "__pycache__")):
            found += _contents(one, f"{name}/{one.name}")
    return found
