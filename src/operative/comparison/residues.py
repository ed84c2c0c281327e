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

EXPLAINING = ("keeping", "recognizing", "being", "noting", "weak", "able", "negators", "reversers", "reserves")
FAR_VERB = 4
"""Words between a side and the verb of which it is the subject."""
SHOWN = 5
"""Words of a residue that are shown."""


def residue_of(trait: Trait, said: Statement, met: Mapping[int, Hit], first: int, last: int) -> str:
    """The words left over before, among or right behind those of an element; "" where there are none.

    `first` and `last` are of its core; what it shares with its siblings may stand before.
    """
    used = {at for hit in met.values() for at in range(hit.term.first, hit.term.last)}
    plain = {at + i for at, length in said.found("plain") for i in range(length)}
    loose = _small(said) | plain | used
    explained = _explained(trait, said) | loose
    opening, closing = min(used), max(used) + 1
    found = (
        _other(said, used),
        _opener(said, opening, explained),
        _path(said, opening, explained),
        _since_separator(said, used, first, loose) if opening < first else None,
        next((at for at in range(first, last) if at not in explained and said.wording.low[at].isalpha()), None),
        _behind(said, closing, explained),
    )
    at = next((place for place in found if place is not None), None)
    if at is None:
        return ""
    end = min(at + SHOWN, len(said.wording))
    return said.wording.text[said.wording.starts[at] : said.wording.ends[end - 1]].rstrip(" .,;")


def _small(said: Statement) -> set[int]:
    """The words that say nothing alone."""
    small = said.words.words.get("stop", frozenset()) | said.words.words.get("modals", frozenset())
    wide = said.words.words.get("wide", frozenset())
    own = said.words.words.get("own", frozenset())
    lows = enumerate(said.wording.low)
    return {at for at, low in lows if low in small or low in own or said.wording.stems[at] in wide}


def _explained(trait: Trait, said: Statement) -> set[int]:
    """The words that take nothing back: verbs of being and keeping, words of other elements, the sides themselves."""
    places = {at + i for name in EXPLAINING for at, length in said.found(name) for i in range(length)}
    places |= {at for term in said.terms if term.key in trait.known for at in range(term.first, term.last)}
    places |= {at for m in said.mentions for at in range(m.first, m.last)}
    return places


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
    """Whether a side recognizes something, or is denied to harm it: "undertakes not to impair", "respected by"."""
    low, table = said.wording.low, said.words.words
    small = table.get("stop", frozenset()) | table.get("modals", frozenset())
    verbs = said.found("recognizing") + said.found("reversers")
    for at, _ in verbs:
        between = low[named.last : at]
        if named.last <= at and (len(between) <= 2 or (len(between) <= FAR_VERB and small.issuperset(between))):
            return True
    behind = low[named.last] if named.last < len(low) else "."
    if behind not in {".", ";", *table.get("that", ())}:
        return False
    doing = [at + length for at, length in said.found("recognizing")]
    articles = table.get("articles", frozenset())
    return any(
        end < named.first and low[end] in table.get("by", ()) and articles.issuperset(low[end + 1 : named.first])
        for end in doing
    )


def _opener(said: Statement, opening: int, explained: set[int]) -> int | None:
    """A phrase before the subject that sets a frame: "In scientific matters, the Institute ..."."""
    low = said.wording.low
    if not said.mentions or low[0] not in said.words.words.get("limits_behind", ()):
        return None
    stop = min(said.mentions[0].first, opening)
    return next((at for at in range(stop) if at not in explained and low[at].isalpha()), None)


def _path(said: Statement, opening: int, explained: set[int]) -> int | None:
    """A word that is left over between the verb, or its subject, and the words; members of a list are none."""
    low, table = said.wording.low, said.words.words
    clause = said.clause_at(opening)
    subjects = [m.last for m in said.mentions if clause.first <= m.first and m.last <= opening and not m.part]
    if clause.verb < opening:
        begin = clause.verb
    elif subjects:
        begin = subjects[-1]
    else:
        begin = opening
        while begin > clause.first and low[begin - 1] not in table.get("definite", ()):
            begin -= 1
    joining = table.get("conjunctions", frozenset()) | {","}
    for at in range(begin, opening):
        if at not in explained and low[at].isalpha() and low[at + 1] not in joining:
            return at
    return None


def _since_separator(said: Statement, used: set[int], first: int, loose: set[int]) -> int | None:
    """A word that is left over between what an element shares and its own words, in the last member of the list."""
    low, table = said.wording.low, said.words.words
    separators = table.get("conjunctions", frozenset()) | {",", ":", ";"}
    at = first - 1
    while at > 0 and at not in used and low[at] not in separators:
        if at not in loose and low[at].isalpha():
            return at
        at -= 1
    return None


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
        elif low == "’s":
            return at + 1 if at + 1 < len(wording) and at + 1 not in explained else None
        elif low in table.get("alternatives", ()) and wording.low[at + 1] in table.get("modals", ()):
            return at
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
