"""Rules of a body in force on a day, and who its members are."""

from dataclasses import dataclass

from operative.domain.evidence import Evidence
from operative.domain.facts.decisions import RuleStated

__all__ = ["Assumption", "Roll", "RuleInForce"]


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A rule that applies, with the entry that states it and the evidence of where it is written."""

    rule: RuleStated
    entry: int
    evidence: tuple[Evidence, ...] = ()

    def __str__(self) -> str:
        place = next((f", {one.document} {one.provision}".rstrip() for one in self.evidence), "")
        return f"rule {self.rule.id}{place}"


@dataclass(frozen=True, slots=True)
class Roll:
    """How many members a body has; `names` are empty where only their number is known."""

    body: str
    members: int
    entry: int
    names: tuple[str, ...] = ()
    without_vote: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that no entry says, and that a result rests on; `source` is the rule it follows from, "" for none."""

    words: str
    source: str = ""
