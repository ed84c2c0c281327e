"""Noun phrases and infinitives of a passage: where they end, and what heads them."""

from dataclasses import dataclass

from operative.clauses.lexicon import Lexicon
from operative.clauses.words import Words
from operative.vocabulary.grammar import Grammar

__all__ = ["Range", "core_end", "head_of", "is_word", "past_aside", "series_end", "verb_at", "verb_of"]

HYPHENS = frozenset("-‐‑–")
LONGEST_CORE = 40
LONGEST_ASIDE = 60
"""Words between two commas that part a marker from its verb: "to, as appropriate, consider"."""


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """The words from `first` up to, not including, `last`."""

    first: int
    last: int


def is_word(words: Words, at: int) -> bool:
    """Whether a word, not a mark, stands there."""
    return words.low[at][0].isalnum()


def core_end(words: Words, at: int, end: int, lexicon: Lexicon) -> int:
    """Where the core of the noun phrase that opens at `at` ends: before its first preposition, comma or participle."""
    grammar, heads = lexicon.grammar, lexicon.actors.heads
    here = at
    while here < min(end, at + LONGEST_CORE):
        word = words.low[here]
        if words.aside[here]:
            here += 1
            continue
        if not is_word(words, here) or grammar.opens_phrase(word):
            break
        if here > at and _ends_core(words, here, end, grammar):
            break
        if here > at and words.low[here - 1] in lexicon.handing.produced and _says_of(words, here, end, grammar):
            break
        behind_head = here > at and words.low[here - 1] in heads and not words.capital(here)
        if behind_head and (word in lexicon.actors.followed or grammar.is_adverb(word) or _participle(word, grammar)):
            break
        here += 1
    while here > at and words.aside[here - 1] and words.low[here - 1] != ")":
        here -= 1
    return here


def _ends_core(words: Words, here: int, end: int, grammar: Grammar) -> bool:
    """Whether a new phrase or what is said of the noun begins: "session | a report", "views | received from"."""
    word, before = words.low[here], words.low[here - 1]
    if word in grammar.words["openers"] and before not in grammar.words["determiners"]:
        return True
    if words.capital(here):
        return False
    said = word in grammar.words["postpositive"] or word.endswith(grammar.endings["passive"])
    return said and (here + 1 >= end or not is_word(words, here + 1) or grammar.opens_phrase(words.low[here + 1]))


def _says_of(words: Words, here: int, end: int, grammar: Grammar) -> bool:
    """Whether a form in -ing tells what a text does, and is no part of its name: "the report | listing the gates"."""
    gerund = bool(grammar.endings["gerund"]) and words.low[here].endswith(grammar.endings["gerund"])
    if not gerund or words.capital(here) or here + 1 >= end:
        return False
    behind = words.low[here + 1]
    return behind == "," or behind in grammar.words["openers"] or behind in grammar.words["prepositions"]


def series_end(words: Words, at: int, stop: int, lexicon: Lexicon) -> int:
    """The end of a core that lists adjectives: "a comprehensive, analytical and thematic report"."""
    grammar = lexicon.grammar
    core = core_end(words, at, stop, lexicon)
    for _ in range(4):
        if core >= stop or core <= at or not words.low[core - 1].endswith(grammar.endings["adjective"]):
            break
        if words.low[core] != "," and words.low[core] not in grammar.words["conjunctions"]:
            break
        behind = core + 1
        if behind < stop and words.low[behind] in grammar.words["conjunctions"]:
            behind += 1
        if behind >= stop or words.low[behind] in grammar.words["openers"] | grammar.words["articles"]:
            break
        following = core_end(words, behind, stop, lexicon)
        if following <= behind:
            break
        core = following
    return core


def _participle(word: str, grammar: Grammar) -> bool:
    return word.endswith(grammar.endings["participle"]) or word.endswith(grammar.endings["gerund"])


def head_of(words: Words, first: int, last: int, lexicon: Lexicon) -> int:
    """The word that heads a core and is no aside; -1 where there is none."""
    if lexicon.grammar.head_first:
        return _first_noun(words, first, last, lexicon.grammar)
    for at in range(last - 1, first - 1, -1):
        if not words.aside[at] and is_word(words, at):
            return at
    return -1


def _first_noun(words: Words, first: int, last: int, grammar: Grammar) -> int:
    """The first word behind articles and the adjectives that stand before a noun: "les principaux | organes"."""
    lone = -1
    for at in range(first, last):
        if words.aside[at] or not is_word(words, at) or words.low[at] in grammar.words["determiners"]:
            continue
        if words.low[at] in grammar.words["preposed"] or words.low[at][0].isdigit() or grammar.is_adverb(words.low[at]):
            lone = at
            continue
        return at
    return lone


def verb_at(words: Words, at: int, end: int, lexicon: Lexicon) -> int:
    """The verb of the infinitive whose marker stands at `at` ("to fully implement"); -1 where it is none."""
    grammar = lexicon.grammar
    if words.aside[at]:
        return -1
    if words.low[at] not in grammar.words["infinitives"]:
        bare = grammar.unmarked and words.low[at].endswith(grammar.endings["infinitive"])
        bare = bare and at > 0 and words.low[at - 1] not in grammar.words["prepositions"]
        return at if bare and _could_be_verb(words, at, grammar, lexicon) else -1
    return verb_of(words, at + 1, end, lexicon)


def verb_of(words: Words, at: int, end: int, lexicon: Lexicon) -> int:
    """The verb that stands at `at` or behind the adverbs there; -1 where the word is no verb."""
    grammar = lexicon.grammar
    here = at
    while here < min(end, at + LONGEST_ASIDE + 10):
        step = grammar.phrases["before"].length_at(words.low, here) or grammar.phrases["connectives"].length_at(
            words.low, here
        )
        if not step and (grammar.is_adverb(words.low[here]) or words.low[here] in grammar.words["negations"]):
            step = 1
        if not step and words.low[here] in grammar.words["clitics"]:
            step = 1
        if not step and words.low[here] in grammar.words["conjunctions"] and here > at:
            step = 1
        if not step and words.low[here] == ",":
            step = past_aside(words, here, end)
        if not step and (words.low[here] == ":" or words.aside[here]):
            step = 1
        if not step:
            break
        here += step
    return here if here < end and _could_be_verb(words, here, grammar, lexicon) else -1


def past_aside(words: Words, comma: int, end: int) -> int:
    """How many words an aside between commas takes, with both commas; 0 where the second is missing."""
    for here in range(comma + 1, min(end, comma + LONGEST_ASIDE)):
        if words.low[here] == "," and not words.aside[here]:
            return here + 1 - comma
        if words.low[here] in ";:":
            return 0
    return 0


def _could_be_verb(words: Words, at: int, grammar: Grammar, lexicon: Lexicon) -> bool:
    word = words.low[at]
    if at + 1 < len(words) and words.low[at + 1] in HYPHENS:
        return False
    if word in lexicon.verbs.actions or word in grammar.words["verb_like"]:
        return True
    infinitive = grammar.endings["infinitive"]
    if infinitive and (not word.endswith(infinitive) or word in grammar.words["not_infinitives"]):
        return False
    if not word[0].isalpha() or words.capital(at) or word in grammar.words["never_verbs"]:
        return False
    if word in grammar.words["determiners"] or word in grammar.words["pronouns"] or grammar.opens_phrase(word):
        return False
    if word.endswith("s") and not word.endswith("ss"):
        return False
    return not word.endswith(grammar.endings["noun"])
