"""What "is" says of somebody, split to single things: adjectives, a noun with what belongs to it, what marks it."""

from dataclasses import dataclass
from itertools import pairwise

from operative.domain.elements import ElementKind
from operative.mandates.lists import Item, split_list, trimmed
from operative.mandates.words import Words
from operative.vocabulary.predicates import Predicates

__all__ = ["Part", "split_complement"]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing: its words, its kind, the rule that took it, and what is set before it in its label."""

    item: Item
    kind: ElementKind
    rule: str
    before: str = ""


def split_complement(words: Words, item: Item, verb: int, grammar: Predicates) -> list[Part]:
    """The single things in the complement of "is", whose verb stands at `verb`."""
    tails = _tails(words, item, grammar)
    core = trimmed(words, Item(item.first, tails[0].first if tails else item.last), grammar)
    found = _core(words, core, verb, grammar) if core else []
    for tail in tails:
        found += _tail(words, tail, grammar)
    return found


def _tails(words: Words, item: Item, grammar: Predicates) -> list[Item]:
    """What stands behind the noun and marks it: "with its own charter", "featuring ...", ", financed by ..."."""
    begins = [at for at in range(item.first + 1, item.last) if _opens_tail(words, item, at, grammar)]
    return [Item(first, last) for first, last in pairwise([*begins, item.last])]


def _opens_tail(words: Words, item: Item, at: int, grammar: Predicates) -> bool:
    low, before = words.low, words.low[at - 1]
    length = grammar.tails.length_at(low, at)
    if length and at + length < item.last:
        if length > 1 or before in {","} | grammar.words["conjunctions"] or grammar.is_participle(low[at]):
            return True
        if grammar.is_gerund(low[at]):
            return True
        opening = low[at + length]
        described = opening in grammar.words["possessives"] | grammar.words["indefinite"] | grammar.words["negations"]
        described = described or opening in {"no", "both", "two", "three"} or opening.isdigit()
        return (described or not grammar.words["relational"]) and before not in grammar.words["relational"]
    if not grammar.is_participle(low[at]) or at + 1 >= item.last:
        return False
    joined = before == "," or (before in grammar.words["conjunctions"] and at - 1 > item.first)
    behind = low[at + 1] in grammar.words["prepositions"]
    return behind and (joined or before in grammar.words["wide_heads"])


def _tail(words: Words, tail: Item, grammar: Predicates) -> list[Part]:
    opener = grammar.tails.length_at(words.low, tail.first)
    tail = trimmed(words, tail, grammar)
    if not opener:
        return [Part(tail, ElementKind.FEATURE, "element-participle")]
    items = _marks(words, tail, opener, grammar)
    shared = shared_opening(words, items, grammar)
    return [Part(item, ElementKind.FEATURE, "element-mark", before) for item, before in zip(items, shared, strict=True)]


def _marks(words: Words, tail: Item, opener: int, grammar: Predicates) -> list[Item]:
    """The things behind an opener; its preposition may be said again: "dotée de sa flotte et de sa règle"."""
    last = tail.first + opener - 1
    small = grammar.words["prepositions"] | grammar.words["contracted"]
    if words.low[last] in small:
        items = split_list(words, Item(last, tail.last), grammar, pairs=False)
        if len(items) > 1 and all(words.low[item.first] in small for item in items):
            return [Item(item.first + 1, item.last) for item in items]
    return split_list(words, Item(last + 1, tail.last), grammar)


def shared_opening(words: Words, items: list[Item], grammar: Predicates) -> list[str]:
    """The "own" that later items share with the first: "its own charter and flag"."""
    first = items[0]
    own = next(
        (at for at in range(first.first, min(first.last, first.first + 2)) if words.low[at] in grammar.words["own"]), -1
    )
    bare = [words.low[item.first] not in grammar.words["determiners"] for item in items]
    return [words.raw(own) if own >= 0 and number and bare[number] else "" for number in range(len(items))]


def _core(words: Words, core: Item, verb: int, grammar: Predicates) -> list[Part]:
    """The noun or the adjectives themselves."""
    if words.low[core.first] not in grammar.words["determiners"]:
        return _bare(words, core, verb, grammar)
    found: list[Part] = []
    for number, phrase in enumerate(_noun_phrases(words, core, grammar)):
        found += _noun_phrase(words, phrase, grammar) if number or not found else []
    return found


def _noun_phrases(words: Words, core: Item, grammar: Predicates) -> list[Item]:
    """The noun phrases of a list: "a guild, a school and a bank"; below a preposition "and" parts nothing."""
    article = words.low[core.first]
    alike = grammar.words["indefinite"] if article in grammar.words["indefinite"] else {article}
    begins = [core.first]
    for at in range(core.first + 1, core.last - 1):
        if words.low[at] not in alike or words.low[at - 1] not in grammar.words["conjunctions"] | {","}:
            continue
        below = any(words.low[i] in grammar.words["prepositions"] for i in range(begins[-1] + 1, at))
        if not below or article in grammar.words["indefinite"] or _is_role(words, Item(at, core.last), grammar):
            begins.append(at)
    return [trimmed(words, Item(first, last), grammar) for first, last in pairwise([*begins, core.last])]


def _bare(words: Words, core: Item, verb: int, grammar: Predicates) -> list[Part]:
    """Adjectives and participles without a noun: "independent and neutral", "indispensable to ..., to ..."."""
    first = words.low[core.first]
    preposition = _first_preposition(words, core, grammar)
    if preposition < core.last and preposition - core.first <= 3:
        role = any(words.low[at] in grammar.words["role_adjectives"] for at in range(core.first, preposition))
        kind = ElementKind.ROLE if role else ElementKind.FEATURE
        return _by_preposition(words, core, preposition, kind, verb, grammar)
    items = [core] if grammar.is_participle(first) and preposition < core.last else split_list(words, core, grammar)
    return [Part(item, ElementKind.FEATURE, "element-is") for item in items]


def _first_preposition(words: Words, item: Item, grammar: Predicates) -> int:
    for at in range(item.first + 1, item.last):
        if words.low[at] in grammar.words["prepositions"]:
            return at
    return item.last


def _by_preposition(
    words: Words, item: Item, preposition: int, kind: ElementKind, first: int, grammar: Predicates
) -> list[Part]:
    """One thing for each place that a preposition names again: "a partner in ..., in ... and in ..."."""
    behind = Item(preposition, item.last)
    parts = split_list(words, behind, grammar, pairs=False)
    head = words.words(item.first, preposition)
    if len(parts) < 2:
        inner = Item(preposition + 1, item.last)
        opens = inner and words.low[inner.first] in grammar.words["determiners"]
        parts = split_list(words, inner, grammar, pairs=False) if opens else []
        head = words.words(item.first, preposition + 1)
    if len(parts) < 2:
        return [Part(item, kind, "element-is")]
    del first
    opening = Part(Item(item.first, parts[0].last), kind, "element-is")
    return [opening, *(Part(part, kind, "element-is", head) for part in parts[1:])]


def _noun_phrase(words: Words, phrase: Item, grammar: Predicates) -> list[Part]:
    preposition = _first_preposition(words, phrase, grammar)
    kind = ElementKind.ROLE if _is_role(words, phrase, grammar) else ElementKind.FEATURE
    if words.low[phrase.first] in grammar.words["indefinite"]:
        adjectives = _adjectives(words, phrase, preposition, kind, grammar)
        if adjectives:
            return adjectives
    if preposition < phrase.last:
        return _by_preposition(words, phrase, preposition, kind, phrase.first, grammar)
    return [Part(phrase, kind, "element-is")]


def _is_role(words: Words, phrase: Item, grammar: Predicates) -> bool:
    stop = _first_preposition(words, phrase, grammar)
    heads = range(phrase.first, stop) if grammar.adjectives_follow else range(max(phrase.first, stop - 1), stop)
    return any(words.low[at] in grammar.words["role_heads"] for at in heads)


def _adjectives(words: Words, phrase: Item, preposition: int, kind: ElementKind, grammar: Predicates) -> list[Part]:
    """The adjectives that a noun has several of, each by itself: "an old, quiet and careful guild"; [] for fewer."""
    if grammar.adjectives_follow:
        return _following_adjectives(words, phrase, grammar, kind)
    head = preposition - 1
    groups = split_list(words, Item(phrase.first + 1, preposition), grammar, lone=True)
    if len(groups) < 2:
        groups = _joined_adjectives(words, Item(phrase.first + 1, preposition), grammar)
    if len(groups) < 2 or groups[-1].last != preposition:
        return []
    found = [Part(group, ElementKind.FEATURE, "element-adjective") for group in groups[:-1]]
    last = Item(groups[-1].first, head)
    wide = words.low[head] in grammar.words["wide_heads"] and preposition == phrase.last
    if wide and last:
        found.append(Part(last, ElementKind.FEATURE, "element-adjective"))
    else:
        found.append(Part(Item(groups[-1].first, phrase.last), kind, "element-is"))
    return found


def _joined_adjectives(words: Words, item: Item, grammar: Predicates) -> list[Item]:
    """Two adjectives joined by "and" before a noun; two nouns there are one thing."""
    for at in range(item.first + 1, item.last - 2):
        if words.low[at] in grammar.words["conjunctions"]:
            both = grammar.is_adjective(words.low[at - 1]) and grammar.is_adjective(words.low[at + 1])
            return [Item(item.first, at), Item(at + 1, item.last)] if both else []
    return []


def _following_adjectives(words: Words, phrase: Item, grammar: Predicates, kind: ElementKind) -> list[Part]:
    """Where adjectives follow: "une guilde ancienne, calme et prudente"."""
    groups = split_list(words, phrase, grammar, lone=True)
    if len(groups) < 2:
        return []
    first = Part(groups[0], kind, "element-is")
    return [first, *(Part(group, ElementKind.FEATURE, "element-adjective") for group in groups[1:])]
