"""What is true of any text that is cut into provisions."""

from hypothesis import given, settings
from hypothesis import strategies as st

from operative.domain.provisions import Kind
from operative.domain.readings import Structure
from operative.domain.texts import Text
from operative.errors import EmptySource
from operative.structure.resolution import split_structure
from operative.text.plain import read_plain
from tests.properties.texts import Planned, resolutions

SLOWLY = settings(max_examples=60, deadline=None)


def split(printed: str) -> tuple[Text, Structure]:
    text = read_plain(printed.encode())
    return text, split_structure(text, "en")


def words_of(structure: Structure, kind: Kind) -> list[str]:
    return [provision.text for provision in structure.provisions if provision.kind is kind]


def check_sum(text: Text, structure: Structure) -> None:
    """Every visible character is in exactly one extent."""
    end = 0
    for extent in structure.extents:
        assert extent.span.start >= end
        assert not text.content[end : extent.span.start].strip()
        end = extent.span.end
    assert not text.content[end:].strip()


@SLOWLY
@given(resolutions, st.sampled_from(("\n\n", "\n")), st.booleans())
def test_what_was_planned_is_found(planned: Planned, gap: str, own_line: bool) -> None:
    _, structure = split(planned.printed(gap, own_line=own_line))

    assert words_of(structure, Kind.PREAMBULAR) == list(planned.preamble)
    assert words_of(structure, Kind.OPERATIVE) == [words for words, _ in planned.operative]
    assert words_of(structure, Kind.SUBPARAGRAPH) == [point for _, below in planned.operative for point in below]
    assert structure.documents[0].number == "41"
    assert structure.documents[0].title == planned.title


@SLOWLY
@given(resolutions)
def test_operative_numbers_run_from_one_and_points_hang_on_their_paragraph(planned: Planned) -> None:
    _, structure = split(planned.printed())
    operative = [provision for provision in structure.provisions if provision.kind is Kind.OPERATIVE]

    assert [provision.id for provision in operative] == [f"op{n}" for n in range(1, len(operative) + 1)]
    for provision in structure.provisions:
        if provision.kind is Kind.SUBPARAGRAPH:
            assert provision.parent is not None
            assert provision.id.startswith(f"{provision.parent}.")


@SLOWLY
@given(resolutions, st.sampled_from(("\u00a0", "  ", "\t", " \u200e")))
def test_another_kind_of_space_changes_nothing(planned: Planned, space: str) -> None:
    _, one = split(planned.printed())
    _, other = split(planned.printed(space=space))

    assert [(p.id, p.kind, p.text, p.lead) for p in one.provisions] == [
        (p.id, p.kind, p.text, p.lead) for p in other.provisions
    ]


@SLOWLY
@given(resolutions, st.integers(30, 100))
def test_another_width_of_lines_changes_nothing(planned: Planned, width: int) -> None:
    whole = planned.printed()
    _, one = split(whole)
    _, other = split("\n\n".join(wrap(block, width) for block in whole.strip().split("\n\n")))

    assert [(p.id, p.text, p.lead) for p in one.provisions] == [(p.id, p.text, p.lead) for p in other.provisions]


def wrap(block: str, width: int) -> str:
    lines, line = [], ""
    for word in block.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@SLOWLY
@given(resolutions)
def test_every_word_maps_back_to_the_source(planned: Planned) -> None:
    text, structure = split(planned.printed())

    check_sum(text, structure)
    for provision in structure.provisions:
        for segment in provision.segments:
            source = text.content[segment.source : segment.source + segment.length]
            assert source.split() == provision.text[segment.at : segment.at + segment.length].split()
        assert provision.source_of(0, len(provision.text)).of(text.content).split() == provision.text.split()


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab1.2()iv,;: \n\f\t–—_*\u00a0Requests TheCouncil"), max_size=300))
def test_nothing_is_lost_of_any_text(printed: str) -> None:
    try:
        text, structure = split(printed)
    except EmptySource:
        assert not printed.strip()
        return

    check_sum(text, structure)
    assert structure == split(printed)[1]
    assert len({provision.id for provision in structure.provisions}) == len(structure.provisions)
