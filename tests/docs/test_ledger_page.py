"""The example on the page of the ledger comes out as printed."""

import re
from datetime import UTC, date, datetime

import pytest

from operative.domain.days import PartialDate
from operative.domain.entries import Entry, Statement
from operative.domain.facts.dossiers import EntryWithdrawn, EventNoted
from operative.dossiers.history import History

from .public_names import page


def table(first: str) -> list[list[str]]:
    """The rows of the table on the page whose first column has this name."""
    lines = page("concepts/ledger.md").splitlines()
    begin = next(number for number, line in enumerate(lines) if line.startswith(f"| {first} |"))
    rows = []
    for line in lines[begin + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def entries() -> list[Entry]:
    """The entries of the first table."""
    made = []
    for number, recorded, effective, event, corrects in table("number"):
        withdrawn = re.fullmatch(r"\(withdrawn: (?P<reason>.+)\)", event)
        fact = EntryWithdrawn(withdrawn["reason"]) if withdrawn else EventNoted(event)
        statement = Statement(fact, PartialDate(effective), "Ana", corrects=int(corrects) if corrects else None)
        when = datetime.combine(date.fromisoformat(recorded), datetime.min.time(), UTC)
        made.append(Entry("wells", int(number), when, statement, ""))
    return made


@pytest.mark.parametrize(("on", "known_at", "stands"), table("on"))
def test_what_stood_on_a_day_as_far_as_it_was_known(on: str, known_at: str, stands: str):
    moment = datetime.combine(date.fromisoformat(known_at), datetime.max.time(), UTC)
    history = History(entries(), date.fromisoformat(on), moment)

    assert "; ".join(fact.title for fact in history.facts(EventNoted)) == stands.replace("nothing", "")
