"""Conditions of a draft that another paragraph of the same draft takes back."""

from collections.abc import Iterator
from dataclasses import replace

from operative.comparison.verdicts import suggest_verdicts
from operative.domain.findings import Severity
from operative.domain.passages import make_passages
from operative.domain.readings import Reading
from operative.domain.remarks import Remark
from operative.domain.verdicts import Verdict

__all__ = ["check_conditions"]


def check_conditions(reading: Reading) -> Iterator[Remark]:
    """Paragraphs that contradict what a condition of another paragraph keeps, one remark for each paragraph."""
    seen: set[str] = set()
    passages = make_passages(reading.provisions)
    for condition in reading.conditions:
        own = {condition.provision, *(element.provision for element in condition.elements)}
        others = [one for one in passages if not own & {part.id for part in one.provisions}]
        rest = tuple(part for one in others for part in one.provisions)
        alone = replace(reading, conditions=(condition,))
        against = replace(reading, conditions=(), provisions=rest)
        for found in suggest_verdicts(alone, against) if condition.elements and rest else ():
            if found.verdict is not Verdict.CONTRADICTED or found.quote is None or found.passage in seen:
                continue
            seen.add(found.passage)
            yield Remark(
                "draft-condition-contradicted",
                Severity.ERROR,
                found.passage,
                found.quote.words,
                f"contradicts what the condition in {condition.provision} keeps: {found.label}",
                "Keep one of the two, or say that the condition no longer holds.",
                found.quote.span,
            )
