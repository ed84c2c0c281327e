"""What carries information in: "in his next report", "through a dedicated section of the yearbook"."""

from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, head_of, series_end
from operative.clauses.words import Words

__all__ = ["stands_in", "vehicle_at"]


def vehicle_at(words: Words, at: int, stop: int, lexicon: Lexicon) -> Range | None:
    """The core of what carries information in, behind a preposition at `at`."""
    handing = lexicon.handing
    step = handing.vehicle_prepositions.length_at(words.low, at)
    if not step or at + step >= stop:
        return None
    first = at + step
    core = series_end(words, first, stop, lexicon)
    head = head_of(words, first, core, lexicon)
    if head < 0 or not any(words.low[here] in handing.vehicle_nouns for here in range(first, core)):
        return None
    for here in range(first + 1, head):  # "in his next report | alternative proposals"
        if (
            words.low[here] in handing.vehicle_nouns
            and words.low[here + 1] not in handing.vehicle_nouns
            and not words.capital(here + 1)
        ):
            head, core = here, here + 1
            break
    if words.low[head] not in handing.vehicle_nouns:
        return None
    own = any(words.low[here] in handing.vehicle_determiners for here in range(first, min(head, first + 3)))
    bare = words.low[first] not in lexicon.grammar.words["determiners"] | handing.vehicle_nouns
    own = own or (bare and not lexicon.grammar.head_first)
    later = bool(lexicon.grammar.phrases["to_be"].length_at(words.low, core))
    return Range(first, head + 1 if own and not later else core) if own or later else None


def stands_in(words: Words, begin: int, at: int, lexicon: Lexicon) -> bool:
    """Whether "in" only says where something stands already: "the views expressed in his report"."""
    for back in range(at - 1, max(begin, at - 8) - 1, -1):
        if words.low[back] == ",":
            return False
        said = words.low[back] in lexicon.handing.contained
        if said and (back == at - 1 or words.low[back + 1] in lexicon.grammar.words["agents"]):
            return True
    return False
