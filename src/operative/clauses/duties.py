"""What an act puts on whom: the words behind an opening verb, read as somebody who is to do something."""

from dataclasses import dataclass, replace

from operative.clauses.addressees import first_actors, names_actor, split_addressees
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, actor_at, actors_at, core_end, is_word, verb_at, verb_of
from operative.clauses.words import Words
from operative.domain.acts import Force
from operative.vocabulary.grammar import Grammar

__all__ = ["Duty", "find_duty", "find_founded", "find_subject"]

BINDING = frozenset({Force.DIRECTIVE, Force.EXHORTATION})

FURTHEST = 260
"""How many words behind the opening verb the infinitive of a duty can stand."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is to act, and where the verb of the action stands (-1: none is printed).

    `manner` is infinitive, subjunctive, modal, passive, permission or thing; `begin` is where the predicate begins.
    """

    manner: str
    actors: tuple[Range, ...]
    action: int
    begin: int
    subject: Range | None = None
    """What is to be handed over, where a passive says so: "that a report be submitted"."""
    force: Force | None = None
    """The force of the verb that the body decides on: "decides to request"."""


def find_duty(words: Words, begin: int, end: int, kind: str, lexicon: Lexicon) -> Duty:
    """The duty behind an opening verb whose object begins at `begin`; `kind` is what the verb takes."""
    begin = _past_asides(words, begin, end, lexicon)
    if begin >= end:
        return Duty("thing", (), -1, end)
    if words.low[begin] in lexicon.grammar.words["complementizers"]:
        return find_subject(words, begin + 1, end, kind, lexicon)
    action = _infinitive(words, begin, end, lexicon)
    if action >= 0:
        passed = lexicon.verbs.base(words.low[action]) if kind == "own" else None
        if passed and passed.force in BINDING:
            duty = find_duty(words, action + 1, end, passed.object, lexicon)
            return replace(duty, force=passed.force)
        return Duty("infinitive", (), head_action(words, action, end, lexicon), action)
    if kind == "own":
        return Duty("thing", (), -1, begin)
    if kind == "thing":
        return Duty("thing", _agents(words, begin, end, lexicon), _thing(words, begin, end, lexicon), begin)
    return _object(words, begin, end, lexicon)


def head_action(words: Words, action: int, end: int, lexicon: Lexicon) -> int:
    """The verb of what is to be done: behind "continue to" it is the next one."""
    here = action
    while 0 <= here < end - 1 and words.low[here] in lexicon.grammar.words["continues"]:
        behind = here + 1
        while behind < end - 1 and lexicon.grammar.is_adverb(words.low[behind]):
            behind += 1
        following = verb_at(words, behind, end, lexicon)
        if following < 0 and words.low[behind].endswith(lexicon.grammar.endings["gerund"]):
            following = behind
        if following < 0:
            break
        here = following
    return here


def _past_asides(words: Words, begin: int, end: int, lexicon: Lexicon) -> int:
    """Behind "in this regard" and behind what stands between two commas right after the verb."""
    for _ in range(3):
        step = lexicon.grammar.phrases["connectives"].length_at(words.low, begin)
        begin += step
        if begin < end and words.low[begin] == ",":
            closing = begin + 1
            while closing < end and (words.low[closing] != "," or words.aside[closing]):
                if words.low[closing] in ";:":
                    return begin
                closing += 1
            begin = min(closing + 1, end)
        elif not step:
            break
    return begin


def _infinitive(words: Words, at: int, end: int, lexicon: Lexicon) -> int:
    """The verb of an infinitive that opens right at `at`, also behind "not" and behind a list marker; else -1."""
    while at < end and (words.low[at] in lexicon.grammar.words["negations"] or words.low[at] == ":" or words.aside[at]):
        at += 1
    return verb_at(words, at, end, lexicon) if at < end else -1


def _object(words: Words, begin: int, end: int, lexicon: Lexicon) -> Duty:
    """Somebody, and the infinitive of what is asked; without an infinitive, actors or a thing."""
    marker = _marker(words, begin, end, lexicon)
    if marker >= 0:
        stop = marker - 1 if words.low[marker - 1] in lexicon.grammar.words["negations"] else marker
        while stop in words.items or (stop > begin and (words.aside[stop - 1] or words.low[stop - 1] == ":")):
            if stop not in words.items and words.aside[stop - 1] and marker not in words.items:
                break
            stop -= 1
        actors = split_addressees(words, begin, stop, lexicon)
        if actors and _acts(words, actors[0], lexicon):
            action = verb_at(words, marker, end, lexicon)
            return Duty("infinitive", actors, head_action(words, action, end, lexicon), action)
        return Duty("thing", _agents(words, begin, end, lexicon), _thing(words, begin, end, lexicon), begin)
    actors = first_actors(words, begin, _clause_end(words, begin, end), lexicon)
    if actors:
        return Duty("infinitive", actors, -1, end)
    return Duty("thing", _agents(words, begin, end, lexicon), _thing(words, begin, end, lexicon), begin)


def _acts(words: Words, item: Range, lexicon: Lexicon) -> bool:
    """Whether the first entry before an infinitive is somebody; an unknown name needs an article or a capital letter."""
    low, grammar = words.low[item.first], lexicon.grammar
    if low.endswith(grammar.endings["gerund"]) and not words.capital(item.first) and low not in lexicon.idioms.not_gerunds:
        return False
    verdict = names_actor(words, item, lexicon)
    return verdict if verdict is not None else low in grammar.words["openers"] or words.capital(item.first)


def _clause_end(words: Words, begin: int, end: int) -> int:
    for at in range(begin, end):
        if words.low[at] in ";:" and not words.aside[at]:
            return at
    return end


def _thing(words: Words, begin: int, end: int, lexicon: Lexicon) -> int:
    """The head of the thing asked for: "an immediate halt to", "exploring new ways"."""
    stop = core_end(words, begin, end, lexicon)
    if words.low[begin].endswith(lexicon.grammar.endings["gerund"]):
        return begin
    return stop - 1 if stop > begin else begin


def _marker(words: Words, begin: int, end: int, lexicon: Lexicon) -> int:
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
            adjunct = words.low[at + 1] in lexicon.idioms.adjuncts or words.low[at + 1].endswith(grammar.endings["gerund"])
            adjunct = adjunct and not verb_at(words, at + 1, end, lexicon) >= 0
            continue
        if word not in grammar.words["infinitives"] or verb_at(words, at, end, lexicon) < 0:
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
    stop = _clause_end(words, begin, end)
    for at in range(begin + 1, min(stop, begin + FURTHEST)):
        if verb_at(words, at, stop, lexicon) >= 0:
            break
        if words.low[at] not in grammar.words["partners"] and words.low[at] not in grammar.words["agents"]:
            continue
        if words.aside[at] or words.low[at - 1].endswith(grammar.endings["passive"]):
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


def find_subject(words: Words, begin: int, end: int, kind: str, lexicon: Lexicon) -> Duty:
    """The duty of a that-clause: "that the Director report", "that States shall", "that a report be submitted"."""
    begin = _past_asides(words, begin, end, lexicon)
    finite, manner = _finite(words, begin, end, kind, lexicon)
    if finite < 0:
        return Duty("thing", (), -1, end)
    grammar = lexicon.grammar
    action = verb_of(words, finite + 1, end, lexicon) if manner in ("modal", "permission") else finite
    passive = words.low[finite] in grammar.words["copulas"] or (action >= 0 and words.low[action] in grammar.words["copulas"])
    if passive:
        copula = action if manner in ("modal", "permission") else finite
        participle = copula + 1
        while participle < end and (grammar.is_adverb(words.low[participle]) or words.low[participle] in grammar.words["negations"]):
            participle += 1
        passive = participle < end and words.low[participle].endswith(grammar.endings["passive"])
        action = participle if passive else copula
    actors = () if passive else _subject(words, begin, finite, lexicon)
    if passive:
        actors = _agents_behind(words, action, end, lexicon) or _owner(words, begin, finite, lexicon)
    elif not actors:
        actors = _owner(words, begin, finite, lexicon) if manner == "subjunctive" else ()
    if passive and manner in ("modal", "subjunctive"):
        manner = "passive"
    subject = Range(begin, finite) if manner == "passive" else None
    return Duty(manner, actors, head_action(words, action, end, lexicon), finite, subject)


def _agents_behind(words: Words, at: int, end: int, lexicon: Lexicon) -> tuple[Range, ...]:
    stop = min(_clause_end(words, at, end), at + 60)
    for here in range(at + 1, stop):
        if words.low[here] == ",":
            return ()
        if words.low[here] in lexicon.grammar.words["agents"]:
            last = here + 1
            while last < stop and words.low[last] != "," and words.low[last] not in lexicon.grammar.words["agent_stops"]:
                last += 1
            return first_actors(words, here + 1, last, lexicon)
    return ()


def _subject(words: Words, begin: int, finite: int, lexicon: Lexicon) -> tuple[Range, ...]:
    """The actors that are the subject: those at the head of the clause, else those right before the verb."""
    actors = first_actors(words, begin, finite, lexicon)
    for at in range(finite - 1, begin, -1) if not actors else ():
        if words.low[at] == "," and not words.aside[at] and at < finite - 1:
            return first_actors(words, at + 1, finite, lexicon)
    return actors


def _owner(words: Words, begin: int, finite: int, lexicon: Lexicon) -> tuple[Range, ...]:
    """The one whose thing the subject is: "the work programmes of the Commission"."""
    stop = core_end(words, begin, finite, lexicon)
    if stop < finite and words.low[stop] in lexicon.grammar.words["of"]:
        owner = actor_at(words, stop + 1, finite, lexicon)
        return (owner,) if owner else ()
    return ()


def _finite(words: Words, begin: int, end: int, kind: str, lexicon: Lexicon) -> tuple[int, str]:
    """The finite verb of a that-clause and its manner; (-1, "") where none is found."""
    grammar, spare = lexicon.grammar, (-1, "")
    for at in range(begin, min(end, begin + FURTHEST)):
        word = words.low[at]
        if words.aside[at] or not is_word(words, at):
            if word == ";" and not words.aside[at]:
                break
            continue
        before = words.low[at - 1]
        if word in grammar.words["modals"]:
            manner = "modal" if word in grammar.words["binding_modals"] else "permission"
            if before not in grammar.words["relatives"] and not _in_relative(words, begin, at, grammar):
                return at, manner
            spare = spare if spare[0] >= 0 or before in grammar.words["relatives"] else (at, manner)
            continue
        if kind == "own" or at == begin:
            continue
        if word in grammar.words["copulas"] and before not in grammar.words["infinitives"]:
            return at, "subjunctive"
        if before in grammar.words["relatives"] or before in grammar.words["infinitives"] or words.capital(at):
            continue
        if _stands_as_verb(words, at, end, lexicon) and not _in_relative(words, begin, at, grammar):
            return at, "subjunctive"
    return spare


def _in_relative(words: Words, begin: int, at: int, grammar: Grammar) -> bool:
    """Whether a finite verb belongs to a relative clause that has none yet: "the report that the Chair will give"."""
    for back in range(at - 1, begin, -1):
        word = words.low[back]
        if word in grammar.words["modals"] or word in grammar.words["auxiliaries"] or word in ",;":
            return False
        if word in grammar.words["relatives"]:
            return True
    return False


def _stands_as_verb(words: Words, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word is a base verb behind its subject and not a noun: "that all parties allow"."""
    grammar, verbs = lexicon.grammar, lexicon.verbs
    word = words.low[at]
    if word not in verbs.actions:
        singular = word.removesuffix("s")
        if singular == word or singular not in verbs.actions or singular in verbs.also_nouns:
            return False
    before = words.low[at - 1]
    if before in grammar.words["determiners"] or before in grammar.words["prepositions"]:
        return False
    if before in grammar.words["conjunctions"]:
        return False
    if word in verbs.also_nouns:
        ends_name = before in lexicon.actors.heads or words.capital(at - 1) or before == "," or words.aside[at - 1]
        ends_name = ends_name or grammar.is_adverb(before) or before in lexicon.actors.followed
        return ends_name and at + 1 < end and words.low[at + 1] not in grammar.words["of"]
    return not before.endswith(grammar.endings["adjective"]) or before in lexicon.actors.heads or words.capital(at - 1)


def find_founded(words: Words, duty: Duty, end: int, lexicon: Lexicon) -> Duty | None:
    """The duty of a body that an act founds: "to establish a committee ..., which will report"; None where it has none."""
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
