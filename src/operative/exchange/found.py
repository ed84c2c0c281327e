"""What was found in a text as plain tables: acts and references with their places, and all of it without."""

from collections.abc import Sequence
from typing import Any

from operative.domain.acts import Act, Quote, Timing
from operative.domain.readings import Reading
from operative.domain.references import Reference
from operative.domain.spans import Span
from operative.exchange.duties import condition_as_dict, goal_as_dict, mandates_as_dicts

__all__ = ["act_as_dict", "analysis_as_dict", "found_as_dict", "span_of"]

EVIDENCED = ("addressees", "deliverables", "recipients", "channels", "conditions", "resources")
PLACES = ("span", "evidence")
"""Fields that count characters of the source."""


def found_as_dict(reading: Reading) -> dict[str, list[Any]]:
    """What was found in a text, as in the contract."""
    return {
        "acts": [_placed_act(act) for act in reading.acts],
        "references": [_reference(reference) for reference in reading.references],
        "mandates": mandates_as_dicts(reading),
        "conditions": [condition_as_dict(condition) for condition in reading.conditions],
        "goals": [goal_as_dict(goal) for goal in reading.goals],
    }


def analysis_as_dict(reading: Reading) -> dict[str, list[Any]]:
    """The same without the places in the source: it holds for the words alone."""
    return {name: [_without_places(one) for one in values] for name, values in found_as_dict(reading).items()}


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_places(one) for name, one in value.items() if name not in PLACES}
    return [_without_places(one) for one in value] if isinstance(value, list) else value


def act_as_dict(act: Act) -> dict[str, Any]:
    """An act in the form of the annotation guide: words as printed, no places."""
    return {
        "lead": act.lead,
        "force": str(act.force),
        "addressees": _words(act.addressees),
        "action": act.action,
        "deliverables": _words(act.deliverables),
        "recipients": _words(act.recipients),
        "channels": _words(act.channels),
        "timings": [{"quote": t.quote, "kind": str(t.kind), "value": t.value} for t in act.timings],
        "conditions": _words(act.conditions),
        "resources": _words(act.resources),
        "reporting_duty": act.reporting_duty,
    }


def _placed_act(act: Act) -> dict[str, Any]:
    """An act with its places; `evidence` has the span of each value, in the order of the values."""
    values = act_as_dict(act)
    values["timings"] = [_timing(timing) for timing in act.timings]
    evidence = {name: [span_of(quote.span) for quote in getattr(act, name)] for name in EVIDENCED}
    return {"id": act.id, "provision": act.provision, **values, "span": span_of(act.span), "evidence": evidence}


def _words(quotes: Sequence[Quote]) -> list[str]:
    return [quote.words for quote in quotes]


def _timing(timing: Timing) -> dict[str, Any]:
    return {"quote": timing.quote, "kind": str(timing.kind), "value": timing.value, "span": span_of(timing.span)}


def _reference(reference: Reference) -> dict[str, Any]:
    """A citation with its place."""
    return {
        "provision": reference.provision,
        "quote": reference.quote,
        "target": reference.target or None,
        "pinpoint": reference.pinpoint or None,
        "span": span_of(reference.span),
    }


def span_of(span: Span | None) -> list[int] | None:
    """Start and end, in characters of the source."""
    return [span.start, span.end] if span is not None else None
