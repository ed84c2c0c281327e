"""The form by which a standing in a mechanism is reported."""

from django import forms
from django.utils.translation import gettext_lazy

from operative.domain.facts import Fact
from operative.domain.facts.mechanisms import GoalStated, MechanismDescribed, Standing, StandingReported
from operative.web.entries.form import Entering, choose
from operative.web.words import choices_of, said

__all__ = ["ReportStanding"]


class ReportStanding(Entering):
    """What a source says that a participant is in a mechanism, and the goals that it meets."""

    page = "mechanisms"
    heading = gettext_lazy("Report a standing")
    said = gettext_lazy("The standing is recorded.")

    participant = forms.CharField(label=gettext_lazy("Participant"), max_length=120)
    mechanism = forms.ChoiceField(label=gettext_lazy("Mechanism"))
    standing = forms.ChoiceField(label=gettext_lazy("Standing"))
    fulfils = forms.MultipleChoiceField(
        label=gettext_lazy("Goals that it fulfils"), required=False, widget=forms.CheckboxSelectMultiple
    )
    by_then = forms.BooleanField(
        label=gettext_lazy("It was so already on this day; when it began is not known"), required=False
    )

    def prepare(self) -> None:
        """The mechanisms and goals of the dossier."""
        self.initial.setdefault("participant", self.case.opened.participant)
        names = {one.key: one.name for one in self.case.history.facts(MechanismDescribed)}
        choose(self, "mechanism", list(names.items()))
        choose(self, "standing", choices_of(Standing))
        goals = self.case.history.facts(GoalStated)
        choose(
            self, "fulfils", [(one.id, f"{names.get(one.mechanism, one.mechanism)}: {said(one.verb)}") for one in goals]
        )

    def facts(self, number: int) -> list[Fact]:
        """The standing."""
        one = self.cleaned_data
        standing = Standing(one["standing"])
        fulfils = tuple(one["fulfils"])
        return [StandingReported(one["participant"], one["mechanism"], standing, fulfils, one["by_then"])]
