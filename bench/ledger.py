"""A ledger of 100,000 entries: what an entry, a view and a verification take.

    python bench/ledger.py

The entries are made up: half of them events, then observations, letters, inputs, and 500 mandates with their steps.
Views are timed in a place that has just opened the dossier (cold), in one that has seen it before (warm), and there for
days that nobody has looked at yet; then again where the entries are those of 1,000 dossiers. Entering is timed by the
clock, for it waits for the disk; views and verification in processor time, for others use the machine.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from statistics import median

from rows import Row

from operative.bootstrap.dossiers import Dossier, open_dossiers
from operative.domain.days import PartialDate
from operative.domain.entries import Statement
from operative.domain.evidence import Evidence
from operative.domain.facts import Fact
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, DossierOpened, EventNoted
from operative.domain.facts.engagements import EngagementHeld, Form
from operative.domain.facts.estimates import InputStated
from operative.domain.facts.indicators import IndicatorDefined, ObservationMade
from operative.domain.facts.mandates import MandateMoved, MandateStated, NextActionSet, Step
from operative.domain.mandates import Modality
from operative.dossiers.conditions import find_conditions
from operative.dossiers.decisions import find_decisions
from operative.dossiers.documents import find_documents
from operative.dossiers.engagements import find_raising
from operative.dossiers.estimates import find_estimates
from operative.dossiers.goals import find_goals
from operative.dossiers.history import History
from operative.dossiers.indicators import find_indicators
from operative.dossiers.mandates import find_mandates
from operative.dossiers.proposals import find_proposals
from operative.dossiers.reports import find_calendar, find_reports
from operative.dossiers.status import find_status
from operative.dossiers.timeline import find_timeline

ENTRIES = 100_000
MANY = 1_000
MANDATES = 500
STEPS = (Step.ACCEPT, Step.ASSIGN, Step.START)
BATCH = 5_000
VIEW, APPEND, VERIFY = 150.0, 10.0, 5.0
BEGUN = date(2016, 1, 1)


def measure(data: Path) -> list[Row]:
    """Times on SQLite, the default; the tests hold PostgreSQL to the same behaviour."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/dossiers.db"
        dossier = open_dossiers(url).create("long", DossierOpened("Long"), by="Ana", effective=PartialDate.of(BEGUN))
        made = list(statements())
        begun = time.perf_counter()
        for start in range(0, len(made), BATCH):
            dossier.enter(made[start : start + BATCH])
        each = (time.perf_counter() - begun) / len(made) * 1000
        rows = [
            Row("entry, one of many", where(), each, APPEND, "lower", "ms", note="checked, chained, kept on disk"),
            Row("entry, alone", where(), alone(dossier), APPEND, "lower", "ms", note="one by one, each on disk"),
        ]
        rows += [*views(url, "long", where()), page(url)]
        begun = time.process_time()
        findings = dossier.verify()
        took = time.process_time() - begun
        rows.append(Row("verify", where(), took, VERIFY, "lower", "s", note=f"{len(findings)} findings"))
    return [*rows, *many()]


def where() -> str:
    """The size, as the table says it."""
    return f"{ENTRIES:,} entries"


def statements(mandates: int = MANDATES, indicators: int = 50) -> Iterator[Statement]:
    """So many statements that all may be entered, after the one that opens the dossier."""
    named = PartialDate.of(BEGUN)
    yield Statement(DocumentNamed("res", DocumentRole.RESOLUTION), named, "Ana Petrova")
    for told, fact in enumerate(facts(mandates, indicators), 3):
        day = PartialDate.of(BEGUN + timedelta(days=told // 30))
        yield Statement(fact, day, "Ana Petrova", (Evidence.quoting("res", "op2", f"the words that prove it, {told}"),))
        if told == ENTRIES:
            return


def facts(mandates: int, indicators: int) -> Iterator[Fact]:
    """Facts without end, in an order in which they can be entered."""
    for number in range(indicators):
        yield IndicatorDefined(f"i{number}", f"Indicator {number}", "%")
    for number in range(mandates):
        yield MandateStated(f"m{number}", "res", "op2", f"Report {number}", Modality.DIRECTIVE, "Director General")
    number = 0
    while True:
        mandate = f"m{number % mandates}"
        if number < mandates * len(STEPS):
            yield MandateMoved(mandate, STEPS[number // mandates], owner="Bo")
        elif number % 10 == 0:
            yield MandateMoved(mandate, Step.ADAPT, reason="the Council said so")
        yield NextActionSet(mandate, f"Write the letter {number}")
        yield from (EventNoted(f"Event {number} of {mandate}", (mandate,)) for _ in range(5))
        yield ObservationMade(
            f"i{number % indicators}", PartialDate(str(1900 + number // indicators % 200)), Decimal(number)
        )
        yield EngagementHeld(f"e{number}", Form.LETTER, "The other side", f"Letter {number}", raised=(mandate,))
        yield InputStated(f"budget{number % 20}", "USD", Decimal(number))
        number += 1


def alone(dossier: Dossier) -> float:
    """Milliseconds that an entry takes where one is entered at a time: the middle one of fifty."""
    times = []
    for number in range(50):
        statement = Statement(NextActionSet(f"m{number}", "Wait"), PartialDate("2030"), "Ana Petrova")
        begun = time.perf_counter()
        dossier.enter([statement])
        times.append((time.perf_counter() - begun) * 1000)
    return median(times)


VIEWS: dict[str, Callable[[History], object]] = {
    "status": find_status,
    "mandates": find_mandates,
    "calendar of reports": find_calendar,
    "reports": find_reports,
    "documents": find_documents,
    "conditions": find_conditions,
    "engagements": find_raising,
    "indicators": find_indicators,
    "estimates": find_estimates,
    "goals": find_goals,
    "decisions": find_decisions,
    "proposals": find_proposals,
    "time line, the last 50": lambda history: find_timeline(history, most=50),
    "one mandate": lambda history: history.about(MandateMoved, "mandate", "m7"),
    "one indicator": lambda history: history.about(ObservationMade, "indicator", "i7"),
}
"""What people look at. A list of the whole ledger is no view: it is shown in pages, and exported in a stream."""
DAY, NEXT, PAST = date(2030, 1, 1), date(2030, 1, 2), date(2018, 5, 1)
MOMENT = datetime(2100, 1, 1, tzinfo=UTC)
OPENED = 3


def views(url: str, key: str, data: str) -> Iterator[Row]:
    """The time of each view: in a process that has just opened the dossier, again, and of days not looked at yet."""
    for name, view in VIEWS.items():
        times: dict[str, list[float]] = {}
        for _ in range(OPENED):
            dossier = open_dossiers(url).open(key)
            for when, day, moment in (
                ("cold", DAY, None),
                ("warm", DAY, None),
                ("another day", NEXT, None),
                ("a past day", PAST, None),
                ("as known then", DAY, MOMENT),
            ):
                begun = time.process_time()
                view(dossier.history(day, moment))
                times.setdefault(when, []).append((time.process_time() - begun) * 1000)
        for when, taken in times.items():
            # Others use the machine: what it takes is what it takes when they let it.
            yield Row(f"view: {name}, {when}", data, min(taken), VIEW, "lower", "ms")


def page(url: str) -> Row:
    """The time of one page of the ledger as it was recorded."""
    dossier = open_dossiers(url).open("long")
    begun = time.process_time()
    tuple(dossier.entries(ENTRIES // 2, ENTRIES // 2 + 100))
    return Row("view: 100 entries of the ledger", where(), (time.process_time() - begun) * 1000, VIEW, "lower", "ms")


def many() -> Iterator[Row]:
    """As many entries in so many dossiers: a view of one of them, and one of all."""
    data = f"{MANY:,} dossiers of {ENTRIES // MANY}"
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/dossiers.db"
        dossiers = open_dossiers(url)
        made = list(islice(statements(mandates=5, indicators=3), ENTRIES // MANY))
        opened = Statement(DossierOpened("Short"), PartialDate.of(BEGUN), "Ana")
        for number in range(MANY):
            dossiers.ledgers.append(f"d{number}", [opened, *made], expected=0, recorded=MOMENT)
        yield from views(url, "d500", data)
        begun = time.process_time()
        dossiers = open_dossiers(url)
        for key in dossiers.keys():  # noqa: SIM118  # it is no mapping
            find_status(dossiers.open(key).history(DAY))
        each = (time.process_time() - begun) / MANY * 1000
        yield Row("view: the status of every dossier, each", data, each, None, "lower", "ms")


if __name__ == "__main__":
    for row in measure(Path()):
        print(f"{row.what:40} {row.figure:10.2f} {row.unit:3} {row.note}")
