"""Words of a sentence that come near those of an element, and whether they are enough."""

from dataclasses import dataclass

from operative.comparison.parties import Side
from operative.comparison.statements import Statement
from operative.comparison.traits import Grade, Trait
from operative.comparison.wordings import Term

__all__ = ["SLACK", "Hit", "add_loose", "describes_another", "find_window", "printed", "reach_of", "says_part"]

NEAR = 4
SLACK = 6
"""Words that a draft may put among those of an element, beside half their number."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of a sentence that comes near a term of an element."""

    number: int
    grade: Grade
    term: Term


def find_window(trait: Trait, hits: list[Hit]) -> dict[int, Hit] | None:
    """The run of words with the most core terms of the element, if they are enough; of two the closer one."""
    core = [hit for hit in hits if hit.number in trait.core]
    if len({hit.number for hit in core}) < trait.needed:
        return None
    width = 3 * trait.spread // 2 + SLACK
    best: tuple[int, int, int] | None = None
    chosen: dict[int, Hit] = {}
    for at, opening in enumerate(core):
        found: dict[int, Hit] = {}
        for hit in core[at:]:
            if hit.term.last - opening.term.first > width:
                break
            if hit.number not in found or hit.grade < found[hit.number].grade:
                found[hit.number] = hit
        length = max(h.term.last for h in found.values()) - opening.term.first
        rank = (len(found), -sum(h.grade for h in found.values()), -length)
        if best is None or rank > best:
            best, chosen = rank, found
    return chosen if len(chosen) >= trait.needed else None


def add_loose(trait: Trait, said: Statement, chosen: dict[int, Hit], first: int, last: int) -> dict[int, Hit]:
    """The hits with those of the terms that may stand farther off: what the element shares, degrees, faint words."""
    met = dict(chosen)
    behind = min(len(said.wording), last + NEAR + 1)
    clause = said.clause_at(first)
    low = clause.first
    if last <= clause.verb < clause.last:  # Words put first: "In rescue the Guild is an essential partner".
        behind = max(behind, min(clause.last, clause.verb + NEAR + 1))
    for term in said.terms:
        if term.first < low or term.first >= behind:
            continue
        for number, grade in trait.nearness.get(term.key, ()):
            if number in trait.core or (grade is Grade.OPPOSITE and not first <= term.first < last):
                continue
            # Of several degrees in a sentence that counts which stands nearest before the words.
            if number not in met or grade <= met[number].grade:
                met[number] = Hit(number, grade, term)
    return met


def says_part(trait: Trait, met: dict[int, Hit], said: Statement) -> bool:
    """Whether a sentence with the topic of an element says something of the part that is played in it."""
    if not trait.head or len(trait.head) == len(trait.terms) or any(number in met for number in trait.head):
        return True
    return (
        len(trait.core) >= 2
        and set(trait.core) - trait.head <= set(met)
        and any(m.side is Side.OWN for m in said.mentions)
    )


def describes_another(trait: Trait, said: Statement, number: int, met: dict[int, Hit]) -> bool:
    """Whether the one word of an element describes another noun: "an independent auditor"."""
    hit = met[number]
    if hit.grade is Grade.OPPOSITE and hit.term.last - hit.term.first > 1:
        return False
    wording, table = said.wording, said.words.words
    wide = table.get("wide", frozenset()) | table.get("faint", frozenset())
    idle = table.get("stop", frozenset()) | table.get("modals", frozenset()) | table.get("also_limits", frozenset())
    near = {h.term.first for h in met.values()}

    def describes(at: int) -> bool:
        if at < 0 or at >= len(wording) or not wording.low[at].isalpha() or wording.low[at] in idle:
            return False
        named = any(m.first <= at < m.last for m in said.mentions)
        known = said.words.classes["being"].length_at(wording.roots, at)
        return not (wording.stems[at] in wide or named or at in near or known)

    if said.words.adjectives_follow:
        at = hit.term.first - 1
        # "un vérificateur indépendant", but not "reste indépendante": a noun has an article before it.
        return describes(at) and at > 0 and wording.low[at - 1] in table.get("articles", ())
    if len(trait.terms) > 1 and hit.term.last - hit.term.first == 1 and trait.own:
        return False
    ahead = wording.stems[hit.term.last : hit.term.last + NEAR]
    noun = next((n for n, stem in enumerate(ahead) if stem in wide), None)
    if noun is not None and all(describes(hit.term.last + n) for n in range(noun)):
        return False
    return describes(hit.term.last)


def reach_of(met: dict[int, Hit]) -> tuple[int, int]:
    """The first word of all that is met, and the one behind the last."""
    return min(h.term.first for h in met.values()), max(h.term.last for h in met.values())


def printed(said: Statement, term: Term) -> str:
    """The words of a term as the draft prints them."""
    return said.wording.text[said.wording.starts[term.first] : said.wording.ends[term.last - 1]]
