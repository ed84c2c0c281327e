"""What an act puts on whom: the words behind an opening verb, read as somebody who is to do something."""

from dataclasses import replace

from operative.clauses.actions import FURTHEST, Duty, clause_end, head_action
from operative.clauses.actors import actor_at, actors_at
from operative.clauses.addressees import first_actors, names_actor, split_addressees
from operative.clauses.lexicon import Lexicon
from operative.clauses.markers import asked_verb_at
from operative.clauses.phrases import Range, core_end, verb_at
from operative.clauses.that_clauses import find_subject, past_asides
from operative.clauses.words import Words
from operative.domain.acts import Force
from operative.vocabulary.grammar import Phrases
from operative.vocabulary.verbs import NONE

__all__ = ["find_duty", "find_founded"]

BINDING = frozenset({Force.DIRECTIVE, Force.EXHORTATION})
NEAR = 25
"""Words within which a subject and its modal stand where "that" is left out: "decides the three groups will"."""


def find_duty(words: Words, begin: int, end: int, kind: str, lexicon: Lexicon, asks: Phrases = NONE) -> Duty:
    """The duty behind an opening verb whose object begins at `begin`; `kind` and `asks` are what the verb takes."""
    begin = past_asides(words, begin, end, lexicon)
    if begin >= end:
        return Duty("thing", (), -1, end)
    if words.low[begin] in lexicon.grammar.words["complementizers"]:
        return find_subject(words, begin + 1, end, kind, lexicon)
    action = _infinitive(words, begin, end, lexicon)
    if action >= 0:
        passed = lexicon.verbs.base(words.low[action]) if kind == "own" else None
        if passed and passed.force in BINDING:
            duty = find_duty(words, action + 1, end, passed.object, lexicon, passed.asks)
            return replace(duty, force=passed.force)
        return Duty("infinitive", (), head_action(words, action, end, lexicon), action)
    if kind == "own":
        listed = _asked_in_items(words, begin, end, lexicon)
        if listed:
            return listed
        clause = find_subject(words, begin, min(end, begin + NEAR), kind, lexicon)
        return clause if clause.actors else Duty("thing", (), -1, begin)
    if kind == "thing":
        return Duty("thing", _agents(words, begin, end, lexicon), _thing(words, begin, end, lexicon), begin)
    return _object(words, begin, end, asks, lexicon)


def _asked_in_items(words: Words, begin: int, end: int, lexicon: Lexicon) -> Duty | None:
    """The duty of the first item where a decision lists what is asked: "on the following steps: (a) To request"."""
    first = next((at for at in sorted(words.items) if begin < at < end), end)
    if not any(words.low[at] == ":" for at in range(max(begin, first - 5), first)):
        return None
    action = verb_at(words, first, end, lexicon)
    passed = lexicon.verbs.base(words.low[action]) if action >= 0 else None
    if passed is None or passed.force not in BINDING:
        return None
    return replace(find_duty(words, action + 1, end, passed.object, lexicon, passed.asks), force=passed.force)


def _infinitive(words: Words, at: int, end: int, lexicon: Lexicon) -> int:
    """The verb of an infinitive that opens right at `at`, also behind "not" and behind a list marker; else -1."""
    while at < end and (words.low[at] in lexicon.grammar.words["negations"] or words.low[at] == ":" or words.aside[at]):
        at += 1
    return verb_at(words, at, end, lexicon) if at < end else -1


def _object(words: Words, begin: int, end: int, asks: Phrases, lexicon: Lexicon) -> Duty:
    """Somebody, and the infinitive of what is asked; without an infinitive, actors or a thing."""
    told = actor_at(words, begin, end, lexicon)
    if told and _complement(words, told.last, end, lexicon):
        clause = find_subject(words, told.last + 1, end, "duty", lexicon)
        return replace(clause, actors=(told,))
    marker = _marker(words, begin, end, asks, lexicon)
    if marker >= 0:
        stop = marker - 1 if words.low[marker - 1] in lexicon.grammar.words["negations"] else marker
        colons = (
            (at for at in range(max(begin, marker - 5), marker) if words.low[at] == ":")
            if marker in words.items
            else ()
        )
        stop = next(iter(colons), stop)
        while stop in words.items or (stop > begin and (words.aside[stop - 1] or words.low[stop - 1] == ":")):
            if stop not in words.items and words.aside[stop - 1] and marker not in words.items:
                break
            stop -= 1
        actors = split_addressees(words, begin, stop, lexicon)
        if actors and _acts(words, actors[0], lexicon):
            action = asked_verb_at(words, marker, end, asks, lexicon)
            return Duty("infinitive", actors, head_action(words, action, end, lexicon), action)
        return Duty("thing", _agents(words, begin, end, lexicon), _thing(words, begin, end, lexicon), begin)
    behind = words.low[told.last] if told and told.last < end else ""
    if told and behind in lexicon.grammar.words["openers"]:
        return Duty("thing", (told,), _thing(words, told.last, end, lexicon), told.last)
    if told and behind in lexicon.grammar.words["purpose"] and not lexicon.grammar.head_first:
        return Duty("thing", (told,), _thing(words, told.last + 1, end, lexicon), told.last + 1)
    core = core_end(words, begin, end, lexicon)
    mutual = core < end and words.low[core] in lexicon.grammar.words["partners"]
    actors = () if mutual else first_actors(words, begin, clause_end(words, begin, end), lexicon)
    if actors:
        return Duty("infinitive", actors, -1, end)
    return Duty("thing", _agents(words, begin, end, lexicon), _thing(words, begin, end, lexicon), begin)


def _complement(words: Words, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "that" opens what is asked, and no relative clause: "its request to the Board that it meet"."""
    grammar = lexicon.grammar
    if grammar.phrases["markers"].longest or at + 2 >= end or words.low[at] not in grammar.words["complementizers"]:
        return False
    return words.low[at + 1] in lexicon.actors.pronouns or actor_at(words, at + 1, end, lexicon) is not None


def _acts(words: Words, item: Range, lexicon: Lexicon) -> bool:
    """Whether the entry before an infinitive is somebody; an unknown name needs an article or a capital letter."""
    low, grammar = words.low[item.first], lexicon.grammar
    if (
        low.endswith(grammar.endings["gerund"])
        and not words.capital(item.first)
        and low not in lexicon.idioms.not_gerunds
    ):
        return False
    verdict = names_actor(words, item, lexicon)
    if verdict is not None:
        return verdict
    told = item.first > 0 and words.low[item.first - 1] in grammar.words["datives"]
    return told or low in grammar.words["openers"] or words.capital(item.first)


def _thing(words: Words, begin: int, end: int, lexicon: Lexicon) -> int:
    """The head of the thing asked for: "an immediate halt to", "exploring new ways"."""
    while begin < end - 1 and lexicon.grammar.opens_phrase(words.low[begin]):
        begin = min(max(core_end(words, begin + 1, end, lexicon), begin + 1), end - 1)
    stop = core_end(words, begin, end, lexicon)
    if words.low[begin].endswith(lexicon.grammar.endings["gerund"]):
        return begin
    return stop - 1 if stop > begin else begin


def _marker(words: Words, begin: int, end: int, asks: Phrases, lexicon: Lexicon) -> int:
    """Where the infinitive of the duty opens; one within an aside between commas counts only where no other stands."""
    grammar = lexicon.grammar
    spare, adjunct = -1, False
    for at in range(begin, min(end, begin + FURTHEST)):
        word = words.low[at]
        if words.aside[at]:
            continue
        if word == ";":
            break
        if word == "," and at + 1 < end:
            adjunct = words.low[at + 1] in lexicon.idioms.adjuncts or words.low[at + 1].endswith(
                grammar.endings["gerund"]
            )
            adjunct = adjunct and not verb_at(words, at + 1, end, lexicon) >= 0
            continue
        if asked_verb_at(words, at, end, asks, lexicon) < 0:
            continue
        before = words.low[at - 1]
        if before in (",", ":") or at in words.items or before in grammar.words["negations"]:
            return at
        if before in grammar.words["complemented"] or adjunct:
            spare = at if spare < 0 else spare
            continue
        return at
    return spare


def _agents(words: Words, begin: int, end: int, lexicon: Lexicon) -> tuple[Range, ...]:
    """Who is to bring a thing about: "the halt of ... by all parties", "exchange among countries"."""
    grammar = lexicon.grammar
    stop = clause_end(words, begin, end)
    for at in range(begin + 1, min(stop, begin + FURTHEST)):
        if verb_at(words, at, stop, lexicon) >= 0 or (
            words.low[at - 1] == "," and words.low[at] in grammar.words["causes"] | grammar.words["relatives"]
        ):
            break
        if words.low[at] not in grammar.words["partners"] and words.low[at] not in grammar.words["agents"]:
            continue
        done = words.low[at - 1], words.low[at - 2]
        if words.aside[at] or any(word.endswith(grammar.endings["passive"]) for word in done):
            continue
        doing = words.low[at + 1].endswith(grammar.endings["gerund"])
        if doing and words.low[at + 1] not in lexicon.idioms.not_gerunds:
            continue
        listed = actors_at(words, at + 1, stop, lexicon)
        if len(listed) > 1:
            return listed
        last = at + 1
        while last < stop and words.low[last] != "," and words.low[last] not in grammar.words["agent_stops"]:
            last += 1
        actors = first_actors(words, at + 1, last, lexicon)
        if actors:
            return actors
    return ()


def find_founded(words: Words, duty: Duty, end: int, lexicon: Lexicon) -> Duty | None:
    """The duty of a body that an act founds: "to establish a committee ..., which will report"; else None."""
    grammar = lexicon.grammar
    if duty.action < 0 or words.low[duty.action] not in lexicon.handing.founding:
        return None
    for at in range(duty.action + 1, min(end, duty.action + 60)):
        if words.low[at] not in grammar.words["articles"] or grammar.opens_phrase(words.low[at - 1]):
            continue
        actor = actor_at(words, at, end, lexicon)
        if actor is None:
            continue
        for here in range(actor.last, end):
            if words.low[here] in grammar.words["modals"]:
                return Duty("founded", (actor,), here + 1, here + 1)
            action = verb_at(words, here, end, lexicon)
            if action >= 0:
                return Duty("founded", (actor,), action, action)
        return None
    return None
