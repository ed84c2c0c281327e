"""What every place in which ledgers are kept promises: one class, a subclass for each place."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from hashlib import sha256

import pytest

from operative.domain.checkpoints import Checkpoint
from operative.domain.claims import Anchor, Author, Claim, Stand
from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, EntryWithdrawn, EventNoted
from operative.domain.facts.estimates import InputStated
from operative.dossiers.citations import documents_in
from operative.dossiers.ledger import GENESIS, START, check_rows, entry_of
from operative.dossiers.ports import Head, Held, Ledgers
from operative.errors import MalformedRecord, StaleVersion, WrongCall

NOON = datetime(2016, 10, 5, 12, 0, 0, 123456, UTC)


def an_event(title: str, **fields: object) -> Statement:
    """Something that happened."""
    return replace(Statement(EventNoted(title), PartialDate("2016-10-05"), "Ana Petrova"), **fields)


def a_claim(value: str, **fields: object) -> Claim:
    """What a person says of the addressee of an act."""
    anchor = Anchor("op1", "d" * 64, "requests")
    claim = Claim(anchor, "addressees", value, Stand.ADDED, Author.PERSON, "Ana Petrova", NOON)
    return replace(claim, **fields)


class LedgerContract:
    """Tests of `Ledgers`; a subclass gives the fixture `ledgers`, empty."""

    def test_a_dossier_that_nobody_wrote_to_is_empty(self, ledgers: Ledgers):
        assert ledgers.keys() == ()
        assert ledgers.head("wells") == START
        assert ledgers.rows("wells") == []
        assert ledgers.corrections("wells") == []
        assert ledgers.checkpoints("wells") == ()
        assert ledgers.append("wells", [], expected=0, recorded=NOON) == ()

    def test_entries_come_back_as_they_went_in(self, ledgers: Ledgers):
        statement = Statement(
            InputStated("share", "%", Decimal("0.100"), None, Decimal(7), "état № 5 — 王"),
            PartialDate("2016-10"),
            "Zoë 王",
            (Evidence.quoting("res", "op2", "the “wells”\nof the\tcoast"), Evidence("letter")),
            'a note with "quotes", \\ and a NUL \0 in it',
            Basis.BACKGROUND,
        )

        (written,) = ledgers.append("wells", [statement], expected=0, recorded=NOON)
        (read,) = map(entry_of, ledgers.rows("wells"))

        assert read == written
        assert read.statement == statement
        assert str(read.fact.value) == "0.100"
        assert read.recorded == NOON
        assert ledgers.head("wells") == Head(1, read.digest)

    def test_bytes_are_kept_with_the_entries_that_they_came_with(self, ledgers: Ledgers):
        held = [Held(b"RESOLUTION No. 7", "res.txt", "text/plain"), Held(b"a letter", "letter.txt")]
        ledgers.append("wells", [an_event("dug")], expected=0, recorded=NOON, sources=held)

        assert [ledgers.source(sha256(one.data).hexdigest()) for one in held] == [one.data for one in held]

    def test_bytes_whose_entries_are_refused_are_not_kept(self, ledgers: Ledgers):
        held = Held(b"RESOLUTION No. 7", "res.txt")
        with pytest.raises(StaleVersion):
            ledgers.append("wells", [an_event("dug")], expected=1, recorded=NOON, sources=[held])
        with pytest.raises(MalformedRecord):
            ledgers.append("wells", [an_event("half of \ud800")], expected=0, recorded=NOON, sources=[held])

        assert ledgers.source(sha256(held.data).hexdigest()) is None
        assert ledgers.keys() == ()

    def test_the_last_entries_are_found_by_their_days(self, ledgers: Ledgers):
        days = ("2016-10-05", "2016-10-07", "2016-10-06", "2016-10-06", "2017")
        for number, day in enumerate(days):
            statement = an_event(day, effective=PartialDate(day))
            ledgers.append("wells", [statement], expected=number, recorded=NOON + timedelta(hours=number))
        ledgers.append("roads", [an_event("paved")], expected=0, recorded=NOON)

        def tail(most: int, until: str = "2017-12-31", **bounds: object) -> list[int]:
            return [row.number for row in ledgers.tail("wells", most, **{"upto": 5, "until": until, **bounds})]

        assert tail(9) == [1, 3, 4, 2, 5]
        assert tail(2) == [2, 5]
        assert tail(2, "2017-12-30") == [4, 2]
        assert tail(2, "2016-10-06") == [3, 4]
        assert tail(2, upto=3) == [3, 2]
        assert tail(2, recorded=ledgers.rows("wells")[2].recorded) == [3, 2]
        assert tail(0) == tail(2, "2016-10-04") == []
        assert ledgers.tail("wells", 1, upto=5, until="2017-12-31") == ledgers.rows("wells", after=4)

    def test_entries_are_found_by_what_they_cite(self, ledgers: Ledgers):
        cited = (Evidence("res", quote='"document":"none"'), Evidence('a "b"'), Evidence("res", "op2"))
        late = an_event("dug", effective=PartialDate("2017"), evidence=(Evidence("letter"),))
        statements = [late, an_event("seen"), an_event("filled", evidence=cited)]
        ledgers.append("wells", statements, expected=0, recorded=NOON)

        found = [(one.number, one.last, documents_in(one.told)) for one in ledgers.citings("wells", upto=3)]

        assert found == [(3, "2016-10-05", ("res", 'a "b"')), (1, "2017-12-31", ("letter",))]
        assert [one.number for one in ledgers.citings("wells", upto=2)] == [1]
        assert ledgers.citings("roads", upto=3) == []

    @pytest.mark.parametrize("hours", [-11, 0, 5.5, 14])
    def test_moments_come_back_in_universal_time(self, ledgers: Ledgers, hours: float):
        here = NOON.astimezone(timezone(timedelta(hours=hours)))

        ledgers.append("wells", [an_event("dug")], expected=0, recorded=here)
        (row,) = ledgers.rows("wells")

        assert row.recorded == "2016-10-05T12:00:00.123456+00:00"
        assert entry_of(row).recorded.utcoffset() == timedelta(0)

    def test_a_moment_without_a_time_zone_is_refused(self, ledgers: Ledgers):
        with pytest.raises(WrongCall, match="time zone"):
            ledgers.append("wells", [an_event("dug")], expected=0, recorded=NOON.replace(tzinfo=None))

        assert ledgers.keys() == ()

    def test_entries_of_one_day_and_moment_keep_their_order(self, ledgers: Ledgers):
        titles = [f"event {number % 7}" for number in range(40)]

        ledgers.append("wells", [an_event(title) for title in titles], expected=0, recorded=NOON)

        assert [entry_of(row).fact.title for row in ledgers.rows("wells")] == titles
        assert [row.number for row in ledgers.rows("wells")] == list(range(1, 41))

    def test_case_and_accents_tell_keys_apart(self, ledgers: Ledgers):
        keys = ("Etat", "Straße", "etat", "etat ", "strasse", "état", "ｅｔａｔ")
        for key in reversed(keys):
            ledgers.append(key, [an_event(key)], expected=0, recorded=NOON)

        assert ledgers.keys() == tuple(sorted(keys))
        for key in keys:
            assert [entry_of(row).fact.title for row in ledgers.rows(key)] == [key]

    def test_texts_may_be_long(self, ledgers: Ledgers):
        long = "ā long wörd " * 100_000

        ledgers.append("wells", [an_event("dug", note=long)], expected=0, recorded=NOON)

        assert entry_of(ledgers.rows("wells")[0]).statement.note == long

    def test_large_numbers_and_fine_fractions_stay_exact(self, ledgers: Ledgers):
        values = [Decimal("123456789012345678901234567890.000000000000000000001"), Decimal("-0.10"), Decimal(0)]
        statements = [an_event("", fact=InputStated("x", "USD", value)) for value in values]

        ledgers.append("wells", statements, expected=0, recorded=NOON)

        assert [str(entry_of(row).fact.value) for row in ledgers.rows("wells")] == [format(one, "f") for one in values]

    def test_half_a_character_is_refused_and_nothing_written(self, ledgers: Ledgers):
        with pytest.raises(MalformedRecord):
            ledgers.append("wells", [an_event("dug"), an_event("\ud800")], expected=0, recorded=NOON)

        assert ledgers.rows("wells") == []
        assert ledgers.head("wells") == START

    def test_the_later_of_two_writers_is_told(self, ledgers: Ledgers):
        ledgers.append("wells", [an_event("first")], expected=0, recorded=NOON)

        for expected in (0, 2, 99):
            with pytest.raises(StaleVersion):
                ledgers.append("wells", [an_event("second")], expected=expected, recorded=NOON)

        assert [entry_of(row).fact.title for row in ledgers.rows("wells")] == ["first"]
        ledgers.append("wells", [an_event("second")], expected=1, recorded=NOON)
        assert check_rows("wells", ledgers.rows("wells")) == ()

    def test_dossiers_know_nothing_of_each_other(self, ledgers: Ledgers):
        ledgers.append("wells", [an_event("dug"), an_event("deepened")], expected=0, recorded=NOON)
        ledgers.append("roads", [an_event("paved")], expected=0, recorded=NOON)

        assert ledgers.keys() == ("roads", "wells")
        assert ledgers.head("roads").number == 1
        assert check_rows("roads", ledgers.rows("roads")) == ()

    def test_rows_are_found_by_number_and_kind(self, ledgers: Ledgers):
        named = Statement(DocumentNamed("res", DocumentRole.RESOLUTION), PartialDate("2015"), "Ana")
        ledgers.append("wells", [named, an_event("a"), an_event("b"), named], expected=0, recorded=NOON)

        def found(**how: object) -> list[int]:
            return [row.number for row in ledgers.rows("wells", **how)]

        assert found(after=1) == [2, 3, 4]
        assert found(after=1, upto=3) == [2, 3]
        assert found(upto=0) == []
        assert found(kinds=("document.named",)) == [1, 4]
        assert found(kinds=("document.named", "event.noted"), after=3) == [4]
        assert found(kinds=()) == []
        assert ledgers.rows("wells")[0].last == "2015-12-31"

    def test_corrections_are_listed(self, ledgers: Ledgers):
        statements = [an_event("a"), an_event("b", corrects=1), an_event("", fact=EntryWithdrawn("no"), corrects=2)]

        ledgers.append("wells", statements, expected=0, recorded=NOON)

        when = "2016-10-05T12:00:00.123456+00:00"
        assert [tuple(one) for one in ledgers.corrections("wells")] == [(2, when, 1), (3, when, 2)]

    def test_the_chain_goes_on_from_the_head(self, ledgers: Ledgers):
        first = ledgers.append("wells", [an_event("a"), an_event("b")], expected=0, recorded=NOON)
        ledgers.append("wells", [an_event("c")], expected=2, recorded=NOON + timedelta(seconds=1))

        rows = ledgers.rows("wells")

        assert check_rows("wells", rows) == ()
        assert check_rows("wells", rows[2:], Head(2, first[-1].digest)) == ()
        assert [one.code for one in check_rows("wells", rows[2:], Head(2, GENESIS))] == ["ledger-changed"]

    def test_bytes_are_kept_once_by_their_digest(self, ledgers: Ledgers):
        data = bytes(range(256)) * 5000

        sha256 = ledgers.keep(data, "a.bin", "application/octet-stream")

        assert ledgers.keep(data, "another name.bin") == sha256
        assert ledgers.source(sha256) == data
        assert ledgers.source("0" * 64) is None
        assert ledgers.source(ledgers.keep(b"", "empty")) == b""

    def test_a_reading_is_kept_for_one_version_of_the_program(self, ledgers: Ledgers):
        sha256 = ledgers.keep(b"text", "a.txt")

        assert ledgers.reading(sha256, "1") is None
        ledgers.keep_reading(sha256, "1", '{"é": 1}')
        assert ledgers.reading(sha256, "1") == '{"é": 1}'
        ledgers.keep_reading(sha256, "2", "{}")
        assert (ledgers.reading(sha256, "1"), ledgers.reading(sha256, "2")) == (None, "{}")

    def test_checkpoints_come_back_in_order(self, ledgers: Ledgers):
        ledgers.append("wells", [an_event("a"), an_event("b")], expected=0, recorded=NOON)
        marks = [
            Checkpoint("wells", number, "d" * 64, NOON + timedelta(hours=hours), "k" * 64, "s" * 128)
            for number, hours in ((2, 3), (1, 5), (2, 1))
        ]
        for mark in marks:
            ledgers.add_checkpoint(mark)

        assert ledgers.checkpoints("wells") == (marks[1], marks[2], marks[0])
        assert [one.message for one in ledgers.checkpoints("wells")] == [marks[i].message for i in (1, 2, 0)]
        assert ledgers.checkpoints("roads") == ()

    def test_claims_come_back_in_order_and_in_their_scope(self, ledgers: Ledgers):
        sha256 = ledgers.keep(b"bytes", "a.txt")
        first = a_claim("le Conseil — 王", stand=Stand.REJECTED)
        second = a_claim("by June", field="timings", kind="date", normal="2031-06")

        ledgers.add_claims(sha256, "wells", [first])
        ledgers.add_claims(sha256, "roads", [a_claim("elsewhere")])
        ledgers.add_claims(sha256, "wells", [second, first])

        assert ledgers.claims(sha256, "wells") == (first, second, first)
        assert ledgers.claims(sha256, "fields") == ()
        assert ledgers.claims("0" * 64, "wells") == ()
