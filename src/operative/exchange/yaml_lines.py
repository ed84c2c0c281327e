"""Frozen values as lines of YAML that read well: defaults left out, long words folded, short lists on one line."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from operative.domain.days import PartialDate
from operative.dossiers.records import as_plain

__all__ = ["render_field", "render_fields"]

WIDTH = 110
# What other readers of YAML 1.1 take for something else than words: "no", "2016", "1_000", "12:30", "~".
TAKEN = re.compile(r"(?:true|false|yes|no|on|off|y|n|null|~|[-+.\d][-+.,:_\deExXoTZ ]*|=|<<)\Z", re.IGNORECASE)
# What ends words within brackets; the colon and the question mark only for some readers.
FLOW = re.compile(r"[\[\]{},?:]")


def render_fields(value: Any, indent: int) -> Iterator[str]:
    """The lines of the fields of a dataclass that differ from their defaults."""
    for field in fields(value):
        one = getattr(value, field.name)
        if field.default is MISSING or one != field.default:
            yield from render_field(field.name, one, indent)


def render_field(name: str, value: Any, indent: int) -> Iterator[str]:
    """The lines of one field: a name with a word, a list or a table."""
    lead = f"{' ' * indent}{_words(name)}:"
    if isinstance(value, tuple | list):
        yield from _listed(lead, value, indent)
    elif _is_table(value):
        flow = _flow(value)
        if flow is not None and len(lead) + len(flow) < WIDTH:
            yield f"{lead} {flow}"
        else:
            yield lead
            yield from render_fields(value, indent + 2)
    else:
        yield from _scalar(lead, value, indent)


def _listed(lead: str, values: Sequence[Any], indent: int) -> Iterator[str]:
    flow = _flow(values)
    if flow is not None and len(lead) + len(flow) < WIDTH:
        yield f"{lead} {flow}"
        return
    yield lead
    dash = " " * indent + "-"
    for one in values:
        if not _is_table(one):
            yield from _scalar(dash, one, indent)
        elif (short := _flow(one)) is not None and len(dash) + len(short) < WIDTH:
            yield f"{dash} {short}"
        else:
            first, *rest = render_fields(one, indent + 2)
            yield f"{dash} {first.lstrip()}"
            yield from rest


def _flow(value: Any) -> str | None:
    """A value within one line, where it needs no quotation marks; None where it does."""
    if isinstance(value, tuple | list):
        parts = [_flow(one) for one in value]
        return None if None in parts else f"[{', '.join(filter(None, parts))}]"
    if _is_table(value):
        pairs = [
            (field.name, getattr(value, field.name))
            for field in fields(value)
            if field.default is MISSING or getattr(value, field.name) != field.default
        ]
        if any(isinstance(one, tuple) for _, one in pairs):
            return None
        shown = [(name, _flow(one)) for name, one in pairs]
        return None if any(one is None for _, one in shown) else "{" + ", ".join(f"{n}: {s}" for n, s in shown) + "}"
    words = _one_line(value)
    if words is None or FLOW.search(words) or len(words) > WIDTH // 2:
        return words if words is not None and words.startswith('"') and len(words) <= WIDTH // 2 else None
    return words


def _scalar(lead: str, value: Any, indent: int) -> Iterator[str]:
    words = _one_line(value)
    if words is None or (len(lead) + len(words) >= WIDTH and isinstance(value, str)):
        if _foldable(value):
            yield f"{lead} >-"
            pad = " " * (indent + 2)
            yield from textwrap.wrap(
                value, WIDTH, initial_indent=pad, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False
            )
            return
        if _literal(value):
            yield f"{lead} |-"
            yield from (f"{' ' * (indent + 2)}{line}".rstrip() for line in value.split("\n"))
            return
        words = words or _quoted(value)
    yield f"{lead} {words}"


def _one_line(value: Any) -> str | None:
    """A value as it stands behind a colon; None for words of several lines."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(as_plain(value))
    return None if "\n" in value else _words(str(value), TAKEN)


def _is_table(value: Any) -> bool:
    return is_dataclass(value) and not isinstance(value, PartialDate)


def _words(text: str, taken: re.Pattern[str] | None = None) -> str:
    """Words as they are where nothing in them means something in YAML, else in quotation marks."""
    plain = (
        text[:1].isalnum()
        and text.isprintable()
        and text == text.strip()
        and not any(sign in f"{text} " for sign in (": ", " #"))
        and not (taken is not None and taken.match(text))
    )
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    if char == "\n":
        return "\\n"
    code = ord(char)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


def _foldable(text: str) -> bool:
    return bool(text) and text.isprintable() and all(text.split(" "))


def _literal(text: str) -> bool:
    """Whether a block keeps every sign of it: no blanks at the ends of lines, nothing empty at either end."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and all(line.isprintable() and line == line.rstrip() for line in lines)
        and bool(lines[0])
        and not lines[0].startswith(" ")
        and bool(lines[-1])
    )
