"""Things that are named together: "tools and guidelines", "a list, as well as a map", "the full series of reports"."""

from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import core_end, head_of, past_aside, series_end, verb_at
from operative.clauses.words import Words

__all__ = ["has_owner", "joined_thing", "next_object", "shared_head"]


def shared_head(words: Words, core: int, head: int, stop: int, nouns: frozenset[str], lexicon: Lexicon) -> int:
    """The noun of `nouns` that stands for a thing whose own head is none of them; else `head`."""
    if words.low[head] in nouns:
        return head
    measured = _measured_head(words, core, head, stop, nouns, lexicon)
    return measured if measured != head else _paired_head(words, core, head, stop, nouns, lexicon)


def _measured_head(words: Words, core: int, head: int, stop: int, nouns: frozenset[str], lexicon: Lexicon) -> int:
    """The head of the thing of which a noun says how many: "the full series of | reports"; `head` where none is."""
    if words.low[head] not in lexicon.handing.measures or not has_owner(words, core, lexicon):
        return head
    other = head_of(words, core + 1, core_end(words, core + 1, stop, lexicon), lexicon)
    return other if other >= 0 and words.low[other] in nouns else head


def _paired_head(words: Words, core: int, head: int, stop: int, nouns: frozenset[str], lexicon: Lexicon) -> int:
    """The head of the bare noun that "and" pairs with a thing: "tools and | guidelines"; `head` where none is."""
    grammar, behind = lexicon.grammar, core + 1
    if grammar.head_first or behind >= stop or words.low[core] not in grammar.words["conjunctions"]:
        return head
    bare = not grammar.opens_phrase(words.low[behind]) and words.low[behind] not in grammar.words["determiners"]
    if not bare or words.low[head] in lexicon.handing.never_sent or words.low[behind] in lexicon.verbs.actions:
        return head
    other = head_of(words, behind, core_end(words, behind, stop, lexicon), lexicon)
    return other if other >= 0 and words.low[other] in nouns else head


def has_owner(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether "of" leads on from a noun."""
    return at + 1 < len(words) and words.low[at] in lexicon.grammar.words["of"]


def next_object(words: Words, core: int, limit: int, lexicon: Lexicon) -> int:
    """Where "and" joins another thing to an object that is none: "provide assistance, and an update"; else -1."""
    following = _next_joined(words, core, limit, lexicon)
    if following < len(words) and lexicon.grammar.opens_phrase(words.low[following]):
        return -1
    if core + 1 < following < len(words):
        own = lexicon.grammar.words["articles"] | lexicon.grammar.words["possessives"]
        return following if words.low[following] in own else -1
    return following


def joined_thing(words: Words, at: int, limit: int, lexicon: Lexicon) -> int:
    """Where a second thing begins that "and", "as well as" or "including" joins to the first; -1 where none does."""
    here = at
    if here < limit and words.low[here] == ",":
        here += 1
    step = lexicon.grammar.phrases["joiners"].length_at(words.low, here) if here < limit else 0
    if step:
        return here + step
    if here < limit and words.low[here] in lexicon.grammar.words["conjunctions"]:
        behind = here + 1
        if behind < limit and words.low[behind] == ",":
            behind += past_aside(words, behind, limit) or 0
        acts = behind < limit and words.low[behind] in lexicon.verbs.actions - lexicon.verbs.also_nouns
        return -1 if acts else behind
    if at < here < limit and words.low[here] in lexicon.handing.asides:
        closing = next((at for at in range(here, limit) if words.low[at] in ",;:" and not words.aside[at]), limit)
        return joined_thing(words, closing, limit, lexicon) if words.low[closing : closing + 1] == (",",) else -1
    if at < here < limit and words.low[here] in lexicon.grammar.words["indefinite"]:
        head = head_of(words, here, series_end(words, here, limit, lexicon), lexicon)
        return here if head >= 0 and words.low[head] in lexicon.handing.produced else -1
    return -1


def _next_joined(words: Words, at: int, limit: int, lexicon: Lexicon) -> int:
    """The place behind the next "and" or "as well as" of the same object; -1 where the object ends before."""
    for here in range(at, min(limit, at + 25)):
        if verb_at(words, here, limit, lexicon) >= 0:
            return -1
        step = lexicon.grammar.phrases["joiners"].length_at(words.low, here)
        if step:
            return here + step
        if words.low[here] in lexicon.grammar.words["conjunctions"] and not words.aside[here]:
            return here + 1
    return -1
