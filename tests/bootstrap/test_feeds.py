"""Calendars and feeds hold to their standards, keep their names, and are the same bytes for the same call."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Component
from lxml import etree

from operative.bootstrap.dossiers import Dossier, Dossiers
from operative.bootstrap.exports import EXPORTS, export_dossier
from operative.bootstrap.feeds import feed_of, joint_feed, make_calendar, make_feed
from operative.cli.dossiers.moving import EXPORTS as WORDS
from operative.domain.appointments import Appointment, AppointmentKind
from operative.domain.appointments import Calendar as Appointments
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.facts.decisions import SessionAnnounced
from operative.domain.facts.dossiers import DossierOpened, EntryWithdrawn, EventNoted
from operative.domain.feeds import Feed, FeedEntry
from operative.errors import WrongCall
from operative.exchange.atom import render_atom
from operative.exchange.ical import render_ical
from operative.store.memory import MemoryLedgers
from tests.reports.papers import demo

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parents[1] / "exchange" / "atom.rng"))
ON = date(2025, 6, 1)
NASTY = 'Wells; "deep",\nold \\ new\nBEGIN:VEVENT & <b>' + "水" * 60
START = datetime(2030, 1, 1, tzinfo=UTC)


class Clock:
    """Moments one second apart."""

    def __init__(self) -> None:
        self.seconds = 0

    def __call__(self) -> datetime:
        self.seconds += 1
        return START.replace(minute=self.seconds // 60, second=self.seconds % 60)


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("feeds")


@pytest.fixture
def wells(tmp_path) -> Dossier:
    dossiers = Dossiers(MemoryLedgers(), Clock(), tmp_path / "key")
    opened = DossierOpened(NASTY, body="Lake Council", confidential=True)
    return dossiers.create("wells", opened, by="Ana <A>", effective=PartialDate("2030"))


def announce(dossier: Dossier, day: str, corrects: int | None = None) -> None:
    fact = SessionAnnounced("s1", "Lake Council", NASTY, PartialDate(day))
    dossier.enter([Statement(fact, PartialDate("2030"), "Ana", corrects=corrects)])


def events(dossier: Dossier, on: date = date(2031, 1, 1)) -> dict[str, Component]:
    calendar = Calendar.from_ical(make_calendar(dossier, dossier.history(on)))
    return {str(one["UID"]): one for one in calendar.subcomponents}


@pytest.mark.parametrize("key", ["lro-concert-2024", "iom-un-2015"])
def test_a_calendar_is_icalendar(place, key):
    data = make_calendar(dossier := demo(place).open(key), dossier.history(ON), "https://example.org/d/")
    calendar = Calendar.from_ical(data)
    told = [one for one in calendar.walk() if one.name in ("VEVENT", "VTODO")]

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")
    assert (calendar["VERSION"], calendar["METHOD"], calendar.errors) == ("2.0", "PUBLISH", [])
    assert all(not one.errors and {"UID", "DTSTAMP", "SUMMARY", "STATUS", "SEQUENCE"} <= set(one) for one in told)
    assert len({one["UID"] for one in told}) == len(told) > 3
    assert all("DTSTART" in one and one["DTSTART"].dt < one["DTEND"].dt for one in told if one.name == "VEVENT")
    assert not any({"DTSTART", "DUE", "DTEND"} & set(one) for one in told if one.name == "VTODO")
    assert {one.name for one in told} == {"VEVENT", "VTODO"}


def test_any_words_come_back_as_they_were(wells):
    announce(wells, "2031-03")
    (session,) = events(wells).values()

    assert session["SUMMARY"] == f"Lake Council: {NASTY}"
    assert (session["DTSTART"].dt, session["DTEND"].dt) == (date(2031, 3, 1), date(2031, 4, 1))
    assert session["CLASS"] == "CONFIDENTIAL"


def test_what_no_calendar_and_no_feed_may_hold_leaves_a_mark():
    one = Appointment("step/m1", AppointmentKind.STEP, "a\x00b\rc", date(2030, 1, 1), date.max, notes=("\x0b",))
    calendar = Appointments("wells", "Wells\x00", "0" * 64, 1, START, (one,))
    feed = Feed(
        "urn:uuid:" + "0" * 36,
        "a\x00b",
        START,
        (FeedEntry("urn:uuid:" + "1" * 36, "\ud800\x0b", START, START, "\x1f"),),
    )
    (event,) = Calendar.from_ical(render_ical(calendar)).subcomponents

    assert (event["SUMMARY"], event["DESCRIPTION"]) == ("a\ufffdb\nc", "\ufffd.")
    assert "DTEND" not in event
    assert SCHEMA.validate(etree.fromstring(render_atom(feed)))


def test_an_event_keeps_its_name_and_counts_its_changes(wells):
    announce(wells, "2031-03-03")
    ((name, first),) = events(wells).items()
    announce(wells, "2031-04-04")
    ((same, moved),) = events(wells).items()
    wells.enter([Statement(EntryWithdrawn("a mistake"), PartialDate("2030"), "Ana", corrects=3)])
    ((again, back),) = events(wells).items()

    assert name == same == again
    assert [one["DTSTART"].dt for one in (first, moved, back)] == [
        date(2031, 3, 3), date(2031, 4, 4), date(2031, 3, 3),
    ]  # fmt: skip
    assert first["SEQUENCE"] < moved["SEQUENCE"] < back["SEQUENCE"]
    assert first["DTSTAMP"].dt < moved["DTSTAMP"].dt < back["DTSTAMP"].dt


def test_an_entry_without_a_day_to_keep_changes_no_calendar(wells):
    announce(wells, "2031-03-03")
    before = make_calendar(wells, wells.history(ON.replace(year=2031)))
    wells.enter([Statement(EventNoted("rain"), PartialDate("2030"), "Ana")])

    assert make_calendar(wells, wells.history(ON.replace(year=2031))) == before


@pytest.mark.parametrize("key", ["lro-concert-2024", "iom-un-2015"])
def test_a_feed_is_atom_with_an_entry_for_each_entry(place, key):
    dossier = demo(place).open(key)
    root = etree.fromstring(render_atom(feed_of(dossier, "https://example.org", "https://example.org/f?a=1&b=2")))
    ids = [one.findtext(f"{ATOM}id") for one in root.iter(f"{ATOM}entry")]

    assert SCHEMA.validate(root), SCHEMA.error_log
    assert len(set(ids)) == len(ids) == min(dossier.version, 100)
    newest = max(one.findtext(f"{ATOM}updated") for one in root.iter(f"{ATOM}entry"))
    assert root.findtext(f"{ATOM}updated") == newest


def test_a_feed_says_what_was_taken_back_and_keeps_the_names_of_entries(wells):
    wells.enter([Statement(EventNoted(NASTY), PartialDate("2030"), "Ana")])
    before = feed_of(wells).entries
    wells.enter([Statement(EntryWithdrawn("a mistake"), PartialDate("2030"), "Bo", corrects=2)])
    after = {one.id: one for one in feed_of(wells).entries}

    assert {one.id for one in before} < set(after)
    event = next(one for one in before if one.categories == ("event.noted",))
    assert after[event.id].title.startswith("Taken back by entry 3: Wells; ")
    assert after[event.id].published == event.published < after[event.id].updated
    assert SCHEMA.validate(etree.fromstring(make_feed(wells)))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, {"Old wells", "New wells", "Dossier opened: Wells", "Dossier opened: Roads"}),
        ({"body": "Lake Council"}, {"Old wells", "New wells", "Dossier opened: Wells"}),
        ({"words": "WELLS new"}, {"New wells"}),
        ({"body": "Assembly", "words": "wells"}, set()),
    ],
)
def test_a_feed_of_several_dossiers_has_those_of_a_body_and_those_with_the_words(tmp_path, asked, expected):
    dossiers = Dossiers(MemoryLedgers(), Clock(), tmp_path / "key")
    made = [
        dossiers.create(title.lower(), DossierOpened(title, body=body), by="Ana", effective=PartialDate("2030"))
        for title, body in (("Wells", "Lake Council"), ("Roads", "Assembly"))
    ]
    made[0].enter([Statement(EventNoted(f"{word} wells"), PartialDate("2030"), "Ana") for word in ("Old", "New")])
    feed = joint_feed(made, **asked)

    assert {one.title for one in feed.entries} == expected
    assert SCHEMA.validate(etree.fromstring(render_atom(feed)))


@pytest.mark.parametrize("form", EXPORTS)
def test_the_same_call_gives_the_same_bytes(place, form):
    dossier = demo(place).open("lro-concert-2024")

    assert export_dossier(dossier, form, ON) == export_dossier(dossier, form, ON)


def test_the_command_line_knows_the_forms_that_there_are():
    assert set(WORDS) == set(EXPORTS)


def test_a_form_that_there_is_not(wells):
    with pytest.raises(WrongCall, match="no dossier is written as 'doc'"):
        export_dossier(wells, "doc", ON)
