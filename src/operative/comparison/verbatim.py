"""Sentences that a draft takes over from the resolution as they are: they keep it and limit nothing."""

from collections.abc import Sequence

from operative.comparison.parties import Parties, Side
from operative.comparison.statements import Statement, split_statements
from operative.comparison.traits import Trait
from operative.comparison.treatments import Treatment
from operative.domain.readings import Reading
from operative.domain.verdicts import Verdict
from operative.vocabulary.likeness import Likeness

__all__ = ["find_verbatim"]

SCORE = 1.2
"""A little above that of any passage in other words."""


def find_verbatim(
    resolution: Reading, statements: Sequence[Statement], traits: Sequence[Trait], words: Likeness, parties: Parties
) -> dict[Statement, dict[str, Treatment]]:
    """The sentences of the draft that set a condition in the resolution too, each with the elements that it keeps.

    What stands above a sentence in a list has to be the same as well: "The following shall cease:" changes all below.
    """
    carrying = _carrying(resolution, traits, words, parties)
    found: dict[Statement, dict[str, Treatment]] = {}
    for said in statements:
        kept = carrying.get(_letters(said))
        if kept and not said.preamble and not _of_other(said):
            reason = ("it takes over the sentence of the resolution as it is",)
            found[said] = {element: Treatment(Verdict.EXPLICIT, said, SCORE, reason) for element in kept}
    return found


def _carrying(
    resolution: Reading, traits: Sequence[Trait], words: Likeness, parties: Parties
) -> dict[tuple[str, ...], list[str]]:
    """The elements that each sentence of the resolution sets, by its words."""
    found: dict[tuple[str, ...], list[str]] = {}
    places = {trait.element.provision for trait in traits}
    for said in split_statements(resolution, words, parties):
        if said.provision.id not in places:
            continue
        span = said.span()
        for trait in traits:
            quoted = trait.element.quote.span
            if trait.element.provision == said.provision.id and span.start <= quoted.start < span.end:
                found.setdefault(_letters(said), []).append(trait.element.id)
    return found


def _letters(said: Statement) -> tuple[str, ...]:
    """The words of a sentence without the mark at its end."""
    low = said.wording.low
    return low[:-1] if low and low[-1] in {".", ";", ","} else low


def _of_other(said: Statement) -> bool:
    """Whether the sentence is of the other side in the draft: both may call themselves "the Organization"."""
    sides = {m.side for m in said.mentions if m.first >= said.own}
    return Side.OTHER in sides and Side.OWN not in sides
