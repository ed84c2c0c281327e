"""Lists in running text, split to single things."""

from dataclasses import dataclass

from operative.mandates.words import Words
from operative.vocabulary.predicates import Predicates

__all__ = ["Item", "split_list", "trimmed"]

LONGEST_PAIR = 4
"""Words that each side of a lone "and" may have to be a thing of its own."""


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """The words from `first` up to, not including, `last`."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class _Joint:
    """Where one thing ends and the next begins."""

    end: int
    begin: int
    comma: bool


def split_list(words: Words, item: Item, grammar: Predicates, *, pairs: bool = True, lone: bool = False) -> list[Item]:
    """The single things that the words list, in order; the words as one where they list none.

    Things that open alike ("its ..., its ...", "in ..., and in ...") are told first, so that an "and" within one of
    them parts nothing. `pairs` admits two bare nouns joined by "and", `lone` two joined by nothing but a comma.
    """
    item = trimmed(words, item, grammar)
    joints = _joints(words, item, grammar)
    if not joints:
        return [item] if item else []
    opening = _opening(words, item.first, grammar)
    alike = [joint for joint in joints if opening and _opening(words, joint.begin, grammar) == opening]
    if alike:
        parts = [part for part in _cut(item, alike) if part]
        return [single for part in parts for single in _weak(words, part, grammar, pairs, lone)]
    return _weak(words, item, grammar, pairs, lone)


def trimmed(words: Words, item: Item, grammar: Predicates) -> Item:
    """The words without the marks and conjunctions at their ends."""
    first, last = item.first, item.last
    while first < last and (not _says(words, first) or words.low[first] in grammar.words["conjunctions"]):
        first += 1
    while last > first and (not _says(words, last - 1) or words.low[last - 1] in grammar.words["conjunctions"]):
        last -= 1
    return Item(first, last)


def _says(words: Words, at: int) -> bool:
    """Whether a word or a bracket stands there, and no mark that parts."""
    return words.is_word(at) or words.low[at][0] in '(“«"' or words.low[at] in {")", "”", "»"}


def _joints(words: Words, item: Item, grammar: Predicates) -> list[_Joint]:
    """Every place where a comma, a semicolon or a conjunction could part two things; none within brackets."""
    found: list[_Joint] = []
    depth, at = 0, item.first
    while at < item.last:
        low = words.low[at]
        depth += (low in {"(", "“", "«"}) - (low in {")", "”", "»"})
        step = 0
        if depth <= 0 and at > item.first:
            step = (
                grammar.joiners.length_at(words.low, at)
                or (low in grammar.words["conjunctions"])
                or (low in {",", ";"})
            )
        if not step:
            at += 1
            continue
        begin = at + step
        while begin < item.last and (words.low[begin] in grammar.words["conjunctions"] or words.low[begin] == ","):
            begin += 1
        begin += grammar.joiners.length_at(words.low, begin)
        if begin < item.last:
            found.append(_Joint(at, begin, low in {",", ";"}))
        at = max(begin, at + 1)
    return found


def _opening(words: Words, at: int, grammar: Predicates) -> str:
    """What kind of small word a thing opens with: a determiner, or a preposition with its own name; "" for others."""
    low = words.low[at]
    if low in grammar.words["determiners"]:
        return "determiner"
    return low if low in grammar.words["prepositions"] else ""


def _cut(item: Item, joints: list[_Joint]) -> list[Item]:
    begins = [item.first, *(joint.begin for joint in joints)]
    ends = [*(joint.end for joint in joints), item.last]
    return [Item(first, last) for first, last in zip(begins, ends, strict=True)]


def _weak(words: Words, item: Item, grammar: Predicates, pairs: bool, lone: bool) -> list[Item]:
    """The things of a list that do not open alike: "responsiveness, thrift and speed", "its charter and rules"."""
    joints = [joint for joint in _joints(words, item, grammar) if not _opening(words, joint.begin, grammar)]
    joints = [joint for joint in joints if not _after_relative(words, item.first, joint.end, grammar)]
    if not joints or _holds_phrase(words, item.first, joints[0].end, grammar):
        return [item]
    parts = _cut(item, joints)
    if grammar.including.length_at(words.low, joints[-1].begin):
        return [item]
    if any(joint.comma for joint in joints):
        alone = len(joints) == 1 and not lone and not _has_conjunction(words, joints[0], grammar)
        return [item] if alone else [part for part in (trimmed(words, p, grammar) for p in parts) if part]
    if not pairs or len(parts) != 2 or any(len(part) > LONGEST_PAIR for part in parts):
        return [item]
    if grammar.is_adjective(words.low[parts[0].last - 1]) and not grammar.adjectives_follow:
        return [item]
    return parts


def _has_conjunction(words: Words, joint: _Joint, grammar: Predicates) -> bool:
    return any(words.low[at] in grammar.words["conjunctions"] for at in range(joint.end, joint.begin))


def _holds_phrase(words: Words, first: int, last: int, grammar: Predicates) -> bool:
    """Whether the first thing holds a preposition, so that what follows it may belong to that: "a net of ports and"."""
    return any(words.low[at] in grammar.words["prepositions"] for at in range(first + 1, last))


def _after_relative(words: Words, first: int, last: int, grammar: Predicates) -> bool:
    return any(words.low[at] in grammar.words["relatives"] for at in range(first + 1, last))
