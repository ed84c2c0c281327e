"""Things to be produced or handed over: "a report on the implementation of the present resolution"."""

from bisect import bisect_right

from operative.clauses.actors import actor_at, is_actor
from operative.clauses.addressees import trimmed
from operative.clauses.carriers import find_carriers
from operative.clauses.extents import thing_end
from operative.clauses.handovers import Handover
from operative.clauses.lexicon import Lexicon
from operative.clauses.nominal import find_nominal
from operative.clauses.phrases import Range, core_end, head_of, is_word, past_aside, series_end, verb_at
from operative.clauses.thing_joins import has_owner, joined_thing, next_object, shared_head
from operative.clauses.vehicles import vehicle_at
from operative.clauses.words import Words

__all__ = ["find_deliverables"]

FURTHEST_OBJECT = 120
"""How many words behind its verb the thing can stand that is handed over."""


def find_deliverables(
    words: Words, begin: int, end: int, handovers: tuple[Handover, ...], times: tuple[Range, ...], lexicon: Lexicon
) -> tuple[tuple[Range, Handover | None], ...]:
    """The things handed over, in order, each with the verb that hands it over; None for what only carries others.

    `times` are the time expressions, in order: they part a verb from its thing, and no thing goes past one.
    """
    found: list[tuple[Range, Handover | None]] = []
    for handover in (*handovers, *find_nominal(words, begin, end, lexicon)):
        found += [(item, handover) for item in _added(words, handover, times, lexicon)]
        if handover.manners - {"tell", "keep"}:
            found += [(item, handover) for item in _objects(words, handover, times, lexicon)]
    taken = {at for item, _ in found for at in range(item.first, item.last)}
    for item in find_carriers(words, handovers, lexicon):
        if item.first not in taken and item.last - 1 not in taken:
            found.append((item, None))
    return tuple(sorted(found, key=lambda entry: entry[0].first))


def _added(words: Words, handover: Handover, times: tuple[Range, ...], lexicon: Lexicon) -> list[Range]:
    """What a report is to hold besides: "including an evaluation of the year"."""
    found: list[Range] = []
    if not handover.manners & {"send", "tell", "report"}:
        return found
    for at in range(handover.last, handover.stop - 2):
        if words.low[at] not in lexicon.handing.with_it or words.low[at + 1] not in lexicon.grammar.words["indefinite"]:
            continue
        core = series_end(words, at + 1, handover.stop, lexicon)
        head = head_of(words, at + 1, core, lexicon)
        if head >= 0 and words.low[head] in lexicon.handing.produced:
            found.append(Range(at + 1, thing_end(words, head + 1, handover.stop, lexicon)))
    return found


def _nouns(handover: Handover, lexicon: Lexicon) -> frozenset[str]:
    """The nouns that a verb hands over."""
    only = lexicon.handing.only.get(handover.verb)
    if only is not None:
        return only
    nouns = lexicon.handing.produced
    return nouns | lexicon.handing.sent if handover.manners & {"send", "insert"} else nouns


def _objects(words: Words, handover: Handover, times: tuple[Range, ...], lexicon: Lexicon) -> list[Range]:
    """What one verb hands over: its object, and what "and" joins to it."""
    if handover.thing:
        return _passed(words, handover, handover.thing, lexicon)
    nouns = _nouns(handover, lexicon)
    found: list[Range] = []
    start, limit, ahead = _start(words, handover, lexicon), _limit(handover), True
    at = start
    until = _until(words, handover, times, lexicon)
    joined = told = -1
    while at < limit and not (at > handover.last and words.low[at] in lexicon.grammar.words["relatives"]):
        aside = 0 if found else _participle_aside(words, at, limit, handover, lexicon)
        if aside:
            at = joined = aside
            continue
        if _opens_clause(words, at, handover.last, lexicon) or _turns_away(words, at, start, handover, lexicon):
            break
        first = at + _is_partitive(words, at, at in (start, joined, told), lexicon)
        bare = at == start and words.low[at] in lexicon.grammar.words["adjective_too"]
        step = until.get(at) or (at if first > at or bare else _past(words, at, limit, lexicon))
        if at > handover.last and _is_given_with(words, at, handover, lexicon):
            at = joined = at + 1
            continue
        if step > at:
            ahead = ahead and words.low[at] not in lexicon.grammar.words["indirect"]
            told = step if words.low[at] in lexicon.grammar.words["recipients"] else told
            at = step
            continue
        core = series_end(words, first, handover.stop, lexicon)
        head = head_of(words, first, core, lexicon)
        if _is_doing(words, at, head, core, lexicon):
            at = joined = core + 1
            continue
        if head >= 0 and at in (start, told, joined):
            head = shared_head(words, core, head, handover.stop, nouns, lexicon)
        near = not found and (at in (start, told, joined) or _behind_aside(words, at, lexicon))
        own = head >= 0 and _is_thing(words, at, head, handover, nouns, lexicon, near)
        own = own and (at == joined or first > at or not _belongs(words, at, handover, lexicon))
        if own:
            found.append(Range(at, _own_end(words, at, head, handover, times, lexicon)))
            core = until.get(found[-1].last, found[-1].last)
        joined = -1
        if own or ahead:
            joined = (joined_thing if own else next_object)(words, core, limit, lexicon)
        given = core < limit and _is_given_with(words, core, handover, lexicon)
        if joined < 0 and (found or (at == start and not given)):
            break
        if found and joined >= 0 and words.low[joined] in lexicon.grammar.words["indirect"] - {","}:
            break
        at = joined if joined >= 0 else max(core, at + 1)
    return found


def _passed(words: Words, handover: Handover, thing: Range, lexicon: Lexicon) -> list[Range]:
    """The thing that a passive hands over, where its noun is one that can be."""
    head = head_of(words, thing.first, series_end(words, thing.first, thing.last, lexicon), lexicon)
    return [thing] if head >= 0 and words.low[head] in _nouns(handover, lexicon) else []


def _own_end(words: Words, at: int, head: int, handover: Handover, times: tuple[Range, ...], lexicon: Lexicon) -> int:
    """Where a thing ends that opens at `at`: before the next time, and without adverbs at its end."""
    later = bisect_right(times, head, key=lambda time: time.first)
    stop = min(times[later].first, handover.stop) if later < len(times) else handover.stop
    last = trimmed(words, Range(at, thing_end(words, head + 1, stop, lexicon, handover)), lexicon).last
    return last - (last > head + 1 and words.low[last - 1] in lexicon.handing.dangling)


def _is_thing(
    words: Words, at: int, head: int, handover: Handover, nouns: frozenset[str], lexicon: Lexicon, near: bool
) -> bool:
    """Whether a core names what can be handed over; "this information" was named before.

    Behind verbs that only hand over (`near` them) anything is, but for a person: "submit such material".
    """
    if words.low[at] in lexicon.grammar.words["things_before"]:
        return False
    if near and handover.verb in lexicon.handing.anything:
        return words.low[head] not in lexicon.handing.never_sent and not is_actor(words, at, head + 1, lexicon)
    reported = "report" in handover.manners and at == handover.last and words.low[at] in lexicon.handing.any
    return reported or words.low[head] in nouns


def _limit(handover: Handover) -> int:
    """How far the thing can stand: behind the names of the items under which it goes."""
    return min(handover.stop, handover.last + FURTHEST_OBJECT)


def _is_partitive(words: Words, at: int, governed: bool, lexicon: Lexicon) -> bool:
    """Whether "des" is the article of an object and no preposition: "communiquer | des informations"."""
    if words.low[at] not in lexicon.grammar.words["partitives"]:
        return False
    before = words.low[at - 1]
    return (
        governed
        or before == ","
        or lexicon.grammar.is_adverb(before)
        or before in lexicon.grammar.words["conjunctions"]
    )


def _opens_clause(words: Words, at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a form in -ing behind a comma begins a clause of its own: ", taking note of"."""
    gerund = words.low[at].endswith(lexicon.grammar.endings["gerund"]) and words.low[at - 1] == ","
    gerund = gerund and words.low[at] not in lexicon.grammar.words["prepositions"]
    return gerund and at > last + 1 and words.low[at] not in lexicon.idioms.not_gerunds


def _participle_aside(words: Words, at: int, limit: int, handover: Handover, lexicon: Lexicon) -> int:
    """Where a clause in -ing between two commas ends, before the thing: "include, having met the Board, | a list"."""
    if not _opens_clause(words, at, handover.last, lexicon):
        return 0
    step = past_aside(words, at - 1, limit)
    behind = at - 1 + step
    joins = lexicon.grammar.words["conjunctions"] | lexicon.grammar.words["infinitives"]
    return behind if step and behind < limit and words.low[behind] not in joins else 0


def _is_doing(words: Words, at: int, head: int, core: int, lexicon: Lexicon) -> bool:
    """Whether a noun tells what is done with the thing behind it: "finalize the drafting of | a law"."""
    text = words.low[at] in lexicon.grammar.words["indefinite"]
    return (
        head >= 0
        and not text
        and words.low[head] in lexicon.handing.nominal_objects
        and has_owner(words, core, lexicon)
    )


def _turns_away(words: Words, at: int, start: int, handover: Handover, lexicon: Lexicon) -> bool:
    """Whether the matter of a report begins at `at`, or what a thing is for: "to report | on tides", "data | to"."""
    if at == start:
        return False
    if "report" in handover.manners and words.low[at] in lexicon.handing.matters:
        return True
    return words.low[at] in lexicon.grammar.words["infinitives"] and (
        words.low[at - 1] not in lexicon.grammar.words["conjunctions"] | {","}
        and actor_at(words, at + 1, len(words), lexicon) is None
        and not lexicon.grammar.phrases["to_be"].length_at(words.low, at)
        and verb_at(words, at, len(words), lexicon) >= 0
    )


def _start(words: Words, handover: Handover, lexicon: Lexicon) -> int:
    """Where the object of a verb begins: behind a second verb, "to develop and test", and behind a "that"."""
    at, grammar = handover.last, lexicon.grammar
    if at + 1 < handover.stop and words.low[at] in grammar.words["conjunctions"] and not grammar.head_first:
        at += 2 + grammar.is_adverb(words.low[at + 1])
    demonstrative = at < handover.stop and words.low[at] in grammar.words["determiners"]
    return at + 1 if demonstrative and words.low[at] in grammar.words["relatives"] else at


def _behind_aside(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether a thing with an article of its own stands behind a comma: "prepare, with the towns, | a map"."""
    return words.low[at - 1] == "," and words.low[at] in lexicon.grammar.words["indefinite"]


def _is_given_with(words: Words, at: int, handover: Handover, lexicon: Lexicon) -> bool:
    """Whether "with" leads to the thing: "provide the Board with an update"."""
    return words.low[at] in lexicon.handing.shared_with and handover.verb in lexicon.handing.given_with


def _until(words: Words, handover: Handover, times: tuple[Range, ...], lexicon: Lexicon) -> dict[int, int]:
    """The times behind a verb that its thing can follow, by their first word."""
    first = bisect_right(times, handover.last - 1, key=lambda time: time.first)
    return {time.first: time.last for time in times[first : first + 8] if _parts(words, time.first, lexicon)}


def _parts(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Whether a time stands between a verb and its thing ("by May"), and is no adjective of it ("monthly updates")."""
    low = words.low[at]
    return (
        lexicon.grammar.opens_phrase(low)
        or low in lexicon.grammar.words["determiners"]
        or lexicon.grammar.is_adverb(low)
    )


def _belongs(words: Words, at: int, handover: Handover, lexicon: Lexicon) -> bool:
    """Whether a phrase behind the verb is no object of it, but stands in a list or behind a preposition."""
    before, grammar = words.low[at - 1], lexicon.grammar
    listed = before in grammar.words["conjunctions"] and words.low[at] not in grammar.words["indefinite"]
    return at > handover.last and (listed or before in grammar.words["prepositions"])


def _past(words: Words, at: int, limit: int, lexicon: Lexicon) -> int:
    """Behind a mark, an adverb, a receiver ("to the Assembly") or a preposition with its phrase; else `at`."""
    grammar = lexicon.grammar
    word = words.low[at]
    turn = lexicon.idioms.adverbials.length_at(words.low, at)
    if turn:
        return at + turn
    if words.aside[at] or not is_word(words, at) or grammar.is_adverb(word):
        return at + 1
    if word in grammar.words["infinitives"] or word in grammar.words["recipients"]:
        actor = actor_at(words, at + 1, limit, lexicon)
        if actor or word in grammar.words["infinitives"]:
            return actor.last if actor else at + 1
    if word in grammar.words["conjunctions"] or word in grammar.words["passed"]:
        return at + 1
    vehicle = vehicle_at(words, at, limit, lexicon)
    if vehicle:
        return vehicle.last
    if (
        word in grammar.words["prepositions"]
        or word in grammar.words["relatives"]
        or word in grammar.words["auxiliaries"]
    ):
        behind = max(core_end(words, at + 1, limit, lexicon), at + 1)
        does = behind == at + 2 and words.low[at + 1].endswith(grammar.endings["gerund"])
        return max(core_end(words, behind, limit, lexicon), behind) if does else behind
    if at + 1 < limit and word.endswith(grammar.endings["gerund"]) and words.low[at - 1] == ",":
        return at + 1
    return at
