"""Clauses on money and staff: "within existing resources", "subject to the availability of voluntary contributions"."""

from operative.clauses.conditions import phrase_end
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, core_end, series_end
from operative.clauses.words import Words

__all__ = ["find_resources"]

NEAR = 7
"""How many words behind a noun can show that it means money: "contributions to the Trust Fund"."""


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
    step = idioms.amounts.length_at(low, at)
    if step:
        last = core_end(words, at + step, end, lexicon)
        figure = any(low[here][0].isdigit() for here in range(at + step, last))
        return (Range(at, last), "resource-amount") if figure else None
    step = idioms.resource_phrases.length_at(low, at)
    if step:
        return Range(at, phrase_end(words, at + step, end, lexicon)), "resource-phrase"
    if low[at] not in idioms.resource_verbs or at + 1 >= end:
        return None
    first = at + 1
    while first < end and lexicon.grammar.is_adverb(low[first]):
        first += 1
    last = series_end(words, first, end, lexicon)
    if last > first and low[last - 1] in idioms.resource_nouns and _is_money(words, first, last, end, lexicon):
        return Range(first, last), "resource-object"
    return None


def _is_money(words: Words, first: int, last: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a noun that need not mean money does so: "voluntary contributions", "contributions to the Fund"."""
    idioms = lexicon.idioms
    if words.low[last - 1] not in idioms.given_nouns:
        return True
    beside = words.low[first : last - 1] + words.low[last : min(end, last + NEAR)]
    return any(word in idioms.money for word in beside)
