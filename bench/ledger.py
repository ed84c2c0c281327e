"""A ledger of 100,000 entries: what an entry, a view and a verification take.

    python bench/ledger.py

The entries are made up: half of them events, then observations, letters, inputs, and 500 mandates with their steps.
Views are timed in a process that has just opened the dossier (cold) and in one that has seen it before (warm). Entering
is timed by the clock, for it waits for the disk; views and verification in processor time, for others use the machine.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
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
from operative.dossiers.mandates import find_mandates

ENTRIES = 100_000
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
        rows += views(url)
        begun = time.process_time()
        findings = dossier.verify()
        took = time.process_time() - begun
        rows.append(Row("verify", where(), took, VERIFY, "lower", "s", note=f"{len(findings)} findings"))
        return rows


def where() -> str:
    """The size, as the table says it."""
    return f"{ENTRIES:,} entries"


def statements() -> Iterator[Statement]:
    """So many statements that all may be entered, after the one that opens the dossier."""
    named = PartialDate.of(BEGUN)
    yield Statement(DocumentNamed("res", DocumentRole.RESOLUTION), named, "Ana Petrova")
    for told, fact in enumerate(facts(), 3):
        day = PartialDate.of(BEGUN + timedelta(days=told // 30))
        yield Statement(fact, day, "Ana Petrova", (Evidence.quoting("res", "op2", f"the words that prove it, {told}"),))
        if told == ENTRIES:
            return


def facts() -> Iterator[Fact]:
    """Facts without end, in an order in which they can be entered."""
    for number in range(50):
        yield IndicatorDefined(f"i{number}", f"Indicator {number}", "%")
    for number in range(MANDATES):
        yield MandateStated(f"m{number}", "res", "op2", f"Report {number}", Modality.DIRECTIVE, "Director General")
    number = 0
    while True:
        mandate = f"m{number % MANDATES}"
        if number < MANDATES * len(STEPS):
            yield MandateMoved(mandate, STEPS[number // MANDATES], owner="Bo")
        elif number % 10 == 0:
            yield MandateMoved(mandate, Step.ADAPT, reason="the Council said so")
        yield NextActionSet(mandate, f"Write the letter {number}")
        yield from (EventNoted(f"Event {number} of {mandate}", (mandate,)) for _ in range(5))
        yield ObservationMade(f"i{number % 50}", PartialDate(str(1900 + number // 50 % 200)), Decimal(number))
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


VIEWS: dict[str, Callable[[Dossier], object]] = {
    "all mandates": lambda dossier: find_mandates(dossier.history(date(2030, 1, 1))),
    "all mandates, another day": lambda dossier: find_mandates(dossier.history(date(2018, 5, 1))),
    "all mandates, as known then": lambda dossier: find_mandates(dossier.history(date(2030, 1, 1), MOMENT)),
    "one mandate": lambda dossier: dossier.history(date(2030, 1, 1)).about(MandateMoved, "mandate", "m7"),
    "one indicator": lambda dossier: dossier.history(date(2030, 1, 1)).about(ObservationMade, "indicator", "i7"),
    "all letters": lambda dossier: dossier.history(date(2030, 1, 1)).facts(EngagementHeld),
    "the last 50 events": lambda dossier: dossier.history(date(2030, 1, 1)).entries[-50:],
    "everything": lambda dossier: dossier.history(date(2030, 1, 1)).entries,
}
MOMENT = datetime(2100, 1, 1, tzinfo=UTC)


def views(url: str) -> list[Row]:
    """The time of each view, cold and warm."""
    rows = []
    for name, view in VIEWS.items():
        dossier = open_dossiers(url).open("long")
        times = []
        for _ in range(4):
            begun = time.process_time()
            view(dossier)
            times.append((time.process_time() - begun) * 1000)
        rows.append(Row(f"view, cold: {name}", where(), times[0], VIEW, "lower", "ms"))
        rows.append(Row(f"view, warm: {name}", where(), median(times[1:]), VIEW, "lower", "ms"))
    return rows


if __name__ == "__main__":
    for row in measure(Path()):
        print(f"{row.what:40} {row.figure:10.2f} {row.unit:3} {row.note}")
