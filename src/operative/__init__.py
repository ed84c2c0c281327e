"""From resolution to result: read what governing bodies decide, and follow every request to its outcome."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from operative.bootstrap.comparing import compare, redline
    from operative.bootstrap.reading import Reading, read

__all__ = ["Reading", "__version__", "compare", "read", "redline"]

__version__ = "0.1.0"

COMPARING = frozenset(("compare", "redline"))
"""What the module that holds two texts against each other has; all else is in that which reads one."""


def __getattr__(name: str) -> Any:
    # The readers of formats are loaded on first use: `import operative` stays fast and loads no lxml.
    if name in __all__:
        part = "comparing" if name in COMPARING else "reading"
        return getattr(import_module(f"operative.bootstrap.{part}"), name)
    raise AttributeError(f"module 'operative' has no attribute {name!r}")
