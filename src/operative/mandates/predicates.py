"""Sentences, split to what each finite verb says of its subject."""

from dataclasses import dataclass

from operative.domain.elements import Strength
from operative.mandates.lists import Item, trimmed
from operative.mandates.words import Words
from operative.vocabulary.predicates import Predicates

__all__ = ["Predicate", "split_predicates"]

FURTHEST_VERB = 14
"""How many words may stand between a modal verb and its verb: "must, in addition to these features, also retain"."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """One verb with what it takes.

    `sort` is be, have, keep, show, play (any other verb), done (a perfect) or kept (a passive of keeping, of which the
    subject is the object). `first` is where the predicate begins, `object` what follows the verb.
    """

    sort: str
    strength: Strength
    subject: Item
    first: int
    object: Item


@dataclass(frozen=True, slots=True)
class _Verb:
    sort: str
    strength: Strength
    first: int
    behind: int


def split_predicates(words: Words, clause: Item, grammar: Predicates) -> tuple[Predicate, ...]:
    """The predicates of a clause in order; none where it has no finite verb of its own."""
    whole = trimmed(words, clause, grammar)
    clause = _behind_opening(words, whole, grammar)
    main = _main_verb(words, clause, grammar)
    if main is None:
        return ()
    subject = _subject(words, Item(clause.first, main.first), grammar)
    asides = _said_aside(words, Item(whole.first, main.first), clause.first, subject, grammar)
    verbs = [main]
    while (following := _next_verb(words, verbs[-1], clause.last, grammar)) is not None:
        verbs.append(following[0])
    ends = [_before(words, verb.first, grammar) for verb in verbs[1:]] + [clause.last]
    found = asides
    for verb, end in zip(verbs, ends, strict=True):
        found.append(
            Predicate(verb.sort, verb.strength, subject, verb.first, trimmed(words, Item(verb.behind, end), grammar))
        )
    return tuple(found)


def _said_aside(words: Words, item: Item, behind: int, subject: Item, grammar: Predicates) -> list[Predicate]:
    """What is said before the main verb: "Being a guild, it ...", "The Guild, which is old, ..."."""
    found = []
    sort, length = grammar.verb_at(words.low, item.first, "gerund")
    if sort and behind > item.first:
        object_ = trimmed(words, Item(item.first + length, behind), grammar)
        found.append(Predicate(sort, Strength.IS, subject, item.first, object_))
    for at in range(subject.last, item.last - 1):
        if words.low[at] in grammar.words["relative_subjects"] and words.low[at - 1] == ",":
            verb = _finite(words, at + 1, Item(at, item.last), grammar)
            if verb is not None:
                object_ = trimmed(words, Item(verb.behind, item.last), grammar)
                found.append(Predicate(verb.sort, verb.strength, subject, verb.first, object_))
            break
    return found


def _before(words: Words, at: int, grammar: Predicates) -> int:
    """The end of what stands before a further verb, without the words that join the two."""
    joining = grammar.words["conjunctions"] | grammar.words["pronouns"] | grammar.words["relative_subjects"] | {","}
    while at > 0 and (words.low[at - 1] in joining or _is_adverb(words, at - 1, grammar)):
        at -= 1
    return at


def _is_adverb(words: Words, at: int, grammar: Predicates) -> bool:
    return grammar.adverbs.length_at(words.low, at) > 0 or grammar.is_adverb(words.low[at])


def _behind_opening(words: Words, clause: Item, grammar: Predicates) -> Item:
    """The clause from its subject on: without "that", and without an aside such as "In order to continue so,"."""
    first = clause.first
    while first < clause.last and words.low[first] in grammar.words["complementizers"]:
        first += 1
    if first >= clause.last:
        return Item(first, clause.last)
    if words.low[first] not in grammar.words["openings"] and not grammar.verb_at(words.low, first, "gerund")[0]:
        return Item(first, clause.last)
    for at in range(first + 1, clause.last - 1):
        if words.low[at] != ",":
            continue
        behind = words.low[at + 1]
        opens = words.capital(at + 1) or behind in grammar.words["determiners"] or behind in grammar.words["pronouns"]
        verb = _main_verb(words, Item(at + 1, clause.last), grammar) if opens else None
        if verb is not None and "," not in words.low[at + 1 : verb.first]:
            return Item(at + 1, clause.last)
    return Item(first, clause.last)


def _subject(words: Words, item: Item, grammar: Predicates) -> Item:
    item = trimmed(words, item, grammar)
    described = grammar.words["relative_subjects"]
    commas = (at for at in range(item.first + 1, item.last - 1) if words.low[at] == ",")
    last = next((at for at in commas if words.low[at + 1] in described), item.last)
    while last > item.first and _is_adverb(words, last - 1, grammar):
        last -= 1
    return Item(item.first, last)


def _main_verb(words: Words, clause: Item, grammar: Predicates) -> _Verb | None:
    """The first finite verb that belongs to no relative clause; else the word behind a named subject."""
    relative = False
    for at in range(clause.first, clause.last):
        verb = _finite(words, at, clause, grammar)
        if verb is None:
            relative = relative or (at > clause.first and words.low[at] in grammar.words["relatives"])
        elif relative:
            relative = False
        elif at > clause.first or grammar.drops_subject or not words.capital(at):
            return _earlier_plain(words, clause, verb, grammar) or verb
    return _plain_verb(words, clause, grammar)


def _earlier_plain(words: Words, clause: Item, verb: _Verb, grammar: Predicates) -> _Verb | None:
    """Another verb before one that follows "and": "The Guild ferries patients, and holds the keys"."""
    if verb.first == clause.first:
        return None
    at = verb.first - 1
    while at > clause.first and _is_adverb(words, at, grammar):
        at -= 1
    if words.low[at] not in grammar.words["conjunctions"] | {","}:
        return None
    plain = _plain_verb(words, clause, grammar)
    return plain if plain is not None and plain.first < verb.first else None


def _finite(words: Words, at: int, clause: Item, grammar: Predicates) -> _Verb | None:
    """The finite verb that opens at a word."""
    strength, length = grammar.strength_at(words.low, at)
    if length:
        return _under_modal(words, at, at + length, clause.last, strength, grammar)
    sort, length = grammar.verb_at(words.low, at, "finite")
    if not sort:
        return None
    if words.low[at] in grammar.words["also_nouns"] and at > clause.first:
        before = at - 1
        fits = words.capital(before) or words.low[before] in grammar.words["pronouns"] | grammar.words["conjunctions"]
        if not fits and not _is_adverb(words, before, grammar) and words.low[before] != ",":
            return None
    return _with_participle(words, sort, Strength.IS, at, at + length, clause.last, grammar)


def _with_participle(
    words: Words, sort: str, strength: Strength, first: int, behind: int, end: int, grammar: Predicates
) -> _Verb:
    """The verb, or the perfect or the passive of keeping that a participle behind it makes."""
    here = _past_asides(words, behind, end, grammar)
    if sort == "have" and here < end and grammar.verb_at(words.low, here, "participle")[0] == "be":
        return _Verb("be", strength, first, _past_asides(words, here + 1, end, grammar))
    if here < end and sort == "have" and grammar.is_participle(words.low[here]):
        after = here + 1
        following = words.low[after] if after < end else "."
        known = grammar.words["determiners"] | grammar.words["prepositions"] | grammar.words["particles"]
        if following in known or not words.is_word(after if after < end else here):
            return _Verb("done", strength, first, here)
    if sort == "be":
        kind, length = grammar.verb_at(words.low, here, "participle")
        if kind == "keep":
            return _Verb("kept", strength, first, here + length)
    return _Verb(sort, strength, first, behind)


def _past_asides(words: Words, at: int, end: int, grammar: Predicates) -> int:
    """Behind adverbs, negations and what stands between two commas."""
    while at < end:
        step = grammar.adverbs.length_at(words.low, at)
        if not step and (grammar.is_adverb(words.low[at]) or words.low[at] in grammar.words["negations"]):
            step = 1
        if not step and words.low[at] == ",":
            closing = next((i for i in range(at + 1, min(end, at + FURTHEST_VERB)) if words.low[i] == ","), at)
            step = closing + 1 - at if closing > at else 0
        if not step:
            break
        at += step
    return at


def _under_modal(words: Words, first: int, at: int, end: int, strength: Strength, grammar: Predicates) -> _Verb:
    """The verb behind a modal one."""
    here = _past_asides(words, at, end, grammar)
    here += grammar.light.length_at(words.low, here)
    here = _past_asides(words, here, end, grammar)
    for far in range(here, min(end, here + FURTHEST_VERB)):
        sort, length = grammar.verb_at(words.low, far, "base")
        if sort and (far == here or _could_follow(words, here, far, grammar)):
            return _with_participle(words, sort, strength, first, far + length, end, grammar)
    return _Verb("play", strength, first, here + 1)


def _could_follow(words: Words, here: int, far: int, grammar: Predicates) -> bool:
    """Whether the words between a modal verb and a later verb are an aside that opens with a preposition."""
    return words.low[here] in grammar.words["prepositions"] and words.low[far - 1] not in (
        grammar.words["determiners"] | grammar.words["infinitives"]
    )


def _plain_verb(words: Words, clause: Item, grammar: Predicates) -> _Verb | None:
    """Any other verb right behind a subject that is a name or a pronoun: "The Guild ferries"."""
    at = clause.first
    if at < clause.last and words.low[at] in grammar.words["articles"]:
        at += 1
    begin = at
    if at < clause.last and words.low[at] in grammar.words["pronouns"] and at == clause.first:
        at += 1
    else:
        while at < clause.last and (
            words.capital(at) or (words.low[at] in {"of", "de", "du", "del", "des"} and at > begin)
        ):
            at += 1
    if at == begin or at >= clause.last:
        return None
    here = _past_asides(words, at, clause.last, grammar)
    if here >= clause.last or not words.is_word(here) or words.capital(here):
        return None
    low = words.low[here]
    small = grammar.words["prepositions"] | grammar.words["conjunctions"] | grammar.words["relatives"]
    ending = grammar.plain_verb_ending
    if low in small or low in grammar.words["determiners"] or (ending and not low.endswith(ending)):
        return None
    return _Verb("play", Strength.IS, here, here + 1)


def _next_verb(words: Words, verb: _Verb, end: int, grammar: Predicates) -> tuple[_Verb, int] | None:
    """The next verb that says something of the same subject: behind "and", a comma, or "which" behind a description."""
    modal = verb.strength is not Strength.IS
    relative = False
    joining = grammar.words["conjunctions"] | {","}
    for at in range(verb.behind, end):
        low = words.low[at]
        if low in grammar.words["relatives"] and not _describes(words, verb, at, grammar):
            relative = True
            continue
        if low not in joining and low not in grammar.words["relative_subjects"]:
            if relative and _finite(words, at, Item(verb.behind, end), grammar):
                relative = False
            continue
        here = at + 1
        while here < end and (words.low[here] in joining or words.low[here] in grammar.words["pronouns"]):
            here += 1
        here = _past_adverbs(words, here, end, grammar)
        if here >= end:
            continue
        found = _finite(words, here, Item(verb.behind - 1, end), grammar) or _other(words, here, end, grammar)
        if found is None and modal and low in joining:
            sort, length = grammar.verb_at(words.low, here, "base")
            if sort:
                found = _with_participle(words, sort, verb.strength, here, here + length, end, grammar)
        if found is not None and not relative:
            return found, at
    return None


def _other(words: Words, at: int, end: int, grammar: Predicates) -> _Verb | None:
    """Any other verb that the list knows, with a small word behind it that shows that it is no noun."""
    if words.low[at] not in grammar.words["plain_verbs"] or at + 1 >= end:
        return None
    small = grammar.words["determiners"] | (grammar.words["prepositions"] - grammar.words["genitives"])
    joined = words.low[at - 1] in grammar.words["conjunctions"] and words.is_word(at + 1)
    shown = words.low[at + 1] in small or _is_adverb(words, at + 1, grammar)
    shown = shown or (joined and words.low[at + 1] not in grammar.words["prepositions"] | grammar.words["conjunctions"])
    return _Verb("play", Strength.IS, at, at + 1) if shown else None


def _past_adverbs(words: Words, at: int, end: int, grammar: Predicates) -> int:
    while at < end:
        step = grammar.adverbs.length_at(words.low, at) or grammar.is_adverb(words.low[at])
        if not step:
            break
        at += step
    return at


def _describes(words: Words, verb: _Verb, at: int, grammar: Predicates) -> bool:
    """Whether a relative pronoun goes on describing "a body": it has an indefinite article."""
    if verb.sort != "be" or words.low[at] not in grammar.words["relative_subjects"]:
        return False
    return words.low[verb.behind] in grammar.words["indefinite"]
