"""Changes of a report as claims: which value of which entry the changed words are, and what accepting would enter."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

from operative.domain.days import PartialDate
from operative.domain.edits import Edit, EditKind, Offer
from operative.domain.entries import Entry, Statement
from operative.domain.facts.agenda import LinkClaimed
from operative.domain.facts.conditions import ConditionStated, DraftRegistered, ElementStated
from operative.domain.facts.decisions import (
    DecisionRecorded,
    OptionAssessed,
    ProposalTabled,
    RuleStated,
    SessionAnnounced,
)
from operative.domain.facts.dossiers import DocumentNamed, EntryWithdrawn, EventNoted
from operative.domain.facts.engagements import EngagementHeld
from operative.domain.facts.estimates import FormulaStated, InputStated
from operative.domain.facts.indicators import IndicatorDefined, ObservationMade
from operative.domain.facts.mandates import MandateMoved, MandateStated, NextActionSet
from operative.domain.facts.mechanisms import MechanismChanged, MechanismDescribed
from operative.domain.facts.reports import ReportFiled
from operative.dossiers.figures import say_amount
from operative.dossiers.history import History
from operative.reports.words import Words, words_of

__all__ = ["offer"]

VALUES: Mapping[type[Any], tuple[str, ...]] = {
    EventNoted: ("title",),
    EngagementHeld: ("title", "counterpart", "outcome"),
    DocumentNamed: ("symbol", "title", "body", "dated"),
    MandateStated: ("label", "addressee", "action"),
    MandateMoved: ("owner", "reason"),
    NextActionSet: ("action", "owner", "by"),
    ReportFiled: ("to", "through"),
    ConditionStated: ("label",),
    ElementStated: ("label", "subject"),
    DraftRegistered: ("brought_by",),
    MechanismDescribed: ("name", "abbreviation", "chair", "rule", "since"),
    MechanismChanged: ("name",),
    InputStated: ("label", "value", "low", "high"),
    FormulaStated: ("label",),
    IndicatorDefined: ("label", "threshold"),
    ObservationMade: ("remark", "value"),
    RuleStated: ("label",),
    SessionAnnounced: ("label", "opens", "closes"),
    ProposalTabled: ("title",),
    OptionAssessed: ("reason", "score"),
    DecisionRecorded: ("title",),
    LinkClaimed: ("label",),
}
"""What people wrote into each kind of fact and papers print. Names that entries cite, states, and what was signed or
reckoned are not among them.
"""
DAY = "effective"
"""The day of an entry, beside the values of its fact."""


def offer(edit: Edit, history: History, language: str, on: date) -> Offer:
    """The change as a claim on the dossier as `history` has it now; `language` and day are those of the paper.

    Words that a fact holds become a correction of its entry; an added sentence an event; a removed one that rests on
    one entry takes that entry back. For words that Operative reckons or that stand in every paper there is no
    statement, but the reason.
    """
    if edit.kind is EditKind.ADDED:
        return _event(edit, words_of(language), on)
    gone = [number for number in edit.entries if history.standing(number) is None]
    if gone:
        numbers = ", ".join(map(str, gone))
        return Offer(edit, reason=f"corrected or withdrawn since the report was made: entry {numbers}")
    entries = [entry for number in edit.entries if (entry := history.standing(number)) is not None]
    if not entries:
        return Offer(edit, reason="these are words of the report itself: no entry of the ledger says them")
    if edit.kind is EditKind.REMOVED:
        return _withdrawal(edit, entries)
    return _correction(edit, entries, (words_of(language), words_of("en")))


def _event(edit: Edit, words: Words, on: date) -> Offer:
    """New words say that something happened: on the day with which they begin, else on the day of the report."""
    told, colon, rest = edit.now.partition(": ")
    day = words.read_day(told) if colon else None
    title = (rest if day else edit.now).rstrip(".")
    effective = day or PartialDate.of(on)
    if not title or edit.line.startswith(("head", "title", "front")):
        return Offer(edit, reason="these are words of the report itself: no entry of the ledger says them")
    statement = Statement(EventNoted(title), effective, "")
    return Offer(edit, statement, f"notes an event of {effective}: “{title}”")


def _withdrawal(edit: Edit, entries: list[Entry]) -> Offer:
    if len(entries) > 1:
        return Offer(edit, reason="it rests on several entries: withdraw the one that is wrong by itself")
    entry = entries[0]
    reason = f"struck from a report by {edit.author or 'somebody'}: {edit.was}"
    statement = Statement(EntryWithdrawn(reason), entry.effective, "", corrects=entry.number)
    return Offer(edit, statement, f"takes entry {entry.number} back ({entry.fact.kind})")


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of an entry as it is printed, and what makes a value of other words; None for words that are none."""

    entry: Entry
    name: str
    printed: str
    read: Callable[[str], object | None]


def _correction(edit: Edit, entries: list[Entry], languages: tuple[Words, ...]) -> Offer:
    """The entry with the value that the changed words are in; the shortest value that has them all."""
    found: dict[tuple[int, str], tuple[int, _Value, str, object]] = {}
    for entry in entries:
        for value in _values(entry, languages):
            for size, told in _changed(value.printed, edit):
                new = value.read(told)
                if new is not None:
                    found.setdefault((entry.number, value.name), (size, value, told, new))
    least = min((size for size, *_ in found.values()), default=0)
    best = [one for one in found.values() if one[0] == least]
    if len(best) > 1:
        best = [one for one in best if one[1].name != DAY] or best
    if not best:
        return Offer(edit, reason="reckoned from what it rests on, or words of the report: enter what changed instead")
    if len(best) > 1:
        numbers = ", ".join(sorted({str(one[1].entry.number) for one in best}))
        return Offer(edit, reason=f"entry {numbers} say the same words: correct the one that is wrong by itself")
    _, value, told, new = best[0]
    said, number = value.entry.statement, value.entry.number
    changed: Statement
    if value.name == DAY and isinstance(new, PartialDate):
        changed = replace(said, effective=new, corrects=number)
    else:
        fact: Any = said.fact
        changed = replace(said, fact=replace(fact, **{value.name: new}), corrects=number)
    effect = f"corrects entry {number} ({said.fact.kind}), {value.name}: “{value.printed}” becomes “{told}”"
    return Offer(edit, changed, effect)


def _changed(printed: str, edit: Edit) -> Iterator[tuple[int, str]]:
    """For each place where a value stands around all that was changed: its length, and what stands there now."""
    was, now = edit.was, edit.now
    most = min(len(was), len(now))
    first = next((at for at in range(most) if was[at] != now[at]), most)
    most -= first
    same = next((at for at in range(most) if was[-1 - at] != now[-1 - at]), most)
    for found in re.finditer(re.escape(printed), was, re.IGNORECASE):
        if found.start() <= first and len(was) - same <= found.end():
            yield len(printed), now[found.start() : len(now) - (len(was) - found.end())]


def _values(entry: Entry, languages: tuple[Words, ...]) -> Iterator[_Value]:
    """The values of an entry that people wrote, as papers print them."""
    yield from _days(entry, DAY, entry.effective, languages)
    fact: Any = entry.fact
    for name in VALUES.get(type(fact), ()):
        value = getattr(fact, name)
        if isinstance(value, PartialDate):
            yield from _days(entry, name, value, languages)
        elif isinstance(value, Decimal):
            yield _Value(entry, name, say_amount(value, ""), _number)
        elif isinstance(value, str) and value.strip(" ."):
            yield _Value(entry, name, " ".join(value.split()).rstrip("."), partial(_prose, value))


def _days(entry: Entry, name: str, day: PartialDate, languages: tuple[Words, ...]) -> Iterator[_Value]:
    for words in languages:
        yield _Value(entry, name, words.day(day), words.read_day)


def _prose(before: str, told: str) -> str | None:
    """Words in the place of others; a first letter that was only printed large stays as it was entered."""
    told = told.strip()
    if not told:
        return None
    return told[0].lower() + told[1:] if before[0].islower() and told[1:2].islower() else told


def _number(told: str) -> Decimal | None:
    """A number as papers print it, whose thousands may stand apart."""
    try:
        value = Decimal("".join(told.split()).replace(",", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
