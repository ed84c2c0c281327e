"""How far a thing that is handed over goes behind its head: "a report on the implementation of the plan"."""

from operative.clauses.actors import actor_at
from operative.clauses.handovers import Handover
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import core_end, head_of, is_word, verb_at
from operative.clauses.vehicles import vehicle_at
from operative.clauses.words import Words

__all__ = ["thing_end"]

LONGEST = 60


def thing_end(words: Words, at: int, stop: int, lexicon: Lexicon, handover: Handover | None = None) -> int:
    """How far a thing goes behind its head: through "of" and one relative clause, up to a comma or a receiver."""
    grammar = lexicon.grammar
    begin = at
    while at < min(stop, begin + LONGEST):
        word = words.low[at]
        if words.aside[at]:
            at += 1
            continue
        if (
            word in ",;:."
            or lexicon.handing.stops.length_at(words.low, at)
            or lexicon.idioms.inside.length_at(words.low, at)
        ):
            break
        if at > begin and vehicle_at(words, at, stop, lexicon):
            break
        if (
            word in grammar.words["infinitives"]
            and handover
            and handover.verb in lexicon.handing.given_to
            and words.low[at - 1] not in grammar.words["to_joins"]
        ):
            break
        leads = word in grammar.words["infinitives"] or word in grammar.words["recipients"]
        if leads and _leaves(words, at, begin, stop, lexicon):
            break
        if word in lexicon.handing.shared_with and handover and actor_at(words, at + 1, stop, lexicon):
            break
        if word in grammar.words["conjunctions"] and _ends(words, at, stop, lexicon):
            break
        at += 1
    while at > begin and not is_word(words, at - 1) and not words.aside[at - 1]:
        at -= 1
    return at


def _leaves(words: Words, at: int, begin: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether "to" leads away from the thing: to a receiver, or to what it is for."""
    if verb_at(words, at, stop, lexicon) >= 0:
        return at > begin
    before, handing = words.low[at - 1], lexicon.handing
    if before in lexicon.grammar.words["to_joins"] and before not in handing.produced | handing.sent:
        return False
    actor = actor_at(words, at + 1, stop, lexicon)
    if actor is None:
        return False
    core = core_end(words, actor.first, actor.last, lexicon)
    head = head_of(words, actor.first, core, lexicon)
    told = words.capital(head) or lexicon.actors.heads.get(words.low[head]) in ("organ", "officer")
    joined = words.low[at] in lexicon.grammar.words["datives"] - lexicon.grammar.words["infinitives"]
    named = told and (joined or words.low[actor.first] in lexicon.grammar.words["determiners"])
    return at == begin or named


def _ends(words: Words, conjunction: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether "and" leads on to another action or another thing handed over."""
    grammar = lexicon.grammar
    behind = conjunction + 1
    if behind >= stop:
        return True
    word = words.low[behind]
    if word in grammar.words["infinitives"] or (word in lexicon.verbs.actions and word not in lexicon.verbs.also_nouns):
        return True
    if grammar.is_adverb(word):
        return True
    core = core_end(words, behind, stop, lexicon)
    head = head_of(words, behind, core, lexicon)
    named = head >= 0 and words.low[head] in lexicon.handing.produced
    return named and word in grammar.words["articles"]
