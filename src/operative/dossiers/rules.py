"""Rules of a body as data: which one applies, how many it asks for, and the days that it counts."""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Any

from operative.domain.entries import Basis, Statement
from operative.domain.facts.decisions import Majority, MembersCounted, RuleStated, Topic
from operative.domain.rules import Roll, RuleInForce
from operative.dossiers.admission import Check
from operative.dossiers.history import History
from operative.errors import MissingEvidence, Refused

__all__ = [
    "CHECKS",
    "days_after",
    "days_before",
    "find_roll",
    "find_rule",
    "find_rules",
    "first_day_for",
    "part_of",
    "same_name",
    "say_period",
    "share_of",
]

# "1/3"
SHARE = re.compile(r"(?P<part>\d{1,3})/(?P<whole>\d{1,3})\Z", re.ASCII)
SHARES = {Majority.TWO_THIRDS: (2, 3), Majority.THREE_QUARTERS: (3, 4), Majority.UNANIMITY: (1, 1)}


def same_name(one: str, other: str) -> bool:
    """Whether two names of bodies, members or matters are one, but for case and blanks."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def find_rules(history: History, body: str) -> tuple[RuleInForce, ...]:
    """The rules of a body that stand on the day; a rule that is stated again under its id takes the earlier's place."""
    found: dict[str, RuleInForce] = {}
    for entry, fact in history.of(RuleStated):
        if same_name(fact.body, body):
            found.pop(fact.id, None)
            found[fact.id] = RuleInForce(fact, entry.number, entry.statement.evidence)
    return tuple(found.values())


def find_rule(history: History, body: str, topic: Topic, *matters: str) -> RuleInForce | None:
    """The rule that applies to a topic: that for the first matter which has one, or else that for everything else.

    `matters` are what is decided ("amendment") and the sort of the session ("special"), the most telling first. Of
    two rules that are equally special, the one stated last applies.
    """
    rules = [one for one in find_rules(history, body) if one.rule.topic is topic]
    for matter in (one for one in matters if one.strip()):
        special = [one for one in rules if any(same_name(matter, each) for each in one.rule.applies_to)]
        if special:
            return special[-1]
    general = [one for one in rules if not one.rule.applies_to]
    return general[-1] if general else None


def find_roll(history: History, body: str) -> Roll | None:
    """The members of a body as they were last counted by the day."""
    found = None
    for entry, fact in history.of(MembersCounted):
        if same_name(fact.body, body):
            found = Roll(fact.body, fact.members, entry.number, fact.names, fact.without_vote)
    return found


def part_of(majority: Majority, base: int) -> int:
    """How many a majority of `base` is: more than half for the simple one, at least the part for the others."""
    if majority in SHARES:
        part, whole = SHARES[majority]
        return -(-base * part // whole)
    return base // 2 + 1


def share_of(share: str, base: int) -> int:
    """How many at least a share such as "1/3" of `base` is."""
    found = SHARE.match(share.strip())
    if found is None or not 0 < int(found["part"]) <= int(found["whole"]):
        raise Refused(f"{share!r} is no part of the members; write 1/3")
    return -(-base * int(found["part"]) // int(found["whole"]))


def days_before(day: date, rule: RuleStated) -> date:
    """The last day for what is due the rule's period before `day`.

    `day` itself is counted and the day of the doing is not: what is due 14 days before the 15th is done on the 1st. A
    period of months ends on the day of the same number, or on the month's last.
    """
    return _moved(day, -(rule.months or 0), -(rule.days or 0))


def days_after(day: date, rule: RuleStated) -> date:
    """The last day of the rule's period after `day`: the day of the event is not counted, the last one is."""
    return _moved(day, rule.months or 0, rule.days or 0)


def first_day_for(day: date, rule: RuleStated) -> date:
    """The first day for an opening of which what goes out on `day` is still in time by the rule."""
    first = days_after(day, rule)
    # Three months on from 30 November is 28 February, three months back from that is 28 November: too early.
    while days_before(first, rule) < day and first < date.max:
        first += timedelta(1)
    return first


def say_period(rule: RuleStated) -> str:
    """The period of a rule in words: "30 days", "3 months"."""
    count, noun = (rule.months, "month") if rule.months is not None else (rule.days, "day")
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _moved(day: date, months: int, days: int) -> date:
    """A day so many months and days on; the last or the first day there is, where it would be beyond."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if year > MAXYEAR else date.min
    there = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])).toordinal() + days
    return date.fromordinal(min(max(there, 1), date.max.toordinal()))


def _check_rule(history: History, statement: Statement) -> None:
    rule = statement.fact
    assert isinstance(rule, RuleStated)
    if not rule.id.strip() or not rule.body.strip():
        raise Refused("a rule needs an id and a body")
    if not statement.evidence and statement.basis is not Basis.BACKGROUND:
        raise MissingEvidence(f"rule {rule.id}: the evidence says where it is written")
    if rule.days is not None and rule.months is not None:
        raise Refused(f"rule {rule.id}: a period is counted in days or in months, not in both")
    period = rule.days if rule.months is None else rule.months
    if period is not None and not 0 <= period <= 3660:
        raise Refused(f"rule {rule.id}: {period} is no period of days or months")
    if rule.share:
        share_of(rule.share, 1)
    needs = {
        Topic.MAJORITY: ("majority", rule.majority is not None),
        Topic.QUORUM: ("majority or share", bool(rule.share) or _is_part(rule.majority)),
        Topic.NOTICE: ("days or months", period is not None),
        Topic.DOCUMENTS: ("days or months", period is not None),
        Topic.REQUEST: ("share, days or months", bool(rule.share) or period is not None),
    }
    what, given = needs.get(rule.topic, ("", True))
    if not given:
        raise Refused(f"rule {rule.id}: a rule on {rule.topic.value} needs {what}")


def _is_part(majority: Majority | None) -> bool:
    return majority not in (None, Majority.CONSENSUS)


def _check_roll(history: History, statement: Statement) -> None:
    roll = statement.fact
    assert isinstance(roll, MembersCounted)
    if not roll.body.strip() or roll.members < 1:
        raise Refused("members are counted for a body, and are at least one")
    for names, what in ((roll.names, "names"), (roll.without_vote, "without_vote")):
        keys = {" ".join(name.split()).casefold() for name in names}
        if len(keys) != len(names) or "" in keys:
            raise Refused(f"{what}: each member is named once")
    if roll.names and len(roll.names) != roll.members:
        raise Refused(f"{roll.members} members, and {len(roll.names)} names")
    if len(roll.without_vote) > roll.members:
        raise Refused(f"{roll.members} members, and {len(roll.without_vote)} without a vote")
    for member in roll.without_vote if roll.names else ():
        if not any(same_name(member, name) for name in roll.names):
            raise Refused(f"{member} is without a vote, and is no member")


CHECKS: Mapping[type[Any], Sequence[Check]] = {RuleStated: (_check_rule,), MembersCounted: (_check_roll,)}
"""What a rule and a count of members must be to be entered."""
