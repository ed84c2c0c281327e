"""The finite verbs by which a body acts, in one passage: "Requests", "also notes with concern"."""

from dataclasses import dataclass

from operative.clauses.speakers import find_speakers
from operative.clauses.verb_phrases import Reach, reach_of
from operative.clauses.words import Words
from operative.domain.acts import Force
from operative.vocabulary.grammar import Grammar, Phrases
from operative.vocabulary.verbs import NONE, Form, Verbs

__all__ = ["Lead", "find_leads"]

LONGEST_CLAUSE = 80
"""Words after which a verb of somebody else is forgotten."""
NEAR_ADDED = 6
"""Words between a verb and one that "and" adds to it without a mark."""
ASKED = frozenset({"duty", "matter"})
"""What a verb takes that can open a paragraph in its base form: "Request the Board", "Recall that"."""


@dataclass(frozen=True, slots=True)
class Lead:
    """An opening verb phrase: its words, force, what follows it, and where its object begins.

    `rule` says which kind of place it stands at: opening, item, series, subject.
    """

    first: int
    last: int
    says: str
    force: Force
    object: str
    begin: int
    rule: str
    verb: int = 0
    """The word that is the verb, behind adverbs before it."""
    asks: Phrases = NONE
    """What opens the duty, where not every marker of the language does."""
    force_to: tuple[tuple[str, Force], ...] = ()
    told: int = -1
    """The pronoun before the verb that stands for the one who is asked: "et les encourage à"."""


def find_leads(words: Words, grammar: Grammar, verbs: Verbs) -> tuple[Lead, ...]:
    """The verb phrases by which the body acts, in order."""
    if not len(words):
        return ()
    subjects = find_speakers(words, grammar)
    found: list[Lead] = []
    free_from = 0
    foreign = -1
    for at in [here for here, word in enumerate(words.low) if word in verbs.forms and not words.aside[here]]:
        if at < free_from:
            continue
        lead, finite = _lead_at(words, at, grammar, verbs, subjects, foreign, found)
        if lead:
            found.append(lead)
            subjects = {place: who for place, who in subjects.items() if who != "far"}
            free_from = lead.last
        elif finite:
            foreign = at
    return tuple(found)


def _lead_at(
    words: Words, at: int, grammar: Grammar, verbs: Verbs, subjects: dict[int, str], foreign: int, found: list[Lead]
) -> tuple[Lead | None, bool]:
    """The lead whose verb stands at `at`; else whether a finite verb of somebody else may stand there."""
    first = _first(words, at, grammar, subjects)
    told = first - 1 if first > words.opening and words.low[first - 1] in grammar.words["told"] else -1
    place = _place(words, told if told >= 0 else first, grammar, subjects)
    if not place and grammar.one_form and _adds(words, first, found, grammar):
        place = "comma"
    finite = False
    for form in verbs.forms[words.low[at]]:
        if form.tense == "present":
            tense_fits = True
        elif form.tense == "past":
            named = subjects.get(first) in ("organ", "far")
            named = named and not _reported(words, first, found, grammar)
            named = named or _opens_minute(words, first, at + len(form.tail), grammar)
            tense_fits = named or (place in ("and", "comma") and _minutes(found))
        elif form.tense == "we":
            large = not words.text[words.starts[first]].islower()
            plain = place == "opening" and large and words.low[first] not in grammar.words["we"]
            tense_fits = plain or subjects.get(first) == "we" or (place in ("and", "comma", "item") and _ours(found))
        else:
            plain = place == "opening" and words.capital(first) and form.verb.object in ASKED
            tense_fits = plain or subjects.get(first) == "we" or (place in ("and", "comma") and _plural(found))
        attached = at + 1 < len(words) and words.joined(at + 1) and grammar.joints and grammar.joints.before
        if attached and (place == "and" or form.verb.object != "duty"):
            continue
        if told >= 0 and not _tells(form, words.low[told], grammar):
            continue
        if grammar.one_form and at > 0 and words.low[at - 1] in grammar.words["of"]:
            continue
        if place == "item" and grammar.one_form and found and not found[-1].rule.startswith("lead-item"):
            continue
        if not tense_fits:
            continue
        reach = reach_of(words, at, form, grammar, verbs)
        if reach is None:
            continue
        named = grammar.head_first and at > 0 and words.low[at - 1] in grammar.words["determiners"]
        plain = form.verb.mid and not form.verb.noun and not named
        relative = at > 0 and words.low[at - 1] in grammar.words["relatives"]
        finite = finite or (form.tense == "present" and (plain or relative))
        if place and (told >= 0 or _acts(words, first, at, form, reach, place, grammar, foreign, verbs)):
            return _built(first, at, form, reach, place, told), False
    return None, finite and not place


def _adds(words: Words, first: int, found: list[Lead], grammar: Grammar) -> bool:
    """Whether "and" adds a verb right behind the one before, or behind whom that asks: "促请各国并鼓励"."""
    if not found or words.low[first] not in grammar.words["conjunctions"]:
        return False
    begin = found[-1].last
    near = first - begin <= NEAR_ADDED and not any(words.low[at] in ",;" for at in range(begin, first))
    return near and begin <= first


def _built(first: int, at: int, form: Form, reach: Reach, place: str, told: int) -> Lead:
    rule = {"comma": "series", "and": "series"}.get(place, place)
    tense = "" if form.tense == "present" else f"-{form.tense}"
    rule, verb = f"lead-{rule}{tense}", form.verb
    force_to = () if reach.carried else verb.force_to
    return Lead(
        first, reach.last, verb.says, reach.force, reach.object, reach.begin, rule, at, reach.asks, force_to, told
    )


def _reported(words: Words, first: int, found: list[Lead], grammar: Grammar) -> bool:
    """Whether a deed is only told of in the clause of a verb before: "Recalls that, in 2030, the Council asked"."""
    begin = found[-1].begin if found else len(words)
    within = begin < len(words) and words.low[begin] in grammar.words["complementizers"]
    return within and not any(words.low[at] in ".;" for at in range(begin, first))


def _opens_minute(words: Words, first: int, last: int, grammar: Grammar) -> bool:
    """Whether a point of a decision opens in the past: "(a) Decided that", "(b) Welcomed the", "c) a invité"."""
    listed = first == words.opening and first > 1 and words.low[first - 1] == ")"
    if not listed or grammar.head_first:
        return listed
    if not words.capital(first):
        return False
    behind = words.low[last + 1] if last + 1 < len(words) else ""
    opens = grammar.words["articles"] | grammar.words["complementizers"] | grammar.words["infinitives"]
    return behind in opens | grammar.words["possessives"] or (last > first and behind in grammar.words["of"])


def _tells(form: Form, pronoun: str, grammar: Grammar) -> bool:
    """Whether a pronoun before a form can be the one who is asked, and is no article of a noun: "la demande"."""
    if form.verb.object not in ASKED or form.tense == "base":
        return False
    return not form.verb.noun or (pronoun not in grammar.words["articles"] and form.verb.object == "duty")


def _ours(found: list[Lead]) -> bool:
    return bool(found) and found[0].rule.endswith("-we")


def _minutes(found: list[Lead]) -> bool:
    return bool(found) and found[0].rule.endswith("-past")


def _plural(found: list[Lead]) -> bool:
    return bool(found) and found[0].rule.endswith("-base")


def _first(words: Words, at: int, grammar: Grammar, subjects: dict[int, str]) -> int:
    """The first word of the phrase: adverbs before the verb belong to it."""
    first = at
    while first > words.opening and first not in words.items and first not in subjects:
        back = grammar.phrases["before"].length_before(words.low, first)
        if not back and grammar.is_adverb(words.low[first - 1]):
            back = 1
        if not back or words.aside[first - 1]:
            break
        first -= back
    return first


def _place(words: Words, first: int, grammar: Grammar, subjects: dict[int, str]) -> str:
    """What kind of place a phrase that opens at `first` stands at; "" where none of the body's verbs can stand."""
    if first <= words.opening:
        return "opening"
    if first in words.items:
        return "item"
    if first in subjects:
        return "subject"
    before = first
    for _ in range(3):
        back = grammar.phrases["connectives"].length_before(words.low, before)
        if not back and words.low[before - 1] == ",":
            back = grammar.phrases["connectives"].length_before(words.low, before - 1)
            back += 1 if back else 0
        if not back:
            break
        before -= back
        if before <= words.opening:
            return "opening"
        if before in words.items:
            return "item"
        if before in subjects:
            return "subject"
    mark = words.low[before - 1]
    if mark in ".:;":
        return "comma"
    if mark == ",":
        return "comma"
    if mark in grammar.words["conjunctions"]:
        return "comma" if words.low[before - 2] in ",;" else "and"
    return "comma" if before < first else ""


def _acts(
    words: Words,
    first: int,
    at: int,
    form: Form,
    reach: Reach,
    place: str,
    grammar: Grammar,
    foreign: int,
    verbs: Verbs,
) -> bool:
    """Whether a verb at this place is one of the body's own, not a noun and not a verb of somebody else."""
    verb = form.verb
    owned = verb.noun and grammar.head_first and at + 1 < len(words) and words.low[at + 1] in grammar.words["of"]
    if owned and not grammar.phrases["after"].length_at(words.low, at + 1):
        return verb.object == "duty" and place != "opening"
    if place in ("opening", "item", "subject"):
        sure = form.tense == "present" and (place != "item" or words.capital(first))
        sure = sure or (place == "subject" and form.tense != "past")
        sure = sure and not (place == "item" and verb.noun and _joined_noun(words, reach.begin, grammar))
        return sure or not verb.noun or _has_object(words, reach, grammar, verbs)
    if not verb.mid:
        return False
    if verb.noun and first == at and not _has_object(words, reach, grammar, verbs):
        return False
    if place == "and":
        return not _foreign_clause(words, foreign, first)
    return not (words.low[first - 1] == "," and verb.object == "duty" and _lacks_verb(words, first, reach, grammar))


def _joined_noun(words: Words, at: int, grammar: Grammar) -> bool:
    """Whether a plural is only joined to another one: "(b) Challenges | and chances"."""
    return at < len(words) and words.low[at] in grammar.words["conjunctions"]


def _lacks_verb(words: Words, first: int, reach: Reach, grammar: Grammar) -> bool:
    """Whether a clause before still waits for its verb, and nobody is asked: "that growth, and trade, needs care"."""
    begin = reach.begin
    told = begin >= len(words) or words.capital(begin) or words.low[begin] in grammar.words["objects"]
    if told or reach.carried or words.low[begin] in grammar.words["determiners"]:
        return False
    for at in range(first - 2, max(0, first - LONGEST_CLAUSE), -1):
        word = words.low[at]
        if word in ";:" or word in grammar.words["modals"] or word in grammar.words["auxiliaries"]:
            return False
        if word in grammar.words["complementizers"]:
            return True
    return False


def _foreign_clause(words: Words, foreign: int, first: int) -> bool:
    """Whether a verb of somebody else stands before, in the same clause: "which notes the gap and recommends"."""
    near = foreign >= 0 and first - foreign <= LONGEST_CLAUSE
    return near and not any(word in ",;:" for word in words.low[foreign:first])


def _has_object(words: Words, reach: Reach, grammar: Grammar, verbs: Verbs) -> bool:
    """Whether an object follows, as behind a verb but not behind a plural noun: "requests the", "requests for"."""
    at = reach.begin
    if reach.carried:
        return True
    if at >= len(words):
        return False
    if words.low[at] == "," and at + 1 < len(words):
        skip = grammar.phrases["connectives"].length_at(words.low, at + 1)
        small = grammar.words["prepositions"] - grammar.words["of"] - grammar.words["infinitives"]
        return bool(skip) or words.low[at + 1] in small
    word = words.low[at]
    if word == ":" or words.capital(at) or word in grammar.words["objects"]:
        return True
    if grammar.phrases["connectives"].length_at(words.low, at):
        return True
    if word in grammar.words["infinitives"] and at + 1 < len(words) and grammar.endings["infinitive"]:
        behind = words.low[at + 1]
        return behind.endswith(grammar.endings["infinitive"]) and behind not in grammar.words["not_infinitives"]
    if word in grammar.words["conjunctions"] and at + 1 < len(words):
        return any(form.tense == "present" and not form.verb.noun for form in verbs.forms.get(words.low[at + 1], ()))
    return word[0].isalpha() and not grammar.opens_phrase(word) and not word.endswith(grammar.endings["participle"])
