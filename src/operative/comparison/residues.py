"""What a sentence says beside the words of an element: whether anything of it may take something back.

A draft that keeps an element says it and stops, or goes on with the next thing in a list. Words that are left over
around it ("the former leading authority", "after clearance by the Union") are not understood, and so count against it.
"""

from collections.abc import Mapping

from operative.comparison.hits import Hit
from operative.comparison.parties import Mention, Side
from operative.comparison.statements import Statement
from operative.comparison.traits import Trait

__all__ = ["residue_of"]

EXPLAINING = ("keeping", "recognizing", "being", "plain", "noting", "weak", "able")
SHOWN = 5
"""Words of a residue that are shown."""


def residue_of(trait: Trait, said: Statement, met: Mapping[int, Hit], first: int, last: int) -> str:
    """The words left over right before, among or right behind those of an element; "" where there are none."""
    used = {at for hit in met.values() for at in range(hit.term.first, hit.term.last)}
    explained = _explained(trait, said) | used
    behind = _behind(said, last, explained)
    for at in (_other(said, used), _before(said, first, explained), _among(said, first, last, explained), behind):
        if at is not None:
            end = min(at + SHOWN, len(said.wording))
            return said.wording.text[said.wording.starts[at] : said.wording.ends[end - 1]].rstrip(" .,;")
    return ""


def _explained(trait: Trait, said: Statement) -> set[int]:
    """The words that take nothing back: verbs of being and keeping, words of other elements, the sides themselves."""
    places = {at + i for name in EXPLAINING for at, length in said.found(name) for i in range(length)}
    places |= {at for term in said.terms if term.key in trait.known for at in range(term.first, term.last)}
    places |= {at for m in said.mentions for at in range(m.first, m.last)}
    small = said.words.words.get("stop", frozenset()) | said.words.words.get("modals", frozenset())
    wide = said.words.words.get("wide", frozenset())
    return places | {
        at
        for at, low in enumerate(said.wording.low)
        if low in small or said.wording.stems[at] in wide or low in said.words.words.get("own", ())
    }


def _other(said: Statement, used: set[int]) -> int | None:
    """Where the other side comes in, beside as the one that recognizes, or the one that something is free of."""
    framed = [at + length for at, length in said.found("frames")]
    for named in said.mentions:
        if named.side is not Side.OTHER or named.first in used or _recognizes(said, named):
            continue
        if any(0 <= named.first - end <= 2 for end in framed):
            continue
        return named.first
    return None


def _recognizes(said: Statement, named: Mention) -> bool:
    """Whether a verb of recognition follows upon a side, or upon its organ."""
    return any(0 <= at - named.last <= 2 for at, _ in said.found("recognizing"))


def _before(said: Statement, first: int, explained: set[int]) -> int | None:
    """A word that is left over before the words, back to an article, a comma or a preposition other than "of"."""
    low, table = said.wording.low, said.words.words
    genitives = table.get("genitives", frozenset())
    stops = table.get("prepositions", frozenset()) | table.get("conjunctions", frozenset()) | {",", ":", ";"}
    articles = table.get("articles", frozenset()) | table.get("possessives", frozenset())
    at = first - 1
    while at >= said.clause_at(first).first:
        if low[at] in genitives:
            at -= 1
        elif low[at] in stops or (low[at] in articles and (at == 0 or low[at - 1] not in genitives)):
            return None
        elif at in explained or not low[at].isalpha():
            if low[at] in table.get("modals", ()):
                return None
            at -= 1
        else:
            return at
    return None


def _among(said: Statement, first: int, last: int, explained: set[int]) -> int | None:
    """A word that is left over among the words."""
    return next((at for at in range(first, last) if at not in explained and said.wording.low[at].isalpha()), None)


def _behind(said: Statement, last: int, explained: set[int]) -> int | None:
    """A phrase, a relative clause or a noun that goes on right behind the words."""
    wording, table = said.wording, said.words.words
    genitives, articles = table.get("genitives", frozenset()), table.get("articles", frozenset())
    wide = table.get("wide", frozenset())
    ahead = [at for at in range(last, min(last + 3, len(wording))) if wording.stems[at] in wide]
    at = ahead[-1] + 1 if ahead and all(wording.low[i].isalpha() for i in range(last, ahead[-1])) else last
    while at < len(wording):
        low = wording.low[at]
        named = next((m for m in said.mentions if m.first == at), None)
        if named is not None:
            at = named.last
        elif low in genitives or low in articles:
            at += 1
        elif (
            said.words.classes["frames"].length_at(wording.roots, at)
            or low in table.get("conjunctions", ())
            or low in table.get("modals", ())
            or not low.isalpha()
        ):
            return None
        elif low in table.get("prepositions", ()):
            return at
        else:
            return None if at in explained else at
    return None
