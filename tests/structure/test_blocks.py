"""Where paragraphs begin, and how broken words are mended."""

import pytest

from operative.domain.provisions import Kind
from operative.domain.readings import Structure
from operative.domain.texts import Line, Text
from operative.structure.resolution import split_structure
from operative.text.plain import read_plain

HEAD = "RESOLUTION No. 12\n\nHARBOURS\n\n"


def split(printed: str) -> Structure:
    return split_structure(read_plain(printed.encode()), "en")


def words_of(structure: Structure, kind: Kind) -> list[str]:
    return [provision.text for provision in structure.provisions if provision.kind is kind]


def test_recitals_that_follow_the_body_line_by_line_are_told_apart() -> None:
    structure = split(
        HEAD + "The Council,\nRecalling its plan,\nNoting the tides,\nDetermined to act,\n\n1. Decides;\n"
    )

    assert words_of(structure, Kind.ENACTING) == ["The Council,"]
    assert words_of(structure, Kind.PREAMBULAR) == ["Recalling its plan,", "Noting the tides,", "Determined to act,"]


@pytest.mark.parametrize("sign", ["\u200e", "\u200f", "\u202a", "\ufeff"])
def test_a_sign_of_direction_before_a_number_is_no_part_of_it(sign: str) -> None:
    structure = split(
        f"{HEAD}The Council,\n\nNoting the tides,\n\n{sign}1. Decides to act;\n\n{sign}2. Requests help;\n"
    )

    assert [(p.id, p.number) for p in structure.provisions if p.kind is Kind.OPERATIVE] == [
        ("op1", "1."),
        ("op2", "2."),
    ]


def test_lines_that_a_word_processor_holds_for_paragraphs_are_joined() -> None:
    lines = [
        "RESOLUTION No. 12",
        "The Council,",
        "Recalling the long report of the Board on the harbours of the",
        "region and on the pilots who",
        "serve them,",
        "1. Requests the Director General to take account of the small",
        "harbours and of all that is",
        "needed there by the pilots;",
        "2. Decides to go on with the",
        "work that it began.",
    ]
    content = "\n".join(lines)
    places = [content.index(line) for line in lines]
    text = Text(
        content,
        tuple(Line(at, at + len(line), opens=True) for at, line in zip(places, lines, strict=True)),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )

    structure = split_structure(text, "en")

    assert words_of(structure, Kind.OPERATIVE) == [
        "Requests the Director General to take account of the small "
        "harbours and of all that is needed there by the pilots;",
        "Decides to go on with the work that it began.",
    ]
    for provision in structure.provisions:
        sources = [segment.source for segment in provision.segments]
        assert sources == sorted(sources)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        # The joined word stands elsewhere.
        ("the United Na-\ntions and all Nations", "the United Nations and all Nations"),
        # The compound does.
        ("a long-\nterm plan, a long-term aim", "a long-term plan, a long-term aim"),
        # A capital behind the hyphen.
        ("the Inter-\nAgency Committee", "the Inter-Agency Committee"),
        # A prefix that keeps it.
        ("a non-\nbinding text", "a non-binding text"),
        # A text that breaks no words keeps even what it has no other witness for.
        (
            "the follow-\nup and the follow-up; an income-\ngenerating plan",
            "the follow-up and the follow-up; an income-generating plan",
        ),
        # One that breaks words gives up what has no two words for halves.
        ("all gov-\nernment of a government; the har-\nbours", "all government of a government; the harbours"),
    ],
)
def test_hyphens_at_line_ends(printed: str, expected: str) -> None:
    structure = split(f"{HEAD}The Council,\n\nNoting {printed},\n\n1. Decides to act;\n")

    assert words_of(structure, Kind.PREAMBULAR) == [f"Noting {expected},"]


@pytest.mark.parametrize(
    ("numbers", "codes"),
    [
        ("1 2 3", []),
        ("1 3", ["number-missing"]),
        ("1 2 2", ["number-duplicate"]),
        ("1 3 2 3", ["number-missing", "number-out-of-order", "number-duplicate"]),
        ("1 2 5", ["number-missing"]),
    ],
)
def test_what_a_count_gets_wrong_is_reported_and_kept(numbers: str, codes: list[str]) -> None:
    paragraphs = [
        f"{number}. Decides to see to harbour {letter};"
        for number, letter in zip(numbers.split(), "ABCD", strict=False)
    ]
    structure = split(HEAD + "The Council,\n\nNoting the tides,\n\n" + "\n\n".join(paragraphs) + "\n")

    assert [finding.code for finding in structure.findings] == codes
    assert len(words_of(structure, Kind.OPERATIVE)) == len(paragraphs)
