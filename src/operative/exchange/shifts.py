"""What a draft makes of each element, and what changed from draft to draft, as JSON for other programs."""

from collections.abc import Sequence
from typing import Any

from operative.domain.verdicts import Shift, Suggestion
from operative.exchange.lists import render_list

__all__ = ["render_shifts_json", "suggestion_as_dict"]


def suggestion_as_dict(suggestion: Suggestion, signed: str | None = None) -> dict[str, Any]:
    """A suggestion with the verdict that a person signed, `null` where nobody has."""
    return {
        "element": suggestion.element or None,
        "label": suggestion.label,
        "provision": suggestion.provision or None,
        "suggested": str(suggestion.verdict),
        "signed": signed,
        "draft_provision": suggestion.passage or None,
        "quote": suggestion.quote.words if suggestion.quote else None,
        "missing": list(suggestion.missing),
        "added": list(suggestion.added),
        "why": suggestion.why,
    }


def render_shifts_json(shifts: Sequence[Shift]) -> str:
    """What became of each element and addition, as a JSON list."""
    return render_list(
        [
            {
                "turn": str(shift.turn),
                "element": next((one.element for one in (shift.new, shift.old) if one and one.element), None),
                "label": shift.label,
                "old": suggestion_as_dict(shift.old) if shift.old else None,
                "new": suggestion_as_dict(shift.new) if shift.new else None,
            }
            for shift in shifts
        ]
    )
