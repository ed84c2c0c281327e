"""Any fact, statement and ledger: made from the declarations of the types, so that new facts are tried at once."""

from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from operative.domain.days import PartialDate
from operative.domain.entries import Entry, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts import KINDS
from operative.domain.facts.dossiers import EntryWithdrawn
from operative.dossiers.ledger import START, seal_all

BEGUN = datetime(2016, 1, 1, tzinfo=UTC)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DAYS = st.dates(date(2015, 1, 1), date(2017, 12, 31))
SIMPLE = {
    str: WORDS,
    bool: st.booleans(),
    int: st.integers(),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False, places=3).map(lambda one: Decimal(format(one, "f"))),
    date: DAYS,
}


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A day, a month or a year."""
    return PartialDate(draw(DAYS).isoformat()[: draw(st.sampled_from((4, 7, 10)))])


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a declared type."""
    if get_origin(hint) in (Union, UnionType):
        return st.one_of(st.none() if one is type(None) else values(one) for one in get_args(hint))
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    if hint is PartialDate:
        return partial_dates()
    if is_dataclass(hint):
        return tables(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    return SIMPLE[hint]


def tables(wanted: Any) -> st.SearchStrategy[Any]:
    """Values of a dataclass, with any of its fields left at their defaults."""
    hints = get_type_hints(wanted)
    needed = {one.name: values(hints[one.name]) for one in fields(wanted) if one.default is MISSING}
    others = {one.name: values(hints[one.name]) for one in fields(wanted) if one.default is not MISSING}
    return st.fixed_dictionaries(needed, optional=others).map(lambda told: wanted(**told))


FACTS = {kind: tables(fact) for kind, fact in KINDS.items()}
EVIDENCE = st.builds(Evidence.quoting, WORDS, WORDS, WORDS)


@st.composite
def ledgers(draw: st.DrawFn) -> tuple[Entry, ...]:
    """A ledger of up to 12 entries, on any days, some of which correct or withdraw others; its clock goes on."""
    kinds = draw(st.sampled_from((("event.noted",), ("event.noted", "link.claimed"), tuple(KINDS))))
    plain = [kind for kind in kinds if kind != EntryWithdrawn.kind]
    statements: list[Statement] = []
    for number in range(draw(st.integers(0, 12))):
        corrects = draw(st.none() | st.integers(1, number)) if number else None
        wanted = draw(st.sampled_from(plain))
        fact = draw(st.builds(EntryWithdrawn, WORDS) if corrects and draw(st.booleans()) else FACTS[wanted])
        statements.append(Statement(fact, draw(partial_dates()), "Ana", corrects=corrects))
    entries: list[Entry] = []
    head = START
    for hour, statement in enumerate(statements):
        made, _ = seal_all("any", [statement], head, BEGUN + timedelta(hours=hour))
        entries += made
        head = head._replace(number=made[0].number, digest=made[0].digest)
    return tuple(entries)
