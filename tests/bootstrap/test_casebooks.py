"""Casebooks in and out of a place where dossiers are kept."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from operative.bootstrap.casebooks import (
    DEMO,
    attach_folder,
    export_casebook,
    export_ledger,
    import_casebook,
    open_demo,
    shipped_casebook,
)
from operative.bootstrap.dossiers import Dossiers, open_dossiers
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.dossiers import DossierOpened, EventNoted
from operative.errors import BrokenLedger, MalformedRecord, Refused

HAND = """\
format: operative/casebook@1
key: wells
by: A. Clerk
entries:
- day: 2030-06-06
  dossier.opened: {title: Wells}
- day: 2030-06-06
  document.named: {key: report, role: report}
- day: 2030-06
  event.noted: {title: A thing happens}
  evidence: report @ op1
"""


def a_place(start: datetime = datetime(2031, 1, 1, tzinfo=UTC)) -> Dossiers:
    """Dossiers in memory, whose clock goes one second with every look at it."""
    ticks = iter(range(10**9))
    return open_dossiers("memory:", now=lambda: start + timedelta(seconds=next(ticks)))


def test_what_a_person_wrote_is_stamped_when_it_comes_in() -> None:
    dossier = import_casebook(a_place(), HAND)

    assert [one.fact.kind for one in dossier.entries()] == ["dossier.opened", "document.named", "event.noted"]
    assert all(len(one.digest) == 64 for one in dossier.entries())
    assert dossier.verify() == ()


def test_an_export_comes_in_elsewhere_with_the_same_digests() -> None:
    here = import_casebook(a_place(), HAND)
    here.enter([Statement(EventNoted("Later"), PartialDate("2030-07"), "B. Clerk")])
    text = export_casebook(here)
    elsewhere = a_place(datetime(2040, 1, 1, tzinfo=UTC))
    there = import_casebook(elsewhere, text)

    assert tuple(there.entries()) == tuple(here.entries())
    assert len({one.recorded for one in there.entries()}) == 2
    assert export_casebook(there) == text
    assert export_ledger(there) == export_ledger(here)
    assert there.verify() == ()


def test_an_import_that_broke_off_goes_on_where_it_was() -> None:
    here = import_casebook(a_place(), HAND)
    first = export_casebook(here)
    here.enter([Statement(EventNoted("Later"), PartialDate("2030-07"), "B. Clerk")])
    there = a_place()
    import_casebook(there, first)
    dossier = import_casebook(there, export_casebook(here))

    assert tuple(dossier.entries()) == tuple(here.entries())


def test_another_key_makes_another_dossier() -> None:
    place = a_place()
    import_casebook(place, HAND)
    import_casebook(place, HAND, key="springs")

    assert place.keys() == ("springs", "wells")
    with pytest.raises(Refused, match="sealed for 'wells'"):
        import_casebook(place, export_casebook(place.open("wells")), key="ponds")


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        (HAND, Refused, "there is a dossier 'wells' already"),
        (HAND.replace("key: wells", "key: Wells!"), MalformedRecord, "is no key"),
        (HAND[: HAND.index("entries")] + "entries: []\n", MalformedRecord, "without entries"),
        (HAND.replace("key: wells", "key: ponds").replace("evidence: report", "evidence: paper"), Refused, "'paper'"),
    ],
)
def test_what_cannot_come_in(text: str, error: type[Exception], message: str) -> None:
    place = a_place()
    import_casebook(place, HAND)
    with pytest.raises(error, match=message):
        import_casebook(place, text)

    assert place.keys() == ("wells",)


def test_a_ledger_that_was_changed_is_refused() -> None:
    text = export_casebook(import_casebook(a_place(), HAND)).replace("A thing happens", "Nothing happens")
    place = a_place()
    with pytest.raises(BrokenLedger, match="entry 3 is not what was recorded"):
        import_casebook(place, text)

    assert place.keys() == ()


def test_a_ledger_with_other_entries_is_left_alone() -> None:
    place = a_place(datetime(2035, 1, 1, tzinfo=UTC))
    import_casebook(place, HAND)
    with pytest.raises(Refused, match="already, with other entries"):
        import_casebook(place, export_casebook(import_casebook(a_place(), HAND)))


def test_the_demo_opens_both_cases_once() -> None:
    place = a_place()
    opened = open_demo(place)
    versions = [one.version for one in opened]
    again = open_demo(place)

    assert [one.key for one in opened] == list(DEMO)
    assert [one.version for one in again] == versions
    assert all(one.verify() == () for one in again)


def test_the_texts_of_the_demo_are_at_hand() -> None:
    sample = next(one for one in open_demo(a_place()) if one.key == "lro-concert-2024")

    for document in ("resolution-208", "agreement-draft-1", "agreement-draft-2", "report-2025"):
        reading = sample.reading(document)
        assert reading is not None, document
        words = " ".join(" ".join(one.text for one in reading.provisions).split())
        quoted = [
            (evidence, evidence.quote)
            for entry in sample.entries()
            for evidence in entry.statement.evidence
            if evidence.document == document and evidence.quote
        ]
        assert quoted
        for evidence, quote in quoted:
            bare = quote.replace("-", "").replace(" ", "")
            assert bare in words.replace("-", "").replace(" ", ""), evidence


@pytest.mark.parametrize("key", DEMO)
def test_a_shipped_casebook_survives_a_journey(key: str) -> None:
    here = import_casebook(a_place(), shipped_casebook(key))
    there = import_casebook(a_place(datetime(2040, 1, 1, tzinfo=UTC)), export_casebook(here))

    assert tuple(there.entries()) == tuple(here.entries())
    assert next(iter(there.history(date.max).facts(DossierOpened))).title


def test_a_folder_of_texts_is_attached_by_name(tmp_path: Path) -> None:
    dossier = import_casebook(a_place(), HAND)
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "Report.txt").write_text("1. Welcomes the wells;", "utf-8")
    (tmp_path / "other.txt").write_text("nothing of ours", "utf-8")

    assert list(attach_folder(dossier, tmp_path)) == [
        "Report.txt: attached to report",
        "other.txt: no document of the dossier has this name",
    ]
    assert next(attach_folder(dossier, tmp_path)) == "Report.txt: report has this text already"
    assert dossier.source("report") == b"1. Welcomes the wells;"


def test_a_text_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    dossier = import_casebook(a_place(), HAND)
    (tmp_path / "report.txt").write_bytes(b"")

    (line,) = attach_folder(dossier, tmp_path)
    assert line.startswith("report.txt: not attached to report: ")
