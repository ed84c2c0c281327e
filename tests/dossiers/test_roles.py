"""Who may enter what: the role of the day on which it is entered, whatever day it is about."""

from datetime import date

import pytest

from operative.domain.facts.conditions import VerdictSigned
from operative.domain.facts.dossiers import DossierOpened, EntryWithdrawn, EventNoted, RoleGranted
from operative.domain.people import Role
from operative.domain.verdicts import Verdict
from operative.dossiers.conditions import find_drafts
from operative.dossiers.history import History
from operative.dossiers.roles import check_entitled, role_of
from operative.errors import NotEntitled

from .test_conditions import BEGIN, signed
from .told import END, OPENED, entries_of, history_of, told

GRANTS = (
    *OPENED,
    told(RoleGranted("R. Reader", Role.READER)),
    told(RoleGranted("C. Contributor", Role.CONTRIBUTOR)),
    told(RoleGranted("L. Counsel", Role.LEGAL_ADVISER)),
    told(RoleGranted("G. Gone", Role.OFFICER)),
    told(RoleGranted("G. Gone", None), "2031-01-01"),
    told(RoleGranted("N. Next", Role.LEGAL_ADVISER), "2033-01-01"),
    told(VerdictSigned("draft 1", "e1", Verdict.EXPLICIT), by="L. Counsel"),
    told(RoleGranted("B. Boss", Role.ADMINISTRATOR)),
)
SIGNATURE, GRANT = 9, 5
EVENT, SIGNS = EventNoted("a thing"), VerdictSigned("draft 1", "e1", Verdict.SILENT)
GRANTING, WITHDRAWN = RoleGranted("X", Role.OFFICER), EntryWithdrawn("no")
CHECKED = [
    (EVENT, "A. Clerk", None, True),
    (EVENT, "C. Contributor", None, True),
    (EVENT, "R. Reader", None, False),
    (EVENT, "G. Gone", None, False),
    (EVENT, "U. Unknown", None, True),
    (SIGNS, "L. Counsel", None, True),
    (SIGNS, "A. Clerk", None, True),
    (SIGNS, "C. Contributor", None, False),
    (SIGNS, "N. Next", None, False),
    (SIGNS, "U. Unknown", None, False),
    (GRANTING, "B. Boss", None, True),
    (GRANTING, "L. Counsel", None, False),
    (GRANTING, "U. Unknown", None, False),
    (WITHDRAWN, "C. Contributor", SIGNATURE, False),
    (WITHDRAWN, "L. Counsel", SIGNATURE, True),
    (WITHDRAWN, "L. Counsel", GRANT, False),
    (WITHDRAWN, "C. Contributor", 2, True),
]


@pytest.mark.parametrize(("fact", "by", "corrects", "may"), CHECKED)
def test_a_person_is_held_to_the_role_that_they_have(fact, by, corrects, may):
    history, statement = history_of(*GRANTS, on="9999-12-31"), told(fact, by=by, corrects=corrects)
    if may:
        check_entitled(history, statement, date(2032, 1, 1), Role.CONTRIBUTOR)
    else:
        with pytest.raises(NotEntitled, match=f"{by} .* it takes the role"):
            check_entitled(history, statement, date(2032, 1, 1), Role.CONTRIBUTOR)


@pytest.mark.parametrize(
    ("guest", "fact", "may"),
    [(None, EVENT, False), (Role.ADMINISTRATOR, EVENT, True), (Role.ADMINISTRATOR, GRANTING, True),
     (Role.ADMINISTRATOR, SIGNS, False)],
)  # fmt: skip
def test_a_guest_has_the_role_of_the_place_and_signs_nothing(guest, fact, may):
    history, statement = history_of(*GRANTS, on="9999-12-31"), told(fact, by="U. Unknown")
    if may:
        check_entitled(history, statement, date(2032, 1, 1), guest)
    else:
        with pytest.raises(NotEntitled, match=r"U\. Unknown has no role in this dossier"):
            check_entitled(history, statement, date(2032, 1, 1), guest)


@pytest.mark.parametrize(
    ("person", "day", "role"),
    [
        ("N. Next", "2032-12-31", None),
        ("N. Next", "2033-01-01", Role.LEGAL_ADVISER),
        ("G. Gone", "2030-12-31", Role.OFFICER),
        ("G. Gone", "2031-01-01", None),
        ("A. Clerk", "2000-01-01", Role.ADMINISTRATOR),
    ],
)
def test_a_role_is_that_of_a_day(person, day, role):
    assert role_of(History(entries_of(GRANTS), END), person, date.fromisoformat(day)) is role


def signatures(*statements):
    draft = find_drafts(history_of(*OPENED, *BEGIN, *statements))[0]
    return draft.conditions[0].signed, [one.code for one in draft.findings]


GRANTED = len(OPENED) + 1 + [type(one) for one in BEGIN].index(RoleGranted)


@pytest.mark.parametrize(
    ("statements", "count"),
    [
        ((told(DossierOpened("Other title"), corrects=1), ), 1),
        ((told(RoleGranted("L. Counsel", Role.LEGAL_ADVISER), "2030-01-02", corrects=GRANTED),), 1),
        ((told(RoleGranted("L. Counsel", Role.READER), corrects=GRANTED),), 0),
        ((told(RoleGranted("L. Counsel", Role.LEGAL_ADVISER), "2032-02-01", corrects=GRANTED),), 0),
        ((told(EntryWithdrawn("no"), corrects=GRANTED),), 0),
    ],
)  # fmt: skip
def test_a_correction_stands_in_the_place_of_what_it_corrects(statements, count):
    by = "A. Clerk" if isinstance(statements[0].fact, DossierOpened) else "L. Counsel"
    found = signatures(signed("e1", "explicit", by=by), *statements)

    assert found == (count, [] if count else ["signature-not-entitled"])
