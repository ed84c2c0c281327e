"""Dossiers as other programs open them, on both databases."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import operative
from operative.bootstrap.dossiers import Dossier, Dossiers, open_dossiers
from operative.bootstrap.logic import logic_version
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DocumentAttached, DossierOpened, EntryWithdrawn, EventNoted
from operative.dossiers.documents import find_documents
from operative.errors import (
    DamagedSource,
    NotEntitled,
    Refused,
    StaleVersion,
    UnknownDossier,
    UnknownSubject,
    UnreadableSource,
    WrongCall,
)

from .conftest import NOON, an_event, open_at

TEXT = b"RESOLUTION No. 7\n\nThe Council,\n1.\nRequests the Director General to dig wells.\n"


def titles(dossier: Dossier, on: date | None = None, known_at: datetime | None = None) -> list[str]:
    """The events that stood on a day."""
    return [fact.title for fact in dossier.history(on, known_at).facts(EventNoted)]


def test_a_dossier_is_opened_by_its_key(dossiers: Dossiers, database_url: str, wells: Dossier):
    assert dossiers.keys() == ("wells",)
    assert dossiers.open("wells").version == 4
    assert operative.open("wells", database_url).version == 4
    with pytest.raises(UnknownDossier, match="there are: wells"):
        dossiers.open("roads")


@pytest.mark.parametrize("key", ["", "Wells", "-wells", "we lls", "wells/1", "w" * 101, "wells\n"])
def test_a_key_is_small_letters_digits_dots_and_dashes(key: str):
    with pytest.raises(WrongCall, match="no key"):
        open_dossiers("memory:").create(key, DossierOpened("W"), by="Ana")


def test_a_dossier_is_created_once(dossiers: Dossiers, wells: Dossier):
    with pytest.raises(Refused, match="already"):
        dossiers.create("wells", DossierOpened("Other"), by="Bo")

    assert wells.version == 4


def test_entries_are_numbered_and_dated_by_the_clock(wells: Dossier):
    entries = list(wells.entries(after=2))

    assert [(entry.number, entry.fact.title) for entry in entries] == [(3, "dug"), (4, "deepened")]
    assert [entry.recorded for entry in entries] == [NOON + timedelta(minutes=2)] * 2


def test_one_refused_statement_refuses_all(wells: Dossier):
    cited = Statement(EventNoted("x"), PartialDate("2016"), "Ana", (Evidence("letter"),))

    with pytest.raises(UnknownSubject, match="letter"):
        wells.enter([an_event("fine"), cited])
    with pytest.raises(NotEntitled):
        wells.enter([an_event("fine"), Statement(EventNoted("x"), PartialDate("2016"), " ")])

    assert wells.version == 4
    wells.enter([an_event("fine")])
    assert titles(wells) == ["dug", "deepened", "fine"]


def test_a_statement_is_checked_against_those_beside_it(wells: Dossier):
    wells.enter([an_event("filled", corrects=3), an_event("filled again", corrects=5)])
    with pytest.raises(UnknownSubject, match="5"):
        wells.enter([an_event("late", corrects=5)])
    with pytest.raises(UnknownSubject):
        wells.enter([an_event("a", corrects=6), an_event("b", corrects=6)])

    assert titles(wells) == ["deepened", "filled again"]


def test_who_has_seen_no_version_waits_their_turn(wells: Dossier, database_url: str):
    """Between the check and the writing somebody else writes, time and again."""
    rival, faster = open_at(database_url).open("wells"), ["third", "second", "first"]

    def now() -> datetime:
        if faster:
            rival.enter([an_event(faster.pop())])
        return NOON + timedelta(days=1)

    mine = open_dossiers(database_url, now=now).open("wells")
    (entry,) = mine.enter([an_event("mine")])
    later = [one.fact for one in wells.entries()][-4:]

    assert [getattr(fact, "title", "") for fact in later] == ["first", "second", "third", "mine"]
    assert entry.number == wells.version


def test_who_saw_an_older_version_is_told(wells: Dossier, database_url: str):
    other = open_at(database_url).open("wells")
    other.enter([an_event("from elsewhere")])

    with pytest.raises(StaleVersion):
        wells.enter([an_event("mine")], expected=4)

    wells.enter([an_event("mine")], expected=5)
    assert titles(wells) == titles(other) == ["dug", "deepened", "from elsewhere", "mine"]


def test_time_is_kept_twice(wells: Dossier):
    before = wells._dossiers.now()
    wells.enter([an_event("planned", day="2018-03"), an_event("dug deep", day="2016-10-01", corrects=3)])
    withdrawn = Statement(EntryWithdrawn("a mistake"), PartialDate("2016-10-06"), "Ana", corrects=4)
    wells.enter([withdrawn])

    assert titles(wells, date(2018, 3, 30)) == ["dug deep"]
    assert titles(wells, date(2018, 3, 31)) == ["dug deep", "planned"]
    assert titles(wells, date(2018, 3, 31), before) == ["dug", "deepened"]
    assert titles(wells, date(2016, 10, 4), before) == []
    assert titles(wells, date(2016, 9, 30)) == []


def test_a_view_does_not_change_while_others_write(wells: Dossier, database_url: str):
    view = wells.history(date(2017, 1, 1))
    open_at(database_url).open("wells").enter([an_event("later"), an_event("other", corrects=3)])
    wells.history()

    assert [fact.title for fact in view.facts(EventNoted)] == ["dug", "deepened"]
    assert len(view.entries) == 4
    assert view.standing(3) is not None
    assert view.standing(5) is None
    assert titles(wells) == ["deepened", "later", "other"]


def test_a_document_is_kept_and_read_once(wells: Dossier, database_url: str, monkeypatch: pytest.MonkeyPatch):
    (entry,) = wells.attach("res", TEXT, by="Ana", name="res.txt")
    expected = operative.read(TEXT, name="res.txt").whole

    fact = entry.fact
    assert isinstance(fact, DocumentAttached)
    assert (fact.name, fact.media_type, fact.language) == ("res.txt", "text/plain", "en")
    assert wells.source("res") == TEXT
    assert wells.reading("res") == expected

    monkeypatch.setattr("operative.bootstrap.reading.read", None)
    assert open_at(database_url).open("wells").reading("res") == expected


def test_a_reading_of_an_older_program_is_made_anew(wells: Dossier, database_url: str):
    wells.attach("res", TEXT, by="Ana", name="res.txt")
    sha256 = wells.history().facts(DocumentAttached)[0].sha256
    ledgers = wells._ledgers

    for version, text in (("older", "{}"), (logic_version(), "{}"), (logic_version(), "no JSON")):
        ledgers.keep_reading(sha256, version, text)
        assert open_at(database_url).open("wells").reading("res").documents[0].number == "7"

    assert ledgers.reading(sha256, logic_version()) != "no JSON"


def test_the_last_attachment_of_a_document_counts(wells: Dossier):
    wells.attach("res", TEXT, by="Ana", name="res.txt")
    wells.attach("res", TEXT.replace(b"No. 7", b"No. 8"), by="Ana", name="res.txt")

    assert wells.reading("res").document.number == "8"


def test_what_cannot_be_read_is_kept_as_evidence(wells: Dossier):
    picture = b"\x89PNG\r\n\x1a\n" + bytes(40)
    wells.attach("res", picture, by="Ana", name="well.png")

    assert wells.source("res") == picture
    assert wells.reading("res") is None


def test_what_may_not_be_attached_leaves_nothing_behind(wells: Dossier, tmp_path: Path):
    with pytest.raises(UnknownSubject, match="there are: res"):
        wells.attach("letter", TEXT, by="Ana")
    with pytest.raises(UnreadableSource):
        wells.attach("res", tmp_path / "absent.txt", by="Ana")
    with pytest.raises(DamagedSource):
        wells.attach("res", b"PK\x03\x04 no archive", by="Ana", name="res.docx")

    assert wells.version == 4
    assert wells.source("res") is None
    assert wells.reading("res") is None


def test_memory_holds_dossiers_as_long_as_it_is_open():
    dossiers = open_dossiers("memory:", now=lambda: NOON)
    dossiers.create("wells", DossierOpened("W"), by="Ana")

    assert dossiers.open("wells").history().entries[0].effective == PartialDate("2016-10-05")
    assert open_dossiers("memory:").keys() == ()
    assert dossiers.now().tzinfo is UTC


def test_a_history_is_kept_until_somebody_writes(dossiers: Dossiers, wells: Dossier):
    day = date(2031, 1, 1)
    first = wells.history(day)
    assert wells.history(day) is first
    told = {one.key: one.cited_by for one in find_documents(first)}

    proof = (Evidence.quoting("res", "op1", 'it says "evidence":[{"document":"other"}]'),)
    (entry,) = wells.enter([Statement(EventNoted("Dug"), PartialDate("2030-05-02"), "Ana Petrova", proof)])

    assert wells.history(day) is not first
    assert {one.key: one.cited_by for one in find_documents(wells.history(day))} == {
        **told,
        "res": (*told.get("res", ()), entry.number),
    }
