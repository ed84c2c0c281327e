"""To whom something goes, or who shall consider it: "to the General Assembly", "for consideration by the Board"."""

from operative.clauses.actors import actor_at, actors_at
from operative.clauses.addressees import first_actors
from operative.clauses.given import find_given, named_before
from operative.clauses.handovers import Handover
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, core_end, verb_at
from operative.clauses.words import Words

__all__ = ["find_recipients"]

FURTHEST = 70
"""How many words behind its verb a receiver can stand."""

NEAR_SECOND = 12
"""How many words behind one receiver, with his time, the next can stand: "to the Board in May and | to the Court"."""


def find_recipients(
    words: Words,
    begin: int,
    end: int,
    handovers: tuple[Handover, ...],
    things: tuple[tuple[Range, Handover | None], ...],
    lexicon: Lexicon,
) -> tuple[tuple[Range, str], ...]:
    """The receivers, in order, each with the rule that took it; one entry for each as written."""
    found: list[tuple[Range, str]] = []
    handed: dict[int, list[Range]] = {}
    for item, verb in things:
        if verb is not None:
            handed.setdefault(verb.at, []).append(item)
    for handover in handovers:
        own = tuple(handed.get(handover.at, ()))
        found += _told(words, handover, own, lexicon)
        found += find_given(words, handover, bool(own), lexicon)
        if own or "report" in handover.manners or _hands_on(words, handover, lexicon):
            sent = _sent(words, handover, own, lexicon)
            found += sent or _reported(words, handover, own, lexicon)
    found += _behind_vehicles(words, end, tuple(item for item, verb in things if verb is None), lexicon)
    found += _considered(words, begin, end, bool(things or handovers), lexicon)
    found = [entry for entry in found if entry[1] != "recipient-handed" or _is_own(words, entry[0], things, lexicon)]
    kept: dict[str, tuple[Range, str]] = {}
    last = begin
    for item, rule in sorted(found, key=lambda entry: entry[0]):
        said = words.quote(item.first, item.last).casefold()
        pronoun = rule == "recipient-pronoun"
        if said not in kept and (pronoun or (_receives(words, item, lexicon) and item.first >= last)):
            kept[said] = (item, rule)
            last = item.last
    return tuple(kept.values())


def _is_own(words: Words, receiver: Range, things: tuple[tuple[Range, Handover | None], ...], lexicon: Lexicon) -> bool:
    """Whether what is handed to somebody is the thing at hand: not "consider the options provided to them"."""
    grammar, participle = lexicon.grammar, receiver.first - 2
    while participle > 0 and words.low[participle] in grammar.words["recipients"]:
        participle -= 1
    if words.low[participle - 1] in grammar.words["copulas"] | grammar.words["auxiliaries"]:
        return True
    inside = any(item.first <= participle < item.last for item, _ in things)
    return not inside and (bool(things) or words.low[receiver.first] not in lexicon.actors.pronouns)


def _receives(words: Words, item: Range, lexicon: Lexicon) -> bool:
    """Whether a name is one of somebody who can be told something, and not of any thing with a capital letter."""
    actors, core = lexicon.actors, core_end(words, item.first, item.last, lexicon)
    if words.low[item.first] in actors.pronouns:
        return True
    if words.low[core - 1] in lexicon.handing.never_receive:
        return False
    if any(
        words.low[at] in actors.heads or actors.states.length_at(words.low, at) for at in range(item.first, item.last)
    ):
        return True
    return any(words.raw(at)[1:] != words.raw(at)[1:].lower() for at in range(item.first, max(core, item.first)))


def _told(words: Words, handover: Handover, things: tuple[Range, ...], lexicon: Lexicon) -> list[tuple[Range, str]]:
    """Who is told directly: "inform the Board", "keep members informed"."""
    if handover.manners & {"tell"}:
        rule = "recipient-told"
        begin = _told_begin(words, handover.last, handover.stop, lexicon)
        actors = first_actors(words, begin, _told_end(words, begin, handover.stop, lexicon), lexicon)
        return [(actor, rule) for actor in actors if _is_noun_free(words, actor, lexicon)]
    if things and handover.verb in lexicon.handing.given_with:
        actor = actor_at(words, handover.last, handover.stop, lexicon)
        given = actor and actor.last < handover.stop and words.low[actor.last] in lexicon.handing.shared_with
        return [(actor, "recipient-given")] if actor and given else []
    if "keep" in handover.manners:
        for at in range(handover.last, min(handover.stop, handover.last + 40)):
            if words.low[at] in lexicon.handing.kept:
                return [(actor, "recipient-kept") for actor in first_actors(words, handover.last, at, lexicon)]
    return []


def _hands_on(words: Words, handover: Handover, lexicon: Lexicon) -> bool:
    """Whether a thing named before is handed on: "and to present it to the Council"."""
    if "send" not in handover.manners or handover.last >= handover.stop:
        return False
    if named_before(words, handover, lexicon):
        return True
    return words.low[handover.last] in lexicon.grammar.words["things_before"]


def _told_begin(words: Words, at: int, stop: int, lexicon: Lexicon) -> int:
    """Where the names of those who are told begin, behind a short time: "brief once a year the Council"."""
    for here in range(at, min(stop, at + 5)):
        if words.low[here] in lexicon.grammar.words["told_stops"] or words.low[here] == ",":
            break
        if actor_at(words, here, stop, lexicon):
            return here
    return at


def _told_end(words: Words, at: int, stop: int, lexicon: Lexicon) -> int:
    """Where the names of those who are told end: at a preposition that opens the matter or a time."""
    grammar = lexicon.grammar
    actor = actor_at(words, at, stop, lexicon)
    here = actor.last if actor else at
    while here < min(stop, at + FURTHEST):
        word = words.low[here]
        stops = word in grammar.words["told_stops"] or word in grammar.words["complementizers"]
        if stops and here > at and words.low[here - 1] not in grammar.words["conjunctions"]:
            break
        if here > at and word in grammar.words["conjunctions"] and verb_at(words, here + 1, stop, lexicon) >= 0:
            break
        if word == "," and here + 1 < stop and words.low[here + 1] in grammar.words["told_stops"]:
            break
        here += 1
    return here


def _is_noun_free(words: Words, actor: Range, lexicon: Lexicon) -> bool:
    """Whether the words told to are not the thing updated: "to update the list of members"."""
    return words.low[core_end(words, actor.first, actor.last, lexicon) - 1] not in lexicon.handing.produced


def _sent(words: Words, handover: Handover, own: tuple[Range, ...], lexicon: Lexicon) -> list[tuple[Range, str]]:
    """The receivers behind "to", right behind the verb or behind the thing sent; behind "with" for what is shared."""
    found: list[tuple[Range, str]] = []
    grammar = lexicon.grammar
    done = False
    limit = min(handover.stop, (own[-1].last if own else handover.last) + FURTHEST)
    places = {
        handover.last,
        handover.last + 1 if _hands_on(words, handover, lexicon) else -1,
        *(item.last for item in own),
    }
    for at in range(handover.last, limit):
        word = words.low[at]
        marks = word in grammar.words["recipients"]
        marks = marks or (word in lexicon.handing.shared_with and "send" in handover.manners and at in places)
        marks = marks and not (word in lexicon.handing.shared_with and handover.verb in lexicon.handing.given_with)
        if not marks or words.aside[at] or any(item.first <= at < item.last for item in own):
            continue
        joined = words.low[at - 1] in grammar.words["conjunctions"]
        again = joined and own and own[0].last < at < own[-1].first
        again = again or (joined and bool(found) and 0 < at - found[-1][0].last <= NEAR_SECOND)
        if (done and not again) or (not again and at not in places and not _free(words, at, handover.last, lexicon)):
            continue
        actors = actors_at(words, at + 1, handover.stop, lexicon)
        if actors:
            found += [(actor, "recipient-sent") for actor in actors]
            done = done or word in grammar.words["recipients"]
    return found


def _reported(words: Words, handover: Handover, own: tuple[Range, ...], lexicon: Lexicon) -> list[tuple[Range, str]]:
    """The organ at the end of what is reported on: "report on the implementation of the mandate to the Council".

    Behind a thing of its own only an organ at the end of the clause or before a time: "... to the Board at its".
    """
    begin = own[-1].last if own else handover.last
    for at in range(handover.last, min(handover.stop, begin + FURTHEST)):
        if words.low[at] not in lexicon.grammar.words["recipients"] or words.aside[at]:
            continue
        if own and _in_relative(words, begin, at, lexicon):
            break
        actors = _organs(words, at, handover.stop, bool(own), lexicon)
        if actors:
            return [(actor, "recipient-reported") for actor in actors]
    return []


def _in_relative(words: Words, begin: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a relative clause has begun: "a report on the locks, which will be shown to the Board"."""
    return any(words.low[here] in lexicon.grammar.words["relatives"] for here in range(begin, at))


def _organs(words: Words, at: int, stop: int, last: bool, lexicon: Lexicon) -> tuple[Range, ...]:
    """The organs named behind "to" at `at`; with `last` only before a time or where the clause ends."""
    actors = actors_at(words, at + 1, stop, lexicon)
    ends = [(core_end(words, actor.first, actor.last, lexicon), actor.last) for actor in actors]
    organs = [any(lexicon.actors.heads.get(words.low[last - 1]) == "organ" for last in pair) for pair in ends]
    if not actors or not all(organs) or not words.capital(at + 2):
        return ()
    behind = actors[-1].last
    closed = behind >= stop or bool(lexicon.handing.stops.length_at(words.low, behind))
    return actors if closed or not last else ()


def _free(words: Words, at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether "to" stands behind a time, an adverb or a comma, and is no part of a noun's own complement."""
    before = words.low[at - 1]
    grammar = lexicon.grammar
    if before == "," or grammar.is_adverb(before) or before in grammar.words["governed"]:
        return True
    if grammar.phrases["connectives"].length_before(words.low, at):
        return True
    return (
        before in grammar.words["times"] or before.isdigit() or words.aside[at - 1] or before in grammar.words["passed"]
    )


def _behind_vehicles(words: Words, end: int, vehicles: tuple[Range, ...], lexicon: Lexicon) -> list[tuple[Range, str]]:
    """ "in its annual report to the Conference"."""
    found: list[tuple[Range, str]] = []
    for item in vehicles:
        if item.last < end and words.low[item.last] in lexicon.grammar.words["recipients"]:
            found += [(actor, "recipient-vehicle") for actor in actors_at(words, item.last + 1, end, lexicon)]
            continue
        for at in range(item.last, min(end, item.last + FURTHEST)):
            if words.low[at] in ";:" or at in words.items or _in_relative(words, item.last, at + 1, lexicon):
                break
            organs = words.low[at] in lexicon.grammar.words["recipients"] and _organs(words, at, end, True, lexicon)
            if organs and not words.aside[at]:
                found += [(organ, "recipient-vehicle") for organ in organs]
                break
    return found


def _considered(words: Words, begin: int, end: int, handed: bool, lexicon: Lexicon) -> list[tuple[Range, str]]:
    """ "for consideration by the Board", "to be submitted to the Board", "to the attention of the Council"."""
    grammar = lexicon.grammar
    marks = grammar.words["agents"] | grammar.words["recipients"] | grammar.words["of"]
    found: list[tuple[Range, str]] = []
    for at in [here for here in range(begin + 1, end - 1) if words.low[here] in marks]:
        rule = "" if words.aside[at] else _considering(words, at, begin, handed, lexicon)
        if rule:
            found += [(actor, rule) for actor in actors_at(words, at + 1, end, lexicon)]
    return found


def _considering(words: Words, at: int, begin: int, handed: bool, lexicon: Lexicon) -> str:
    """The rule by which the word at `at` names who shall consider a thing; "" where it does not."""
    handing, grammar = lexicon.handing, lexicon.grammar
    word, before = words.low[at], words.low[at - 1]
    if word in grammar.words["of"]:
        if handed and before in handing.considering and _purposed(words, at, begin, lexicon):
            return "recipient-purpose"
        return "recipient-attention" if before in handing.attention else ""
    if not handed:
        return ""
    if before in handing.purposes and _purposed(words, at, begin, lexicon):
        return "recipient-purpose"
    return "recipient-handed" if before in handing.handed and word in grammar.words["recipients"] else ""


def _purposed(words: Words, at: int, begin: int, lexicon: Lexicon) -> bool:
    """Whether the words before, up to "for", all tell a purpose: "for its consideration and approval"."""
    for back in range(at - 1, max(begin, at - 6), -1):
        if words.low[back] in lexicon.grammar.words["purpose"]:
            return True
        if words.low[back] not in lexicon.handing.purposes:
            return False
    return False
