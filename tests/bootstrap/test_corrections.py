"""A person's word on a value is kept, counts in its own scope, and outlives a new reading."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from operative.bootstrap.corrections import Change, carry_claims, claims_on, correct, lost_claims
from operative.bootstrap.dossiers import Dossiers, open_dossiers
from operative.bootstrap.openings import open_on_resolution
from operative.bootstrap.scopes import in_dossier, of_person
from operative.domain.claims import Stand
from operative.domain.readings import Reading
from operative.errors import UnknownSubject, WrongCall

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
MINE, THEIRS = of_person("A. Clerk"), of_person("B. Clerk")
TEXT = b"""RESOLUTION No. 7
(Adopted by the Council at its 43rd Session, on 6 June 2024)

WELLS

The Council,
Mindful of the state of the wells,
1.
Requests the Director General to report to the Council by June 2031 on the wells of the coast.
"""


@pytest.fixture
def dossiers(sqlite_url: str) -> Dossiers:
    return open_dossiers(sqlite_url)


@pytest.fixture
def sha256(dossiers: Dossiers) -> str:
    return dossiers.ledgers.keep(TEXT, "wells.txt", "text/plain")


def read(dossiers: Dossiers, sha256: str, scope: str = MINE) -> Reading:
    reading = dossiers.reading(sha256, "wells.txt", scope)
    assert reading is not None
    return reading


def say(dossiers: Dossiers, sha256: str, scope: str = MINE, **change: str) -> None:
    reading = read(dossiers, sha256, scope)
    act = reading.acts[0].id
    later = timedelta(minutes=len(dossiers.ledgers.claims(sha256, scope)))
    correct(dossiers.ledgers, reading, scope, Change(act=act, **change), by="A. Clerk", at=NOON + later)


def test_a_deadline_is_corrected_and_a_new_reading_keeps_it(dossiers: Dossiers, sha256: str):
    assert [one.value for one in read(dossiers, sha256).acts[0].timings] == ["2031-06"]

    words = "by June 2031"
    say(dossiers, sha256, field="timings", rejected=words, added=words, kind="date", value="2031-06-15")
    corrected = read(dossiers, sha256)
    dossiers.readings.read_again(sha256, "wells.txt")

    assert [(one.quote, one.value) for one in corrected.acts[0].timings] == [("by June 2031", "2031-06-15")]
    assert read(dossiers, sha256).acts == corrected.acts
    assert corrected.mandates[0].timings[0].value == "2031-06-15"
    assert [one.value for one in read(dossiers, sha256, "").acts[0].timings] == ["2031-06"]
    claims = dossiers.ledgers.claims(sha256, MINE)
    assert [(one.stand, one.normal) for one in claims_on(corrected, corrected.acts[0], claims)] == [
        (Stand.REJECTED, ""),
        (Stand.ADDED, "2031-06-15"),
    ]


def test_the_rules_read_when_out_of_the_words_that_a_person_quotes(dossiers: Dossiers, sha256: str):
    say(dossiers, sha256, field="timings", rejected="by June 2031")
    assert read(dossiers, sha256).acts[0].timings == ()

    say(dossiers, sha256, field="timings", added="BY  june 2031")

    assert [(one.quote, one.value) for one in read(dossiers, sha256).acts[0].timings] == [("by June 2031", "2031-06")]


def test_what_is_said_in_one_scope_does_not_count_in_another_until_it_is_carried(dossiers: Dossiers, sha256: str):
    say(dossiers, sha256, field="addressees", rejected="the Director General")
    assert read(dossiers, sha256).acts[0].addressees == ()
    assert [one.words for one in read(dossiers, sha256, THEIRS).acts[0].addressees] == ["the Director General"]

    for _ in range(2):
        carry_claims(dossiers.ledgers, sha256, MINE, THEIRS)

    assert read(dossiers, sha256, THEIRS).acts[0].addressees == ()
    assert len(dossiers.ledgers.claims(sha256, THEIRS)) == 1


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ({"field": "addressees", "added": "the Secretary"}, WrongCall, "does not stand"),
        ({"field": "addressees"}, WrongCall, "say which words"),
        ({"field": "colour", "added": "the wells"}, WrongCall, "no field"),
        ({"field": "force", "added": "strong"}, WrongCall, "no force"),
        ({"field": "timings", "added": "by June 2031", "kind": "soon"}, WrongCall, "no timing"),
    ],
)
def test_a_word_that_cannot_be_shown_is_refused(
    dossiers: Dossiers, sha256: str, change: dict[str, str], error: type[Exception], words: str
):
    with pytest.raises(error, match=words):
        say(dossiers, sha256, **change)

    assert dossiers.ledgers.claims(sha256, MINE) == ()


def test_an_act_that_is_not_there_is_named(dossiers: Dossiers, sha256: str):
    change = Change("op9-act1", "addressees", rejected="the wells")
    with pytest.raises(UnknownSubject, match="op9-act1"):
        correct(dossiers.ledgers, read(dossiers, sha256), MINE, change, by="A. Clerk", at=NOON)


def test_claims_on_words_that_are_gone_are_told(dossiers: Dossiers, sha256: str):
    say(dossiers, sha256, field="addressees", rejected="the Director General")
    reading = read(dossiers, sha256)
    claims = dossiers.ledgers.claims(sha256, MINE)

    assert lost_claims(reading, claims) == ()
    assert lost_claims(replace(reading, acts=()), claims) == claims


def test_a_dossier_is_opened_on_the_text_as_it_was_corrected(dossiers: Dossiers, sha256: str):
    say(dossiers, sha256, field="timings", added="by June 2031", kind="date", value="2031-06-15")
    known = read(dossiers, sha256)

    dossier = open_on_resolution(dossiers, "wells", TEXT, by="A. Clerk", today=date(2026, 5, 1), known=known)
    carry_claims(dossiers.ledgers, sha256, MINE, in_dossier("wells"))

    stated = [entry.fact for entry in dossier.entries() if entry.fact.kind == "mandate.stated"]
    assert "2031-06-15" in repr(stated[0])
    found = dossier.reading("resolution-7")
    assert found is not None
    assert found.acts == known.acts
