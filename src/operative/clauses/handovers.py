"""Where a duty hands something over: its verbs of producing, sending and telling, each with the words it governs."""

from dataclasses import dataclass

from operative.clauses.actions import Duty, negation_of
from operative.clauses.actors import actor_at
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, verb_at
from operative.clauses.words import Words

__all__ = ["Handover", "find_handed", "find_handovers"]


NEAR = 14
"""How many words before a verb the opening of a clause of purpose can stand."""
FURTHEST = 60
"""How many words before an infinitive the verb can stand that passes it on."""


@dataclass(frozen=True, slots=True)
class Handover:
    """A verb of handing over: its words, the words it governs (`last` to `stop`), and its manners."""

    at: int
    last: int
    stop: int
    verb: str
    manners: frozenset[str]
    thing: Range | None = None
    """Where the thing stands that a passive hands over."""


def find_handovers(words: Words, begin: int, end: int, lexicon: Lexicon) -> tuple[Handover, ...]:
    """The verbs of handing over between `begin` and `end` that somebody is told to do, in order."""
    if begin >= end:
        return ()
    marks: list[tuple[int, int, str, frozenset[str]]] = []
    for at in range(begin, end):
        entries = lexicon.handing.verbs.get(words.low[at])
        if not entries or words.aside[at] or (marks and at < marks[-1][1]):
            continue
        for form, manners in entries:
            last = _form_end(words, at, form, lexicon)
            if (
                last > at
                and not negation_of(words, at, lexicon)
                and not _is_denied(words, last, lexicon)
                and _is_told(words, at, last, begin, end, manners, lexicon)
            ):
                marks.append((at, last, " ".join(form), manners))
                break
    found = []
    for number, (at, last, verb, manners) in enumerate(marks):
        stop = marks[number + 1][0] if number + 1 < len(marks) else end
        found.append(Handover(at, last, _clause_stop(words, last, stop), verb, manners))
    return tuple(found)


def _is_denied(words: Words, last: int, lexicon: Lexicon) -> bool:
    """Whether what is to be handed over is nothing: "to submit no further reports", but not "no later than"."""
    if last + 1 >= len(words) or words.low[last] not in lexicon.grammar.words["denying"]:
        return False
    return words.low[last + 1] not in lexicon.grammar.words["compared"]


def _form_end(words: Words, at: int, form: tuple[str, ...], lexicon: Lexicon) -> int:
    """Where a verb of several words ends that opens at `at`, adverbs within it left out; `at` where it does not."""
    if words.low[at : at + len(form)] == form:
        return at + len(form)
    here = at + 1
    for word in form[1:]:
        while here < len(words) and lexicon.grammar.is_adverb(words.low[here]):
            here += 1
        if here >= len(words) or words.low[here] != word:
            return at
        here += 1
    return here if len(form) > 1 else at


def find_handed(words: Words, duty: Duty, end: int, lexicon: Lexicon) -> Handover | None:
    """The handing over that a passive tells: "that a report be submitted"; its thing stands before it."""
    if duty.subject is None or words.low[duty.action] not in lexicon.handing.handed:
        return None
    stop = _clause_stop(words, duty.action + 1, end)
    verb = words.low[duty.action]
    return Handover(duty.action, duty.action + 1, stop, verb, frozenset({"send"}), duty.subject)


def _clause_stop(words: Words, last: int, stop: int) -> int:
    """The end of the clause: a semicolon, a colon, or the next sub-paragraph."""
    for at in range(last, stop):
        if (words.low[at] in ";:" and not words.aside[at]) or at in words.items:
            return at
        if words.low[at] == "." and at + 1 < stop and words.capital(at + 1) and len(words.low[at - 1]) > 3:
            return at
    return stop


def _is_told(words: Words, at: int, last: int, begin: int, end: int, manners: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether the word is a verb of the duty: behind "to", "and", "by" or its subject, and not a noun."""
    grammar = lexicon.grammar
    if at == begin or at in words.items:
        return True
    back = at - 1
    while back > begin and (
        grammar.is_adverb(words.low[back])
        or words.low[back] in grammar.words["passed"]
        or words.low[back] in grammar.words["clitics"]
    ):
        back -= 1
    before = words.low[back]
    if _serves_purpose(words, back, begin, lexicon):
        return False
    if grammar.endings["future"] and words.low[at].endswith(grammar.endings["future"]):
        return before not in grammar.words["relatives"] and before not in lexicon.actors.pronouns
    gerund = words.low[at].endswith(grammar.endings["gerund"])
    if gerund:
        if _is_adjective(words, at, last, lexicon):
            return False
        if words.low[at] in lexicon.handing.steered:
            return words.low[at - 1] in grammar.words["steered"]
        if before in grammar.words["infinitives"] and words.low[back - 1] in grammar.words["to_joins"]:
            return False
        if before in grammar.words["continues"] | grammar.words["steered"] | grammar.words["means"]:
            return "report" not in manners or (
                words.low[last : last + 1] != (",",) and _governs(words, last, end, lexicon)
            )
        listed = words.low[last : last + 1] == (",",)
        joined = before == "," or before in grammar.words["conjunctions"]
        return joined and not listed and _governs(words, last, end, lexicon)
    if before in grammar.words["modals"]:
        return words.low[back - 1] not in grammar.words["relatives"]
    marker = _marker_start(words, back, lexicon)
    if marker >= 0:
        return bool(manners & {"convey"}) or _is_own(words, marker, begin, lexicon)
    if before in grammar.words["conjunctions"] or before in ",;":
        return _governs(words, last, end, lexicon) and _strings_own(words, back, begin, lexicon)
    return False


def _strings_own(words: Words, joint: int, begin: int, lexicon: Lexicon) -> bool:
    """Whether the first of verbs strung together is a duty: not "the right to seek, receive | and share views"."""
    first = joint
    while first - 1 > begin and words.low[first - 1] in lexicon.verbs.actions:
        first -= 1
        if words.low[first - 1] != ",":
            break
        first -= 1
    marker = _marker_start(words, first - 1, lexicon) if first < joint else -1
    return marker < 0 or _is_own(words, marker, begin, lexicon)


def _serves_purpose(words: Words, back: int, begin: int, lexicon: Lexicon) -> bool:
    """Whether a clause of purpose is open that nothing has closed: "afin que les membres puissent communiquer"."""
    purposes = lexicon.grammar.phrases["purposes"]
    for here in range(back, max(begin, back - NEAR) - 1, -1) if purposes.longest else ():
        if words.low[here] in ",;:":
            return False
        if purposes.length_before(words.low, here + 1):
            return True
    return False


def _marker_start(words: Words, back: int, lexicon: Lexicon) -> int:
    """Where the marker of a verb begins whose last word stands at `back`: "to", "a que"; -1 where none does."""
    markers = lexicon.grammar.phrases["markers"]
    if markers.longest:
        length = markers.length_before(words.low, back + 1)
        return back + 1 - length if length else -1
    return back if words.low[back] in lexicon.grammar.words["infinitives"] else -1


def _is_adjective(words: Words, at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a form in -ing only qualifies those that follow: "developing countries"."""
    qualifies = words.low[at] in lexicon.idioms.not_gerunds and last < len(words)
    return qualifies and words.low[last] in lexicon.actors.heads


def _is_own(words: Words, marker: int, begin: int, lexicon: Lexicon) -> bool:
    """Whether an infinitive is a duty of its own and no purpose: behind a comma or "and", or passed on to another."""
    if marker <= begin or marker in words.items:
        return True
    before = words.low[marker - 1]
    grammar = lexicon.grammar
    if before in ",:;" or before in grammar.words["conjunctions"] or before in grammar.words["continues"]:
        return True
    if before in grammar.words["negations"] or words.aside[marker - 1] or before == "view":
        return True
    for at in range(marker - 1, max(begin, marker - FURTHEST) - 1, -1):
        marks = words.low[at] in grammar.words["infinitives"]
        if grammar.head_first and marks:
            marks = verb_at(words, at, len(words), lexicon) >= 0
        if marks or words.low[at] in ",;":
            return at == begin and words.low[at] in lexicon.handing.relay
        if words.low[at] in lexicon.handing.relay:
            return True
    return False


def _governs(words: Words, last: int, end: int, lexicon: Lexicon) -> bool:
    """Whether an object or a receiver follows, as behind a verb: "and report to", "and submit a"."""
    if last >= end:
        return False
    grammar = lexicon.grammar
    word = words.low[last]
    if word in grammar.words["determiners"] or word in grammar.words["governed"] or grammar.is_adverb(word):
        return True
    if word in grammar.words["infinitives"]:
        return actor_at(words, last + 1, end, lexicon) is not None
    if word == ",":
        return words.low[last - 1] not in lexicon.verbs.also_nouns
    return word[0].isalpha() and not grammar.opens_phrase(word) and words.low[last - 1] not in lexicon.verbs.also_nouns
