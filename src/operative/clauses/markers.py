"""What opens the verb of a duty: "to", "de", "à", "a que"; and the verb behind it."""

from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import past_aside, verb_at, verb_of
from operative.clauses.words import Words
from operative.vocabulary.grammar import Phrases

__all__ = ["asked_verb_at", "finite_behind"]

FURTHEST_VERB = 40
"""Words between "que" and its verb: "que en su próximo informe ... incluya"."""


def asked_verb_at(words: Words, at: int, end: int, asks: Phrases, lexicon: Lexicon) -> int:
    """The verb of what is asked, whose marker stands at `at`; -1 where none does.

    `asks` are the markers that the opening verb takes; where it names none, every marker of the language counts.
    """
    markers = asks if asks.longest else lexicon.grammar.phrases["markers"]
    if not markers.longest:
        return verb_at(words, at, end, lexicon)
    step = 0 if words.aside[at] else markers.length_at(words.low, at)
    if not step:
        bare = lexicon.grammar.unmarked and not asks.longest and not lexicon.grammar.opens_phrase(words.low[at - 1])
        return verb_of(words, at, end, lexicon) if bare and at == verb_of(words, at, end, lexicon) else -1
    if words.low[at + step - 1] in lexicon.grammar.words["complementizers"]:
        verb = finite_behind(words, at + step, end, lexicon)
        told = step > 1 or words.low[verb] not in lexicon.grammar.words["said_of"]
        return verb if told else -1
    return verb_of(words, at + step, end, lexicon)


def finite_behind(words: Words, at: int, end: int, lexicon: Lexicon) -> int:
    """The finite verb that "que" opens, also behind its subject or an aside; -1 where none stands."""
    grammar, finite = lexicon.grammar, lexicon.verbs.finite
    direct = at
    while direct < end:
        word = words.low[direct]
        step = grammar.phrases["connectives"].length_at(words.low, direct)
        small = word in grammar.words["clitics"] or word in grammar.words["negations"]
        step = step or (small or word in lexicon.actors.pronouns or grammar.is_adverb(word) or words.aside[direct])
        if not step and word in ",:":
            step = past_aside(words, direct, end) or word == ":"
        if word == ":":  # the first of a list opens with the verb: "que: a) Elabore"
            step = next((far for far in range(1, 5) if direct + far in words.items), step)
        if not step:
            break
        direct += step
    if direct < end and (words.low[direct] in finite or _looks_finite(words, at, direct, lexicon)):
        return direct
    for here in range(direct, min(end, direct + FURTHEST_VERB)):
        if words.low[here] in ";:" and not words.aside[here]:
            break
        before = words.low[here - 1]
        if grammar.phrases["finite_phrases"].length_before(words.low, here + 1):
            return here
        named = before in grammar.words["determiners"] or before in grammar.words["prepositions"]
        if words.low[here] in finite and not named and not words.aside[here] and _is_small(words, here):
            return here
    return -1


def _is_small(words: Words, at: int) -> bool:
    """Whether a word is no name: it opens with a small letter, or a sub-paragraph opens with it."""
    return not words.capital(at) or at in words.items


def _looks_finite(words: Words, at: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether an unknown word has the form of a verb, right behind the marker or a clitic: "que le entregue"."""
    grammar, word = lexicon.grammar, words.low[verb]
    if not word[0].isalpha() or words.capital(verb) or grammar.opens_phrase(word) or len(word) < 4:
        return False
    if word in grammar.words["determiners"] or word.endswith(grammar.endings["infinitive"]):
        return False
    before = words.low[verb - 1]
    near = verb == at or before in grammar.words["clitics"] or before in grammar.words["negations"]
    return near and word.endswith(grammar.endings["subjunctive"])
