"""Through whom, or under which heading, something goes: "through the Economic and Social Council"."""

from operative.clauses.actors import actor_at
from operative.clauses.conditions import phrase_end
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range
from operative.clauses.words import Words

__all__ = ["find_channels"]


def find_channels(words: Words, begin: int, end: int, lexicon: Lexicon) -> tuple[tuple[Range, str], ...]:
    """The channels between `begin` and `end`, in order, each with the rule that took it."""
    found: list[tuple[Range, str]] = []
    starts, low = lexicon.idioms.channel_starts, words.low
    for at in [here for here in range(begin, end - 1) if low[here] in starts]:
        if words.aside[at]:
            continue
        if words.low[at] in lexicon.idioms.through:
            actor = actor_at(words, at + 1, end, lexicon)
            if actor and words.capital(actor.last - 1):
                found.append((actor, "channel-through"))
            continue
        step = lexicon.idioms.under.length_at(words.low, at)
        if step:
            last = phrase_end(words, at + step, end, lexicon)
            while last < end and words.aside[last]:
                last += 1
            found.append((Range(at + 1, last), "channel-under"))
    return tuple(found)
