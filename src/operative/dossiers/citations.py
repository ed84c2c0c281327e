"""Which documents entries give as evidence, without reading the entries."""

import json
import re
from functools import lru_cache

from operative.domain.entries import Entry, Statement
from operative.dossiers.ports import Citing, Row

__all__ = ["citing_of", "documents_in", "documents_of", "listed"]

# "document":"res" among the evidence of an entry
CITED = re.compile(r'"document":"((?:[^"\\]|\\.)*)"')


def documents_of(statement: Statement) -> tuple[str, ...]:
    """The documents that a statement gives as evidence, each once."""
    return tuple(dict.fromkeys(one.document for one in statement.evidence))


def listed(statement: Statement) -> str:
    """The same as a JSON list: what is kept beside an entry."""
    return json.dumps(documents_of(statement), ensure_ascii=False)


def citing_of(row: Row, entry: Entry | None = None) -> Citing:
    """What a row cites; of an entry that is at hand, the row needs no text."""
    return Citing(row.number, row.recorded, row.kind, row.last, listed(entry.statement) if entry else row.body)


@lru_cache(maxsize=1024)
def documents_in(told: str) -> tuple[str, ...]:
    """The documents in what a `Citing` tells: a list of them, or the canonical text of the entry.

    The keys of a canonical text are in order, and none of them is in words.
    """
    if told.startswith("["):
        return tuple(json.loads(told))
    begins, ends = told.find('"evidence":['), told.find('"fact":')
    if begins < 0 or begins > ends:
        return ()
    found = CITED.findall(told, begins, ends)
    return tuple(dict.fromkeys(json.loads(f'"{one}"') if "\\" in one else one for one in found))
