"""Pronouns that receive: "de lui présenter", "que le presente", "de la tenir informée"."""

from operative.clauses.handovers import Handover
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range
from operative.clauses.words import Words
from operative.vocabulary.grammar import Grammar

__all__ = ["find_given", "named_before"]

NEAR = 6
"""Words between a verb of keeping and what somebody is kept: "le tenir dûment informé"."""


def named_before(words: Words, handover: Handover, lexicon: Lexicon) -> bool:
    """Whether a pronoun beside the verb stands for the thing that is handed on: "de le présenter", "presentarlo"."""
    grammar = lexicon.grammar
    things = grammar.words["told"] - grammar.words["given"]
    if not things:
        return False
    here = handover.at - 1
    while here >= 0 and words.low[here] in grammar.words["clitics"]:
        if words.low[here] in things:
            return True
        here -= 1
    behind = handover.last
    joined = behind < len(words) and words.joined(behind)
    return joined and words.low[behind] in things


def _is_small(word: str, grammar: Grammar) -> bool:
    """Whether a word may stand between a pronoun and its verb."""
    return word in grammar.words["passed"] or word in grammar.words["clitics"] or grammar.is_adverb(word)


def find_given(words: Words, handover: Handover, handed: bool, lexicon: Lexicon) -> list[tuple[Range, str]]:
    """The pronoun beside a verb of handing over that stands for who receives; `handed` tells that a thing goes to
    him.
    """
    grammar = lexicon.grammar
    if not grammar.words["given"]:
        return []
    near = words.low[handover.last : handover.last + NEAR]
    again = "send" in handover.manners and near[:1] and near[0] in grammar.words["things_before"]
    handed = handed or again or "report" in handover.manners or named_before(words, handover, lexicon)
    given = grammar.words["given"] if handed else frozenset()
    kept = "keep" in handover.manners and any(word in lexicon.handing.kept for word in near)
    if handover.manners & {"tell", "report"} or kept:
        given = given | grammar.words["told"]
    here = handover.at - 1
    while here >= 0 and _is_small(words.low[here], grammar):
        if words.low[here] in given:
            return [(Range(here, here + 1), "recipient-pronoun")]
        here -= 1
    behind = handover.last
    joined = behind < len(words) and words.joined(behind)
    return [(Range(behind, behind + 1), "recipient-pronoun")] if joined and words.low[behind] in given else []
