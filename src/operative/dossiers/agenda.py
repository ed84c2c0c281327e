"""Links to goals of the international agenda: claims of persons, with evidence; who disagrees is shown beside."""

from collections.abc import Mapping, Sequence
from typing import Any

from operative.domain.agenda import LinkClaim, LinkState, LinkView
from operative.domain.entries import Basis, Statement
from operative.domain.facts.agenda import LinkClaimed
from operative.domain.facts.conditions import ConditionStated, ElementStated
from operative.domain.facts.decisions import ProposalTabled
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.facts.mandates import MandateStated
from operative.domain.facts.mechanisms import GoalStated
from operative.dossiers.admission import Check
from operative.dossiers.figures import say_list
from operative.dossiers.history import History, once
from operative.errors import MissingEvidence, Refused, UnknownSubject

__all__ = ["CHECKS", "find_links"]


@once
def find_links(history: History) -> tuple[LinkView, ...]:
    """The links that somebody spoke of by the day, in the order in which they were first named.

    "SDG 10.7" and "sdg  10.7" are one target. Of each person the last claim counts; nobody outvotes another.
    """
    links: dict[tuple[str, str], dict[str, LinkClaim]] = {}
    names: dict[tuple[str, str], LinkClaimed] = {}
    for entry, fact in history.of(LinkClaimed):
        said = entry.statement
        key = (fact.subject, " ".join(fact.target.split()).casefold())
        claim = LinkClaim(said.by, fact.stand, said.effective, entry.number, fact.label, said.evidence,
                          said.basis is Basis.BACKGROUND)  # fmt: skip
        claims = links.setdefault(key, {})
        claims.pop(said.by, None)
        claims[said.by] = claim
        names.setdefault(key, fact)
    return tuple(_view(names[key], tuple(claims.values())) for key, claims in links.items())


def _view(named: LinkClaimed, claims: tuple[LinkClaim, ...]) -> LinkView:
    pro, contra = (say_list([one.by for one in claims if one.stand is stand]) for stand in (True, False))
    if pro and contra:
        state, words = LinkState.CONTESTED, f"contested: claimed by {pro}, rejected by {contra}"
    elif pro:
        state, words = LinkState.CLAIMED, f"claimed by {pro}"
    else:
        state, words = LinkState.REJECTED, f"rejected by {contra}"
    return LinkView(named.subject, " ".join(named.target.split()), state, words, claims)


def _check_link(history: History, statement: Statement) -> None:
    fact = statement.fact
    assert isinstance(fact, LinkClaimed)
    if not fact.target.strip():
        raise Refused("a link needs a target, such as SDG 10.7")
    kinds: tuple[type[Any], ...] = (MandateStated, GoalStated, ConditionStated, ElementStated, ProposalTabled)
    subjects = {one.id for kind in kinds for one in history.facts(kind)}
    subjects |= {one.key for one in history.facts(DocumentNamed)}
    if fact.subject not in subjects:
        there = ", ".join(sorted(subjects)) or "none"
        raise UnknownSubject(
            f"there is no mandate, goal, element, proposal or document {fact.subject!r}; there are: {there}"
        )
    if fact.stand and not statement.evidence and statement.basis is not Basis.BACKGROUND:
        raise MissingEvidence(f"the link of {fact.subject} to {fact.target} needs evidence")


CHECKS: Mapping[type[Any], Sequence[Check]] = {LinkClaimed: (_check_link,)}
"""What a link must be to be entered."""
