"""All checks of all kinds of facts, gathered from the modules that know their nouns."""

from collections.abc import Mapping, Sequence
from typing import Any

from operative.dossiers import (
    agenda,
    conditions,
    decisions,
    documents,
    engagements,
    estimates,
    indicators,
    mandates,
    memberships,
    mentions,
    proposals,
    reports,
    rules,
    sessions,
)
from operative.dossiers.admission import Check

__all__ = ["CHECKS"]

NOUNS = (
    agenda,
    conditions,
    decisions,
    documents,
    engagements,
    estimates,
    indicators,
    mandates,
    memberships,
    mentions,
    proposals,
    reports,
    rules,
    sessions,
)


def _gather() -> dict[type[Any], tuple[Check, ...]]:
    gathered: dict[type[Any], tuple[Check, ...]] = {}
    for noun in NOUNS:
        checks: Mapping[type[Any], Sequence[Check]] = noun.CHECKS
        for kind, those in checks.items():
            gathered[kind] = (*gathered.get(kind, ()), *those)
    return gathered


CHECKS = _gather()
"""What is asked of each kind of fact before it may be entered."""
