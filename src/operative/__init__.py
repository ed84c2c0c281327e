"""From resolution to result: read what governing bodies decide, and follow every request to its outcome."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from operative.bootstrap.reading import Reading, read

__all__ = ["Reading", "__version__", "read"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    # The readers of formats are loaded on first use: `import operative` stays fast and loads no lxml.
    if name in __all__:
        return getattr(import_module("operative.bootstrap.reading"), name)
    raise AttributeError(f"module 'operative' has no attribute {name!r}")
