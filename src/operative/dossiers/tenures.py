"""Standings without a break, made from what sources report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Entry
from operative.domain.facts.mechanisms import GoalStated, Standing, StandingReported
from operative.domain.goals import Relation
from operative.domain.memberships import Conflict, Said, Tenure
from operative.domain.phrases import Phrase
from operative.dossiers.history import History
from operative.dossiers.phrasing import joined, say, say_days, say_since
from operative.dossiers.saying import sharpest

__all__ = ["NEEDED", "RANK", "Report", "find_reports", "find_tenures", "rival_standings", "say_tenure"]

RANK = {
    Standing.NONE: 0,
    Standing.ENDED: 0,
    Standing.SOUGHT: 1,
    Standing.INVITEE: 2,
    Standing.OBSERVER: 3,
    Standing.PARTICIPANT: 4,
    Standing.MEMBER: 5,
}
"""How much of a standing each is."""
NEEDED = {Relation.OBSERVER: 3, Relation.PARTICIPATION: 4, Relation.MEMBERSHIP: 5}
"""The rank that meets a goal of this relation."""


@dataclass(frozen=True, slots=True)
class Report:
    """What an entry says of a standing; `via` is the mechanism that the entry is about, where that is another one."""

    entry: Entry
    fact: StandingReported
    via: str = ""

    @property
    def background(self) -> bool:
        """Whether nobody has checked it."""
        return self.entry.statement.basis is Basis.BACKGROUND


def find_reports(history: History, participant: str) -> dict[str, tuple[Report, ...]]:
    """What is reported of a participant, by mechanism, in the order of the days; all that is known, also of later days.

    Where an entry about one mechanism names a goal in another, the standing there follows from it, and goes with it,
    until something is reported of that other mechanism itself.
    """
    own: dict[str, list[Report]] = {}
    goals = {goal.id: goal.mechanism for _, goal in history.ever(GoalStated)}
    for entry, fact in history.ever(StandingReported):
        if _same(fact.participant, participant):
            own.setdefault(fact.mechanism, []).append(Report(entry, fact))
    found = dict(own)
    for key, reports in own.items():
        for start, report in enumerate(reports):
            for mechanism in sorted({goals.get(goal, key) for goal in report.fact.fulfils} - {key}):
                found[mechanism] = _followed(own.get(mechanism, []), [replace(one, via=key) for one in reports[start:]])
    return {key: tuple(reports) for key, reports in found.items()}


def _followed(own: Sequence[Report], through: Sequence[Report]) -> list[Report]:
    """A mechanism's own reports and those that it follows, from the first of these until there are own ones again."""
    before = [one for one in own if _place(one) < _place(through[0])]
    after = list(own[len(before) :])
    return [*before, *(one for one in through if not after or _place(one) < _place(after[0])), *after]


def _place(report: Report) -> tuple[date, int]:
    return report.entry.effective.last, report.entry.number


def find_tenures(mechanism: str, reports: Sequence[Report], history: History) -> tuple[Tenure, ...]:
    """The standings one after the other that have begun by the day; each runs until the next.

    Sources that name other first days of the same standing are told all, also where one lies ahead of the day.
    """
    found: list[Tenure] = []
    for group in reversed(_begun(reports, history.on)):
        until = found[-1].since if found else ()
        found.append(_tenure(mechanism, group, until, history.on))
    return tuple(reversed(found))


def rival_standings(reports: Sequence[Report], on: date) -> Iterator[Conflict]:
    """Reports of the same day that say different things, and first days that exclude each other, of what has begun.

    That it was sought and then had on the same day is no conflict.
    """
    groups: dict[str, list[Report]] = {}
    for one in reports:
        if one.entry.effective.last <= on and one.fact.standing is not Standing.SOUGHT and not one.fact.by_then:
            groups.setdefault(one.entry.effective.iso, []).append(one)
    for day, group in groups.items():
        if len({one.fact.standing for one in group}) > 1:
            said = tuple(Said(one.fact.standing.value, one.entry.number, one.background) for one in group)
            yield Conflict(f"standing on {day}" if len(day) == 10 else f"standing in {day}", said)
    for group in _begun(reports, on):
        days = sharpest(one.entry.effective for one in group if not one.fact.by_then)
        early = [one for one in group if one.fact.by_then and days and one.entry.effective.last < days[0].first]
        if len(days) > 1 or early:
            said = tuple(
                Said(("by " if one.fact.by_then else "") + one.entry.effective.iso, one.entry.number, one.background)
                for one in group
                if one in early or one.entry.effective in days
            )
            yield Conflict(f"first day as {group[0].fact.standing.value}", said)


def say_tenure(tenure: Tenure, names: Mapping[str, str]) -> Phrase:
    """A standing in words: "member, through CEB, since May 2016 or 19 September 2016: sources differ"."""
    said: list[object] = [tenure.standing]
    if tenure.via:
        said.append(say("through {mechanism}", mechanism=names.get(tenure.via, tenure.via)))
    if tenure.since:
        said.append(say_since(tenure.since))
    elif tenure.by is not None:
        said.append(say("by {day} at the latest", day=tenure.by))
    if tenure.until:
        said.append(say("until {days}", days=say_days(tenure.until)))
    return say("{standing} (background, unchecked)", standing=joined(said)) if tenure.background else joined(said)


def _same(one: str, other: str) -> bool:
    return not other or one.casefold().split() == other.casefold().split()


def _groups(reports: Sequence[Report]) -> list[list[Report]]:
    """Runs of the same standing."""
    found: list[list[Report]] = []
    for one in reports:
        if found and found[-1][0].fact.standing is one.fact.standing:
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _begun(reports: Sequence[Report], on: date) -> list[list[Report]]:
    return [group for group in _groups(reports) if any(one.entry.effective.last <= on for one in group)]


def _tenure(mechanism: str, group: Sequence[Report], until: tuple[PartialDate, ...], on: date) -> Tenure:
    first = group[0]
    days = sharpest(one.entry.effective for one in group if not one.fact.by_then)
    shown = days or (first.entry.effective,)
    return Tenure(
        mechanism,
        first.fact.standing,
        tuple(one.entry.number for one in group if one.entry.effective.last <= on or one.entry.effective in shown),
        days,
        None if days else first.entry.effective,
        until,
        first.via,
        # A day that only unchecked entries tell is no surer for what others say later.
        all(one.background for one in group if one.entry.effective in shown),
    )
