"""A provision -> its earlier and later wordings across sessions and bodies."""

from collections.abc import Iterable, Sequence

from operative.comparison.pieces import find_pieces
from operative.corpus.corpora import Corpus
from operative.corpus.language import compared_provisions, wordings_of
from operative.corpus.overlap import LIKENESS
from operative.corpus.series import FEWEST_WORDS, matter_of
from operative.corpus.shingles import shingles_of
from operative.corpus.words import words_of
from operative.domain.holdings import HeldProvision
from operative.domain.lineages import Lineage, LineageStep
from operative.domain.overlaps import Place
from operative.domain.redlines import Change
from operative.errors import WrongCall

__all__ = ["KINSHIP", "find_lineage"]

KINSHIP = 0.5
"""From this share of shingles in common on, a wording in a text on the same matter is an earlier or later one of the
same provision: lower than for overlap, since a new session and a new date change several runs of words.
"""

FORMULA = 12
"""Words that stand in more texts on other matters are a formula of the body, which goes from text to text by itself."""


def find_lineage(corpus: Corpus, place: Place) -> Lineage:
    """The wordings of a provision by day of adoption, of each document the one that is most like it.

    Texts of the same body on the same matter (the same title, numbers apart) are followed by half of the shingles;
    other texts only where they have nearly the same words, and not where so many have them that they are a formula.
    Raises `WrongCall` where there is no such provision, or none that is compared (titles and headings are not).
    """
    provisions = compared_provisions(corpus)
    own = next((one for one in provisions if one.place == place), None)
    if own is None:
        ids = [one.provision for one in provisions if one.document == place.document]
        known = ", ".join(ids[:12]) + (" ..." if len(ids) > 12 else "")
        raise WrongCall(f"{place.document} has no provision {place.provision!r} to follow; there are: {known}")
    wordings = wordings_of(corpus)
    matter = matter_in(corpus, own.document)
    kin: dict[str, HeldProvision] = {own.document: own}
    others: dict[str, HeldProvision] = {}
    for number, share in wordings.find_like(own.text, KINSHIP):
        for text in wordings.texts_of(number):
            found = provisions[text]
            if matter[1] and matter_in(corpus, found.document) == matter:
                kin.setdefault(found.document, found)
            elif share >= LIKENESS and found.document not in kin:
                others.setdefault(found.document, found)
    if len(others) <= FORMULA:
        return Lineage(place, tuple(steps_of(corpus, by_day(corpus, [*kin.values(), *others.values()]))))
    elsewhere = tuple(one.place for one in by_day(corpus, others.values()))
    return Lineage(place, tuple(steps_of(corpus, by_day(corpus, kin.values()))), elsewhere)


def matter_in(corpus: Corpus, document: str) -> tuple[str, tuple[str, ...]]:
    """The body of a document and the words of its title that tell its matter; none where these are too few."""
    holding = corpus.holdings[document]
    matter = matter_of(holding.title)
    return holding.body or holding.body_name, matter if len(matter) >= FEWEST_WORDS else ()


def by_day(corpus: Corpus, provisions: Iterable[HeldProvision]) -> list[HeldProvision]:
    """The provisions by day of adoption, those without one last."""
    return sorted(provisions, key=lambda one: (corpus.holdings[one.document].adopted or "~", one.place))


def steps_of(corpus: Corpus, chosen: Sequence[HeldProvision]) -> list[LineageStep]:
    """Each wording against the one before it."""
    steps: list[LineageStep] = []
    before: HeldProvision | None = None
    for one in chosen:
        adopted = corpus.holdings[one.document].adopted
        if before is None:
            steps.append(LineageStep(one.place, adopted, Change.ADDED, 0.0))
        elif words_of(before.text) == words_of(one.text):
            steps.append(LineageStep(one.place, adopted, Change.SAME, 1.0))
        else:
            pieces = find_pieces(before.text, one.text)
            steps.append(LineageStep(one.place, adopted, Change.CHANGED, shared(before.text, one.text), pieces))
        before = one
    return steps


def shared(one: str, other: str) -> float:
    """The share of shingles that two texts have in common."""
    first, second = shingles_of(one), shingles_of(other)
    return len(first & second) / len(first | second) if first | second else 0.0
