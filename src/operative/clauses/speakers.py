"""Where the body that acts is named right before its verb: "The Council requests", "It further decides"."""

from operative.clauses.words import Words
from operative.vocabulary.grammar import Grammar

__all__ = ["find_speakers"]

LONGEST_SUBJECT = 60
"""How far into a sentence the body that acts may be named: "At its 9th meeting, on the report of ..., the Board"."""
SENTENCE_END = frozenset(".:!?")


def find_speakers(words: Words, grammar: Grammar) -> dict[int, str]:
    """Where a verb may stand because the body itself is named right before, at the head of a sentence.

    The value says who: organ ("The Council", "It"), far (an organ, with other words between), or we.
    """
    found: dict[int, str] = {}
    heads = [words.opening]
    for at in range(words.opening + 1, len(words)):
        if words.low[at - 1] in SENTENCE_END and words.capital(at) and not words.aside[at - 1]:
            heads.append(at)
    for number, head in enumerate(heads):
        limit = min(heads[number + 1] if number + 1 < len(heads) else len(words), head + LONGEST_SUBJECT)
        if words.low[head] in grammar.words["subjects"] and number:
            found[head + 1] = "organ"
            continue
        if words.low[head] in grammar.words["we"]:
            found[head + 1] = "we"
            continue
        _named(words, head, limit, grammar, found)
    return found


def _named(words: Words, head: int, limit: int, grammar: Grammar, found: dict[int, str]) -> None:
    """Marks the place behind the body's name at a clause head, and behind each aside between commas that follows it."""
    for at in range(head, limit):
        if at > head and words.low[at - 1] not in (",", "“") and not grammar.far_subject:
            continue
        length = grammar.phrases["organs"].length_at(words.low, at)
        if not length:
            continue
        found[at + length] = "organ"
        if grammar.far_subject:
            found.update((later, "far") for later in range(at + length, limit))
        elif words.low[min(at + length, len(words) - 1)] == ",":
            for comma in range(at + length, limit):
                if words.low[comma] == ",":
                    found[comma + 1] = "organ"
        return
