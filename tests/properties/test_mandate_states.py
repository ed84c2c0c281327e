"""Whatever is entered, in whatever order: no mandate is fulfilled without proof, and views follow from facts alone."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.decisions import DecisionRecorded, Outcome
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, DossierOpened, EntryWithdrawn
from operative.domain.facts.mandates import Due, MandateMoved, MandateStated, Step
from operative.domain.facts.reports import Answer, ReportFiled
from operative.domain.mandates import Modality
from operative.domain.progress import MandateState
from operative.dossiers.admission import admit
from operative.dossiers.history import History
from operative.dossiers.mandates import CHECKS, find_mandates
from operative.dossiers.reports import CHECKS as REPORT_CHECKS
from operative.dossiers.reports import find_calendar, find_reports
from operative.errors import Refused
from tests.dossiers.told import END, entries_of, told

ASKED = date(2030, 1, 1)
MANDATES = {
    "plain": MandateStated("plain", "res", "op1", "act", Modality.DIRECTIVE),
    "report": MandateStated(
        "report", "res", "op2", "report", Modality.DIRECTIVE, scope=("talks", "costs"), reporting_duty=True
    ),
    "always": MandateStated(
        "always", "res", "op3", "inform", Modality.DIRECTIVE, due=Due("", continuous=True), reporting_duty=True
    ),
    "deliver": MandateStated("deliver", "res", "op4", "lay", Modality.EXHORTATION, deliverables=("options",)),
}
ROLES = {
    "res": DocumentRole.RESOLUTION,
    "rep": DocumentRole.REPORT,
    "letter": DocumentRole.EVIDENCE,
    "end": DocumentRole.DECISION,
}
BEGIN = [
    told(DossierOpened("Wells"), ASKED.isoformat(), evidence=()),
    *(told(DocumentNamed(key, role), ASKED.isoformat(), evidence=()) for key, role in ROLES.items()),
    *(told(one, ASKED.isoformat(), evidence=()) for one in MANDATES.values()),
]
DAYS = st.integers(0, 60).map(lambda days: (ASKED + timedelta(days=days)).isoformat())
PROOFS = st.lists(st.sampled_from(sorted(ROLES)).map(lambda key: Evidence(key, "p1")), max_size=2).map(tuple)
NAMES = st.sampled_from(sorted(MANDATES))
MOVES = st.builds(
    lambda mandate, step, into, reason, day, proof: told(
        MandateMoved(mandate, step, into=into, reason=reason), day, evidence=proof
    ),
    NAMES,
    st.sampled_from(Step),
    st.lists(NAMES, max_size=1).map(tuple),
    st.sampled_from(["", "a reason"]),
    DAYS,
    PROOFS,
)
ANSWERS = st.builds(Answer, NAMES, st.sampled_from(["", "talks", "costs"]), st.booleans(), st.sampled_from(["", "p1"]))
REPORTS = st.builds(
    lambda key, answers, day: told(ReportFiled(f"r{key}", "rep", answers=tuple(answers)), day),
    st.integers(0, 99),
    st.lists(ANSWERS, max_size=3),
    DAYS,
)
DECISIONS = st.builds(
    lambda closes, outcome, document, day: told(
        DecisionRecorded("d", "Council", "end", outcome, document=document, closes=(closes,)), day, evidence=()
    ),
    NAMES,
    st.sampled_from([Outcome.ADOPTED, Outcome.REJECTED]),
    st.sampled_from(["", "end", "res"]),
    DAYS,
)
STATEMENTS = st.one_of(MOVES, MOVES, REPORTS, DECISIONS)


def proof_of(view, entries, on) -> set[str]:
    """The documents, other than the one that asks, that any entry about the mandate names by the day."""
    found: set[str] = set()
    for entry in entries:
        fact = entry.fact
        about = (
            (isinstance(fact, MandateMoved) and fact.mandate == view.id)
            or (isinstance(fact, DecisionRecorded) and view.id in fact.closes)
            or (isinstance(fact, ReportFiled) and any(one.mandate == view.id for one in fact.answers))
        )
        if about and entry.effective.last <= on:
            found.update(one.document for one in entry.statement.evidence)
            found.update(getattr(fact, "document", "") for _ in "1" if getattr(fact, "document", ""))
    return found - {view.document}


def check_proven(entries, on=END) -> None:
    """Every fulfilled mandate has a document for it; a report answers all that was asked; what lasts was ended."""
    for view in find_mandates(History(entries, on)):
        if view.state is not MandateState.FULFILLED:
            continue
        documents = proof_of(view, entries, on)
        assert documents
        answers = [
            answer
            for entry in entries
            if isinstance(entry.fact, ReportFiled) and entry.effective.last <= on
            for answer in entry.fact.answers
            if answer.mandate == view.id and answer.given and answer.provision
        ]
        if view.reporting_duty:
            assert answers
            assert set(MANDATES[view.id].scope) <= {answer.scope for answer in answers}
        if view.id == "always":
            assert "end" in documents


@given(st.lists(STATEMENTS, max_size=25), st.integers(0, 70))
@settings(max_examples=150, deadline=None)
def test_no_ledger_whatever_is_in_it_shows_a_mandate_fulfilled_without_proof(statements, days):
    entries = entries_of([*BEGIN, *statements])

    check_proven(entries)
    check_proven(entries, ASKED + timedelta(days=days))


@given(st.lists(STATEMENTS, max_size=15), st.randoms(use_true_random=False), st.integers(0, 70))
@settings(max_examples=60, deadline=None)
def test_the_order_in_which_entries_are_handed_in_is_nothing(statements, shuffler, days):
    on = ASKED + timedelta(days=days)
    entries = entries_of([*BEGIN, *statements])
    mixed = list(entries)
    shuffler.shuffle(mixed)

    for find in (find_mandates, find_reports, find_calendar):
        assert find(History(entries, on)) == find(History(mixed, on))


@given(st.lists(STATEMENTS, max_size=15), st.lists(STATEMENTS, max_size=8), st.integers(0, 59))
@settings(max_examples=60, deadline=None)
def test_what_happens_later_changes_no_earlier_day(statements, later, days):
    on = ASKED + timedelta(days=days)
    after = [Statement(one.fact, PartialDate.of(on + timedelta(days=1)), one.by, one.evidence) for one in later]
    before, whole = entries_of([*BEGIN, *statements]), entries_of([*BEGIN, *statements, *after])

    for find in (find_mandates, find_reports, find_calendar):
        assert find(History(before, on)) == find(History(whole, on))


@given(st.lists(STATEMENTS, max_size=15))
@settings(max_examples=60, deadline=None)
def test_reports_only_ever_come(statements):
    """What was filed by a day is filed on every later day; what was stated stays stated."""
    entries = entries_of([*BEGIN, *statements])
    seen: set[str] = set()
    for days in range(0, 61, 10):
        history = History(entries, ASKED + timedelta(days=days))
        reports = {one.id for one in find_reports(history)}
        assert seen <= reports
        assert len(find_mandates(history)) == len(MANDATES)
        seen = reports


class Desk(RuleBasedStateMachine):
    """Somebody who enters whatever is admitted, and takes back what stands."""

    def __init__(self) -> None:
        super().__init__()
        self.statements = list(BEGIN)

    def _enter(self, statement: Statement) -> None:
        history = History(entries_of(self.statements), END)
        try:
            admit(history, statement, {**CHECKS, **REPORT_CHECKS}, day=END)
        except Refused:
            return
        self.statements.append(statement)

    @rule(statement=st.one_of(MOVES, MOVES, REPORTS))
    def enter(self, statement: Statement) -> None:
        self._enter(statement)

    @rule(mandate=NAMES)
    def fulfil_without_a_document(self, mandate: str) -> None:
        known = len(self.statements)
        self._enter(told(MandateMoved(mandate, Step.FULFIL), "2031-01-01", evidence=()))
        reported = any(isinstance(one.fact, ReportFiled) for one in self.statements)
        assert len(self.statements) == known or reported

    @rule(mandate=NAMES)
    def fulfil_with_everything(self, mandate: str) -> None:
        answers = tuple(Answer(mandate, one, provision="p1") for one in ("", *MANDATES[mandate].scope))
        self._enter(told(MandateMoved(mandate, Step.ACCEPT), "2030-01-02"))
        self._enter(told(ReportFiled(f"r{len(self.statements)}", "rep", answers=answers), "2030-01-03"))
        self._enter(told(MandateMoved(mandate, Step.FULFIL), "2030-12-01", evidence=(Evidence("end", "op1"),)))

    @rule(place=st.integers(len(BEGIN) + 1, 60))
    def take_back(self, place: int) -> None:
        if place <= len(self.statements):
            taken = told(EntryWithdrawn("a mistake"), "2030-01-01", corrects=place)
            self._enter(taken)

    @invariant()
    def nothing_is_fulfilled_without_proof(self) -> None:
        standing = History(entries_of(self.statements), END).known
        check_proven(list(standing))


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
