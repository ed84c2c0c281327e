"""A ledger as JSON lines: every entry with its digest, and the signed marks; what a stranger can verify."""

import json
from collections.abc import Iterable, Iterator

from operative.domain.checkpoints import Checkpoint
from operative.dossiers.ports import Row

__all__ = ["FORMAT", "render_ledger"]

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


def _line(told: dict[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"
