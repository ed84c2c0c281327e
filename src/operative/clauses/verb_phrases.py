"""How far the phrase of an opening verb goes: adverbs, feelings, and what it says again or holds."""

from dataclasses import dataclass

from operative.clauses.words import Words
from operative.domain.acts import Force
from operative.vocabulary.grammar import Grammar, Phrases
from operative.vocabulary.verbs import NONE, Form, Verbs

__all__ = ["Reach", "reach_of"]

LONGEST_STANCE = 7
"""Words that may stand between a verb and what it carries: "its deep and continuing ... concern"."""
FURTHEST_LINK = 30
"""Words between what is said again and to whom: "its request made in resolution 5/1 | to the Board"."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a verb phrase goes once its form is known."""

    last: int
    force: Force
    object: str
    begin: int
    carried: bool = False
    asks: Phrases = NONE


def reach_of(words: Words, at: int, form: Form, grammar: Grammar, verbs: Verbs) -> Reach | None:
    """How far the phrase goes whose verb opens at `at`; None where the words behind are not those of the form."""
    low = words.low
    end = at + 1
    if form.tail:
        if form.tail[-1] not in words.present:
            return None
        if low[end : end + len(form.tail)] != form.tail:
            end = _inside(words, end, grammar)
        if low[end : end + len(form.tail)] != form.tail:
            return None
        end += len(form.tail)
    verb = form.verb
    force, kind, links, asks = verb.force, verb.object, verb.links, verb.asks
    end = _trailing(words, end, grammar)
    carried = _carried(words, end, verb.carries, grammar, verbs) if verb.carries else None
    if verb.carries and not carried and not verb.bare:
        return None
    if carried:
        end, force, kind, links, asks = carried
        end = _trailing(words, end, grammar)
    begin = _said_where(words, end, links, grammar) if carried else end
    for link in links:
        if low[begin : begin + len(link)] == link:
            begin += len(link)
            break
    return Reach(end, force, kind, begin, carried is not None, asks)


def _said_where(words: Words, end: int, links: tuple[tuple[str, ...], ...], grammar: Grammar) -> int:
    """Past where something was said before: "its request made in resolution 5/1, paragraph 3, | to the Board"."""
    if end >= len(words) or words.low[end] not in grammar.words["said_where"]:
        return end
    for at in range(end, min(len(words) - 1, end + FURTHEST_LINK)):
        if words.low[at] == ";":
            break
        if (
            any(words.low[at : at + len(link)] == link for link in links)
            or words.low[at] in grammar.words["complementizers"]
        ):
            return at
    return end


def _inside(words: Words, end: int, grammar: Grammar) -> int:
    """Past what may stand within a verb of several words: "calls once again upon", "calls, in this regard, on"."""
    comma = words.low[end : end + 1] == (",",)
    begin = end + comma
    for _ in range(3):
        step = grammar.phrases["after"].length_at(words.low, begin)
        step = step or grammar.phrases["connectives"].length_at(words.low, begin)
        if not step:
            break
        begin += step
    if begin == end + comma:
        return end
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


def _is_small(word: str, grammar: Grammar) -> bool:
    """Whether a word is a mark, a determiner or another small word that ends what a feeling is made of."""
    return not word[0].isalpha() or grammar.opens_phrase(word) or word in grammar.words["determiners"]


def _feeling(words: Words, at: int, grammar: Grammar) -> int:
    """How many words "with deep concern and regret" takes at `at`; 0 where it does not stand there."""
    if words.low[at] not in grammar.words["with"]:
        return 0
    last = 0
    for step in range(1, LONGEST_STANCE):
        if at + step >= len(words):
            break
        word = words.low[at + step]
        joins = word in grammar.words["conjunctions"]
        joined = words.low[at + step - 1] in grammar.words["conjunctions"]
        if word in grammar.words["feelings"]:
            last = step
        elif word in grammar.words["indefinite"] and (joined or step == 1):
            continue
        elif not joins and (_is_small(word, grammar) or (last and not joined)):
            break
    return last + 1 if last else 0


def _said_to(words: Words, at: int, here: int, grammar: Grammar, verbs: Verbs) -> bool:
    """Whether something is said again to somebody, without telling whose word it was: "reiterates the request to"."""
    if here != at + 1 or here + 1 >= len(words) or grammar.head_first or words.low[here] not in verbs.said:
        return False
    return words.low[at] in grammar.words["articles"] and words.low[here + 1] in grammar.words["recipients"]


def _carried(
    words: Words, at: int, carries: str, grammar: Grammar, verbs: Verbs
) -> tuple[int, Force, str, tuple[tuple[str, ...], ...], Phrases] | None:
    """What a verb carries: the end of "its support" or "its call upon", with force, object, links and markers."""
    low = words.low
    owned = at < len(words) and low[at] in grammar.words["possessives"]
    if carries == "own" and not owned and not _said_to(words, at, at + 1, grammar, verbs):
        return None
    found = 0
    for here in range(
        at + (owned or _said_to(words, at, at + 1, grammar, verbs)), min(len(words), at + LONGEST_STANCE)
    ):
        word = low[here]
        said = verbs.said.get(word) if owned or _said_to(words, at, here, grammar, verbs) else None
        if said:
            end = here + 1
            end += grammar.phrases["after"].length_at(low, end)
            if end < len(words) and low[end] in said.particles:
                end += 1
            elif end != here + 1:
                end = here + 1
            return end, said.force, said.object, said.links, said.asks
        if word in verbs.stances:
            found = here + 1
            continue
        if word in grammar.words["conjunctions"] or word == ",":
            continue
        if (
            grammar.opens_phrase(word)
            or not word[0].isalpha()
            or (found and low[here - 1] not in grammar.words["conjunctions"])
        ):
            break
    if not found:
        return None
    kind = "own" if low[found - 1] in grammar.words["plans"] else "matter"
    return found, Force.POSITION, kind, (), NONE
