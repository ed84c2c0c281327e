"""Of all that a draft says about an element, what decides."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from operative.comparison.statements import Statement
from operative.comparison.traits import Trait
from operative.comparison.treatments import Treatment
from operative.domain.verdicts import Verdict

__all__ = ["choose"]

KEEPING = (Verdict.EXPLICIT, Verdict.EQUIVALENT, Verdict.IMPLICIT)


def choose(
    trait: Trait, treatments: Sequence[Treatment], overrides: Mapping[str, tuple[Statement, str]]
) -> Treatment | None:
    """What decides; None where nothing is said.

    First what takes the element away, wherever it stands. Then a limit, in the passage itself or set from elsewhere.
    Then the best passage; the operative text before the preamble; what is said before what is only pointed at.
    """
    ranked = sorted(treatments, key=lambda t: -t.score)
    taken = next((t for t in ranked if t.verdict is Verdict.CONTRADICTED), None)
    if taken is not None:
        return taken
    said = [t for t in ranked if t.verdict in KEEPING and not t.said.preamble]
    best = min(said, key=lambda t: (KEEPING.index(t.verdict), -t.score), default=None)
    narrowed = next((t for t in ranked if t.verdict is Verdict.NARROWED and not t.said.preamble), None)
    pointed = next((t for t in ranked if t.verdict is Verdict.BY_REFERENCE), None)
    limiting = next((t for t in ranked if t.limits and not t.said.preamble), None)
    if best is None or best.verdict is Verdict.IMPLICIT:
        joined = _joined(trait, ranked)
        best = joined or best
    if best is not None:
        if limiting is not None and limiting.score >= best.score - 0.35:
            reason = (f"another passage, {limiting.said.provision.id}, limits it",) if limiting is not best else ()
            if limiting.said.provision.id == best.said.provision.id:
                return limiting
            return replace(best, verdict=Verdict.NARROWED, reasons=(*reason, *limiting.reasons))
        if narrowed is not None and best.verdict is Verdict.IMPLICIT and narrowed.score > best.score:
            return narrowed
        return _overridden(best, overrides)
    if narrowed is not None:
        return narrowed
    if pointed is not None:
        return _overridden(pointed, overrides)
    return ranked[0] if ranked else None


def _joined(trait: Trait, ranked: Sequence[Treatment]) -> Treatment | None:
    """An element that two passages say between them, neither with a limit: the first of them, as equivalent."""
    parts = [
        t for t in ranked
        if t.verdict is Verdict.NARROWED and not t.limits and not t.said.preamble and t.missing
        and all(reason.startswith("it leaves out") for reason in t.reasons)
    ]  # fmt: skip
    needed = trait.core | trait.shared
    for number, one in enumerate(parts):
        for other in parts[number + 1 :]:
            if one.said is not other.said and needed <= one.met | other.met and trait.shared <= one.met & other.met:
                return replace(
                    one, verdict=Verdict.EQUIVALENT, missing=(),
                    reasons=(f"two passages say it between them, this one and {other.said.provision.id}",),
                )  # fmt: skip
    return None


def _overridden(treatment: Treatment, overrides: Mapping[str, tuple[Statement, str]]) -> Treatment:
    """The treatment, narrowed where another sentence limits the provision that carries it."""
    place = treatment.said.provision.id
    while place:
        found = overrides.get(place)
        if found is not None and found[0] is not treatment.said:
            said, words = found
            where = "the next sentences" if said.provision.id == treatment.said.provision.id else said.provision.id
            reason = f"it says it, but {where} sets a limit to this passage: “{words}”"
            return replace(treatment, verdict=Verdict.NARROWED, reasons=(reason,), limits=True)
        place = place.rpartition(".")[0]
    return treatment
