"""What a vote comes to: the rules of its day, the quorum, the majority, and each assumption that it rests on."""

from collections.abc import Sequence
from typing import NamedTuple

from operative.domain.days import PartialDate
from operative.domain.facts.decisions import Majority, Outcome, ProposalTabled, Topic, VoteBase, VoteCast, VoteTaken
from operative.domain.rules import Assumption, Roll, RuleInForce
from operative.domain.votes import ComputedOutcome, Tally
from operative.dossiers.history import History
from operative.dossiers.rules import find_roll, find_rule, part_of, share_of

__all__ = ["compute_outcome", "find_outcome", "history_at", "tally_of"]

WORDS = {
    Majority.SIMPLE: "more than half",
    Majority.TWO_THIRDS: "two thirds",
    Majority.THREE_QUARTERS: "three quarters",
    Majority.UNANIMITY: "all",
    Majority.CONSENSUS: "no objection",
}

BASES = {
    VoteBase.MEMBERS: "the majority is one of all members",
    VoteBase.PRESENT_AND_VOTING: "the majority is one of the members present and voting",
}


def history_at(history: History, on: PartialDate) -> History:
    """The same knowledge as it stood on another day."""
    return history.at(on.last)


def tally_of(vote: VoteTaken) -> Tally:
    """The votes counted: ballot by ballot, or as they were given by count."""
    if not vote.ballots:
        return Tally(vote.yes, vote.no, vote.abstain, vote.absent)
    cast = [one.vote for one in vote.ballots]
    yes, no, abstain, absent, no_right = (cast.count(one) for one in VoteCast)
    return Tally(yes, no, abstain, absent, no_right)


def find_outcome(history: History, vote: VoteTaken, on: PartialDate) -> ComputedOutcome:
    """The outcome of a vote under the rules and members of its body as they stood on the day `on`."""
    tabled = next((one for _, one in history.about(ProposalTabled, "id", vote.proposal)), None)
    if tabled is None:
        return ComputedOutcome(None, f"no proposal {vote.proposal!r} is tabled", tally_of(vote))
    return compute_outcome(history_at(history, on), vote, tabled.body, tabled.matter)


def compute_outcome(history: History, vote: VoteTaken, body: str, matter: str = "") -> ComputedOutcome:
    """The outcome of a vote of a body on a matter, by the rules that stand on the history's day.

    First the quorum, then the majority. An abstention is no vote cast. A member without a vote is still a member: it
    counts in the quorum and among "the members", unless a rule on arrears says otherwise. A majority of members
    present and voting is taken where no rule says of whom; both are named as assumptions. Raises nothing: what cannot
    be told has the outcome None.
    """
    context = _Context(history, body, matter, tally_of(vote), find_roll(history, body))
    quorum = _quorum(context, vote.consensus)
    rule = find_rule(history, body, Topic.MAJORITY, matter)
    if quorum.missed:
        outcome: Outcome | None = Outcome.NO_QUORUM
        words, needed, more = quorum.words, None, quorum.assumptions
    elif vote.consensus:
        outcome, words, needed, more = Outcome.ADOPTED, "adopted by consensus, without a vote", None, quorum.assumptions
    elif rule is None:
        words = f"cannot be told: no rule says which majority {body} needs"
        outcome, needed, more = None, None, quorum.assumptions
    else:
        outcome, words, needed, assumed = _majority(context, rule)
        more = (*quorum.assumptions, *assumed)
    return ComputedOutcome(
        outcome, words, context.tally, rule, needed, quorum.rule, quorum.needed, quorum.present, tuple(more)
    )


class _Context(NamedTuple):
    history: History
    body: str
    matter: str
    tally: Tally
    roll: Roll | None

    def arrears(self, part: str) -> RuleInForce | None:
        """The rule that members without a vote are not counted in this part."""
        rule = find_rule(self.history, self.body, Topic.ARREARS, part)
        return rule if rule is not None and rule.rule.applies_to else None

    def counted(self, roll: Roll, part: str) -> tuple[int, tuple[Assumption, ...]]:
        """How many members count in a part, and what is assumed where some have no vote."""
        lost = len(roll.without_vote)
        if not lost:
            return roll.members, ()
        rule = self.arrears(part)
        if rule is not None:
            return roll.members - lost, (Assumption(f"{lost} without a vote are not counted in the {part}", str(rule)),)
        source = find_rule(self.history, self.body, Topic.QUORUM if part == "quorum" else Topic.MAJORITY, self.matter)
        words = f"{lost} without a vote are members still, and counted in the {part}"
        return roll.members, (Assumption(words, str(source or "")),)


class _Quorum(NamedTuple):
    missed: bool = False
    words: str = ""
    rule: RuleInForce | None = None
    needed: int | None = None
    present: int | None = None
    assumptions: Sequence[Assumption] = ()


def _quorum(context: _Context, consensus: bool) -> _Quorum:
    rule = find_rule(context.history, context.body, Topic.QUORUM, context.matter)
    if rule is None:
        return _Quorum()
    if context.roll is None:
        return _Quorum(rule=rule, assumptions=(Assumption("the quorum is met: no members are counted", str(rule)),))
    members, assumed = context.counted(context.roll, "quorum")
    stated = rule.rule
    needed = share_of(stated.share, members) if stated.share else part_of(stated.majority or Majority.SIMPLE, members)
    tally = context.tally
    if consensus and not tally.recorded:
        words = "the quorum is met: nobody counted the members present"
        return _Quorum(rule=rule, needed=needed, assumptions=(*assumed, Assumption(words, str(rule))))
    present = tally.cast + tally.abstain
    if consensus and not present:
        present = context.roll.members - tally.absent
    listed = 0 if context.arrears("quorum") else tally.no_right
    if listed:
        words = f"{listed} listed without the right to vote are present, since they are not listed as absent"
        assumed = (*assumed, Assumption(words))
    present += listed
    if present >= needed:
        return _Quorum(False, "", rule, needed, present, assumed)
    silent = context.roll.members - tally.recorded
    tail = f"; of {silent} the record says nothing" if silent > 0 and not consensus else ""
    words = f"no quorum: {present} of {members} members present, {needed} needed by {rule}{tail}"
    return _Quorum(True, words, rule, needed, present, assumed)


def _majority(
    context: _Context, found: RuleInForce
) -> tuple[Outcome | None, str, int | None, tuple[Assumption, ...]]:  # fmt: skip
    """Outcome, words, votes needed, and assumptions."""
    majority, tally = found.rule.majority or Majority.SIMPLE, context.tally
    base, assumed = _base(context, found)
    if majority is Majority.CONSENSUS:
        outcome = Outcome.REJECTED if tally.no or not tally.yes else Outcome.ADOPTED
        return outcome, f"{outcome.value}: {tally.no} against, where {found} asks for no objection", None, ()
    if base is VoteBase.MEMBERS:
        if context.roll is None:
            words = f"cannot be told: {found} counts the members, and nobody has said how many there are"
            return None, words, None, assumed
        of, more = context.counted(context.roll, "majority")
        assumed, whom = (*assumed, *more), f"the {of} members"
    else:
        of, whom = tally.cast, f"{tally.cast} present and voting"
    needed = part_of(majority, of)
    outcome = Outcome.ADOPTED if tally.yes >= max(needed, 1) else Outcome.REJECTED
    return outcome, _say(outcome, tally, max(needed, 1), f"{WORDS[majority]} of {whom}", found), max(needed, 1), assumed


def _base(context: _Context, found: RuleInForce) -> tuple[VoteBase, tuple[Assumption, ...]]:
    """Of whom a majority is counted: as its own rule says, or the one for everything else, or as is usual."""
    if found.rule.base is not None:
        return found.rule.base, ()
    general = find_rule(context.history, context.body, Topic.MAJORITY)
    if general is not None and general.rule.base is not None:
        return general.rule.base, (Assumption(BASES[general.rule.base], str(general)),)
    return VoteBase.PRESENT_AND_VOTING, (Assumption(BASES[VoteBase.PRESENT_AND_VOTING]),)


def _say(outcome: Outcome, tally: Tally, needed: int, part: str, rule: RuleInForce) -> str:
    words = f"{outcome.value}: {tally.yes} for, {tally.no} against; {needed} needed ({part}) by {rule}"
    if tally.abstain:
        words = f"{words}; {tally.abstain} abstaining"
    if outcome is Outcome.REJECTED and tally.cast and tally.yes == tally.no:
        words = f"{words}; a tie is no majority"
    return words if tally.cast else f"{words}; no vote was cast"
