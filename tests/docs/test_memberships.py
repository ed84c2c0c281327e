"""The table of standings on the page on memberships comes out as printed."""

from datetime import UTC, date, datetime

import pytest

from operative.domain.days import PartialDate
from operative.domain.entries import Basis, Entry, Statement
from operative.domain.facts.mechanisms import MechanismDescribed, Standing, StandingReported
from operative.dossiers.history import History
from operative.dossiers.memberships import find_standings

from .public_names import page
from .test_concepts import rows

ROWS = rows(page("concepts/memberships.md"), "entered for one mechanism")


def statement(words: str) -> Statement:
    """ "2030-05-02 invitee, by then" as a statement."""
    told, *marks = words.strip("` ").split(", ")
    day, standing = told.split()
    fact = StandingReported("LRO", "top", Standing(standing), by_then="by then" in marks)
    return Statement(
        fact, PartialDate(day), "A. Clerk", basis=Basis.BACKGROUND if "background" in marks else Basis.SEEN
    )


@pytest.mark.parametrize(("entered", "said"), ROWS, ids=[row[0] for row in ROWS])
def test_a_standing_comes_out_as_printed(entered: str, said: str) -> None:
    described = Statement(MechanismDescribed("top", "Top Board"), PartialDate("2029"), "A. Clerk")
    statements = [described, *(statement(one) for one in entered.split(";") if one != "nothing")]
    now = datetime(2032, 1, 1, tzinfo=UTC)
    entries = [Entry("wells", number, now, one, "") for number, one in enumerate(statements, 1)]
    (view,) = find_standings(History(entries, date(2032, 1, 1)), "LRO")

    assert len(ROWS) == 7
    assert view.words == said
