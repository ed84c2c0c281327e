"""Sentences that put the other side in control of the body or of what is its own: who appoints, instructs, approves.

They need not say a word of an element to take from it: a body whose Director is "appointed by the Alliance" is less
independent than one of which nothing of the kind is said.
"""

from collections.abc import Sequence
from dataclasses import replace

from operative.comparison.parties import Mention, Side
from operative.comparison.statements import Statement
from operative.comparison.traits import Trait
from operative.comparison.treatments import Treatment
from operative.comparison.turns import is_turned
from operative.domain.verdicts import Verdict

__all__ = ["find_steering", "steered", "steering_of"]

FAR_AGENT = 8
"""Words between "appointed by" and the other side, and between "appoints" and the body."""
NEAR_POSSESSIVE = 2
KEPT = (Verdict.EXPLICIT, Verdict.EQUIVALENT, Verdict.IMPLICIT, Verdict.BY_REFERENCE)


def find_steering(statements: Sequence[Statement], traits: Sequence[Trait]) -> dict[str, tuple[Statement, str]]:
    """The elements, by id, that a sentence of steering takes from, each with the first such sentence and its words.

    Those are the elements of independence, whatever is steered, and things of one's own that the sentence names.
    """
    found: dict[str, tuple[Statement, str]] = {}
    for said in statements:
        steering = None if said.preamble else _place_of(said)
        if steering is None:
            continue
        at, length = steering
        for trait in traits:
            if _is_independence(trait, said) or _is_named(trait, said):
                found.setdefault(trait.element.id, (said, said.shown(at, length)))
    return found


def steered(treatment: Treatment | None, found: tuple[Statement, str] | None) -> Treatment | None:
    """The treatment of an element, narrowed where a sentence of steering takes from it."""
    if treatment is None or found is None or treatment.verdict not in KEPT or found[0] is treatment.said:
        return treatment
    said, words = found
    reason = f"it says it, but {said.provision.id} puts the other side in control: “{words}”"
    return replace(treatment, verdict=Verdict.NARROWED, reasons=(reason,), limits=True)


def steering_of(said: Statement) -> str:
    """The words by which a sentence puts the other side in control; "" where it does not."""
    place = _place_of(said)
    return said.shown(*place) if place is not None else ""


def _place_of(said: Statement) -> tuple[int, int] | None:
    """Where the words of control stand: "appointed by" before the other side, or "appoints" behind it."""
    for at, length in said.found("steered"):
        agent = _next_named(said, at + length)
        if agent is not None and agent.side is Side.OTHER and _of_own(said, at) and not is_turned(said, at):
            return at, agent.last - at
    for at, length in said.found("steers"):
        thing = _next_named(said, at + length)
        if thing is not None and _acts(said, at) and _reaches(said, at + length, thing) and not _denied(said, at):
            return at, thing.last - at
    return None


def _denied(said: Statement, at: int) -> bool:
    """Whether a verb is denied, also by a word right beside it: "no dirige", "ne dirige pas"."""
    return is_turned(said, at) or any(place in (at - 1, at + 1) for place, _ in said.found("negators"))


def _next_named(said: Statement, at: int) -> Mention | None:
    """The side named next in the clause, close behind a word."""
    last = min(said.clause_at(at - 1).last, at + FAR_AGENT + 1)
    return next((m for m in said.mentions if at <= m.first < last), None)


def _of_own(said: Statement, at: int) -> bool:
    """Whether what stands before is of the body: it is named, or a pronoun goes on from a sentence about it."""
    named = [m.side for m in said.mentions if m.last <= at]
    if named:
        return Side.OWN in named
    table = said.words.words
    going_on = frozenset().union(*(table.get(name, ()) for name in ("pronouns", "possessives", "pointing_on")))
    earlier = said.earlier.topic if said.earlier is not None else Side.UNKNOWN
    return earlier is Side.OWN and not going_on.isdisjoint(said.wording.low[:at])


def _acts(said: Statement, at: int) -> bool:
    """Whether the other side does what a verb says: it is named last before, and nothing else takes its place."""
    clause = said.clause_at(at)
    named = [m for m in said.mentions if clause.first <= m.first and m.last <= at]
    return bool(named) and named[-1].side is Side.OTHER


def _reaches(said: Statement, at: int, thing: Mention) -> bool:
    """Whether a verb takes the body, or something of it, as its object: "appoints the Director of the Guild"."""
    if thing.side is not Side.OWN:
        return False
    low, table = said.wording.low, said.words.words
    if any(word in table.get("possessives", ()) for word in low[at : at + NEAR_POSSESSIVE]):
        return False
    return thing.part or all(word in table.get("articles", ()) for word in low[at : thing.first])


def _is_independence(trait: Trait, said: Statement) -> bool:
    """Whether an element is of independence, which any control by another takes from."""
    known = said.words.classes["independence"]
    return any(known.length_at(trait.wording.roots, trait.terms[number].first) for number in trait.core)


def _is_named(trait: Trait, said: Statement) -> bool:
    """Whether a sentence names a thing of one's own that an element is about, in its words or in others."""
    if not trait.own:
        return False
    met = {number for term in said.terms for number, _ in trait.nearness.get(term.key, ())}
    return trait.core <= met
