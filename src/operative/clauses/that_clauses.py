"""Duties in a that-clause: "that the Director report", "that States shall", "that a report be submitted"."""

from operative.clauses.actions import FURTHEST, Duty, clause_end, head_action
from operative.clauses.actors import actor_at, is_actor
from operative.clauses.addressees import first_actors
from operative.clauses.lexicon import Lexicon
from operative.clauses.phrases import Range, core_end, is_word, verb_at, verb_of
from operative.clauses.words import Words
from operative.vocabulary.grammar import Grammar

__all__ = ["find_subject", "past_asides"]


def past_asides(words: Words, begin: int, end: int, lexicon: Lexicon) -> int:
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
            begin = _past_second(words, min(closing + 1, end), end, lexicon)
        elif not step:
            break
    return begin


def _past_second(words: Words, begin: int, end: int, lexicon: Lexicon) -> int:
    """Behind a second aside that "and" joins to the first: ", as appropriate, and in line with rule 4, | members"."""
    joined = begin + 1 < end and words.low[begin] in lexicon.grammar.words["conjunctions"]
    if not joined or words.low[begin + 1] not in lexicon.idioms.adjuncts:
        return begin
    return next((at + 1 for at in range(begin, end) if words.low[at] == "," and not words.aside[at]), begin)


def find_subject(words: Words, begin: int, end: int, kind: str, lexicon: Lexicon) -> Duty:
    """The duty of a that-clause: "that the Director report", "that States shall", "that a report be submitted"."""
    begin = past_asides(words, begin, end, lexicon)
    finite, manner = _finite(words, begin, end, kind, lexicon)
    if finite < 0:
        return Duty("thing", (), -1, end)
    grammar = lexicon.grammar
    action = verb_of(words, finite + 1, end, lexicon) if manner in ("modal", "permission") else finite
    if manner == "future":
        action, manner = finite, "modal"
    passive = words.low[finite] in grammar.words["copulas"] or (
        action >= 0 and words.low[action] in grammar.words["copulas"]
    )
    if passive:
        copula = action if action >= 0 and words.low[action] in grammar.words["copulas"] else finite
        participle = copula + 1
        while participle < end and (
            grammar.is_adverb(words.low[participle]) or words.low[participle] in grammar.words["negations"]
        ):
            participle += 1
        passive = participle < end and words.low[participle].endswith(grammar.endings["passive"])
        passive = passive and words.low[participle] not in grammar.words["not_passive"]
        action = participle if passive else copula
    asked = _asked(words, action, end, lexicon) if passive else -1
    if asked >= 0:
        return Duty("modal", _subject(words, begin, finite, lexicon), head_action(words, asked, end, lexicon), asked)
    actors = () if passive else _subject(words, begin, finite, lexicon)
    if passive:
        actors = _agents_behind(words, action, end, lexicon) or _owner(words, begin, finite, lexicon)
    elif not actors:
        actors = _owner(words, begin, finite, lexicon) if manner == "subjunctive" else ()
    if passive and manner in ("modal", "subjunctive"):
        manner = "passive"
    subject = Range(begin, finite) if manner == "passive" else None
    return Duty(manner, actors, head_action(words, action, end, lexicon), finite, subject)


def _asked(words: Words, participle: int, end: int, lexicon: Lexicon) -> int:
    """The verb of what the subject is asked to do: "that the Panel be requested | to report"; -1 where it is not."""
    asked = words.low[participle] in lexicon.grammar.words["asked"] and participle + 1 < end
    return verb_at(words, participle + 1, end, lexicon) if asked else -1


def _agents_behind(words: Words, at: int, end: int, lexicon: Lexicon) -> tuple[Range, ...]:
    stop = min(clause_end(words, at, end), at + 60)
    for here in range(at + 1, stop):
        if words.low[here] == ",":
            return ()
        if words.low[here] in lexicon.grammar.words["agents"]:
            last = here + 1
            while (
                last < stop and words.low[last] != "," and words.low[last] not in lexicon.grammar.words["agent_stops"]
            ):
                last += 1
            return first_actors(words, here + 1, last, lexicon)
    return ()


def _subject(words: Words, begin: int, finite: int, lexicon: Lexicon) -> tuple[Range, ...]:
    """The actors that are the subject: those at the head of the clause, else those right before the verb."""
    comma = next((at for at in range(begin, finite) if words.low[at] == "," and not words.aside[at]), finite)
    series = words.low[comma - 1].endswith(lexicon.grammar.endings["adjective"])
    headed = comma == finite or series or is_actor(words, begin, comma, lexicon) is True
    actors = first_actors(words, begin, finite, lexicon) if headed else ()
    for at in range(finite - 1, begin, -1) if not actors else ():
        if words.low[at] == "," and not words.aside[at] and at < finite - 1:
            again = lexicon.grammar.words["conjunctions"] | lexicon.grammar.words["complementizers"]
            begin = next((here for here in range(at + 1, finite) if words.low[here] not in again), finite)
            return first_actors(words, begin, finite, lexicon)
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
        if _is_future(words, at, begin, grammar):
            return at, "future"
        if kind == "own" or (at == begin and not grammar.head_first):
            continue
        if word in grammar.words["copulas"] and before not in grammar.words["infinitives"]:
            return at, "subjunctive"
        if before in grammar.words["relatives"] or before in grammar.words["infinitives"] or words.capital(at):
            continue
        if _stands_as_verb(words, at, end, lexicon) and not _in_relative(words, begin, at, grammar):
            return at, "subjunctive"
    return spare


def _is_future(words: Words, at: int, begin: int, grammar: Grammar) -> bool:
    """Whether a word has the form of a duty to come: "que les États présenteront"."""
    word = words.low[at]
    ending = grammar.endings["future"]
    if not ending or len(word) < 5 or not word.endswith(ending) or word in grammar.words["not_future"]:
        return False
    return not words.capital(at) and not _in_relative(words, begin, at, grammar)


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
    if grammar.head_first and word not in verbs.finite:
        return False
    if word not in verbs.actions and not grammar.head_first:
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
