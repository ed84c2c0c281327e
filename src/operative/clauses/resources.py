"""Clauses on money and staff: "within existing resources", "subject to the availability of voluntary contributions"."""

from operative.clauses.conditions import phrase_end
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, core_end
from operative.clauses.words import Words

__all__ = ["find_resources"]


def find_resources(words: Words, begin: int, end: int, lexicon: Lexicon) -> tuple[tuple[Range, str], ...]:
    """The clauses on money and staff between `begin` and `end`, in order, each with the rule that took it."""
    found: list[tuple[Range, str]] = []
    starts, low = lexicon.idioms.resource_starts, words.low
    for at in [here for here in range(begin, end) if low[here] in starts]:
        if words.aside[at] or (found and at < found[-1][0].last):
            continue
        item = _resource_at(words, at, end, lexicon)
        if item:
            found.append(item)
    return tuple(found)


def _resource_at(words: Words, at: int, end: int, lexicon: Lexicon) -> tuple[Range, str] | None:
    idioms, low = lexicon.idioms, words.low
    step = idioms.resource_phrases.length_at(low, at)
    if step:
        return Range(at, phrase_end(words, at + step, end, lexicon)), "resource-phrase"
    if low[at] not in idioms.resource_verbs or at + 1 >= end:
        return None
    first = at + 1
    while first < end and lexicon.grammar.is_adverb(low[first]):
        first += 1
    last = core_end(words, first, end, lexicon)
    if last > first and low[last - 1] in idioms.resource_nouns:
        return Range(first, last), "resource-object"
    return None
