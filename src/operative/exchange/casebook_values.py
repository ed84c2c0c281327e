"""Nodes of a casebook as plain data of declared types, with every problem and its line."""

import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from operative.domain.days import PartialDate
from operative.errors import WrongCall
from operative.exchange.yaml_nodes import Listing, Node, Table, Words

__all__ = ["Problems", "as_record", "as_value", "by_name", "nearest"]

UNKNOWN = frozenset({"", "~", "null", "unknown"})
"""What a value that is not known may be written as."""
NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z", re.ASCII)
WHOLE = re.compile(r"-?\d+\Z", re.ASCII)
TRUTH = {"true": True, "false": False}


class Problems:
    """What is wrong in a text, line by line; gathered, so that all of it is told at once."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []

    def add(self, line: int, message: str) -> None:
        """Takes down one more."""
        self.found.append((line, message))


def by_name(table: Table, problems: Problems) -> dict[str, tuple[int, Node]]:
    """The fields of a table by name, each with its line; a second one of the same name is a problem."""
    found: dict[str, tuple[int, Node]] = {}
    for key, node in table.pairs:
        if key.text in found:
            problems.add(key.line, f"{key.text} stands there a second time, first in line {found[key.text][0]}")
        else:
            found[key.text] = (key.line, node)
    return found


def nearest(name: str, known: Mapping[str, Any]) -> str:
    """What was meant: "; did you mean 'label'?", or all that there is."""
    close = get_close_matches(name, known, 1)
    return f"; did you mean {close[0]!r}?" if close else f"; there are: {', '.join(known)}"


def as_record(node: Node, wanted: Any, where: str, problems: Problems) -> dict[str, Any]:
    """The fields of a table as plain data for `from_plain`, as far as they are right."""
    if not isinstance(node, Table):
        problems.add(node.line, f"{where}: expected a table of fields")
        return {}
    hints = _hints(wanted)
    plain: dict[str, Any] = {}
    for name, (line, one) in by_name(node, problems).items():
        if name not in hints:
            problems.add(line, f"{where} has no field {name!r}{nearest(name, hints)}")
            continue
        plain[name] = as_value(one, hints[name], f"{where}.{name}", problems)
    for field in fields(wanted):
        if field.default is MISSING and field.name not in plain:
            problems.add(node.line, f"{where} needs {field.name!r}")
    return plain


def as_value(node: Node, hint: Any, where: str, problems: Problems) -> Any:
    """The node as plain data of the declared type; what is wrong goes to the problems."""
    shape, inner = _shape(hint)
    if shape == "optional":
        if isinstance(node, Words) and node.bare and node.text in UNKNOWN:
            return None
        return as_value(node, inner, where, problems)
    if shape == "list":
        # One word is a list of one; `fulfils: g-1` is how people write it.
        items = node.items if isinstance(node, Listing) else [node]
        return [as_value(one, inner, f"{where}[{i}]", problems) for i, one in enumerate(items, 1)]
    if shape == "table":
        return as_record(node, hint, where, problems)
    if not isinstance(node, Words):
        problems.add(node.line, f"{where}: expected {_called(hint)}, found a list or a table")
        return None
    return _scalar(node, hint, where, problems)


def _scalar(node: Words, hint: Any, where: str, problems: Problems) -> Any:
    text = node.text
    if hint is str:
        return text
    if hint is bool and text in TRUTH:
        return TRUTH[text]
    if hint is int and WHOLE.match(text):
        return int(text)
    if hint is Decimal and NUMBER.match(text):
        return text
    if hint not in (bool, int, Decimal):
        try:
            (hint.fromisoformat if hint in (date, datetime) else hint)(text)
        except (ValueError, WrongCall):
            pass
        else:
            return text
    shown = text if len(text) <= 40 else f"{text[:37]}..."
    problems.add(node.line, f"{where}: {shown!r} is not {_called(hint)}")
    return None


def _called(hint: Any) -> str:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return f"one of: {', '.join(hint)}"
    return CALLED.get(hint) or str(hint.__name__)


CALLED: dict[Any, str] = {
    str: "words",
    bool: "true or false",
    int: "a whole number such as 12",
    Decimal: "a number such as 4702.1",
    PartialDate: "a date such as 2016, 2016-10 or 2016-10-05",
    date: "a day such as 2016-10-05",
    datetime: "a moment such as 2016-10-05T12:00:00+00:00",
}


@cache
def _hints(wanted: Any) -> dict[str, Any]:
    hints = get_type_hints(wanted)
    return {field.name: hints[field.name] for field in fields(wanted)}


@cache
def _shape(hint: Any) -> tuple[str, Any]:
    """Whether a declared type is optional, a list, a table or a word, and of what it is one; found once for each."""
    if get_origin(hint) in (Union, types.UnionType):
        return "optional", next(one for one in get_args(hint) if one is not type(None))
    if get_origin(hint) is tuple:
        return "list", get_args(hint)[0]
    return "table" if is_dataclass(hint) and hint is not PartialDate else "word", hint
