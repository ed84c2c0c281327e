"""What a vote comes to under the rules of its day."""

from dataclasses import dataclass

from operative.domain.facts.decisions import Outcome
from operative.domain.rules import Assumption, RuleInForce

__all__ = ["ComputedOutcome", "Tally"]


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes counted; `no_right` are members that are listed without the right to vote."""

    yes: int = 0
    no: int = 0
    abstain: int = 0
    absent: int = 0
    no_right: int = 0

    @property
    def cast(self) -> int:
        """Votes for and against; an abstention is no vote cast."""
        return self.yes + self.no

    @property
    def recorded(self) -> int:
        """All members of whom the record says something."""
        return self.yes + self.no + self.abstain + self.absent + self.no_right


@dataclass(frozen=True, slots=True)
class ComputedOutcome:
    """The outcome that follows from a vote and the rules, None where it cannot be told; `words` say why.

    `needed` are the votes in favour, `present` the members recorded as present, `quorum` how many had to be; None
    where they play no part or are not known.
    """

    outcome: Outcome | None
    words: str
    tally: Tally
    rule: RuleInForce | None = None
    needed: int | None = None
    quorum_rule: RuleInForce | None = None
    quorum: int | None = None
    present: int | None = None
    assumptions: tuple[Assumption, ...] = ()
