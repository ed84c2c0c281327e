from datetime import UTC, datetime

import pytest

import operative
from operative.domain.claims import Author, Claim, Stand, anchor_of
from operative.exchange.akn import validate_akn

TEXT = (
    "RESOLUTION No. 7\n\nThe Council,\n1.\nRequests the Director General to dig wells by 2031;\n2.\n"
    "Invites the Mayor to report on resolution A/RES/77/188.\n"
)


def corrected():
    """The text with one addressee that a person rejected."""
    plain = operative.read(TEXT.encode(), name="text.txt")
    act = plain.acts[0]
    words = next(one.text for one in plain.provisions if one.id == act.provision)
    claim = Claim(
        anchor_of(act, words),
        "addressees",
        act.addressees[0].words,
        Stand.REJECTED,
        Author.PERSON,
        "A. Clerk",
        datetime(2030, 1, 1, tzinfo=UTC),
    )
    return operative.read(TEXT.encode(), name="text.txt", claims=[claim])


def said_of(data):
    found = operative.read(data, name="text.akn.xml").findings
    return [one.message for one in found if one.code == "analysis-differs"]


def test_a_file_in_which_the_rules_find_the_same_has_no_finding():
    assert said_of(operative.read(TEXT.encode(), name="text.txt").to_akn()) == []


def test_what_a_person_had_corrected_is_not_lost_in_silence():
    (message,) = said_of(corrected().to_akn())

    assert "op1-act1" in message
    assert "op2" not in message


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        (b'<op:references type="list">', b'<op:references type="list"><op:item type="table"/>', "A/RES/77/188"),
        (b">directive<", b">decision<", "op1-act1"),
        (b'<op:goals type="list">', b'<op:goals type="list"><op:item type="table"><op:id>g9</op:id></op:item>', "g9"),
    ],
)
def test_every_sort_of_difference_is_named(before, after, name):
    data = operative.read(TEXT.encode(), name="text.txt").to_akn()

    assert before in data
    (message,) = said_of(data.replace(before, after, 1))
    assert name in message


def test_the_mark_up_alone_is_the_same_whatever_was_asked_before_and_has_no_analysis():
    first, later = (operative.read(TEXT.encode(), name="text.txt") for _ in range(2))
    whole = later.to_akn()
    bare = first.to_akn(analysed=False)

    assert b"otherAnalysis" in whole
    assert b"otherAnalysis" not in bare
    assert b"/en/A/RES/77/188" in bare
    assert later.to_akn(analysed=False) == bare
    assert first.to_akn() == whole
    assert validate_akn(bare) == ()
