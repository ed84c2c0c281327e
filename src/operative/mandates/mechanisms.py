"""Names of coordination bodies in running text: known ones in any spelling, others by the form of their name."""

from dataclasses import dataclass, replace

from operative.domain.mechanisms import Level, Mechanism
from operative.mandates.labels import mended_name
from operative.mandates.lists import Item
from operative.mandates.words import Words
from operative.vocabulary.mechanisms import Naming, known_mechanisms, letters_of
from operative.vocabulary.predicates import Predicates

__all__ = ["Named", "find_name"]

LONGEST_NAME = 16
"""Words of a known name."""
NEAREST_LEVEL = 4
"""How many words behind a name may say where the body meets."""
LONGEST_RUN = 5
"""Lower-case words before the one that heads a name without capitals."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mechanism where it is named; `behind` is the word after the name and its abbreviation."""

    item: Item
    mechanism: Mechanism
    behind: int
    parent: str = ""


def find_name(words: Words, at: int, end: int, naming: Naming, grammar: Predicates, language: str) -> Named | None:
    """The mechanism whose name opens at a word, behind its article; None where the words name none."""
    item, known = _known(words, at, end)
    if item is None:
        spell = _segment if grammar.adjectives_follow else _capitals
        item = spell(words, at, end, naming, grammar)
    if item is None or (known is None and _goes_further(words, item.last, end, grammar)):
        return None
    abbreviation, behind = _abbreviation(words, item.last, end)
    if known is None and abbreviation:
        known = known_mechanisms().get(abbreviation)
    if known is None:
        name = mended_name(words.words(item.first, item.last), language)
        known = Mechanism("", name, abbreviation, _level(words, item, end, naming, grammar))
    elif known.level is Level.UNSTATED:
        known = replace(known, level=_level(words, item, end, naming, grammar))
    return Named(item, known, behind)


def _goes_further(words: Words, at: int, end: int, grammar: Predicates) -> bool:
    """Whether a plain word follows, so that the name is only part of a longer thing: "the IPS certification scheme"."""
    if at >= end or at in words.breaks or not words.is_word(at) or words.low[at].isdigit():
        return False
    low, known = words.low[at], grammar.words
    small = (
        known["prepositions"] | known["conjunctions"] | known["relatives"] | known["determiners"] | known["negations"]
    )
    if low in small or low in known["pronouns"] or grammar.strength_at(words.low, at)[1]:
        return False
    function = grammar.joiners.length_at(words.low, at) or grammar.adverbs.length_at(words.low, at)
    return not (function or grammar.is_adverb(low) or grammar.is_participle(low) or grammar.is_gerund(low))


def _known(words: Words, at: int, end: int) -> tuple[Item | None, Mechanism | None]:
    """The longest known name that opens at a word, compared by its letters alone."""
    known = known_mechanisms()
    raw = words.raw(at)
    best: tuple[Item | None, Mechanism | None] = (None, None)
    if raw.isupper() or (raw[:-1].isupper() and raw.endswith("s")):
        mechanism = known.get(raw) or known.get(raw.removesuffix("s"))
        if mechanism:
            best = (Item(at, at + 1), mechanism)
    letters = ""
    for last in range(at, min(end, at + LONGEST_NAME)):
        if words.low[last] in {";", ":", "."}:
            break
        letters += letters_of(words.low[last])
        if letters in known and words.is_word(last):
            best = (Item(at, last + 1), known[letters])
    return best


def _abbreviation(words: Words, at: int, end: int) -> tuple[str, int]:
    """The abbreviation in brackets behind a name, and the word after it."""
    if at < end and words.low[at].startswith("(") and len(words.low[at]) > 1:
        raw = words.raw(at).strip("()")
        if sum(c.isupper() for c in raw) > 1:
            return raw, at + 1
    if at + 2 < end and words.low[at] == "(" and words.low[at + 2] == ")":
        raw = words.raw(at + 1)
        if sum(c.isupper() for c in raw) > 1:
            return raw, at + 3
    return "", at


def _level(words: Words, item: Item, end: int, naming: Naming, grammar: Predicates) -> Level:
    """Where a body meets, by words of its name or right behind it: "planning teams at country level"."""
    last, stops = item.last, grammar.words["conjunctions"] | {",", ";"}
    if last < end and words.low[last] in grammar.words["prepositions"]:
        while last < min(end, item.last + NEAREST_LEVEL) and words.low[last] not in stops:
            last += 1
    found = {naming.levels[low] for low in words.low[item.first : last] if low in naming.levels}
    for level in (Level.COUNTRY, Level.REGIONAL, Level.GLOBAL):
        if level in found:
            return level
    return Level.UNSTATED


def _bare(low: str) -> str:
    return low.removesuffix("’s").removesuffix("’")


def _capitals(words: Words, at: int, end: int, naming: Naming, grammar: Predicates) -> Item | None:
    """A name by its capitals: "the Board on Locks and Weirs", "the Concert’s country offices"."""
    if at >= end or not words.is_word(at):
        return None
    if not words.capital(at):
        return _lower_name(words, at, end, naming, grammar)
    last, here = at, at
    while here < end:
        if words.capital(here) or (words.low[here].isdigit() and here > at):
            here += 1
            last = here
            continue
        step = _goes_on(words, at, here, end, naming, grammar)
        if not step:
            break
        here += step
        last = here
    item = Item(at, last)
    return item if _names_body(words, item, naming) else None


def _goes_on(words: Words, first: int, here: int, end: int, naming: Naming, grammar: Predicates) -> int:
    """How many words that are no capitals still belong to the name: "of the", a topic list, a lower-case head."""
    low = words.low[here]
    if low in grammar.words["conjunctions"]:
        return _joined(words, first, here, end, naming)
    if low == ",":
        return _topics(words, first, here, end, naming, grammar)
    if low in naming.links:
        behind = here + 1
        while behind < end and words.low[behind] in grammar.words["articles"]:
            behind += 1
        return behind - here if behind < end and words.capital(behind) and words.is_word(behind) else 0
    run = here
    while run < end and run - here < LONGEST_RUN and words.is_word(run) and not words.capital(run):
        if words.low[run] in naming.lower_heads:
            return run + 1 - here
        if words.low[run] in grammar.words["prepositions"] | grammar.words["relatives"] | grammar.words["conjunctions"]:
            return 0
        run += 1
    return 0


def _has_head(words: Words, first: int, last: int, naming: Naming) -> bool:
    return any(_bare(words.low[at]) in naming.heads for at in range(first, last))


def _chunk_end(words: Words, at: int, end: int, grammar: Predicates) -> int:
    """The end of the run of capitals and links that opens at a word."""
    while at < end and words.is_word(at) and words.low[at] not in grammar.words["conjunctions"]:
        if words.low[at] in grammar.words["determiners"]:
            break
        at += 1
    return at


def _joined(words: Words, first: int, here: int, end: int, naming: Naming) -> int:
    """Whether "and" stands within the name: it does where the name has no head yet, or a topic goes on behind it."""
    behind = here + 1
    if behind >= end or not words.is_word(behind) or not words.capital(behind):
        return 0
    stop = behind
    while stop < end and words.is_word(stop) and (words.capital(stop) or words.low[stop] in naming.heads):
        stop += 1
    complete = _has_head(words, first, here, naming)
    if not complete:
        return 1
    topic = any(words.low[at] in naming.topics for at in range(first, here))
    return 1 if topic and not _has_head(words, behind, stop, naming) and not words.raw(behind).isupper() else 0


def _topics(words: Words, first: int, here: int, end: int, naming: Naming, grammar: Predicates) -> int:
    """How much of a list of topics belongs to a name: "the Group on Locks, Weirs and Dams"."""
    if not any(words.low[at] in naming.topics for at in range(first, here)):
        return 0
    at = here
    while at < end and words.low[at] == ",":
        behind = at + 1
        if behind >= end or not words.capital(behind):
            return 0
        at = _chunk_end(words, behind, end, grammar)
        if _has_head(words, behind, at, naming):
            return 0
    if at + 1 >= end or words.low[at] not in grammar.words["conjunctions"] or not words.capital(at + 1):
        return 0
    stop = _chunk_end(words, at + 1, end, grammar)
    return at - here if not _has_head(words, at + 1, stop, naming) else 0


def _names_body(words: Words, item: Item, naming: Naming) -> bool:
    """Whether capitals name a body: by the word that heads them, or as an abbreviation."""
    if not item:
        return False
    stop = item.first
    while stop < item.last and (words.low[stop] not in naming.links or stop == item.first):
        stop += 1
    head, last = _bare(words.low[stop - 1]), _bare(words.low[item.last - 1])
    if head in naming.never or (last in naming.never and head not in naming.heads):
        return False
    if head in naming.heads or last in naming.heads:
        return len(item) > 1
    raw = words.raw(item.first)
    return len(item) == 1 and 2 <= len(raw) <= 10 and sum(c.isupper() for c in raw) >= max(2, len(raw) - 3)


def _lower_name(words: Words, at: int, end: int, naming: Naming, grammar: Predicates) -> Item | None:
    """A name without capitals: at least one word and then one that can head it ("country-level planning teams")."""
    small = grammar.words["prepositions"] | grammar.words["conjunctions"] | grammar.words["relatives"]
    for here in range(at, min(end, at + LONGEST_RUN + 1)):
        low = words.low[here]
        if not words.is_word(here) or low in small or low in grammar.words["determiners"]:
            return None
        if low in naming.lower_heads:
            return Item(at, here + 1) if here > at else None
        if words.capital(here):
            item = _capitals(words, here, end, naming, grammar)
            return Item(at, item.last) if item is not None else None
    return None


def _segment(words: Words, at: int, end: int, naming: Naming, grammar: Predicates) -> Item | None:
    """A name that opens with its head: "le Comité des écluses et des barrages"; it goes on to the next name or mark."""
    raw = words.raw(at)
    if words.is_word(at) and raw.isupper() and sum(c.isalpha() for c in raw) > 1:
        return Item(at, at + 1)
    head = at
    while head < min(end, at + 2) and words.low[head] not in naming.heads:
        head += 1
    if head >= min(end, at + 2) or not (words.capital(at) or words.low[head] in naming.lower_heads):
        return None
    here = head + 1
    while here < end and _belongs(words, here, end, naming, grammar):
        here += 1
    return Item(at, here) if here > at + 1 else None


def _belongs(words: Words, here: int, end: int, naming: Naming, grammar: Predicates) -> bool:
    low = words.low[here]
    if not words.is_word(here) or low in grammar.words["relatives"] | naming.stops:
        return False
    phrases = (naming.open_phrases, naming.always_open, naming.comprising)
    if any(phrase.length_at(words.low, here) for phrase in phrases):
        return False
    if low not in grammar.words["conjunctions"]:
        return True
    behind = here + 1
    small = grammar.words["prepositions"] | grammar.words["determiners"] | grammar.words["contracted"]
    while behind < end and words.low[behind] in small:
        if words.low[behind] in grammar.words["possessives"]:
            return False
        behind += 1
    if behind >= end or not words.is_word(behind):
        return False
    return words.low[behind] not in naming.heads and not words.raw(behind).isupper()
