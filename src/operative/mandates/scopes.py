"""What a report must answer: the topics behind "on", and what it must include."""

from collections.abc import Sequence

from operative.domain.acts import Quote
from operative.domain.spans import Span
from operative.mandates.tasks import Task
from operative.mandates.words import Words
from operative.vocabulary.duties import Duties

__all__ = ["find_scope"]

FURTHEST_ON = 14
"""How many words behind the verb its "on" may stand."""


def find_scope(words: Words, task: Task, taken: Sequence[Span], duties: Duties) -> tuple[Quote, ...]:
    """The topics of a task that gives information back; `taken` are words that say when, to whom and through whom."""
    found: list[Quote] = []
    here = task.verb + 1
    while here < task.last - 1:
        length = duties.including.length_at(words.low, here)
        rule = "scope-including" if length else "scope-on"
        if not length and not _is_taken(words, here, taken):
            length = _topic_opening(words, here, task, bool(found), duties)
        if not length:
            here += 1
            continue
        asked = words.low[here] in duties.asking
        first = here if asked else here + length
        end = _end(words, first, task.last, taken, duties)
        lone = end == first + 1 and words.low[first] in duties.topic_pronouns
        if end > first and not lone:
            found.append(words.quote(first, end, rule))
        here = max(end, first + 1)
    return tuple(found)


def _topic_opening(words: Words, at: int, task: Task, again: bool, duties: Duties) -> int:
    """How many words open a topic: the first "on", a further one behind a comma or "and", or a question's own word."""
    low = words.low
    if low[at] in duties.asking and low[task.verb] in duties.reporting_only and not again:
        return 1
    about = duties.about | (duties.of if low[task.verb] in duties.informing else frozenset())
    if low[at] not in about or duties.not_about.length_at(low, at):
        return 0
    joined = low[at - 1] == "," or duties.conjunctions.length_before(low, at) > 0
    return int(joined or (not again and at - task.verb <= FURTHEST_ON))


def _is_taken(words: Words, at: int, taken: Sequence[Span]) -> bool:
    return any(span.start <= words.starts[at] < span.end for span in taken)


def _end(words: Words, first: int, last: int, taken: Sequence[Span], duties: Duties) -> int:
    """Where a topic ends: before what says when, to whom or through whom, and at a comma that ends it."""
    for at in range(first, last):
        if at > first and _is_taken(words, at, taken):
            return _without_link(words, first, at, duties)
        if words.low[at] in {";", ":"} or at in words.breaks:
            return at
        if words.low[at] in duties.about and duties.conjunctions.length_before(words.low, at):
            return _without_link(words, first, at, duties)
        if words.low[at] == ",":
            behind = words.low[at + 1] if at + 1 < last else ","
            ends = duties.including.length_at(words.low, at + 1) or _is_taken(words, at + 1, taken)
            if ends or behind in duties.scope_stops - {"and"}:
                return _without_link(words, first, at, duties)
    return last


def _without_link(words: Words, first: int, end: int, duties: Duties) -> int:
    """The topic without the small words that lead to what follows."""
    while end > first and (words.low[end - 1] in duties.scope_stops or not words.is_word(end - 1)):
        end -= 1
    return end
