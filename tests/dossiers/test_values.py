"""What no entry holds, whatever it states."""

from decimal import Decimal

import pytest

from operative.domain.days import PartialDate
from operative.domain.evidence import Evidence
from operative.domain.facts.dossiers import DocumentNamed, DocumentRole, EventNoted, RoleGranted
from operative.domain.facts.engagements import EngagementHeld, Form
from operative.domain.facts.estimates import InputStated
from operative.domain.people import Role
from operative.dossiers.values import check_given, check_values
from operative.errors import Refused

from .told import told


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (told(EventNoted("")), "event.noted needs 'title'"),
        (told(EventNoted(" \n")), "event.noted needs 'title'"),
        (told(RoleGranted(" ", Role.READER)), "needs 'person'"),
        (told(EngagementHeld("", Form.LETTER, "them", "First")), "needs 'id'"),
        (told(EventNoted("a\x1b[2Jb")), r"title: 'a\\x1b\[2Jb' holds the control character U\+001B"),
        (told(EventNoted("a\x00b")), r"U\+0000"),
        (told(EventNoted("a"), by="Ana\x07"), "by: .* control"),
        (told(EventNoted("a", about=("x", "y\x85"))), "about: .* control"),
        (told(EventNoted("a"), evidence=[Evidence("rules", "op1\x0b")]), "provision: .* control"),
        (told(EventNoted("a"), "0203-05-01"), "effective: 0203-05-01 is not between the years 1000 and 2999"),
        (told(DocumentNamed("r", DocumentRole.REPORT, dated=PartialDate("9999"))), "dated: 9999"),
        (told(InputStated("x", "USD", Decimal("1e999999"))), "value: 1.000000e.999999 has more than 100 digits"),
        (told(InputStated("x", "USD", Decimal("1e-999999"))), "value: .* more than 100 digits"),
        (told(InputStated("x", "USD", Decimal(1), year=10**101)), "year: .* more than 100 digits"),
    ],
)
def test_what_is_no_value_is_refused_with_its_field(statement, said):
    with pytest.raises(Refused, match=said):
        (check_given if "needs" in said else check_values)(statement)


@pytest.mark.parametrize(
    "statement",
    [
        told(EventNoted("état № 5 — 王\n\tand more")),
        told(InputStated("share", "", Decimal("0.100"))),
        told(InputStated("x", "USD", Decimal("-123456789012345678901234567890.5"))),
        told(InputStated("x", "USD", Decimal("0E+99"))),
        told(EventNoted("a"), "1648-10-24"),
    ],
)
def test_what_is_odd_and_right_is_admitted(statement):
    check_values(statement)
    check_given(statement)
