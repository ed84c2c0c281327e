"""Commas within a name or before a noun: "the Economic, Social and Ports Board" or "economic, social and civil law"."""

from operative.clauses.actors import kind_of
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, core_end, is_word, series_end
from operative.clauses.words import Words

__all__ = ["is_person", "series_stops"]


def series_stops(words: Words, first: int, last: int, lexicon: Lexicon) -> frozenset[int]:
    """The words between `first` and `last` that stand in such a series, so that no comma or "and" there parts names."""
    found: set[int] = set()
    for comma in range(first + 1, last - 2):
        if words.low[comma] != "," or words.aside[comma] or comma in found:
            continue
        begin, stop = _title(words, first, comma, last, lexicon)
        if begin < 0:
            begin, stop = _adjectives(words, first, comma, last, lexicon)
        if begin >= 0:
            found.update(range(begin, stop))
    return frozenset(found)


def _title(words: Words, first: int, comma: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """Single capital words, and what they share: "the Economic, Social and Ports Board", "on Economic, Social and"."""
    grammar, begin = lexicon.grammar, comma - 1
    if begin - 1 < first or grammar.head_first:
        return -1, -1
    before = begin - 1
    while before > first and words.capital(before) and words.low[before] not in lexicon.actors.named_by:
        before -= 1
    headed = words.low[before] in grammar.words["articles"]
    if not headed and words.low[begin - 1] not in lexicon.actors.named_by | grammar.words["of"]:
        return -1, -1
    join = begin + 1
    while join < last - 2 and words.low[join] == "," and words.low[join + 1] not in grammar.words["conjunctions"]:
        join += 2
    singles = range(begin, join, 2)
    join += words.low[join] == ","
    if join >= last - 2 or words.low[join] not in grammar.words["conjunctions"]:
        return -1, -1
    stop = core_end(words, join + 1, last, lexicon)
    shared = stop > join + 2 and words.capital(join + 1) and words.capital(stop - 1)
    if headed:
        shared = shared and words.low[stop - 1] in lexicon.actors.heads and not words.low[stop - 1].endswith("s")
    else:
        shared = shared and all(words.low[at].endswith(grammar.endings["adjective"]) for at in singles)
    return (begin, stop) if shared and all(_modifies(words, at, lexicon) for at in (*singles, join + 1)) else (-1, -1)


def _modifies(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether a capital word is no name by itself: no state, no acronym, nobody's title."""
    if not is_word(words, at) or not words.capital(at) or words.raw(at).isupper():
        return False
    return words.low[at] not in lexicon.actors.heads and not lexicon.actors.states.length_at(words.low, at)


def _adjectives(words: Words, first: int, comma: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """Adjectives right behind a preposition, and the noun that they share: "in the field of economic, social and"."""
    grammar, begin = lexicon.grammar, comma - 1
    word = words.low[begin]
    small = begin - 1 > first and words.low[begin - 1] in grammar.words["prepositions"]
    if not small or words.capital(begin) or word in lexicon.actors.heads or word.endswith(grammar.endings["noun"]):
        return -1, -1
    stop = series_end(words, begin, last, lexicon)
    inner = words.low[begin:stop]
    return (begin, stop) if grammar.words["conjunctions"].intersection(inner) else (-1, -1)


def is_person(words: Words, begin: int, end: int, before: Range, lexicon: Lexicon) -> bool:
    """Whether a stretch between commas only says who holds the office before it: "the Registrar, A. B. Ruskin"."""
    if kind_of(words, before, lexicon) != "officer" or not words.capital(begin):
        return False
    head = core_end(words, before.first, before.last, lexicon) - 1
    if words.low[head].endswith("s"):
        return False
    named = [at for at in range(begin, end) if words.low[at] != "."]
    initials = any(words.low[at] == "." and len(words.low[at - 1]) <= 4 for at in range(begin + 1, end))
    known = any(words.low[at] in lexicon.actors.heads for at in named)
    return bool(named) and initials and not known and all(words.capital(at) for at in named)
