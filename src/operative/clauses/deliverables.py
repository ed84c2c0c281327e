"""Things to be produced or handed over: "a report on the implementation of the present resolution"."""

from bisect import bisect_right

from operative.clauses.addressees import trimmed
from operative.clauses.handovers import Handover
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, actor_at, core_end, is_word, series_end, verb_at
from operative.clauses.words import Words

__all__ = ["find_deliverables"]

FURTHEST_OBJECT = 60
"""How many words behind its verb the thing can stand that is handed over."""
LONGEST = 60


def find_deliverables(
    words: Words, begin: int, end: int, handovers: tuple[Handover, ...], times: tuple[int, ...], lexicon: Lexicon
) -> tuple[tuple[Range, Handover | None], ...]:
    """The things handed over, in order, each with the verb that hands it over; None for what only carries others.

    `times` are the words at which time expressions begin, in order: no thing goes past one.
    """
    found: list[tuple[Range, Handover | None]] = []
    for handover in (*handovers, *_nominal(words, begin, end, lexicon)):
        if handover.manners - {"tell", "keep"}:
            found += [(item, handover) for item in _objects(words, handover, times, lexicon)]
    taken = {at for item, _ in found for at in range(item.first, item.last)}
    for item in _vehicles(words, handovers, lexicon):
        if item.first not in taken and item.last - 1 not in taken:
            found.append((item, None))
    return tuple(sorted(found, key=lambda entry: entry[0].first))


def _nominal(words: Words, begin: int, end: int, lexicon: Lexicon) -> list[Handover]:
    """Handing over told by a noun: "the preparation of a joint report"."""
    found = []
    for at in range(begin, end - 2):
        if words.low[at] in lexicon.handing.nominal and words.low[at + 1] in lexicon.grammar.words["of"]:
            core = core_end(words, at + 2, end, lexicon)
            stop = _extent(words, core, end, lexicon)
            found.append(Handover(at, at + 2, stop, words.low[at], frozenset({"produce"})))
    return found


def _nouns(handover: Handover, lexicon: Lexicon) -> frozenset[str]:
    """The nouns that a verb hands over."""
    only = lexicon.handing.only.get(handover.verb)
    if only is not None:
        return only
    nouns = lexicon.handing.produced
    return nouns | lexicon.handing.sent if handover.manners & {"send", "insert"} else nouns


def _objects(words: Words, handover: Handover, times: tuple[int, ...], lexicon: Lexicon) -> list[Range]:
    """What one verb hands over: its object, and what "and" joins to it."""
    nouns = _nouns(handover, lexicon)
    if handover.thing:
        head = _head(words, handover.thing.first, series_end(words, handover.thing.first, handover.thing.last, lexicon))
        return [handover.thing] if head >= 0 and words.low[head] in nouns else []
    found: list[Range] = []
    at, limit = handover.last, min(handover.stop, handover.last + FURTHEST_OBJECT)
    direct, joined = True, -1
    indirect = lexicon.grammar.words["prepositions"] - lexicon.grammar.words["infinitives"]
    while at < limit:
        given = words.low[at] in lexicon.handing.shared_with and handover.verb in lexicon.handing.given_with
        if given and at > handover.last:
            at = joined = at + 1
            continue
        step = _past(words, at, limit, lexicon)
        if step > at:
            direct = direct and words.low[at] != "," and words.low[at] not in indirect
            at = step
            continue
        core = series_end(words, at, handover.stop, lexicon)
        if core <= at:
            at += 1
            continue
        head = _head(words, at, core)
        if head >= 0 and words.low[head] in nouns and (at == joined or not _belongs(words, at, handover, lexicon)):
            later = bisect_right(times, head)
            stop = min(times[later], handover.stop) if later < len(times) else handover.stop
            last = trimmed(words, Range(at, _extent(words, head + 1, stop, lexicon, handover)), lexicon).last
            found.append(Range(at, last))
            at = last
            following = _joined(words, last, limit, lexicon)
            if following < 0:
                break
            at = joined = following
            continue
        following = _next_joined(words, core, limit, lexicon)
        if following < 0 and found:
            break
        joined = following if following >= 0 and direct else joined
        at = following if following >= 0 and direct else core
    return found


def _belongs(words: Words, at: int, handover: Handover, lexicon: Lexicon) -> bool:
    """Whether a phrase behind the verb is no object of it, but stands behind a preposition."""
    before = words.low[at - 1]
    return at > handover.last and before in lexicon.grammar.words["prepositions"]


def _past(words: Words, at: int, limit: int, lexicon: Lexicon) -> int:
    """Behind a mark, an adverb, a receiver ("to the Assembly") or a preposition with its phrase; `at` where none stands."""
    grammar = lexicon.grammar
    word = words.low[at]
    if words.aside[at] or not is_word(words, at) or grammar.is_adverb(word):
        return at + 1
    if word in grammar.words["infinitives"]:
        actor = actor_at(words, at + 1, limit, lexicon)
        return actor.last if actor else at + 1
    if word in grammar.words["conjunctions"] or word in grammar.words["passed"]:
        return at + 1
    vehicle = _vehicle_at(words, at, limit, lexicon)
    if vehicle:
        return vehicle.last
    if word in grammar.words["prepositions"] or word in grammar.words["relatives"] or word in grammar.words["auxiliaries"]:
        return max(core_end(words, at + 1, limit, lexicon), at + 1)
    if at + 1 < limit and word.endswith(grammar.endings["gerund"]) and words.low[at - 1] == ",":
        return at + 1
    return at


def _head(words: Words, first: int, last: int) -> int:
    for at in range(last - 1, first - 1, -1):
        if not words.aside[at]:
            return at
    return -1


def _extent(words: Words, at: int, stop: int, lexicon: Lexicon, handover: Handover | None = None) -> int:
    """How far a thing goes behind its head: through "of", "on" and one relative clause, up to a comma, a time or a receiver."""
    grammar = lexicon.grammar
    begin = at
    while at < min(stop, begin + LONGEST):
        word = words.low[at]
        if words.aside[at]:
            at += 1
            continue
        if word in ",;:." or lexicon.handing.stops.length_at(words.low, at) or lexicon.idioms.inside.length_at(words.low, at):
            break
        if at > begin and _vehicle_at(words, at, stop, lexicon):
            break
        if word in grammar.words["infinitives"] and handover and handover.verb in lexicon.handing.given_to and words.low[at - 1] not in grammar.words["to_joins"]:
            break
        if word in grammar.words["infinitives"] and _leaves(words, at, begin, stop, lexicon):
            break
        if word in lexicon.handing.shared_with and handover and actor_at(words, at + 1, stop, lexicon):
            break
        if word in grammar.words["conjunctions"] and _ends(words, at, stop, lexicon):
            break
        at += 1
    while at > begin and not is_word(words, at - 1) and not words.aside[at - 1]:
        at -= 1
    return at


def _leaves(words: Words, at: int, begin: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether "to" leads away from the thing: to a receiver, or to what it is for."""
    if verb_at(words, at, stop, lexicon) >= 0:
        return at > begin
    return words.low[at - 1] not in lexicon.grammar.words["to_joins"] and actor_at(words, at + 1, stop, lexicon) is not None


def _ends(words: Words, conjunction: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether "and" leads on to another action or another thing handed over."""
    grammar = lexicon.grammar
    behind = conjunction + 1
    if behind >= stop:
        return True
    word = words.low[behind]
    if word in grammar.words["infinitives"] or (word in lexicon.verbs.actions and word not in lexicon.verbs.also_nouns):
        return True
    if grammar.is_adverb(word):
        return True
    core = core_end(words, behind, stop, lexicon)
    head = _head(words, behind, core)
    named = head >= 0 and words.low[head] in lexicon.handing.produced
    return named and word in grammar.words["articles"]


def _joined(words: Words, at: int, limit: int, lexicon: Lexicon) -> int:
    """Where a second thing begins that "and", "as well as" or "including" joins to the first; -1 where none does."""
    here = at
    if here < limit and words.low[here] == ",":
        here += 1
    step = lexicon.grammar.phrases["joiners"].length_at(words.low, here) if here < limit else 0
    if step:
        return here + step
    if here < limit and words.low[here] in lexicon.grammar.words["conjunctions"]:
        return here + 1
    return -1


def _next_joined(words: Words, at: int, limit: int, lexicon: Lexicon) -> int:
    """The place behind the next "and" or "as well as" of the same object; -1 where the object ends before."""
    for here in range(at, min(limit, at + 25)):
        if verb_at(words, here, limit, lexicon) >= 0:
            return -1
        step = lexicon.grammar.phrases["joiners"].length_at(words.low, here)
        if step:
            return here + step
        if words.low[here] in lexicon.grammar.words["conjunctions"] and not words.aside[here]:
            return here + 1
    return -1


def _vehicles(words: Words, handovers: tuple[Handover, ...], lexicon: Lexicon) -> list[Range]:
    """What carries information in: "in his next report", "through a dedicated section of the yearbook"."""
    found = []
    for handover in handovers:
        for at in range(handover.last, handover.stop - 1):
            vehicle = None if words.aside[at] else _vehicle_at(words, at, handover.stop, lexicon)
            if vehicle and not _stands_in(words, handover.last, at, lexicon):
                later = bool(lexicon.grammar.phrases["to_be"].length_at(words.low, vehicle.last))
                said = words.low[vehicle.last : vehicle.last + 1]
                later = later or (bool(said) and said[0].endswith(lexicon.grammar.endings["passive"]))
                last = vehicle.last if later else _extent(words, vehicle.last, handover.stop, lexicon)
                found.append(Range(vehicle.first, last))
    return found


def _vehicle_at(words: Words, at: int, stop: int, lexicon: Lexicon) -> Range | None:
    """The core of what carries information in, behind a preposition at `at`."""
    handing = lexicon.handing
    step = handing.vehicle_prepositions.length_at(words.low, at)
    if not step or at + step >= stop:
        return None
    first = at + step
    core = series_end(words, first, stop, lexicon)
    head = _head(words, first, core)
    if head < 0 or not any(words.low[here] in handing.vehicle_nouns for here in range(first, core)):
        return None
    for here in range(first + 1, head):  # "in his next report | alternative proposals"
        if words.low[here] in handing.vehicle_nouns and words.low[here + 1] not in handing.vehicle_nouns and not words.capital(here + 1):
            head, core = here, here + 1
            break
    if words.low[head] not in handing.vehicle_nouns:
        return None
    own = any(words.low[here] in handing.vehicle_determiners for here in range(first, min(head, first + 3)))
    later = bool(lexicon.grammar.phrases["to_be"].length_at(words.low, core))
    return Range(first, head + 1 if own and not later else core) if own or later else None


def _stands_in(words: Words, begin: int, at: int, lexicon: Lexicon) -> bool:
    """Whether "in" only says where something stands already: "the views expressed in his report"."""
    for back in range(at - 1, max(begin, at - 8) - 1, -1):
        if words.low[back] == ",":
            return False
        if words.low[back] in lexicon.handing.contained:
            return True
    return False
