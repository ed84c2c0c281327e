"""How a draft treats the elements of a resolution, in the form of JSON."""

from collections.abc import Iterable, Mapping
from typing import Any

from operative.domain.verdicts import Suggestion
from operative.exchange.shifts import suggestion_as_dict

__all__ = ["verdicts_as_dicts"]


def verdicts_as_dicts(
    suggestions: Iterable[Suggestion], signed: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    """The suggestions, elements first, additions last; `signed` has what a person signed, by element."""
    known = signed or {}
    ordered = sorted(suggestions, key=lambda one: not one.element)
    return [suggestion_as_dict(one, known.get(one.element) if one.element else None) for one in ordered]
