"""The single things that a provision says of somebody: features, attributes and roles, each with its strength."""

from dataclasses import dataclass

from operative.domain.elements import Element, ElementKind, Strength
from operative.domain.passages import Passage
from operative.domain.spans import Span
from operative.mandates.complements import shared_opening, split_complement
from operative.mandates.labels import label_of
from operative.mandates.lists import Item, split_list, trimmed
from operative.mandates.predicates import Predicate, split_predicates
from operative.mandates.words import Words, words_of_passage
from operative.vocabulary.predicates import Predicates, predicates

__all__ = ["derive_elements"]


LONGEST_SUBJECT = 60
"""Characters of a subject that stands alone above a list."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An element before it has its number: its words, what is set before them in its label, and its kind."""

    item: Item
    kind: ElementKind
    strength: Strength
    rule: str
    subject: str
    before: str = ""
    label: Item | None = None


def derive_elements(
    passage: Passage, provision: str, language: str = "en", *, without: Span | None = None
) -> tuple[Element, ...]:
    """The elements in the own words of one provision; spans count characters of the passage.

    `without` are characters that say no element, such as the words of the condition itself.
    """
    grammar = predicates(language)
    words = words_of_passage(passage)
    whole = _own_words(passage, provision, words)
    things: list[Thing] = []
    subject, list_of = _subject_of_parent(passage, provision), _list_of_parent(passage, provision, words, grammar)
    for clause in _clauses(words, whole, without):
        found, subject, list_of = _things(words, clause, grammar, subject, list_of)
        things += found
    return tuple(_element(words, thing, number, passage, provision, language) for number, thing in enumerate(things, 1))


def _element(words: Words, thing: Thing, number: int, passage: Passage, provision: str, language: str) -> Element:
    quote = words.quote(thing.item.first, thing.item.last, thing.rule)
    shown = thing.label or thing.item
    label = label_of(words.words(shown.first, shown.last), language, before=thing.before)
    id = f"e-{provision}-{number}"
    return Element(id, provision, passage.head.id, thing.kind, thing.strength, label, quote, thing.subject)


def _own_words(passage: Passage, provision: str, words: Words) -> Item:
    for own, place in zip(passage.provisions, passage.places, strict=True):
        if own.id == provision:
            first = words.index_at(place)
            return Item(first, words.index_at(place + len(own.text)) if own.text else first)
    return Item(0, 0)


def _clauses(words: Words, whole: Item, without: Span | None) -> list[Item]:
    """The stretches between full stops and semicolons."""
    found, first = [], whole.first
    for at in range(whole.first, whole.last):
        cut = words.low[at] == ";" or words.ends_sentence(at)
        if without is not None and without.start <= words.starts[at] < without.end:
            cut = True
        if cut:
            found.append(Item(first, at))
            first = at + 1
    found.append(Item(first, whole.last))
    return [item for item in found if item]


@dataclass(frozen=True, slots=True)
class _ListOf:
    """What the things of a list are that goes on behind a colon: kind and strength, as the words before it say."""

    kind: ElementKind | None
    strength: Strength
    sort: str


def _list_of_parent(passage: Passage, provision: str, words: Words, grammar: Predicates) -> _ListOf | None:
    """What the provision above opens, where it ends with a colon: "It must keep the following qualities:"."""
    own = next(p for p in passage.provisions if p.id == provision)
    above = next((p for p in passage.provisions if p.id == own.parent), None)
    if above is None or above is passage.head or not above.text.endswith(":"):
        return None
    item = _own_words(passage, above.id, words)
    found = split_predicates(words, Item(item.first, item.last - 1), grammar)
    if not found:
        return None
    last = found[-1]
    return _ListOf(_kind_named(words, last.object, grammar), last.strength, last.sort)


def _subject_of_parent(passage: Passage, provision: str) -> str:
    """The subject that the provision above names for what stands below it: "The Guild:"."""
    own = next(p for p in passage.provisions if p.id == provision)
    above = next((p for p in passage.provisions if p.id == own.parent), None)
    if above is None or above is passage.head or not above.text.endswith(":"):
        return ""
    return above.text.removesuffix(":").strip() if len(above.text) <= LONGEST_SUBJECT else ""


def _things(
    words: Words, clause: Item, grammar: Predicates, subject: str, list_of: _ListOf | None
) -> tuple[list[Thing], str, _ListOf | None]:
    colon = next((at for at in range(clause.first, clause.last) if words.low[at] == ":"), -1)
    head = Item(clause.first, colon) if colon >= 0 else clause
    found = split_predicates(words, head, grammar)
    opening = _opening_gerund(words, head, grammar)
    if not found and opening is not None:
        return _said(words, opening, grammar, subject), subject, None
    if not found:
        items = split_list(words, Item(colon + 1, clause.last) if colon >= 0 else clause, grammar)
        return [_listed(words, item, list_of, grammar, subject) for item in items], subject, list_of
    subject = _subject(words, found[0], grammar, subject)
    things = [thing for predicate in found[:-1] for thing in _said(words, predicate, grammar, subject)]
    if colon < 0:
        return things + _said(words, found[-1], grammar, subject), subject, None
    last = found[-1]
    list_of = _ListOf(_kind_named(words, last.object, grammar), last.strength, last.sort)
    behind = Item(colon + 1, clause.last)
    if split_predicates(words, behind, grammar):
        more, subject, _ = _things(words, behind, grammar, subject, None)
        return things + _said(words, last, grammar, subject) + more, subject, None
    items = split_list(words, behind, grammar)
    return things + [_listed(words, item, list_of, grammar, subject) for item in items], subject, list_of


def _opening_gerund(words: Words, clause: Item, grammar: Predicates) -> Predicate | None:
    """What a clause says that has only a verb in -ing: "Keeping its own charter"."""
    clause = trimmed(words, clause, grammar)
    sort, length = grammar.verb_at(words.low, clause.first, "gerund") if clause else ("", 0)
    if not sort or clause.first + length >= clause.last:
        return None
    rest = Item(clause.first + length, clause.last)
    return Predicate(sort, Strength.UNSTATED, Item(0, 0), clause.first, rest)


def _subject(words: Words, predicate: Predicate, grammar: Predicates, before: str) -> str:
    """Who it is said of; a pronoun stands for the one before."""
    said = words.words(predicate.subject.first, predicate.subject.last)
    owned = bool(predicate.subject) and words.low[predicate.subject.first] in grammar.words["possessives"]
    if before and (owned or not said or said.casefold() in grammar.words["pronouns"]):
        return before
    return said


def _listed(words: Words, item: Item, list_of: _ListOf | None, grammar: Predicates, subject: str) -> Thing:
    sort = list_of.sort if list_of else ""
    kind = list_of.kind if list_of else None
    kind = kind or _kind_of(words, item, grammar, kept=sort in ("keep", "kept"), form=True)
    return Thing(item, kind, list_of.strength if list_of else Strength.UNSTATED, "element-listed", subject)


def _said(words: Words, predicate: Predicate, grammar: Predicates, subject: str) -> list[Thing]:
    """The single things that one predicate says."""
    sort, strength = predicate.sort, predicate.strength
    whole = Item(predicate.first, predicate.object.last)
    if sort == "kept":
        items = split_list(words, predicate.subject, grammar)
        return [Thing(i, _kind_of(words, i, grammar, kept=True), strength, "element-kept", "") for i in items]
    if not predicate.object:
        return []
    if not grammar.words["negations"].isdisjoint(words.low[predicate.first : predicate.object.first]):
        return [Thing(whole, ElementKind.FEATURE, strength, "element-denied", subject)]
    if sort == "done":
        return [Thing(whole, ElementKind.FEATURE, strength, "element-done", subject, label=predicate.object)]
    if sort == "be" and not _of_something_owned(words, predicate, grammar):
        able = grammar.able.length_at(words.low, predicate.object.first)
        if able:
            label = Item(predicate.object.first + able, predicate.object.last)
            return [Thing(whole, ElementKind.ROLE, strength, "element-able", subject, label=label)]
        return [
            Thing(part.item, part.kind, strength, part.rule, subject, part.before)
            for part in split_complement(words, predicate.object, predicate.first, grammar)
        ]
    if _of_something_owned(words, predicate, grammar):
        own = Item(predicate.subject.first, predicate.object.last)
        return [Thing(own, ElementKind.FEATURE, strength, "element-clause", subject)]
    if sort == "play":
        return _played(words, predicate, grammar, subject)
    items = split_list(words, predicate.object, grammar)
    shared = shared_opening(words, items, grammar)
    kept = sort == "keep"
    return [
        Thing(item, _kind_of(words, item, grammar, kept=kept), strength, f"element-{sort}", subject, before)
        for item, before in zip(items, shared, strict=True)
    ]


def _of_something_owned(words: Words, predicate: Predicate, grammar: Predicates) -> bool:
    """Whether the subject is something of the one that all is about: "its headquarters are in the delta"."""
    return bool(predicate.subject) and words.low[predicate.subject.first] in grammar.words["possessives"]


def _played(words: Words, predicate: Predicate, grammar: Predicates, subject: str) -> list[Thing]:
    """What somebody does: one role, or one for each thing that is done."""
    whole = Item(predicate.first, predicate.object.last)
    items = split_list(words, predicate.object, grammar, pairs=False)
    if len(items) < 2:
        return [Thing(whole, ElementKind.ROLE, predicate.strength, "element-play", subject)]
    verb = words.words(predicate.first, predicate.object.first)
    first = Thing(Item(whole.first, items[0].last), ElementKind.ROLE, predicate.strength, "element-play", subject)
    rest = [Thing(item, ElementKind.ROLE, predicate.strength, "element-play", subject, verb) for item in items[1:]]
    return [first, *rest]


def _kind_named(words: Words, item: Item, grammar: Predicates) -> ElementKind | None:
    """The kind that a list is said to be of: "the following attributes"."""
    for at in range(item.first, item.last):
        low = words.low[at]
        if low in grammar.words["attribute_heads"]:
            return ElementKind.ATTRIBUTE
        if low in grammar.words["role_heads"]:
            return ElementKind.ROLE
        if low in grammar.words["feature_heads"]:
            return ElementKind.FEATURE
    return None


def _kind_of(words: Words, item: Item, grammar: Predicates, *, kept: bool, form: bool = False) -> ElementKind:
    """The kind of one thing by its head; among what is kept, what is no other thing is an attribute.

    `form` says that the ending of the noun may tell it too ("independence").
    """
    item = trimmed(words, item, grammar)
    for at in _heads(words, item, grammar):
        low = words.low[at]
        if low in grammar.words["role_heads"]:
            return ElementKind.ROLE
        if low in grammar.words["feature_heads"]:
            return ElementKind.FEATURE
        if low in grammar.words["attribute_heads"] or low in grammar.words["attribute_words"]:
            return ElementKind.ATTRIBUTE
        if form and low.endswith(grammar.attribute_endings):
            return ElementKind.ATTRIBUTE
    return ElementKind.ATTRIBUTE if kept else ElementKind.FEATURE


def _heads(words: Words, item: Item, grammar: Predicates) -> list[int]:
    """The word that heads a noun phrase: the last before its first preposition, or the first behind its determiner."""
    stop = item.first
    while stop < item.last and (stop == item.first or words.low[stop] not in grammar.words["prepositions"]):
        if words.low[stop] in grammar.words["relatives"] or not words.is_word(stop):
            break
        stop += 1
    order = list(range(stop - 1, item.first - 1, -1))
    return order[::-1] if grammar.adjectives_follow else order[:1]
