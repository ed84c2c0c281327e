"""A ledger as JSON lines: every entry with its digest, and the signed marks; what a stranger can verify."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from operative.domain.checkpoints import Checkpoint
from operative.domain.entries import Entry
from operative.dossiers.ledger import entry_from_plain
from operative.dossiers.ports import Row
from operative.errors import MalformedRecord

__all__ = ["FORMAT", "read_ledger", "read_marks", "render_ledger"]

FORMAT = "operative/ledger@1"


def render_ledger(dossier: str, rows: Iterable[Row], checkpoints: Iterable[Checkpoint]) -> Iterator[str]:
    """The lines of the file, each with its end: first what it is, then the entries as they are kept, then the marks."""
    yield _line({"format": FORMAT, "dossier": dossier})
    for row in rows:
        # The text goes out as it stands: written anew, a change of its form would not be seen.
        yield f'{{"digest":{json.dumps(row.digest)},"entry":{row.body}}}\n'
    for mark in checkpoints:
        told = {"number": mark.number, "digest": mark.digest, "made": mark.made.isoformat()}
        yield _line({"checkpoint": {**told, "key": mark.key, "signature": mark.signature}})


def read_ledger(data: bytes) -> tuple[Entry, ...]:
    """The entries of such a file, in its order, with the digests that it gives them; raises `MalformedRecord`."""
    told = [one for one in _told(data) if "entry" in one]
    if not all(isinstance(one["entry"], dict) for one in told):
        raise MalformedRecord("this is no ledger as JSON lines: an entry is no object")
    return tuple(entry_from_plain({**one["entry"], "digest": one.get("digest")}) for one in told)


def read_marks(data: bytes) -> tuple[Checkpoint, ...]:
    """The signed marks of such a file, as they stand there: whether they are good is for verification to say.

    Raises `MalformedRecord`.
    """
    first, *rest = _told(data)
    try:
        return tuple(
            Checkpoint(
                str(first["dossier"]),
                int(mark["number"]),
                str(mark["digest"]),
                datetime.fromisoformat(mark["made"]),
                str(mark["key"]),
                str(mark["signature"]),
            )
            for mark in (one["checkpoint"] for one in rest if "checkpoint" in one)
        )
    except (KeyError, TypeError, ValueError) as exc:
        raise MalformedRecord(f"this is no ledger as JSON lines: a checkpoint is none: {exc!r}") from exc


def _told(data: bytes) -> list[dict[str, Any]]:
    """The lines; the first says that it is such a file."""
    try:
        # Only line feeds end a line here: other ends of lines stand in words as they are.
        lines = [json.loads(line) for line in data.decode("utf-8").split("\n") if line.strip()]
    except (ValueError, RecursionError) as exc:
        raise MalformedRecord(f"this is no ledger as JSON lines: {exc}") from exc
    if not lines or not all(isinstance(one, dict) for one in lines) or lines[0].get("format") != FORMAT:
        raise MalformedRecord(f"this is no ledger as JSON lines: the first line does not say {FORMAT!r}")
    return lines


def _line(told: dict[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"
