"""What nobody may enter, whoever they are in a dossier, and who may take back what was entered."""

import pytest

from operative.domain.facts.conditions import VerdictSigned
from operative.domain.facts.dossiers import DossierOpened, EntryWithdrawn
from operative.domain.verdicts import Verdict
from operative.dossiers.conditions import CHECKS
from operative.errors import NotEntitled, Refused

from .test_conditions import BEGIN, signed
from .told import OPENED, told, try_after

SIGNED = (*BEGIN, signed("e1", "contradicted"))
SIGNATURE = len(OPENED) + len(SIGNED)
SECOND_ELEMENT = len(OPENED) + 5


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        (told(EntryWithdrawn("gone"), corrects=1), Refused),
        (told(DossierOpened("Mine"), by="M. Allory", corrects=1), NotEntitled),
        (told(EntryWithdrawn("no"), by="O. Officer", corrects=SIGNATURE), NotEntitled),
        (told(EntryWithdrawn("no"), by="X. Nobody", corrects=SIGNATURE), NotEntitled),
        (told(VerdictSigned("draft 1", "e1", Verdict.EXPLICIT), by="X. Nobody", corrects=SIGNATURE), NotEntitled),
    ],
)
def test_what_is_refused(statement, error):
    with pytest.raises(error):
        try_after(SIGNED, statement, CHECKS)


@pytest.mark.parametrize(
    "statement",
    [
        told(DossierOpened("Wells and bridges"), corrects=1),
        told(EntryWithdrawn("a slip"), by="L. Counsel", corrects=SIGNATURE),
        told(EntryWithdrawn("a slip"), by="O. Officer", corrects=SECOND_ELEMENT),
    ],
)
def test_what_is_admitted(statement):
    try_after(SIGNED, statement, CHECKS)
