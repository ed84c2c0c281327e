"""What waits for a person in a dossier, by the role that they have in it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from operative.domain.days import PartialDate
from operative.domain.needs import Need, Urgency
from operative.domain.people import Role, includes
from operative.domain.progress import ENDED, MandateState, MandateView
from operative.domain.reporting import DutyView
from operative.domain.signatures import DraftView
from operative.dossiers.history import History
from operative.dossiers.mandates import find_mandates
from operative.dossiers.reports import find_calendar
from operative.dossiers.saying import say_day
from operative.dossiers.sessions import find_sessions
from operative.dossiers.wordings import count

__all__ = ["find_needs"]

AHEAD = timedelta(days=120)
"""How far a person looks ahead: a third of a year, in which papers for a session are written and translated."""


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
    return tuple(sorted(found, key=lambda one: (one.urgency, one.day or date.max)))


def _of_duty(duty: DutyView, mandate: MandateView, on: date) -> Iterator[Need]:
    """The report that is late, or else the next one that is near; and what the last one left open."""
    if duty.over:
        return
    due = duty.next.latest if duty.next else None
    subject, entries = duty.mandate, mandate.entries
    if duty.late:
        yield Need(Urgency.LATE, f"{duty.label}: {duty.summary}", "reports", "Record the report", due, subject, entries)
    elif due is not None and on <= due <= on + AHEAD:
        words = f"{duty.label}: a report is due by {say_day(PartialDate.of(due))}"
        yield Need(Urgency.DUE, words, "reports", "Record the report", due, subject, entries)
    if duty.unanswered and not duty.late:
        scopes = " and ".join(one.scope for one in duty.unanswered[:2])
        more = f" and {len(duty.unanswered) - 2} more" if len(duty.unanswered) > 2 else ""
        words = f"{duty.label}: {scopes}{more} unanswered for {count(duty.unanswered[0].days, 'day')}"
        yield Need(Urgency.WAITING, words, "reports", "Record the answer", None, subject, entries)


def _of_mandates(mandates: Iterable[MandateView], role: Role | None, on: date) -> Iterator[Need]:
    """Requests that are late, steps that were planned, and what the text asks and nobody has accepted."""
    proposed: list[MandateView] = []
    for one in mandates:
        if one.state is MandateState.PROPOSED:
            proposed.append(one)
        if one.overdue and not one.reporting_duty and one.state not in ENDED and one.due:
            words, day = f"{one.label}: {one.summary}", one.due.latest
            yield Need(Urgency.LATE, words, "requests", "Record the step", day, one.id, one.entries)
        elif one.next_action and one.next_by is not None and one.state not in ENDED:
            words = f"{one.label}: {one.next_action}, by {say_day(one.next_by)}"
            urgency = Urgency.LATE if one.next_by.last < on else Urgency.DUE
            yield Need(urgency, words, "requests", "Record the step", one.next_by.last, one.id, one.entries)
    if proposed and includes(role, Role.OFFICER):
        words = f"{count(len(proposed), 'request')} read from the text, not accepted yet"
        entries = tuple(number for one in proposed[:3] for number in one.entries[:1])
        yield Need(Urgency.WAITING, words, "requests", "Accept or reject", None, proposed[0].id, entries)


def _of_drafts(drafts: Sequence[DraftView]) -> Iterator[Need]:
    """The draft that stands last, where elements wait for a signature."""
    for draft in drafts:
        elements = [element for condition in draft.conditions for element in condition.elements]
        unsigned = sum(one.signature is None for one in elements)
        if unsigned and not draft.followed_by:
            words = f"{draft.label}: {count(unsigned, 'element')} of {len(elements)} without a signature"
            yield Need(Urgency.WAITING, words, "conditions", "Sign", None, draft.label, (draft.entry,))


def _of_sessions(history: History) -> Iterator[Need]:
    """The next session, with the first day that counts for it and has not passed."""
    for session in find_sessions(history):
        if session.opens.last < history.on:
            continue
        ahead = [one for one in session.deadlines if one.on is not None and one.on >= history.on]
        first = min(ahead, key=lambda one: one.on or date.max, default=None)
        words = f"{session.label or session.key}, {say_day(session.opens)}"
        day = first.on if first and first.on else session.opens.first
        if first is not None:
            words = f"{words}: {first.words}"
        urgency = Urgency.DUE if day <= history.on + AHEAD else Urgency.NEWS
        yield Need(urgency, words, "session", "Prepare", day, session.key, (session.entry,))
        return
