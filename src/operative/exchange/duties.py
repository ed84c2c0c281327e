"""Mandates, conditions and goals as plain tables for JSON, every value with its words and their place."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from operative.clauses.windows import derive_window
from operative.domain.acts import Quote, Timing
from operative.domain.conditions import Condition
from operative.domain.elements import Element
from operative.domain.goals import Goal
from operative.domain.mandates import Mandate
from operative.domain.readings import Reading
from operative.domain.windows import SessionCalendar, Window
from operative.vocabulary.bodies import organ_of
from operative.vocabulary.sessions import calendar_of

__all__ = ["condition_as_dict", "goal_as_dict", "mandates_as_dicts"]


def mandates_as_dicts(reading: Reading) -> list[dict[str, Any]]:
    """The mandates; each timing has the window of days that follows from the day of adoption, where that is known."""
    adopted = _day(reading.document.adopted)
    calendar = calendar_of(organ_of(reading.document.body))
    return [_mandate(mandate, adopted, calendar) for mandate in reading.mandates]


def _day(printed: str) -> date | None:
    """The day of an ISO date; None where it is not known to the day."""
    try:
        return date.fromisoformat(printed)
    except ValueError:
        return None


def _mandate(mandate: Mandate, adopted: date | None, calendar: SessionCalendar) -> dict[str, Any]:
    return {
        "id": mandate.id,
        "provision": mandate.provision,
        "act": f"{mandate.paragraph}-act{mandate.act}",
        "modality": str(mandate.modality),
        "action": mandate.action,
        "duty": _quote(mandate.duty),
        "addressees": _quotes(mandate.addressees),
        "deliverables": _quotes(mandate.deliverables),
        "recipients": _quotes(mandate.recipients),
        "channels": _quotes(mandate.channels),
        "timings": [_timing(timing, adopted, calendar) for timing in mandate.timings],
        "conditions": list(mandate.conditions),
        "resources": _quotes(mandate.resources),
        "scope": _quotes(mandate.scope),
        "depends_on": [{**_quote(one.quote), "on": list(one.on)} for one in mandate.dependencies],
        "reporting_duty": mandate.reporting_duty,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {"quote": quote.words, "span": [quote.span.start, quote.span.end]}


def _quotes(quotes: Sequence[Quote]) -> list[dict[str, Any]]:
    return [_quote(quote) for quote in quotes]


def _timing(timing: Timing, adopted: date | None, calendar: SessionCalendar) -> dict[str, Any]:
    window = _window(derive_window(timing, adopted, calendar)) if adopted else None
    return {
        "quote": timing.quote,
        "kind": str(timing.kind),
        "value": timing.value,
        "span": [timing.span.start, timing.span.end],
        "window": window,
    }


def _window(window: Window) -> dict[str, Any]:
    return {
        "earliest": window.earliest.isoformat() if window.earliest else None,
        "latest": window.latest.isoformat() if window.latest else None,
        "precision": str(window.precision),
        "rule": window.rule,
        "unanswered_since": window.since.isoformat() if window.since and not window.latest else None,
    }


def condition_as_dict(condition: Condition) -> dict[str, Any]:
    """A condition with what it binds, towards what, and the single things that it protects."""
    return {
        "id": condition.id,
        "provision": condition.provision,
        "kind": str(condition.kind),
        **_quote(condition.quote),
        "binds": list(condition.binds),
        "towards": list(condition.towards),
        "elements": [_element(element) for element in condition.elements],
    }


def _element(element: Element) -> dict[str, Any]:
    return {
        "id": element.id,
        "provision": element.provision,
        "kind": str(element.kind),
        "strength": str(element.strength),
        "label": element.label,
        **_quote(element.quote),
        "subject": element.subject or None,
    }


def goal_as_dict(goal: Goal) -> dict[str, Any]:
    """A goal: a standing to be reached or kept in a mechanism."""
    return {
        "id": goal.id,
        "provision": goal.provision,
        "verb": str(goal.verb),
        "relation": str(goal.relation),
        "strength": str(goal.strength),
        "phrase": _quote(goal.phrase),
        **_quote(goal.name),
        "mechanism": {
            "key": goal.mechanism.key or None,
            "name": goal.mechanism.name,
            "abbreviation": goal.mechanism.abbreviation or None,
            "level": str(goal.mechanism.level),
        },
        "subject": goal.subject or None,
        "parent": goal.parent or None,
        "open_list": goal.open_list,
    }
