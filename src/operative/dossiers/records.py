"""Frozen values as plain data and back, by their own type declarations: the form of ledgers, casebooks and views.

Only what differs from its default is written, so that records read well and new fields leave old digests as they are.
"""

import json
import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from operative.domain.days import PartialDate
from operative.errors import MalformedRecord, WrongCall

__all__ = ["Plain", "as_plain", "canonical", "from_plain"]

Plain = dict[str, Any]
T = TypeVar("T")


def canonical(plain: Plain) -> bytes:
    """The one way to write plain data as bytes: keys in order, no blanks, UTF-8, no numbers but whole ones."""
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode()


def as_plain(value: Any, *, whole: bool = False) -> Any:
    """A frozen value as what JSON can hold: dates and decimals as strings, tuples as lists, types without `kind`.

    With `whole`, fields that stand at their default are written too.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list | frozenset):
        return [as_plain(one, whole=whole) for one in value]
    if isinstance(value, dict):
        return {str(key): as_plain(one, whole=whole) for key, one in value.items()}
    if is_dataclass(value):
        kind: Any = type(value)
        named = ((field, getattr(value, field.name)) for field in _fields(kind))
        return {
            field.name: as_plain(one, whole=whole)
            for field, one in named
            if whole or field.default is MISSING or one != field.default
        }
    raise TypeError(f"no plain form for {type(value).__name__}")


def from_plain(wanted: type[T], plain: Any, where: str = "") -> T:
    """The value of this type that the plain data describes; raises `MalformedRecord`, which says where it is wrong."""
    place = where or wanted.__name__
    if not isinstance(plain, dict):
        raise MalformedRecord(f"{place}: expected a table of fields, found {_shown(plain)}")
    kind: Any = wanted
    hints, known = _hints(kind), {field.name: field for field in _fields(kind)}
    for name in plain:
        if name not in known:
            raise MalformedRecord(f"{place} has no field {name!r}; there are: {', '.join(known)}")
    values = {}
    for name, field in known.items():
        if name in plain:
            values[name] = _value(hints[name], plain[name], f"{place}.{name}")
        elif field.default is MISSING:
            raise MalformedRecord(f"{place} needs {name!r}")
    try:
        return wanted(**values)
    except WrongCall as exc:
        raise MalformedRecord(f"{place}: {exc}") from exc


@cache
def _fields(wanted: Any) -> tuple[Field[Any], ...]:
    return fields(wanted)


@cache
def _hints(wanted: Any) -> dict[str, Any]:
    return get_type_hints(wanted)


def _value(hint: Any, plain: Any, where: str) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        inner = [one for one in get_args(hint) if one is not type(None)]
        return None if plain is None else _value(inner[0], plain, where)
    if get_origin(hint) is tuple:
        if not isinstance(plain, list):
            raise MalformedRecord(f"{where}: expected a list, found {_shown(plain)}")
        return tuple(_value(get_args(hint)[0], one, f"{where}[{i}]") for i, one in enumerate(plain))
    if is_dataclass(hint) and hint is not PartialDate:
        return from_plain(hint, plain, where)  # type: ignore[arg-type]  # a dataclass is a type
    return _simple(hint, plain, where)


def _simple(hint: Any, plain: Any, where: str) -> Any:
    # A bool is an int to Python, and must not pass for one.
    if hint in (bool, int, str):
        if type(plain) is not hint:
            raise MalformedRecord(f"{where}: expected {NAMES[hint]}, found {_shown(plain)}")
        return plain
    if not isinstance(plain, str):
        raise MalformedRecord(f"{where}: expected words in quotation marks, found {_shown(plain)}")
    try:
        return _parsed(hint, plain)
    except (ValueError, InvalidOperation, WrongCall) as exc:
        known = f"; there are: {', '.join(hint)}" if isinstance(hint, type) and issubclass(hint, StrEnum) else ""
        raise MalformedRecord(f"{where}: {_shown(plain)} is no {hint.__name__}{known}") from exc


NAMES = {bool: "true or false", int: "a whole number", str: "words"}


def _parsed(hint: Any, plain: str) -> Any:
    if hint is Decimal:
        number = Decimal(plain)
        if not number.is_finite():
            raise ValueError(plain)
        return number
    if hint in (date, datetime):
        return hint.fromisoformat(plain)
    return hint(plain)


def _shown(plain: Any) -> str:
    text = repr(plain)
    return text if len(text) <= 60 else f"{text[:57]}..."
