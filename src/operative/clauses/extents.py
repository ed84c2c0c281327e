"""How far a thing that is handed over goes behind its head: "a report on the implementation of the plan"."""

from operative.clauses.actors import actor_at
from operative.clauses.handovers import Handover
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import core_end, head_of, is_word, verb_at
from operative.clauses.vehicles import vehicle_at
from operative.clauses.words import Words
from operative.vocabulary.grammar import Grammar

__all__ = ["thing_end"]

LONGEST = 60


def thing_end(words: Words, at: int, stop: int, lexicon: Lexicon, handover: Handover | None = None) -> int:
    """How far a thing goes behind its head: through "of" and one relative clause, up to a comma or a receiver."""
    begin = at
    last = min(stop, begin + LONGEST)
    while at < min(stop, begin + LONGEST):
        if words.aside[at]:
            at += 1
            continue
        step = lexicon.grammar.phrases["connectives"].length_at(words.low, at) if at == begin else 0
        if step:
            at = begin = at + step
            continue
        listed = _list_end(words, begin, at, last, lexicon) if words.low[at] == "," else at
        if listed > at:
            at = listed
            continue
        to_be = at > begin and lexicon.grammar.phrases["to_be"].length_at(words.low, at)
        if not to_be and _stops(words, at, begin, stop, lexicon, handover):
            break
        at += 1
    while at > begin and not is_word(words, at - 1) and not words.aside[at - 1]:
        at -= 1
    return at


def _stops(words: Words, at: int, begin: int, stop: int, lexicon: Lexicon, handover: Handover | None) -> bool:
    """Whether the thing ends before the word at `at`: a mark, a time, a receiver, what carries it, another thing."""
    grammar, word = lexicon.grammar, words.low[at]
    if word in ",;:." or grammar.phrases["to_be"].length_at(words.low, at):
        return True
    if lexicon.handing.stops.length_at(words.low, at) or lexicon.idioms.inside.length_at(words.low, at):
        return not _completes(words, at, begin, grammar) and not lexicon.handing.never_stops.length_at(words.low, at)
    if vehicle_at(words, at, stop, lexicon):
        return True
    marks = word in grammar.words["infinitives"]
    given = handover is not None and handover.verb in lexicon.handing.given_to
    if marks and given and words.low[at - 1] not in grammar.words["to_joins"]:
        return True
    if (marks or word in grammar.words["recipients"]) and _leaves(words, at, begin, stop, lexicon):
        return True
    if word in lexicon.handing.shared_with and handover and actor_at(words, at + 1, stop, lexicon):
        return True
    return word in grammar.words["conjunctions"] and _ends(words, at, stop, lexicon, begin)


def _completes(words: Words, at: int, begin: int, grammar: Grammar) -> bool:
    """Whether a preposition goes on with a participle of the thing: "the talks held | at the port"."""
    inside = grammar.words["times_inside"] | grammar.words["said_by"]
    said = at > begin and words.low[at] in inside and not grammar.head_first
    return said and words.low[at - 1].endswith(grammar.endings["passive"])


def _list_end(words: Words, begin: int, comma: int, stop: int, lexicon: Lexicon) -> int:
    """Where a list ends that goes on behind a comma in what a thing is about: "on gates, locks | and bridges"."""
    grammar = lexicon.grammar
    if not any(words.low[at] in grammar.words["prepositions"] for at in range(begin, comma)):
        return comma
    at = comma
    while at < stop and words.low[at] == ",":
        joined = at + 1 < stop and words.low[at + 1] in grammar.words["conjunctions"]
        if joined and (at == comma or _ends(words, at + 1, stop, lexicon)):
            return comma
        first = at + 1 + joined
        last = next((here for here in range(first, stop) if _parts_list(words, here, lexicon)), stop)
        if not _is_member(words, first, last, lexicon):
            return comma
        joins = [here for here in range(first + 1, last) if words.low[here] in grammar.words["conjunctions"]]
        if joined or joins:
            return comma if any(_ends(words, here, stop, lexicon) for here in joins[:1]) else first
        at = last
    return comma


def _parts_list(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether the stretch of a list ends: at a mark, or where a time or a purpose begins."""
    return (words.low[at] in ",;:." and not words.aside[at]) or bool(lexicon.handing.stops.length_at(words.low, at))


def _is_member(words: Words, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a stretch between commas is one more noun of a list: no adjunct, no clause, nothing else handed over."""
    grammar = lexicon.grammar
    if first >= last or not is_word(words, first) or grammar.opens_phrase(words.low[first]):
        return False
    if words.low[first] in lexicon.idioms.adjuncts or grammar.is_adverb(words.low[first]):
        return False
    if lexicon.idioms.adverbials.length_at(words.low, first) or grammar.phrases["joiners"].length_at(words.low, first):
        return False
    if any(verb_at(words, at, last, lexicon) >= 0 for at in range(first, last)):
        return False
    core = core_end(words, first, last, lexicon)
    head = head_of(words, first, core, lexicon)
    named = head >= 0 and words.low[head] in lexicon.handing.produced
    return not (named and words.low[first] in grammar.words["indefinite"] | grammar.words["articles"])


def _leaves(words: Words, at: int, begin: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether "to" leads away from the thing: to a receiver, or to what it is for."""
    before, handing = words.low[at - 1], lexicon.handing
    joined = at > begin and before in lexicon.grammar.words["to_joins"]
    if joined and before.endswith(lexicon.grammar.endings["gerund"]):
        return False
    if verb_at(words, at, stop, lexicon) >= 0:
        return at > begin and before not in handing.with_infinitive
    if joined and before not in handing.produced | handing.sent:
        return False
    actor = actor_at(words, at + 1, stop, lexicon)
    if actor is None:
        return False
    core = core_end(words, actor.first, actor.last, lexicon)
    head = head_of(words, actor.first, core, lexicon)
    told = words.capital(head) or lexicon.actors.heads.get(words.low[head]) in ("organ", "officer")
    told = told or words.low[head] in lexicon.handing.receiving
    joined = words.low[at] in lexicon.grammar.words["datives"] - lexicon.grammar.words["infinitives"]
    named = told and (joined or words.low[actor.first] in lexicon.grammar.words["determiners"])
    return at == begin or named


def _ends(words: Words, conjunction: int, stop: int, lexicon: Lexicon, begin: int = -1) -> bool:
    """Whether "and" leads on to another action or another thing handed over; not to a second verb of "ways to"."""
    grammar = lexicon.grammar
    behind = conjunction + 1
    if behind >= stop:
        return True
    word = words.low[behind]
    if word in grammar.words["infinitives"]:
        return True
    if word in lexicon.verbs.actions and word not in lexicon.verbs.also_nouns:
        return not (begin >= 0 and verb_at(words, conjunction - 2, stop, lexicon) == conjunction - 1)
    if grammar.is_adverb(word) or _does(words, behind, stop, grammar):
        return True
    core = core_end(words, behind, stop, lexicon)
    head = head_of(words, behind, core, lexicon)
    named = head >= 0 and words.low[head] in lexicon.handing.produced
    return named and word in grammar.words["articles"]


def _does(words: Words, at: int, stop: int, grammar: Grammar) -> bool:
    """Whether a form in -ing with an object of its own stands there: "laws and | assisting the courts"."""
    gerund = bool(grammar.endings["gerund"]) and words.low[at].endswith(grammar.endings["gerund"])
    return gerund and at + 1 < stop and words.low[at + 1] in grammar.words["openers"]
