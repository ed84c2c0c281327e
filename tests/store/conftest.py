"""Dossiers with a few entries, a clock that is set, and a signing key of their own."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from operative.bootstrap.dossiers import Dossier, Dossiers, open_dossiers
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, DossierOpened, EventNoted

NOON = datetime(2016, 10, 5, 12, tzinfo=UTC)


def an_event(title: str, day: str = "2016-10-05", corrects: int | None = None) -> Statement:
    """Something that happened."""
    return Statement(EventNoted(title), PartialDate(day), "Ana", corrects=corrects)


def ticking() -> Callable[[], datetime]:
    """A clock that goes on by a minute whenever somebody looks."""
    looked = [NOON]

    def now() -> datetime:
        looked[0] += timedelta(minutes=1)
        return looked[0]

    return now


def open_at(url: str) -> Dossiers:
    """The dossiers of a database, with the clock that is set."""
    return open_dossiers(url, now=ticking())


@pytest.fixture(autouse=True)
def signing_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key file of this test's own, not there yet."""
    file = tmp_path / "keys" / "key.pem"
    monkeypatch.setenv("OPERATIVE_SIGNING_KEY", str(file))
    return file


@pytest.fixture
def dossiers(database_url: str) -> Iterator[Dossiers]:
    """Dossiers in an empty database of each sort."""
    opened = open_at(database_url)
    yield opened
    opened.ledgers.close()


@pytest.fixture
def wells(dossiers: Dossiers) -> Dossier:
    """A dossier with four entries, the last two of them events."""
    dossier = dossiers.create("wells", DossierOpened("Wells"), by="Ana", effective=PartialDate("2016-01-01"))
    named = Statement(DocumentNamed("res", DocumentRole.RESOLUTION), PartialDate("2016"), "Ana")
    dossier.enter([named, an_event("dug"), an_event("deepened")])
    return dossier
