"""Explicit conditions, provisos and safeguards: "provided that", "subject to", "with the consent of"."""

from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, verb_at
from operative.clauses.words import Words

__all__ = ["find_conditions", "phrase_end"]

LONGEST = 160


def find_conditions(words: Words, begin: int, end: int, lexicon: Lexicon) -> tuple[tuple[Range, str], ...]:
    """The conditions between `begin` and `end`, in order, each with the rule that took it."""
    found: list[tuple[Range, str]] = []
    starts, low = lexicon.idioms.condition_starts, words.low
    for at in [here for here in range(begin, end) if low[here] in starts]:
        if words.aside[at] or (found and at < found[-1][0].last):
            continue
        condition = _condition_at(words, at, end, lexicon)
        if condition:
            found.append(condition)
    return tuple(found)


def _condition_at(words: Words, at: int, end: int, lexicon: Lexicon) -> tuple[Range, str] | None:
    idioms, low = lexicon.idioms, words.low
    step = idioms.condition_clauses.length_at(low, at)
    if step:
        return Range(at, _clause_end(words, at + step, end, lexicon)), "condition-clause"
    step = idioms.condition_brief.length_at(low, at)
    if step:
        last = phrase_end(words, at + step, end, lexicon)
        joins = (here for here in range(at + step, last) if low[here] in lexicon.grammar.words["conjunctions"])
        return Range(at, next(joins, last)), "condition-brief"
    step = idioms.condition_phrases.length_at(low, at)
    if not step and low[at - 1] == ",":
        step = idioms.aside_conditions.length_at(low, at)
    if step and not idioms.never_conditions.length_at(low, at):
        return Range(at, phrase_end(words, at + step, end, lexicon)), "condition-phrase"
    step = idioms.if_words.length_at(low, at)
    if step and not idioms.never_if.length_at(low, at) and _opens_clause(words, at, step, lexicon):
        return Range(at, _clause_end(words, at + step, end, lexicon)), "condition-if"
    return None


def _opens_clause(words: Words, at: int, step: int, lexicon: Lexicon) -> bool:
    """Whether "if" stands before a clause: behind a mark or "that", or before a subject in the midst of a sentence."""
    low, grammar = words.low, lexicon.grammar
    if low[at + step : at + step + 1] and low[at + step] in grammar.words["copulas"]:
        return False
    if low[at - 1] in ",;" or low[at - 1] in grammar.words["complementizers"]:
        return True
    if low[at] not in lexicon.idioms.midst or low[at - 1] in lexicon.idioms.asking or at + step >= len(words):
        return False
    before = low[at - 1] if low[at - 1] not in grammar.words["conjunctions"] else low[at - 2]
    subject = low[at + step] in grammar.words["openers"] | grammar.words["pronouns"] or words.capital(at + step)
    said = any(low[here] in grammar.words["auxiliaries"] for here in range(at + step, min(len(words), at + step + 12)))
    return before not in lexicon.idioms.asking and (subject or said)


def _clause_end(words: Words, at: int, end: int, lexicon: Lexicon) -> int:
    """The end of a proviso: a semicolon, a sub-paragraph, or a comma behind which the main clause goes on."""
    grammar = lexicon.grammar
    for here in range(at, min(end, at + LONGEST)):
        word = words.low[here]
        if words.aside[here]:
            continue
        if word in ";:" or here in words.items:
            return _backed(words, at, here)
        joins = word in grammar.words["conjunctions"] and here > at and here + 1 < end
        if joins and words.low[here + 1] in lexicon.idioms.midst:
            return here
        if word == "," and here + 1 < end:
            behind = here + 1
            if lexicon.idioms.condition_phrases.length_at(words.low, behind):
                return here
            if words.low[behind] in grammar.words["conjunctions"]:
                behind += 1
            if behind < end and (
                verb_at(words, behind, end, lexicon) >= 0 or words.low[behind] in grammar.words["complementizers"]
            ):
                return here
            if _main_clause(words, here + 1, end, lexicon):
                return here
    return _backed(words, at, min(end, at + LONGEST))


def _main_clause(words: Words, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a subject and a modal open right behind a comma: "if it rains, the Board shall"."""
    for here in range(at, min(end, at + 12)):
        if words.low[here] in ",;":
            return False
        if words.low[here] in lexicon.grammar.words["modals"]:
            return words.low[here - 1] not in lexicon.grammar.words["relatives"]
    return False


def phrase_end(words: Words, at: int, end: int, lexicon: Lexicon) -> int:
    """The end of a phrase such as "subject to ...": a comma, an infinitive, or a noun phrase without preposition."""
    grammar = lexicon.grammar
    if at >= end or (words.low[at - 1] in lexicon.idioms.complete and words.low[at] not in grammar.words["of"]):
        return at
    decided = False
    for here in range(at, min(end, at + LONGEST)):
        word, before = words.low[here], words.low[here - 1]
        if words.aside[here]:
            continue
        if word in ",;:." or here in words.items:
            return _backed(words, at, here)
        decided = decided or before in lexicon.idioms.decided
        if (
            here > at
            and not decided
            and before not in lexicon.handing.with_infinitive
            and verb_at(words, here, end, lexicon) >= 0
            and words.low[here + 1] not in grammar.words["copulas"]
        ):
            return _backed(words, at, here)
        if (
            word in grammar.words["conjunctions"]
            and here + 1 < end
            and lexicon.idioms.condition_phrases.length_at(words.low, here + 1)
        ):
            return here
        opens = word in grammar.words["openers"] and before[0].isalnum() and not grammar.opens_phrase(before)
        if opens and not decided and before not in grammar.words["determiners"] and here > at:
            return here
    return _backed(words, at, min(end, at + LONGEST))


def _backed(words: Words, begin: int, at: int) -> int:
    """Back over the marks before a mark."""
    while at > begin and not words.low[at - 1][0].isalnum() and not words.aside[at - 1]:
        at -= 1
    return at
