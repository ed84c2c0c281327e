"""The course of each mandate: the steps that its entries come to, taken one after the other by the table."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from operative.domain.days import PartialDate
from operative.domain.entries import Entry
from operative.domain.evidence import Evidence
from operative.domain.facts.decisions import DecisionRecorded, Outcome
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole
from operative.domain.facts.mandates import MandateMoved, MandateStated, Step
from operative.domain.facts.reports import Answer, ReportFiled
from operative.domain.findings import Finding, Severity
from operative.domain.progress import MandateState
from operative.dossiers.fulfilment import find_missing
from operative.dossiers.history import History, once
from operative.dossiers.transitions import TABLE, steps_from

__all__ = ["Course", "Filed", "Move", "course_before", "find_courses", "find_roles", "is_placed", "missing_at"]


class Filed(NamedTuple):
    """A report that answers something of a mandate: its entry, and the parts of the scope that it answers."""

    entry: Entry
    report: ReportFiled
    scopes: tuple[str, ...]


class Move(NamedTuple):
    """A step that an entry takes, or means to take, with a mandate."""

    day: date
    number: int
    entry: Entry
    step: Step
    owner: str = ""
    into: tuple[str, ...] = ()
    filed: Filed | None = None
    closed_by: DecisionRecorded | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """How a mandate came to where it stands. Reports count for its end from the move at `renewed` on."""

    entry: Entry
    stated: MandateStated
    state: MandateState
    since: PartialDate
    moves: tuple[Move, ...] = ()
    renewed: int = 0
    owner: str = ""
    into: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    reports: tuple[Filed, ...] = ()
    """Those that count, in order."""
    evidence: tuple[Evidence, ...] = ()
    """That of the entries that brought it here, each once."""

    @property
    def asked(self) -> date:
        """The day from which it is waited for: the last on which it was asked, or asked again."""
        again = self.moves and self.moves[self.renewed].step is Step.RENEW
        return self.moves[self.renewed].day if again else self.entry.effective.last

    @property
    def last(self) -> Entry:
        """The entry that made the state."""
        return self.moves[-1].entry if self.moves else self.entry

    @property
    def answered(self) -> frozenset[str]:
        """The parts of the scope that the reports which count have answered; "" stands for the mandate as such."""
        return frozenset(scope for filed in self.reports for scope in filed.scopes)


@once
def find_courses(history: History) -> dict[str, Course]:
    """The course of each mandate up to the day, by its id, in the order in which they were stated."""
    found: dict[str, Course] = {}
    for id, run in find_runs(history.whole()).items():
        if run.entry.effective.last > history.on:
            break
        if run.weighs_roles:
            moves = [move for move in run.seen if move.day <= history.on]
            run = _run(run.entry, run.stated, moves, find_roles(history))
        found[id] = run.course(history.on)
    return found


@once
def find_runs(history: History) -> "dict[str, _Run]":
    """The run of each mandate with all that is known, by its id, in the order in which they were stated.

    A course up to a day is the beginning of the run, so that another day costs no other run.
    """
    moves: dict[str, list[Move]] = {}
    for mandate, move in chain(_steps(history.of(MandateMoved)), _answers_and_decisions(history)):
        moves.setdefault(mandate, []).append(move)
    found: dict[str, _Run] = {}
    for entry, stated in history.of(MandateStated):
        if stated.id not in found:
            found[stated.id] = _run(entry, stated, moves.get(stated.id, ()), find_roles(history))
    return found


@once
def find_roles(history: History) -> dict[str, DocumentRole]:
    """What each document is to the dossier, by its key."""
    return {named.key: named.role for named in history.facts(DocumentNamed)}


def course_before(history: History, mandate: str, day: date, without: int | None = None) -> Course | None:
    """The course of one mandate with what counts up to a day; `without` is the number of an entry that is left out.

    None where the mandate is not stated.
    """
    found = history.about(MandateStated, "id", mandate)
    if not found:
        return None
    told = (*_steps(history.about(MandateMoved, "mandate", mandate)), *_answers_and_decisions(history))
    moves = [one for whose, one in told if whose == mandate and one.day <= day and one.number != without]
    return _run(*found[0], moves, find_roles(history)).course(day)


def is_placed(answer: Answer) -> bool:
    """Whether an answer is one: given, and with a place in the report or its words."""
    return answer.given and bool(answer.provision or answer.quote)


def _steps(moved: Iterable[tuple[Entry, MandateMoved]]) -> Iterator[tuple[str, Move]]:
    for entry, fact in moved:
        yield fact.mandate, Move(entry.effective.last, entry.number, entry, fact.step, fact.owner, fact.into)


def _answers_and_decisions(history: History) -> Iterator[tuple[str, Move]]:
    for entry, report in history.of(ReportFiled):
        scopes: dict[str, list[str]] = {}
        for answer in report.answers:
            if is_placed(answer):
                scopes.setdefault(answer.mandate, []).append(answer.scope)
        for mandate, answered in scopes.items():
            filed = Filed(entry, report, tuple(answered))
            yield mandate, Move(entry.effective.last, entry.number, entry, Step.REPORT, filed=filed)
    for entry, decision in history.of(DecisionRecorded):
        if decision.outcome is not Outcome.ADOPTED:
            continue
        for mandate in decision.closes:
            yield mandate, Move(entry.effective.last, entry.number, entry, Step.FULFIL, closed_by=decision)
        for mandate in decision.changes:
            yield mandate, Move(entry.effective.last, entry.number, entry, Step.ADAPT)


class _Stage(NamedTuple):
    """Where a run stood after a move was looked at: its day, and how much of each list was there."""

    day: date
    moves: int
    findings: int
    evidence: int
    state: MandateState
    since: PartialDate
    renewed: int
    owner: str
    into: tuple[str, ...]


class _Run:
    """A course in the making, and each stage of it. It `weighs_roles` where roles of documents decided on a step."""

    def __init__(self, entry: Entry, stated: MandateStated) -> None:
        self.entry, self.stated, self.since = entry, stated, entry.effective
        self.seen: list[Move] = []
        self.stages: list[_Stage] = []
        self.weighs_roles = False
        self._known: set[tuple[str, ...]] = set()
        self._evidence: list[Evidence] = []
        self.state, self.renewed = MandateState.PROPOSED, 0
        self.owner, self.into = "", tuple[str, ...]()
        self.moves: list[Move] = []
        self.findings: list[Finding] = []
        self._prove(entry)
        self._mark(date.min)

    def course(self, day: date) -> Course:
        """The course up to a day."""
        stage = self.stages[max(0, bisect_right(self.stages, day, key=itemgetter(0)) - 1)]
        moves = tuple(self.moves[: stage.moves])
        return Course(
            self.entry,
            self.stated,
            stage.state,
            stage.since,
            moves,
            stage.renewed,
            stage.owner,
            stage.into,
            tuple(self.findings[: stage.findings]),
            tuple(one.filed for one in moves[stage.renewed :] if one.filed),
            tuple(self._evidence[: stage.evidence]),
        )

    def look(self, move: Move, roles: Mapping[str, DocumentRole]) -> None:
        """Takes a step, or finds why not."""
        self.seen.append(move)
        self.take(move, roles)
        self._mark(move.day)

    def _mark(self, day: date) -> None:
        lengths = len(self.moves), len(self.findings), len(self._evidence)
        self.stages.append(_Stage(day, *lengths, self.state, self.since, self.renewed, self.owner, self.into))

    def _prove(self, entry: Entry) -> None:
        for one in entry.statement.evidence:
            # Tuples of words are compared far faster than values with fields.
            words = (one.document, one.provision, one.quote, one.digest, one.url)
            if words not in self._known:
                self._known.add(words)
                self._evidence.append(one)

    def take(self, move: Move, roles: Mapping[str, DocumentRole]) -> None:
        """Takes the step where the table allows it, and where its proof is there; else there is a finding."""
        if move.step is Step.FULFIL and Step.FULFIL in TABLE[self.state]:
            self.weighs_roles = True
            missing = missing_at(self.stated, move, self.moves[self.renewed :], roles)
            if missing and move.closed_by:
                # What the body ends although something is missing is not fulfilled.
                move = move._replace(step=Step.DISCONTINUE)
            elif missing:
                self._unproven(move, f"is not fulfilled by it: {'; '.join(missing)}")
                return
        elif move.closed_by:
            move = move._replace(step=Step.DISCONTINUE)
        if move.step is Step.REPORT and not (move.filed or move.entry.statement.evidence):
            self._unproven(move, "is not reported by it: no document says so")
            return
        after = TABLE[self.state].get(move.step)
        if after is None:
            what = f"is {self.state}: no way to {move.step}; steps from here: {steps_from(self.state)}"
            message = f"entry {move.number}: {self.stated.id} {what}"
            self.findings.append(Finding("mandate-step", Severity.WARNING, message))
            return
        if after is not self.state or (move.step is Step.REPORT and after is MandateState.REPORTED):
            self.since = move.entry.effective
        if move.step is Step.RENEW:
            self.renewed = len(self.moves)
        self.state, self.owner, self.into = after, move.owner or self.owner, move.into or self.into
        self.moves.append(move)
        self._prove(move.entry)

    def _unproven(self, move: Move, what: str) -> None:
        message = f"entry {move.number}: {self.stated.id} {what}"
        self.findings.append(Finding("mandate-unproven", Severity.WARNING, message))


def missing_at(
    stated: MandateStated, move: Move, moves: Iterable[Move], roles: Mapping[str, DocumentRole]
) -> tuple[str, ...]:
    """What a step to the end of a mandate lacks, after the other steps that count; nothing where it is proven."""
    filed = [one.filed for one in moves if one.filed]
    answered = frozenset(scope for one in filed for scope in one.scopes)
    documents = {evidence.document for evidence in move.entry.statement.evidence}
    documents.update(one.report.document for one in filed)
    if move.closed_by and move.closed_by.document:
        documents.add(move.closed_by.document)
    return find_missing(stated, documents, answered, roles)


def _run(entry: Entry, stated: MandateStated, moves: Iterable[Move], roles: Mapping[str, DocumentRole]) -> _Run:
    run = _Run(entry, stated)
    for move in sorted(moves, key=itemgetter(0, 1)):
        run.look(move, roles)
    return run
