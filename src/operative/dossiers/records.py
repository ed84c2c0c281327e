"""Frozen values as plain data and back, by their own type declarations: the form of ledgers, casebooks and views.

Only what differs from its default is written, so that records read well and new fields leave old digests as they are.
"""

import json
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from operative.domain.days import PartialDate
from operative.errors import MalformedRecord, WrongCall

__all__ = ["Plain", "as_plain", "canonical", "from_plain", "restore"]

Plain = dict[str, Any]
T = TypeVar("T")
Parser = Callable[[Any], Any]

NAMES = {bool: "true or false", int: "a whole number", str: "words"}
SAME = frozenset({bool, int, str, type(None)})
"""Types that are plain as they are."""


def canonical(plain: Plain) -> bytes:
    """The one way to write plain data as bytes: keys in order, no blanks, UTF-8, no numbers but whole ones.

    Raises `MalformedRecord` for words that no file can hold (half of a surrogate pair).
    """
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    try:
        return text.encode()
    except UnicodeEncodeError as exc:
        shown = text[max(exc.start - 20, 0) : exc.start].encode("ascii", "replace").decode()
        raise MalformedRecord(f"half a character, which no file can hold, stands after {shown!r}") from exc


def as_plain(value: Any, *, whole: bool = False) -> Any:
    """A frozen value as what JSON can hold: dates, decimals and measures as strings, tuples as lists, without `kind`.

    With `whole`, fields that stand at their default are written too.
    """
    if type(value) in SAME:
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, tuple | list | frozenset):
        return [as_plain(one, whole=whole) for one in value]
    if is_dataclass(value):
        kind: Any = type(value)
        names, read, defaults = _slots(kind)
        return {
            name: as_plain(one, whole=whole)
            for name, one, default in zip(names, read(value), defaults, strict=True)
            if whole or default is MISSING or one != default
        }
    return _scalar(value, whole)


def _scalar(value: Any, whole: bool) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): as_plain(one, whole=whole) for key, one in value.items()}
    raise TypeError(f"no plain form for {type(value).__name__}")


@cache
def _slots(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], tuple[Any, ...]]:
    """The names of the fields of a type, what reads them all at once, and what they are by default."""
    names = tuple(field.name for field in fields(kind))
    defaults = tuple(field.default for field in fields(kind))
    if len(names) == 1:
        return names, lambda value: (getattr(value, names[0]),), defaults
    return names, attrgetter(*names) if names else lambda value: (), defaults


def from_plain(wanted: type[T], plain: Any, where: str = "") -> T:
    """The value of this type that the plain data describes; raises `MalformedRecord`, which says where it is wrong."""
    try:
        hint: Any = wanted
        value: T = _parser(hint)(plain)
    except _Misfit as exc:
        raise MalformedRecord(f"{where or wanted.__name__}{exc.place}{exc.message}") from exc.__cause__
    return value


def restore(wanted: type[T], plain: Plain, frame: Any = None, **known: Any) -> T:
    """As `from_plain`, in half the time, for plain data that `as_plain` made: what needs no change is not looked at.

    `known` are fields that have their values already; `frame` then declares the others. Raises `MalformedRecord` where
    the data does not fit at all, and changes the data.
    """
    declared: Any = frame or wanted
    try:
        for name, made in _changes(declared):
            if name in plain:
                plain[name] = made(plain[name])
        return wanted(**known, **plain)
    except (_Misfit, AttributeError, KeyError, TypeError, ValueError, InvalidOperation, WrongCall) as exc:
        raise MalformedRecord(f"{wanted.__name__}: {exc}") from exc


@cache
def _restorer(hint: Any) -> Parser | None:
    """What makes a value of the declared type of what `as_plain` made of it; None where it is the same."""
    inner = get_args(hint)
    if get_origin(hint) in (Union, types.UnionType):
        made = _restorer(next(one for one in inner if one is not type(None)))
        return made and (lambda plain: None if plain is None else made(plain))
    if get_origin(hint) is tuple and inner[-1] is Ellipsis:
        each = _restorer(inner[0])
        return tuple if each is None else lambda plain: tuple([each(one) for one in plain])
    if hint is PartialDate:
        return _known_day
    if is_dataclass(hint):
        return _table_restorer(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {str(one): one for one in hint}.__getitem__
    return None if hint in NAMES else _parser(hint)


@cache
def _changes(wanted: Any) -> tuple[tuple[str, Parser], ...]:
    """The fields of a type that are not plain as they are, each with what makes its value."""
    hints = get_type_hints(wanted)
    found = ((field.name, _restorer(hints[field.name])) for field in fields(wanted))
    return tuple((name, made) for name, made in found if made is not None)


def _table_restorer(wanted: Any) -> Parser:
    changed = _changes(wanted)

    def make(plain: Any) -> Any:
        for name, made in changed:
            if name in plain:
                plain[name] = made(plain[name])
        return wanted(**plain)

    return make


class _Misfit(Exception):
    """Plain data that is not what was declared; the place is told from the inside out."""

    def __init__(self, message: str, place: str = "") -> None:
        super().__init__(message)
        self.message, self.place = message, place


@cache
def _parser(hint: Any) -> Parser:
    """What makes values of the declared type of plain data; made once for each type."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        inner = _parser(next(one for one in get_args(hint) if one is not type(None)))
        return lambda plain: None if plain is None else inner(plain)
    if origin is tuple:
        return _list_parser(get_args(hint))
    if hint is PartialDate:
        return _word_parser(_known_day, hint)
    if is_dataclass(hint):
        return _table_parser(hint)
    if hint in NAMES:
        return _exact_parser(hint)
    make = hint.fromisoformat if hint in (date, datetime) else _decimal if hint is Decimal else hint
    return _word_parser(make, hint)


def _table_parser(wanted: Any) -> Parser:
    hints = get_type_hints(wanted)
    names = tuple(field.name for field in fields(wanted))
    parsers: dict[str, Parser] = {}
    needed = tuple(one.name for one in fields(wanted) if one.default is MISSING and one.default_factory is MISSING)

    def parse(plain: Any) -> Any:
        if not isinstance(plain, dict):
            raise _Misfit(f": expected a table of fields, found {_shown(plain)}")
        values = {}
        for name, one in plain.items():
            if name not in parsers:
                if name not in names:
                    raise _Misfit(f" has no field {name!r}; there are: {', '.join(names)}")
                # Fields are looked up late, so that a type may hold values of its own type.
                parsers[name] = _parser(hints[name])
            try:
                values[name] = parsers[name](one)
            except _Misfit as exc:
                raise _Misfit(exc.message, f".{name}{exc.place}") from exc.__cause__
        for name in needed:
            if name not in values:
                raise _Misfit(f" needs {name!r}")
        try:
            return wanted(**values)
        except WrongCall as exc:
            raise _Misfit(f": {exc}") from exc

    return parse


def _list_parser(inner: tuple[Any, ...]) -> Parser:
    """Of `tuple[X, ...]`, and of `tuple[X, Y]` with so many values and no more."""
    open_ended = inner[-1] is Ellipsis
    parsers = [_parser(one) for one in inner if one is not Ellipsis]

    def parse(plain: Any) -> Any:
        if not isinstance(plain, list):
            raise _Misfit(f": expected a list, found {_shown(plain)}")
        if not open_ended and len(plain) != len(parsers):
            raise _Misfit(f": expected {len(parsers)} values, found {len(plain)}")
        values = []
        for i, one in enumerate(plain):
            try:
                values.append(parsers[0 if open_ended else i](one))
            except _Misfit as exc:
                raise _Misfit(exc.message, f"[{i}]{exc.place}") from exc.__cause__
        return tuple(values)

    return parse


def _exact_parser(hint: Any) -> Parser:
    # A bool is an int to Python, and must not pass for one.
    def parse(plain: Any) -> Any:
        if type(plain) is not hint:
            raise _Misfit(f": expected {NAMES[hint]}, found {_shown(plain)}")
        return plain

    return parse


def _word_parser(make: Parser, hint: Any) -> Parser:
    def parse(plain: Any) -> Any:
        if not isinstance(plain, str):
            raise _Misfit(f": expected words in quotation marks, found {_shown(plain)}")
        try:
            return make(plain)
        except (ValueError, InvalidOperation, WrongCall) as exc:
            known = f"; there are: {', '.join(hint)}" if isinstance(hint, type) and issubclass(hint, StrEnum) else ""
            raise _Misfit(f": {_shown(plain)} is no {hint.__name__}{known}") from exc

    return parse


@lru_cache(maxsize=4096)
def _known_day(plain: str) -> PartialDate:
    """Entries of one ledger share their days."""
    return PartialDate(plain)


def _decimal(plain: str) -> Decimal:
    number = Decimal(plain)
    if not number.is_finite():
        raise ValueError(plain)
    return number


def _shown(plain: Any) -> str:
    text = repr(plain)
    return text if len(text) <= 60 else f"{text[:57]}..."
