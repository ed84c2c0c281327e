"""The forms by which a vote and a decision are recorded; the outcome is computed, not typed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operative.domain.evidence import Evidence
from operative.domain.facts import Fact
from operative.domain.facts.decisions import (
    Ballot,
    DecisionRecorded,
    ProposalTabled,
    SessionAnnounced,
    VoteCast,
    VoteTaken,
)
from operative.domain.facts.dossiers import DocumentNamed
from operative.domain.facts.mandates import MandateStated
from operative.web.entries.form import Entering, choose
from operative.web.votes import Voted, members_of, votes_of
from operative.web.words import choices_of, said

__all__ = ["RecordDecision", "RecordVote"]

MOST = 999_999
COUNTS = ("yes", "no", "abstain", "absent")


class RecordVote(Entering):
    """A vote on an option of a proposal: member by member, by count, or by consensus."""

    page = "session"
    heading = gettext_lazy("Record vote")
    said = gettext_lazy("The vote is recorded.")

    question = forms.ChoiceField(label=gettext_lazy("On"))
    session = forms.ChoiceField(label=gettext_lazy("Session"), required=False)
    yes = forms.IntegerField(label=gettext_lazy("yes"), required=False, min_value=0, max_value=MOST)
    no = forms.IntegerField(label=gettext_lazy("no"), required=False, min_value=0, max_value=MOST)
    abstain = forms.IntegerField(label=gettext_lazy("abstain"), required=False, min_value=0, max_value=MOST)
    absent = forms.IntegerField(label=gettext_lazy("absent"), required=False, min_value=0, max_value=MOST)
    consensus = forms.BooleanField(label=gettext_lazy("by consensus, without a vote"), required=False)

    def prepare(self) -> None:
        """The options and sessions of the dossier, and the members who have a vote."""
        tabled = self.case.history.facts(ProposalTabled)
        options = [
            (f"{one.id}|{option.key}", f"{one.title}: {option.title}") for one in tabled for option in one.options
        ]
        choose(self, "question", options)
        sessions = self.case.history.ever(SessionAnnounced)
        choose(self, "session", [(one.key, one.label) for _entry, one in sessions], optional=True)
        casts = choices_of([one for one in VoteCast if one is not VoteCast.NO_RIGHT])
        for name, member in self._ballots().items():
            self.fields[name] = forms.ChoiceField(label=member, choices=casts, required=False, widget=forms.RadioSelect)
        self.order_fields(["question", "session", *self._ballots(), *COUNTS, "consensus"])

    def _ballots(self) -> dict[str, str]:
        """The members who vote, by the names of their fields."""
        counted = members_of(self.case)
        names = counted.names if counted else ()
        without = counted.without_vote if counted else ()
        return {f"member-{number}": name for number, name in enumerate(names) if name not in without}

    def clean(self) -> dict[str, Any]:
        """Somebody voted, or nobody had to."""
        given = super().clean() or self.cleaned_data
        if not any(given.get(name) for name in (*self._ballots(), *COUNTS, "consensus")):
            raise ValidationError(_("Say who voted how, or how many, or that it was by consensus."))
        return given

    def facts(self, number: int) -> list[Fact]:
        """The vote; where members are named, they are counted."""
        one = self.cleaned_data
        proposal, _bar, option = one["question"].partition("|")
        ballots = tuple(
            Ballot(member, VoteCast(one[name])) for name, member in self._ballots().items() if one.get(name)
        )
        counts = {name: 0 if ballots else one[name] or 0 for name in COUNTS}
        consensus = bool(one["consensus"])
        return [VoteTaken(f"vote-{number}", proposal, option, one["session"], ballots, consensus=consensus, **counts)]


class RecordDecision(Entering):
    """What the body decided on a vote, the resolution that carries it, and the requests that it closes."""

    page = "session"
    heading = gettext_lazy("Record decision")
    said = gettext_lazy("The decision is recorded.")

    vote = forms.ChoiceField(label=gettext_lazy("Vote"))
    title = forms.CharField(label=gettext_lazy("Title of the decision"), required=False, max_length=300)
    resolution = forms.ChoiceField(
        label=gettext_lazy("New resolution"),
        help_text=gettext_lazy("A document of this dossier; name it first."),
        required=False,
    )
    closes = forms.MultipleChoiceField(
        label=gettext_lazy("It closes"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def prepare(self) -> None:
        """The votes whose outcome can be told, the newest first; the documents and requests."""
        told = [one for one in reversed(votes_of(self.case)) if one.outcome.outcome is not None]
        titles = {one.id: one.title for one in self.case.history.facts(ProposalTabled)}
        words = [f"{titles.get(one.vote.proposal, one.vote.id)}: {said(str(one.outcome.outcome))}" for one in told]
        choose(self, "vote", [(one.vote.id, label) for one, label in zip(told, words, strict=True)])
        named = self.case.history.facts(DocumentNamed)
        choose(self, "resolution", [(one.key, one.title or one.key) for one in named], optional=True)
        choose(self, "closes", [(one.id, one.label) for one in self.case.history.facts(MandateStated)])

    def facts(self, number: int) -> list[Fact]:
        """The decision, with the outcome that the rule gives."""
        one = self.cleaned_data
        found: Voted = next(voted for voted in votes_of(self.case) if voted.vote.id == one["vote"])
        tabled = next(each for each in self.case.history.facts(ProposalTabled) if each.id == found.vote.proposal)
        outcome, rule = found.outcome.outcome, found.outcome.rule
        assert outcome is not None  # only such votes can be chosen
        return [
            DecisionRecorded(
                f"decision-{number}",
                tabled.body,
                one["title"] or tabled.title,
                outcome,
                found.vote.session,
                tabled.id,
                found.vote.option,
                found.vote.id,
                rule.rule.id if rule else "",
                one["resolution"],
                closes=tuple(one["closes"]),
            )
        ]

    def evidence(self) -> tuple[Evidence, ...]:
        """The document that was named, else the new resolution."""
        resolution = self.cleaned_data["resolution"]
        return super().evidence() or ((Evidence(resolution),) if resolution else ())
