"""JSON as it is published: a list of objects, each a row."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from operative.domain.sheets import Sheet, SheetRow
from operative.errors import DamagedSource, NoReader
from operative.text.encodings import read_characters

__all__ = ["read_objects"]

JOINED = "; "
"""Stands between the words of a list in one cell."""


def read_objects(data: bytes) -> list[Sheet]:
    """A sheet for each list of objects: the file itself, one object a line, or the lists in one object.

    The first row has the names of the fields, the next the first object; a table in a table has "outer.inner" as its
    name. Raises `DamagedSource` for what is no JSON, `NoReader` for JSON without such a list.
    """
    read = _parsed(read_characters(data).content)
    if isinstance(read, Mapping):
        lists = {name: value for name, value in read.items() if _is_table(value)}
    else:
        lists = {"rows": read} if _is_table(read) else {}
    if not lists:
        raise NoReader("the JSON has no list of objects; a table is a list, and each row an object")
    return [_sheet(name, rows) for name, rows in lists.items()]


def _parsed(content: str) -> Any:
    try:
        return json.loads(content, parse_float=str, parse_int=str)
    except ValueError as exc:
        lines = [line for line in content.splitlines() if line.strip()]
        try:
            objects = [json.loads(line, parse_float=str, parse_int=str) for line in lines]
        except ValueError:
            raise DamagedSource(f"this is no JSON: {exc}") from exc
        return objects


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, Mapping) for one in value)


def _sheet(name: str, objects: list[Mapping[str, Any]]) -> Sheet:
    flat = [dict(_flat(one)) for one in objects]
    names = tuple(dict.fromkeys(field for row in flat for field in row))
    rows = [SheetRow(n, tuple(row.get(field, "") for field in names)) for n, row in enumerate(flat, 2)]
    return Sheet(name, (SheetRow(1, names), *rows))


def _flat(value: Mapping[str, Any], outer: str = "") -> Iterator[tuple[str, str]]:
    for name, one in value.items():
        if isinstance(one, Mapping) and one:
            yield from _flat(one, f"{outer}{name}.")
        else:
            yield f"{outer}{name}", _words(one)


def _words(value: Any) -> str:
    if value is None or value == {}:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        if any(isinstance(one, Mapping | list) for one in value):
            return json.dumps(value, ensure_ascii=False)
        return JOINED.join(filter(None, map(_words, value)))
    return str(value).strip()
