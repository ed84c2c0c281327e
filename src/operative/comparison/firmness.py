"""How firmly a sentence says what it says of an element: stated, named, limited, or ruled by another's."""

from operative.comparison.hits import SLACK, Hit, reach_of
from operative.comparison.parties import Side
from operative.comparison.sides import possessed_side, recognized_side
from operative.comparison.statements import Statement
from operative.comparison.traits import Grade, Trait

__all__ = [
    "denied_otherwise",
    "has_own",
    "is_asserted",
    "is_indefinite",
    "is_lost",
    "is_predicated",
    "is_taken_over",
    "limit_behind",
    "only_named",
    "rules_over",
]

NEAR_OWN = 4
NEAR_ARTICLE = 4


def only_named(trait: Trait, said: Statement, met: dict[int, Hit], first: int, last: int) -> bool:
    """Whether a thing of one's own is only named as such, "its Statute": it is there, whatever else is said with it."""
    if has_own(said, first, last) or not trait.core | trait.shared <= set(met):
        return False
    if any(hit.grade is Grade.WEAKER for hit in met.values()):
        return False
    return possessed_side(said, first, last) in (Side.OWN, Side.BOTH)


def is_taken_over(said: Statement, first: int) -> bool:
    """Whether the other side is said to be it: "the Board of the Union shall be the governing body of the Guild"."""
    clause = said.clause_at(first)
    named = [m for m in said.mentions if clause.first <= m.first < first]
    recognized = recognized_side(said, first)
    if recognized is not None and recognized is not Side.OTHER:
        return False
    if not named or named[0].side is not Side.OTHER:
        return False
    table = said.words.words
    at = first - 1
    while at > clause.first and said.wording.low[at] in table.get("articles", ()):
        at -= 1
    behind = [place + length for place, length in said.found("being", clause.first, first)]
    return said.wording.low[at] in table.get("beings", ()) or at + 1 in behind


def has_own(said: Statement, first: int, last: int) -> bool:
    """Whether "own" stands with the words."""
    own = said.words.words.get("own", frozenset())
    return any(low in own for low in said.wording.low[max(0, first - NEAR_OWN) : last + NEAR_OWN])


def denied_otherwise(trait: Trait, said: Statement, met: dict[int, Hit]) -> bool:
    """Whether the denial in an element is made by other words: "no commercial activities" for "non-commercial"."""
    for number in trait.core:
        hit = met.get(number)
        if hit is None or not trait.turned[number]:
            continue
        mine, theirs = trait.terms[number].denied, hit.term.denied
        if mine != theirs:
            return True
        if not mine and not theirs:
            at = hit.term.first
            words = {said.wording.low[n] for n, _ in said.found("negators", 0, at)}
            if not words & set(trait.wording.low):
                return True
    return False


def is_asserted(trait: Trait, said: Statement, met: dict[int, Hit], first: int) -> bool:
    """Whether a verb of being, having or keeping carries the words, or the element brings its own verb along."""
    clause = said.clause_at(first)
    low, table = said.wording.low, said.words.words
    last = clause.last if clause.verb >= first else first
    if said.found("keeping", clause.first, last) or trait.able:
        return True
    opening = trait.terms[0] if trait.terms else None
    if opening is not None and 0 in met and trait.element.kind.value == "role":
        return True
    beings = table.get("beings", frozenset())
    for at in range(clause.first, min(last, len(low))):
        if low[at] in beings:
            behind = at + 1
            verb = behind < len(low) and low[behind].endswith(tuple(table.get("participles", ())))
            if not verb or any(h.term.first <= behind < h.term.last for h in met.values()):
                return True
    # In a point of a list the verb may stand far above.
    return bool(said.own) and bool(said.found("keeping", 0, said.own) or any(w in beings for w in low[: said.own]))


def limit_behind(trait: Trait, said: Statement, last: int) -> str:
    """What follows a quality and limits it to something: "independent in technical matters"."""
    if len(trait.core) > 1 or len(trait.terms) > 2:
        return ""
    wording, table = said.wording, said.words.words
    at = last
    while at < len(wording) and (
        wording.stems[at] in table.get("wide", ()) or any(m.first <= at < m.last and not m.part for m in said.mentions)
    ):
        at += 1
    if at >= len(wording) or said.words.classes["frames"].length_at(wording.roots, at):
        return ""
    openers = table.get("limits_behind", frozenset())
    if wording.low[at] in openers and at + 1 < len(wording):
        end = min(len(wording), at + 4)
        return wording.text[wording.starts[at] : wording.ends[end - 1]].rstrip(" .,;")
    return ""


def is_indefinite(trait: Trait, said: Statement, met: dict[int, Hit]) -> bool:
    """Whether the words that meet an element have an indefinite article, or are one of several."""
    first = min(h.term.first for number, h in met.items() if number in trait.head or not trait.head & set(met))
    table = said.words.words
    for at in range(first - 1, max(-1, first - 1 - NEAR_ARTICLE), -1):
        low = said.wording.low[at]
        if said.words.classes["among"].length_at(said.wording.roots, at):
            return True
        if low in table.get("indefinite", ()):
            return True
        if low in table.get("definite", ()):
            return bool(said.found("among", max(0, at - 2), at + 1))
    return True


def is_lost(said: Statement, first: int, last: int) -> bool:
    """Whether a verb of losing takes the words as its object, or as its subject: a denial of something else does not
    touch what is only named ("nothing obliges it under its Statute").
    """
    clause = said.clause_at(first)
    if clause.verb >= last:
        return bool(said.found("reversers", last, clause.last))
    return any(first - at - length <= 2 for at, length in said.found("reversers", clause.first, first))


def rules_over(said: Statement, met: dict[int, Hit]) -> bool:
    """Whether what is met governs somebody: "shall be governed by the Statute", "the rules ... shall apply to"."""
    first, last = reach_of(met)
    clause = said.clause_at(first)
    before = [at for at, length in said.found("ruled", clause.first, first) if first - at - length <= NEAR_OWN]
    return bool(before) or (clause.verb >= last and bool(said.found("ruled", last, clause.last)))


def is_predicated(said: Statement, hit: Hit) -> bool:
    """Whether words are what a verb says of its subject: a side plainly before the verb, they close behind."""
    clause = said.clause_at(hit.term.first)
    plain = [m for m in said.mentions if m.last <= hit.term.first and not m.part]
    far = hit.term.first - clause.verb if clause.verb <= hit.term.first else hit.term.first - clause.first
    going_on = said.earlier is not None and said.subject is Side.OWN
    return (bool(plain) or going_on) and far <= SLACK
