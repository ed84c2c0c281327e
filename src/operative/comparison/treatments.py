"""One element held against one sentence of a draft: whether it is about the element, and how it treats it."""

from dataclasses import dataclass, replace

from operative.comparison.firmness import (
    denied_otherwise,
    has_own,
    is_asserted,
    is_indefinite,
    is_lost,
    is_predicated,
    is_taken_over,
    limit_behind,
    only_named,
    rules_over,
)
from operative.comparison.hits import Hit, add_loose, describes_another, find_window, printed, reach_of, says_part
from operative.comparison.parties import Side
from operative.comparison.residues import residue_of
from operative.comparison.sides import described_side, has_side, is_attributed
from operative.comparison.statements import Statement
from operative.comparison.traits import Grade, Trait
from operative.comparison.turns import is_turned, is_turned_above, limit_of, weak_verb, weak_word
from operative.domain.verdicts import Verdict

__all__ = ["Treatment", "treat"]

FAR_OTHER = 8
"""Words between "under the authority of" and the other side."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """How one sentence treats an element. `limits`: it takes something back, wherever else the element is said.

    `score` tells the better of two passages with the same verdict; `reasons` are plain words, the weightiest first.
    `of_nobody`: the sentence does not say of whom.
    """

    verdict: Verdict
    said: Statement
    score: float
    reasons: tuple[str, ...]
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    limits: bool = False
    met: frozenset[int] = frozenset()
    of_nobody: bool = False


def treat(trait: Trait, said: Statement) -> Treatment | None:
    """How a sentence treats an element; None where it is not about it."""
    hits = [
        Hit(number, grade, term)
        for term in said.terms
        if term.key in trait.nearness and term.last > said.own
        for number, grade in trait.nearness[term.key]
    ]
    chosen = find_window(trait, hits)
    if chosen is None:
        return None
    found = _told(trait, said, chosen)
    if len(trait.core) == 1 and (found is None or found.verdict is not Verdict.CONTRADICTED):
        # Beside the word itself a sentence may have its opposite: "a non-profit and commercial body".
        for hit in hits:
            if hit.grade is Grade.OPPOSITE and hit.number in trait.core and hit not in chosen.values():
                other = _told(trait, said, {hit.number: hit})
                if other is not None and other.verdict is Verdict.CONTRADICTED:
                    return other
    return found


def _told(trait: Trait, said: Statement, chosen: dict[int, Hit]) -> Treatment | None:
    """What the words that are met in a sentence make of an element; None where they are about something else."""
    first, last = reach_of(chosen)
    met = add_loose(trait, said, chosen, first, last)
    if len(trait.core) == 1 and describes_another(trait, said, next(iter(trait.core)), met):
        return None
    return _judged(trait, said, met, first, last) if says_part(trait, met, said) else None


def _judged(trait: Trait, said: Statement, met: dict[int, Hit], first: int, last: int) -> Treatment | None:
    opposite = [h for h in met.values() if h.grade is Grade.OPPOSITE]
    side, part = described_side(said, first, last, plain=bool(opposite) and len(trait.core) == 1)
    denials = _denials(trait, said, met)
    coverage = len([n for n in met if n in trait.core]) / len(trait.core)
    score = coverage + 0.1 * len(met) / len(trait.terms)
    missing, added = _words(trait, said, met, first)
    base = Treatment(Verdict.EXPLICIT, said, score, (), missing, added, met=frozenset(met))
    if side is Side.OTHER:
        return _of_other(trait, said, base, met, bool(denials))
    if opposite:
        return _opposed(trait, said, base, opposite[0], (side, part))
    if denials:
        if side is Side.UNKNOWN:
            return None
        return replace(
            base, verdict=Verdict.CONTRADICTED, limits=True, reasons=("the sentence denies it or gives it away",)
        )
    return _kept(trait, said, base, met, first, last, side, part)


def _denials(trait: Trait, said: Statement, met: dict[int, Hit]) -> list[int]:
    """The core terms whose denial in the sentence is not that of the element."""
    wrong = []
    for number, hit in met.items():
        if number not in trait.core or hit.grade is Grade.OPPOSITE:
            continue
        turned = is_turned(said, hit.term.first) != hit.term.denied
        if turned != trait.turned[number]:
            wrong.append(number)
    if wrong and trait.own and not has_own(said, *reach_of(met)) and not is_lost(said, *reach_of(met)):
        return []
    # A word with a denying prefix that the draft lacks counts only where it says what somebody is or does.
    if wrong and any(trait.terms[n].denied for n in wrong) and len(trait.core) == 1:
        hit = met[wrong[0]]
        clause = said.clause_at(hit.term.first)
        if not hit.term.denied and not said.found("being", clause.first, min(clause.last, hit.term.last + 3)):
            return []
    return wrong


def _opposed(
    trait: Trait, said: Statement, base: Treatment, hit: Hit, described: tuple[Side, bool]
) -> Treatment | None:
    """What a word of the opposite makes of it: "subordinate to the Union" for "independent"."""
    side, part = described
    if side is Side.UNKNOWN:
        return None
    if any(hit.term.key in row.other and row.to_other for row in said.words.opposites):
        behind = [m for m in said.mentions if m.first >= hit.term.last]
        if not behind or behind[0].side is not Side.OTHER or behind[0].first - hit.term.last > FAR_OTHER:
            return None
        if not is_predicated(said, hit):
            return None
    if is_turned(said, hit.term.first) != hit.term.denied:
        kept = _kept(trait, said, base, {hit.number: hit}, hit.term.first, hit.term.last, side, part)
        reason = (f"it denies the opposite, “{printed(said, hit.term)}”",)
        if kept is not None and kept.verdict is Verdict.EXPLICIT:
            return replace(kept, verdict=Verdict.EQUIVALENT, reasons=reason)
        return kept
    reason = (f"it says the opposite, “{printed(said, hit.term)}”",)
    return replace(base, verdict=Verdict.CONTRADICTED, limits=True, reasons=reason)


def _of_other(trait: Trait, said: Statement, base: Treatment, met: dict[int, Hit], denied: bool) -> Treatment | None:
    """What is said of the other side: it takes a part that only one can have, or puts its own rules in place."""
    if denied:
        return None
    if trait.own:
        if rules_over(said, met) and has_side(said, Side.OWN):
            return replace(
                base, verdict=Verdict.CONTRADICTED, limits=True, reasons=("it puts the other side’s in its place",)
            )
        return None
    taken = trait.unique and not is_indefinite(trait, said, met)
    taken = taken or (trait.element.kind.value == "role" and bool(said.found("sole")))
    if taken:
        return replace(
            base, verdict=Verdict.CONTRADICTED, limits=True, reasons=("it gives this part to the other side",)
        )
    return None


def _kept(
    trait: Trait, said: Statement, base: Treatment, met: dict[int, Hit], first: int, last: int, side: Side, part: bool
) -> Treatment | None:
    """What a sentence makes of an element that it says of the body itself."""
    if trait.own and is_taken_over(said, first):
        reason = "it gives this part to the other side"
        return replace(base, verdict=Verdict.CONTRADICTED, limits=True, reasons=(reason,))
    if trait.own and not said.preamble and only_named(trait, said, met, first, last):
        return replace(base, verdict=Verdict.IMPLICIT, reasons=("it names it without saying that it is its own",))
    limits, softer = _losses(trait, said, met, (first, last), (side, part))
    if limits or softer:
        score = base.score - 0.2 * said.preamble - 0.02 * len(limits)
        return replace(
            base, verdict=Verdict.NARROWED, score=score, limits=bool(limits) and not said.preamble,
            reasons=tuple(limits + softer), of_nobody=side is Side.UNKNOWN,
        )  # fmt: skip
    return _said_fully(trait, said, base, met, first, last)


def _losses(
    trait: Trait, said: Statement, met: dict[int, Hit], place: tuple[int, int], described: tuple[Side, bool]
) -> tuple[list[str], list[str]]:
    """What limits an element, and what makes it less, in plain words."""
    (first, last), (side, part) = place, described
    clause = said.clause_at(first)
    limits: list[str] = []
    softer: list[str] = []
    if weak := weak_verb(said, first, trait.able):
        limits.append(f"it binds less: “{weak}”")
    kept = frozenset(trait.wording.stems)
    if limit := limit_of(said, first, last, kept) or limit_behind(trait, said, last):
        limits.append(f"it is limited: “{limit}”")
    if clause.first >= said.own and is_turned_above(said):
        limits.append("what stands above it in the list denies it")
    if is_attributed(said, clause, first):
        limits.append("it is told as the view of others")
    elif weak_word(said, first) and not said.preamble:
        softer.append("the other side only takes note of it")
    if past := said.found("past", clause.first, first):
        softer.append(f"it tells what was: “{said.shown(*past[0])}”")
    if side is Side.BOTH and trait.unique:
        softer.append("it gives this part to both sides")
    if part and not _part_met(said, met):
        softer.append("it is said of a part of the Organization only")
    if side is Side.UNKNOWN:
        softer.append("the sentence does not say of whom")
    if trait.unique and is_indefinite(trait, said, met):
        softer.append("it makes it one among others")
    weaker = [h for h in met.values() if h.grade is Grade.WEAKER]
    if weaker:
        softer.append(f"“{printed(said, weaker[0].term)}” says less")
    lost = [n for n in range(len(trait.terms)) if n not in met and (n in trait.core or n in trait.shared)]
    if lost:
        softer.append("it leaves out " + ", ".join(f"“{trait.said(n)}”" for n in lost))
    if said.preamble:
        softer.insert(0, "only the preamble says it")
    if not limits and not softer and (rest := residue_of(trait, said, met, first, last)):
        softer.append(f"the sentence has more to it, which may limit it: “{rest}”")
    return limits, softer


def _part_met(said: Statement, met: dict[int, Hit]) -> bool:
    """Whether the part of the Organization that is named is itself of the element: "the structure of the Guild"."""
    lasts = {hit.term.last for hit in met.values()}
    return any(0 <= m.first - last <= 2 for m in said.mentions for last in lasts if m.part)


def _said_fully(
    trait: Trait, said: Statement, base: Treatment, met: dict[int, Hit], first: int, last: int
) -> Treatment:
    """Explicit, equivalent or implicit: all that matters is there, nothing limits it."""
    if trait.own and not has_own(said, first, last):
        return replace(base, verdict=Verdict.NARROWED, reasons=("it names it without saying that it is its own",))
    if not is_asserted(trait, said, met, first):
        return replace(base, verdict=Verdict.NARROWED, reasons=("it mentions it, but does not say that it is kept",))
    other = [h for n, h in met.items() if h.grade is Grade.SYNONYM]
    if other:
        words = ", ".join(f"“{printed(said, h.term)}”" for h in other)
        return replace(base, verdict=Verdict.EQUIVALENT, reasons=(f"it says as much in other words: {words}",))
    if any(n not in met for n in trait.faint) or denied_otherwise(trait, said, met):
        return replace(base, verdict=Verdict.EQUIVALENT, reasons=("it says as much in other words",))
    return replace(base, reasons=("it says it of the Organization in the element’s own words",))


def _words(trait: Trait, said: Statement, met: dict[int, Hit], first: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words of the element that the sentence lacks, and words that it puts among or right around those it has."""
    missing = tuple(trait.said(n) for n in range(len(trait.terms)) if n not in met)
    used = {h.term.first for h in met.values()}
    named = {at for m in said.mentions for at in range(m.first, m.last)}
    clause = said.clause_at(first)
    added = tuple(
        printed(said, term)
        for term in said.terms
        if max(clause.first, said.own) <= term.first < clause.last
        and term.first not in used
        and term.first not in named
    )
    return missing, added
