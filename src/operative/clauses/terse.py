"""Acts in languages whose phrases are not parsed: who is asked by known names, and whether he is to report."""

from operative.clauses.actions import FURTHEST, Duty
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, verb_at
from operative.clauses.words import Words

__all__ = ["find_terse_duty", "is_told_to_report"]

LONGEST_LIST = 20
"""Names of one list that are read."""
BEFORE = 4
"""Words before a name that may belong to it: "всех соответствующих государств-членов"."""
NEAR = 60
"""Words between a verb of handing over and the thing that informs."""


def find_terse_duty(words: Words, begin: int, end: int, lexicon: Lexicon) -> Duty:
    """Who is asked, as far as his name is known, and the first verb of what he is to do."""
    grammar = lexicon.grammar
    begin += words.low[begin : begin + 1] == (",",)
    said = begin < end and words.low[begin] in grammar.words["complementizers"]
    actors = _known(words, begin + said, end, lexicon)
    clause = said or grammar.one_form
    after = actors[-1].last if actors else begin
    binds = any(words.low[at] in grammar.words["binding_modals"] for at in range(after, min(end, after + BEFORE)))
    action = -1
    for at in range(after, min(end, begin + FURTHEST)):
        if words.low[at] == ";" and not words.aside[at]:
            break
        action = -1 if words.aside[at] else verb_at(words, at, end, lexicon)
        if action >= 0:
            break
    return Duty("modal" if clause and binds else "infinitive", actors, action, begin)


def _known(words: Words, begin: int, end: int, lexicon: Lexicon) -> tuple[Range, ...]:
    """The names at `begin` that the vocabulary knows, and those that commas and "and" join to them."""
    found: list[Range] = []
    here = begin
    for _ in range(LONGEST_LIST):
        name = _name_at(words, here, end, lexicon)
        if name is None:
            break
        found.append(name)
        here = name.last
        if here >= end or (words.low[here] != "," and words.low[here] not in lexicon.grammar.words["conjunctions"]):
            break
        here += 1
    return tuple(found)


def _name_at(words: Words, begin: int, end: int, lexicon: Lexicon) -> Range | None:
    """The known name that opens within a few words of `begin`, with the words that go on with it."""
    grammar = lexicon.grammar
    first = begin
    while first < end and (words.low[first] in grammar.words["prepositions"] or words.aside[first]):
        first += 1
    for at in range(first, min(end, first + BEFORE)):
        length = lexicon.actors.names.length_at(words.low, at)
        if length:
            last = at + length
            while last < end and _goes_on(words, last, lexicon):
                last += 1
            return Range(first, last)
        if words.low[at] in ",;:." or grammar.opens_phrase(words.low[at]):
            break
    return None


def _goes_on(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether a word belongs to the name before it: a capital word, or one with the article of the name."""
    definite = tuple(lexicon.grammar.words["definite"])
    return words.capital(at) or (bool(definite) and words.low[at].startswith(definite))


def is_told_to_report(words: Words, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb of reporting stands there, or one of handing over with a thing that informs."""
    handing = lexicon.handing
    for at in range(begin, end):
        for form, manners in handing.verbs.get(words.low[at], ()) if not words.aside[at] else ():
            last = at + len(form)
            if words.low[at:last] != form:
                continue
            if manners & {"report", "tell", "keep"}:
                return True
            if _hands_over(words, last, end, lexicon):
                return True
    return False


def _hands_over(words: Words, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a thing that informs follows in the same clause."""
    for at in range(begin, min(end, begin + NEAR)):
        if words.low[at] == ";":
            return False
        if lexicon.handing.told_things.length_at(words.low, at) and not words.aside[at]:
            return True
    return False
