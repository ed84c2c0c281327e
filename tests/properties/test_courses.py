"""What stood on a day does not depend on what is known of later days, or on which day was looked at before."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from operative.domain.days import PartialDate
from operative.domain.entries import Entry, Statement
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, EntryWithdrawn
from operative.domain.facts.mandates import Due, MandateMoved, MandateStated, NextActionSet, Step
from operative.domain.facts.reports import Answer, ReportFiled
from operative.domain.mandates import Modality
from operative.dossiers.history import History
from operative.dossiers.mandates import find_mandates
from operative.dossiers.reports import find_calendar
from operative.dossiers.shelf import Shelf
from operative.store.memory import MemoryLedgers

BEGUN = datetime(2030, 1, 1, 12, tzinfo=UTC)
DAYS = [f"2030-0{month}" if month % 2 else f"2030-0{month}-15" for month in range(1, 8)]
MANDATES, DOCUMENTS = ("m1", "m2"), ("res", "note")


def stated(id: str, reporting: bool, lasting: bool) -> MandateStated:
    """A mandate of the resolution."""
    due = Due("each year", every="P1Y") if lasting else None
    return MandateStated(
        id, "res", "op2", f"Write {id}", Modality.DIRECTIVE, "Secretary", reporting_duty=reporting, due=due
    )


def filed(id: str, document: str, mandate: str) -> ReportFiled:
    """A report that answers a mandate."""
    return ReportFiled(id, document, answers=(Answer(mandate, provision="1"),))


DAY = st.sampled_from(DAYS).map(PartialDate)
MANDATE, DOCUMENT = st.sampled_from(MANDATES), st.sampled_from(DOCUMENTS)
FACT = st.one_of(
    st.builds(DocumentNamed, DOCUMENT, st.sampled_from([DocumentRole.REPORT, DocumentRole.DECISION])),
    st.builds(stated, MANDATE, st.booleans(), st.booleans()),
    st.builds(MandateMoved, MANDATE, st.sampled_from(list(Step)), st.sampled_from(["", "Bo"])),
    st.builds(NextActionSet, MANDATE, st.sampled_from(["Write", 'Say "no"'])),
    st.builds(filed, st.sampled_from(["r1", "r2"]), DOCUMENT, MANDATE),
)
EVIDENCE = st.lists(DOCUMENT.map(Evidence), max_size=2).map(tuple)
STATEMENT = st.builds(Statement, FACT, DAY, st.just("Ana"), EVIDENCE)


@st.composite
def ledgers(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Statements as anybody could make them, some of them taken back."""
    said = draw(st.lists(STATEMENT, max_size=25))
    gone = draw(st.lists(st.integers(1, len(said)), unique=True, max_size=3)) if said else []
    said += [Statement(EntryWithdrawn("wrong"), PartialDate("2030"), "Ana", corrects=number) for number in gone]
    return tuple(Entry("any", at, BEGUN + timedelta(hours=at), one, "") for at, one in enumerate(said, 1))


@given(ledgers(), st.lists(DAY.map(lambda one: one.last), min_size=1, max_size=4), st.none() | st.integers(0, 28))
def test_views_are_the_same_cold_and_warm_and_blind_to_the_future(entries, days, hours):
    moment = None if hours is None else BEGUN + timedelta(hours=hours)
    kept = MemoryLedgers()
    for entry in entries:
        kept.append("any", [entry.statement], expected=entry.number - 1, recorded=entry.recorded)
    shelf = Shelf(kept, "any")
    shelf.refresh()
    warm = History(shelf, days[0], moment)

    for day in days:
        future = {one.number for one in entries if one.effective.last > day and one.statement.corrects is None}
        past = [one for one in entries if one.number not in future]
        for view in (find_mandates, find_calendar):
            expected = view(History(past, day, moment))
            assert view(warm.at(day)) == view(History(entries, day, moment)) == expected
