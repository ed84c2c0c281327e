"""The shipped casebooks as ledgers in memory, for the tests that look at what they come to."""

from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files

from operative.domain.casebooks import Casebook
from operative.domain.entries import Entry
from operative.dossiers.history import History
from operative.dossiers.ledger import START, seal_all
from operative.exchange.casebooks import read_casebook

SHIPPED = ("iom-un-2015", "lro-concert-2024")


@cache
def casebook(key: str) -> Casebook:
    """A shipped casebook, read."""
    return read_casebook((files("operative") / "cases" / f"{key}.yaml").read_text("utf-8"))


@cache
def entries(key: str) -> tuple[Entry, ...]:
    """Its statements as they would be entered today."""
    return seal_all(key, casebook(key).statements, START, datetime(2026, 11, 23, tzinfo=UTC))[0]


def history(key: str, on: str) -> History:
    """What it comes to on a day."""
    return History(entries(key), date.fromisoformat(on))
