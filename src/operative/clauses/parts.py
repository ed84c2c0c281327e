"""One opening verb that asks several: "Requests the Board to draft, and the Council to adopt", or a list of them."""

from operative.clauses.actors import actor_at
from operative.clauses.duties import find_duty
from operative.clauses.leads import Lead
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import verb_at
from operative.clauses.words import Words

__all__ = ["find_parts"]


FURTHEST = 200
"""How many words before a name the verb can stand that asks somebody to ask or enable him."""


def find_parts(words: Words, lead: Lead, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The stretches of the words behind a lead that each ask somebody else, from their first word to their last."""
    whole = [(lead.begin, end)]
    if lead.object != "duty":
        return whole
    begins = _listed(words, lead, end, lexicon) or _chained(words, lead, end, lexicon)
    if len(begins) < 2:
        return whole
    begins[0] = lead.begin if begins[0] not in words.items else begins[0]
    return list(zip(begins, [*begins[1:], end], strict=True))


def _asks(words: Words, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether somebody and what he is to do stand there: "the Council to adopt"."""
    actor = actor_at(words, at, end, lexicon)
    if actor is None or actor.last >= end:
        return False
    last = actor.last
    if words.low[last] == ",":
        closing = next((here for here in range(last + 1, min(end, last + 40)) if words.low[here] == ","), -1)
        last = closing + 1 if closing >= 0 else last
    return last < end and verb_at(words, last, end, lexicon) >= 0


def _listed(words: Words, lead: Lead, end: int, lexicon: Lexicon) -> list[int]:
    """The sub-paragraphs of a lead that asks nobody itself: "Requests: (a) The Board to draft; (b) The Chair to"."""
    if lead.begin >= end or words.low[lead.begin] != ":":
        return []
    return [at for at in sorted(words.items) if lead.begin < at < end and _asks(words, at, end, lexicon)]


def _chained(words: Words, lead: Lead, end: int, lexicon: Lexicon) -> list[int]:
    """Where, behind a first duty, a comma and "and" lead to somebody else and his own infinitive."""
    begins = [lead.begin]
    action = -1
    conjunctions, low = lexicon.grammar.words["conjunctions"], words.low
    for at in [here for here in range(lead.begin + 4, end - 3) if low[here] in conjunctions]:
        if low[at - 1] not in ",;" or words.aside[at] or not _follows_clause(words, at, lexicon):
            continue
        if not _asks(words, at + 1, end, lexicon):
            continue
        if action < 0:
            duty = find_duty(words, lead.begin, end, lead.object, lexicon)
            action = duty.begin if duty.manner == "infinitive" and duty.actors and duty.action >= 0 else end
        if action < at and not _relayed(words, action, at, lexicon):
            begins.append(at + 1)
    return begins


def _follows_clause(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether "and" joins two clauses, not the last two names of a list: "..., the valley, and the town to"."""
    named = words.low[at + 1] in lexicon.grammar.words["articles"] or words.capital(at + 1)
    return named and not any(words.low[back] == "," for back in range(max(0, at - 5), at - 1))


def _relayed(words: Words, action: int, at: int, lexicon: Lexicon) -> bool:
    """Whether those named belong to a list of whom somebody is to invite or enable: "to invite States, and the ..."."""
    for here in range(at - 1, max(action, at - FURTHEST) - 1, -1):
        if words.low[here] in lexicon.handing.relay or words.low[here] in lexicon.grammar.words["enabling"]:
            return True
        if words.low[here] == ";":
            return False
    return False
