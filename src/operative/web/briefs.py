"""What a delegate is told in two minutes: asked, done, missing, cost, next; each statement with its entries."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operative.domain.days import PartialDate
from operative.domain.entries import Entry
from operative.domain.facts.decisions import ProposalTabled
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.facts.mandates import NextActionSet
from operative.domain.mandates import Modality
from operative.domain.memberships import GoalState
from operative.domain.progress import ENDED, MandateState, MandateView
from operative.dossiers.conditions import find_conditions
from operative.dossiers.decisions import find_decisions
from operative.dossiers.goals import find_goals
from operative.dossiers.history import History
from operative.dossiers.mandates import find_mandates
from operative.dossiers.reports import find_reports
from operative.dossiers.sessions import find_sessions
from operative.web.prices import price_lines
from operative.web.saying import Line, all_said, own, tell
from operative.web.templatetags.pages import day
from operative.web.words import said

__all__ = ["Part", "find_brief"]

ASKED = frozenset({Modality.DIRECTIVE, Modality.EXHORTATION})
STANDING = frozenset({GoalState.REACHED, GoalState.KEPT})
MOST = 3
"""Lines of a part, and requests of a line; what is more is counted."""


@dataclass(frozen=True, slots=True)
class Part:
    """One question of the brief with its lines; `more` says how many were left out, and `page` where they stand."""

    key: str
    title: str
    lines: tuple[Line, ...]
    page: str
    nothing: str = ""
    more: str = ""


def find_brief(history: History, entry_of: Callable[[int], Entry | None]) -> tuple[Part, ...]:
    """The five parts as of the day of the history, in the language of the page."""
    brief = _Brief(history, entry_of)
    return (
        _part("asked", _("What was asked"), brief.asked(), "requests", _("Nothing is asked yet.")),
        _part("done", _("What was done"), brief.done(), "dossier", _("Nothing is recorded as done.")),
        _part("missing", _("What is missing or late"), brief.missing(), "requests", _("Nothing is missing or late.")),
        _part(
            "costs",
            _("What it costs"),
            price_lines(history),
            "costs",
            _("No estimate was made: what it costs is unknown."),
        ),
        _part(
            "next",
            _("What comes next"),
            brief.next(),
            "session",
            _("No step, no deadline and no session are recorded."),
        ),
    )


def _part(key: str, title: str, lines: Iterable[Line], page: str, nothing: str) -> Part:
    found = tuple(lines)
    left = len(found) - MOST
    more = ngettext("%(number)s more", "%(number)s more", left) % {"number": left} if left > 0 else ""
    return Part(key, title, found[:MOST], page, nothing, more)


@dataclass(slots=True)
class _Brief:
    history: History
    entry_of: Callable[[int], Entry | None]
    mandates: Sequence[MandateView] = field(init=False)
    names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.mandates = find_mandates(self.history)
        self.names = {one.key: _name(one) for one in self.history.facts(DocumentNamed)}

    def asked(self) -> Iterator[Line]:
        """Of whom, by when: request by request, each document and addressee named once."""
        grouped: dict[tuple[str, str], list[MandateView]] = {}
        for one in self.mandates:
            if one.modality in ASKED:
                grouped.setdefault((one.document, one.addressee), []).append(one)
        for (document, addressee), those in grouped.items():
            entry = self.entry_of(those[0].entries[0])
            head = tell(
                _("{document} ({day}), to {addressee}: "),
                document=own(self.names.get(document, document)),
                day=day(entry.effective) if entry else "",
                addressee=own(addressee) if addressee else _("the body itself"),
            )
            words = _some(those, dated=True)
            yield Line(tell("{head}{words}.", head=head, words=words), tuple(one.entries[0] for one in those[:MOST]))

    def done(self) -> Iterator[Line]:
        """The newest first: requests fulfilled, reports, decisions; before them, what stands of the goals."""
        goals = list(find_goals(self.history))
        stands = [one for one in goals if one.state in STANDING]
        if stands:
            text = tell(
                _("{number} of {total} goals stand: {names}."),
                number=len(stands),
                total=len(goals),
                names=all_said(one.name for one in stands),
            )
            yield Line(text, tuple(one.entries[-1] for one in stands if one.entries))
        dated = sorted((*self._fulfilled(), *self._decided(), *self._reported()), key=lambda one: one[0], reverse=True)
        yield from (line for _when, line in dated)

    def _fulfilled(self) -> Iterator[tuple[date, Line]]:
        by_day: dict[PartialDate, list[MandateView]] = {}
        for one in self.mandates:
            if one.state is MandateState.FULFILLED:
                by_day.setdefault(one.since, []).append(one)
        for when, those in by_day.items():
            entries = [self.entry_of(one.entries[-1]) for one in those]
            proofs = dict.fromkeys(
                self.names.get(proof.document, proof.document)
                for entry in entries
                if entry
                for proof in entry.statement.evidence
            )
            text = tell(
                _("{day}, fulfilled: {labels}") if not proofs else _("{day}, fulfilled: {labels} ({documents})"),
                day=day(when),
                labels=_some(those, most=2),
                documents=all_said(proofs, "; "),
            )
            yield when.last, Line(format_html("{}.", text), tuple(one.entries[-1] for one in those))

    def _decided(self) -> Iterator[tuple[date, Line]]:
        for one in find_decisions(self.history):
            text = tell(
                _("{day}, {body}: {title} ({outcome})."),
                day=day(one.on),
                body=own(one.decision.body),
                title=own(one.decision.title),
                outcome=said(one.decision.outcome),
            )
            yield one.on.last, Line(text, (one.entry,))

    def _reported(self) -> Iterator[tuple[date, Line]]:
        for one in find_reports(self.history):
            text = tell(
                _("{day}, report: {document}."),
                day=day(one.day),
                document=own(self.names.get(one.document, one.document)),
            )
            yield one.day.last, Line(text, (one.entry,))

    def missing(self) -> Iterator[Line]:
        """What is overdue first, then what no report answers, conditions and goals, and what waits without a day."""
        waiting = [one for one in self.mandates if one.state not in ENDED and one.modality in ASKED]
        for one in (one for one in waiting if one.overdue and one.due and one.due.latest):
            assert one.due is not None
            yield Line(
                tell(_("Overdue since {day}: {label}."), day=day(one.due.latest), label=own(one.label)),
                one.entries,
            )
        for one in (one for one in waiting if one.unanswered and not one.overdue and self._is_expected(one)):
            text = tell(
                _("No report answers {things} ({label})."),
                things=all_said(scope or one.label for scope in one.unanswered),
                label=own(one.label),
            )
            yield Line(text, (one.entries[0],))
        yield from self._conditions()
        yield from self._goals()
        for one in (one for one in waiting if not one.overdue and not one.unanswered and _has_no_day(one)):
            text = tell(_("Open, and no day is set: {label}."), label=own(one.label))
            yield Line(text, (one.entries[-1],))

    def _is_expected(self, one: MandateView) -> bool:
        """Whether an answer is waited for by now: a first report that is due later is not missing."""
        return bool(one.reports) or one.due is None or one.due.latest is None

    def _conditions(self) -> Iterator[Line]:
        for one in find_conditions(self.history):
            if one.signed < one.total or str(one.keeping) == "not kept":
                text = tell(
                    _("Conditions, {draft}: {keeping}; {signed} of {total} elements are signed."),
                    draft=own(one.draft) if one.draft else _("no draft yet"),
                    keeping=said(one.keeping),
                    signed=one.signed,
                    total=one.total,
                )
                yield Line(text, (one.entry,))

    def _goals(self) -> Iterator[Line]:
        by_state: dict[GoalState, list[tuple[str, int]]] = {}
        for one in find_goals(self.history):
            if one.state not in STANDING:
                by_state.setdefault(one.state, []).append((one.name, one.entries[-1] if one.entries else 0))
        for state, those in by_state.items():
            text = tell(
                _("Goals, {state}: {names}."), state=said(state), names=all_said((name for name, _entry in those))
            )
            yield Line(text, tuple(entry for _name, entry in those if entry))

    def next(self) -> Iterator[Line]:
        """Steps that persons set, what falls due, what is tabled, and the next session."""
        on, found = self.history.on, []
        for one in self.mandates:
            if one.next_action:
                found.append((one.next_by.last if one.next_by else date.max, self._step(one)))
            if one.due and one.due.latest and one.due.latest >= on and one.state not in ENDED:
                text = tell(_("By {day}: {label}."), day=day(one.due.latest), label=own(one.label))
                found.append((one.due.latest, Line(text, (one.entries[0],))))
        decided = {one.decision.proposal for one in find_decisions(self.history)}
        for entry, tabled in self.history.of(ProposalTabled):
            if tabled.id not in decided:
                text = tell(_("{body} is to decide: {title}."), body=own(tabled.body), title=own(tabled.title))
                found.append((date.max, Line(text, (entry.number,))))
        for session in find_sessions(self.history):
            if session.opens.first > on:
                text = tell(_("{day}: {session}."), day=day(session.opens), session=own(session.label))
                found.append((session.opens.first, Line(text, (session.entry,))))
        yield from (line for _when, line in sorted(found, key=lambda one: one[0]))

    def _step(self, one: MandateView) -> Line:
        entries = tuple(entry.number for entry, fact in self.history.about(NextActionSet, "mandate", one.id))[-1:]
        words = own(one.next_action)
        if one.next_owner:
            words = tell(_("{owner}: {action}"), owner=one.next_owner, action=words)
        if one.next_by:
            words = tell(_("{action}, by {day}"), action=words, day=day(one.next_by))
        return Line(format_html("{}.", words), entries)


def _some(those: Sequence[MandateView], *, most: int = MOST, dated: bool = False) -> SafeString:
    """The first requests, with the days by which they are due where these are to be told; the others are counted."""
    words = format_html_join("; ", "{}", ((_labelled(one) if dated else own(one.label),) for one in those[:MOST]))
    rest = len(those) - MOST
    if rest <= 0:
        return words
    return format_html("{}; {}", words, ngettext("%(number)s more", "%(number)s more", rest) % {"number": rest})


def _labelled(one: MandateView) -> SafeString:
    # A label that has the day already is not followed by it once more.
    if one.due is None or one.due.latest is None or str(one.due.latest.year) in one.label:
        return own(one.label)
    return tell(_("{label}, by {day}"), label=own(one.label), day=day(one.due.latest))


def _has_no_day(one: MandateView) -> bool:
    return one.due is None or one.due.latest is None


def _name(one: DocumentNamed) -> str:
    if one.symbol:
        return one.symbol if any(char.isalpha() for char in one.symbol) else f"{one.role} {one.symbol}".capitalize()
    return one.title or one.key
