"""Sessions: what is due before and after them by the rules of the body, and when it can next decide.

How days are counted: what is due N days before a session is done at the latest on the day of opening minus N, so that
the day of opening is counted and the day of the doing is not. What is due within N days of an event is done at the
latest on its day plus N. Days are calendar days; no rule here knows of working days.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from operative.domain.days import PartialDate
from operative.domain.entries import Entry, Statement
from operative.domain.facts.decisions import RuleStated, SessionAnnounced, SessionSort, Topic
from operative.domain.phrases import Phrase
from operative.domain.rules import Assumption, RuleInForce
from operative.domain.sessions import Deadline, DecisionDay, SessionView
from operative.dossiers.admission import Check
from operative.dossiers.history import History
from operative.dossiers.phrasing import say
from operative.dossiers.rules import (
    days_after,
    days_before,
    find_roll,
    find_rule,
    first_day_for,
    same_name,
    say_period,
    share_of,
)
from operative.dossiers.saying import say_day
from operative.errors import Refused

__all__ = ["CHECKS", "find_deadlines", "find_deciding_bodies", "find_decision_days", "find_sessions"]


def find_sessions(history: History, body: str = "") -> tuple[SessionView, ...]:
    """The sessions of a body, or of all bodies, as they were last announced by the day, in the order of opening."""
    announced: dict[str, tuple[Entry, SessionAnnounced]] = {}
    for entry, fact in history.of(SessionAnnounced):
        if not body or same_name(fact.body, body):
            announced[fact.key] = (entry, fact)
    ordered = sorted(announced.values(), key=lambda one: (one[1].opens.first, one[1].key))
    return tuple(_view(history, entry, fact) for entry, fact in ordered)


def find_deadlines(history: History, key: str, matter: str = "") -> tuple[Deadline, ...]:
    """What is due before and after a session by the rules that stand on the day, the earliest first; undated ones last.

    `matter` is what is to be decided ("amendment"), for rules that ask more of some matters.
    """
    announced = [fact for _, fact in history.about(SessionAnnounced, "key", key)]
    found = list(_deadlines(history, announced[-1], matter)) if announced else []
    return tuple(sorted(found, key=lambda one: (one.on or date.max, one.topic)))


def _view(history: History, entry: Entry, fact: SessionAnnounced) -> SessionView:
    deadlines = find_deadlines(history, fact.key)
    notes = [
        f"announced {say_day(entry.effective)}, after the last day for notice, {_said(one.on)}"
        for one in deadlines
        if one.topic is Topic.NOTICE and one.on is not None and entry.effective.first > one.on
    ]
    return SessionView(fact.key, fact.body, fact.label, fact.sort, fact.opens, fact.closes, entry.number,
                       fact.requested, deadlines, tuple(notes))  # fmt: skip


def _deadlines(history: History, session: SessionAnnounced, matter: str) -> Iterator[Deadline]:
    for topic, what in ((Topic.NOTICE, "notice of"), (Topic.DOCUMENTS, "documents for")):
        found = find_rule(history, session.body, topic, matter, session.sort)
        if found is not None:
            on = days_before(session.opens.first, found.rule)
            words = f"{what} {session.label} at the latest {say_period(found.rule)} before it opens"
            yield _deadline(topic, on, words, found, session.opens)
    requested = find_rule(history, session.body, Topic.REQUEST, session.sort)
    if requested is not None and session.requested is not None and _has_period(requested.rule):
        on = days_after(session.requested.first, requested.rule)
        words = f"notice of {session.label} within {say_period(requested.rule)} of the request"
        yield _deadline(Topic.REQUEST, on, words, requested, session.requested)
    reported = find_rule(history, session.body, Topic.REPORT, session.sort)
    if reported is not None:
        yield _report(history, session, reported)


def _deadline(topic: Topic, on: date, words: str, rule: RuleInForce, of: PartialDate) -> Deadline:
    sharp = of.first == of.last
    tail = "" if sharp else f"; {say_day(of)} is not known to the day, so this is the safe day"
    return Deadline(topic, on, f"{words}: {_said(on)}{tail}", rule, sharp)


def _report(history: History, session: SessionAnnounced, found: RuleInForce) -> Deadline:
    """The day for a session's report: a period after it closes, or the next session of the body."""
    closes = session.closes or session.opens
    if _has_period(found.rule):
        words = f"report of {session.label} within {say_period(found.rule)} of its closing"
        return _deadline(Topic.REPORT, days_after(closes.first, found.rule), words, found, closes)
    later = [
        one
        for one in history.facts(SessionAnnounced)
        if same_name(one.body, session.body) and one.key != session.key and one.opens.first > closes.last
    ]
    if not later:
        return Deadline(Topic.REPORT, None, f"report of {session.label} at the next session, not announced yet", found)
    following = min(later, key=lambda one: one.opens.first)
    words = f"report of {session.label} at {following.label}"
    return _deadline(Topic.REPORT, following.opens.first, words, found, following.opens)


def find_deciding_bodies(history: History) -> tuple[str, ...]:
    """The bodies with a session or a rule by the day, each by the name under which it was first spoken of."""
    said = [one.body for one in history.facts(SessionAnnounced)] + [one.body for one in history.facts(RuleStated)]
    bodies: list[str] = []
    for body in said:
        if not any(same_name(body, one) for one in bodies):
            bodies.append(body)
    return tuple(bodies)


def find_decision_days(history: History, body: str, on: date, matter: str = "") -> tuple[DecisionDay, ...]:
    """The ways to a decision of a body from the day `on`, the possible ones first, each by its earliest day.

    A known session is a way if its documents can still be sent in time on the day `on`; a special session is one if a
    rule says how it is called: its request, its notice and the documents are taken to go out on the day `on`. A matter
    with rules of its own ("amendment") goes by these.
    """
    ways = [
        way
        for session in find_sessions(history, body)
        for way in [_by_session(history, session, on, matter)]
        if way is not None
    ]
    special = _by_request(history, body, on, matter)
    found = [*ways, *([] if special is None else [special])]
    return tuple(sorted(found, key=lambda one: (not one.possible, one.earliest, one.session)))


def _by_session(history: History, session: SessionView, on: date, matter: str) -> DecisionDay | None:
    closes = (session.closes or session.opens).last
    if closes < on:
        return None
    earliest = max(on, session.opens.first)
    due = [one for one in find_deadlines(history, session.key, matter) if one.topic is Topic.DOCUMENTS]
    rules = tuple(one.rule for one in due)
    if due and due[0].on is not None and due[0].on < on:
        words = say(
            "not at {session}: its documents were due on {day}, by {rule}",
            session=session.label,
            day=due[0].on,
            rule=str(due[0].rule),
        )
        return DecisionDay(session.key, earliest, closes, False, words, rules)
    words = say("at {session}, {day}", session=session.label, day=earliest)
    if earliest != closes:
        words = say("at {session}, {first} to {last}", session=session.label, first=earliest, last=closes)
    if due and due[0].on is not None:
        words = say("{way}, with documents by {day}", way=words, day=due[0].on)
    return DecisionDay(session.key, earliest, closes, True, words, rules)


def _by_request(history: History, body: str, on: date, matter: str) -> DecisionDay | None:
    """A special session: asked for on the day, called as soon as the rules allow, and as late as they allow."""
    request = find_rule(history, body, Topic.REQUEST, SessionSort.SPECIAL)
    notice = find_rule(history, body, Topic.NOTICE, SessionSort.SPECIAL)
    if request is None:
        return None
    documents = find_rule(history, body, Topic.DOCUMENTS, matter, SessionSort.SPECIAL)
    waits = [one for one in (notice, documents) if one is not None]
    earliest = max([on, *(first_day_for(on, one.rule) for one in waits)])
    called = days_after(on, request.rule)
    latest = earliest if notice is None else max(earliest, first_day_for(called, notice.rule))
    words = _asked(history, body, request.rule.share, on, earliest)
    if latest > earliest:
        words = say("{way}, or {day} if notice goes out as late as {called}", way=words, day=latest, called=called)
    assumed = Assumption(f"request, notice and documents go out on {_said(on)}", str(request))
    return DecisionDay("", earliest, latest, True, words, (request, *waits), (assumed,))


def _asked(history: History, body: str, share: str, on: date, earliest: date) -> Phrase:
    roll = find_roll(history, body)
    if not share:
        return say("at a special session asked for on {day}: from {first}", day=on, first=earliest)
    if roll is None:
        return say(
            "at a special session asked for on {day} by {share} of the members: from {first}",
            day=on,
            share=share,
            first=earliest,
        )
    return say(
        "at a special session asked for on {day} by {share} of the members ({number} of {members}): from {first}",
        day=on,
        share=share,
        number=share_of(share, roll.members),
        members=roll.members,
        first=earliest,
    )


def _has_period(rule: RuleStated) -> bool:
    return rule.days is not None or rule.months is not None


def _said(day: date | None) -> str:
    return "a day not known" if day is None else say_day(PartialDate.of(day))


def _check_session(history: History, statement: Statement) -> None:
    session = statement.fact
    assert isinstance(session, SessionAnnounced)
    if not session.key.strip() or not session.body.strip():
        raise Refused("a session needs a key and a body")
    if session.closes is not None and session.closes.last < session.opens.first:
        raise Refused(f"{session.label} closes before it opens")
    if session.requested is not None and session.sort is not SessionSort.SPECIAL:
        raise Refused(f"{session.label}: only a special session is requested")
    if session.requested is not None and session.requested.first > session.opens.last:
        raise Refused(f"{session.label} opens before it was requested")
    for entry, other in history.of(SessionAnnounced):
        same = other.key == session.key and entry.number != statement.corrects
        if same and not same_name(other.body, session.body):
            raise Refused(f"{session.key!r} is a session of {other.body} (entry {entry.number})")


CHECKS: Mapping[type[Any], Sequence[Check]] = {SessionAnnounced: (_check_session,)}
"""What a session must be to be entered; announced again under its key, it is put on other days."""
