"""A draft against what exists: same, changed by word, new."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from operative.corpus.echoes import find_echoes
from operative.corpus.shingles import shingles_of
from operative.corpus.wordings import Wordings, make_wordings
from operative.domain.overlaps import Place
from operative.domain.redlines import Change, Piece

TEXTS = [
    "Requests the Secretariat to mend the wells of the valley every year",
    "Thanks the Government for its help",
    "requests the Secretariat to mend the wells of the valley, every year",
    "Requests the Secretariat to mend the wells of the hills in the coming decade",
]


def echoes_of(*provisions, likeness=0.8):
    return find_echoes(
        [(f"op{number}", text) for number, text in enumerate(provisions, 1)],
        make_wordings(TEXTS),
        TEXTS.__getitem__,
        lambda number: Place("texts", f"op{number}"),
        likeness,
    )


@pytest.mark.parametrize(
    ("text", "change", "places", "new_words"),
    [
        (TEXTS[1].upper(), Change.SAME, ["op1"], 0),
        (TEXTS[0], Change.SAME, ["op0", "op2"], 0),
        (TEXTS[0] + " again", Change.CHANGED, ["op0", "op2"], 1),
        ("Also " + TEXTS[0][0].lower() + TEXTS[0][1:], Change.CHANGED, ["op0", "op2"], 2),
        ("Decides to build a bridge", Change.ADDED, [], 5),
        ("", Change.ADDED, [], 0),
        ("Thanks", Change.ADDED, [], 1),
    ],
)
def test_an_echo_tells_what_exists_where(text, change, places, new_words):
    (echo,) = echoes_of(text).echoes

    assert (echo.change, [place.provision for place in echo.places], echo.new_words) == (change, places, new_words)


def test_a_changed_provision_shows_what_changed_by_word():
    (echo,) = echoes_of(TEXTS[0] + " again").echoes

    assert echo.pieces == (Piece(Change.SAME, TEXTS[0]), Piece(Change.ADDED, " again"))
    assert echo.likeness == pytest.approx(10 / 11)


def test_the_share_of_new_language_counts_words():
    overlap = echoes_of(TEXTS[1], "Decides to build a bridge over the river")

    assert overlap.new_share == pytest.approx(8 / 14)
    assert echoes_of().new_share == 0


def test_wordings_come_back_from_a_folder(tmp_path):
    made = make_wordings(TEXTS)
    made.save(tmp_path)
    loaded = Wordings.load(tmp_path)

    assert loaded.find_like(TEXTS[0], 0.5) == made.find_like(TEXTS[0], 0.5) != []


def test_nothing_is_like_anything_in_an_empty_corpus():
    assert make_wordings([]).find_like(TEXTS[0], 0.1) == []


WORDS = st.lists(st.sampled_from(["wells", "bridges", "and", "the", "report"]), max_size=10).map(" ".join)


@given(st.lists(WORDS, max_size=10), WORDS, st.sampled_from([0.2, 0.5, 0.8]))
def test_like_wordings_are_those_that_counting_finds(texts, text, likeness):
    wordings = make_wordings(texts)
    wanted = shingles_of(text)
    shares = [len(wanted & shingles_of(one)) / max(len(wanted | shingles_of(one)), 1) for one in texts]
    alike = wordings.find_like(text, likeness)
    found = {place: share for number, share in alike for place in wordings.texts_of(number)}

    assert found == pytest.approx({place: share for place, share in enumerate(shares) if share >= likeness})
