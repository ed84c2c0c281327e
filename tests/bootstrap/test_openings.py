"""Texts brought into dossiers: each in one batch with its entries, on the grounds that the writer gives."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from operative.bootstrap.dossiers import Dossier, Dossiers, open_dossiers
from operative.bootstrap.openings import Grounds, Naming, attach_document, open_on_resolution, register_draft
from operative.domain.days import PartialDate
from operative.domain.entries import Basis
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DocumentAttached, DocumentRole
from operative.errors import StaleVersion, UnknownSubject, UnreachableStore

TEXT = b"RESOLUTION No. 7\n\nThe Council,\n1.\nRequests the Director General to dig wells.\n"
DRAFT = b"Article 1\nThe Director General digs wells.\n"
ADOPTED, TODAY = PartialDate("2030-01-01"), PartialDate("2030-02-01")


@pytest.fixture(params=["memory:", "sqlite"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Dossiers:
    """Dossiers whose clock goes one second with every look at it."""
    ticks = iter(range(10**9))
    url = request.param if request.param == "memory:" else f"sqlite:///{tmp_path / 'wells.db'}"
    return open_dossiers(url, now=lambda: datetime(2030, 2, 1, tzinfo=UTC) + timedelta(seconds=next(ticks)))


def opened(place: Dossiers) -> Dossier:
    return open_on_resolution(place, "wells", TEXT, by="Ana", today=date(2030, 2, 1), adopted=ADOPTED)


def a_draft(place: Dossiers, **more: object) -> object:
    return register_draft(place.open("wells"), "Draft 1", DRAFT, by="Ana", on=TODAY, **more)


def a_report(place: Dossiers, **more: object) -> object:
    naming = Naming(DocumentRole.REPORT, title="Report")
    return attach_document(place.open("wells"), "report", DRAFT, by="Ana", on=TODAY, naming=naming, **more)


@pytest.mark.parametrize("bring", [a_draft, a_report])
def test_what_belongs_together_is_entered_at_once(place: Dossiers, bring: Callable[..., object]) -> None:
    first = tuple(opened(place).entries())
    bring(place)
    second = tuple(place.open("wells").entries(after=len(first)))

    assert len({one.recorded for one in first}) == 1
    assert len({one.recorded for one in second}) == 1
    assert [one.fact.kind for one in first[:3]] == ["dossier.opened", "document.named", "document.attached"]
    assert second[0].fact.kind == "document.named"
    assert place.open("wells").verify() == ()


@pytest.fixture
def crash(place: Dossiers, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From its call on, the program ends the moment that a second entry would be sealed."""
    module = sys.modules[type(place.ledgers).__module__]
    real = module.seal_all

    def sealed(dossier, statements, head, recorded):  # type: ignore[no-untyped-def]
        if head.number + len(statements) > 1:
            real(dossier, statements[:1], head, recorded)
            raise UnreachableStore("the machine stopped")
        return real(dossier, statements, head, recorded)

    return lambda: monkeypatch.setattr(module, "seal_all", sealed)


def test_a_dossier_whose_opening_breaks_off_is_none(place: Dossiers, crash: Callable[[], None]) -> None:
    crash()
    with pytest.raises(UnreachableStore):
        opened(place)

    assert place.keys() == ()


@pytest.mark.parametrize("bring", [a_draft, a_report])
def test_a_text_whose_coming_breaks_off_leaves_nothing(
    place: Dossiers, bring: Callable[..., object], crash: Callable[[], None]
) -> None:
    version = opened(place).version
    crash()
    with pytest.raises(UnreachableStore):
        bring(place)

    assert place.open("wells").version == version


@pytest.mark.parametrize("bring", [a_draft, a_report])
def test_grounds_stand_with_the_last_entry(place: Dossiers, bring: Callable[..., object]) -> None:
    proof = (Evidence("resolution-7", "op1"),)
    opened(place)
    bring(place, grounds=Grounds(proof, "by mail", Basis.BACKGROUND))
    last = tuple(place.open("wells").entries())[-1].statement

    assert (last.evidence, last.note, last.basis) == (proof, "by mail", Basis.BACKGROUND)


@pytest.mark.parametrize("bring", [a_draft, a_report])
def test_who_saw_an_older_version_brings_nothing(place: Dossiers, bring: Callable[..., object]) -> None:
    version = opened(place).version
    with pytest.raises(StaleVersion):
        bring(place, expected=version - 1)
    with pytest.raises(UnknownSubject, match="no document 'letter'"):
        bring(place, grounds=Grounds((Evidence("letter"),)))

    dossier = place.open("wells")
    assert dossier.version == version
    assert [one.document for one in dossier.history().facts(DocumentAttached)] == ["resolution-7"]
