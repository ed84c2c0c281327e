"""A draft against a corpus -> which of its provisions exist already, where, and what changed by word."""

from collections.abc import Callable, Iterable

from operative.comparison.pieces import find_pieces, find_words
from operative.corpus.overlap import LIKENESS
from operative.corpus.wordings import Wordings
from operative.corpus.words import words_of
from operative.domain.overlaps import DraftOverlap, Echo, Place
from operative.domain.redlines import Change, Piece

__all__ = ["find_echoes"]


def find_echoes(
    provisions: Iterable[tuple[str, str]],
    wordings: Wordings,
    text_of: Callable[[int], str],
    place_of: Callable[[int], Place],
    likeness: float = LIKENESS,
) -> DraftOverlap:
    """An echo for each provision of a draft, given as its id and its text, in their order.

    `text_of` and `place_of` tell the words and the place of a text of the corpus by its number in `wordings`.
    """
    return DraftOverlap(
        tuple(echo_of(name, text, wordings, text_of, place_of, likeness) for name, text in provisions)
    )


def echo_of(
    name: str,
    text: str,
    wordings: Wordings,
    text_of: Callable[[int], str],
    place_of: Callable[[int], Place],
    likeness: float,
) -> Echo:
    """Where the words of one provision stand already; the wording with the same words goes before all others."""
    words = words_of(text)
    alike = wordings.find_like(text, likeness)
    if not alike:
        return Echo(name, Change.ADDED, words=len(words), new_words=len(words))
    equal = [number for number, share in alike if share == 1 and words_of(text_of(wordings.first[number])) == words]
    number, share = (equal[0], 1.0) if equal else alike[0]
    places = tuple(place_of(place) for place in wordings.texts_of(number))
    if equal:
        return Echo(name, Change.SAME, 1.0, places, words=len(words))
    pieces = find_pieces(text_of(wordings.first[number]), text)
    return Echo(name, Change.CHANGED, share, places, pieces, len(words), min(added_words(pieces), len(words)))


def added_words(pieces: Iterable[Piece]) -> int:
    """How many words the new text has more or otherwise."""
    return sum(len(find_words(piece.words)) for piece in pieces if piece.change is Change.ADDED)
