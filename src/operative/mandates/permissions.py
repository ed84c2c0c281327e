"""What an act leaves to a body: "proposals on which the Council may decide at a later session"."""

from dataclasses import dataclass

from operative.mandates.words import Words
from operative.vocabulary.duties import Duties

__all__ = ["Permission", "find_permissions"]

LONGEST_SUBJECT = 10
"""Words of the name of the body."""
OPENERS_BACK = 3
"""How many words may stand between the mark before a clause and its "which": "and upon which"."""


@dataclass(frozen=True, slots=True)
class Permission:
    """The words from `first` to `last`; the body is named from `who` to `behind`, the verb stands at `verb`."""

    first: int
    last: int
    who: int
    behind: int
    verb: int


def find_permissions(words: Words, first: int, last: int, duties: Duties) -> list[Permission]:
    """The permissions in the words from `first` to `last`, in order; clauses of the same body are one."""
    found: list[Permission] = []
    at = first
    while at < last:
        length = duties.permission_openers.length_at(words.low, at)
        read = _read(words, at, at + length, last, duties, bool(found)) if length else None
        if read is None:
            at += 1
            continue
        if words.low[read.who] in duties.permission_pronouns:
            found[-1] = Permission(found[-1].first, read.last, found[-1].who, found[-1].behind, found[-1].verb)
        else:
            found.append(read)
        at = read.verb
    return found


def _read(words: Words, opener: int, who: int, last: int, duties: Duties, again: bool) -> Permission | None:
    """The permission whose clause opens with the word at `opener` and names the body at `who`."""
    here = who
    if here < last and again and words.low[here] in duties.permission_pronouns:
        here += 1
    else:
        if here >= last or words.low[here] not in duties.permission_articles:
            if here >= last or not words.capital(here):
                return None
        else:
            here += 1
        if here >= last or not words.capital(here):
            return None
        while here < min(last, who + LONGEST_SUBJECT) and words.low[here] not in duties.permission_modals:
            if not words.is_word(here):
                return None
            here += 1
    if here >= last or words.low[here] not in duties.permission_modals:
        return None
    if duties.permission_never.length_at(words.low, here):
        return None
    verb = here + 1
    while verb < last and (step := duties.permission_links.length_at(words.low, verb)):
        verb += step
    if verb >= last or not words.is_word(verb):
        return None
    return Permission(_begin(words, opener), _end(words, verb, last), who, here, verb)


def _begin(words: Words, opener: int) -> int:
    """Where the clause begins: with the preposition before "which"."""
    before = opener - 1
    short = (
        before >= 0 and words.is_word(before) and len(words.low[before]) <= 4 and words.low[before] not in {"and", "or"}
    )
    return before if short and before not in words.breaks else opener


def _end(words: Words, at: int, last: int) -> int:
    stop = next((here for here in range(at, last) if words.low[here] in {";", ":"} or here in words.breaks), last)
    stop = next((here for here in range(at, stop) if words.ends_sentence(here)), stop)
    return stop - 1 if stop > at + 1 and words.low[stop - 1] in {".", ","} else stop
