"""The votes of a dossier, with what follows from each, and who votes in its body."""

from dataclasses import dataclass

from operative.domain.facts.decisions import MembersCounted, VoteTaken
from operative.domain.votes import ComputedOutcome
from operative.dossiers.votes import find_outcome
from operative.web.cases import Case

__all__ = ["Voted", "members_of", "votes_of"]


@dataclass(frozen=True, slots=True)
class Voted:
    """A vote as it was taken, with what follows from it."""

    vote: VoteTaken
    entry: int
    outcome: ComputedOutcome


def votes_of(case: Case) -> list[Voted]:
    """The votes that were taken by the day, each with the outcome that the rule gives it."""
    return [
        Voted(taken, entry.number, find_outcome(case.history, taken, entry.effective))
        for entry, taken in case.history.of(VoteTaken)
    ]


def members_of(case: Case) -> MembersCounted | None:
    """The last count of members, by name where they are named."""
    counted = case.history.facts(MembersCounted)
    return counted[-1] if counted else None
