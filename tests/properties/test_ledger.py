"""What is true of any fact and any ledger."""

import json
from datetime import date, timedelta
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from operative.domain.entries import Entry
from operative.domain.facts import KINDS
from operative.domain.facts.dossiers import EntryWithdrawn
from operative.dossiers.citations import documents_of
from operative.dossiers.history import History
from operative.dossiers.ledger import (
    check_chain,
    check_rows,
    entry_as_plain,
    entry_from_plain,
    entry_of,
    rows_of,
    statement_as_plain,
    statement_from_plain,
)
from operative.dossiers.records import as_plain, canonical, from_plain
from operative.dossiers.shelf import Shelf
from operative.store.memory import MemoryLedgers

from .facts import BEGUN, DAYS, FACTS, ledgers

HOURS = st.integers(-1, 13)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=25)
def test_a_fact_comes_back_from_its_plain_form(kind: str, data: Any):
    fact = data.draw(FACTS[kind])
    wanted: Any = KINDS[kind]

    for whole in (False, True):
        plain = as_plain(fact, whole=whole)
        assert from_plain(wanted, plain) == fact
        assert from_plain(wanted, json.loads(canonical(plain))) == fact
    assert canonical(as_plain(from_plain(wanted, as_plain(fact, whole=True)))) == canonical(as_plain(fact))


@given(st.data())
def test_the_canonical_form_does_not_depend_on_the_order_of_fields(data: Any):
    plain = as_plain(data.draw(FACTS["proposal.tabled"]), whole=True)
    turned = {key: plain[key] for key in data.draw(st.permutations(list(plain)))}

    assert canonical(turned) == canonical(plain)
    assert canonical(json.loads(canonical(plain))) == canonical(plain)


def test_no_fact_holds_a_number_that_is_not_exact():
    def kinds_in(hint: Any) -> set[Any]:
        inner = {one for part in getattr(hint, "__args__", ()) for one in kinds_in(part)}
        nested = get_type_hints(hint) if hasattr(hint, "__dataclass_fields__") else {}
        return {hint} | inner | {one for part in nested.values() for one in kinds_in(part)}

    assert not any(float in kinds_in(fact) for fact in KINDS.values())


@given(ledgers())
def test_a_ledger_comes_back_from_what_is_kept_and_what_is_exported(entries: tuple[Entry, ...]):
    assert check_chain(entries) == ()
    assert tuple(map(entry_of, rows_of(entries))) == entries
    assert tuple(entry_from_plain(json.loads(json.dumps(entry_as_plain(one)))) for one in entries) == entries
    for one in entries:
        assert statement_from_plain(statement_as_plain(one.statement)) == one.statement


@given(ledgers(), st.data())
def test_any_change_loss_or_reorder_breaks_the_chain(entries: tuple[Entry, ...], data: Any):
    rows = rows_of(entries)
    if len(rows) < 2:
        return
    at = data.draw(st.integers(0, len(rows) - 2))
    swapped = [*rows[:at], rows[at + 1], rows[at], *rows[at + 2 :]]
    changed = [*rows[:at], rows[at]._replace(body=rows[at].body.replace('"by":"Ana"', '"by":"Eve"')), *rows[at + 1 :]]

    assert check_rows("any", rows) == ()
    assert check_rows("any", swapped) != ()
    assert check_rows("any", [*rows[:at], *rows[at + 1 :]]) != ()
    assert check_rows("any", changed) != ()
    assert check_rows("other", rows) != ()


@given(ledgers(), DAYS, HOURS, st.randoms(use_true_random=False))
def test_a_history_does_not_depend_on_the_order_of_its_entries(entries, on, hours, chance):
    shuffled = list(entries)
    chance.shuffle(shuffled)
    known_at = BEGUN + timedelta(hours=hours)

    for moment in (None, known_at):
        assert History(shuffled, on, moment).entries == History(entries, on, moment).entries
        assert History(shuffled, on, moment).known == History(entries, on, moment).known


@given(ledgers(), DAYS, DAYS)
def test_what_stands_on_a_day_stands_on_each_later_day(entries, one, other):
    earlier, later = sorted((one, other))

    assert set(History(entries, earlier).entries) <= set(History(entries, later).entries)


@given(ledgers(), DAYS, HOURS, HOURS)
def test_what_was_known_stays_known_unless_it_is_corrected(entries, on, one, other):
    earlier, later = sorted((one, other))
    then = set(History(entries, on, BEGUN + timedelta(hours=earlier)).entries)
    now = set(History(entries, on, BEGUN + timedelta(hours=later)).entries)
    corrected = {entry.statement.corrects for entry in entries if entry.recorded <= BEGUN + timedelta(hours=later)}

    assert {entry.number for entry in then - now} <= corrected
    assert now.isdisjoint(entry for entry in entries if entry.number in corrected)


@given(ledgers(), HOURS)
def test_what_was_recorded_later_changes_nothing_of_what_was_known(entries, hours):
    moment = BEGUN + timedelta(hours=hours)
    before = [entry for entry in entries if entry.recorded <= moment]

    assert History(entries, moment.date(), moment).entries == History(before, moment.date()).entries


def plainly(entries: tuple[Entry, ...], on, moment) -> list[Entry]:
    """What stands, by the words of the contract and nothing clever."""
    known = [one for one in entries if moment is None or one.recorded <= moment]
    gone = {one.statement.corrects for one in known}
    left = [one for one in known if one.number not in gone and not isinstance(one.fact, EntryWithdrawn)]
    standing = [one for one in left if one.effective.last <= on]
    return sorted(standing, key=lambda one: (one.effective.last, one.number))


@given(ledgers(), DAYS, st.none() | HOURS, st.integers(0, 12))
def test_a_history_of_a_store_is_that_of_its_entries(entries, on, hours, first):
    """Fetched by kind, grown by what is about to be entered, or at hand: it is the same."""
    moment = None if hours is None else BEGUN + timedelta(hours=hours)
    kept = MemoryLedgers()
    shelf = Shelf(kept, "any")
    for number, entry in enumerate(entries):
        kept.append("any", [entry.statement], expected=number, recorded=entry.recorded)
        if number == first:
            shelf.refresh()
            shelf.of("event.noted")
    shelf.refresh()
    grown = History(entries[:first], on)
    grown.facts(KINDS["event.noted"])
    for entry in entries[first:]:
        grown.grow(entry)
    expected = plainly(entries, on, moment)
    histories = [History(entries, on, moment), History(shelf, on, moment), *([grown] if moment is None else [])]

    for history in histories:
        by_kind = {kind: [one for one in expected if one.fact.kind == kind] for kind in KINDS}
        assert {kind: [one for one, _ in history.of(fact)] for kind, fact in KINDS.items()} == by_kind
        assert list(history.entries) == expected
        assert history.known == History(entries, on, moment).at(date.max).entries
        citing = [one for one in expected if one.statement.evidence]
        assert list(history.cited()) == [(one.number, documents_of(one.statement)) for one in citing]
        for most in range(5):
            assert history.at(on).last(most) == tuple(expected[-most:] if most else ())
        last = {one.fact.title: one.fact for one in by_kind["event.noted"]}
        for asked in (history, history.at(on)):
            assert asked.latest(KINDS["event.noted"], "title") == last
        for title in {one.fact.title for one in by_kind["event.noted"]} | {"absent", ""}:
            wanted = [one for one in by_kind["event.noted"] if one.fact.title == title]
            assert [one for one, _ in history.about(KINDS["event.noted"], "title", title)] == wanted
        standing = {one.number for one in plainly(entries, on.replace(year=9999), moment)}
        assert {number for number in range(14) if history.standing(number)} == standing
