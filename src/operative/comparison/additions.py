"""What a draft adds that no element asked for: duties first, then powers of the other side, limits, common duties."""

from collections.abc import Iterable, Sequence

from operative.comparison.parties import Side
from operative.comparison.statements import Statement
from operative.comparison.steering import steering_of
from operative.comparison.turns import weak_verb
from operative.comparison.wordings import read_wording
from operative.domain.acts import Quote
from operative.domain.goals import Goal
from operative.domain.readings import Reading
from operative.domain.verdicts import Suggestion, Verdict
from operative.vocabulary.likeness import Likeness

__all__ = ["find_additions"]

LONGEST_LABEL = 12
"""Words of a label."""
ORDER = ("duty", "power", "limit", "membership", "common")
WHY = {
    "duty": "It puts a duty on the Organization that no element asks for.",
    "power": "It gives the other side a power that no element asks for.",
    "limit": "It sets a reserve or a limit that no element asks for.",
    "membership": "It adds a membership that no goal of the resolution names.",
    "common": "It puts a duty on both sides that no element asks for.",
}


def find_additions(
    statements: Sequence[Statement], used: Iterable[Statement], resolution: Reading, rule: str
) -> tuple[Suggestion, ...]:
    """The additions, duties first, each kind in the order of the draft.

    A sentence that carries an element is none, unless it also asks for money, consent or obedience; nor is one that
    fulfils a goal of the resolution.
    """
    carrying = {id(said) for said in used}
    goals = [_stems(goal, statements[0].words) for goal in resolution.goals] if statements else []
    kinds: list[tuple[int, int, Statement]] = []
    for number, said in enumerate(statements):
        kind = _kind(said, id(said) in carrying, goals, statements)
        if kind:
            kinds.append((ORDER.index(kind), number, said))
    return tuple(_addition(ORDER[kind], said, rule) for kind, _, said in sorted(kinds, key=lambda k: k[:2]))


def _addition(kind: str, said: Statement, rule: str) -> Suggestion:
    words = said.quoted().split()
    label = " ".join(words[:LONGEST_LABEL]).rstrip(" .,;:") + (" …" if len(words) > LONGEST_LABEL else "")
    return Suggestion(
        "", label, "", Verdict.ADDED, WHY[kind], rule, said.provision.id, Quote(said.quoted(), said.span(), rule)
    )


def _kind(said: Statement, carries: bool, goals: Sequence[frozenset[str]], statements: Sequence[Statement]) -> str:
    """Which kind of addition a sentence is; "" where it is none."""
    if said.preamble or (carries and not said.found("charges")):
        return ""
    if said.own and said.found("joining", 0, said.own):
        return "" if _fulfils(said, goals) or said.subject is not Side.OWN else "membership"
    side = _actor(said)
    first = [] if weak_verb(said, len(said.wording) - 1, False) else said.found("duties")
    if _fulfils(said, goals) or (said.found("joining") and _leads_to_goals(said, goals, statements)):
        return "duty" if side is Side.OWN and first and said.found("charges") else ""
    if side is Side.OWN and first and not said.found("grants"):
        return "duty"
    if (side is Side.OTHER and said.found("rights")) or _done_by_other(said):
        return "power"
    if said.found("reserves") and side is not Side.BOTH:
        return "limit"
    if side is Side.BOTH and first and not said.found("grants"):
        return "common"
    return ""


def _actor(said: Statement) -> Side:
    """The side whose duty or power a sentence is: it stands before the verb, or a pronoun does for it."""
    named = said.mentions[0] if said.mentions else None
    if named is None or named.first < said.clauses[0].verb:
        return said.subject
    return Side.UNKNOWN


def _done_by_other(said: Statement) -> bool:
    """Whether the other side does something about a thing of the body: "its Director is appointed by the Union"."""
    if steering_of(said):
        return True
    low, table = said.wording.low, said.words.words
    by = next((at for at, word in enumerate(low) if word in table.get("by", ())), None)
    if by is None or said.subject is Side.BOTH:
        return False
    doer = next((m for m in said.mentions if m.first > by), None)
    if doer is None or doer.side is not Side.OTHER or doer.first - by > LONGEST_LABEL // 2:
        return False
    owned = any(m.side is Side.OWN and m.first < by for m in said.mentions)
    return owned or low[0] in table.get("possessives", ())


def _stems(goal: Goal, words: Likeness) -> frozenset[str]:
    """The words that name the mechanism of a goal, without endings."""
    name = read_wording(goal.mechanism.name or goal.name.words, words)
    stop = words.words.get("stop", frozenset())
    return frozenset(stem for low, stem in zip(name.low, name.stems, strict=True) if low not in stop and low.isalpha())


def _fulfils(said: Statement, goals: Sequence[frozenset[str]]) -> bool:
    """Whether a sentence names the mechanism of a goal."""
    stems = set(said.wording.stems[said.own :])
    return any(len(name) > 1 and len(name & stems) >= 0.75 * len(name) for name in goals)


def _leads_to_goals(said: Statement, goals: Sequence[frozenset[str]], statements: Sequence[Statement]) -> bool:
    """Whether points below a sentence name the mechanisms of goals."""
    return any(
        other.provision.parent == said.provision.id and _fulfils(other, goals) for other in statements if other.own
    )
