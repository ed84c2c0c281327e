"""What waits for a person in a dossier, by the role that they have in it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from operative.domain.needs import Need, Urgency
from operative.domain.people import Role, includes
from operative.domain.progress import ENDED, MandateState, MandateView
from operative.domain.reporting import DutyView
from operative.domain.signatures import DraftView
from operative.dossiers.history import History
from operative.dossiers.mandates import find_mandates
from operative.dossiers.phrasing import listed, say, say_count, say_while
from operative.dossiers.reports import find_calendar
from operative.dossiers.sessions import find_sessions

__all__ = ["find_needs"]

AHEAD = timedelta(days=120)
"""How far a person looks ahead: a third of a year, in which papers for a session are written and translated."""
LONG = timedelta(days=2 * 365)
"""A duty without a day that nothing answers for longer than this stands out: most bodies meet twice in that time."""


def find_needs(history: History, drafts: Sequence[DraftView], role: Role | None) -> tuple[Need, ...]:
    """What waits on the day of the history, the most urgent first; only a person with a role is asked to do something.

    `drafts` are those of the dossier, with what is suggested and signed of each.
    """
    mandates = {one.id: one for one in find_mandates(history)}
    found: list[Need] = []
    for duty in find_calendar(history):
        found += _of_duty(duty, mandates[duty.mandate], history.on)
    found += _of_mandates(mandates.values(), role, history.on)
    if includes(role, Role.LEGAL_ADVISER):
        found += _of_drafts(drafts)
    found += _of_sessions(history)
    return tuple(sorted(found, key=lambda one: (one.urgency, one.day or one.since or date.max)))


def _of_duty(duty: DutyView, mandate: MandateView, on: date) -> Iterator[Need]:
    """The report that is late, or else the next one that is near; and what the last one left open."""
    if duty.over:
        return
    due = duty.next.latest if duty.next else None
    subject, entries = duty.mandate, mandate.entries
    if duty.late:
        yield Need(
            Urgency.LATE,
            say("{label}: {state}", label=duty.label, state=duty.summary),
            "reports",
            say("Record the report"),
            due,
            subject,
            entries,
        )
    elif due is not None and on <= due <= on + AHEAD:
        words = say("{label}: a report is due by {day}", label=duty.label, day=due)
        yield Need(Urgency.DUE, words, "reports", say("Record the report"), due, subject, entries)
    # What is asked by a day, and has never been reported on, is not unanswered before that day.
    if duty.unanswered and not duty.late and (duty.reports or due is None):
        yield _unanswered(duty, entries, on)


def _unanswered(duty: DutyView, entries: tuple[int, ...], on: date) -> Need:
    first = duty.unanswered[0]
    words = say(
        "{label}: {things} unanswered for {time}",
        label=duty.label,
        things=listed(one.scope or duty.label for one in duty.unanswered),
        time=say_while(first.days),
    )
    urgency = Urgency.OPEN_LONG if on - first.since > LONG else Urgency.WAITING
    return Need(urgency, words, "reports", say("Record the answer"), None, duty.mandate, entries, first.since)


def _of_mandates(mandates: Iterable[MandateView], role: Role | None, on: date) -> Iterator[Need]:
    """Requests that are late, steps that were planned, and what the text asks and nobody has accepted."""
    proposed: list[MandateView] = []
    for one in mandates:
        if one.state is MandateState.PROPOSED:
            proposed.append(one)
        if one.overdue and not one.reporting_duty and one.state not in ENDED and one.due:
            words, day = say("{label}: {state}", label=one.label, state=one.summary), one.due.latest
            yield Need(Urgency.LATE, words, "requests", say("Record the step"), day, one.id, one.entries)
        elif one.next_action and one.next_by is not None and one.state not in ENDED:
            words = say("{label}: {action}, by {day}", label=one.label, action=one.next_action, day=one.next_by)
            urgency = Urgency.LATE if one.next_by.last < on else Urgency.DUE
            yield Need(urgency, words, "requests", say("Record the step"), one.next_by.last, one.id, one.entries)
    if proposed and includes(role, Role.OFFICER):
        words = say_count(
            "{number} request read from the text, not accepted yet",
            "{number} requests read from the text, not accepted yet",
            len(proposed),
        )
        entries = tuple(number for one in proposed[:3] for number in one.entries[:1])
        yield Need(Urgency.WAITING, words, "requests", say("Accept or reject"), None, proposed[0].id, entries)


def _of_drafts(drafts: Sequence[DraftView]) -> Iterator[Need]:
    """The draft that stands last, where elements wait for a signature."""
    for draft in drafts:
        elements = [element for condition in draft.conditions for element in condition.elements]
        unsigned = sum(one.signature is None for one in elements)
        if unsigned and not draft.followed_by:
            words = say(
                "{draft}: {unsigned} of {total} elements without a signature",
                draft=draft.label,
                unsigned=unsigned,
                total=len(elements),
            )
            yield Need(Urgency.WAITING, words, "conditions", say("Sign"), None, draft.label, (draft.entry,))


def _of_sessions(history: History) -> Iterator[Need]:
    """The next session, with the first day that counts for it and has not passed."""
    for session in find_sessions(history):
        if session.opens.last < history.on:
            continue
        ahead = [one for one in session.deadlines if one.on is not None and one.on >= history.on]
        first = min(ahead, key=lambda one: one.on or date.max, default=None)
        words = say("{session}, {day}", session=session.label or session.key, day=session.opens)
        day = first.on if first and first.on else session.opens.first
        if first is not None:
            words = say("{session}: {deadline}", session=words, deadline=first.words)
        urgency = Urgency.DUE if day <= history.on + AHEAD else Urgency.NEWS
        yield Need(urgency, words, "session", say("Prepare"), day, session.key, (session.entry,))
        return
