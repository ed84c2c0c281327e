"""Who is to do what: the duty behind an opening verb, and the verb of what is to be done."""

from dataclasses import dataclass

from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, verb_at
from operative.clauses.words import Words
from operative.domain.acts import Force

__all__ = ["FURTHEST", "Duty", "clause_end", "head_action", "negation_of"]

FURTHEST = 260
"""How many words behind the opening verb the infinitive of a duty can stand."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is to act, and where the verb of the action stands (-1: none is printed).

    `manner` is infinitive, subjunctive, modal, passive, permission or thing; `begin` is where the predicate begins.
    """

    manner: str
    actors: tuple[Range, ...]
    action: int
    begin: int
    subject: Range | None = None
    """What is to be handed over, where a passive says so: "that a report be submitted"."""
    force: Force | None = None
    """The force of the verb that the body decides on: "decides to request"."""


def head_action(words: Words, action: int, end: int, lexicon: Lexicon) -> int:
    """The verb of what is to be done: behind "continue to" it is the next one."""
    here = action
    while 0 <= here < end - 1 and words.low[here] in lexicon.grammar.words["continues"]:
        behind = here + 1
        while behind < end - 1 and lexicon.grammar.is_adverb(words.low[behind]):
            behind += 1
        following = verb_at(words, behind, end, lexicon)
        if following < 0 and words.low[behind].endswith(lexicon.grammar.endings["gerund"]):
            following = behind
        if following < 0:
            break
        here = following
    return here


def negation_of(words: Words, action: int, lexicon: Lexicon) -> str:
    """The negation before the verb of an action, as printed: "shall not enter", "not to sign"; "" where none is."""
    grammar, found = lexicon.grammar, []
    passed = grammar.words["infinitives"] | grammar.words["copulas"] | grammar.words["continues"]
    for at in range(action - 1, -1, -1):
        word = words.low[at]
        if word in grammar.words["negations"]:
            found.append(words.raw(at))
        elif word in grammar.words["ceasing"] and words.low[at - 1] in grammar.words["denying"]:
            return words.quote(at - 1, at + 1)
        elif word == "," or not (word in passed or grammar.is_adverb(word)):
            break
        elif word in grammar.words["limiting"] and words.low[at - 1] in grammar.words["negations"]:
            return ""
    return " ".join(reversed(found))


def clause_end(words: Words, begin: int, end: int) -> int:
    """Where the clause ends that begins at `begin`: at a semicolon or a colon."""
    for at in range(begin, end):
        if words.low[at] in ";:" and not words.aside[at]:
            return at
    return end
