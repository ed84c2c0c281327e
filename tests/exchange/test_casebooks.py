"""Casebooks: what goes out comes in the same, and what people write is read as they wrote it."""

import types
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from operative.domain.casebooks import Casebook, Seal
from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Statement
from operative.domain.evidence import Evidence, digest_of
from operative.domain.facts import KINDS
from operative.domain.facts.dossiers import DossierOpened, EventNoted
from operative.dossiers.ledger import START, check_chain, seal_all
from operative.errors import MalformedRecord
from operative.exchange.casebooks import FORMAT, read_casebook, render_casebook

# Words as people write them, words that YAML would take for something else, and any characters at all.
TRAPS = some.sampled_from(
    [
        "no",
        "yes",
        "2016",
        "1_000",
        "~",
        "null",
        "unknown",
        "2016-10-05",
        "12:30",
        "- a",
        "a: b",
        "a #b",
        "[a]",
        "{a: b}",
        "&x",
        "*x",
        "!x",
        "|",
        ">-",
        "'",
        '"',
        "\\",
        " a",
        "a ",
        "a\nb",
        "a\n",
        "\n",
        "\tb",
        "a @ b",
        "@",
        "x @ ",
        "%",
        "`",
        "e\u0301",
        "\u2028",
        "\x85",
        "\ufeff",
        "\x00",
        "\U0001f600",
        "، سؤال",
        "word " * 60 + "end",
        "a:",
        "a ?b",
        "a:b",
        "?",
        "=",
        "<<",
    ]
)
WORDS = TRAPS | some.text(some.characters(exclude_categories=["Cs"]), max_size=40)
DAYS = some.dates().flatmap(lambda day: some.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]]))
NUMBERS = some.decimals(allow_nan=False, allow_infinity=False, places=3) | some.integers().map(Decimal)


def values(hint: Any) -> some.SearchStrategy[Any]:
    """Any value of a declared type."""
    if get_origin(hint) in (Union, types.UnionType):
        return some.none() | values(next(one for one in get_args(hint) if one is not type(None)))
    if get_origin(hint) is tuple:
        return some.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    if hint is PartialDate:
        return DAYS.map(PartialDate)
    if is_dataclass(hint):
        return records(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return some.sampled_from(list(hint))
    return {bool: some.booleans(), int: some.integers(), str: WORDS, Decimal: NUMBERS}[hint]


def records(wanted: Any) -> some.SearchStrategy[Any]:
    """Any value of a dataclass; fields with defaults stand at them now and then."""
    hints = get_type_hints(wanted)
    return some.builds(wanted, **{field.name: values(hints[field.name]) for field in fields(wanted)})


EVIDENCE = records(Evidence) | some.builds(Evidence.quoting, WORDS, WORDS, WORDS)
STATEMENTS = some.sampled_from(sorted(KINDS)).flatmap(
    lambda kind: some.builds(
        Statement,
        records(KINDS[kind]),
        DAYS.map(PartialDate),
        some.sampled_from(["A. Clerk", "B. Clerk"]) | WORDS,
        some.lists(EVIDENCE, max_size=2).map(tuple),
        some.just("") | WORDS,
        some.sampled_from(Basis),
        some.none() | some.integers(1, 10**6),
    )
)
BOOKS = some.lists(STATEMENTS, max_size=4).map(tuple)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(some.text(some.characters(exclude_categories=["Cs"]), min_size=1, max_size=20), BOOKS)
def test_what_goes_out_comes_in_the_same(key: str, statements: tuple[Statement, ...]) -> None:
    casebook = Casebook(key, statements)

    assert read_casebook(render_casebook(casebook)) == casebook


@SLOW
@given(BOOKS, some.datetimes(timezones=some.just(UTC)))
def test_a_ledger_comes_in_with_its_digests(statements: tuple[Statement, ...], now: datetime) -> None:
    entries, _ = seal_all("wells", statements, START, now)
    read = read_casebook(render_casebook(Casebook.of("wells", entries)))

    assert read.entries == entries
    assert check_chain(read.entries) == ()
    assert seal_all(read.key, read.statements, START, now)[0] == entries


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(SLOW, max_examples=25)
@given(data=some.data())
def test_every_kind_of_fact_goes_both_ways(kind: str, data: some.DataObject) -> None:
    fact = data.draw(records(KINDS[kind]))
    casebook = Casebook("wells", (Statement(fact, PartialDate("2030"), "A. Clerk"),))

    assert read_casebook(render_casebook(casebook)) == casebook


@SLOW
@given(BOOKS)
def test_what_goes_out_is_yaml_for_others_too(statements: tuple[Statement, ...]) -> None:
    loaded = yaml.safe_load(render_casebook(Casebook("wells", statements)))

    assert [next(name for name in one if name in KINDS) for one in loaded["entries"]] == [
        one.fact.kind for one in statements
    ]
    notes = [one.get("note", "") for one in loaded["entries"]]
    assert notes == [one.note for one in statements]


HAND = """\
# What a person writes: comments, short keys, no digests.
format: operative/casebook@1
key: wells
title: The wells
by: A. Clerk
entries:

- day: 2030-06-06
  dossier.opened:
    title: The wells
    body: Lake Council

- day: 2030-06
  by: B. Clerk
  event.noted:
    title: >-
      No 1_000 of 12:30, the 2016-10-05,
      is "yes"
    about: m-op3-1
  evidence: rules @ Rule 1
  basis: background

- day: 2031
  event.noted: {title: no, about: [a, b]}
  evidence:
  - rules
  - {document: rules, quote: words   of the rule}
"""


def test_what_a_person_writes_is_read_as_it_is_written() -> None:
    read = read_casebook(HAND)

    assert read == Casebook(
        "wells",
        (
            Statement(DossierOpened("The wells", "Lake Council"), PartialDate("2030-06-06"), "A. Clerk"),
            Statement(
                EventNoted('No 1_000 of 12:30, the 2016-10-05, is "yes"', ("m-op3-1",)),
                PartialDate("2030-06"),
                "B. Clerk",
                (Evidence("rules", "Rule 1"),),
                basis=Basis.BACKGROUND,
            ),
            Statement(
                EventNoted("no", ("a", "b")),
                PartialDate("2031"),
                "A. Clerk",
                (Evidence("rules"), Evidence.quoting("rules", "", "words   of the rule")),
            ),
        ),
        "The wells",
    )
    assert read.statements[2].evidence[1].digest == digest_of("words of the rule")
    assert read_casebook(render_casebook(read)) == read


def entry(lines: str) -> str:
    """A casebook with one entry of these lines, which begins in line 4."""
    body = "\n".join(f"  {line}" for line in lines.splitlines())
    return f"format: {FORMAT}\nkey: wells\nentries:\n-{body[1:]}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "nothing in it"),
        ("a: [", "line 2: this is no YAML"),
        ("just words", f"line 1: a casebook begins with format: {FORMAT}"),
        ("format: x\nkey: a\nentries: []", f"line 1: a casebook says its format: {FORMAT}"),
        (f"format: {FORMAT}\nentries: []", "line 1: a casebook needs a key"),
        (f"format: {FORMAT}\nkey: a", "line 1: a casebook needs a list of entries"),
        (f"format: {FORMAT}\nkey: a\nkey: b\nentries: []", "line 3: key stands there a second time, first in line 2"),
        (
            f"format: {FORMAT}\nkey: a\nentry: []\nentries: []",
            "line 3: a casebook has no field 'entry'; did you mean 'entries'?",
        ),
        (entry("day: 2030\nby: A\nevent.noted: {title: &x a}"), "line 6: anchors and aliases"),
        (entry("day: 2030\nby: *x\nevent.noted: {title: a}"), "line 5: anchors and aliases"),
        (entry("day: 2030\nby: A\nevent.noted: {title: !!python/name:os.system a}"), "line 6: tags"),
        ("a: 1\n---\nb: 2", "a second document begins"),
        ("a: " + "[" * 40, "more than 16 lists"),
        ("? [a]\n: b", "line 1: the name of a field is a word"),
        (
            entry("day: 2030\nby: A\nevent.note: {title: a}"),
            "line 6: an entry has no field 'event.note'; did you mean 'event.noted'?",
        ),
        (entry("day: 2030\nby: A"), "line 4: an entry states one fact, such as event.noted; this one has none"),
        (
            entry("day: 2030\nby: A\nevent.noted: {title: a}\ndossier.closed: {reason: a}"),
            "line 4: an entry states one fact, such as event.noted; this one has event.noted and dossier.closed",
        ),
        (entry("by: A\nevent.noted: {title: a}"), "line 4: an entry needs day"),
        (entry("day: 2030\nevent.noted: {title: a}"), "line 4: an entry needs by"),
        (entry("day: 2030-13\nby: A\nevent.noted: {title: a}"), "line 4: day: '2030-13' is not a date such as 2016"),
        (
            entry("day: 2030\nby: A\nbasis: guess\nevent.noted: {title: a}"),
            "line 6: basis: 'guess' is not one of: seen, background",
        ),
        (entry("day: 2030\nby: A\nevent.noted: {}"), "line 6: event.noted needs 'title'"),
        (
            entry("day: 2030\nby: A\nevent.noted: {title: [a]}"),
            "line 6: event.noted.title: expected words, found a list",
        ),
        (entry("day: 2030\nby: A\nevent.noted: words"), "line 6: event.noted: expected a table of fields"),
        (entry("day: 2030\nby: A\nevent.noted: {title: a, titel: b}"), "no field 'titel'; did you mean 'title'?"),
        (
            entry("day: 2030\nby: A\ninput.stated: {name: a, unit: USD, value: '4,702.1'}"),
            "line 6: input.stated.value: '4,702.1' is not a number such as 4702.1",
        ),
        (entry("day: 2030\nby: A\ninput.stated: {name: a, unit: USD, value: 1_000}"), "'1_000' is not a number"),
        (entry("day: 2030\nby: A\nmembers.counted: {body: a, members: 1.5}"), "'1.5' is not a whole number such as 12"),
        (
            entry("day: 2030\nby: A\ndossier.opened: {title: a, confidential: yes}"),
            "line 6: dossier.opened.confidential: 'yes' is not true or false",
        ),
        (
            entry("day: 2030\nby: A\nevent.noted: {title: a}\nevidence: {page: 3}"),
            "line 7: evidence has no field 'page'",
        ),
        (
            entry("day: 2030\nby: A\nevent.noted: {title: a}\nsealed: 1 yesterday abc"),
            "line 7: sealed: expected number",
        ),
        ("\ud800", "no YAML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, expected: str) -> None:
    with pytest.raises(MalformedRecord) as told:
        read_casebook(text)

    assert expected in str(told.value)


def test_all_that_is_wrong_is_told_at_once() -> None:
    text = entry("day: 2030\nby: A\nevent.noted: {titel: a}\nevidence: {page: 3}\nbasis: guess")
    with pytest.raises(MalformedRecord) as told:
        read_casebook(text)

    lines = str(told.value).splitlines()
    assert lines[0] == "5 problems in the casebook"
    assert [line.split(":")[0].strip() for line in lines[1:]] == ["line 6", "line 6", "line 7", "line 7", "line 8"]


def test_a_title_that_is_another_is_told() -> None:
    with pytest.raises(MalformedRecord, match=r"line 4: the title is not that of dossier\.opened: 'The wells'"):
        read_casebook(HAND.replace("title: The wells\nby", "title: The lakes\nby"))


def test_entries_are_sealed_all_or_none() -> None:
    statement = Statement(EventNoted("a"), PartialDate("2030"), "A. Clerk")
    entries, _ = seal_all("wells", [statement] * 2, START, datetime(2030, 1, 1, tzinfo=UTC))
    text = render_casebook(Casebook.of("wells", entries))
    cut = "\n".join(line for line in text.splitlines() if not line.startswith("  sealed: 2"))
    with pytest.raises(MalformedRecord, match="all of them are, or none"):
        read_casebook(cut)


def test_a_bomb_of_aliases_is_refused_before_it_goes_off() -> None:
    bomb = "\n".join(
        ["a: &a [x]", *(f"{chr(97 + i)}: &{chr(97 + i)} [{', '.join([f'*{chr(96 + i)}'] * 9)}]" for i in range(1, 9))]
    )
    with pytest.raises(MalformedRecord, match="line 1: anchors"):
        read_casebook(bomb)


def test_a_casebook_reads_well() -> None:
    statement = Statement(
        EventNoted("The Council heard the Director General on the talks", ("m-op3-1", "g-op3.c-1")),
        PartialDate("2030-06"),
        "A. Clerk",
        (Evidence("resolution-208", "op3"), Evidence.quoting("report-2025", "4", "It has reservations: more than one")),
        "Long words are folded, so that a reviewer sees in a difference which of them have changed, and not only that.",
        Basis.BACKGROUND,
    )
    seal = Seal(1, datetime(2030, 6, 1, 12, tzinfo=UTC), "0" * 64)

    assert render_casebook(Casebook("wells", (statement,), "Wells", (seal,))) == (
        "format: operative/casebook@1\n"
        "key: wells\n"
        "title: Wells\n"
        "entries:\n"
        "\n"
        "- day: 2030-06\n"
        "  by: A. Clerk\n"
        "  event.noted:\n"
        "    title: The Council heard the Director General on the talks\n"
        "    about: [m-op3-1, g-op3.c-1]\n"
        "  evidence:\n"
        "  - resolution-208 @ op3\n"
        '  - {document: report-2025, provision: "4", quote: "It has reservations: more than one"}\n'
        "  note: >-\n"
        "    Long words are folded, so that a reviewer sees in a difference which of them have changed, and not only\n"
        "    that.\n"
        "  basis: background\n"
        f"  sealed: 1 2030-06-01T12:00:00.000000+00:00 {'0' * 64}\n"
    )


def test_the_order_of_fields_is_nothing() -> None:
    first = entry("day: 2030\nby: A\nevent.noted: {title: a, about: [b]}")
    other = entry("event.noted: {about: [b], title: a}\nby: A\nday: 2030")

    assert read_casebook(first) == replace(read_casebook(other))
