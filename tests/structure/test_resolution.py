"""Plain text cut into provisions: numbers, broken words, and the markers of notes."""

import pytest

from operative.domain.provisions import Kind
from operative.domain.readings import Structure
from operative.structure.resolution import split_structure
from operative.text.plain import read_plain

HEAD = "RESOLUTION No. 41\n\nNIGHT FERRIES\n\nThe Council,\n\nRecalling its resolution No. 12 on the ferries,\n\n"


def split(body: str) -> Structure:
    return split_structure(read_plain((HEAD + body).encode()), "en")


def numbered(body: str) -> list[tuple[str, str]]:
    """Ids and words of what stands below the preamble."""
    return [(p.id, p.text) for p in split(body).provisions if p.id.startswith("op")]


NUMBERS = [
    (
        "1. Requests the Director to see that the crew:\n\n(a) is paid;\n\n(b) is fed;\n\n2. Urges members to help.\n",
        ["op1", "op1.a", "op1.b", "op2"],
    ),
    (
        "1. Requests the Director:\n\n(a) to look at:\n\n(i) ropes;\n\n(ii) sails;\n\n(iii) masts;\n\n(iv) oars;\n\n"
        "(v) pumps;\n\n(b) to report.\n",
        ["op1", "op1.a", "op1.a.i", "op1.a.ii", "op1.a.iii", "op1.a.iv", "op1.a.v", "op1.b"],
    ),
    (
        # A number out of order is part of the sentence.
        "1. Takes note of the ferry rules, of the harbour guide, and of the maps that were added to chapter\n"
        "47. The maps are new;\n\n2. Urges members to help.\n",
        ["op1", "op2"],
    ),
]


@pytest.mark.parametrize(("body", "ids"), NUMBERS)
def test_numbers_make_provisions(body: str, ids: list[str]) -> None:
    assert [id for id, _ in numbered(body)] == ids


NOT_OF_THE_COUNT = [
    "1. Takes note of the maps of chapter\n\n47. Of the guide;\n\n2. Urges members to help.\n",
    "1. Takes note of the maps of rule\n\n25. of the guide, which is new;\n\n2. Urges members to help.\n",
]


@pytest.mark.parametrize("body", NOT_OF_THE_COUNT)
def test_a_number_far_from_the_count_opens_no_paragraph(body: str) -> None:
    structure = split(body)

    assert [p.number for p in structure.provisions if p.kind is Kind.OPERATIVE] == ["1.", "2."]
    assert "number-out-of-order" in [finding.code for finding in structure.findings]


OUT_OF_ORDER = [
    ("1. Requests the Director:\n\n(a) to row;\n\n(b) to sail;\n\n(c) to rest.\n", []),
    ("1. Requests the Director:\n\n(a) to row;\n\n(d) to sail;\n\n(e) to rest.\n", ["number-out-of-order"]),
    ("1. Requests the Director:\n\n(i) to row;\n\n(ii) to sail;\n\n(iii) to rest;\n\n(iv) to eat.\n", []),
]


@pytest.mark.parametrize(("body", "codes"), OUT_OF_ORDER)
def test_a_point_out_of_order_is_a_finding(body: str, codes: list[str]) -> None:
    assert [finding.code for finding in split(body).findings if finding.code == "number-out-of-order"] == codes


BROKEN = [
    # the compound stands elsewhere in the text
    (
        "1. Welcomes the follow-up of the ferry plan, and asks that this follow-\nup be kept;\n",
        "Welcomes the follow-up of the ferry plan, and asks that this follow-up be kept;",
    ),
    # the whole word does
    (
        "1. Welcomes the harbours of the north, and asks that har-\nbours of the south be kept;\n",
        "Welcomes the harbours of the north, and asks that harbours of the south be kept;",
    ),
    # a capital behind the hyphen
    ("1. Welcomes the new Under-\nSecretary of ferries;\n", "Welcomes the new Under-Secretary of ferries;"),
]


@pytest.mark.parametrize(("body", "words"), BROKEN)
def test_a_hyphen_at_a_line_end_stays_where_it_belongs(body: str, words: str) -> None:
    assert numbered(body) == [("op1", words)]


@pytest.mark.parametrize(
    "body", [body for body, _ in BROKEN] + ["1. Welcomes  the\u00a0ferry \t and its\u00ad crew;\n"]
)
def test_mended_words_map_back_to_the_source(body: str) -> None:
    text = read_plain((HEAD + body).encode())
    provisions = split_structure(text, "en").provisions

    for provision in provisions:
        for segment in provision.segments:
            shown = provision.text[segment.at : segment.at + segment.length]

            assert shown.split() == text.content[segment.source : segment.source + segment.length].split()


def test_the_marker_of_a_note_is_no_word_of_the_provision() -> None:
    body = (
        "1. Welcomes the findings of the ferry committee,1 and its two chairs;\n\n"
        "2. Urges members to read them.2\n\n"
        "1 Document C/41/6, annex.\n2 Document C/41/7.\n"
    )

    structure = split(body)

    assert numbered(body) == [
        ("op1", "Welcomes the findings of the ferry committee, and its two chairs;"),
        ("op2", "Urges members to read them."),
    ]
    assert [(note.marker, note.provision) for note in structure.notes] == [("1", "op1"), ("2", "op2")]
