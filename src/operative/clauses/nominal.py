"""Handing over told by a noun: "the preparation of a joint report"."""

from operative.clauses.extents import thing_end
from operative.clauses.handovers import Handover
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import core_end
from operative.clauses.words import Words

__all__ = ["find_nominal"]


def find_nominal(words: Words, begin: int, end: int, lexicon: Lexicon) -> list[Handover]:
    """The handings over between `begin` and `end` that a noun tells, in order."""
    found = []
    for at in range(begin, end - 2):
        means = words.low[at] in lexicon.handing.nominal_objects and _is_means(words, at, begin, lexicon)
        named = words.low[at] in lexicon.handing.nominal or means
        if named and words.low[at + 1] in lexicon.grammar.words["of"]:
            if _serves(words, at, begin, lexicon) or _is_text(words, at, lexicon):
                continue
            core = core_end(words, at + 2, end, lexicon)
            stop = thing_end(words, core, end, lexicon)
            found.append(Handover(at, at + 2, stop, words.low[at], frozenset({"produce"})))
    return found


def _is_text(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether the noun is itself what is handed over: "a compilation of views"."""
    indefinite = lexicon.grammar.words["indefinite"]
    return words.low[at] in lexicon.handing.produced and bool(indefinite.intersection(words.low[max(0, at - 2) : at]))


def _is_means(words: Words, at: int, begin: int, lexicon: Lexicon) -> bool:
    """Whether the noun tells by what something is done: "including through the development of a guide"."""
    before = [words.low[here] for here in range(max(begin, at - 2), at)]
    return any(word in lexicon.idioms.through for word in before)


def _serves(words: Words, at: int, begin: int, lexicon: Lexicon) -> bool:
    """Whether the noun only tells what something else is good for: "to help in the preparation of reports"."""
    grammar, here = lexicon.grammar, at - 1
    while here > begin and (words.low[here] in grammar.words["determiners"] or _qualifies(words, here, lexicon)):
        here -= 1
    word = words.low[here]
    if word not in grammar.words["prepositions"] or word in lexicon.handing.with_it or word in lexicon.idioms.through:
        return False
    passed = grammar.words["of"] | grammar.words["agents"] | grammar.words["recipients"] | grammar.words["purpose"]
    return word not in passed


def _qualifies(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether a word is an adjective by its ending: "in the timely preparation"."""
    return not lexicon.grammar.head_first and words.low[at].endswith(lexicon.grammar.endings["adjective"])
