"""The language of a corpus: what repeats in it, and what of a draft it has already."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from operative.corpus.corpora import Corpus
from operative.corpus.echoes import find_echoes
from operative.corpus.overlap import LIKENESS, find_overlap
from operative.corpus.wordings import Wordings, make_wordings
from operative.domain.holdings import HeldProvision
from operative.domain.overlaps import DraftOverlap, NearPair, Overlap, Place
from operative.domain.provisions import Kind

__all__ = ["COMPARED", "LEAST", "Repeated", "compared_provisions", "draft_overlap", "find_repeated", "wordings_of"]

WORDINGS = "wordings"
"""The name of the wordings among what is derived."""

COMPARED = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.ARTICLE, Kind.ANNEX, Kind.BODY})
"""What is compared: not titles, headings, enacting words and what closes a text, which always repeat."""

LEAST = 60
"""Characters that a provision has at least where a whole corpus is compared: shorter ones repeat by chance."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """What repeats in a corpus: the provisions that were compared, and their overlap by number among them."""

    provisions: tuple[HeldProvision, ...]
    overlap: Overlap

    def groups(self) -> Iterable[tuple[HeldProvision, ...]]:
        """The provisions with the same words, the most frequent wording first."""
        for repetition in sorted(self.overlap.repetitions, key=lambda one: (-len(one.texts), one.texts)):
            yield tuple(self.provisions[text] for text in repetition.texts)

    def near(self) -> Iterable[tuple[HeldProvision, HeldProvision, NearPair]]:
        """The provisions that are nearly the same, the most alike first."""
        for pair in sorted(self.overlap.near, key=lambda one: (-one.likeness, one.one, one.other)):
            yield self.provisions[pair.one], self.provisions[pair.other], pair


def compared_provisions(corpus: Corpus, least: int = 0) -> list[HeldProvision]:
    """The provisions that carry the language of their texts, in the order of the corpus."""
    return [one for one in corpus.provisions if one.kind in COMPARED and len(one.text) >= least]


def find_repeated(corpus: Corpus, likeness: float = LIKENESS, jobs: int = 2) -> Repeated:
    """What repeats in a corpus, over everything."""
    provisions = tuple(compared_provisions(corpus, LEAST))
    return Repeated(provisions, find_overlap((one.text for one in provisions), likeness, jobs))


def wordings_of(corpus: Corpus) -> Wordings:
    """The wordings of all compared provisions; made where they are not there or not current, then kept."""
    folder = corpus.derived(WORDINGS)
    if not corpus.is_current(WORDINGS):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        make_wordings(one.text for one in compared_provisions(corpus)).save(folder)
        corpus.mark_current(WORDINGS)
    return Wordings.load(folder)


def draft_overlap(corpus: Corpus, draft: Sequence[tuple[str, str]], likeness: float = LIKENESS) -> DraftOverlap:
    """What of a draft, given as ids and texts of its provisions, the corpus has already."""
    provisions = compared_provisions(corpus)

    def text_of(number: int) -> str:
        return provisions[number].text

    def place_of(number: int) -> Place:
        return provisions[number].place

    found = find_echoes(draft, wordings_of(corpus), text_of, place_of, likeness)
    return DraftOverlap(tuple(replace(echo, places=dated(echo.places, corpus)) for echo in found.echoes))


def dated(places: Iterable[Place], corpus: Corpus) -> tuple[Place, ...]:
    """The places by day of adoption, those without one last."""
    return tuple(sorted(places, key=lambda place: (corpus.holdings[place.document].adopted or "~", place)))
