"""From resolution to result: read what governing bodies decide, and follow every request to its outcome."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from operative.bootstrap.comparing import compare, redline
    from operative.bootstrap.dossiers import open_dossier as open
    from operative.bootstrap.reading import Reading, read

__all__ = ["Reading", "__version__", "compare", "open", "read", "redline"]

__version__ = "0.1.0"

PLACES = {
    "Reading": ("reading", "Reading"),
    "compare": ("comparing", "compare"),
    "open": ("dossiers", "open_dossier"),
    "read": ("reading", "read"),
    "redline": ("comparing", "redline"),
}
"""The part of the wiring that has each name, and how it is called there."""


def __getattr__(name: str) -> Any:
    # The readers of formats and the database are loaded on first use: `import operative` stays fast and loads neither.
    if name in PLACES:
        part, there = PLACES[name]
        return getattr(import_module(f"operative.bootstrap.{part}"), there)
    raise AttributeError(f"module 'operative' has no attribute {name!r}")
