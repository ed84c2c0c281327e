"""The finite verbs by which a body acts, in one passage: "Requests", "also notes with concern", "reiterates its call upon"."""

from dataclasses import dataclass

from operative.clauses.words import Words
from operative.domain.acts import Force
from operative.vocabulary.grammar import Grammar
from operative.vocabulary.verbs import Form, Verbs

__all__ = ["Lead", "find_leads"]

LONGEST_STANCE = 7
"""Words that may stand between a verb and what it carries: "its deep and continuing ... concern"."""
LONGEST_CLAUSE = 80
"""Words after which a verb of somebody else is forgotten."""
LONGEST_SUBJECT = 60
"""How far into a sentence the body that acts may be named: "At its 9th meeting, on the report of ..., the Board"."""
SENTENCE_END = frozenset(".:!?")
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


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a verb phrase goes once its form is known."""

    last: int
    force: Force
    object: str
    begin: int
    carried: bool = False


def find_leads(words: Words, grammar: Grammar, verbs: Verbs) -> tuple[Lead, ...]:
    """The verb phrases by which the body acts, in order."""
    if not len(words):
        return ()
    subjects = _subjects(words, grammar)
    found: list[Lead] = []
    free_from = 0
    foreign = -1
    for at in range(len(words)):
        if at < free_from or words.low[at] not in verbs.forms or words.aside[at]:
            continue
        lead, finite = _lead_at(words, at, grammar, verbs, subjects, foreign, found)
        if lead:
            found.append(lead)
            free_from = lead.last
        elif finite:
            foreign = at
    return tuple(found)


def _lead_at(
    words: Words, at: int, grammar: Grammar, verbs: Verbs, subjects: dict[int, str], foreign: int, found: list[Lead]
) -> tuple[Lead | None, bool]:
    """The lead whose verb stands at `at`; else whether a finite verb of somebody else may stand there."""
    first = _first(words, at, grammar, subjects)
    place = _place(words, first, grammar, subjects)
    finite = False
    for form in verbs.forms[words.low[at]]:
        if form.tense == "present":
            tense_fits = True
        elif form.tense == "past":
            tense_fits = subjects.get(first) == "organ" or (place in ("and", "comma") and _minutes(found))
        else:
            plain = place == "opening" and words.capital(first) and form.verb.object in ASKED
            tense_fits = plain or subjects.get(first) == "we" or (place in ("and", "comma") and _plural(found))
        if not tense_fits:
            continue
        reach = _reach(words, at, form, grammar, verbs)
        if reach is None:
            continue
        plain = form.verb.mid and not form.verb.noun
        relative = at > 0 and words.low[at - 1] in grammar.words["relatives"]
        finite = finite or (form.tense == "present" and (plain or relative))
        if place and _acts(words, first, at, form, reach, place, grammar, foreign, verbs):
            return _built(first, at, form, reach, place), False
    return None, finite and not place


def _built(first: int, at: int, form: Form, reach: Reach, place: str) -> Lead:
    rule = {"comma": "series", "and": "series"}.get(place, place)
    tense = "" if form.tense == "present" else f"-{form.tense}"
    return Lead(first, reach.last, form.verb.says, reach.force, reach.object, reach.begin, f"lead-{rule}{tense}", at)


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
    words: Words, first: int, at: int, form: Form, reach: Reach, place: str, grammar: Grammar, foreign: int, verbs: Verbs
) -> bool:
    """Whether a verb at this place is one of the body's own, not a noun and not a verb of somebody else."""
    verb = form.verb
    if place in ("opening", "item", "subject"):
        sure = form.tense == "present" and (place != "item" or words.capital(first))
        return sure or not verb.noun or _has_object(words, reach, grammar, verbs)
    if not verb.mid:
        return False
    if verb.noun and first == at and not _has_object(words, reach, grammar, verbs):
        return False
    if place == "and":
        return not _foreign_clause(words, foreign, first)
    return True


def _foreign_clause(words: Words, foreign: int, first: int) -> bool:
    """Whether a verb of somebody else stands before, in the same clause: "which notes the gap and recommends"."""
    near = 0 <= foreign and first - foreign <= LONGEST_CLAUSE
    return near and not any(word in ",;:" for word in words.low[foreign:first])


def _has_object(words: Words, reach: Reach, grammar: Grammar, verbs: Verbs) -> bool:
    """Whether an object follows, as it does behind a verb but not behind a plural noun: "requests the", "requests for"."""
    at = reach.begin
    if reach.carried:
        return True
    if at >= len(words):
        return False
    if words.low[at] == "," and at + 1 < len(words):
        skip = grammar.phrases["connectives"].length_at(words.low, at + 1)
        return bool(skip) or words.low[at + 1] in grammar.words["prepositions"] - grammar.words["of"]
    word = words.low[at]
    if word == ":" or words.capital(at) or word in grammar.words["objects"]:
        return True
    if grammar.phrases["connectives"].length_at(words.low, at):
        return True
    if word in grammar.words["conjunctions"] and at + 1 < len(words):
        return any(form.tense == "present" and not form.verb.noun for form in verbs.forms.get(words.low[at + 1], ()))
    return word[0].isalpha() and not grammar.opens_phrase(word) and not word.endswith(grammar.endings["participle"])


def _reach(words: Words, at: int, form: Form, grammar: Grammar, verbs: Verbs) -> Reach | None:
    """How far the phrase goes whose verb opens at `at`; None where the words behind are not those of the form."""
    low = words.low
    end = at + 1
    if form.tail:
        if low[end : end + len(form.tail)] != form.tail:
            end = _inside(words, end, grammar)
        if low[end : end + len(form.tail)] != form.tail:
            return None
        end += len(form.tail)
    verb = form.verb
    force, kind, links = verb.force, verb.object, verb.links
    end = _trailing(words, end, grammar)
    carried = _carried(words, end, verb.carries, grammar, verbs) if verb.carries else None
    if carried:
        end, force, kind, links = carried
        end = _trailing(words, end, grammar)
    begin = _said_where(words, end, links, grammar) if carried else end
    for link in links:
        if low[begin : begin + len(link)] == link:
            begin += len(link)
            break
    return Reach(end, force, kind, begin, carried is not None)


def _said_where(words: Words, end: int, links: tuple[tuple[str, ...], ...], grammar: Grammar) -> int:
    """Past where something was said before: "its request made in resolution 5/1, paragraph 3, | to the Board"."""
    if end >= len(words) or words.low[end] not in grammar.words["said_where"]:
        return end
    for at in range(end, min(len(words) - 1, end + 30)):
        if words.low[at] == ";":
            break
        if any(words.low[at : at + len(link)] == link for link in links) or words.low[at] in grammar.words["complementizers"]:
            return at
    return end


def _inside(words: Words, end: int, grammar: Grammar) -> int:
    """Past what may stand within a verb of several words: "calls once again upon", "calls, in this regard, on"."""
    comma = words.low[end : end + 1] == (",",)
    begin = end + comma
    step = grammar.phrases["after"].length_at(words.low, begin)
    step = step or grammar.phrases["connectives"].length_at(words.low, begin)
    if not step:
        return end
    begin += step
    return begin + 1 if comma and words.low[begin : begin + 1] == (",",) else begin


def _trailing(words: Words, end: int, grammar: Grammar) -> int:
    """Past the adverbs and feelings behind a verb: "once again", "with deep concern", "in the strongest terms"."""
    while end < len(words):
        step = grammar.phrases["after"].length_at(words.low, end)
        if step == 1 and words.low[end] in grammar.words["adjective_too"] and _bare_noun(words, end + 1, grammar):
            return end
        step = step or _feeling(words, end, grammar)
        if not step:
            return end
        end += step
    return end


def _bare_noun(words: Words, at: int, grammar: Grammar) -> bool:
    """Whether a noun without article may stand here: a small word that belongs to no small class."""
    if at >= len(words) or words.capital(at) or not words.low[at][0].isalpha():
        return False
    small = grammar.opens_phrase(words.low[at]) or words.low[at] in grammar.words["determiners"]
    return not small and not grammar.phrases["after"].length_at(words.low, at)


def _feeling(words: Words, at: int, grammar: Grammar) -> int:
    """How many words "with deep concern and regret" takes at `at`; 0 where it does not stand there."""
    if words.low[at] not in grammar.words["with"]:
        return 0
    last = 0
    for step in range(1, LONGEST_STANCE):
        if at + step >= len(words):
            break
        word = words.low[at + step]
        if word in grammar.words["feelings"]:
            last = step
        elif word not in grammar.words["conjunctions"] and (grammar.opens_phrase(word) or not word[0].isalpha()):
            break
        elif word in grammar.words["determiners"]:
            break
        elif last and word not in grammar.words["conjunctions"] and words.low[at + step - 1] not in grammar.words["conjunctions"]:
            break
    return last + 1 if last else 0


def _carried(
    words: Words, at: int, carries: str, grammar: Grammar, verbs: Verbs
) -> tuple[int, Force, str, tuple[tuple[str, ...], ...]] | None:
    """What a verb carries: the end of "its strong support" or "its call upon", with force, object and links."""
    low = words.low
    owned = at < len(words) and low[at] in grammar.words["possessives"]
    if carries == "own" and not owned:
        return None
    found = 0
    for here in range(at + owned, min(len(words), at + LONGEST_STANCE)):
        word = low[here]
        said = verbs.said.get(word) if owned else None
        if said:
            end = here + 1
            end += grammar.phrases["after"].length_at(low, end)
            if end < len(words) and low[end] in said.particles:
                end += 1
            elif end != here + 1:
                end = here + 1
            return end, said.force, said.object, said.links
        if word in verbs.stances:
            found = here + 1
            continue
        if word in grammar.words["conjunctions"] or word == ",":
            continue
        if grammar.opens_phrase(word) or not word[0].isalpha() or (found and low[here - 1] not in grammar.words["conjunctions"]):
            break
    if not found:
        return None
    kind = "own" if low[found - 1] in grammar.words["plans"] else "matter"
    return found, Force.POSITION, kind, ()


def _subjects(words: Words, grammar: Grammar) -> dict[int, str]:
    """Where a verb may stand because the body itself is named right before, at the head of a sentence.

    The value says who: organ ("The Council", "It"), or we.
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
        if at > head and words.low[at - 1] not in (",", "“"):
            continue
        length = grammar.phrases["organs"].length_at(words.low, at)
        if not length:
            continue
        found[at + length] = "organ"
        if words.low[min(at + length, len(words) - 1)] == ",":
            for comma in range(at + length, limit):
                if words.low[comma] == ",":
                    found[comma + 1] = "organ"
        return
