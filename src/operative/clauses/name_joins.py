"""Where "and" stands within one name and parts no two: "the Office on Drugs and Crime"."""

from operative.clauses.lexicon import Lexicon
from operative.clauses.words import Words

__all__ = ["behind_preposition", "elliptical", "within_phrase", "within_title"]


def elliptical(words: Words, first: int, conjunction: int, behind: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the left side is part of one name: "the Food and Health Organization", "member and observer States"."""
    heads = lexicon.actors.heads
    word, head = words.low[conjunction - 1], words.low[stop - 1]
    named = words.raw(conjunction - 1).isupper() or lexicon.actors.states.length_before(words.low, conjunction)
    if named or words.aside[conjunction - 1]:
        return False
    if words.capital(conjunction - 1) and words.capital(behind) and word not in heads:
        return head in heads and not head.endswith("s") and conjunction - first > 1
    adjective = lexicon.grammar.endings["adjective"]
    if (
        words.low[conjunction - 1].endswith(adjective)
        and words.low[conjunction - 2] in lexicon.grammar.words["articles"]
    ):
        return stop - behind == 2 and words.low[behind].endswith(adjective) and not words.capital(stop - 1)
    single = heads.get(word) in ("states", "organ", "officer") and not word.endswith("s")
    return conjunction - first == 1 and single and stop - behind > 1


def within_phrase(words: Words, first: int, conjunction: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether "and" joins two nouns behind one article within a name: "players in the port and ship sector"."""
    word = words.low[stop - 1]
    if word.endswith("s") or words.low[conjunction - 1] in lexicon.actors.heads:
        return False
    for at in range(conjunction - 1, first, -1):
        if words.low[at] in lexicon.grammar.words["articles"]:
            return words.low[at - 1] in lexicon.grammar.words["prepositions"]
        if lexicon.grammar.opens_phrase(words.low[at]) or words.capital(at):
            return False
    return False


def behind_preposition(words: Words, first: int, conjunction: int, lexicon: Lexicon) -> bool:
    """Whether the capital words before "and" stand behind "for" or "on" within a name."""
    for at in range(conjunction - 1, first, -1):
        if not words.capital(at):
            return words.low[at] in lexicon.actors.named_by
    return False


def within_title(words: Words, first: int, conjunction: int, behind: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether "and" stands within a name: "the Office on Drugs and Crime"."""
    if not words.capital(conjunction - 1):
        return words.low[conjunction - 1].endswith(lexicon.grammar.endings["adjective"])
    known = bool(lexicon.actors.states.length_at(words.low, behind)) or words.raw(behind).isupper()
    headed = words.low[stop - 1] in lexicon.actors.heads
    lone = stop - behind == 1 and not words.low[behind].endswith("s")
    if lone and not known and words.low[first] in lexicon.grammar.words["articles"]:
        return True
    for at in range(conjunction - 1, first, -1):
        word = words.low[at]
        if word in lexicon.actors.named_by and word not in lexicon.grammar.words["infinitives"]:
            return not known and (not headed or lone)
        if word in lexicon.grammar.words["of"]:
            return not known and not headed
        if not words.capital(at) and word not in lexicon.grammar.words["determiners"] and word != ",":
            return False
    return not known and not headed
