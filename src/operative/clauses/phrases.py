"""Noun phrases of a passage: where they end, what heads them, and whether they name somebody who can act."""

from dataclasses import dataclass

from operative.clauses.lexicon import Lexicon
from operative.clauses.words import Words
from operative.vocabulary.grammar import Grammar

__all__ = ["Range", "actor_at", "actors_at", "core_end", "is_actor", "is_word", "place_name", "series_end", "verb_at", "verb_of"]

HYPHENS = frozenset("-‐‑–")
LONGEST_CORE = 40
LONGEST_NAME = 80
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
        if behind >= stop or words.low[behind] in grammar.words["determiners"]:
            break
        following = core_end(words, behind, stop, lexicon)
        if following <= behind:
            break
        core = following
    return core


def _participle(word: str, grammar: Grammar) -> bool:
    return word.endswith(grammar.endings["participle"]) or word.endswith(grammar.endings["gerund"])


def _head(words: Words, first: int, last: int) -> int:
    """The last word of a core that is no aside; -1 where there is none."""
    for at in range(last - 1, first - 1, -1):
        if not words.aside[at] and is_word(words, at):
            return at
    return -1


def is_actor(words: Words, first: int, last: int, lexicon: Lexicon) -> bool | None:
    """Whether the phrase names somebody who can act; None where its form does not tell."""
    grammar, actors = lexicon.grammar, lexicon.actors
    while first < last and (words.low[first] in grammar.words["determiners"] or not is_word(words, first)):
        if words.low[first] in actors.pronouns and (first + 1 == last or grammar.opens_phrase(words.low[first + 1])):
            return True
        first += 1
    if first >= last:
        return False
    if words.low[first] in actors.pronouns or actors.states.length_at(words.low, first):
        return True
    head = _head(words, first, core_end(words, first, last, lexicon))
    if head < 0:
        return False
    word = words.low[head].removesuffix("’s").removesuffix("’")
    if word in actors.heads and (words.capital(head) or (word not in actors.things and word not in actors.proper)):
        return True
    if word in actors.things:
        return False
    raw = words.raw(head)
    if words.capital(head) and (raw[1:] != raw[1:].lower() or head == first or words.capital(head - 1)):
        return True
    if word.endswith(grammar.endings["person"]) and word not in grammar.words["not_persons"] | grammar.words["verb_like"]:
        return True
    return False if word.endswith(grammar.endings["noun"]) and word not in grammar.words["verb_like"] else None


def actor_at(words: Words, at: int, end: int, lexicon: Lexicon) -> Range | None:
    """The one actor whose name opens at `at`, with what belongs to the name; None where none does."""
    grammar, actors = lexicon.grammar, lexicon.actors
    if at < end and words.low[at] in actors.pronouns and (at + 1 >= end or not words.capital(at + 1)):
        if at + 1 >= end or not is_word(words, at + 1) or words.low[at] not in grammar.words["determiners"]:
            return Range(at, at + 1)
    stop = _before_thing(words, at, series_end(words, at, end, lexicon), lexicon)
    if stop == at or not _headed(words, at, stop, lexicon):
        return None
    head = words.low[_head(words, at, stop)]
    while stop < min(end, at + LONGEST_NAME):
        word = words.low[stop]
        behind = stop + 1
        while behind < end and words.low[behind] in grammar.words["determiners"]:
            behind += 1
        if behind >= end:
            break
        joins = word in grammar.words["of"] and _owned(words, stop, behind, end, lexicon)
        joins = joins or (word in actors.named_by and head in actors.named and words.capital(behind))
        joins = joins or (word in grammar.words["conjunctions"] and _title_goes_on(words, at, stop, behind, lexicon))
        if word in actors.followed and words.low[stop - 1] not in grammar.words["conjunctions"]:
            return Range(at, _to_mark(words, stop, end, lexicon))
        if not joins:
            break
        stop = max(_before_thing(words, behind, core_end(words, behind, end, lexicon), lexicon), behind)
        if stop == behind:
            break
    return Range(at, stop)


def actors_at(words: Words, at: int, stop: int, lexicon: Lexicon) -> tuple[Range, ...]:
    """The actors whose list opens at `at`: a name, and the names that commas and "and" join to it."""
    first = actor_at(words, at, stop, lexicon) if at < stop else None
    if first is None:
        return ()
    grammar = lexicon.grammar
    found, here = [first], first.last
    while here < stop:
        begin = here + (words.low[here] == ",")
        step = grammar.phrases["joiners"].length_at(words.low, begin) if begin < stop else 0
        if not step and begin < stop and words.low[begin] in grammar.words["conjunctions"]:
            step = 1
        if not step and begin == here:
            break
        begin += step
        if begin < stop and words.low[begin] in grammar.words["recipients"]:
            begin += 1
        following = actor_at(words, begin, stop, lexicon) if begin < stop else None
        if following is None or (not step and not _goes_on(words, following.last, stop, lexicon)):
            break
        found.append(following)
        here = following.last
    return tuple(found)


def _goes_on(words: Words, at: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a list goes on behind a name: "to members, observers and the Board"."""
    return at < stop and (words.low[at] == "," or words.low[at] in lexicon.grammar.words["conjunctions"])


def _owned(words: Words, of: int, behind: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "of" goes on with a name: "the Chair of the Board", but not "inform the Board | of the outcome"."""
    if not words.capital(of - 1) or words.capital(behind):
        return True
    return is_actor(words, behind, core_end(words, behind, end, lexicon), lexicon) is True


def _headed(words: Words, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the last core of a series of adjectives names an actor: "intergovernmental and other organizations"."""
    begin = first
    while True:
        core = core_end(words, begin, last, lexicon)
        if core >= last or core <= begin:
            return is_actor(words, begin, last, lexicon) is True
        begin = core + 1
        while begin < last - 1 and words.low[begin] in lexicon.grammar.words["conjunctions"]:
            begin += 1


def _before_thing(words: Words, first: int, last: int, lexicon: Lexicon) -> int:
    """Where a name ends in front of a thing that is given to it: "to the Parties | recommendations for"."""
    handing = lexicon.handing
    for at in range(first + 1, last):
        ends = words.low[at - 1] in lexicon.actors.heads and not words.capital(at) and not words.aside[at]
        if at == last - 1 and ends and (words.low[at] in handing.sent or words.low[at] in handing.informing):
            return at
    return last


def _title_goes_on(words: Words, first: int, conjunction: int, behind: int, lexicon: Lexicon) -> bool:
    """Whether "and" stands within a name: "the Office on Drugs and Crime", "the Ministry of Health and Welfare"."""
    if not words.capital(behind) or not words.capital(conjunction - 1):
        return False
    if behind > conjunction + 1 and not place_name(words, behind, lexicon):
        return False
    for at in range(conjunction - 1, first, -1):
        word = words.low[at]
        if word in lexicon.actors.named_by or word in lexicon.grammar.words["of"]:
            after = core_end(words, behind, len(words), lexicon)
            of_state = word in lexicon.grammar.words["of"]
            named = is_actor(words, behind, after, lexicon) and words.low[after - 1] in lexicon.actors.heads
            known = bool(lexicon.actors.states.length_at(words.low, behind)) or words.raw(behind).isupper()
            return not named and not (of_state and known)
        if not words.capital(at) and word not in lexicon.grammar.words["determiners"]:
            return False
    return False


def place_name(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether a lone capital word follows an article that heads no name: "for Latin America and the | Caribbean"."""
    core = core_end(words, at, len(words), lexicon)
    lone = core - at == 1 or words.aside[at + 1]
    return lone and words.low[at] not in lexicon.actors.heads and not words.raw(at).isupper()


def _to_mark(words: Words, at: int, end: int, lexicon: Lexicon) -> int:
    """The end of what follows a name ("established pursuant to resolution 12 (2009)"): a mark or a new clause."""
    grammar, stops = lexicon.grammar, lexicon.grammar.words["recipient_stops"]
    here = at
    while here < min(end, at + LONGEST_NAME):
        word = words.low[here]
        joined = word in grammar.words["infinitives"] and words.low[here - 1] in grammar.words["to_joins"]
        if not words.aside[here] and not joined and (word in ",;:" or word in stops):
            break
        here += 1
    return here


def verb_at(words: Words, at: int, end: int, lexicon: Lexicon) -> int:
    """The verb of the infinitive whose marker stands at `at` ("to fully implement"); -1 where it is none."""
    if words.low[at] not in lexicon.grammar.words["infinitives"] or words.aside[at]:
        return -1
    return verb_of(words, at + 1, end, lexicon)


def verb_of(words: Words, at: int, end: int, lexicon: Lexicon) -> int:
    """The verb that stands at `at` or behind the adverbs there; -1 where the word is no verb."""
    grammar = lexicon.grammar
    here = at
    while here < min(end, at + LONGEST_ASIDE + 10):
        step = grammar.phrases["before"].length_at(words.low, here) or grammar.phrases["connectives"].length_at(words.low, here)
        if not step and (grammar.is_adverb(words.low[here]) or words.low[here] in grammar.words["negations"]):
            step = 1
        if not step and words.low[here] in grammar.words["conjunctions"] and here > at:
            step = 1
        if not step and words.low[here] == ",":
            step = _past_aside(words, here, end)
        if not step and (words.low[here] == ":" or words.aside[here]):
            step = 1
        if not step:
            break
        here += step
    return here if here < end and _could_be_verb(words, here, grammar, lexicon) else -1


def _past_aside(words: Words, comma: int, end: int) -> int:
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
    if not word[0].isalpha() or words.capital(at) or word in grammar.words["never_verbs"]:
        return False
    if word in grammar.words["determiners"] or word in grammar.words["pronouns"] or grammar.opens_phrase(word):
        return False
    if word.endswith("s") and not word.endswith("ss"):
        return False
    return not word.endswith(grammar.endings["noun"])
