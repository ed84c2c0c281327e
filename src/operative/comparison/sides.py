"""Of whom a sentence says something."""

from operative.comparison.parties import Mention, Side
from operative.comparison.statements import Clause, Statement

__all__ = ["described_side", "has_side", "is_attributed", "possessed_side", "recognized_side"]

FAR_GENITIVE = 9
"""Words between a noun and the name behind its "of": "the neutrality and the promptness of the Organization"."""
NEAR_POSSESSIVE = 5


def described_side(said: Statement, first: int, last: int, *, plain: bool = False) -> tuple[Side, bool]:
    """Of whom words from `first` to before `last` are said, and whether only of a part of it ("the staff of the
    Organization").

    What decides, in this order: a name behind "of", a possessive before, a doer behind "by", the name behind a verb of
    recognition, the subject of the clause. `plain` leaves out the first three.
    """
    side = None if plain else _nearby(said, first, last)
    if side is not None:
        return side, False
    clause = said.clause_at(first)
    named = _recognized(said, clause, first)
    if named is not None:
        return named.side, _is_part(said, named, first)
    return _subject_side(said, clause, first)


def _nearby(said: Statement, first: int, last: int) -> Side | None:
    return _within(said, first, last) or _behind_of(said, first, last) or _possessive(said, first) or _doer(said, last)


def possessed_side(said: Statement, first: int, last: int) -> Side | None:
    """Whose a thing is by the words right around it: "its Statute", "the Statute of the Guild"; None where they do not
    say it.
    """
    return _behind_of(said, first, last) or _possessive(said, first)


def _within(said: Statement, first: int, last: int) -> Side | None:
    """The side named among the words themselves, behind "of": "the budget of the Institute is voluntary"."""
    return next((m.side for m in said.mentions if first < m.first and m.last < last and m.part), None)


def _subject_side(said: Statement, clause: Clause, first: int) -> tuple[Side, bool]:
    pronouns = said.words.words.get("pronouns", frozenset())
    if _told_of_own(said, clause, first):
        return Side.OWN, False
    for at in range(_behind_opening(said, clause, first), first):
        named = next((m for m in said.mentions if m.first == at), None)
        if named is not None:
            return named.side, _is_part(said, named, first)
        if said.wording.low[at] in pronouns:
            return _before_pronoun(said, at), False
    earlier = [m for m in said.mentions if m.last <= clause.first]
    if earlier:
        return earlier[0].side, False
    if said.before is not None and said.words.words.get("drops_subject") and not said.mentions:
        return said.before.topic, False
    if said.mentions and said.mentions[0].first < first:
        return said.subject, False
    return _behind_fronted(said, clause, first), False


def _told_of_own(said: Statement, clause: Clause, first: int) -> bool:
    """Whether the body is the subject of what is told of it: "The Alliance hopes that the Guild will be"."""
    low, table = said.wording.low, said.words.words
    for named in said.mentions:
        if named.side is not Side.OWN or named.first < clause.first or named.last > first:
            continue
        before = named.first - 1
        while before > clause.first and low[before] in table.get("articles", ()):
            before -= 1
        if low[before] in table.get("telling", ()):
            return True
    return False


def _behind_opening(said: Statement, clause: Clause, first: int) -> int:
    """The word behind a phrase that opens a clause: "Subject to clearance by the Fund, the Bank"; else its first."""
    low = said.wording.low
    opens = [at for name in ("hedges", "frames") for at, _ in said.found(name, clause.first, first)]
    if clause.first not in opens and low[clause.first] not in said.words.words.get("limits_behind", ()):
        return clause.first
    comma = next((at for at in range(clause.first, first) if low[at] == ","), None)
    named = comma is not None and any(comma < m.first and m.last <= first for m in said.mentions)
    return comma if named and comma is not None else clause.first


def _behind_fronted(said: Statement, clause: Clause, first: int) -> Side:
    """The subject behind words that are put first: "On tides the Guild is the leading agency"."""
    recognized = _recognized(said, clause, clause.last)
    if recognized is not None:
        return recognized.side
    named = [m for m in said.mentions if first < m.first and m.last <= clause.verb and not m.part]
    return named[-1].side if named and clause.verb < clause.last else Side.UNKNOWN


def _before_pronoun(said: Statement, at: int) -> Side:
    """Whom a pronoun means: whom the sentence recognizes, else its subject, else that of the sentence before."""
    recognized = _recognized(said, said.clauses[0], at)
    if recognized is not None:
        return recognized.side
    named = [m for m in said.mentions if m.last <= at]
    if named:
        return named[0].side
    return said.earlier.topic if said.earlier is not None else Side.UNKNOWN


def _behind_of(said: Statement, first: int, last: int) -> Side | None:
    """The side behind "of", where the words before it are a noun: they, or the last of them, have an article."""
    low = said.wording.low
    if not (_has_article(said, first) or _has_article(said, last - 1)):
        return None
    for at in range(last, min(len(low), last + FAR_GENITIVE)):
        if low[at] in {";", ".", ":"} or low[at] in said.words.words.get("modals", ()):
            return None
        named = next((m for m in said.mentions if m.first == at), None)
        if named is not None:
            return named.side if named.part else None
        if low[at] in said.words.words.get("prepositions", ()):
            return None
    return None


def _has_article(said: Statement, first: int) -> bool:
    """Whether a definite article, a possessive or a genitive stands close before a word."""
    low, table = said.wording.low, said.words.words
    small = table.get("definite", frozenset()) | table.get("possessives", frozenset())
    small = small | table.get("genitives", frozenset()) | table.get("contracted", frozenset())
    for at in range(first - 1, max(first - 5, -1), -1):
        if low[at] in small:
            return True
        if low[at] in {",", ":", ";"} or low[at] in table.get("modals", ()) or low[at] in table.get("indefinite", ()):
            return False
    return False


def _possessive(said: Statement, first: int) -> Side | None:
    """The side that "its" or "the Union’s" before the words means."""
    low, table = said.wording.low, said.words.words
    for at in range(first - 1, max(first - 1 - NEAR_POSSESSIVE, -1), -1):
        if low[at] in {",", ";", ":"} or low[at] in table.get("modals", ()):
            return None
        if low[at] == "’s":
            named = next((m for m in said.mentions if m.last == at), None)
            return named.side if named else None
        if low[at] in table.get("possessives", ()):
            return _owner(said, at)
    return None


def _owner(said: Statement, at: int) -> Side:
    """Whom "its" means: whom a verb of recognition is about, else the subject of the clause."""
    clause = said.clause_at(at)
    named = _recognized(said, clause, at)
    if named is not None:
        return named.side
    before = [m for m in said.mentions if clause.first <= m.first < at]
    if before:
        return before[0].side
    return _before_pronoun(said, at) if said.mentions and said.mentions[0].first < at else said.subject


def _doer(said: Statement, last: int) -> Side | None:
    """The side behind "by": "trained by the academy of the Union"."""
    low = said.wording.low
    if last >= len(low) or low[last] not in said.words.words.get("by", ()):
        return None
    return next((m.side for m in said.mentions if last < m.first <= last + FAR_GENITIVE), None)


def recognized_side(said: Statement, first: int) -> Side | None:
    """The side named behind a verb of recognition before a word; None where there is no such verb."""
    named = _recognized(said, said.clause_at(first), first)
    return named.side if named is not None else None


def _recognized(said: Statement, clause: Clause, before: int) -> Mention | None:
    """The first side named behind a verb of recognition."""
    by = said.words.words.get("by", frozenset())
    verbs = [
        at
        for at, length in said.found("recognizing", clause.first, before)
        if (at > clause.first or not at) and said.wording.low[at + length] not in by
    ]
    named = [m for m in said.mentions if verbs and verbs[0] < m.first and m.last <= before]
    if not named:
        return _hindered(said, clause, before)
    # "The Union recognizes that the members of the Guild regard it as": it is still the Guild.
    return named[0]


def _hindered(said: Statement, clause: Clause, before: int) -> Mention | None:
    """The side right behind a verb that takes away: "shall not prevent the Guild from"."""
    verbs = [at + length for at, length in said.found("reversers", clause.first, before)]
    return next((m for m in said.mentions for end in verbs if 0 <= m.first - end <= 1 and m.last <= before), None)


def _is_part(said: Statement, named: Mention, first: int) -> bool:
    """Whether the name only says whose the thing is that the sentence is about, and the verb stands between them."""
    if not named.part:
        return False
    between = range(named.last, first)
    return any(said.wording.low[at] in said.words.words.get("modals", ()) for at in between)


def has_side(said: Statement, side: Side) -> bool:
    """Whether a sentence names a side, or both."""
    return any(m.side in (side, Side.BOTH) for m in said.mentions)


def is_attributed(said: Statement, clause: Clause, first: int) -> bool:
    """Whether somebody but the other side itself holds it to be so: "its members regard it as", "it calls itself"."""
    for at, _ in said.found("regarding", clause.first, first):
        named = [m for m in said.mentions if m.last <= at]
        nearest = named[-1] if named else None
        plain = nearest is not None and nearest.side in (Side.OTHER, Side.BOTH) and not nearest.part
        if not plain or nearest is None or at - nearest.last > 1:
            return True
    return False
