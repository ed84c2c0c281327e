from datetime import UTC, date, datetime, timedelta

import pytest

from operative.domain.days import PartialDate
from operative.domain.entries import Entry, Statement
from operative.domain.facts.dossiers import EventNoted
from operative.dossiers.history import History

START = datetime(2030, 1, 1, tzinfo=UTC)
ENTRIES = [
    Entry("wells", number, START + timedelta(days=number), Statement(EventNoted("x"), PartialDate(day), "A. Clerk"), "")
    for number, day in enumerate(("2030", "2040-01-01", "2029"), 1)
]


@pytest.mark.parametrize(
    ("on", "known_at", "upto", "version"),
    [
        (date(2030, 1, 1), None, None, 3),
        (date.max, None, 2, 2),
        (date.max, START + timedelta(days=2), None, 2),
        (date.max, START + timedelta(days=2, hours=3), 1, 1),
        (date.max, START, None, 0),
    ],
)
def test_the_version_is_the_last_entry_that_was_known_whatever_day_it_is_about(on, known_at, upto, version):
    assert History(ENTRIES, on, known_at, upto).version == version
