"""Write the part of docs/reference/casebook.md that lists every kind of fact with its fields, out of the types.

    python tools/casebook_reference.py

What stands above the marker is written by hand, and kept; a test sees that what stands below it is up to date.
"""

import inspect
import types
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from operative.domain.days import PartialDate
from operative.domain.facts import KINDS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "casebook.md"
MARKER = "<!-- What follows is made by tools/casebook_reference.py -->\n"
PLAIN = {str: "words", bool: "true or false", int: "whole number", Decimal: "number", PartialDate: "date"}


def render() -> str:
    """The sections of all kinds of facts, by the names of their groups, then those of the tables within them."""
    parts: dict[str, type[Any]] = {}
    lines = ["", "## Kinds of facts", ""]
    for kind, fact in sorted(KINDS.items()):
        lines += [f"### {kind}", "", *section(fact, parts)]
    lines += ["## Tables within facts", ""]
    for name, part in sorted(parts.items()):
        lines += [f"### {name}", "", *section(part, {})]
    return "\n".join(lines)


def section(wanted: type[Any], parts: dict[str, type[Any]]) -> list[str]:
    """What a type says of itself, and a table of its fields."""
    hints = get_type_hints(wanted)
    lines = []
    for words in (inspect.getdoc(wanted) or "").split("\n\n"):
        # A list in columns stays one; all else is a paragraph.
        lines += ["```text", words, "```", ""] if "   " in words else [" ".join(words.split()), ""]
    rows = [row(field, hints[field.name], parts) for field in fields(wanted)]
    return [*lines, "| field | is | without it |", "| --- | --- | --- |", *rows, ""]


def row(field: Field[Any], hint: Any, parts: dict[str, type[Any]]) -> str:
    """One field: its name, what it is, and what holds where it is left out."""
    return f"| `{field.name}` | {form(hint, parts)} | {default(field)} |"


def form(hint: Any, parts: dict[str, type[Any]]) -> str:
    """What a value of a declared type looks like."""
    if get_origin(hint) in (Union, types.UnionType):
        inner = next(one for one in get_args(hint) if one is not type(None))
        return f"{form(inner, parts)}, or `null`"
    if get_origin(hint) is tuple:
        return f"list of {form(get_args(hint)[0], parts)}"
    if hint in PLAIN:
        return PLAIN[hint]
    if is_dataclass(hint):
        named = hint if isinstance(hint, type) else type(hint)
        parts[named.__name__] = named
        return f"[{named.__name__}](#{named.__name__.lower()})"
    assert issubclass(hint, StrEnum)
    return "one of " + ", ".join(f"`{one}`" for one in hint)


def default(field: Field[Any]) -> str:
    """What holds where the field is left out."""
    if field.default is MISSING:
        return "needed"
    if field.default is None or field.default in ("", ()):
        return "none"
    return f"`{str(field.default).lower() if isinstance(field.default, bool) else field.default}`"


if __name__ == "__main__":
    above = PAGE.read_text("utf-8").partition(MARKER)[0]
    PAGE.write_text(above + MARKER + render(), "utf-8")
