"""Lists of plain tables as JSON."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["render_list"]


def render_list(values: Sequence[Mapping[str, Any]]) -> str:
    """A JSON list with one value a line; half characters of damaged texts are replaced."""
    inner = ",\n ".join(json.dumps(value, ensure_ascii=False) for value in values)
    return f"[\n {inner}\n]\n".encode("utf-8", "replace").decode("utf-8") if inner else "[]\n"
