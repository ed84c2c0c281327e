"""What follows from a sentence without being said."""

from operative.comparison.parties import Side
from operative.comparison.sides import described_side
from operative.comparison.statements import Statement
from operative.comparison.traits import Trait
from operative.comparison.treatments import Treatment
from operative.comparison.turns import is_turned, limit_of, weak_verb
from operative.domain.verdicts import Verdict

__all__ = ["imply"]


def imply(trait: Trait, said: Statement) -> Treatment | None:
    """What a sentence implies of an element: a body that is autonomous under its own charter governs itself."""
    keys = {trait.terms[number].key for number in trait.core}
    for row in said.words.implications:
        if len(trait.core) != 1 or not keys & row.thing or said.preamble:
            continue
        met = [next((t for t in said.terms if t.key in group), None) for group in row.by]
        if not all(met):
            continue
        terms = [term for term in met if term is not None]
        first = terms[0].first
        if described_side(said, first, terms[0].last)[0] not in (Side.OWN, Side.BOTH):
            continue
        if any(is_turned(said, term.first) for term in terms) or weak_verb(said, first, False):
            continue
        if limit_of(said, first, terms[0].last, frozenset()):
            continue
        words = " and ".join(
            f"“{said.wording.text[said.wording.starts[t.first] : said.wording.ends[t.last - 1]]}”" for t in terms
        )
        return Treatment(Verdict.IMPLICIT, said, 1.2, (f"it follows from {words}",))
    return None
