"""Who names which document among its mandates."""

import pytest

from operative.domain.facts.citations import MandateCited
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole
from operative.domain.mentions import MandateMention
from operative.dossiers.checks import CHECKS
from operative.dossiers.mentions import find_mentions
from operative.errors import MissingEvidence, Refused, UnknownSubject

from .told import history_of, told, try_after

WELLS = told(DocumentNamed("wells", DocumentRole.RESOLUTION, "L/RES/4"), evidence=())
DAMS = told(DocumentNamed("dams", DocumentRole.RESOLUTION, title="Dams"), evidence=())


def test_mentions_are_in_the_order_of_entities_and_symbols_as_of_the_day():
    later = told(MandateCited("wells", "LPO"), "2030-06-01")
    history = history_of(
        WELLS, DAMS, MandateCited("wells", "LRO", "Budget", "Water", "Wells"), MandateCited("dams", "LRO"), later,
        on="2030-03-01",
    )  # fmt: skip

    assert find_mentions(history) == (
        MandateMention("LRO", "dams", "Dams", "", "", "", 4),
        MandateMention("LRO", "wells", "L/RES/4", "Budget", "Water", "Wells", 3),
    )
    assert [one.entity for one in find_mentions(history.at(later.effective.last))] == ["LPO", "LRO", "LRO"]


@pytest.mark.parametrize(
    ("last", "error", "said"),
    [
        (told(MandateCited("canals", "LRO")), UnknownSubject, "no document 'canals'"),
        (told(MandateCited("wells")), Refused, "who names wells"),
        (told(MandateCited("wells", "LRO"), evidence=()), MissingEvidence, "needs evidence"),
    ],
)
def test_a_citation_of_nothing_by_nobody_or_without_proof_is_refused(last, error, said):
    with pytest.raises(error, match=said):
        try_after([WELLS], last, CHECKS)
