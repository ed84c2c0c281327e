"""What turns, weakens and limits the words of a sentence."""

from operative.comparison.parties import Side
from operative.comparison.statements import Statement

__all__ = ["is_turned", "is_turned_above", "limit_of", "weak_verb", "weak_word"]

NEAR_NEGATOR = 3


def is_turned(said: Statement, first: int) -> bool:
    """Whether what stands at a word is denied: an odd number of words that turn it.

    Those before it in its clause count; where it is itself before the verb, as in "its independence shall not be
    affected", all in the clause do. "Nothing affects" turns twice, and so not at all.
    """
    clause = said.clause_at(first)
    last = first if clause.verb < first else clause.last
    # A denying prefix of the word itself is told of the word ("no normativa").
    own = first - 1 if first and said.wording.low[first - 1] in said.words.prefixes else -1
    return sum(at != own for at in _turning(said, clause.first, last)) % 2 == 1


def is_turned_above(said: Statement) -> bool:
    """Whether the words above a point that is a sentence of its own deny it: "The following shall cease:"."""
    return said.own > 0 and len(_turning(said, 0, said.own)) % 2 == 1


def _turning(said: Statement, first: int, last: int) -> list[int]:
    idle = {at + i for at, length in said.found("unturned", first, len(said.wording)) for i in range(length)}
    turning = [at for at, _ in said.found("reversers", first, last) if at not in idle and not _describes(said, at)]
    negators = [at for at, _ in said.found("negators", first, last) if at not in idle and not _numbers(said, at)]
    # One denial in two words ("no ... ninguna", "nothing ... nor") counts once.
    echoes = [at for at, _ in said.found("echoes", first, last)]
    if negators and echoes:
        negators = [at for at in negators if at not in echoes] or negators[:1]
    return turning + negators


def _describes(said: Statement, at: int) -> bool:
    """Whether a participle describes a noun: "migration-affected communities", "the affected States"."""
    wording, table = said.wording, said.words.words
    if wording.text[wording.starts[at] - 1 : wording.starts[at]] == "-":
        return True
    if not table.get("participles") or not wording.low[at].endswith(tuple(table["participles"])):
        return False
    return not any(low in table.get("passives", ()) for low in wording.low[max(0, at - NEAR_NEGATOR) : at])


def _numbers(said: Statement, at: int) -> bool:
    """Whether "No." opens a number."""
    low = said.wording.low
    return at + 2 < len(low) and (low[at + 1] == "." or low[at + 1].isdigit()) and low[at + 2].isalnum()


def weak_verb(said: Statement, first: int, able: bool) -> str:
    """The words that make a clause bind less than a statement or a duty, before a word of it; "" where none do."""
    clause = said.clause_at(first)
    last = first if clause.verb < first else clause.last
    free = {at + i for at, length in said.found("able", clause.first, last) for i in range(length)} if able else set()
    for at, length in said.found("weak", clause.first, last):
        if at not in free and not _denied(said, at):
            return said.shown(at, length)
    return ""


def weak_word(said: Statement, first: int) -> str:
    """A verb that only takes note, as the main verb of the sentence."""
    clause = said.clauses[0]
    for at, length in said.found("noting", 0, first):
        if at <= clause.verb or at < NEAR_NEGATOR * 2:
            return said.shown(at, length)
    return ""


def limit_of(said: Statement, first: int, last: int, kept: frozenset[str], but: frozenset[int] = frozenset()) -> str:
    """The words that set a limit to what a sentence says; "" where none do.

    A limit that is denied is none ("shall not be subject to"), nor one that is part of the element (`kept`), nor
    "without prejudice to" where it is the words themselves that are left untouched, nor one at a place in `but`.
    """
    idle = {at + i for at, length in said.found("allowed") for i in range(length)}
    idle |= {at + i for at, length in said.found("unturned") for i in range(length) if length and _no_reserve(said, at)}
    for at, length in said.found("hedges"):
        if at in idle or at in but or set(said.wording.stems[at : at + length]) <= kept or _denied(said, at):
            continue
        reserve = said.words.classes["reserves"].length_at(said.wording.roots, at)
        if reserve and (at < first < _clause_end(said, at) or _of_own(said, at + reserve)):
            continue
        if first <= at < last:
            continue
        return said.shown(at, length + 3)
    return ""


def _no_reserve(said: Statement, at: int) -> bool:
    return not said.words.classes["reserves"].length_at(said.wording.roots, at)


def _of_own(said: Statement, at: int) -> bool:
    """Whether what is reserved is the body's own, or that of both."""
    named = [m for m in said.mentions if m.first >= at]
    return bool(named) and named[0].side in (Side.OWN, Side.BOTH)


def _clause_end(said: Statement, at: int) -> int:
    low = said.wording.low
    return next((here for here in range(at, len(low)) if low[here] in {",", ";", "."}), len(low))


def _denied(said: Statement, at: int) -> bool:
    return any(at - NEAR_NEGATOR <= n < at for n, _ in said.found("negators"))
